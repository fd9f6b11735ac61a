/** What a node refuses because its owner did not agree to it. */
import type { NodeErrorCode } from '../node-error.ts';
import type { Texts } from './entry.ts';

export const trustTexts = {
  'manifest-invalid': [
    'trust',
    [
      'The project manifest is not valid',
      'Ask whoever proposed the project to correct the field named in the detail and propose it again.',
    ],
    ['项目清单无效', '请让项目发起方更正详情中指出的字段后重新发起。'],
  ],
  'manifest-tampered': [
    'trust',
    [
      'The manifest is not the one that {party} signed',
      'Do not go on. Compare the manifest with the other owners by telephone; somebody changed it after it was signed.',
    ],
    ['清单与 {party} 签署的不一致', '请勿继续。请通过电话与其他机构核对清单；它在签署后被改动过。'],
  ],
  'manifest-unsigned': [
    'trust',
    [
      'A signature under the project manifest is missing',
      'The job can start when every party has approved the project on its own node.',
    ],
    ['项目清单缺少签名', '各方都在自己的节点上批准项目后，任务才能开始。'],
  ],
  'manifest-expired': [
    'trust',
    [
      'The project manifest expired at {expires}',
      'Propose the project again with a later expiry; every party signs anew. If that date is ahead, check this clock.',
    ],
    ['项目清单已于 {expires} 到期', '请以新的有效期重新发起项目，各方重新签署。若该日期尚未到，请检查本机时钟。'],
  ],
  'runs-exhausted': [
    'trust',
    ['All runs that the manifest allows are used', 'Propose the project again with more runs; every party signs anew.'],
    ['清单允许的运行次数已用完', '请以更多次数重新发起项目，各方重新签署。'],
  ],
  'serve-quota-exceeded': [
    'trust',
    [
      'More applicants than the signed policy lets anybody score in a day',
      'Score fewer, or the rest tomorrow (days are UTC), or propose the project again with a higher policy.serveQuota; every party signs anew.',
    ],
    [
      '申请数超过已签署策略允许的每日评分数',
      '请减少数量，或明天（按 UTC 日期）再评其余申请，或以更高的 policy.serveQuota 重新发起项目，各方重新签署。',
    ],
  ],
  'column-not-allowed': [
    'trust',
    [
      'The job asks for columns outside the signed manifest',
      'Take them out of the recipe, or propose a project that names them.',
    ],
    ['任务请求了已签署清单之外的列', '请从方案中去掉这些列，或发起包含它们的新项目。'],
  ],
  'model-not-allowed': [
    'trust',
    [
      'The job asks for a model kind outside the signed manifest',
      'Choose a kind the manifest names, or propose a project that names this one.',
    ],
    ['任务请求了已签署清单之外的模型类型', '请选用清单中的类型，或发起包含该类型的新项目。'],
  ],
  'profile-not-allowed': [
    'trust',
    [
      'The job asks for another trust profile than the signed one',
      'The profile is fixed when a project is signed. Propose a new project for the other profile.',
    ],
    ['任务请求的信任模式与签署的不同', '信任模式在签署项目时确定。如需另一种模式，请发起新项目。'],
  ],
  'policy-not-allowed': [
    'trust',
    [
      'The job would disclose more than the signed policy',
      'Set the knobs named in the detail as the manifest has them, or propose a project with the wider policy.',
    ],
    ['任务披露的内容会超出已签署的策略', '请将详情中列出的各项调回清单的设定，或以更宽的策略发起新项目。'],
  ],
  'tree-equations-exhausted': [
    'trust',
    [
      'The job asked a party for more sums over tree nodes than its policy allows',
      'Grow fewer or shallower trees, on fewer bins or columns; or propose a project with a higher `maxTreeEquations`, if the owners agree to tell more.',
    ],
    [
      '任务向参与方索取的树节点汇总数超过其策略所允许的数量',
      '请减少树的数量或深度，或减少分箱和字段；若各方同意披露更多，请以更高的 `maxTreeEquations` 发起新项目。',
    ],
  ],
  'party-not-allowed': [
    'trust',
    [
      'The participants are not those of the signed manifest',
      'Run the job with exactly the parties and the helper that the manifest names.',
    ],
    ['参与方与已签署清单不符', '请严格按清单列出的参与方和辅助方运行任务。'],
  ],
  'fingerprint-mismatch': [
    'trust',
    [
      'A key is not the one that was agreed on',
      'Do not go on. Compare the fingerprint words with that node’s owner by telephone. If the key was replaced on purpose, enrol it anew.',
    ],
    ['密钥与约定的不一致', '请勿继续。请通过电话与对方核对指纹词。若对方确实更换了密钥，请重新登记。'],
  ],
  'peer-not-enrolled': [
    'trust',
    [
      'A node that nobody enrolled tried to connect',
      'Enrol it first, after comparing its fingerprint words with its owner.',
    ],
    ['未登记的节点试图连接', '请先与对方核对指纹词，再登记该节点。'],
  ],
  'invite-invalid': [
    'trust',
    [
      'The invite is not valid',
      'Use the whole line that `coscore coordinator invite` printed, on the node that it names. If in doubt, ask the operator for a new one.',
    ],
    [
      '邀请无效',
      '请在邀请所指的节点上使用 `coscore coordinator invite` 打印的整行。如有疑问，请让协调方运营者重新发出邀请。',
    ],
  ],
  'invite-used': [
    'trust',
    [
      'The invite was used already',
      'If it was not you who used it, tell the operator at once: somebody else may have joined under this name. Else ask for a new one.',
    ],
    ['邀请已被使用', '若不是您本人使用的，请立即告知协调方运营者：可能有人冒用此名称加入。否则请索取新的邀请。'],
  ],
  'invite-expired': [
    'trust',
    ['The invite has expired', 'Ask the operator of the coordinator for a new one.'],
    ['邀请已过期', '请向协调方运营者索取新的邀请。'],
  ],
  'name-taken': [
    'trust',
    [
      'Another key is enrolled under this name',
      'Choose another name. If the node lost its key, follow the lost-key procedure: telephone its owner, then `coordinator invite NAME --replace`.',
    ],
    [
      '该名称已登记了另一把密钥',
      '请换一个名称。若该节点遗失了密钥，请按密钥遗失流程处理：先电话核实，再执行 `coordinator invite NAME --replace`。',
    ],
  ],
  'too-many-attempts': [
    'trust',
    ['Too many attempts to join', 'Wait a minute and try again. The coordinator’s log names the addresses.'],
    ['加入尝试过于频繁', '请等待一分钟后重试。来源地址见协调方日志。'],
  ],
  'project-revoked': [
    'trust',
    [
      'A party withdrew from this project',
      'Nothing runs under it any more. Ask the party named in the detail; to go on, have a new project proposed and signed.',
    ],
    ['有参与方已撤回该项目', '该项目下不再运行任何任务。请联系详情中指出的参与方；如需继续，请重新发起并签署新项目。'],
  ],
  'audit-differs': [
    'trust',
    [
      'Two audit logs do not tell the same story',
      'Keep both files. The detail names the job and the entries: ask both owners, and compare with the coordinator’s log.',
    ],
    ['两份审计日志不一致', '请保留两份文件。详情中有任务和条目编号：请向双方核实，并与协调方的日志比对。'],
  ],
  'relay-refused': [
    'trust',
    [
      'The coordinator refused to relay between these nodes',
      'Check that both are parties of the project and that the job is still running.',
    ],
    ['协调方拒绝在这些节点之间中继', '请确认双方都是该项目的参与方，且任务仍在运行。'],
  ],
  'key-locked': [
    'trust',
    [
      'The node’s key cannot be opened',
      'Give the passphrase it was made with. A lost passphrase cannot be recovered: make a new identity and enrol it anew.',
    ],
    ['无法打开节点密钥', '请提供创建时的口令。口令遗失无法找回：请新建身份并重新登记。'],
  ],
  'key-permissions': [
    'trust',
    [
      'The key file may be read by others',
      'Run `chmod 600` on it as its owner. If others could have copied it, make a new identity.',
    ],
    ['密钥文件可被他人读取', '请以文件所有者身份执行 `chmod 600`。若可能已被他人复制，请新建身份。'],
  ],
  'key-not-sealed': [
    'trust',
    [
      'The key of this node is not encrypted, so a backup will not carry it',
      'Back up without --with-keys and keep a copy of the identity folder in a safe, or protect the key with COSCORE_PASSPHRASE.',
    ],
    [
      '本节点的私钥未加密，备份不会包含它',
      '请不加 --with-keys 备份，并另行安全保存 identity 目录，或用 COSCORE_PASSPHRASE 保护私钥。',
    ],
  ],
  'key-missing': [
    'trust',
    ['There is no usable key file', 'Check the node’s home directory, or restore the key from its backup.'],
    ['没有可用的密钥文件', '请检查节点的主目录，或从备份恢复密钥。'],
  ],
  'audit-broken': [
    'trust',
    [
      'The audit log was changed at entry {seq}',
      'Keep a copy of the state as evidence, find out who had access, and compare with the other parties’ logs.',
    ],
    ['审计日志在第 {seq} 条处被改动', '请保留一份状态副本作为证据，查明谁有访问权限，并与其他各方的日志比对。'],
  ],
} as const satisfies Readonly<Partial<Record<NodeErrorCode, Texts>>>;
