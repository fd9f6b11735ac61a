/** What `job plan` says. */

export const planEn = {
  jobPlan:
    'what training a forest would take: seconds, bytes of each link and memory, in both profiles (starts nothing)',
  planRows: 'common rows, instead of those of the smallest table',
  planColumns: 'columns of a party whose table is not here: PARTY=COUNT',
  planData: 'folder that data paths are relative to',
  planBandwidth: 'of the line of each node, each way: 100mbit, 1gbit',
  planDelay: 'from one party to another, one way: 10ms',
  planOneMachine: 'all nodes share this machine, as in the lab',
  planNotTrees: 'only a forest (model.kind: gbdt) is planned',
  planNoTable: (party: string, path: string) =>
    `${path} of ${party} cannot be read here: give --rows and --columns ${party}=COUNT`,
  planBadQuantity: (text: string, examples: string) => `${text} is not a quantity such as ${examples}`,
  planMeasuring: 'Measuring this machine ...',
  planShape: (rows: string, counted: string, trees: string, depth: string) =>
    `${rows} common rows, ${counted} of them in each tree; ${trees} trees of depth ${depth}. Training only, within a factor of two.`,
  planProfile: 'Profile',
  planSeconds: 'Training, s',
  planSecondsATree: 's a tree',
  planLink: 'Link',
  planBytesATree: 'MB a tree',
  planBytes: 'MB in all',
  planMessages: 'Messages a tree',
  planProcess: 'Process',
  planMemory: 'Peak memory, MB',
};

export const planZh: typeof planEn = {
  jobPlan: '训练森林需要多少：两种模式下的秒数、每条链路的字节数和内存（不启动任何作业）',
  planRows: '共同行数，代替最小一张表的行数',
  planColumns: '数据表不在此处的一方的列数：PARTY=COUNT',
  planData: '数据路径所相对的文件夹',
  planBandwidth: '每个节点线路的单向带宽：100mbit、1gbit',
  planDelay: '一方到另一方的单向延迟：10ms',
  planOneMachine: '所有节点共用本机（如实验室模式）',
  planNotTrees: '只能估算森林（model.kind: gbdt）',
  planNoTable: (party, path) => `此处无法读取 ${party} 的 ${path}：请给出 --rows 和 --columns ${party}=COUNT`,
  planBadQuantity: (text, examples) => `${text} 不是形如 ${examples} 的数量`,
  planMeasuring: '正在测量本机……',
  planShape: (rows, counted, trees, depth) =>
    `共同行 ${rows} 行，每棵树使用其中 ${counted} 行；${trees} 棵深度 ${depth} 的树。仅训练阶段，误差在两倍以内。`,
  planProfile: '模式',
  planSeconds: '训练（秒）',
  planSecondsATree: '每棵树（秒）',
  planLink: '链路',
  planBytesATree: '每棵树 MB',
  planBytes: '总计 MB',
  planMessages: '每棵树消息数',
  planProcess: '进程',
  planMemory: '内存峰值 MB',
};
