/**
 * What an owner reads before signing: the manifest in plain words, and what each participant would get to know. The second
 * part comes from the leak catalogue (models/evaluate/leaks.ts), which the report and docs/threat-model.md print too.
 */
import { type LeakContext, learnedTable } from '@coscore/models/evaluate/leaks.ts';
import type { Learned } from '@coscore/models/evaluate/report.ts';
import { describeManifest, directPairs, helperOf, type Manifest } from '@coscore/node-core/manifest/index.ts';
import { forestCost } from './approval-cost.ts';
import type { Calibration } from './plan/kept-calibration.ts';
import { isTextKey, type Language, texts } from './report/texts.ts';

export interface ApprovalText {
  /** One sentence or short paragraph each. */
  readonly manifest: readonly string[];
  readonly heading: string;
  /** What each participant learns at most, in the order of the manifest. */
  readonly learned: readonly { readonly party: string; readonly lines: readonly string[] }[];
  /** What the table supposes, and what a forest would cost. */
  readonly notes: readonly string[];
}

const headings: Readonly<Record<Language, string>> = {
  en: 'What each one gets to know at most, under this manifest:',
  zh: '在本清单下，各方至多获知：',
};
const oneLeft: Readonly<Record<Language, string>> = {
  en: 'Sums over several feature parties hide each part only while at least two of them keep columns in the model. If the selection drops all columns of all but one, a sum is that party’s part; the report of the job then says so.',
  zh: '多个特征方之和只有在至少两方仍有字段入模时才能掩盖各自的部分。若筛选只留下一方的字段，则“和”就是该方自己的部分；任务报告会如实写明。',
};
const nothingMore: Readonly<Record<Language, string>> = { en: 'Nothing more.', zh: '别无其他。' };

/**
 * @param self id of the reader's node; the coordinator's operator is not among the parties.
 * @param calibration of the reader's machine, to tell how long a forest takes; absent: not told.
 */
export function approvalText(
  manifest: Manifest,
  self: string,
  lang: Language,
  calibration?: Calibration,
): ApprovalText {
  const learned = mostLearned(manifest);
  return {
    manifest: describeManifest(manifest, self, lang),
    heading: headings[lang],
    learned: participants(manifest).map((party) => {
      const lines = learned.filter((line) => line.party === party);
      return { party, lines: lines.length === 0 ? [nothingMore[lang]] : lines.map((line) => said(line, lang)) };
    }),
    notes: notesOn(manifest, lang, calibration),
  };
}

function notesOn(manifest: Manifest, lang: Language, calibration: Calibration | undefined): string[] {
  const sums = manifest.parties.length > 2 && manifest.policy.shareContributions === 'sum' ? [oneLeft[lang]] : [];
  const cost = forestCost(manifest, lang, calibration);
  return cost === undefined ? sums : [...sums, cost];
}

function participants({ parties, coordinator, ...manifest }: Manifest): readonly string[] {
  const helper = helperOf({ parties, coordinator, ...manifest })?.id;
  return [...new Set([...parties.map(({ id }) => id), coordinator.id, ...(helper === undefined ? [] : [helper])])];
}

function said(line: Learned, lang: Language): string {
  const key = `stage_${line.stage}`;
  return `${isTextKey(key) ? texts[key][lang] : line.stage}${lang === 'zh' ? '：' : ': '}${line[lang]}`;
}

/** The recipe is not signed and may ask for less: so this is the union over every recipe that the manifest allows. */
function mostLearned(manifest: Manifest): readonly Learned[] {
  const lines = allowedContexts(manifest).flatMap((context) => learnedTable(context));
  const aligned = manifest.models.every((model) => model === 'align' || model === 'score');
  const unique = new Map(lines.map((line) => [`${line.party}\n${line.what}`, line]));
  return [...unique.values()].filter(({ stage }) => !aligned || stage === 'job' || stage === 'align');
}

function allowedContexts(manifest: Manifest): readonly LeakContext[] {
  const { profile, parties, coordinator, join, policy, models } = manifest;
  const label = parties.find(({ role }) => role === 'label')!;
  const helper = helperOf(manifest)?.id;
  const base: Omit<LeakContext, 'model' | 'raw'> = {
    profile,
    labelParty: label.id,
    featureParties: parties.filter(({ role }) => role === 'feature').map(({ id }) => id),
    coordinator: coordinator.id,
    direct: directPairs(manifest),
    ...(helper === undefined ? {} : { helper }),
    join,
    policy,
    // A recipe may always ask for it.
    correlation: true,
    serveQuota: models.includes('score') ? policy.serveQuota : 0,
  };
  const forest = models.includes('gbdt') ? (['gbdt'] as const) : [];
  const logistic = models.includes('logistic') ? (['logistic'] as const) : [];
  // What a scorecard tells covers what a logistic regression does; a manifest that only aligns has no line of either.
  const linear =
    models.includes('scorecard') || forest.length + logistic.length === 0 ? (['scorecard'] as const) : logistic;
  const kinds = [...linear, ...forest];
  const splits = label.dataset.split === undefined ? (['random'] as const) : (['random', 'column'] as const);
  const raws = policy.allowRawColumns ? [false, true] : [false];
  return kinds.flatMap((model) => raws.flatMap((raw) => splits.map((split) => ({ ...base, model, raw, split }))));
}
