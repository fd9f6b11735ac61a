/**
 * Bins hold fifty rows and more, but two binnings of one column cut it in different places: between two cuts that lie next to
 * each other is a single firm, and the difference of the bads below them is its label. Tried by a feature party that asks for
 * jobs with other numbers of bins. A project's first job fixes the bins; without that, the attack reads labels.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decideBins } from '@coscore/models/binning/decide-bins.ts';
import { fineBins } from '@coscore/models/binning/fine-bins.ts';
import { localHistograms } from '@coscore/models/binning/histograms.ts';
import { evidence } from '@coscore/models/binning/woe.ts';
import { seededRng } from '@coscore/models/data/rng.ts';
import { createIdentity } from '@coscore/node-core/identity/index.ts';
import { canonicalJson, defaultPolicy, manifestDigest, manifestSchema } from '@coscore/node-core/manifest/index.ts';
import { type Recipe, recipeSchema } from '@coscore/node-core/recipe/index.ts';
import { openState, type State } from '@coscore/node-core/state/index.ts';
import { Datasets } from '@coscore/party-node/datasets.ts';
import { Projects } from '@coscore/party-node/projects.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROWS = 2500;
/** What a project's number of runs would let through: bins of 50 rows, 51, 52 ... */
const ASKED = [50, 49, 48, 47, 46];
/** Final bins as small as fine ones: the owners may agree to that. */
const MIN_SHARE = 0.02;

const rng = seededRng(21);
const train = new Uint8Array(ROWS).fill(1);
const turnover = Float64Array.from({ length: ROWS }, () => rng.next());
const labels = Uint8Array.from(turnover, (value) => (rng.next() < 0.25 + 0.3 * value ? 1 : 0));
const bads = labels.reduce((sum, label) => sum + label, 0);
/** Rows from the smallest value up. */
const ranked = Uint32Array.from(turnover.keys()).sort((a, b) => turnover[a]! - turnover[b]!);

const recipeWith = (features: object, policy: object = {}): Recipe =>
  recipeSchema.parse({
    name: 'bins',
    profile: 'aided',
    parties: {
      bank: { role: 'label', data: 'bank.csv', id: 'id', label: 'y' },
      tax: { role: 'feature', data: 'tax.csv', id: 'id' },
    },
    features: { merge: 'none', minShare: MIN_SHARE, ...features },
    policy: { minShare: MIN_SHARE, ...policy },
  });

/** What the feature party is given for one binning: where its own bins end, and their published WoE. */
function job(bins: number): { readonly counts: readonly number[]; readonly woe: Float64Array } {
  const column = fineBins(
    { kind: 'number', name: 'turnover', values: turnover },
    { train, bins, rare: 0, minRows: defaultPolicy.minRowsPerBin },
  );
  const [histogram] = localHistograms([column], labels, train);
  const { counts, publishedWoe } = decideBins(histogram!, { merge: 'none', maxBins: 100, minShare: MIN_SHARE });
  return { counts: [...counts], woe: publishedWoe! };
}

/** Bads in a bin: the count whose WoE is the published one. The totals follow from all bins together; here they are given. */
function badsOf(count: number, woe: number): number {
  const distance = (bad: number): number => Math.abs(evidence(count, bad, ROWS - bads, bads).woe - woe);
  return Array.from({ length: count + 1 }, (_, bad) => bad).reduce((best, bad) =>
    distance(bad) < distance(best) ? bad : best,
  );
}

/** Rows below each cut, and bads among them. */
function cuts(bins: number): readonly { readonly rows: number; readonly bads: number }[] {
  const { counts, woe } = job(bins);
  let [rows, sum] = [0, 0];
  return counts.map((count, i) => {
    rows += count;
    sum += badsOf(count, woe[i]!);
    return { rows, bads: sum };
  });
}

interface Read {
  readonly row: number;
  readonly label: number;
}

