/** What the demo says. */

export const demoEn = {
  demoModels: { scorecard: 'scorecard', gbdt: 'tree model' },
  demoIntro: (rows: string, model: string) => [
    `Coscore demo: one joint ${model} from the files of three institutions.`,
    '  bank       knows who defaulted (label party)',
    '  tax        a tax bureau (feature party)',
    '  logistics  a logistics platform (feature party)',
    `They share some of ${rows} made-up firms. Each runs its own node here, as a separate process; no row leaves its owner.`,
  ],
  demoOwnIntro: (recipe: string) => [`Coscore demo on your own files: ${recipe}`],
  generating: 'Making up the economy ...',
};

export const demoZh: typeof demoEn = {
  demoModels: { scorecard: '评分卡', gbdt: '树模型' },
  demoIntro: (rows, model) => [
    `Coscore 演示：用三家机构的文件建立一个联合${model}。`,
    '  bank       银行，知道谁违约（标签方）',
    '  tax        税务局（特征方）',
    '  logistics  物流平台（特征方）',
    `它们共有 ${rows} 家虚构企业中的一部分。每方在本机以独立进程运行自己的节点；任何一行数据都不离开其所有者。`,
  ],
  demoOwnIntro: (recipe) => [`Coscore 演示，使用您自己的文件：${recipe}`],
  generating: '正在生成虚构经济数据……',
};
