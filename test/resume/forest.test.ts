/** Forests over the in-memory network with real roles and state: broken off anywhere, a job comes to the same forest. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ForestReport } from '@coscore/models/evaluate/report.ts';
import { seededRng } from '@coscore/models/data/rng.ts';
import type { Recipe } from '@coscore/node-core/recipe/index.ts';
import { labelShardSchema, type OwnerShard, ownerShardSchema } from '@coscore/party-node/stages/gbdt/shard.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pooledForest } from '../support/forest-oracle.ts';
import { readCsv, writeCsv } from '../support/applicants.ts';
import { MemoryProject, type AttemptOutcome } from '../support/memory-project.ts';
import type { JobEvent } from '../support/memory-session.ts';
import { smallRecipe, writeSmallEconomy, type Institution, type SmallEconomy } from '../support/small-economy.ts';

let economy: SmallEconomy;
let project: MemoryProject;

const THREE = ['bank', 'tax', 'registry'] as const;
const TREES = 8;
const DEPTH = 3;

const recipeOf = (parties: readonly Institution[], changes: Parameters<typeof smallRecipe>[1] = {}): Recipe =>
  smallRecipe(parties, {
    name: 'forest',
    features: { bins: 16 },
    model: { kind: 'gbdt', trees: TREES, depth: DEPTH, rowSample: 0.9, columnSample: 0.8, seed: 5 },
    policy: { minRowsPerBin: 20, minRowsPerNodeBin: 5 },
    ...changes,
  });

beforeAll(async () => {
  economy = await writeSmallEconomy(await mkdtemp(join(tmpdir(), 'cs-data-')), 1200);
  project = await MemoryProject.open(recipeOf(THREE), economy.dir);
});
afterAll(async () => {
  await project?.close();
  await rm(economy.dir, { recursive: true, force: true });
});

function expectWhole({ failure }: AttemptOutcome): void {
  if (failure !== undefined) throw failure;
}

/** What all parties hold together; salts are drawn anew, and what is asked again counts again. */
async function modelOf(held: MemoryProject, job: string, parties: readonly string[]): Promise<unknown> {
  const [label, ...owners] = parties;
  const own = labelShardSchema.parse(JSON.parse(await held.shard(job, label!)));
  const others = await Promise.all(
    owners.map(async (party): Promise<OwnerShard> => ({
      ...ownerShardSchema.parse(JSON.parse(await held.shard(job, party))),
      salt: '',
      sums: 0,
    })),
  );
  return { own, others };
}

type Settings = Partial<Extract<Recipe['model'], { kind: 'gbdt' }>>;

/** The recipe with other settings of its model. */
const goingOn = (recipe: Recipe, settings: Settings): Recipe =>
  ({ ...recipe, model: { ...recipe.model, ...settings } }) as Recipe;

class Killed extends Error {}

function killAt(fits: (event: JobEvent) => boolean): (event: JobEvent) => void {
  let done = false;
  return (event) => {
    if (done || !fits(event)) return;
    done = true;
    throw new Killed('kill -9');
  };
}

const savedState = (event: JobEvent): boolean =>
  event.at === 'saved' && event.stage === 'train' && event.name.startsWith('iteration/');

