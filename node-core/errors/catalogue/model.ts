/** What goes wrong in modelling: the codes of models/errors.ts. */
import type { Texts } from './entry.ts';

export const modelTexts = {
  'too-few-rows': [
    'model',
    ['There are too few training rows', 'Use a smaller test share, or align with parties that share more firms.'],
    ['训练行数太少', '请减小测试集比例，或与共有企业更多的参与方对齐。'],
  ],
  'too-few-bads': [
    'model',
    [
      'There are too few bad or good firms among the training rows',
      'Use stratify, a smaller test share, or a longer observation window.',
    ],
    ['训练行中坏样本或好样本太少', '请使用分层抽样、减小测试集比例或延长观察期。'],
  ],
  'no-features-left': [
    'model',
    [
      'Selection dropped every feature',
      'Lower select.iv or raise select.correlation in the recipe, or offer other columns.',
    ],
    ['特征筛选后没有剩余特征', '请在方案中降低 select.iv 或提高 select.correlation，或提供其他列。'],
  ],
  'leverage-too-high': [
    'model',
    [
      'A column singles out rows, so that its owner could read labels from the training',
      'Bin it more coarsely or drop it. The limit is maxLeverage in the signed policy.',
    ],
    ['有列会单独凸显某些行，其所有者可由此推断标签', '请对该列更粗地分箱或去掉它。上限为已签署策略中的 maxLeverage。'],
  ],
  diverged: [
    'model',
    [
      'Training did not converge to a sensible model',
      'Raise l2, bin the columns, or drop columns that nearly repeat others.',
    ],
    ['训练未收敛到合理的模型', '请增大 l2、对列分箱，或去掉几乎重复的列。'],
  ],
  'raw-columns-not-allowed': [
    'model',
    [
      'The recipe uses unbinned columns, which the policy does not allow',
      'Leave woe on, or have a manifest signed with allowRawColumns.',
    ],
    ['方案使用了未分箱的列，而策略不允许', '请保持 woe 开启，或签署带有 allowRawColumns 的清单。'],
  ],
  'category-needs-woe': [
    'model',
    ['A category column has no number without WoE', 'Leave woe on, or drop the column.'],
    ['分类列不经 WoE 无法转换为数值', '请保持 woe 开启，或去掉该列。'],
  ],
  'woe-not-shared': [
    'model',
    [
      'A feature party needs the WoE of its bins, and the policy does not share it',
      'Have a manifest signed with shareWoe, or set woe to false.',
    ],
    ['特征方需要其分箱的 WoE，而策略不共享', '请签署带有 shareWoe 的清单，或将 woe 设为 false。'],
  ],
  'rows-do-not-fit': [
    'model',
    [
      'A party sent other rows of a tree node left or right than it had counted',
      'Its node has a defect or does not keep to the protocol: compare versions, then ask its operator.',
    ],
    ['参与方对树节点的行划分与其先前的计数不符', '该节点有缺陷或未遵守协议：请先核对版本，再联系其运维人员。'],
  ],
} as const satisfies Readonly<Record<string, Texts>>;
