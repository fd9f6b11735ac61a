/** A job broken off anywhere goes on from the last common checkpoint and comes to the same model. Real roles and state, in memory. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Recipe } from '@coscore/node-core/recipe/index.ts';
import { wire } from '@coscore/proto';
import { dropCheckpoints } from '@coscore/party-node/stages/checkpoints.ts';
import type { Report } from '@coscore/models/evaluate/report.ts';
import { seededRng } from '@coscore/models/data/rng.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MemoryProject, type AttemptOutcome } from '../support/memory-project.ts';
import type { JobEvent } from '../support/memory-session.ts';
import { smallRecipe, writeSmallEconomy, type SmallEconomy } from '../support/small-economy.ts';

const PARTIES = ['bank', 'tax', 'registry'] as const;
const STAGES = ['align', 'split', 'binning', 'select', 'train', 'evaluate'] as const;
/** What the issue asks of coefficients after a resume; the arithmetic's own noise is below it (protocols/shared-sigmoid). */
const COEFFICIENT_TOLERANCE = 1e-6;

let economy: SmallEconomy;
let project: MemoryProject;
let undisturbed: Report;

const recipeOf = (changes: Parameters<typeof smallRecipe>[1] = {}): Recipe =>
  smallRecipe(PARTIES, { name: 'resume', ...changes });

beforeAll(async () => {
  economy = await writeSmallEconomy(await mkdtemp(join(tmpdir(), 'cs-data-')), 1200);
  project = await MemoryProject.open(recipeOf(), economy.dir);
  const { failure } = await project.attempt('undisturbed', 1);
  if (failure !== undefined) throw failure;
  undisturbed = await project.report('undisturbed');
});

afterAll(async () => {
  await project?.close();
  await rm(economy.dir, { recursive: true, force: true });
});

class Killed extends Error {}

/** Kills the process of the first event that fits. */
function killAt(fits: (event: JobEvent) => boolean): (event: JobEvent) => void {
  let done = false;
  return (event) => {
    if (done || !fits(event)) return;
    done = true;
    throw new Killed('kill -9');
  };
}

const nameOf = (event: JobEvent): string => ('name' in event ? event.name : '');
const isDone = (event: JobEvent, stage: string): boolean =>
  'stage' in event && event.stage === stage && event.name === 'done';

function expectWhole({ failure }: AttemptOutcome): void {
  if (failure !== undefined) throw failure;
}

const valuesOf = ({ coefficients, intercept, platt }: Report): number[] => [
  ...Object.values(coefficients).flatMap((shown) => shown.map(({ value }) => value)),
  intercept,
  platt.slope,
  platt.intercept,
];

function difference(one: Report, other: Report): number {
  const [a, b] = [valuesOf(one), valuesOf(other)];
  expect(a.length).toBe(b.length);
  return Math.max(...a.map((value, i) => Math.abs(value - b[i]!)));
}

/** All that does not come out of training has no randomness in it. */
function expectSameModel(report: Report): void {
  expect(report.rowsAligned).toBe(undisturbed.rowsAligned);
  const bins = ({ features }: Report): unknown =>
    features.map(({ party, name, iv, selected, bins }) => ({
      party,
      name,
      iv,
      selected,
      bins: bins.map(({ points: _, ...bin }) => bin),
    }));
  expect(bins(report)).toEqual(bins(undisturbed));
  expect(difference(report, undisturbed)).toBeLessThan(COEFFICIENT_TOLERANCE);
  expect(Math.abs(report.metrics.test!.auc - undisturbed.metrics.test!.auc)).toBeLessThan(1e-3);
}

const madeIn = (report: Report): Readonly<Record<string, number>> =>
  Object.fromEntries(report.stages.map(({ name, attempt }) => [name, attempt!]));

/** Which of the parties is killed, so that each is in turn. */
const inTurn = (i: number): string => PARTIES[i % PARTIES.length]!;

