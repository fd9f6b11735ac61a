/** Forests that LightGBM and XGBoost grew on the same rows: test/vectors/gbdt/forests.py. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { localSource } from './local-source.ts';
import { defaultGbdt, type GbdtOptions } from './options.ts';
import { trainForest } from './train-forest.ts';

interface Case {
  readonly name: string;
  readonly options: Partial<GbdtOptions>;
  readonly values: number;
  readonly categories: readonly number[];
  readonly columns: readonly (readonly (number | null)[])[];
  readonly labels: readonly number[];
  readonly weights: readonly number[] | null;
  readonly leaves: readonly number[];
  readonly scores: readonly (readonly number[])[];
}

const vectors = JSON.parse(readFileSync(new URL('../../test/vectors/gbdt/forests.json', import.meta.url), 'utf8')) as {
  readonly cases: readonly Case[];
};

describe('known-answer forests', () => {
  it.each(vectors.cases.map((known) => [known.name, known] as const))('%s', async (_, known) => {
    const { values, columns, labels } = known;
    const source = localSource({
      party: 'a',
      features: columns.map((_column, i) => ({
        feature: `x${i}`,
        bins: values + 1,
        ordered: !known.categories.includes(i),
        missingBin: values,
      })),
      codes: columns.map((column) => Uint16Array.from(column, (value) => value ?? values)),
      rows: labels.length,
    });
    // So many bits that rounding is far below the tolerance: 300 rows leave room for them.
    const options: GbdtOptions = { ...defaultGbdt, gradientBits: 24, ...known.options };
    const scores: Float64Array[] = [];
    const { forest } = await trainForest({
      sources: [source],
      labels,
      weights: known.weights === null ? undefined : Float64Array.from(known.weights),
      options,
      onTree: (state) => void scores.push(state.scores.slice()),
    });
    expect(forest.trees.map(({ nodes }) => nodes.filter(({ kind }) => kind === 'leaf').length)).toEqual(known.leaves);
    known.scores.forEach((tree, k) => {
      const worst = tree.reduce((most, score, row) => Math.max(most, Math.abs(score - scores[k]![row]!)), 0);
      expect(worst).toBeLessThan(1e-6);
    });
  });
});
