/** What the commands say around material that is dealt ahead. */

export const poolEn = {
  jobDeal:
    "deal the random numbers of RECIPE's forest ahead, to wait on the parties' disks until it is trained (at a coordinator); counts as a run of the project",
  dealTreesOption: 'trees for which material is to lie ready (default: those of the recipe)',
  dealBlind:
    'the blind profile has no helper, so there is nothing to deal ahead: take `profile: aided`, or do not deal ahead',
  dealNotTrees: 'only for a forest (model.kind: gbdt) is material dealt ahead',
  dealAheadOption: 'deal the random numbers ahead, in a job of its own before the training (forests, aided)',
  labDealAhead: 'a lab trains: leave `dealAhead` out of the recipe and give --deal-ahead',
  labWarmStart:
    '`warmStart` needs an earlier job of the same project, and `lab run` always makes a new one: `lab up`, then `job run` twice',
  dealingAhead: 'Dealing random numbers ahead ...',
  dealtAhead: (party: string, trees: string, now: string) =>
    `${party}: material for ${trees} trees lies ready, ${now} of them dealt now`,

  pool: 'material dealt ahead that waits on the disk of a party node',
  poolList: 'list it by project, peer and sizes',
  poolWipe: 'wipe what a project has and no job is using; the next training is dealt as it goes',
  poolProjectOption: 'the project: its digest, or the beginning of it',
  poolProjectFilter: 'only of this project: its digest, or the beginning of it',
  poolEmpty: 'Nothing is dealt ahead.',
  poolProject: 'Project',
  poolPeer: 'With',
  poolRows: 'Rows',
  poolColumns: 'Columns',
  poolTrees: 'Trees',
  poolInUse: 'In use',
  poolBytes: 'Size',
  poolSince: 'Oldest',
  poolWiped: (batches: string) => `${batches} batches wiped.`,
};

export const poolZh: typeof poolEn = {
  jobDeal: '预先分发 RECIPE 中森林所需的随机数，存放在各方磁盘上直到训练时使用（在协调方执行）；计为项目的一次运行',
  dealTreesOption: '应备好材料的棵数（默认取配方中的棵数）',
  dealBlind: 'blind 模式没有辅助方，没有可预先分发的材料：请使用 `profile: aided`，或不预先分发',
  dealNotTrees: '只有森林（model.kind: gbdt）才预先分发材料',
  dealAheadOption: '在训练之前先用单独的任务分发随机数（仅限 aided 模式的森林）',
  labDealAhead: 'lab 用于训练：请从配方中去掉 `dealAhead`，改用 --deal-ahead',
  labWarmStart: '`warmStart` 需要同一项目中较早的任务，而 `lab run` 总是新建项目：请用 `lab up`，再执行两次 `job run`',
  dealingAhead: '正在预先分发随机数……',
  dealtAhead: (party, trees, now) => `${party}：已备好 ${trees} 棵树的材料，其中本次分发 ${now} 棵`,

  pool: '参与方节点磁盘上预先分发、等待使用的材料',
  poolList: '按项目、对方和规模列出',
  poolWipe: '清除某项目未被任务使用的材料；下次训练改为随用随发',
  poolProjectOption: '项目：其摘要或摘要的开头部分',
  poolProjectFilter: '只看此项目：其摘要或摘要的开头部分',
  poolEmpty: '没有预先分发的材料。',
  poolProject: '项目',
  poolPeer: '对方',
  poolRows: '行数',
  poolColumns: '列数',
  poolTrees: '棵数',
  poolInUse: '使用中',
  poolBytes: '大小',
  poolSince: '最早',
  poolWiped: (batches) => `已清除 ${batches} 批。`,
};
