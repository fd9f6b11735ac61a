/** Jobs that their tables or their recipe do not allow: named at every node, written down, no report and no data value left. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRng } from '@coscore/models/data/rng.ts';
import { catalogue } from '@coscore/node-core/errors/catalogue.ts';
import { recipeSchema, type Recipe } from '@coscore/node-core/recipe/index.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { coscore } from '../support/coscore-command.ts';
import { startLab, type RecipeInput, type RunningLab } from '../support/running-lab.ts';

/** Part of every id: no message may repeat it. */
const CANARY = 'QZCANARY';
const ROWS = 300;
/** The default of `minIntersection`. */
const LEAST_COMMON = 100;

const base: RecipeInput = {
  name: 'refusals',
  profile: 'aided',
  parties: {
    bank: { role: 'label', data: 'bank.csv', id: 'id', label: 'y' },
    few: { role: 'feature', data: 'few.csv', id: 'id' },
    dummy: { role: 'feature', data: 'dummy.csv', id: 'id' },
  },
};
const recipeOf = (other: 'few' | 'dummy', changes: Partial<RecipeInput> = {}): Recipe =>
  recipeSchema.parse({ ...base, parties: { bank: base.parties['bank'], [other]: base.parties[other] }, ...changes });

let dir: string;
let running: RunningLab;

/** @param cells after the id. @param apart from this row on the ids are nobody else's */
async function table(
  name: string,
  header: string,
  cells: (row: number) => readonly number[],
  apart = ROWS,
): Promise<void> {
  const id = (row: number): string => `${CANARY}${row < apart ? '' : name}${row}`;
  const lines = Array.from({ length: ROWS }, (_, row) => [id(row), ...cells(row)].join(','));
  await writeFile(join(dir, `${name}.csv`), `id,${header}\n${lines.join('\n')}\n`);
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'cs-data-'));
  const rng = seededRng(3);
  await table('bank', 'y,x', (row) => [row % 3 === 0 ? 1 : 0, rng.below(1000)]);
  await table('few', 'x', () => [rng.below(1000)], LEAST_COMMON - 1);
  await table('dummy', 'x,one', (row) => [rng.below(1000), row === 4 ? 1 : 0]);
  running = await startLab(base, dir);
}, 240_000);
afterAll(async () => {
  await running?.close();
  await rm(dir, { recursive: true, force: true });
});

const raw: Partial<RecipeInput> = { features: { woe: false }, model: { kind: 'logistic' }, split: { test: 0 } };

const refused: readonly (readonly [what: string, code: string, detail: RegExp, recipe: Recipe])[] = [
  ['one common row too few', 'intersection-too-small', /fewer than 100 rows/, recipeOf('few')],
  [
    'a column that isolates one row',
    'leverage-too-high',
    /leverage/i,
    recipeOf('dummy', { ...raw, policy: { allowRawColumns: true } }),
  ],
  ['raw columns that policy does not allow', 'raw-columns-not-allowed', /allowRawColumns/, recipeOf('dummy', raw)],
];

it.each(refused)('%s: %s', async (_what, code, detail, recipe) => {
  const job = await running.outcome(await running.sign(recipe), recipe);
  expect(job).toMatchObject({ state: 'failed', error: { code } });
  expect(job.error!.message).toMatch(detail);
  expect(JSON.stringify(job)).not.toContain(CANARY);
  for (const party of Object.keys(recipe.parties)) {
    const [entry] = await running.entries(party, 'job-finished', { job: job.id });
    expect(['failed', 'cancelled']).toContain(entry!.details['state']);
    expect(JSON.stringify(await running.audit(party))).not.toContain(CANARY);
  }
  const report = running.lab.labelParty.client.saveReport(job.id, 'report.json', join(dir, 'none.json'));
  await expect(report).rejects.toMatchObject({ code: 'report-not-here' });
  const watched = await coscore(['job', 'watch', job.id, '--home', running.lab.coordinator.home]);
  expect(watched.exitCode).toBe(catalogue.get(code)!.exitCode);
  expect(watched.stderr).toContain(`[${code}]`);
});

it('leaves the nodes ready for the next job', async () => {
  const align = recipeOf('dummy', { model: { kind: 'align' } });
  expect(await running.outcome(await running.sign(align), align)).toMatchObject({ state: 'succeeded' });
});
