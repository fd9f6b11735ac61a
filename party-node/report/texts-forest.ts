/** Words of a forest's report, on the page and in the workbook; what it shares with a scorecard's is in texts.ts. */
export const forestTexts = {
  titleForest: { en: 'Joint tree model report', zh: '联合树模型报告' },
  modelScorecard: { en: 'scorecard', zh: '评分卡' },
  modelForest: { en: 'tree model', zh: '树模型' },

  sectionForest: { en: 'The forest', zh: '树模型' },
  forestSummary: {
    en: '{trees} trees with {leaves} leaves in all; log odds of {base} before the first tree.',
    zh: '共 {trees} 棵树、{leaves} 个叶子；第一棵树之前的对数几率为 {base}。',
  },
  forestSummarySquared: {
    en: '{trees} trees with {leaves} leaves in all, fitted by squared loss: a prediction is a probability of being bad, {base} before the first tree. Where points are made of it, it is held between 0.001 and 0.999.',
    zh: '共 {trees} 棵树、{leaves} 个叶子，按平方损失拟合：预测值即为违约概率，第一棵树之前为 {base}。换算为分数时，限制在 0.001 与 0.999 之间。',
  },
  forestEarlier: {
    en: 'It goes on from the forest of job {model}: that one’s {trees} trees are its first ones, and the curve shows those after them.',
    zh: '本模型在任务 {model} 的树模型基础上继续训练：其 {trees} 棵树即为本模型的前若干棵，曲线只显示其后的树。',
  },
  forestStopped: {
    en: '{grown} trees were grown; the held-out rows fitted best after {trees}, and the others were cut off.',
    zh: '共生成 {grown} 棵树；留出样本在第 {trees} 棵树之后拟合最好，其后的树已舍去。',
  },
  forestScaling: {
    en: '{score} points at odds of {odds} good to 1 bad; {pdo} points double the odds. A higher score is safer.',
    zh: '好坏比为 {odds}:1 时得 {score} 分；每增加 {pdo} 分好坏比翻倍。分数越高越安全。',
  },
  forestExportable: {
    en: 'All parties signed for export: the thresholds of every split are at the label party, and `coscore model export` writes the whole model.',
    zh: '各方已签署同意导出：全部分裂的切点已交给标签方，可用 `coscore model export` 导出完整模型。',
  },
  forestNotExportable: {
    en: 'Each party keeps the thresholds of the splits by its own columns. The model scores only with all of them.',
    zh: '各方自行保存以其字段分裂的切点；只有各方共同参与才能评分。',
  },
  importanceTitle: { en: 'Importance of columns, by owner', zh: '各方字段的重要性' },
  importanceNote: {
    en: 'Gain: by how much the splits on a column lower the training loss (second-order, summed over all trees). Columns that say the same share their gain, so a low one is not useless by that.',
    zh: '增益：以该字段分裂使训练损失降低的数值（二阶近似，对全部树求和）。含义相近的字段会分摊增益，因此增益低不等于无用。',
  },
  importanceTop: {
    en: 'The chart shows the {n} highest; the table shows all {all}.',
    zh: '图中为最高的 {n} 个；表中列出全部 {all} 个。',
  },
  curveTitle: { en: 'Learning curve', zh: '学习曲线' },
  curveNote: {
    en: 'Mean loss after each tree (log loss, or half the squared error of a forest by squared loss); lower is better. Test rows decided nothing. A test curve that rises again while the training curve falls says that there are too many trees.',
    zh: '每棵树之后的平均损失（对数损失；平方损失的模型为误差平方的一半），越低越好。测试样本未参与任何决策。若训练曲线下降而测试曲线回升，说明树的数量过多。',
  },
  dependenceTitle: { en: 'Partial dependence of own columns', zh: '自有字段的部分依赖' },
  dependenceNote: {
    en: 'Mean raw score of the model (log odds of being bad; of a forest by squared loss the probability) when a column of {party} falls in a bin, all else as the trees saw it in training (weighted traversal). Higher is riskier. Bars show the share of training rows. Columns of other parties are not shown: what their bins hold is theirs to know.',
    zh: '当 {party} 的某字段落入某一分箱、其余条件按训练时各树所见（加权遍历）时，模型的平均原始分（违约的对数几率；平方损失的模型为违约概率），越高风险越大。柱形为训练样本占比。不显示其他参与方的字段：其分箱内容仅归其所有方知晓。',
  },
  noSplits: { en: 'no split', zh: '未用于分裂' },

  colGain: { en: 'Gain', zh: '增益' },
  colGainShare: { en: 'Share of gain', zh: '增益占比' },
  colSplits: { en: 'Splits', zh: '分裂次数' },
  colTree: { en: 'Tree', zh: '第几棵树' },
  colTrainLoss: { en: 'Loss, train', zh: '损失·训练' },
  colHeldOutLoss: { en: 'Loss, held out', zh: '损失·留出' },
  colTestLoss: { en: 'Loss, test', zh: '损失·测试' },
  colRaw: { en: 'Raw score', zh: '原始分' },

  sheetImportance: { en: 'Importance', zh: '重要性' },
  sheetCurve: { en: 'Learning curve', zh: '学习曲线' },
  sheetDependence: { en: 'Dependence', zh: '部分依赖' },
  itemTrees: { en: 'Trees in the model', zh: '模型中的树' },
  itemTreesGrown: { en: 'Trees grown', zh: '生成的树' },
  itemLeaves: { en: 'Leaves', zh: '叶子数' },
  itemObjective: { en: 'Objective', zh: '目标函数' },
  itemEarlier: { en: 'Goes on from the forest of job', zh: '所延续的模型（任务）' },
  itemBaseRaw: { en: 'Raw score before the first tree', zh: '第一棵树之前的原始分' },
  itemExportable: { en: 'Can be exported', zh: '可导出' },

  chartGainShare: { en: 'Share of the gain', zh: '增益占比' },
  chartTree: { en: 'Trees', zh: '树的数量' },
  chartLoss: { en: 'Mean loss', zh: '平均损失' },
  chartLossTrain: { en: 'Rows that trees are grown on', zh: '建树样本' },
  chartLossHeldOut: { en: 'Held-out training rows', zh: '留出的训练样本' },
  chartLossTest: { en: 'Test rows', zh: '测试样本' },
  chartBestTree: { en: 'kept', zh: '保留' },
  chartRaw: { en: 'Raw score', zh: '原始分' },
} as const;
