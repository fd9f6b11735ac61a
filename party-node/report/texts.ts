/** Every word of the report in both languages. Texts of charts and of the workbook are here too. */
import { type Html, html } from './markup.ts';
import { chartTexts } from './texts-charts.ts';
import { columnTexts } from './texts-columns.ts';
import { forestTexts } from './texts-forest.ts';

export interface Text {
  readonly en: string;
  readonly zh: string;
}

export type Language = keyof Text;

const pageTexts = {
  title: { en: 'Joint credit scorecard report', zh: '联合信用评分卡报告' },
  switchLanguage: { en: '中文', zh: 'English' },
  print: { en: 'Print', zh: '打印' },
  contents: { en: 'Contents', zh: '目录' },
  job: { en: 'Job', zh: '任务' },
  created: { en: 'Created', zh: '生成时间' },
  software: { en: 'Software', zh: '软件版本' },
  modelId: { en: 'Model', zh: '模型' },
  digest: { en: 'Digest', zh: '摘要值' },
  owner: { en: 'Report of', zh: '报告所有方' },
  noScript: {
    en: 'Charts need JavaScript. All tables are complete without it.',
    zh: '图表需要启用 JavaScript；所有表格无需脚本即可完整阅读。',
  },

  profileAided: { en: 'Profile observed: aided', zh: '实际运行模式：辅助（aided）' },
  profileBlind: { en: 'Profile observed: blind', zh: '实际运行模式：盲算（blind）' },
  profileAidedMeaning: {
    en: 'A helper ({helper}) dealt random numbers and matched scrambled tags. It must not collude with a data party.',
    zh: '辅助方（{helper}）分发随机数并比对加密标签；它不得与任何数据方合谋。',
  },
  profileBlindMeaning: {
    en: 'No helper: the coordinator only relayed ciphertext.',
    zh: '没有辅助方：协调方仅转发密文。',
  },
  profileNote: {
    en: 'As recorded in the protocols’ own transcripts, not as asked for.',
    zh: '取自协议自身的运行记录，而非申请时填写的模式。',
  },
  rowsAligned: { en: '{n} rows aligned', zh: '对齐样本 {n} 行' },
  partyCount: { en: '{n} parties', zh: '{n} 个参与方' },

  verdictBetterTest: {
    en: 'On rows that no model was trained on, the joint {model} ranks firms better than {party} alone: AUC {joint} against {alone} ({gain}), KS {ksJoint} against {ksAlone}.',
    zh: '在未参与训练的样本上，联合{model}的排序能力优于 {party} 单方：AUC {joint} 对 {alone}（{gain}），KS {ksJoint} 对 {ksAlone}。',
  },
  verdictBetterTrain: {
    en: 'There is no test sample. On the rows it was trained on, the joint {model} ranks firms better than {party} alone: AUC {joint} against {alone} ({gain}), KS {ksJoint} against {ksAlone}.',
    zh: '没有测试样本。在训练样本上，联合{model}的排序能力优于 {party} 单方：AUC {joint} 对 {alone}（{gain}），KS {ksJoint} 对 {ksAlone}。',
  },
  verdictSame: {
    en: 'The joint {model} does not rank firms better than {party} alone: AUC {joint} against {alone} ({gain}), KS {ksJoint} against {ksAlone}.',
    zh: '联合{model}的排序能力并不优于 {party} 单方：AUC {joint} 对 {alone}（{gain}），KS {ksJoint} 对 {ksAlone}。',
  },
  jointModel: { en: 'Joint model', zh: '联合模型' },
  aloneModel: { en: '{party} alone', zh: '{party} 单方' },
  gain: { en: 'Difference', zh: '差异' },
  interval: { en: '95% interval {from} to {to}', zh: '95% 区间 {from} 至 {to}' },
  train: { en: 'Train', zh: '训练' },
  test: { en: 'Test', zh: '测试' },
  onTest: { en: 'on test rows', zh: '测试样本' },
  onTrain: { en: 'on training rows', zh: '训练样本' },
  warnings: { en: 'Warnings', zh: '警示' },
  metricsNote: {
    en: 'Both models follow the same recipe and split; {party} alone uses only its own columns. Intervals: Hanley and McNeil 1982.',
    zh: '两个模型使用同一配方与同一样本划分；{party} 单方模型仅使用自有字段。区间按 Hanley 与 McNeil（1982）计算。',
  },

  sectionPerformance: { en: 'Performance', zh: '模型表现' },
  sectionStrategy: { en: 'Strategy: what a cut-off would do', zh: '审批策略：不同分数线的效果' },
  sectionFeatures: { en: 'Features and information value', zh: '特征与信息值' },
  sectionWoe: { en: 'Weight of evidence by feature', zh: '各特征的证据权重' },
  sectionScorecard: { en: 'Scorecard', zh: '评分卡' },
  sectionPrivacy: { en: 'What each party learned', zh: '各方获知的信息' },
  sectionRun: { en: 'Time and traffic', zh: '耗时与通信' },
  sectionAppendix: { en: 'Appendix: data and recipe', zh: '附录：数据与配方' },

  rocTitle: { en: 'ROC', zh: 'ROC 曲线' },
  ksTitle: { en: 'KS', zh: 'KS 曲线' },
  gainsTitle: { en: 'Gains by score decile', zh: '评分十分位增益' },
  gainsNote: {
    en: 'Decile 1 holds the lowest scores, so the riskiest firms. {sample}.',
    zh: '第 1 组为得分最低、风险最高的企业。{sample}。',
  },
  calibrationTitle: { en: 'Calibration', zh: '校准' },
  hosmerLemeshow: {
    en: 'Hosmer–Lemeshow: chi² {chi2} on {df} degrees of freedom, p {p}. A small p speaks against the predicted bad rates.',
    zh: 'Hosmer–Lemeshow 检验：卡方 {chi2}，自由度 {df}，p 值 {p}。p 值过小说明预测坏账率与实际不符。',
  },
  distributionTitle: { en: 'Scores of goods and bads', zh: '好坏样本的评分分布' },
  psiLine: {
    en: 'Score PSI, test against train: {psi} ({band}). Chance alone reaches {threshold} at this sample size.',
    zh: '评分 PSI（测试对训练）：{psi}（{band}）。在此样本量下，仅随机波动即可达到 {threshold}。',
  },
  psiStable: { en: 'stable', zh: '稳定' },
  psiMoving: { en: 'moving', zh: '有变化' },
  psiShifted: { en: 'shifted', zh: '显著偏移' },
  sampleTest: { en: 'Test rows', zh: '测试样本' },
  sampleTrain: { en: 'Training rows', zh: '训练样本' },

  strategyNote: {
    en: 'Approve every application whose score is at or above the cut-off. Marginal bad rate: the bad rate of the firms that the cut-off lets in and the next higher one would not. {sample}; the population of {party} with the history it has.',
    zh: '得分达到或高于分数线即批准。边际坏账率：相对于上一档更高的分数线，新增获批企业的坏账率。{sample}；基于 {party} 现有历史样本。',
  },
  ivTitle: { en: 'Information value by column', zh: '各字段信息值' },
  ivNote: {
    en: 'Under 0.02 useless, to 0.1 weak, to 0.3 medium, to 0.5 strong, above 0.5 check for leakage of the outcome.',
    zh: '低于 0.02 无预测力，0.02–0.1 弱，0.1–0.3 中等，0.3–0.5 强，高于 0.5 需检查是否泄露了结果信息。',
  },
  ivTop: {
    en: 'The chart shows the {n} highest; the table shows all {all}.',
    zh: '图中为最高的 {n} 个；表中列出全部 {all} 个。',
  },
  ivUseless: { en: 'useless', zh: '无预测力' },
  ivWeak: { en: 'weak', zh: '弱' },
  ivMedium: { en: 'medium', zh: '中等' },
  ivStrong: { en: 'strong', zh: '强' },
  ivSuspicious: { en: 'check for leakage', zh: '需检查泄露' },
  selected: { en: 'in the model', zh: '入模' },
  notSelected: { en: 'not selected', zh: '未入模' },
  dropped_iv: { en: 'dropped: IV too low', zh: '剔除：IV 过低' },
  dropped_missing: { en: 'dropped: mostly missing', zh: '剔除：缺失过多' },
  'dropped_one-value': { en: 'dropped: mostly one value', zh: '剔除：取值单一' },
  dropped_correlation: { en: 'dropped: correlated with a better column', zh: '剔除：与更优字段高度相关' },
  dropped_vif: { en: 'dropped: explained by other columns (VIF)', zh: '剔除：多重共线性（VIF）' },
  dropped_sign: { en: 'dropped: coefficient of the wrong sign', zh: '剔除：系数符号异常' },
  dropped_constant: { en: 'dropped: constant', zh: '剔除：常量' },
  correlationTitle: { en: 'Correlation of the columns in the model', zh: '入模字段相关系数' },
  woeNote: {
    en: 'WoE = ln(share of bads / share of goods): higher is riskier. Bars show the share of training rows. Bins of other parties come as numbers; their cut points stay with their owner.',
    zh: 'WoE = ln（坏样本占比 / 好样本占比）：越高风险越大。柱形为训练样本占比。其他参与方的分箱仅以编号表示，切点留在数据所有方。',
  },
  woeTop: {
    en: 'Charts for columns in the model; the bins of all columns are in the tables of the workbook.',
    zh: '此处为入模字段的图表；全部字段的分箱见工作簿中的表格。',
  },
  showBins: { en: 'Bins', zh: '分箱明细' },
  binNumber: { en: 'bin {n}', zh: '第 {n} 箱' },
  missing: { en: 'missing', zh: '缺失' },
  other: { en: 'other', zh: '其他' },

  scaling: {
    en: '{score} points at odds of {odds} good to 1 bad; {pdo} points double the odds. A higher score is safer. The score is a base of points plus the points of every feature’s bin; rounding moves a score by at most {rounding} points.',
    zh: '好坏比为 {odds}:1 时得 {score} 分；每增加 {pdo} 分好坏比翻倍。分数越高越安全。总分 = 基础分 + 各特征分箱得分；取整最多使分数变动 {rounding} 分。',
  },
  pointsTitle: { en: 'Points', zh: '分值表' },
  withheld: { en: 'withheld', zh: '不公开' },
  withheldNote: {
    en: 'Points marked as withheld stay with the party that owns the column, as the signed policy says.',
    zh: '标为“不公开”的分值按已签署的约定留存于字段所有方。',
  },
  coefficientsTitle: { en: 'Coefficients', zh: '系数' },
  coefficientsNote: {
    en: 'Log odds of default per unit of WoE. Standard errors appear only where they can be computed without another party’s rows.',
    zh: '每单位 WoE 对应的违约对数几率。仅在无需其他参与方行级数据即可计算时给出标准误。',
  },
  coefficientsWithheld: {
    en: '{party}: {n} coefficients, which stay with it as the signed policy says.',
    zh: '{party}：{n} 个系数，按已签署的约定由其自行保存。',
  },
  intercept: { en: 'Intercept', zh: '截距' },
  plattLine: {
    en: 'Refit on exact labels (Platt): slope {slope}, intercept {intercept}. A slope near 1 means that the private training was calibrated.',
    zh: '用真实标签校准（Platt）：斜率 {slope}，截距 {intercept}。斜率接近 1 说明隐私训练结果本身已校准。',
  },
  trainingConverged: {
    en: 'Training converged after {n} iterations (gradient norm {norm}).',
    zh: '训练经 {n} 次迭代收敛（梯度范数 {norm}）。',
  },
  trainingStopped: {
    en: 'Training stopped after {n} iterations before it met its tolerance (gradient norm {norm}).',
    zh: '训练在 {n} 次迭代后停止，尚未达到收敛容差（梯度范数 {norm}）。',
  },

  privacyNote: {
    en: 'Beyond its own data, and beyond what all parties knew from the signed project. No column value was sent to anybody but its owner; no feature party received the label, the score or the error of any row.',
    zh: '以下为各方在自有数据及已签署项目内容之外获知的信息。任何字段取值都没有发送给其所有方以外的任何人；特征方没有收到任何一行的标签、评分或误差。',
  },
  assumption: {
    en: 'This holds while every participant follows the protocol and no two of them pool what they saw. docs/threat-model.md says what each collusion would reveal.',
    zh: '以上成立的前提是各参与者遵守协议且不两两合并所见信息。各种合谋的后果见 docs/threat-model.md。',
  },
  roleLabel: { en: 'label party', zh: '标签方' },
  roleFeature: { en: 'feature party', zh: '特征方' },
  roleHelper: { en: 'helper', zh: '辅助方' },
  roleCoordinator: { en: 'coordinator', zh: '协调方' },
  roleCoordinatorHelper: { en: 'coordinator and helper', zh: '协调方兼辅助方' },
  stagesTitle: { en: 'Time by stage', zh: '各阶段耗时' },
  trafficTitle: { en: 'Traffic between participants', zh: '参与者之间的通信量' },
  total: { en: 'Total', zh: '合计' },

  stage_load: { en: 'Read the data', zh: '读取数据' },
  stage_align: { en: 'Find common rows', zh: '样本对齐' },
  stage_split: { en: 'Split train and test', zh: '划分样本' },
  stage_binning: { en: 'Binning', zh: '分箱' },
  stage_select: { en: 'Select features', zh: '特征筛选' },
  stage_train: { en: 'Train', zh: '模型训练' },
  stage_evaluate: { en: 'Evaluate', zh: '评估' },
  stage_serve: { en: 'Score applicants', zh: '评分' },
  stage_baseline: { en: 'Label party alone', zh: '标签方单方模型' },
  stage_report: { en: 'Report', zh: '生成报告' },
  stage_job: { en: 'Whole job', zh: '任务全程' },

  dataTitle: { en: 'Data', zh: '数据' },
  recipeTitle: { en: 'Recipe', zh: '建模配方' },
  modelTitle: { en: 'Model record', zh: '模型登记' },
  footer: {
    en: 'Made by Coscore on the node of {party}. The page is self-contained and loads nothing from a network.',
    zh: '由 {party} 节点上的 Coscore 生成。本页面自包含，不从网络加载任何内容。',
  },
} as const satisfies Record<string, Text>;

export const texts = { ...pageTexts, ...columnTexts, ...chartTexts, ...forestTexts };

export type TextKey = keyof typeof texts;

export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(texts, key);
}

type Params = Readonly<Record<string, string | number | Html | Text>>;

/** The text in both languages; the style sheet shows one. Values of `{name}` are escaped; a `Text` follows the language. */
export function t(key: TextKey, params: Params = {}): Html {
  return both(texts[key], params);
}

export function both(text: Text, params: Params = {}): Html {
  return html`<span class="l-en" lang="en">${fill(text.en, 'en', params)}</span
    ><span class="l-zh" lang="zh-CN">${fill(text.zh, 'zh', params)}</span>`;
}

function fill(template: string, language: Language, params: Params): Html {
  // Odd parts are the names between braces.
  const parts = template.split(/\{(\w+)\}/u).map((part, i) => (i % 2 === 0 ? part : value(part, language, params)));
  return html`${parts}`;
}

function value(name: string, language: Language, params: Params): string | number | Html {
  const given = params[name];
  if (given === undefined) throw new Error(`a text of the report needs {${name}}`);
  return typeof given === 'object' && 'en' in given ? given[language] : given;
}