describe('a forest of three parties', () => {
  let whole: unknown;
  beforeAll(async () => {
    expectWhole(await project.attempt('whole', 1));
    whole = await modelOf(project, 'whole', THREE);
  });

  it('is the forest of the pooled table', async () => {
    const oracle = await pooledForest(project.recipe, economy.dir);
    const own = labelShardSchema.parse(JSON.parse(await project.shard('whole', 'bank')));
    expect(own.forest.trees).toEqual(oracle.forest.trees);
    const owners = new Set(own.forest.trees.flatMap(({ nodes }) => nodes.flatMap((node) => (node.kind === 'split' ? [node.owner] : [])))); // prettier-ignore
    expect(owners.size, 'every party splits somewhere').toBe(3);
  });

  it.each(THREE)('goes on after %s was killed once a state was on disk', async (victim) => {
    const job = `killed-${victim}`;
    const broken = await project.attempt(job, 1, {
      onEvent: killAt((event) => savedState(event) && event.party === victim),
    });
    expect(broken.failure).toBeInstanceOf(Killed);
    const second = await project.attempt(job, 2);
    expectWhole(second);
    expect(second.transcript.map(({ kind }) => kind)).not.toContain('offering');
    expect(await modelOf(project, job, THREE)).toEqual(whole);
  });

  it('goes on in the middle of training: trees that all had kept are not grown again', async () => {
    const kept = new Set<string>();
    let calls = 0;
    const broken = await project.attempt('middle', 1, {
      onEvent: killAt((event) => {
        if (savedState(event)) kept.add(event.party);
        if (event.at === 'receive' && event.party === 'tax' && event.kind === 'group-sum-refine') calls++;
        return kept.size === THREE.length;
      }),
    });
    expect(broken.failure).toBeInstanceOf(Killed);
    const starts = (transcript: AttemptOutcome['transcript']): number =>
      transcript.filter(({ kind, to }) => kind === 'group-sum-refine' && to === 'tax').length;
    const undisturbed = starts((await project.attempt('undisturbed', 1)).transcript);
    const second = await project.attempt('middle', 2);
    expectWhole(second);
    expect(calls).toBeGreaterThan(0);
    expect(starts(second.transcript)).toBeLessThan(undisturbed);
    expect(await modelOf(project, 'middle', THREE)).toEqual(whole);
  });

  it('comes to it over random kills, and uses no dealt material twice', async () => {
    const rng = seededRng(11);
    let [attempt, kills, over] = [0, 0, false];
    while (!over) {
      let left = 50 + rng.below(250);
      attempt++;
      const { failure } = await project.attempt('random', attempt, {
        onEvent: (event) => {
          if (kills < 5 && event.at !== 'progress' && left-- === 0) {
            kills++;
            throw new Killed(`kill -9 of ${event.party}`);
          }
        },
      });
      if (failure !== undefined && !(failure instanceof Killed)) throw failure;
      over = failure === undefined;
    }
    expect(kills).toBeGreaterThan(2);
    expect(await modelOf(project, 'random', THREE)).toEqual(whole);
    const used = project.material.map(({ session, by, peer, protocol, upTo }) =>
      [session, by, peer, protocol, upTo].join(),
    );
    expect(new Set(used).size).toBe(used.length);
  });
});

describe('an earlier forest', () => {
  const MORE = 4;
  const going = (settings: Settings, changes: Partial<Recipe> = {}): Recipe =>
    goingOn({ ...project.recipe, ...changes }, settings);
  const ownerShard = async (job: string, party: string): Promise<OwnerShard> =>
    ownerShardSchema.parse(JSON.parse(await project.shard(job, party)));

  it('is gone on from, through a crash too: the forest that all trees at once would give', async () => {
    const recipe = going({ trees: MORE, warmStart: 'whole' });
    const kept = new Set<string>();
    const broken = await project.attempt('more', 1, {
      recipe,
      onEvent: killAt((event) => savedState(event) && kept.add(event.party).size === THREE.length),
    });
    expect(broken.failure).toBeInstanceOf(Killed);
    expect(broken.transcript.map(({ kind }) => kind)).toContain('forest-sides');
    const second = await project.attempt('more', 2, { recipe });
    expectWhole(second);
    // It went on within training.
    expect(second.transcript.map(({ kind }) => kind)).not.toContain('forest-sides');
    const own = labelShardSchema.parse(JSON.parse(await project.shard('more', 'bank')));
    const oracle = await pooledForest(going({ trees: TREES + MORE }), economy.dir);
    expect(own.forest.trees).toHaveLength(TREES + MORE);
    expect(own.forest).toEqual(oracle.forest);
    const report = (await project.report('more')) as unknown as ForestReport;
    expect(report.forest).toMatchObject({ trees: TREES + MORE, grown: MORE, earlier: { model: 'whole', trees: TREES } }); // prettier-ignore
    expect(report.forest.curve.map(({ tree }) => tree)).toEqual([9, 10, 11, 12]);
    expect(report.metrics.test).toEqual(oracle.evaluation.test?.metrics);
    for (const party of ['tax', 'registry']) {
      const [before, after] = [await ownerShard('whole', party), await ownerShard('more', party)];
      expect(after.records.slice(0, before.records.length), party).toEqual(before.records);
      expect(after.records.length).toBe(oracle.records[party]);
      expect(after.sums).toBeGreaterThan(before.sums);
    }
  });

  it('counts against maxTreeEquations', async () => {
    const { sums } = await ownerShard('whole', 'tax');
    const limited = (maxTreeEquations: number) => ({ policy: { ...project.recipe.policy, maxTreeEquations } });
    const recipe = going({ trees: 1, warmStart: 'whole' }, limited(sums + 5));
    const { errors } = await project.attempt('used-up', 1, { recipe });
    expect(errors['tax']).toMatchObject({ code: 'tree-equations-exhausted', params: { limit: sums + 5 } });
    expectWhole(await project.attempt('alone', 1, { recipe: going({ trees: 1 }, limited(sums + 5)) }));
  });

  it.each<[string, Settings, Partial<Recipe>, string]>([
    ['that is not there', { warmStart: 'nobody' }, {}, 'model-unknown'],
    ['of another objective', { warmStart: 'whole', objective: 'squared' }, {}, 'warm-start-unfit'],
    ['on other bins', { warmStart: 'whole' }, { features: { bins: 8 } as Recipe['features'] }, 'warm-start-unfit'],
    ['that hid what export needs', { warmStart: 'whole' }, { policy: { allowExport: true } as Recipe['policy'] }, 'warm-start-unfit'], // prettier-ignore
  ])('is refused if it is one %s', async (_what, settings, { features, policy }, code) => {
    const recipe = going(settings, {
      features: { ...project.recipe.features, ...features },
      policy: { ...project.recipe.policy, ...policy },
    });
    const { failure } = await project.attempt(`refused-${_what.replaceAll(' ', '-')}`, 1, { recipe });
    expect(failure).toMatchObject({ code, params: { model: settings.warmStart } });
  });
});

