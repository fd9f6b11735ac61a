/** `report.json` of a job that ends before there is a model: it only aligns, or only deals ahead. */
import { learnedTable } from '@coscore/models/evaluate/leaks.ts';
import type { Learned, ReportLink, ReportStage } from '@coscore/models/evaluate/report.ts';
import type { Manifest } from '@coscore/node-core/manifest/index.ts';
import type { PartyId } from '@coscore/protocols';
import { leakBasis, linkTable, stageTable } from './build-report.ts';
import type { JobContext, StageName } from './context.ts';
import type { StageCost } from './costs.ts';
import type { PartyTraffic } from './traffic.ts';

/** By feature party: trees for which material lies ready, and how many of them this job dealt. */
export type DealtAhead = Readonly<Record<string, { readonly trees: number; readonly now: number }>>;

export interface AlignmentReport {
  readonly version: 1;
  readonly name: string;
  readonly job: string;
  readonly profile: 'aided' | 'blind';
  readonly rowsAligned: number;
  readonly parties: Readonly<Record<string, { readonly role: 'label' | 'feature'; readonly rows: number }>>;
  /** Sessions of this job, the one that finished it included. */
  readonly attempts: number;
  readonly stages: readonly ReportStage[];
  readonly links: readonly ReportLink[];
  readonly learned: readonly Learned[];
  /** Absent where nothing was to be dealt. */
  readonly dealt?: DealtAhead;
}

/** Stages of the leak table that a job reaches which stops after `align`. */
const ALIGNED: ReadonlySet<string> = new Set(['job', 'align']);
/** One that deals goes on to the columns that are offered; of training it has the helper's part. */
const DEALT: ReadonlySet<string> = new Set(['job', 'align', 'split', 'binning']);
const reached =
  (dealt: DealtAhead | undefined) =>
  ({ stage, what }: Learned): boolean =>
    dealt === undefined ? ALIGNED.has(stage) : DEALT.has(stage) || what === 'forest.helper';

export function alignmentReport(
  context: JobContext,
  manifest: Manifest,
  rowsAligned: number,
  traffic: ReadonlyMap<PartyId, PartyTraffic>,
  costs: ReadonlyMap<StageName, StageCost>,
  dealt?: DealtAhead,
): AlignmentReport {
  const { recipe, self } = context;
  const { profile } = traffic.get(self)!;
  return {
    version: 1,
    name: recipe.name,
    job: context.job,
    profile,
    rowsAligned,
    attempts: context.attempt,
    parties: Object.fromEntries(
      manifest.parties.map(({ id, role }) => [id, { role, rows: traffic.get(id as PartyId)!.rows }]),
    ),
    stages: stageTable({ costs, traffic }),
    links: linkTable(traffic, manifest),
    learned: learnedTable({
      ...leakBasis({ context, manifest, traffic }),
      ...(dealt === undefined ? { split: 'none' as const } : {}),
      model: dealt === undefined ? 'scorecard' : 'gbdt',
      correlation: false,
      raw: false,
    }).filter(reached(dealt)),
    ...(dealt === undefined ? {} : { dealt }),
  };
}
