/**
 * At the end the label party is told a feature party's part of every row's score. It knows the WoE of the party's bins, and
 * let it know the coefficients too: in `aided` it can only estimate them, in `blind` with selection by correlation it can
 * compute them (coefficients.test.ts). Then each combination of bins is a number, and an exact part names its combination.
 * Rounded to 1/32, a part of six columns is shared by many combinations, and what is read off it is mostly wrong.
 */
import { DesignMatrix } from '@coscore/models/scorecard/design.ts';
import type { DesignColumn } from '@coscore/models/scorecard/design-columns.ts';
import { seededRng } from '@coscore/models/data/rng.ts';
import { recipeSchema } from '@coscore/node-core/recipe/index.ts';
import { contribute, contributionsAtLabelParty } from '@coscore/party-node/stages/contributions.ts';
import type { JobContext } from '@coscore/party-node/stages/context.ts';
import type { PartyId, Session } from '@coscore/protocols';
import { memoryNetwork } from '@coscore/protocols/memory-network.ts';
import { beforeAll, describe, expect, it } from 'vitest';

const ROWS = 2000;
const COLUMNS = 6;
const BINS = 5;
const bank = 'bank' as PartyId;
const tax = 'tax' as PartyId;

const rng = seededRng(17);
/** As published: two decimals. */
const woe = Array.from({ length: COLUMNS }, () =>
  Float64Array.from({ length: BINS }, (_, bin) => Math.round(100 * (0.5 * (bin - 2) + 0.6 * (rng.next() - 0.5))) / 100),
);
const codes = Array.from({ length: COLUMNS }, () => Uint8Array.from({ length: ROWS }, () => rng.below(BINS)));
const weights = Float64Array.from({ length: COLUMNS }, () => 0.2 + 0.6 * rng.next());
const columns = codes.map((own, j): DesignColumn => ({ kind: 'coded', name: `x${j}`, codes: own, values: woe[j]! }));

const recipe = recipeSchema.parse({
  name: 'parts',
  profile: 'aided',
  parties: {
    bank: { role: 'label', data: 'bank.csv', id: 'id', label: 'y' },
    tax: { role: 'feature', data: 'tax.csv', id: 'id' },
  },
});

const contextOf = (session: Session): JobContext => ({
  job: 'job',
  attempt: 1,
  recipe,
  self: session.self,
  labelParty: bank,
  featureParties: [tax],
  columns: new Map(),
  helper: undefined,
  session,
  progress: () => undefined,
});

/** Every combination of bins with the part that it gives, in the order of the parts. */
interface Table {
  readonly parts: Float64Array;
  /** [combinations] base-BINS digits, column 0 the lowest. */
  readonly codes: Uint32Array;
}

function combinations(): Table {
  const all = BINS ** COLUMNS;
  const part = (combination: number): number => {
    let sum = 0;
    for (let j = 0, rest = combination; j < COLUMNS; j++, rest = Math.floor(rest / BINS))
      sum += weights[j]! * woe[j]![rest % BINS]!;
    return sum;
  };
  const parts = Float64Array.from({ length: all }, (_, combination) => part(combination));
  const order = Uint32Array.from(parts.keys()).sort((a, b) => parts[a]! - parts[b]!);
  return { parts: Float64Array.from(order, (combination) => parts[combination]!), codes: order };
}

/** The combination whose part is nearest: all combinations are equally common here, so no guess is better. */
function nearest({ parts, codes: sorted }: Table, seen: number): number {
  let [low, high] = [0, parts.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (parts[middle]! <= seen) low = middle;
    else high = middle;
  }
  return sorted[seen - parts[low]! < parts[high]! - seen ? low : high]!;
}

/** @returns share of rows of which every bin was told right, and of all bins. */
function decoded(seen: Float64Array): { readonly rows: number; readonly bins: number } {
  const table = combinations();
  let [rows, bins] = [0, 0];
  seen.forEach((part, row) => {
    let rest = nearest(table, part);
    let right = 0;
    for (let j = 0; j < COLUMNS; j++, rest = Math.floor(rest / BINS)) if (rest % BINS === codes[j]![row]) right++;
    bins += right;
    if (right === COLUMNS) rows++;
  });
  return { rows: rows / ROWS, bins: bins / (ROWS * COLUMNS) };
}

describe('decoding bins from parts of scores', () => {
  const design = new DesignMatrix(ROWS, columns);
  let told: Float64Array;

  beforeAll(async () => {
    const network = memoryNetwork('job/1');
    [told] = await Promise.all([
      contributionsAtLabelParty(contextOf(network.session(bank)), ROWS),
      contribute(contextOf(network.session(tax)), design, weights),
    ]);
  });

  it('tells multiples of 1/32, as near as they get', () => {
    const exact = design.times(weights);
    for (const [row, part] of told.entries()) {
      expect(Number.isInteger(part * 32)).toBe(true);
      expect(Math.abs(part - exact[row]!)).toBeLessThanOrEqual(1 / 64 + 1e-12);
    }
  });

  it('names hardly any firm’s bins', () => {
    // One in 15,625 by luck; the parts lie about a hundred combinations to a step.
    expect(decoded(told).rows).toBeLessThan(0.03);
    // By luck one bin in five; a part narrows the heavy columns down, as the leak table says.
    expect(decoded(told).bins).toBeLessThan(0.5);
  });

  it('control: exact parts name every bin of every firm', () => {
    expect(decoded(design.times(weights))).toEqual({ rows: 1, bins: 1 });
  });
});
