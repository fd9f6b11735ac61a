/** Material dealt ahead, over the in-memory network with real roles, state and files: the same forest, each batch used once. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PoolBatch } from '@coscore/node-core';
import type { Recipe } from '@coscore/node-core/recipe/index.ts';
import type { AlignmentReport } from '@coscore/party-node/stages/alignment-report.ts';
import { labelShardSchema } from '@coscore/party-node/stages/gbdt/shard.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { MemoryProject, type AttemptOptions, type AttemptOutcome } from '../support/memory-project.ts';
import type { JobEvent } from '../support/memory-session.ts';
import { smallRecipe, writeSmallEconomy, type SmallEconomy } from '../support/small-economy.ts';

const PARTIES = ['bank', 'tax'] as const;
const TREES = 12;

let economy: SmallEconomy;
let project: MemoryProject;
let recipe: Recipe;
/** Trees of a forest that was dealt as it went. */
let fresh: unknown;

beforeAll(async () => {
  economy = await writeSmallEconomy(await mkdtemp(join(tmpdir(), 'cs-data-')), 500);
  recipe = smallRecipe(PARTIES, {
    name: 'forest',
    features: { bins: 12 },
    model: { kind: 'gbdt', trees: TREES, depth: 2, seed: 5 },
    policy: { minRowsPerBin: 20, minRowsPerNodeBin: 5 },
  });
  project = await MemoryProject.open(recipe, economy.dir);
  const outcome = await train('fresh');
  expect(dealtTo(outcome, 'tax')).toBeGreaterThan(0);
  // The exchange about an empty pool: one message each way and pair.
  expect(outcome.transcript.filter(({ kind }) => kind.startsWith('pool-'))).toHaveLength(2);
  fresh = await treesOf('fresh');
});
afterAll(async () => {
  await project?.close();
  await rm(economy.dir, { recursive: true, force: true });
});
afterEach(async () => {
  for (const { pool } of all()) for (const { project: of } of await pool.list()) await pool.wipe(of, 'owner');
});

const all = (): { party: string; pool: ReturnType<MemoryProject['pool']> }[] =>
  PARTIES.map((party) => ({ party, pool: project.pool(party) }));

async function succeed(job: string, attempt: number, options: AttemptOptions): Promise<AttemptOutcome> {
  const outcome = await project.attempt(job, attempt, options);
  if (outcome.failure !== undefined) throw outcome.failure;
  return outcome;
}

const deal = (job: string, trees: number, attempt = 1): Promise<AttemptOutcome> =>
  succeed(job, attempt, { recipe: { ...recipe, dealAhead: trees } });
const train = (job: string, attempt = 1): Promise<AttemptOutcome> => succeed(job, attempt, { recipe });

const treesOf = async (job: string): Promise<unknown> =>
  labelShardSchema.parse(JSON.parse(await project.shard(job, 'bank'))).forest.trees;

const dealtTo = ({ transcript }: AttemptOutcome, party: string): number =>
  transcript.filter(({ kind, to }) => kind === 'dealt' && to === party).length;

const trees = (batches: readonly PoolBatch[]): number => batches.reduce((sum, { columns }) => sum + columns, 0);

const folderOf = (party: string): string => join(project.dir, party, 'pool');
const filesOf = (party: string): Promise<string[]> => readdir(folderOf(party)).catch(() => []);

async function expectNothingLeft(): Promise<void> {
  for (const { party, pool } of all()) {
    expect(await pool.list(), party).toEqual([]);
    expect(await filesOf(party), party).toEqual([]);
  }
}

class Killed extends Error {}
const killAt = (fits: (event: JobEvent) => boolean): ((event: JobEvent) => void) => {
  let done = false;
  return (event) => {
    if (done || !fits(event)) return;
    done = true;
    throw new Killed('kill -9');
  };
};

/** Every file of every node, the databases among them. */
async function everyByte(): Promise<Buffer[]> {
  const found = await readdir(project.dir, { recursive: true, withFileTypes: true });
  return Promise.all(
    found.filter((entry) => entry.isFile()).map((entry) => readFile(join(entry.parentPath, entry.name))),
  );
}

