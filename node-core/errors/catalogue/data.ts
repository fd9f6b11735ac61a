/** Bad input files: the codes of party-node/data/errors.ts. */
import type { Texts } from './entry.ts';

export const dataTexts = {
  'file-not-found': [
    'data',
    [
      'There is no file {file}',
      'Check the path. Paths in a recipe are relative to the recipe, or to the folder given with --data.',
    ],
    ['找不到文件 {file}', '请检查路径。方案中的路径相对于方案文件所在目录，或相对于 --data 指定的目录。'],
  ],
  'file-unreadable': [
    'data',
    [
      'The file {file} cannot be read',
      'Check that it is a CSV or Parquet file, not a folder, and that this user may read it.',
    ],
    ['无法读取文件 {file}', '请确认它是 CSV 或 Parquet 文件而不是目录，并且当前用户有读取权限。'],
  ],
  'file-ragged': [
    'data',
    [
      'The file {file} has {count} rows with another number of fields than its header',
      'Look at line {line}: usually an unquoted separator or line break inside a field. Export the file again with quoting.',
    ],
    [
      '文件 {file} 有 {count} 行的字段数与表头不符',
      '请查看第 {line} 行：通常是字段内有未加引号的分隔符或换行。请加引号重新导出。',
    ],
  ],
  'file-empty': [
    'data',
    ['The file {file} has no rows', 'Check the export: a header alone is not enough.'],
    ['文件 {file} 没有数据行', '请检查导出过程：只有表头是不够的。'],
  ],
  'encoding-unknown': [
    'data',
    [
      'The text encoding of {file} is not supported',
      'Save the file as UTF-8 or GB18030 (GBK and GB2312 included) and add it again.',
    ],
    ['不支持文件 {file} 的字符编码', '请将文件保存为 UTF-8 或 GB18030（含 GBK、GB2312）后重新添加。'],
  ],
  'column-missing': [
    'data',
    [
      'There is no column {column} in the file',
      'Compare the spelling with the columns the file has, letter by letter.',
    ],
    ['文件中没有列 {column}', '请与文件现有的列名逐字核对。'],
  ],
  'column-constant': [
    'data',
    [
      'The column {column} has one single value',
      'It cannot tell firms apart. Add it to drop in the recipe, or leave it out of the data set.',
    ],
    ['列 {column} 只有一个取值', '它无法区分企业。请在方案的 drop 中列出它，或不纳入数据集。'],
  ],
  'column-unsupported-type': [
    'data',
    [
      'The column {column} has a type that models cannot use',
      'Give it as number or category under types, turn dates into numbers such as days since, or add it to drop.',
    ],
    [
      '列 {column} 的类型不能用于建模',
      '请在 types 中指定为 number 或 category；日期请先换算成天数等数值，或在 drop 中列出它。',
    ],
  ],
  'column-not-finite': [
    'data',
    [
      'The column {column} has {count} infinite or undefined numbers',
      'Replace them by empty fields (missing) or by a limit, and add the file again.',
    ],
    ['列 {column} 有 {count} 个无穷或未定义的数值', '请改为空（缺失）或设定上限后重新添加。'],
  ],
  'ids-duplicate': [
    'data',
    [
      'The id column {column} has {count} repeated ids',
      'Every row must be one firm. Aggregate or remove the repeated rows first.',
    ],
    ['标识列 {column} 有 {count} 个重复标识', '每行必须对应一个企业。请先汇总或去除重复行。'],
  ],
  'ids-missing': [
    'data',
    [
      'The id column {column} is empty in {count} rows',
      'Rows without an id cannot be matched. Fill in or remove them first.',
    ],
    ['标识列 {column} 有 {count} 行为空', '没有标识的行无法对齐。请先补全或删除。'],
  ],
  'label-not-binary': [
    'data',
    [
      'The label {column} is neither 0 nor 1 in {count} rows',
      'Code the label as 1 for bad and 0 for good, and remove rows that are neither.',
    ],
    ['标签 {column} 有 {count} 行既不是 0 也不是 1', '请将坏样本记为 1、好样本记为 0，并去除灰样本。'],
  ],
  'label-too-few-bads': [
    'data',
    [
      'The label has {bads} bad and {goods} good rows, fewer than the {needed} a model needs',
      'Widen the observation window or the portfolio.',
    ],
    ['标签只有 {bads} 个坏样本、{goods} 个好样本，少于建模所需的 {needed} 个', '请扩大观察期或样本范围。'],
  ],
  'secret-missing': [
    'data',
    [
      'The environment variable {variable} is not set in the process of the node',
      'Set it to the postgres:// URL of the data source where the node is started, and start the node again.',
    ],
    ['节点进程未设置环境变量 {variable}', '请在启动节点处将其设为数据源的 postgres:// 地址，然后重新启动节点。'],
  ],
  'source-unreachable': [
    'data',
    [
      'The PostgreSQL server of {source} cannot be reached',
      'Mend what the detail names: address, password, database, TLS. The node needs no right but to read.',
    ],
    ['无法连接 {source} 所指的 PostgreSQL 服务器', '请按详情排查：地址、密码、数据库、TLS。节点只需要读取权限。'],
  ],
  'source-refused': [
    'data',
    [
      'The PostgreSQL server of {source} does not give the table or query',
      'Mend what the detail names: the name with its schema, the right to read it, or the query itself.',
    ],
    ['{source} 所指的 PostgreSQL 服务器未提供该表或查询', '请按详情排查：带模式名的表名、读取权限或查询语句本身。'],
  ],
  'dataset-unknown': [
    'data',
    [
      'There is no data set {dataset} on this node',
      'List them with `coscore data list`, or add it with `coscore data add`.',
    ],
    ['本节点没有数据集 {dataset}', '用 `coscore data list` 查看，或用 `coscore data add` 添加。'],
  ],
  'dataset-exists': [
    'data',
    ['There is a data set {dataset} already', 'Choose another name, or remove the old one with `coscore data remove`.'],
    ['数据集 {dataset} 已存在', '请换一个名称，或先用 `coscore data remove` 移除旧的。'],
  ],
  'data-changed': [
    'data',
    [
      'The data is not what an earlier attempt of job {job} read',
      'Put the file or table back as it was and resume the job, or start a new job with the data as it is now. Going on with other rows would show the other parties the difference.',
    ],
    [
      '数据与任务 {job} 先前一次尝试所读的不同',
      '请恢复原来的文件或表后继续该任务，或用现在的数据新建任务。换了数据再继续会向其他各方暴露两次数据的差异。',
    ],
  ],
} as const satisfies Readonly<Record<string, Texts>>;
