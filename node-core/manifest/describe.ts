/** A manifest in plain words, for whoever is asked to approve it. */
import { fingerprintWords } from '../identity/words.ts';
import { helperOf, partyOf, reachable, type Manifest, type ManifestParty, type Reachable } from './manifest.ts';
import { defaultPolicy, type Policy, type PolicyKnob } from './policy.ts';

type Lang = 'en' | 'zh';

interface Sentences {
  readonly heading: (m: Manifest) => string;
  readonly purpose: (m: Manifest) => string;
  readonly you: (party: ManifestParty) => string;
  readonly notYou: string;
  readonly party: (party: ManifestParty, columns: string, words: string) => string;
  readonly label: (party: ManifestParty) => string;
  readonly split: (column: string) => string;
  readonly noColumns: string;
  readonly aided: (helper: string, coordinates: boolean) => string;
  readonly blind: string;
  readonly coordinator: (id: string, words: string) => string;
  readonly direct: (nodes: readonly Reachable[]) => string;
  readonly unused: (node: Reachable) => string;
  readonly models: (m: Manifest) => string;
  readonly serving: (label: string, quota: number) => string;
  readonly exporting: (label: string) => string;
  readonly join: Readonly<Record<Manifest['join'], string>>;
  readonly term: (m: Manifest) => string;
  readonly policyDefault: string;
  readonly knob: (knob: string, value: string, usual: string) => string;
  readonly separator: string;
}

const SCORING = 'score';
/** In the recipe's words, explained where those are an abbreviation. */
const trainable = ({ models }: Manifest, lang: Lang): readonly string[] =>
  models.filter((kind) => kind !== SCORING).map((kind) => (kind === 'gbdt' ? forestNames[lang] : kind));
const forestNames: Readonly<Record<Lang, string>> = { en: 'gbdt (boosted trees)', zh: 'gbdt（梯度提升树）' };

const en: Sentences = {
  heading: (m) => `Project ${m.project}`,
  purpose: (m) => `Purpose: ${m.purpose}`,
  you: (party) =>
    `You are ${party.id}, the ${party.role} party. Approving signs everything below; your node then accepts nothing else.`,
  notYou: 'You are not a party of this project.',
  party: (party, columns, words) =>
    `${party.id} (${party.role} party) takes part with about ${party.dataset.rowsRounded} rows of ${party.dataset.name}, matched by ${party.dataset.id}; columns that may be used: ${columns}. Its key: ${words}`,
  label: (party) =>
    `${party.id} also holds the label ${party.dataset.label ?? ''}, gets the report and the joint scores of its own firms.`,
  split: (column) =>
    `Jobs may divide training rows from test rows by its column ${column}: the other parties then see which common firms are on which side of the limit.`,
  noColumns: 'none',
  aided: (helper, coordinates) =>
    `Trust profile aided: ${helper}${coordinates ? ' (the coordinator)' : ''} deals randomness and matches keyed ids. It sees no id, feature, label or score, and must not collude with a party.`,
  blind:
    'Trust profile blind: nobody but the parties takes part in the mathematics; the coordinator relays ciphertext.',
  coordinator: (id, words) =>
    `${id} coordinates: it sees who takes part, column names, sizes and times, never rows. Its key: ${words}`,
  direct: (nodes) =>
    `Connected with each other directly, not through the coordinator: ${nodes.map(({ id, address }) => `${id} (${address})`).join(', ')}. Everyone in the project sees these addresses; how much these send each other, and when, the coordinator does not see. If such a connection cannot be made the job stops; nothing goes through the coordinator instead.`,
  unused: ({ id, address }) =>
    `${id} names its address, ${address}, and nobody else names one: all are connected through the coordinator.`,
  models: (m) => `Models that may be trained: ${trainable(m, 'en').join(', ')}.`,
  serving: (label, quota) =>
    `${label} may have up to ${quota} applicants a day scored with them, each party giving its part for those it knows.`,
  exporting: (label) =>
    `Of finished forests every party hands its cut points and category names to ${label}, which may take the whole model away and use it alone.`,
  join: {
    inner: 'Only firms that all parties hold are used; each party learns which of its own firms those are.',
    left: 'All firms of the label party are used; the others learn how many those are.',
  },
  term: (m) => `Good for ${m.runs} ${m.runs === 1 ? 'run' : 'runs'} until ${m.expires}.`,
  policyDefault: 'The disclosure policy is the default one.',
  knob: (knob, value, usual) => `Policy: ${knob} is ${value} (default ${usual}).`,
  separator: ', ',
};