describe('a job that deals ahead', () => {
  it('leaves batches with both ends and the residues with one, and says so in report and log', async () => {
    await deal('ahead', TREES);
    const [bank, tax] = await Promise.all(all().map(({ pool }) => pool.list()));
    expect(trees(tax!)).toBe(TREES);
    expect(tax!.map(({ columns }) => columns)).toEqual([10, 2]);
    expect(bank!.map(({ id }) => id).toSorted()).toEqual(tax!.map(({ id }) => id).toSorted());
    expect(bank!.every(({ bytes }) => bytes === 32)).toBe(true);
    for (const { bytes, slots, features, columns } of tax!) expect(bytes).toBe(32 + slots * features * columns * 8);
    expect((await filesOf('tax')).toSorted()).toEqual(tax!.map(({ id }) => id).toSorted());
    const report = (await project.report('ahead')) as unknown as AlignmentReport;
    expect(report.dealt).toEqual({ tax: { trees: TREES, now: TREES } });
    expect(report.learned.map(({ what }) => what)).toContain('forest.helper');
    expect(report.learned.map(({ what }) => what)).not.toContain('forest.sums');
    const entries = await project.state('tax').audit.list();
    expect(entries.findLast(({ event }) => event === 'dealt-ahead')?.details).toMatchObject({
      trees: TREES,
      batches: 2,
    });
  });

  it('deals only what is missing, and goes on after it was killed without a half batch', async () => {
    const broken = await project.attempt('broken', 1, {
      recipe: { ...recipe, dealAhead: TREES },
      onEvent: killAt((event) => event.at === 'receive' && event.party === 'tax' && event.kind === 'dealt' && event.topic.includes('ahead/1')), // prettier-ignore
    });
    expect(broken.failure).toBeInstanceOf(Killed);
    await project.restart('tax');
    expect(trees(await project.pool('tax').list())).toBe(10);
    expect(await filesOf('tax')).toHaveLength(1);
    await deal('broken', TREES, 2);
    expect(trees(await project.pool('tax').list())).toBe(TREES);
    const again = await deal('again', TREES);
    expect(dealtTo(again, 'tax')).toBe(0);
  });
});

describe('a training with material dealt ahead', () => {
  it('asks the helper for nothing, grows the same forest, and leaves no trace of the material', async () => {
    await deal('before', TREES);
    const kept = await Promise.all(
      all().flatMap(({ party }) => [filesOf(party).then((files) => Promise.all(files.map((file) => readFile(join(folderOf(party), file)))))]), // prettier-ignore
    );
    const secrets = kept.flat().flatMap((file) => [file.subarray(0, 32), file.subarray(32, 64), file.subarray(-64)]);
    const written = secrets.filter(({ length }) => length > 0);
    // Two files at the bank, each a seed; two at the other with residues behind it.
    expect(new Set(written.map((secret) => secret.toString('hex'))).size).toBe(2 + 2 * 3);
    const before = await everyByte();
    expect(written.every((secret) => before.some((file) => file.includes(secret)))).toBe(true);

    const outcome = await train('used');
    expect(dealtTo(outcome, 'tax')).toBe(0);
    expect(await treesOf('used')).toEqual(fresh);
    await expectNothingLeft();
    const after = await everyByte();
    expect(written.some((secret) => after.some((file) => file.includes(secret)))).toBe(false);
    const { details } = (await project.state('bank').audit.list()).findLast(({ event }) => event === 'used-ahead')!;
    expect(details).toMatchObject({ job: 'used', columns: TREES });
  });

  it('uses what there is first and has the rest dealt, and keeps what it does not need', async () => {
    await deal('some', 5);
    const outcome = await train('partly');
    expect(dealtTo(outcome, 'tax')).toBeGreaterThan(0);
    expect(await treesOf('partly')).toEqual(fresh);
    await expectNothingLeft();
    await deal('more', 24);
    await train('least');
    // Batches of 10, 10 and 4: two are enough for twelve trees.
    expect(trees(await project.pool('tax').list())).toBe(4);
    expect(trees(await project.pool('bank').list())).toBe(4);
  });

  it('leaves alone what has other sizes', async () => {
    await deal('other', 3);
    const other = { ...recipe, model: { ...recipe.model, columnSample: 0.5 } } as Recipe;
    const outcome = await succeed('sampled', 1, { recipe: other });
    expect(dealtTo(outcome, 'tax')).toBeGreaterThan(0);
    expect(trees(await project.pool('tax').list())).toBe(3);
  });

  it.each([
    ['bank', 'receive', 'pool-answer'],
    ['tax', 'receive', 'group-sum-refine'],
  ] as const)('never takes up again what was claimed when %s died at its %s of %s', async (victim, at, kind) => {
    const job = `died-${victim}-${kind}`;
    await deal(`for-${job}`, 24);
    const broken = await project.attempt(job, 1, {
      recipe,
      onEvent: killAt((event) => event.at === at && event.party === victim && event.kind === kind), // prettier-ignore
    });
    expect(broken.failure).toBeInstanceOf(Killed);
    for (const { party } of all()) await project.restart(party);
    await train(job, 2);
    expect(await treesOf(job)).toEqual(fresh);
    for (const { party } of all()) {
      const used = (await project.state(party).audit.list())
        .filter(({ event, details }) => event === 'used-ahead' && details['job'] === job)
        .map(({ details }) => details['columns'] as number);
      // Each time whole batches, of those that were dealt: never more than there were.
      expect(used.reduce((sum, columns) => sum + columns, 0)).toBeLessThanOrEqual(24);
    }
    expect(trees(await project.pool('tax').list())).toBeLessThanOrEqual(4);
  });
});