/** Firms between two neighbouring cuts, and what the difference says about them. */
function difference(granted: readonly number[]): readonly Read[] {
  const all = granted.flatMap(cuts).toSorted((a, b) => a.rows - b.rows);
  return all.flatMap((cut, i) => {
    const before = all[i - 1];
    if (before === undefined || cut.rows - before.rows !== 1) return [];
    return [{ row: ranked[before.rows]!, label: cut.bads - before.bads }];
  });
}

let home: string;
let state: State;
let projects: Projects;
let digest: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'cs-bins-'));
  const path = join(home, 'tax.csv');
  await writeFile(path, `id,turnover\n${Array.from(turnover, (value, i) => `F${i},${value}`).join('\n')}\n`);
  state = await openState(join(home, 'state'), { engine: 'pglite' });
  const [bank, tax, coordinator] = await Promise.all(['bank', 'tax', 'coordinator'].map((id) => createIdentity(id)));
  const datasets = new Datasets(state, state.audit, () => undefined);
  await datasets.add({ name: 'tax', path, id: 'id', drop: [], types: {}, role: 'feature' });
  projects = new Projects(tax!, state, state.audit, datasets, {
    signature: () => undefined,
    rejection: () => undefined,
  });
  const { published } = await datasets.show('tax');
  const manifest = manifestSchema.parse({
    version: 1,
    project: 'bins',
    profile: 'aided',
    coordinator: { id: 'coordinator', fingerprint: coordinator!.fingerprint },
    parties: [
      {
        id: 'bank',
        role: 'label',
        fingerprint: bank!.fingerprint,
        certificatePem: bank!.certificatePem,
        dataset: { name: 'loans', rowsRounded: ROWS, id: 'id', label: 'y', columns: [] },
      },
      {
        id: 'tax',
        role: 'feature',
        fingerprint: tax!.fingerprint,
        certificatePem: tax!.certificatePem,
        dataset: published,
      },
    ],
    models: ['scorecard'],
    join: 'inner',
    policy: defaultPolicy,
    purpose: 'test',
    expires: '2100-01-01T00:00:00Z',
    runs: 9,
  });
  await projects.offered(canonicalJson(manifest));
  digest = manifestDigest(manifest);
}, 120_000);

afterAll(async () => {
  await state?.close();
  await rm(home, { recursive: true, force: true });
});

/** The binnings that the node takes part in, job after job. */
async function granted(): Promise<readonly number[]> {
  const taken: number[] = [];
  for (const bins of ASKED) {
    const fixed = await projects.fixTerms(digest, recipeWith({ bins })).then(
      () => true,
      (error: unknown) => {
        expect(error).toMatchObject({ name: 'NodeError', code: 'policy-not-allowed' });
        return false;
      },
    );
    if (fixed) taken.push(bins);
  }
  return taken;
}

describe('differencing by re-binning', () => {
  it('gets one binning a project, and no firm stands between two cuts', async () => {
    expect(await granted()).toEqual([ASKED[0]]);
    expect(difference(await granted())).toEqual([]);
  });

  it.each([
    ['the floor of a bin', {}, { minRowsPerBin: 60 }],
    ['rare levels', { rare: 0.2 }, {}],
    ['the share of a final bin', { minShare: 0.1 }, {}],
    ['no bins at all', { woe: false }, {}],
  ])('gets no other terms through %s', async (_, features, policy) => {
    await granted();
    await expect(projects.fixTerms(digest, recipeWith({ bins: ASKED[0], ...features }, policy))).rejects.toMatchObject({
      code: 'policy-not-allowed',
    });
  });

  it('gets no other split, which would move the rows instead of the cuts', async () => {
    await granted();
    const moved = { ...recipeWith({ bins: ASKED[0] }), split: { test: 0.3, seed: 8, stratify: true } };
    await expect(projects.fixTerms(digest, moved)).rejects.toMatchObject({ code: 'policy-not-allowed' });
  });

  it('control: with every binning granted, the difference is the label', () => {
    const read = difference(ASKED);
    expect(read.length).toBeGreaterThanOrEqual(3);
    for (const { row, label } of read) expect(label).toBe(labels[row]);
  });
});
