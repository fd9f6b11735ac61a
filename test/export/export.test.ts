/** Exported forests in the libraries that others use: the same scores, next to every edge, with missing and unseen values. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assembleForest, describeColumns } from '@coscore/models/gbdt/export-columns.ts';
import { exportLightgbm } from '@coscore/models/gbdt/export-lightgbm.ts';
import { exportOnnx } from '@coscore/models/gbdt/export-onnx.ts';
import type { Forest } from '@coscore/models/gbdt/forest.ts';
import {
  plainScores,
  randomColumns,
  randomForest,
  type SmallForest,
} from '@coscore/models/gbdt/small-forests.test-helper.ts';
import { fineBins } from '@coscore/models/binning/fine-bins.ts';
import type { Column } from '@coscore/models/data/frame.ts';
import { seededRng } from '@coscore/models/data/rng.ts';
import { joinBins } from '@coscore/models/gbdt/join-bins.ts';
import { localSource } from '@coscore/models/gbdt/local-source.ts';
import { defaultGbdt } from '@coscore/models/gbdt/options.ts';
import { trainForest } from '@coscore/models/gbdt/train-forest.ts';
import { pythonWith, runPython } from './python.ts';

const python = pythonWith(['lightgbm', 'onnxruntime', 'numpy']);
const ROWS = 2000;

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** As the codes file says; every second missing category goes in as NaN, which must do as well. */
function rowsFor({ forest, owners }: SmallForest, columns: ReadonlyMap<string, readonly Column[]>): Float64Array {
  const described = describeColumns(assembleForest(forest, owners).columns);
  const flat = [...columns.values()].flat();
  const cell = (at: number, row: number): number => {
    const column = flat[at]!;
    const { codes, other, missing } = described[at]!;
    if (column.kind === 'number') return column.values[row]!;
    const level = column.levels[column.codes[row]!];
    if (level === undefined) return row % 2 === 0 ? NaN : missing!;
    return codes![level] ?? other!;
  };
  const values = new Float64Array(ROWS * flat.length);
  for (let row = 0; row < ROWS; row++) {
    for (let at = 0; at < flat.length; at++) values[row * flat.length + at] = cell(at, row);
  }
  return values;
}

interface Scored {
  /** [rows x 2] raw score, final output. */
  readonly lightgbm: Float64Array;
  readonly onnx: Float64Array;
  readonly truth: Float64Array;
  readonly printed: string;
}

