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
    ['A party’s node is not connected', 'Ask its owner to start the node; jobs need every party.'],
    ['有参与方的节点未连接', '请让对方启动节点；任务需要各方都在线。'],
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
  'job-unknown': [
    'usage',
    ['There is no such job here', 'List the jobs with `coscore job list`.'],
    ['此处没有该任务', '用 `coscore job list` 查看任务。'],
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
  'engine-unavailable': [
    'state',
    ['The database engine {engine} is not available', 'Use the embedded engine, pglite.'],
    ['数据库引擎 {engine} 不可用', '请使用内嵌引擎 pglite。'],
  ],
  'disk-full': [
    'state',
    ['The disk is full', 'Make room, then start the node again: acknowledged work is kept.'],
    ['磁盘已满', '请清理空间后重新启动节点：已确认的工作不会丢失。'],
  ],
} as const satisfies Readonly<Partial<Record<NodeErrorCode, Texts>>>;