describe('squared loss', () => {
  it('comes to the forest of the pooled table, and to its AUC', async () => {
    const model = { ...project.recipe.model, objective: 'squared', trees: 3 } as Recipe['model'];
    const recipe = { ...project.recipe, model };
    expectWhole(await project.attempt('squared', 1, { recipe }));
    const own = labelShardSchema.parse(JSON.parse(await project.shard('squared', 'bank')));
    const oracle = await pooledForest(recipe, economy.dir);
    expect(own.forest).toEqual(oracle.forest);
    // A probability, not log odds: the share of bads among the training rows.
    expect(own.forest.baseScore).toBeGreaterThan(0);
    const report = (await project.report('squared')) as unknown as ForestReport;
    expect(report.metrics.test).toEqual(oracle.evaluation.test?.metrics);
    expect(report.metrics.train.brier).toBeCloseTo(2 * report.forest.curve.at(-1)!.trainLoss, 3);
  });
});

describe('messages', () => {
  /** Calls and replies of the refinement between the label party and a feature party. */
  const exchanged = (transcript: AttemptOutcome['transcript'], party: string): number =>
    transcript.filter(
      ({ from, to, kind }) => ([from, to] as string[]).includes(party) && kind.startsWith('group-sum-refine'),
    ).length;

  it('are at most 2 (depth + 1) a tree with one feature party', async () => {
    const two = await MemoryProject.open(recipeOf(['bank', 'tax']), economy.dir);
    try {
      const outcome = await two.attempt('two', 1);
      expectWhole(outcome);
      // Closing is a message of its own, once a job.
      expect(exchanged(outcome.transcript, 'tax')).toBeLessThanOrEqual(2 * (DEPTH + 1) * TREES + 2);
      expect(exchanged(outcome.transcript, 'tax')).toBeGreaterThan(2 * TREES);
    } finally {
      await two.close();
    }
  });

  it('are at most 4 (depth + 1) a tree and party with more', async () => {
    const outcome = await project.attempt('counted', 1);
    expectWhole(outcome);
    for (const party of ['tax', 'registry']) {
      expect(exchanged(outcome.transcript, party), party).toBeLessThanOrEqual(4 * (DEPTH + 1) * TREES + 2);
    }
  });
});

