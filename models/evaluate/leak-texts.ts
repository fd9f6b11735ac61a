/**
 * The words of the leak catalogue: one entry for each thing that a party, the helper or the coordinator gets to know
 * beyond its own data, following "Learned" in every protocol.md. leaks.ts decides which entries apply to whom.
 */
import { directLeakTexts } from './leak-texts-direct.ts';
import { forestLeakTexts } from './leak-texts-forest.ts';

/** The knobs of the disclosure policy that change what somebody learns. */
export interface LeakPolicy {
  readonly shareWoe: boolean;
  readonly shareIv: boolean;
  readonly shareContributions: 'sum' | 'party' | 'dimension' | 'feature';
  /** Training rows that the smallest bin shown to anybody holds. */
  readonly minRowsPerBin: number;
  readonly maxLeverage: number;
  /** Rows that each shown bin of a tree node holds. */
  readonly minRowsPerNodeBin: number;
  /** Sums over tree nodes that a feature party answers in a job. */
  readonly maxTreeEquations: number | 'off';
  /** Owners hand over the thresholds of a finished forest. */
  readonly allowExport: boolean;
}

export interface LeakContext {
  readonly profile: 'aided' | 'blind';
  readonly labelParty: string;
  /** In the manifest's order; at least one. */
  readonly featureParties: readonly string[];
  /** `aided` only; the coordinator when absent. */
  readonly helper?: string;
  readonly coordinator: string;
  /** Every two that the manifest connects directly, the helper among them; none by default. */
  readonly direct?: readonly (readonly [string, string])[];
  readonly join: 'inner' | 'left';
  readonly policy: LeakPolicy;
  readonly model: 'scorecard' | 'logistic' | 'gbdt';
  /** Columns were selected by correlation or VIF, which takes the matrix across parties. */
  readonly correlation: boolean;
  /** Columns enter the model unbinned (`woe: false`). */
  readonly raw: boolean;
  /** Bins are counted across parties; the default is that a raw model counts none. */
  readonly binned?: boolean;
  /** Parties with columns in the model: the others sit training out. All data parties by default. */
  readonly trainingParties?: readonly string[];
  /** How the test rows are chosen; `random` by default. */
  readonly split?: 'none' | 'random' | 'column';
  /** Applicants that may be scored a day with the model; none by default. */
  readonly serveQuota?: number;
}

export type LeakStage = 'job' | 'align' | 'split' | 'binning' | 'select' | 'train' | 'evaluate' | 'serve';

export interface LeakText {
  readonly stage: LeakStage;
  readonly en: (context: LeakContext) => string;
  readonly zh: (context: LeakContext) => string;
}

const featuresEn = (c: LeakContext): string => c.featureParties.join(', ');
const featuresZh = (c: LeakContext): string => c.featureParties.join('、');
const quota = (c: LeakContext): number => c.serveQuota ?? 0;
const several = (c: LeakContext): boolean => c.featureParties.length > 1;