describe('killed while a stage is written down', () => {
  it.each(STAGES.map((stage, i) => [stage, inTurn(i)] as const))(
    'before %s is on disk, at %s',
    async (stage, party) => {
      const job = `before-${stage}`;
      const broken = await project.attempt(job, 1, {
        onEvent: killAt((event) => event.at === 'saving' && event.party === party && isDone(event, stage)),
      });
      expect(broken.failure).toBeInstanceOf(Killed);
      expectWhole(await project.attempt(job, 2));
      const report = await project.report(job);
      expectSameModel(report);
      expect(report.attempts).toBe(2);
      // Everything before it is taken from the first attempt, and the stage itself is done again by all.
      const made = madeIn(report);
      for (const [i, name] of STAGES.entries()) expect(made[name], name).toBe(i < STAGES.indexOf(stage) ? 1 : 2);
    },
  );

  // Every second one: where a stage begins is also where the one before is on disk, which is tried above for all.
  it.each(STAGES.map((stage, i) => [stage, inTurn(i + 1)] as const).filter((_, i) => i % 2 === 1))(
    'once %s is on disk, at %s',
    async (stage, party) => {
      const job = `after-${stage}`;
      const broken = await project.attempt(job, 1, {
        onEvent: killAt((event) => event.at === 'saved' && event.party === party && isDone(event, stage)),
      });
      expect(broken.failure).toBeInstanceOf(Killed);
      expectWhole(await project.attempt(job, 2));
      expectSameModel(await project.report(job));
    },
  );
});

describe('killed inside training', () => {
  it.each([1, 13, 16])('after iteration %i, and again', async (iteration) => {
    const job = `train-${iteration}`;
    const rng = seededRng(iteration);
    const at = (k: number): ((event: JobEvent) => void) => {
      const victim = inTurn(rng.below(PARTIES.length));
      return killAt((event) => event.at === 'saved' && event.party === victim && nameOf(event) === `iteration/${k}`);
    };
    expect((await project.attempt(job, 1, { onEvent: at(iteration) })).failure).toBeInstanceOf(Killed);
    const second = await project.attempt(job, 2, { onEvent: at(iteration + 1) });
    expect(second.failure).toBeInstanceOf(Killed);
    // Went on in training: nothing of the stages before crossed again, and at most the last two iterations.
    const kinds = new Set(second.transcript.map(({ kind }) => kind));
    expect(kinds).toContain('logit-share');
    for (const kind of ['align-tags', 'split', 'offering', 'selection']) expect(kinds, kind).not.toContain(kind);
    const logits = second.transcript.filter(({ kind }) => kind === 'logit-share').map(({ body }) => wire.JobLogitShare.decode(body).iteration); // prettier-ignore
    expect(Math.min(...logits)).toBeGreaterThanOrEqual(iteration - 2);
    expectWhole(await project.attempt(job, 3));
    expectSameModel(await project.report(job));
  });

  it('at a random message of a random participant, over and over', async () => {
    const job = 'random';
    const rng = seededRng(5);
    let attempt = 0;
    let kills = 0;
    for (let done = false; !done;) {
      let left = 30 + rng.below(300);
      attempt++;
      const { failure } = await project.attempt(job, attempt, {
        onEvent: (event) => {
          if (kills < 6 && event.at !== 'progress' && left-- === 0) {
            kills++;
            throw new Killed(`kill -9 of ${event.party}`);
          }
        },
      });
      if (failure !== undefined && !(failure instanceof Killed)) throw failure;
      done = failure === undefined;
    }
    expect(kills).toBeGreaterThan(2);
    expectSameModel(await project.report(job));
    // Nothing one-time was used twice, over all jobs and attempts of this file.
    const used = project.material.map(({ session, by, peer, protocol, upTo }) =>
      [session, by, peer, protocol, upTo].join(),
    );
    expect(new Set(used).size).toBe(used.length);
  });
});

