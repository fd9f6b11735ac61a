/** The tables of docs/threat-model.md, written from the leak catalogue so that the document cannot fall behind it. */
import { type LeakContext, type LeakKey, leakTests, learnedTable } from '@coscore/models/evaluate/leaks.ts';
import type { Learned } from '@coscore/models/evaluate/report.ts';
import { isTextKey, type Language, type Text, texts } from './texts.ts';

/** The project that the document speaks of: a bank, a tax bureau and a platform, every knob at its default. */
export const exampleProject: LeakContext = {
  profile: 'aided',
  labelParty: 'bank',
  featureParties: ['tax', 'logistics'],
  coordinator: 'coordinator',
  join: 'inner',
  policy: {
    shareWoe: true,
    shareIv: true,
    shareContributions: 'sum',
    minRowsPerBin: 50,
    maxLeverage: 0.2,
    minRowsPerNodeBin: 20,
    maxTreeEquations: 'off',
    allowExport: false,
  },
  model: 'scorecard',
  correlation: true,
  raw: false,
};

const forestProject: LeakContext = { ...exampleProject, model: 'gbdt', correlation: false };

/** Settings that add a line to the table or change one. */
const variants: readonly { readonly when: Text; readonly context: LeakContext }[] = [
  {
    when: { en: 'only one feature party', zh: '只有一个特征方' },
    context: { ...exampleProject, featureParties: ['tax'] },
  },
  { when: { en: '`join: left`', zh: '`join: left`' }, context: { ...exampleProject, join: 'left' } },
  {
    when: { en: '`split` by a column', zh: '按字段 `split`' },
    context: { ...exampleProject, split: 'column' },
  },
  {
    when: { en: '`shareWoe: false`', zh: '`shareWoe: false`' },
    context: { ...exampleProject, policy: { ...exampleProject.policy, shareWoe: false } },
  },
  {
    when: { en: '`shareContributions: party`', zh: '`shareContributions: party`' },
    context: { ...exampleProject, policy: { ...exampleProject.policy, shareContributions: 'party' } },
  },
  {
    when: { en: '`shareContributions: dimension`', zh: '`shareContributions: dimension`' },
    context: { ...exampleProject, policy: { ...exampleProject.policy, shareContributions: 'dimension' } },
  },
  {
    when: { en: '`shareContributions: feature`', zh: '`shareContributions: feature`' },
    context: { ...exampleProject, policy: { ...exampleProject.policy, shareContributions: 'feature' } },
  },
  {
    when: { en: '`allowRawColumns: true`, `woe: false`', zh: '`allowRawColumns: true`、`woe: false`' },
    context: { ...exampleProject, raw: true },
  },
  {
    when: { en: '`serveQuota: 500`', zh: '`serveQuota: 500`' },
    context: { ...exampleProject, serveQuota: 500 },
  },
  {
    when: {
      en: '`serveQuota: 500`, `shareContributions: party`',
      zh: '`serveQuota: 500`、`shareContributions: party`',
    },
    context: {
      ...exampleProject,
      serveQuota: 500,
      policy: { ...exampleProject.policy, shareContributions: 'party' },
    },
  },
  {
    when: {
      en: '`serveQuota: 500`, `shareContributions: feature`',
      zh: '`serveQuota: 500`、`shareContributions: feature`',
    },
    context: {
      ...exampleProject,
      serveQuota: 500,
      policy: { ...exampleProject.policy, shareContributions: 'feature' },
    },
  },
  {
    when: { en: '`project create --direct`, all parties listening', zh: '`project create --direct`，各方均监听' },
    context: {
      ...exampleProject,
      direct: [
        ['bank', 'tax'],
        ['bank', 'logistics'],
        ['tax', 'logistics'],
      ],
    },
  },
  { when: { en: 'profile `blind`', zh: '`blind` 模式' }, context: { ...exampleProject, profile: 'blind' } },
  {
    when: { en: 'profile `blind`, `join: left`, one feature party', zh: '`blind` 模式、`join: left`、一个特征方' },
    context: { ...exampleProject, profile: 'blind', join: 'left', featureParties: ['tax'] },
  },
  { when: { en: '`kind: gbdt`', zh: '`kind: gbdt`' }, context: forestProject },
  {
    when: { en: '`kind: gbdt`, `allowExport: true`', zh: '`kind: gbdt`、`allowExport: true`' },
    context: { ...forestProject, policy: { ...forestProject.policy, allowExport: true } },
  },
  {
    when: { en: '`kind: gbdt`, `serveQuota: 500`', zh: '`kind: gbdt`、`serveQuota: 500`' },
    context: { ...forestProject, serveQuota: 500 },
  },
];

/** Markdown: one table of the example, one of what other settings add. Ends without a newline. */
export function leakTables(language: Language): string {
  const base = learnedTable(exampleProject);
  const known = new Set(base.map(({ what }) => what));
  const added: (readonly string[])[] = [];
  for (const { when, context } of variants) {
    for (const line of withoutRepeats(learnedTable(context)).filter(({ what }) => !known.has(what))) {
      known.add(line.what);
      added.push([when[language], who(line, context, language), line[language], `\`${line.what}\``, shownBy(line)]);
    }
  }
  const heads = {
    en: { who: 'Who', stage: 'Stage', what: 'What it learns', key: 'Key', test: 'Shown by', when: 'With' },
    zh: { who: '谁', stage: '阶段', what: '获知内容', key: '编号', test: '由何测试证明', when: '设置' },
  }[language];
  return [
    table(
      [heads.who, heads.stage, heads.what, heads.key, heads.test],
      withoutRepeats(base).map((line) => [
        who(line, exampleProject, language),
        stage(line.stage, language),
        line[language],
        `\`${line.what}\``,
        shownBy(line),
      ]),
    ),
    '',
    { en: 'Other settings add or change these lines:', zh: '其他设置会增加或改变以下各行：' }[language],
    '',
    table([heads.when, heads.who, heads.what, heads.key, heads.test], added),
  ].join('\n');
}

/** A line that several parties have in common, once. */
function withoutRepeats(lines: readonly Learned[]): Learned[] {
  const seen = new Set<string>();
  return lines.filter(({ what }) => !seen.has(what) && seen.add(what));
}

function who({ what }: Learned, context: LeakContext, language: Language): string {
  const holders = learnedTable(context)
    .filter((line) => line.what === what)
    .map(({ party }) => party);
  return holders.join(language === 'en' ? ', ' : '、');
}

/** The tests behind a line, each as its file and title. */
function shownBy({ what }: Learned): string {
  return leakTests[what as LeakKey].map(({ file, title }) => `\`${file}\`: “${title}”`).join('; ');
}

function stage(name: string, language: Language): string {
  const key = `stage_${name}`;
  return isTextKey(key) ? texts[key][language] : name;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

const START = '<!-- leak-table: generated by tools/leak-docs.mjs -->';
const END = '<!-- /leak-table -->';

/**
 * The document with fresh tables between its markers.
 *
 * @throws Error when a marker is missing.
 */
export function withLeakTables(document: string, language: Language): string {
  const start = document.indexOf(START);
  const end = document.indexOf(END);
  if (start < 0 || end < start) throw new Error('the document lacks the markers of the leak table');
  return `${document.slice(0, start + START.length)}\n\n${leakTables(language)}\n\n${document.slice(end)}`;
}
