/** A job that grows a forest, once rows are aligned and split: binning, trees, evaluation, report. */
import type { AnyReport } from '@coscore/models/evaluate/report.ts';
import { manifestDigest } from '@coscore/node-core/manifest/index.ts';
import type { PartyId } from '@coscore/protocols';
import type { ModelPart } from '../../serve/claim.ts';
import type { AlignedTable } from '../aligned-table.ts';
import { type JobContext, dataParties } from '../context.ts';
import { finishAtLabelParty, keepShard, writeLearned } from '../finish-job.ts';
import type { JobInput } from '../run-job.ts';
import type { Stages } from '../stages.ts';
import { gatherTraffic, ownTraffic, sendTraffic } from '../traffic.ts';
import { loadEarlierForest, loadEarlierPart } from './earlier-forest.ts';
import { runForestAtFeatureParty } from './feature-forest.ts';
import { buildForestReport } from './forest-report.ts';
import { type LabelForestModel, runForestAtLabelParty } from './label-forest.ts';
import { growAlone } from './own-forest.ts';
import { type LabelShard, ownPart, SHOWN_PART } from './shard.ts';

export interface ForestRun {
  readonly input: JobInput;
  readonly context: JobContext;
  readonly stages: Stages;
  readonly table: AlignedTable;
  /** [rows] 1 = training row. */
  readonly train: Uint8Array;
}

export async function forestAtLabelParty({ input, context, stages, table, train }: ForestRun): Promise<void> {
  const earlier = await loadEarlierForest(input);
  const model = await runForestAtLabelParty(context, stages, table, train, earlier);
  const ownDigest = await keepShard(input, labelShard(model));
  await keepShownParts(input, model);
  const traffic = await gatherTraffic(context, ownTraffic(context, stages.costs, table.ownRows, 0));
  const alone = await stages.run('baseline', () => growAlone(context, table, train, model));
  const { manifest } = input;
  const make = (): AnyReport =>
    buildForestReport({
      context,
      manifest,
      project: manifestDigest(manifest),
      rowsAligned: table.frame.rows,
      train,
      model,
      alone,
      ownDigest,
      traffic,
      costs: stages.costs.stages,
      now: new Date(),
    });
  await finishAtLabelParty(input, stages, make, (report) => partsOf(context, report, model, ownDigest));
}

export async function forestAtFeatureParty({ input, context, stages, table, train }: ForestRun): Promise<void> {
  const shard = await runForestAtFeatureParty(context, stages, table, train, await loadEarlierPart(input));
  await keepShard(input, shard);
  await sendTraffic(context, ownTraffic(context, stages.costs, table.ownRows, 0));
  await writeLearned(input, ['align', 'split', 'binning', 'train', 'evaluate']);
}

function labelShard({ own, offered, records, forest, scaling }: LabelForestModel): LabelShard {
  const { offset, factor } = scaling;
  return {
    ...ownPart(own.binned, records),
    forest: { ...forest, trees: forest.trees.map(({ nodes }) => ({ nodes: nodes.map((node) => ({ ...node })) })) },
    offered: Object.fromEntries(
      [...offered].map(([party, features]) => [party, features.map(({ feature }) => feature)]),
    ),
    scaling: { offset, factor },
  };
}

async function keepShownParts({ job, attempt, artefacts }: JobInput, { parts }: LabelForestModel): Promise<void> {
  for (const [party, { shard }] of parts) {
    if (shard === undefined) continue;
    await artefacts.put({ job, stage: 'train', attempt, name: `${SHOWN_PART}${party}` }, Buffer.from(JSON.stringify(shard))); // prettier-ignore
  }
}

function partsOf(
  context: JobContext,
  { parties }: AnyReport,
  { parts }: LabelForestModel,
  ownDigest: string,
): ReadonlyMap<PartyId, ModelPart> {
  return new Map(
    dataParties(context).map((party): [PartyId, ModelPart] => [
      party,
      {
        features: parties[party]!.selected,
        digest: party === context.self ? ownDigest : parts.get(party)!.digest,
      },
    ]),
  );
}
