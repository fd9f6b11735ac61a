/** The rows of a joint job stand in an order that its alignment draws: with keys a forest is the same whatever it is. */
import { expect, it } from 'vitest';
import { seededRng } from '../data/rng.ts';
import type { Forest } from './forest.ts';
import { localSource } from './local-source.ts';
import { defaultGbdt, type GbdtOptions } from './options.ts';
import { trainForest } from './train-forest.ts';

const ROWS = 400;
const rng = seededRng(1);
const column = (bins: number): Uint16Array => Uint16Array.from({ length: ROWS }, () => rng.below(bins));
const codes = [column(8), column(5), column(3)];
const labels = Uint8Array.from({ length: ROWS }, (_, row) => Number(rng.next() < 0.15 + 0.08 * codes[0]![row]!));
const validation = Uint8Array.from({ length: ROWS }, () => Number(rng.next() < 0.2));
const features = [8, 5, 3].map((bins, i) => ({ feature: `c${i}`, bins, ordered: i < 2, missingBin: -1 }));

/** @param order [rows] which row stands at each place. */
async function forestIn(order: Uint32Array, options: GbdtOptions, keyed: boolean): Promise<Forest> {
  const placed = <T extends Uint8Array | Uint16Array>(values: T): T => values.map((_, place) => values[order[place]!]!) as T; // prettier-ignore
  const held = placed(validation);
  const { forest } = await trainForest({
    sources: [localSource({ party: 'bank', features, codes: codes.map(placed), rows: ROWS })],
    labels: placed(labels),
    training: held.map((bit) => 1 - bit),
    validation: held,
    options,
    ...(keyed ? { rowKeys: order } : {}),
  });
  return forest;
}

const asTheyStand = Uint32Array.from({ length: ROWS }, (_, row) => row);
const shuffled = Uint32Array.from(asTheyStand);
for (let i = ROWS - 1; i > 0; i--) {
  const j = rng.below(i + 1);
  [shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!];
}

it.each([
  ['rounding alone', {}],
  ['row and column sampling', { rowSample: 0.7, columnSample: 0.7 }],
  ['one-side sampling', { goss: { top: 0.2, other: 0.2 }, learningRate: 0.5 }],
  ['early stopping', { earlyStopping: 3, trees: 60 }],
])('%s', async (_what, changes) => {
  const options = { ...defaultGbdt, trees: 12, depth: 3, seed: 9, ...changes };
  const forest = await forestIn(asTheyStand, options, true);
  expect(await forestIn(shuffled, options, true)).toEqual(forest);
  // Draws follow the order where there are no keys: so the keys are what makes them the same.
  expect(await forestIn(shuffled, options, false)).not.toEqual(forest);
});
