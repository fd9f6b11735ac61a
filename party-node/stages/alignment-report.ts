/** `report.json` of a job that only aligns. */
import { learnedTable } from '@coscore/models/evaluate/leaks.ts';
import type { Learned, ReportLink, ReportStage } from '@coscore/models/evaluate/report.ts';
import { helperOf, type Manifest } from '@coscore/node-core/manifest/index.ts';
import type { PartyId } from '@coscore/protocols';
import { linkTable, stageTable } from './build-report.ts';
import type { JobContext, StageName } from './context.ts';
import type { StageCost } from './costs.ts';
import type { PartyTraffic } from './traffic.ts';

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
}

/** Stages of the leak table that a job reaches which stops after `align`. */
const REACHED: ReadonlySet<string> = new Set(['job', 'align']);

export function alignmentReport(
  context: JobContext,
  manifest: Manifest,
  rowsAligned: number,
  traffic: ReadonlyMap<PartyId, PartyTraffic>,
  costs: ReadonlyMap<StageName, StageCost>,
): AlignmentReport {
  const { recipe, self } = context;
  const helper = helperOf(manifest)?.id;
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
    links: linkTable(traffic, helper),
    learned: learnedTable({
      profile,
      labelParty: context.labelParty,
      featureParties: [...context.featureParties],
      ...(helper === undefined ? {} : { helper }),
      coordinator: manifest.coordinator.id,
      join: recipe.join,
      policy: recipe.policy,
      model: 'scorecard',
      correlation: false,
      raw: false,
      split: 'none',
    }).filter(({ stage }) => REACHED.has(stage)),
  };
}
