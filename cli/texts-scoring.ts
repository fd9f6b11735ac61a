/** What the commands say around models and scoring. */

export const scoringEn = {
  score: 'score a file of applicants with a joint model (at the bank)',
  scoreModelOption: 'the model: id of the job that trained it',
  scoreInOption: "CSV or Parquet with the id column and the bank's own columns of the model",
  scoreOutOption: 'where to write the scores, as CSV',
  scoreBatchOption: 'instead of --model and --in: a batch that was asked for before',
  scoreUsage: 'give --model and --in, or --batch alone',
  scoreAsked: (batch: string) => `Batch ${batch}: asking the coordinator ...`,
  scoreWaits: (job: string) => `Job ${job} waits until every party's node is connected.`,
  scoreGoesOn: (batch: string) => `It goes on without you; \`coscore score --batch ${batch}\` fetches the scores.`,
  scoreWritten: (path: string, scored: string, applicants: string) =>
    `${path}: ${scored} of ${applicants} applicants scored.`,
  scoreUnseen: (cells: string) => `${cells} cells held a level that training had not seen; they count as "other".`,
  modelExport:
    'write a forest as one LightGBM text model and one ONNX file, where every party signed for it (at the label party)',
  modelExportOut: 'folder for the files (default: out/<job>-model)',
  modelExported:
    'columns.json says what each column is called, which code a category has, and how the raw score becomes points.',
  modelRegistered: 'Registered',
  modelProject: 'Project',
  modelRecipe: 'Digest of the recipe',
  modelWarmStart: 'Goes on from model',
  modelKind: 'Kind',
  modelPart: 'Digest of its part',
  modelAucTrain: 'AUC train',
  modelAucTest: 'AUC test',
};

export const scoringZh: typeof scoringEn = {
  score: '用联合模型为一个文件中的申请人评分（在银行执行）',
  scoreModelOption: '模型：训练它的任务编号',
  scoreInOption: '含编号列和银行自有入模列的 CSV 或 Parquet 文件',
  scoreOutOption: '评分结果（CSV）写到哪里',
  scoreBatchOption: '代替 --model 和 --in：此前请求过的批次',
  scoreUsage: '请给出 --model 和 --in，或只给 --batch',
  scoreAsked: (batch: string) => `批次 ${batch}：正在请求协调方……`,
  scoreWaits: (job: string) => `任务 ${job} 正等待各方节点全部在线。`,
  scoreGoesOn: (batch: string) => `评分继续进行；用 \`coscore score --batch ${batch}\` 取回结果。`,
  scoreWritten: (path: string, scored: string, applicants: string) =>
    `${path}：${applicants} 个申请中已评分 ${scored} 个。`,
  scoreUnseen: (cells: string) => `${cells} 个单元格的取值在训练中未出现过，按“其他”计。`,
  modelExport: '在各方均已签署同意时，将树模型写成一个 LightGBM 文本模型和一个 ONNX 文件（在标签方执行）',
  modelExportOut: '文件输出目录（默认 out/<任务>-model）',
  modelExported: 'columns.json 说明各列的名称、类别的编码，以及原始分如何换算为分数。',
  modelRegistered: '登记时间',
  modelProject: '项目',
  modelRecipe: '配方摘要',
  modelWarmStart: '在此模型基础上继续训练',
  modelKind: '类型',
  modelPart: '所持部分的摘要',
  modelAucTrain: '训练 AUC',
  modelAucTest: '测试 AUC',
};
