/** The rest of what a node can fail at: peers, jobs, commands, its own disk. */
import type { NodeErrorCode } from '../node-error.ts';
import type { Texts } from './entry.ts';

export const nodeTexts = {
  'coordinator-unreachable': [
    'protocol',
    [
      'The coordinator cannot be reached',
      'Check its address, that it is running, and that the firewall lets this node dial out to it.',
    ],
    ['无法连接协调方', '请检查其地址、是否在运行，以及防火墙是否允许本节点向外连接。'],
  ],
  'direct-unreachable': [
    'protocol',
    [
      'A direct connection that the project names cannot be made',
      'Open the port that the detail names in the firewall of the node that listens there, and see that the node runs and listens (`coscore party show`); then `coscore job resume` goes on. Nothing is sent through the coordinator instead: for that, have a project proposed without --direct.',
    ],
    [
      '项目约定的直接连接无法建立',
      '请在监听一方的防火墙上开放详情中的端口，并确认该节点在运行且在监听（`coscore party show`）；然后用 `coscore job resume` 继续。数据不会改由协调方转发：如需转发，请不带 --direct 重新提出项目。',
    ],
  ],
  'peer-timeout': [
    'protocol',
    [
      'Another node did not answer in time',
      'Check with its owner that the node is running and connected, then run the job again.',
    ],
    ['另一节点未在时限内响应', '请与对方确认节点在运行且已连接，然后重新运行任务。'],
  ],
  'version-mismatch': [
    'protocol',
    ['Two nodes run versions of Coscore that do not fit', 'Bring them to the same version; the older one first.'],
    ['两个节点的 Coscore 版本不兼容', '请升级到相同版本，先升级较旧的一方。'],
  ],
  'party-away': [
    'protocol',
    [
      'A party’s node is not connected',
      'Ask its owner to start the node; jobs need every party. Then `coscore job resume` goes on with what is finished.',
    ],
    ['有参与方的节点未连接', '请让对方启动节点；任务需要各方都在线。之后用 `coscore job resume` 从已完成处继续。'],
  ],
  'job-failed': [
    'protocol',
    ['The job failed', 'The detail names the party and the reason. `coscore job show` has the rest.'],
    ['任务失败', '详情中有参与方和原因。更多信息见 `coscore job show`。'],
  ],
  'job-cancelled': [
    'cancelled',
    ['The job was cancelled', 'Run it again when you are ready; nothing of it was kept.'],
    ['任务已取消', '可随时重新运行；未保留任何结果。'],
  ],
  'job-interrupted': [
    'protocol',
    [
      'A node stopped while the job ran',
      'The job goes on by itself once every node is connected again. If it does not, start the node named in the detail.',
    ],
    ['任务运行时有节点停止', '各节点重新连接后，任务会自动继续。若未继续，请启动详情中指出的节点。'],
  ],
  'job-stuck': [
    'protocol',
    [
      'The job stopped several times at the same point',
      'The detail says how it ended last. Remove that cause, then go on with `coscore job resume {job}`: finished stages are kept.',
    ],
    [
      '任务多次在同一步骤中断',
      '详情中有最近一次的原因。排除后用 `coscore job resume {job}` 继续：已完成的阶段会保留。',
    ],
  ],
  'job-not-resumable': [
    'usage',
    ['This job cannot go on', 'Only a failed job is resumed. Start a new one with `coscore job run`.'],
    ['此任务无法继续', '只有失败的任务才能恢复。请用 `coscore job run` 启动新任务。'],
  ],
  'job-unknown': [
    'usage',
    ['There is no such job here', 'List the jobs with `coscore job list`.'],
    ['此处没有该任务', '用 `coscore job list` 查看任务。'],
  ],
  'model-unknown': [
    'usage',
    [
      'This node has no such model, or not the one that the others have',
      'List the models that this node knows with `coscore model list`. A model is named after the job that trained it.',
    ],
    [
      '本节点没有该模型，或与其他方持有的不一致',
      '请用 `coscore model list` 查看本节点的模型。模型以训练它的任务命名。',
    ],
  ],
  'model-not-scorable': [
    'usage',
    [
      'The model cannot score new applicants',
      'Train a forest, or a scorecard on binned columns (features: { woe: true }, the default), with this version, and score with that.',
    ],
    [
      '该模型不能为新申请评分',
      '请用本版本训练树模型，或在分箱列上训练评分卡（features: { woe: true }，即默认值），再用它评分。',
    ],
  ],
  'warm-start-unfit': [
    'usage',
    [
      'The forest cannot go on from the model that `warmStart` names',
      'Name a forest of this project that was trained on the same columns and bins, with the same objective; or leave `warmStart` out and train anew.',
    ],
    [
      '树模型无法在 `warmStart` 指定的模型上继续训练',
      '请指定本项目中以相同字段、相同分箱和相同目标函数训练的树模型；或去掉 `warmStart` 重新训练。',
    ],
  ],
  'model-not-exportable': [
    'usage',
    [
      'This model cannot be exported',
      'Only a forest can, at the label party’s node, and only if every party signed for it: propose a project with `policy: { allowExport: true }` and train there.',
    ],
    [
      '该模型不能导出',
      '只有树模型可以导出，且须在标签方节点上、经各方签署同意：请以 `policy: { allowExport: true }` 发起新项目并在其中训练。',
    ],
  ],
  'report-not-here': [
    'usage',
    [
      'The report of this job is not on this node',
      'The label party’s node keeps the report, once the job has succeeded.',
    ],
    ['该任务的报告不在本节点', '任务成功后，报告保存在标签方的节点上。'],
  ],
  'recipe-invalid': [
    'usage',
    ['The recipe or an option is not valid', 'Correct what the detail names. docs/recipe.md explains every key.'],
    ['方案或选项无效', '请更正详情中指出之处。docs/recipe.md 解释了每个键。'],
  ],
  'recipe-not-found': [
    'usage',
    ['There is no recipe at this path', 'Check the path of the recipe file.'],
    ['该路径下没有方案文件', '请检查方案文件的路径。'],
  ],
  'daemon-not-running': [
    'usage',
    [
      'No node is running for this home directory',
      'Start the node, or name its directory with --home or COSCORE_HOME.',
    ],
    ['该主目录没有正在运行的节点', '请启动节点，或用 --home 或 COSCORE_HOME 指定其目录。'],
  ],
  'home-initialised': [
    'usage',
    [
      'There is a node in this folder already',
      'Nothing was changed. Start that node, or name another folder; a node’s folder is never made twice.',
    ],
    ['该目录中已有节点', '未作任何改动。请启动该节点，或指定其他目录；节点目录不会重复创建。'],
  ],
  'home-missing': [
    'usage',
    [
      'There is no such node in this folder',
      'Check --home. A new node starts with `coscore party init`, `helper init` or `coordinator init`.',
    ],
    [
      '该目录中没有此类节点',
      '请检查 --home。新节点请先执行 `coscore party init`、`helper init` 或 `coordinator init`。',
    ],
  ],
  'state-locked': [
    'state',
    [
      'Another process is using the state in {directory}',
      'Only one node may run on a directory. Stop the other one, or give this one its own.',
    ],
    ['另一个进程正在使用 {directory} 中的状态', '一个目录只能运行一个节点。请停止另一个，或为本节点指定其他目录。'],
  ],
  'state-unwritable': [
    'state',
    ['The state cannot be written', 'Check the path and that this user owns the directory.'],
    ['无法写入状态', '请检查路径，并确认当前用户拥有该目录。'],
  ],
  'state-newer': [
    'state',
    [
      'The state in {directory} was written by a newer Coscore',
      'Install that version or a later one; going back is not possible.',
    ],
    ['{directory} 中的状态由更新版本的 Coscore 写入', '请安装该版本或更高版本；无法降级。'],
  ],
  'setting-invalid': [
    'usage',
    [
      'The environment variable {variable} has a value that cannot be used',
      'Set it as the detail says, or leave it out, and start again.',
    ],
    ['环境变量 {variable} 的值无法使用', '请按详情设置，或不设置该变量，然后重新启动。'],
  ],
  'engine-unavailable': [
    'state',
    [
      'The database engine {engine} is not available',
      'The detail says why. Use the embedded engine, or PostgreSQL 15 or newer by COSCORE_DATABASE_URL.',
    ],
    [
      '数据库引擎 {engine} 不可用',
      '原因见详情。请使用内嵌引擎，或用 COSCORE_DATABASE_URL 指定 PostgreSQL 15 或更高版本。',
    ],
  ],
  'engine-changed': [
    'state',
    [
      'The state of this node is in another database: {engine}',
      'Set COSCORE_DATABASE_URL as it was. To move the state, back it up there and restore it into a new home folder.',
    ],
    [
      '本节点的状态在另一个数据库中：{engine}',
      '请恢复原来的 COSCORE_DATABASE_URL。如需迁移，请先在原处备份，再恢复到新的主目录。',
    ],
  ],
  'database-unreachable': [
    'state',
    [
      'The PostgreSQL server at {where} cannot be used',
      'Mend what the detail names, then start the node again: acknowledged work is kept.',
    ],
    ['无法使用位于 {where} 的 PostgreSQL 服务器', '请排除详情中指出的问题，然后重新启动节点：已确认的工作不会丢失。'],
  ],
  'backup-invalid': [
    'state',
    ['The backup {file} cannot be restored', 'Take another copy of it: nothing was written.'],
    ['无法恢复备份 {file}', '请换用另一份副本：未写入任何内容。'],
  ],
  'state-not-empty': [
    'state',
    [
      'There is something already in {directory}',
      'A backup is written to a new file and restored into an empty home folder and schema only. Choose another place.',
    ],
    ['{directory} 中已有内容', '备份只写入新文件，也只能恢复到空的主目录和模式中。请换一个位置。'],
  ],
  'state-restored': [
    'protocol',
    [
      'The job ended because a node’s state was restored from a backup',
      'Start the job again as a new one: what it had used up cannot be known any more.',
    ],
    ['节点状态已从备份恢复，任务因此终止', '请重新启动一个新任务：其已消耗的一次性材料已无从得知。'],
  ],
  'disk-full': [
    'state',
    ['The disk is full', 'Make room, then start the node again: acknowledged work is kept.'],
    ['磁盘已满', '请清理空间后重新启动节点：已确认的工作不会丢失。'],
  ],
  'pool-full': [
    'state',
    [
      'The pool of material dealt ahead has no room for {needed} MB; {room} of its {limit} MB are free',
      'Ask for fewer trees (`coscore job deal --trees`), wipe what is not needed (`coscore pool wipe`), or raise COSCORE_POOL_MB at the node that says so.',
    ],
    [
      '预先分发材料池容纳不下 {needed} MB；其 {limit} MB 中仅剩 {room} MB',
      '请减少棵数（`coscore job deal --trees`）、清除不需要的材料（`coscore pool wipe`），或在报错的节点上调大 COSCORE_POOL_MB。',
    ],
  ],
} as const satisfies Readonly<Partial<Record<NodeErrorCode, Texts>>>;
