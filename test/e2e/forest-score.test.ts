/**
 * Batch scoring by a forest on real processes: the scores that training came to, and what policy shows of them. One of the
 * forests goes on from an earlier one, the other is fitted by squared loss.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { normaliseId } from '@coscore/protocols/align/index.ts';
import { scalingOf, scoreOf } from '@coscore/models/scorecard/points.ts';
import { logOddsOf } from '@coscore/models/gbdt/raw-score.ts';
import type { GbdtModel, Recipe } from '@coscore/node-core/recipe/index.ts';
import { forestScale, gbdtModel } from '@coscore/party-node/stages/gbdt/forest-options.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCsv, type Table } from '../support/applicants.ts';
import { coscore } from '../support/coscore-command.ts';
import { pooledForest } from '../support/forest-oracle.ts';
import { startLab, type RunningLab } from '../support/running-lab.ts';
import { smallRecipe, writeSmallEconomy, type Institution } from '../support/small-economy.ts';

const LONG_MS = 240_000;
let dir: string;
beforeAll(async () => ({ dir } = await writeSmallEconomy(await mkdtemp(join(tmpdir(), 'cs-data-')), 1500)));
afterAll(() => rm(dir, { recursive: true, force: true }));

const recipeOf = (
  parties: readonly Institution[],
  profile: Recipe['profile'],
  shareContributions: 'sum' | 'feature',
  trees: number,
  objective: GbdtModel['objective'] = 'binary',
): Recipe =>
  smallRecipe(parties, {
    name: 'forest-scores',
    profile,
    features: { bins: 16 },
    model: { kind: 'gbdt', objective, trees, depth: 3, seed: 3 },
    policy: { minRowsPerBin: 20, shareContributions, serveQuota: 5000 },
  });

interface Scored {
  readonly answer: Table;
  /** Whole points by normalised id, of the rows that all parties know. */
  readonly expected: ReadonlyMap<string, number>;
}

/**
 * Trains, then scores the bank's own file: the rows of training, and those that not every party knows.
 * @param first trees that a job of their own grows, and the forest goes on from.
 */
async function scoreOwnFile(running: RunningLab, recipe: Recipe, first = 0): Promise<Scored> {
  const project = await running.sign(recipe);
  const train = async (changes: Partial<GbdtModel>): Promise<string> =>
    (await running.lab.run(project, { recipe: { ...recipe, model: { ...gbdtModel(recipe), ...changes } } })).id;
  const earlier = first === 0 ? {} : { warmStart: await train({ trees: first }) };
  const job = await train({ ...earlier, trees: gbdtModel(recipe).trees - first });
  const out = join(dir, `${job}.csv`);
  const words = ['--model', job, '--in', join(dir, 'bank.csv'), '--out', out, '--home', running.lab.labelParty.home];
  expect(await coscore(['--json', 'score', ...words])).toMatchObject({ exitCode: 0 });
  const { ids, scores, forest } = await pooledForest(recipe, dir);
  const scaling = scalingOf(forestScale(gbdtModel(recipe)));
  return {
    answer: await readCsv(out),
    expected: new Map(
      ids.map((id, row) => [id, Math.round(scoreOf(logOddsOf(forest.objective, scores[row]!), scaling))]),
    ),
  };
}

function expectScores({ answer, expected }: Scored, parts: readonly string[]): void {
  expect(answer.columns).toEqual(['firm_id', 'score', 'probability', ...parts]);
  let scored = 0;
  for (const row of answer.rows) {
    const points = expected.get(normaliseId(row['firm_id']!));
    expect(row['score']).toBe(points === undefined ? '' : String(points));
    if (points === undefined) continue;
    scored++;
    expect(parts.reduce((sum, name) => sum + Number(row[name]), 0)).toBe(points);
  }
  expect(scored).toBe(expected.size);
}

describe('aided, two feature parties, contributions as a sum', () => {
  let running: RunningLab | undefined;
  const recipe = recipeOf(['bank', 'tax', 'registry'], 'aided', 'sum', 20);
  beforeAll(async () => void (running = await startLab(recipe, dir)), LONG_MS);
  afterAll(() => running?.close());

  it('gives the scores that training came to, in parts that add up to them', { timeout: LONG_MS }, async () => {
    expectScores(await scoreOwnFile(running!, recipe, 12), ['average', 'bank', 'others']);
  });
});

describe('blind, contributions by column', () => {
  let running: RunningLab | undefined;
  const recipe = recipeOf(['bank', 'tax'], 'blind', 'feature', 3, 'squared');
  beforeAll(async () => void (running = await startLab(recipe, dir)), LONG_MS);
  afterAll(() => running?.close());

  it('names every column that the other party offered', { timeout: LONG_MS }, async () => {
    const columns = ['turnover', 'margin', 'filings', 'filings_last', 'sector'].map((name) => `tax: ${name}`);
    expectScores(await scoreOwnFile(running!, recipe), ['average', 'bank', ...columns]);
  });
});