describe('blind', () => {
  it('goes on in training to the very same coefficients: nothing in them is random', async () => {
    const two = { bank: recipeOf().parties['bank']!, tax: recipeOf().parties['tax']! };
    const model = { ...recipeOf().model, iterations: 6 } as Recipe['model'];
    const blind = await MemoryProject.open(recipeOf({ profile: 'blind', parties: two, model }), economy.dir);
    try {
      expectWhole(await blind.attempt('whole', 1));
      const onEvent = killAt(
        (event) => event.at === 'saved' && event.party === 'tax' && nameOf(event) === 'iteration/3',
      );
      expect((await blind.attempt('broken', 1, { onEvent })).failure).toBeInstanceOf(Killed);
      expectWhole(await blind.attempt('broken', 2));
      const report = await blind.report('broken');
      expect(report.profile).toBe('blind');
      expect(madeIn(report)['binning']).toBe(1);
      // Only plain sums over the rows differ, in the last bit: an alignment draws their order.
      expect(difference(report, await blind.report('whole'))).toBeLessThan(1e-12);
    } finally {
      await blind.close();
    }
  });
});

describe('a further attempt of a job that all had finished', () => {
  it('closes it again, and changes nothing', async () => {
    const shards = await Promise.all(PARTIES.map((party) => project.shard('undisturbed', party)));
    const again = await project.attempt('undisturbed', 2);
    expectWhole(again);
    expect(again.transcript.map(({ kind }) => kind)).not.toContain('contribution');
    expect(await Promise.all(PARTIES.map((party) => project.shard('undisturbed', party)))).toEqual(shards);
    const report = await project.report('undisturbed');
    expect(report.model).toEqual(undisturbed.model);
    expect(valuesOf(report)).toEqual(valuesOf(undisturbed));
    expect(report.profile).toBe('aided');
    // Stages that were not run again keep the record of when they were.
    const seconds = ({ stages }: Report): unknown => stages.filter(({ attempt }) => attempt === 1).map(({ name, seconds, bytes }) => ({ name, seconds, bytes })); // prettier-ignore
    expect(seconds(report)).toEqual(seconds({ ...undisturbed, stages: undisturbed.stages.filter(({ name }) => (STAGES as readonly string[]).includes(name)) })); // prettier-ignore
  });
});

describe('other inputs', () => {
  it('stops at a party whose data changed since, and tells no row', async () => {
    const file = join(economy.dir, 'tax.csv');
    const before = await readFile(file, 'utf8');
    const job = 'changed';
    await project.attempt(job, 1, { onEvent: killAt((event) => event.at === 'saved' && isDone(event, 'binning')) });
    const lines = before.split('\n');
    await writeFile(file, [lines[0], ...lines.slice(2)].join('\n'));
    try {
      const { errors } = await project.attempt(job, 2);
      expect(errors['tax']).toMatchObject({ code: 'data-changed', params: { job } });
    } finally {
      await writeFile(file, before);
    }
    // Put back in another order of rows, it is the same data.
    const [header, ...rows] = before.trimEnd().split('\n');
    await writeFile(file, `${[header, ...rows.reverse()].join('\n')}\n`);
    try {
      expectWhole(await project.attempt(job, 3));
      expectSameModel(await project.report(job));
    } finally {
      await writeFile(file, before);
    }
  });

  it('uses nothing that an attempt with another recipe left', async () => {
    const job = 'recipe';
    await project.attempt(job, 1, { onEvent: killAt((event) => event.at === 'saved' && isDone(event, 'select')) });
    const recipe = recipeOf({ model: { ...project.recipe.model, l2: 0.002 } as Recipe['model'] });
    const { failure, transcript } = await project.attempt(job, 2, { recipe });
    if (failure !== undefined) throw failure;
    expect(transcript.map(({ kind }) => kind)).toContain('align-tags');
  });
});

describe('dropCheckpoints', () => {
  it('leaves the shards, and so little that a further attempt begins anew', async () => {
    const job = 'dropped';
    expectWhole(await project.attempt(job, 1));
    for (const party of PARTIES) {
      const { artefacts } = project.state(party);
      expect((await artefacts.list(job)).length).toBeGreaterThan(8);
      await dropCheckpoints(artefacts, job);
      const left = (await artefacts.list(job)).map(({ name }) => name);
      expect(left).toContain('shard');
      expect(left.filter((name) => /^(done|inputs|seen|iteration)/.test(name))).toEqual([]);
    }
  });
});
