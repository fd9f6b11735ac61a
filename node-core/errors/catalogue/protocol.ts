/** What goes wrong between nodes, and in the mathematics below: the codes of protocols/errors.ts and crypto/errors.ts. */
import type { CryptoErrorCode } from '@coscore/crypto/errors.ts';
import type { ProtocolErrorCode } from '@coscore/protocols/errors.ts';
import type { Texts } from './entry.ts';

const sameVersion =
  'Check that all nodes run the same version. If it comes again, ask the other party’s owner what was changed there.';
const sameVersionZh = '请确认各节点版本一致。若再次出现，请询问对方节点做过什么改动。';

export const protocolTexts: Readonly<Record<ProtocolErrorCode | CryptoErrorCode, Texts>> = {
  'wrong-round': [
    'protocol',
    ['Another node sent a message that does not belong at this point', sameVersion],
    ['另一节点发来了不属于此步骤的消息', sameVersionZh],
  ],
  malformed: [
    'protocol',
    ['Another node sent a message that cannot be decoded', sameVersion],
    ['另一节点发来了无法解码的消息', sameVersionZh],
  ],
  'wrong-size': [
    'protocol',
    ['Another node sent a message of a size that was not agreed', sameVersion],
    ['另一节点发来的消息大小与约定不符', sameVersionZh],
  ],
  'out-of-range': [
    'protocol',
    ['A value is outside the range that was agreed', sameVersion],
    ['有数值超出约定范围', sameVersionZh],
  ],
  'bad-point': [
    'protocol',
    [
      'Another node sent a value that is no point of the curve',
      'Do not run the job again before its owner has explained it: honest software never sends one.',
    ],
    ['另一节点发来的值不是曲线上的点', '请在对方解释清楚之前不要重新运行：正常软件不会发送这样的值。'],
  ],
  'bad-ciphertext': [
    'protocol',
    [
      'Another node sent a ciphertext that cannot be decrypted',
      'The key was destroyed. Do not run the job again before its owner has explained it: honest software never sends one.',
    ],
    ['另一节点发来了无法解密的密文', '密钥已销毁。请在对方解释清楚之前不要重新运行：正常软件不会发送这样的密文。'],
  ],
  'bad-length': [
    'protocol',
    ['A key, seed or share has the wrong length', sameVersion],
    ['密钥、种子或份额的长度有误', sameVersionZh],
  ],
  replayed: [
    'protocol',
    [
      'A message arrived twice or out of order',
      'The session was ended for safety. Run the job again; if it comes again, somebody between the nodes interferes.',
    ],
    ['消息重复到达或顺序错乱', '为安全起见会话已终止。请重新运行任务；若再次出现，说明节点之间有人干扰。'],
  ],
  'material-reused': [
    'protocol',
    [
      'One-time randomness was about to be used a second time',
      'It was refused, so nothing leaked. Run the job again. If this state was restored from a backup, make new projects instead.',
    ],
    ['一次性随机数险些被再次使用', '已被拒绝，没有泄露。请重新运行任务。若状态是从备份恢复的，请新建项目。'],
  ],
  'parameter-mismatch': [
    'protocol',
    [
      'Two nodes disagree on the parameters of the job',
      'Check that they run the same version and hold the same manifest.',
    ],
    ['两个节点的任务参数不一致', '请确认版本相同且持有同一份清单。'],
  ],
  'profile-unavailable': [
    'usage',
    [
      'This step is not available in the trust profile that was asked for',
      'Use the aided profile for it. Coscore never changes the profile by itself.',
    ],
    ['所请求的信任模式尚不支持此步骤', '请改用 aided 模式。Coscore 不会自行更换模式。'],
  ],
  'intersection-too-small': [
    'data',
    [
      'The parties share fewer firms than the policy demands',
      'Check that all sides use the same kind of id, written the same way. Nothing else was revealed.',
    ],
    ['各方共有的企业少于策略要求', '请确认各方使用同一种标识且写法一致。除此之外没有泄露任何信息。'],
  ],
  'duplicate-ids': [
    'data',
    [
      'Ids repeat once they are normalised',
      'Ids that differ only in case, spaces or width count as one. Remove or merge those rows.',
    ],
    ['标识归一化后有重复', '仅大小写、空格或全半角不同的标识视为同一个。请删除或合并这些行。'],
  ],
  overflow: [
    'model',
    [
      'A number grew beyond what the protocol can carry',
      'Cap extreme values in the data, or bin the columns instead of using them raw.',
    ],
    ['有数值超出协议可承载的范围', '请对数据中的极端值设限，或对列进行分箱而不是直接使用原值。'],
  ],
  'share-accident': [
    'protocol',
    [
      'Shares of a number came out wrong by chance',
      'Nothing to mend: the job goes on from its last iteration with fresh randomness. About one training of 100,000 rows in twenty thousand meets this.',
    ],
    [
      '某个数值的份额因偶然原因未能正确相加',
      '无需处理：任务会用新的随机数从上一次迭代继续。十万行的训练大约每两万次会遇到一次。',
    ],
  ],
  cancelled: [
    'cancelled',
    ['The work was cancelled', 'Run it again when you are ready.'],
    ['工作已取消', '可随时重新运行。'],
  ],
  'peer-lost': [
    'protocol',
    [
      'The connection to another node was lost',
      'Check with its owner that the node is running, then run the job again.',
    ],
    ['与另一节点的连接中断', '请与对方确认节点在运行，然后重新运行任务。'],
  ],
};
