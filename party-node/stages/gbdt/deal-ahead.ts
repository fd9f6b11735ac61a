/** A job that only deals: what a forest of this recipe needs of the helper, kept on both parties' disks for a later job. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PartyId } from '@coscore/protocols';
import { fillAsFeature, fillAsLabel, type Filled } from '../../pool/fill.ts';
import { alignmentReport, type DealtAhead } from '../alignment-report.ts';
import { helperFor, type JobContext } from '../context.ts';
import { writeLearned } from '../finish-job.ts';
import { gatherTraffic, ownTraffic, sendTraffic } from '../traffic.ts';
import { forestColumns, offeringsStage, offerStage } from './columns.ts';
import type { ForestRun } from './index.ts';
import { poolTerms } from './joint-sums.ts';

/** What of the leak table such a job reaches. */
const STAGES = ['align', 'split', 'binning', 'deal'];

/** @throws NodeError `pool-full`, `disk-full`, `state-unwritable`; what alignment and dealing throw. */
export async function dealAhead(run: ForestRun): Promise<void> {
  if (run.context.self === run.context.labelParty) await atLabelParty(run);
  else await atFeatureParty(run);
}

async function atLabelParty({ input, context, stages, table, train }: ForestRun): Promise<void> {
  const offered = await stages.keep('binning', offeringsStage(context));
  const owners = [...offered].filter(([, features]) => features.length > 0);
  const told = progressOf(context);
  const dealt = await stages.run('deal', () =>
    Promise.all(
      owners.map(async ([party, features]): Promise<[PartyId, Filled]> => {
        const terms = fillTerms(context, party, features.length, train, told(party));
        return [party, await fillAsLabel(context.session, terms)];
      }),
    ),
  );
  for (const [party, filled] of dealt) await note(input, party, filled);
  const traffic = await gatherTraffic(context, ownTraffic(context, stages.costs, table.ownRows, 0));
  const parts: DealtAhead = Object.fromEntries(dealt.map(([party, { columns: trees, dealt: now }]) => [party, { trees, now }])); // prettier-ignore
  const rows = table.frame.rows;
  const report = alignmentReport(context, input.manifest, rows, traffic, stages.costs.stages, parts);
  await mkdir(input.reportFolder, { recursive: true, mode: 0o700 });
  await writeFile(join(input.reportFolder, 'report.json'), JSON.stringify(report, null, 2), { mode: 0o600 });
  await writeLearned(input, STAGES);
}

async function atFeatureParty({ input, context, stages, table, train }: ForestRun): Promise<void> {
  const columns = forestColumns(context.recipe, table.frame, train);
  await stages.keep('binning', offerStage(context, columns));
  const count = columns.features.length;
  // Nothing to split by: nothing is dealt between this node and the label party.
  if (count > 0) {
    const { labelParty, session } = context;
    const terms = fillTerms(context, labelParty, count, train, progressOf(context)(labelParty));
    const filled = await stages.run('deal', () => fillAsFeature(session, terms));
    await note(input, labelParty, filled);
  }
  await sendTraffic(context, ownTraffic(context, stages.costs, table.ownRows, 0));
  await writeLearned(input, STAGES);
}

function fillTerms(
  context: JobContext,
  peer: PartyId,
  features: number,
  train: Uint8Array,
  onColumns: (ready: number) => void,
): Parameters<typeof fillAsLabel>[1] {
  const { job, attempt } = context;
  const { pool, key, columns } = poolTerms(context, peer, features, train, treesOf(context));
  if (pool === undefined) throw new Error('a process that keeps no pool deals nothing ahead');
  return { pool, key, columns, job, attempt, helper: helperFor(context), onColumns };
}

function treesOf({ recipe }: JobContext): number {
  if (recipe.dealAhead === undefined) throw new Error('this recipe deals nothing ahead');
  return recipe.dealAhead;
}

/** Trees for which there is material with everybody. */
function progressOf(context: JobContext): (party: PartyId) => (ready: number) => void {
  const ready = new Map<PartyId, number>();
  const total = treesOf(context);
  return (party) => {
    ready.set(party, 0);
    return (columns) => {
      ready.set(party, columns);
      const done = Math.min(total, ...ready.values());
      context.progress({ stage: 'deal', done, total, unit: 'trees' });
    };
  };
}

function note(
  { audit, job }: ForestRun['input'],
  peer: PartyId,
  { columns, dealt, batches }: Filled,
): Promise<unknown> {
  return audit.append('dealt-ahead', { job, peer, trees: dealt, batches, ready: columns }, new Date());
}
