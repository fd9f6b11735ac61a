/**
 * The words of the leak catalogue for boosted trees (protocols.md, "Boosted trees"). A forest tells the label party far more
 * than a scorecard does, and it is said as plainly here as in any paper on SecureBoost's leakage.
 */
import type { LeakContext, LeakText } from './leak-texts.ts';

const featuresEn = (c: LeakContext): string => c.featureParties.join(', ');
const featuresZh = (c: LeakContext): string => c.featureParties.join('、');
const several = (c: LeakContext): boolean => c.featureParties.length > 1;

export const forestLeakTexts = {
  'forest.offered': {
    stage: 'binning',
    en: (c) =>
      `Into how many bins each column offered by ${featuresEn(c)} is cut, whether the bins have an order, which one holds missing values, and which columns are constant. No cut points and no category names.`,
    zh: (c) =>
      `${featuresZh(c)} 提供的每个字段分为多少箱、分箱是否有序、哪一箱为缺失值，以及哪些字段为常量。看不到切点，也看不到类别名称。`,
  },
  'forest.sums': {
    stage: 'train',
    en: (c) =>
      c.profile === 'aided'
        ? `For every tree, for each of its nodes and each column of ${featuresEn(c)} that the tree may use: the exact number of training rows in each numbered bin; and the sums of its own gradients over bins, joined with their neighbours until the node and its sibling have at least ${c.policy.minRowsPerNodeBin} rows in each, or none. No node has fewer rows than that.`
        : `For every tree, for each of its nodes and each column of ${featuresEn(c)} that the tree may use: the number of training rows and the sums of its own gradients in each numbered bin, joined with its neighbours until the node and its sibling have at least ${c.policy.minRowsPerNodeBin} rows in it, or none. No node has fewer rows than that.`,
    zh: (c) =>
      c.profile === 'aided'
        ? `每棵树的每个节点、${featuresZh(c)} 可供该树使用的每个字段：各编号分箱中训练行的准确数量；以及自己的梯度在分箱上的汇总值（相邻分箱先合并，直至该节点及其兄弟节点中每箱为零行或不少于 ${c.policy.minRowsPerNodeBin} 行）。任何节点的行数都不少于此数。`
        : `每棵树的每个节点、${featuresZh(c)} 可供该树使用的每个字段：各编号分箱中的训练行数及自己的梯度汇总值；相邻分箱先合并，直至该节点及其兄弟节点中每箱为零行或不少于 ${c.policy.minRowsPerNodeBin} 行。任何节点的行数都不少于此数。`,
  },
  'forest.sides': {
    stage: 'train',
    en: (c) =>
      `For every common row, on which side it goes at each split by a column of ${featuresEn(c)} in a node that it reaches, and which column that is.`,
    zh: (c) =>
      `每个共有行在其所到达的、以 ${featuresZh(c)} 字段分裂的每个节点上走向哪一侧，以及该分裂所用的是哪个字段。`,
  },
  'forest.bins': {
    stage: 'train',
    en: (c) =>
      `What these add up to. Over many trees, assume that it learns in which numbered bin of every offered column of ${featuresEn(c)} every common row falls. Never where a bin begins or which category it is, never a value, and no id that it did not have. ${
        c.policy.maxTreeEquations === 'off'
          ? 'Nothing bounds this but the number and depth of the trees: maxTreeEquations is off.'
          : `It is bounded by maxTreeEquations: each feature party ends a job that asks for more than ${c.policy.maxTreeEquations} sums.`
      }`,
    zh: (c) =>
      `以上各项的累积效果：树的数量较多时，应当假定该方能得知每个共有行在 ${featuresZh(c)} 所提供的每个字段中落入哪个编号分箱。但得不到分箱的起止点、类别名称、任何取值，也得不到它原本没有的标识。${
        c.policy.maxTreeEquations === 'off'
          ? '除树的数量与深度外没有其他限制：maxTreeEquations 已关闭。'
          : `该披露受 maxTreeEquations 限制：索取的汇总数超过 ${c.policy.maxTreeEquations} 时，各特征方即终止任务。`
      }`,
  },
  'forest.partitions': {
    stage: 'train',
    en: () =>
      'For every tree: which common rows stand together in each of its nodes, whoever’s column parted them, and which rows it is grown on. Such groups go with the labels: rows that trees keep apart tend to differ in risk. No label, gradient, score or leaf value. Which group is the riskier is not said, though knowledge of the business may tell; but where a column of its own stands under `model.monotone`, the recipe says which side of its splits is, and with `model.leaves` nodes part in the order of their gain.',
    zh: () =>
      '每棵树中，哪些共有行同处一个节点（无论由哪一方的字段分开），以及该树使用了哪些行。此类分组与标签相关：经常被树分开的行，其风险往往不同。看不到任何标签、梯度、评分或叶子取值。不会被告知哪一组风险更高，但凭业务经验可能推测得出；若自己的字段列于 `model.monotone`，则配方本身已说明其分裂的哪一侧风险更高；若使用 `model.leaves`，节点按增益大小的次序分裂。',
  },
  'forest.own-splits': {
    stage: 'train',
    en: (c) =>
      `By which of its own columns and at which of its own bins trees split, tree by tree: so how useful its columns are. At the end, how many trees the model keeps and how many of these splits: so where early stopping cut it. ${
        several(c)
          ? 'Not whose columns the other splits use.'
          : `All other splits are by columns of ${c.labelParty}, as there is no other party.`
      }`,
    zh: (c) =>
      `各棵树依次在自己的哪些字段、哪些分箱处分裂，由此可知自己各字段的作用大小。结束时得知模型保留了多少棵树、这些分裂中的多少个，从而得知提前停止的位置。${
        several(c)
          ? '不知道其他分裂使用的是哪一方的字段。'
          : `由于没有其他参与方，其余分裂均使用 ${c.labelParty} 的字段。`
      }`,
  },
  'forest.helper': {
    stage: 'train',
    en: () =>
      'The number of common rows and of trees, and how many columns of each party each tree may use. It deals random numbers and sees no bin, node, label, gradient or score. What it deals ahead (`coscore job deal`) it deals at another time than it is used, and of the use it sees only that less is asked for.',
    zh: () =>
      '共有行数、树的数量，以及每棵树可使用的各方字段数。它只分发随机数，看不到任何分箱、节点、标签、梯度或评分。预先分发（`coscore job deal`）的材料，分发与使用不在同一时间；对于使用，它只能看到所需材料变少了。',
  },
  'forest.traffic': {
    stage: 'train',
    en: (c) =>
      `From the sizes and the number of the messages: how many nodes each step of each tree makes and measures, so what shape the trees have and how deep they get, and how many trees were grown. ${
        c.profile === 'blind' ? 'How many sums each answer holds. ' : ''
      }${
        several(c)
          ? 'At each step, which parties are asked about splits by their columns, though not how many.'
          : `Of the last level of a tree, whether any of its splits is by a column of ${featuresEn(c)}; of other levels not.`
      } These follow from labels and values. Which columns, rows or sums they are cannot be read.`,
    zh: (c) =>
      `由消息的大小和数量可知：每棵树的每一步产生并度量多少个节点，从而得知各棵树的形状与深度，以及共建了多少棵树。${
        c.profile === 'blind' ? '每个应答含有多少个汇总值。' : ''
      }${
        several(c)
          ? '每一步中哪些方被问及以其字段进行的分裂，但不知道有多少个。'
          : `在每棵树的最后一层，是否有分裂使用 ${featuresZh(c)} 的字段；其他各层则不知道。`
      }这些取决于标签和取值。但读不到是哪些字段、行或汇总值。`,
  },
  'forest.importance': {
    stage: 'evaluate',
    en: (c) =>
      `How much each column of ${featuresEn(c)} carries in the forest, by its published name: gain and number of splits; and, for every common row, how much each of these columns moves its score.`,
    zh: (c) =>
      `${featuresZh(c)} 的每个字段（以公布的名称标识）在模型中的作用：增益与分裂次数；以及每个共有行上，每个字段使其评分变动多少。`,
  },
  'forest.export': {
    stage: 'evaluate',
    en: (c) =>
      `The cut points and category names of the bins of ${featuresEn(c)}’s offered columns, and what each of their splits means: the whole model. Together with the bins of rows, the range in which every value lies.`,
    zh: (c) =>
      `${featuresZh(c)} 所提供字段的分箱切点和类别名称，以及其每个分裂的含义，即完整模型。结合各行所在分箱，可知每个取值所处的区间。`,
  },
  'serve.forest-sides': {
    stage: 'serve',
    en: (c) =>
      `For every scored applicant, on which side it goes at every split by a column of ${featuresEn(c)}, at nodes that it does not reach too. With many trees that settles in which numbered bin it falls, for every column that the trees use. shareContributions changes nothing of this: it only shapes the file of scores. Still no cut points and no values.`,
    zh: (c) =>
      `每个已评分申请人在以 ${featuresZh(c)} 字段分裂的每个节点（包括其未到达的节点）上走向哪一侧。树较多时，可由此确定其在模型所用每个字段中落入哪个编号分箱。shareContributions 对此没有影响，它只决定评分文件的样式。但仍看不到切点和取值。`,
  },
} as const satisfies Record<string, LeakText>;