export const leakTexts = {
  'job.published': {
    stage: 'job',
    en: () =>
      'The signed description of the project: who takes part, the recipe, and for every data set the published column names and types and a rounded row count.',
    zh: () => '各方签署的项目说明：参与方、建模配方，以及每个数据集公布的字段名、字段类型和取整后的行数。',
  },
  'job.traffic': {
    stage: 'job',
    en: () =>
      'When the job ran, how far each stage got and how it ended; who sent how many bytes to whom, and when. The number of common rows and of columns follows from the sizes. What the parties say to each other passes encrypted: no id, value, label or score can be read.',
    zh: () =>
      '任务何时运行、各阶段进度与结果；谁在何时向谁发送了多少字节，由此可推算共有行数和字段数。各方之间的内容全程加密：看不到任何标识、取值、标签或评分。',
  },
  'job.counts': {
    stage: 'job',
    en: (c) =>
      `Of each other party, to two digits: how many rows its table has, ${c.model === 'gbdt' ? '' : 'how many rows had their part of the score clipped in training, '}and how many bytes and messages it exchanged with whom, stage by stage.`,
    zh: (c) =>
      `其他每一方的以下数字（保留两位有效数字）：其表的行数${c.model === 'gbdt' ? '' : '、训练中评分部分被截断的行数'}，以及各阶段与谁交换了多少字节和多少条消息。`,
  },
  'job.audit-heads': {
    stage: 'job',
    en: () =>
      'How many entries the audit log of each other party has at the end of the job, and the digest of the last one: what it takes to prove later that nothing was cut off. No entry itself.',
    zh: () =>
      '任务结束时其他每一方审计日志的条目数，以及最后一条的摘要：用于日后证明日志未被截断。看不到任何条目本身。',
  },

  'align.common-ids': {
    stage: 'align',
    en: () =>
      'Which of its own ids every party of the project holds. In plain words: for these firms it now knows that the others have them on their books. Of its other ids it knows only that not every party has them.',
    zh: () =>
      '自己的哪些标识是项目各方都有的。换言之：对这些企业，它知道其他各方也有其记录。对其余标识，只知道并非各方都有。',
  },
  'align.sizes': {
    stage: 'align',
    en: () => 'The exact number of ids that each other party brought.',
    zh: () => '其他每一方带来的标识的准确数量。',
  },
  'align.pairs': {
    stage: 'align',
    en: (c) =>
      `For each of its own ids, which of ${featuresEn(c)} holds it; and how many ids each combination of parties shares.`,
    zh: (c) => `自己的每个标识为 ${featuresZh(c)} 中哪些方所持有，以及各种参与方组合之间共有标识的数量。`,
  },
  'align.left-feature': {
    stage: 'align',
    en: (c) =>
      `Which of its own ids are among the rows of ${c.labelParty}, and how many rows ${c.labelParty} has in all. Nothing about the rows it does not hold.`,
    zh: (c) =>
      `自己的哪些标识在 ${c.labelParty} 的样本之中，以及 ${c.labelParty} 的样本总行数。对自己没有的行一无所知。`,
  },
  'align.left-label': {
    stage: 'align',
    en: (c) => `Which of its own rows ${featuresEn(c)} holds.`,
    zh: (c) => `自己的哪些行为 ${featuresZh(c)} 所持有。`,
  },
  'align.helper': {
    stage: 'align',
    en: () =>
      'The exact number of ids of each party and of each combination of parties. It compares scrambled tags made with a key that only the data parties have, so it sees no id and cannot test a guess.',
    zh: () =>
      '每一方以及各种参与方组合的标识的准确数量。它比对的是用仅数据方持有的密钥生成的标签，看不到任何标识，也无法验证猜测。',
  },

  'split.random': {
    stage: 'split',
    en: () => 'Which common rows were drawn at random for training and which for the test: one bit a row.',
    zh: () => '共有行中哪些被随机抽作训练样本、哪些作为测试样本：每行一位。',
  },
  'split.column': {
    stage: 'split',
    en: (c) =>
      `On which side of the split rule of ${c.labelParty} (such as a year of approval) each common row falls: one bit a row that says something about that row.`,
    zh: (c) => `每个共有行落在 ${c.labelParty} 划分规则（例如审批年份）的哪一侧：每行一位，且该位本身含有该行的信息。`,
  },

  'binning.counts': {
    stage: 'binning',
    en: (c) =>
      `For every column offered by ${featuresEn(c)}: how many training rows and how many bads fall in each bin, hence its WoE and IV. Bins come as numbers (in order where the column is a number), without cut points or category names, the bin of missing values marked; none holds fewer than ${c.policy.minRowsPerBin} training rows.`,
    zh: (c) =>
      `${featuresZh(c)} 提供的每个字段：各分箱的训练行数和坏样本数，从而得到其 WoE 与 IV。分箱只有编号（数值字段按序），没有切点或类别名称，缺失箱有标注；每箱不少于 ${c.policy.minRowsPerBin} 个训练行。`,
  },
  'binning.woe': {
    stage: 'binning',
    en: (c) =>
      `Which of its bins were merged, and the WoE of its own final bins to two decimals. As it knows how many rows each bin holds, it can work out how many of them are bad, and the overall bad rate of ${c.labelParty}'s training rows. Not which rows, as long as it keeps to the protocol.`,
    zh: (c) =>
      `自己的哪些分箱被合并，以及自己最终分箱的 WoE（保留两位小数）。由于它知道各箱行数，可推算每箱的坏样本数及 ${c.labelParty} 训练样本的总体坏账率；只要它遵守协议，就无法得知是哪些行。`,
  },
  'binning.merges': {
    stage: 'binning',
    en: () => 'Which of its own bins were merged.',
    zh: () => '自己的哪些分箱被合并。',
  },
  'binning.iv': {
    stage: 'binning',
    en: () => 'The IV of each of its own columns: how well it tells goods from bads.',
    zh: () => '自己每个字段的 IV：该字段区分好坏样本的能力。',
  },
  'binning.helper': {
    stage: 'binning',
    en: () => 'The number of common rows and of columns it deals random numbers for. It sees no bin, count or label.',
    zh: () => '共有行数，以及它为之分发随机数的字段数。看不到任何分箱、计数或标签。',
  },

  'select.correlation': {
    stage: 'select',
    en: (c) =>
      `The correlation of every pair of candidate columns, its own and those of ${featuresEn(c)}, under their published names.`,
    zh: (c) => `全部候选字段（自己的和 ${featuresZh(c)} 的）两两之间的相关系数，以公布的字段名标识。`,
  },
  'select.dropped': {
    stage: 'select',
    en: () =>
      'Which of its own columns were dropped and which entered the model, how many columns each other party has in it, and its own share of the range of the log odds: roughly how much of the prediction the label party expects of it.',
    zh: () =>
      '自己的哪些字段被剔除、哪些进入模型，其他各方各有多少字段进入模型，以及自己在对数几率范围中所占的份额（大致反映标签方预期其贡献的大小）。',
  },
  'select.helper': {
    stage: 'select',
    en: () => 'The number of rows and of candidate columns of each party. It sees no value and no correlation.',
    zh: () => '行数以及各方候选字段的数量。看不到任何取值或相关系数。',
  },

  'train.gradient': {
    stage: 'train',
    en: () =>
      'The coefficients of its own columns and, at each iteration, one gradient for each of them: a sum over all training rows. No score, error or label of any row.',
    zh: () =>
      '自己各字段的系数，以及每次迭代中每个字段的一个梯度：对全部训练行求和。看不到任何一行的评分、误差或标签。',
  },
  'train.gram': {
    stage: 'train',
    en: () =>
      "The lengths of the other party's vectors of coefficients and gradients during training and the angles between them: so how much weight the other side carries in all. By themselves they do not give the coefficient of any column.",
    zh: () => '训练中对方系数向量与梯度向量的长度和夹角：即对方整体所占权重。仅凭这些无法得出任何单个字段的系数。',
  },
  'train.coefficients': {
    stage: 'train',
    en: (c) =>
      `The coefficient of every column of ${featuresEn(c)}, if it takes the trouble: with the loss of this profile they follow from the correlations and the counts of the bins. Together with the parts of the score this may settle in which bin a firm falls, above all where a party brings few columns. Still no cut points and no values.`,
    zh: (c) =>
      `只要愿意计算，就能得出 ${featuresZh(c)} 每个字段的系数：在本模式所用的损失函数下，系数可由相关系数与分箱计数推出。结合评分部分，可能确定企业落入哪一箱，某方字段较少时尤其如此。但仍看不到切点和取值。`,
  },
  'train.totals': {
    stage: 'train',
    en: () =>
      "At each iteration, the total over all parties of the vectors' inner products: it steers the next step. No single party's part.",
    zh: () => '每次迭代中各方向量内积的合计（用于确定下一步），看不到任何单独一方的部分。',
  },
  'train.raw': {
    stage: 'train',
    en: (c) =>
      `Columns enter unbinned here, so a gradient gives more weight to rows with extreme values. A party could estimate the errors, hence the labels, of rows that stand far from all others. Each node refuses to train when a single row has a leverage above ${c.policy.maxLeverage}.`,
    zh: (c) =>
      `本次字段未经分箱直接入模，极端取值的行在梯度中权重更大，参与方有可能估算远离其他样本的行的误差，进而推断其标签。任何单行杠杆值高于 ${c.policy.maxLeverage} 时，各节点拒绝训练。`,
  },
  'train.helper': {
    stage: 'train',
    en: () =>
      'The number of training rows, of columns of each party and of iterations. It deals random numbers and sees no value, label, gradient or score.',
    zh: () => '训练行数、各方字段数和迭代次数。它只分发随机数，看不到任何取值、标签、梯度或评分。',
  },

  'evaluate.contribution-sum': {
    stage: 'evaluate',
    en: (c) =>
      `For every common row, the parts of the score (log odds) of ${featuresEn(c)} added together and rounded to 1/32. Not the part of any one of them.`,
    zh: (c) =>
      `每个共有行上 ${featuresZh(c)} 各自评分部分（对数几率）之和，取整到 1/32。看不到其中任何一方的单独部分。`,
  },
  'evaluate.contribution-party': {
    stage: 'evaluate',
    en: (c) =>
      `For every common row, ${several(c) ? `each of ${featuresEn(c)}'s parts` : `${featuresEn(c)}'s part`} of the score (log odds), rounded to 1/32. A party that brings only one or two columns shows in this way which rows share a bin; with more columns it narrows the bins down without naming them.`,
    zh: (c) =>
      `每个共有行上 ${featuresZh(c)} ${several(c) ? '各自的' : '的'}评分部分（对数几率），取整到 1/32。若某方仅提供一两个字段，由此可看出哪些行同属一箱；字段越多越难确定，但仍会缩小范围。`,
  },
  'evaluate.dimensions': {
    stage: 'evaluate',
    en: (c) => `How the score splits over the groups of columns that ${featuresEn(c)} chose to publish.`,
    zh: (c) => `评分在 ${featuresZh(c)} 所公布的字段分组之间的构成。`,
  },
  'evaluate.feature-points': {
    stage: 'evaluate',
    en: (c) =>
      c.model === 'scorecard'
        ? `The points of every numbered bin of ${featuresEn(c)}, hence their coefficients. Together with the parts of the score this often settles in which bin a firm falls for each column: assume that it does. Still no cut points and no values.`
        : `The coefficient of every column of ${featuresEn(c)}. Together with the parts of the score this often settles in which bin a firm falls for each column: assume that it does. Still no cut points and no values.`,
    zh: (c) =>
      c.model === 'scorecard'
        ? `${featuresZh(c)} 每个编号分箱的分值，从而得到其系数。结合评分部分，往往可以确定企业在各字段中落入哪一箱：应当按可以确定来考虑。但仍看不到切点和取值。`
        : `${featuresZh(c)} 每个字段的系数。结合评分部分，往往可以确定企业在各字段中落入哪一箱：应当按可以确定来考虑。但仍看不到切点和取值。`,
  },
  'evaluate.own-points': {
    stage: 'evaluate',
    en: () =>
      'The slope and intercept of the final refit, hence the points of its own bins and the score of an applicant about whom nothing is known.',
    zh: () => '最终校准的斜率和截距，从而得到自己各分箱的分值，以及毫无信息的申请人的基准评分。',
  },
  'evaluate.performance': {
    stage: 'evaluate',
    en: () =>
      'How well the joint model ranks its rows. This report stays with it: no other party is sent AUC, KS or scores, and the coordinator only the figures that it registers.',
    zh: () =>
      '联合模型对其样本的排序效果。本报告只留存于该方：AUC、KS 和评分不会发送给任何其他参与方，协调方也只得到其登记的指标。',
  },
  'evaluate.registered': {
    stage: 'evaluate',
    en: () =>
      "For its registry: AUC, KS, Gini and Brier score of the joint model on training and test rows, how many columns of each party are in it, and the digest of each party's part. No weight, bin, point or score.",
    zh: () =>
      '用于登记：联合模型在训练样本和测试样本上的 AUC、KS、Gini 和 Brier 分数，各方入模字段数，以及各方所持部分的摘要。不含任何权重、分箱、分值或评分。',
  },

  'serve.asked': {
    stage: 'serve',
    en: (c) =>
      `Each time ${c.labelParty} has a file of applicants scored, at most ${quota(c)} applicants a day: how many there are, and which of its own firms are among them${c.join === 'inner' && several(c) ? ' and known to all parties' : ''}, so that these firms probably asked ${c.labelParty} for credit. No score.`,
    zh: (c) =>
      `每当 ${c.labelParty} 请求为一个文件中的申请人评分时（每天至多 ${quota(c)} 个）：申请人数量，以及自己的哪些企业在其中${c.join === 'inner' && several(c) ? '且为各方共有' : ''}；由此可知这些企业很可能向 ${c.labelParty} 申请了授信。看不到任何评分。`,
  },
  'serve.known': {
    stage: 'serve',
    en: (c) =>
      several(c) && (c.profile === 'blind' || c.join === 'left')
        ? `For every applicant it asked about, which of ${featuresEn(c)} know that firm.`
        : `Which applicants it asked about ${featuresEn(c)} ${several(c) ? 'all know' : 'knows'}.`,
    zh: (c) =>
      several(c) && (c.profile === 'blind' || c.join === 'left')
        ? `其询问的每个申请人为 ${featuresZh(c)} 中哪些方所持有。`
        : `其询问的申请人中哪些为 ${featuresZh(c)} ${several(c) ? '全部持有' : '所持有'}。`,
  },
  'serve.points-sum': {
    stage: 'serve',
    en: (c) =>
      `For every scored applicant, the whole points of ${featuresEn(c)} added together. Not the points of any one of them.`,
    zh: (c) => `每个已评分申请人上 ${featuresZh(c)} 的整数分值之和。看不到其中任何一方的单独分值。`,
  },
  'serve.points-party': {
    stage: 'serve',
    en: (c) =>
      `For every scored applicant, the whole points of ${several(c) ? `each of ${featuresEn(c)}` : featuresEn(c)}. A party that brings only one or two columns shows in this way which applicants share a bin; with more columns it narrows the bins down without naming them.`,
    zh: (c) =>
      `每个已评分申请人上 ${featuresZh(c)} ${several(c) ? '各自的' : '的'}整数分值。若某方仅提供一两个字段，由此可看出哪些申请人同属一箱；字段越多越难确定，但仍会缩小范围。`,
  },
  'serve.points-feature': {
    stage: 'serve',
    en: (c) =>
      `For every scored applicant, the points of every column of ${featuresEn(c)}: with the points of every bin, which it has from the training, the applicant's bin of each column. Still no cut points and no values.`,
    zh: (c) =>
      `每个已评分申请人在 ${featuresZh(c)} 每个字段上的分值：结合训练时得到的各箱分值，即可知道该申请人在各字段中落入哪一箱。但仍看不到切点和取值。`,
  },
  'serve.helper': {
    stage: 'serve',
    en: () =>
      'Each time a file is scored, the number of applicants, of rows of each feature party, and of those that each combination of parties shares. No id, value or score.',
    zh: () => '每次评分时，申请人数量、各特征方的行数，以及各种参与方组合之间共有的数量。看不到任何标识、取值或评分。',
  },
  ...forestLeakTexts,
  ...directLeakTexts,
} as const satisfies Record<string, LeakText>;

/** Stable: reports, approvals and documents refer to an entry by its key. */
export type LeakKey = keyof typeof leakTexts;

export const leakKeys = Object.keys(leakTexts) as readonly LeakKey[];