function scoreEverywhere(small: SmallForest, columns: ReadonlyMap<string, readonly Column[]>): Scored {
  const dir = mkdtempSync(join(tmpdir(), 'coscore-export-'));
  try {
    writeFileSync(join(dir, 'forest.txt'), exportLightgbm(small.forest, small.owners));
    writeFileSync(join(dir, 'forest.onnx'), exportOnnx(small.forest, small.owners));
    writeFileSync(join(dir, 'rows.bin'), new Uint8Array(rowsFor(small, columns).buffer));
    const printed = runPython(python!, join(import.meta.dirname, 'score.py'), [dir]);
    const read = (name: string): Float64Array =>
      new Float64Array(Uint8Array.from(readFileSync(join(dir, name))).buffer);
    return {
      lightgbm: read('lightgbm.bin'),
      onnx: read('onnx.bin'),
      truth: plainScores(small, columns, ROWS),
      printed,
    };
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/** Two parties' columns of every kind, and a forest grown on them as a joint one is. */
async function trained(): Promise<{
  small: SmallForest;
  columns: ReadonlyMap<string, readonly Column[]>;
  scores: Float64Array;
}> {
  const rng = seededRng(3);
  const numbers = (name: string, missing: number, draw: () => number): Column => ({
    kind: 'number',
    name,
    values: Float64Array.from({ length: ROWS }, () => (rng.next() < missing ? NaN : draw())),
  });
  const levels = Array.from('ABCDEFGHIJ');
  const category = (name: string, missing: number): Column => ({
    kind: 'category',
    name,
    levels,
    // The last levels are rare: they share the bin of what training does not know.
    codes: Int32Array.from({ length: ROWS }, () => (rng.next() < missing ? -1 : Math.floor(10 * rng.next() ** 2))),
  });
  const columns = new Map([
    ['bank', [numbers('income', 0.2, () => rng.next() * 1e5), category('region', 0.1)]],
    [
      'tax',
      [numbers('turnover', 0, () => rng.below(12) - 4), category('sector', 0), numbers('age', 0.01, () => rng.next())],
    ],
  ]);
  const [region, sector] = [columns.get('bank')![1]!, columns.get('tax')![1]!];
  const codeOf = (column: Column, row: number): number => (column.kind === 'category' ? column.codes[row]! : 0);
  const labels = Uint8Array.from({ length: ROWS }, (_, row) =>
    Number(rng.next() < 0.15 + 0.3 * (codeOf(region, row) & 1) + 0.3 * ((codeOf(sector, row) >> 1) & 1)),
  );
  const train = new Uint8Array(ROWS).fill(1);
  const binned = [...columns].map(([party, own]) => ({
    party,
    bins: own.map((column) => fineBins(column, { train, bins: 16, rare: 0.05, minRows: 30 })),
  }));
  const sources = binned.map(({ party, bins }, i) =>
    localSource({
      party,
      features: bins.map(({ name, ordered, missingBin, bins: specs }) => ({
        ...{ feature: name, bins: specs.length, ordered, missingBin: ordered ? missingBin : -1 },
      })),
      codes: bins.map(({ codes }) => codes),
      rows: ROWS,
      ...(i === 0 ? {} : { joinBins: joinBins(20) }),
    }),
  );
  const { forest, scores } = await trainForest({ sources, labels, options: { ...defaultGbdt, trees: 30 } });
  const owners = new Map(
    binned.map(({ party, bins }, i) => [
      party,
      { features: bins.map(({ name, bins: specs }) => ({ name, bins: specs })), records: [...sources[i]!.records] },
    ]),
  );
  return { small: { forest, owners }, columns, scores };
}

function largestDifference(
  found: Float64Array,
  truth: Float64Array,
  place: 0 | 1,
  of: (raw: number) => number,
): number {
  expect(found.length).toBe(2 * truth.length);
  return truth.reduce((most, raw, row) => Math.max(most, Math.abs(found[2 * row + place]! - of(raw))), 0);
}

function random(
  seed: number,
  shape: Parameters<typeof randomForest>[1],
  objective?: Forest['objective'],
): { readonly small: SmallForest; readonly columns: ReadonlyMap<string, readonly Column[]> } {
  const small = randomForest(seed, shape, objective);
  return { small, columns: randomColumns(seed + 100, small.owners, ROWS) };
}

// Starting Python and its libraries takes seconds on a busy machine.
describe.skipIf(python === undefined)('an exported forest in LightGBM and ONNX Runtime', () => {
  it('scores raw values as training scored them', async () => {
    const { small, columns, scores } = await trained();
    const { lightgbm, onnx } = scoreEverywhere(small, columns);
    expect(largestDifference(lightgbm, scores, 1, sigmoid)).toBeLessThan(1e-12);
    expect(largestDifference(onnx, scores, 1, sigmoid)).toBeLessThan(1e-6);
    const used = new Set(
      small.forest.trees.flatMap(({ nodes }) =>
        nodes.flatMap((node) => (node.kind === 'split' ? [`${node.owner} ${node.feature}`] : [])),
      ),
    );
    expect(used.size).toBe(5);
  });

  it.each([1, 2, 3])('scores as ours does (forest %i)', (seed) => {
    const { small, columns } = random(seed, { trees: 20, depth: 6, features: 8 });
    const { lightgbm, onnx, truth } = scoreEverywhere(small, columns);
    expect(largestDifference(lightgbm, truth, 0, (raw) => raw)).toBeLessThan(1e-12);
    expect(largestDifference(lightgbm, truth, 1, sigmoid)).toBeLessThan(1e-12);
    expect(largestDifference(onnx, truth, 0, (raw) => raw)).toBeLessThan(2e-6);
    expect(largestDifference(onnx, truth, 1, sigmoid)).toBeLessThan(1e-6);
    expect(new Set(truth).size).toBeGreaterThan(ROWS / 4);
  });

  it('keeps a regression as it is', () => {
    const { small, columns } = random(7, { trees: 5, depth: 4, features: 5 }, 'squared');
    const { lightgbm, onnx, truth } = scoreEverywhere(small, columns);
    expect(largestDifference(lightgbm, truth, 1, (raw) => raw)).toBeLessThan(1e-12);
    expect(largestDifference(onnx, truth, 1, (raw) => raw)).toBeLessThan(2e-6);
  });

  it('loads without trees and with trees that do not split', () => {
    const { small, columns } = random(9, { trees: 0, depth: 1, features: 2 });
    const leaf = { kind: 'leaf', value: 0.25, rows: 10, hessian: 2 } as const;
    for (const forest of [small.forest, { ...small.forest, trees: [{ nodes: [leaf] }, { nodes: [leaf] }] } as Forest]) {
      const { lightgbm, onnx, truth } = scoreEverywhere({ ...small, forest }, columns);
      expect(largestDifference(lightgbm, truth, 1, sigmoid)).toBeLessThan(1e-12);
      expect(largestDifference(onnx, truth, 1, sigmoid)).toBeLessThan(1e-6);
    }
  });

  it('keeps the names of columns', () => {
    const { small, columns } = random(11, { trees: 2, depth: 2, features: 2 });
    const { printed } = scoreEverywhere(small, columns);
    expect(printed).toContain('bank.first_column__bank bank.x1 tax.first_column__tax tax.x1');
  });
});
