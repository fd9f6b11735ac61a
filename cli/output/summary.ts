/** The end of a run: what the joint model gained, what it cost, and what each party learned. */
import type { AnyReport, ForestReport, Metrics, ReportBase } from '@coscore/models/evaluate/report.ts';
import { bytes, count, difference, fixed, percent, seconds } from '@coscore/party-node/report/format.ts';
import type { AlignmentReport } from '@coscore/party-node/stages/alignment-report.ts';
import type { Lang, Texts } from '../texts.ts';
import { renderTable, wrap } from './table.ts';

/** The part of `report.json` that a script wants from `lab run --json`; curves and bins stay in the file. */
export function summaryOf(report: AnyReport): Record<string, unknown> {
  const { name, job, profile, labelParty, rowsAligned, parties, metrics, labelPartyAlone } = report;
  const { stages, links, learned, model, warnings } = report;
  return {
    name,
    job,
    profile,
    labelParty,
    rowsAligned,
    parties,
    metrics,
    labelPartyAlone,
    ...modelOf(report),
    stages,
    links,
    learned,
    model,
    warnings,
  };
}

function modelOf(report: AnyReport): Record<string, unknown> {
  if (report.kind !== 'forest') return { coefficients: report.coefficients, training: report.training };
  const { trees, grown, stoppedEarly, leaves, importance, exportable } = report.forest;
  return { forest: { trees, grown, stoppedEarly, leaves, importance, exportable } };
}

/** The end of a job that only aligned, or only dealt ahead. */
export function renderAlignment(report: AlignmentReport, texts: Texts, lang: Lang, width = 100): string {
  return [
    learnedList(report, texts, lang, width),
    linkTable(report, texts),
    stageTable(report, texts),
    ...Object.entries(report.dealt ?? {}).map(([party, { trees, now }]) =>
      texts.dealtAhead(party, count(trees), count(now)),
    ),
    `${texts.rowsAligned(count(report.rowsAligned))}; ${texts.observedProfile(report.profile)}`,
  ].join('\n\n');
}

/**
 * What matters most comes last, where a terminal stands when all is printed.
 * @param width cells of a line of running text
 */
export function renderSummary(report: AnyReport, texts: Texts, lang: Lang, width = 100): string {
  const sections = [
    learnedList(report, texts, lang, width),
    linkTable(report, texts),
    stageTable(report, texts),
    partyTable(report, texts),
    ...(report.kind === 'forest' ? [importanceTable(report.forest, texts)] : []),
    performance(report, texts),
    `${texts.rowsAligned(count(report.rowsAligned))}; ${texts.observedProfile(report.profile)}`,
    ...report.warnings.map((warning) => wrap(warning[lang], width, '! ')),
  ];
  return sections.join('\n\n');
}

function performance(report: ReportBase, texts: Texts): string {
  const { metrics, labelPartyAlone: alone } = report;
  const samples = [
    { name: texts.train, joint: metrics.train, alone: alone.train },
    ...(metrics.test !== undefined && alone.test !== undefined
      ? [{ name: texts.test, joint: metrics.test, alone: alone.test }]
      : []),
  ];
  const measures = ['auc', 'ks'] as const;
  const cells = (value: (sample: (typeof samples)[number], measure: (typeof measures)[number]) => string): string[] =>
    measures.flatMap((measure) => samples.map((sample) => value(sample, measure)));
  const of = (who: 'joint' | 'alone'): string[] =>
    cells((sample, measure) => fixed((sample[who] as Metrics)[measure], 3));
  return renderTable(
    [
      [texts.model, ...cells((sample, measure) => `${measure.toUpperCase()} ${sample.name}`)],
      [texts.alone(report.labelParty), ...of('alone')],
      [texts.joint, ...of('joint')],
      [texts.gain, ...cells((sample, measure) => difference(sample.joint[measure] - sample.alone[measure], 3))],
    ],
    `l${'r'.repeat(measures.length * samples.length)}`,
  );
}

function partyTable(report: ReportBase, texts: Texts): string {
  const rows = Object.entries(report.parties).map(([name, party]) => [
    name,
    texts.roles[party.role] ?? party.role,
    count(party.rows),
    count(party.features),
    count(party.selected),
  ]);
  return renderTable([[texts.party, texts.role, texts.rows, texts.columns, texts.selected], ...rows], 'llrrr');
}

/** The page shows them all. */
const IMPORTANT = 10;

function importanceTable({ trees, importance }: ForestReport['forest'], texts: Texts): string {
  const total = importance.reduce((sum, { gain }) => sum + gain, 0);
  const rows = importance
    .filter(({ splits }) => splits > 0)
    .slice(0, IMPORTANT)
    .map(({ party, feature, gain, splits }) => [feature, party, percent(gain / total), count(splits)]);
  const head = [texts.importance(count(trees)), texts.party, texts.gainShare, texts.splits];
  return renderTable([head, ...rows], 'llrr');
}

function stageTable(report: Pick<ReportBase, 'stages'>, texts: Texts): string {
  const { stages } = report;
  const withBytes = stages.some((stage) => stage.bytes !== undefined);
  const row = (name: string, time: number, traffic: number | undefined): string[] => [
    name,
    seconds(time),
    ...(withBytes ? [traffic === undefined ? '' : bytes(traffic)] : []),
  ];
  const sum = (values: readonly (number | undefined)[]): number =>
    values.reduce<number>((total, value) => total + (value ?? 0), 0);
  return renderTable(
    [
      [texts.stage, texts.seconds, ...(withBytes ? [texts.bytes] : [])],
      ...stages.map((stage) => row(texts.stages[stage.name] ?? stage.name, stage.seconds, stage.bytes)),
      row(texts.total, sum(stages.map((stage) => stage.seconds)), sum(stages.map((stage) => stage.bytes))),
    ],
    withBytes ? 'lrr' : 'lr',
  );
}

function linkTable(report: Pick<ReportBase, 'links'>, texts: Texts): string {
  const rows = report.links.map(({ from, to, bytes: sent, messages, direct }) => [
    from,
    direct === true ? `${to} (${texts.linkDirect})` : to,
    bytes(sent),
    count(messages),
  ]);
  return renderTable([[texts.from, texts.to, texts.bytes, texts.messages], ...rows], 'llrr');
}

function learnedList(report: Pick<ReportBase, 'learned'>, texts: Texts, lang: Lang, width: number): string {
  const parties = [...new Set(report.learned.map((entry) => entry.party))];
  const lines = parties.flatMap((party) => [
    `  ${party}`,
    ...report.learned.filter((entry) => entry.party === party).map((entry) => wrap(entry[lang], width, '    - ')),
  ]);
  return [`${texts.learned}:`, ...lines].join('\n');
}