const zh: Sentences = {
  heading: (m) => `项目 ${m.project}`,
  purpose: (m) => `用途：${m.purpose}`,
  you: (party) =>
    `您是 ${party.id}（${party.role === 'label' ? '标签方' : '特征方'}）。批准即签署以下全部内容；此后您的节点不接受任何其他请求。`,
  notYou: '您不是该项目的参与方。',
  party: (party, columns, words) =>
    `${party.id}（${party.role === 'label' ? '标签方' : '特征方'}）以 ${party.dataset.name} 的约 ${party.dataset.rowsRounded} 行参与，按 ${party.dataset.id} 对齐；可使用的列：${columns}。其密钥：${words}`,
  label: (party) => `${party.id} 还持有标签 ${party.dataset.label ?? ''}，并得到报告及其自有企业的联合评分。`,
  split: (column) => `任务可按其 ${column} 列划分训练与测试样本：其他各方会看到每家共有企业位于界限的哪一侧。`,
  noColumns: '无',
  aided: (helper, coordinates) =>
    `信任模式 aided：${helper}${coordinates ? '（协调方）' : ''}分发随机数并匹配加密标识。它看不到任何标识、特征、标签或评分，且不得与任何一方串通。`,
  blind: '信任模式 blind：除各方外无人参与计算；协调方只转发密文。',
  coordinator: (id, words) => `${id} 负责协调：它能看到参与方、列名、数据量和时间，看不到任何数据行。其密钥：${words}`,
  direct: (nodes) =>
    `以下各方之间直接连接，不经协调方：${nodes.map(({ id, address }) => `${id}（${address}）`).join('、')}。项目各方都能看到这些地址；它们之间何时发送多少数据，协调方看不到。若无法建立直接连接，任务即停止，不会改由协调方转发。`,
  unused: ({ id, address }) => `${id} 给出了地址 ${address}，其他各方均未给出：全部经协调方连接。`,
  models: (m) => `可训练的模型：${trainable(m, 'zh').join('、')}。`,
  serving: (label, quota) =>
    `${label} 每天至多可用这些模型为 ${quota} 个申请人评分，各方对自己掌握的申请人给出所需的部分。`,
  exporting: (label) => `树模型训练完成后，各方将其切点和类别名称交给 ${label}；${label} 可导出完整模型并单独使用。`,
  join: {
    inner: '只使用各方共有的企业；每一方会知道自己的哪些企业在其中。',
    left: '使用标签方的全部企业；其他各方会知道其数量。',
  },
  term: (m) => `可运行 ${m.runs} 次，有效期至 ${m.expires}。`,
  policyDefault: '披露策略为默认策略。',
  knob: (knob, value, usual) => `策略：${knob} 为 ${value}（默认 ${usual}）。`,
  separator: '、',
};

const sentences: Readonly<Record<Lang, Sentences>> = { en, zh };

function servingLine({ models, policy, parties }: Manifest, s: Sentences): readonly string[] {
  if (!models.includes(SCORING) || policy.serveQuota === 0) return [];
  return [s.serving(parties.find(({ role }) => role === 'label')!.id, policy.serveQuota)];
}

function directLine(manifest: Manifest, s: Sentences): readonly string[] {
  const [first, ...others] = reachable(manifest);
  if (first === undefined) return [];
  return [others.length === 0 ? s.unused(first) : s.direct([first, ...others])];
}

function exportLine({ models, policy, parties }: Manifest, s: Sentences): readonly string[] {
  if (!models.includes('gbdt') || !policy.allowExport) return [];
  return [s.exporting(parties.find(({ role }) => role === 'label')!.id)];
}

function policyLines(policy: Policy, s: Sentences): readonly string[] {
  const knobs = Object.keys(defaultPolicy) as PolicyKnob[];
  const changed = knobs.filter((knob) => policy[knob] !== defaultPolicy[knob]);
  if (changed.length === 0) return [s.policyDefault];
  return changed.map((knob) => s.knob(knob, String(policy[knob]), String(defaultPolicy[knob])));
}

/**
 * One sentence or short paragraph a line: who takes part with which columns, who helps, what for, how long.
 * What each party learns comes from the leak catalogue and belongs beside it.
 * @param self id of the reader's node.
 */
export function describeManifest(manifest: Manifest, self: string, lang: Lang): readonly string[] {
  const s = sentences[lang];
  const words = (fingerprint: string): string => fingerprintWords(fingerprint, lang).join(' ');
  const own = partyOf(manifest, self);
  const helper = helperOf(manifest);
  const parties = manifest.parties.flatMap((party) => {
    const columns = party.dataset.columns.map((column) => column.name).join(s.separator);
    const line = s.party(party, columns === '' ? s.noColumns : columns, words(party.fingerprint));
    const { split } = party.dataset;
    return [
      line,
      ...(party.role === 'label' ? [s.label(party)] : []),
      ...(split === undefined ? [] : [s.split(split)]),
    ];
  });
  return [
    s.heading(manifest),
    s.purpose(manifest),
    own === undefined ? s.notYou : s.you(own),
    ...parties,
    helper === undefined ? s.blind : s.aided(helper.id, helper.id === manifest.coordinator.id),
    s.coordinator(manifest.coordinator.id, words(manifest.coordinator.fingerprint)),
    ...directLine(manifest, s),
    s.models(manifest),
    ...servingLine(manifest, s),
    ...exportLine(manifest, s),
    s.join[manifest.join],
    s.term(manifest),
    ...policyLines(manifest.policy, s),
  ];
}
