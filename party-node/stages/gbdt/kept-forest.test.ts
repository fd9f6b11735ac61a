import type { Forest, SplitRecord } from '@coscore/models/gbdt/forest.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeCheckpoint, encodeCheckpoint, type Stored } from '../checkpoint-codec.ts';
import { packForest, packRecords, unpackForest, unpackRecords } from './kept-forest.ts';

/** Through the disk. */
const written = (value: Stored): Stored => decodeCheckpoint(new Uint8Array(32), encodeCheckpoint(new Uint8Array(32), value))!; // prettier-ignore

const whole = fc.nat(2 ** 32 - 1);
/** JSON knows no -0. */
const real = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const leaf = fc.record({ kind: fc.constant('leaf' as const), value: real, rows: whole, hessian: real });
const split = fc.record({
  kind: fc.constant('split' as const),
  owner: fc.constantFrom('bank', 'tax', 'registry'),
  record: whole,
  feature: whole,
  gain: real,
  left: whole,
  right: whole,
  rows: whole,
  hessian: real,
  value: real,
});
const forest: fc.Arbitrary<Forest> = fc.record({
  objective: fc.constantFrom('binary' as const, 'squared' as const),
  baseScore: real,
  trees: fc.array(fc.record({ nodes: fc.array(fc.oneof(leaf, split), { minLength: 1, maxLength: 6 }) }), {
    maxLength: 5,
  }),
});

it('a forest comes back as it was', () => {
  fc.assert(
    fc.property(forest, (made) => {
      expect(unpackForest(written(packForest(made)))).toEqual(made);
    }),
  );
});

it('splits come back as they were, whatever number of bins their columns have', () => {
  const features = [1, 7, 8, 33].map((bins, i) => ({ feature: `c${i}`, bins, ordered: true, missingBin: -1 }));
  const record = fc.nat(3).chain((feature) => {
    const { bins } = features[feature]!;
    const side = fc.constantFrom(0, 1);
    return fc.array(side, { minLength: bins, maxLength: bins }).map((sides): SplitRecord => ({ feature, goesLeft: Uint8Array.from(sides) })); // prettier-ignore
  });
  fc.assert(
    fc.property(fc.array(record, { maxLength: 9 }), (records) => {
      expect(unpackRecords(written(packRecords(records)), features)).toEqual(records);
    }),
  );
});