describe('what the policy says', () => {
  const shownParts = async (held: MemoryProject, job: string): Promise<readonly string[]> =>
    (await held.state('bank').artefacts.list(job)).map(({ name }) => name).filter((name) => name.startsWith('part/'));

  it('hides the owners’ parts from the label party, and shows them where all signed for export', async () => {
    expectWhole(await project.attempt('hidden', 1));
    expect(await shownParts(project, 'hidden')).toEqual([]);
    const parties = ['bank', 'tax'] as const;
    const open = await MemoryProject.open(
      recipeOf(parties, { policy: { minRowsPerBin: 20, allowExport: true } }),
      economy.dir,
    );
    try {
      expectWhole(await open.attempt('shown', 1));
      expect(await shownParts(open, 'shown')).toEqual(['part/tax']);
      const bytes = await open.state('bank').artefacts.latest({ job: 'shown', stage: 'train', name: 'part/tax' });
      expect(JSON.parse(Buffer.from(bytes!).toString())).toEqual(JSON.parse(await open.shard('shown', 'tax')));
      // A forest that goes on from it is shown whole, and held against all that was asked for.
      expectWhole(await open.attempt('more', 1, { recipe: goingOn(open.recipe, { trees: 1, warmStart: 'shown' }) }));
      expect(await shownParts(open, 'more')).toEqual(['part/tax']);
    } finally {
      await open.close();
    }
  });

  it('ends the job before more sums leave than maxTreeEquations', async () => {
    const policy = { minRowsPerBin: 20, maxTreeEquations: 300 };
    const limited = await MemoryProject.open(recipeOf(['bank', 'tax'], { policy }), economy.dir);
    try {
      const { errors } = await limited.attempt('limited', 1);
      expect(errors['tax']).toMatchObject({ code: 'tree-equations-exhausted', params: { limit: 300 } });
    } finally {
      await limited.close();
    }
  });

  it('refuses a monotone column that has no order', async () => {
    const model = { kind: 'gbdt', trees: 2, depth: 2, monotone: { tax: { sector: 1 } } } as const;
    const wrong = await MemoryProject.open(recipeOf(['bank', 'tax'], { model }), economy.dir);
    try {
      const { errors } = await wrong.attempt('wrong', 1);
      expect(errors['bank']).toMatchObject({ code: 'recipe-invalid', params: { field: 'model.monotone.tax.sector' } });
    } finally {
      await wrong.close();
    }
  });
});

describe('columns that cannot split', () => {
  /** The small economy with some columns nearly constant: one bin of theirs has nearly all rows, no other enough. */
  async function flattened(names: Readonly<Record<string, readonly string[]>>): Promise<string> {
    const dir = await mkdtemp(join(tmpdir(), 'cs-flat-'));
    for (const party of ['bank', 'tax', 'registry']) {
      const { columns, rows } = await readCsv(join(economy.dir, `${party}.csv`));
      const flat = (i: number): Record<string, string> =>
        Object.fromEntries((names[party] ?? []).map((name) => [name, i === 0 ? '2' : '1']));
      await writeCsv(join(dir, `${party}.csv`), { columns, rows: rows.map((row, i) => ({ ...row, ...flat(i) })) });
    }
    return dir;
  }

  it.each([
    ['at the label party', { bank: ['age', 'loan', 'region'] }],
    ['at a feature party', { tax: ['turnover', 'margin', 'filings', 'filings_last', 'sector'] }],
    ['everywhere but at one', { bank: ['age', 'loan', 'region'], registry: ['staff', 'capital', 'legal', 'noise'] }],
  ])('%s leave the forest to the others', async (_where, names) => {
    const dir = await flattened(names);
    const flat = await MemoryProject.open(recipeOf(THREE), dir);
    try {
      expectWhole(await flat.attempt('flat', 1));
      const own = labelShardSchema.parse(JSON.parse(await flat.shard('flat', 'bank')));
      expect(own.forest.trees).toEqual((await pooledForest(flat.recipe, dir)).forest.trees);
      const report = (await flat.report('flat')) as unknown as ForestReport;
      for (const party of Object.keys(names)) expect(report.parties[party], party).toMatchObject({ features: 0 });
      if (!('bank' in names && 'registry' in names)) return;
      // A warm start asks nobody who has no columns.
      expectWhole(await flat.attempt('more', 1, { recipe: goingOn(flat.recipe, { trees: 1, warmStart: 'flat' }) }));
      const more = labelShardSchema.parse(JSON.parse(await flat.shard('more', 'bank')));
      expect(more.forest.trees).toEqual(
        (await pooledForest(goingOn(flat.recipe, { trees: TREES + 1 }), dir)).forest.trees,
      );
    } finally {
      await flat.close();
      await rm(dir, { recursive: true, force: true });
    }
  });
});

describe('blind', () => {
  it('comes to the forest of the pooled table, also when it goes on in training', async () => {
    const parties = ['bank', 'tax'] as const;
    const recipe = recipeOf(parties, { profile: 'blind', model: { kind: 'gbdt', trees: 3, depth: 2, seed: 5 } });
    const blind = await MemoryProject.open(recipe, economy.dir);
    try {
      const broken = await blind.attempt('blind', 1, {
        onEvent: killAt((event) => savedState(event) && event.party === 'tax'),
      });
      expect(broken.failure).toBeInstanceOf(Killed);
      expectWhole(await blind.attempt('blind', 2));
      const own = labelShardSchema.parse(JSON.parse(await blind.shard('blind', 'bank')));
      expect(own.forest.trees).toEqual((await pooledForest(recipe, economy.dir)).forest.trees);
    } finally {
      await blind.close();
    }
  });
});
