import { pairLayout } from '@coscore/crypto/he/packing.ts';
import { derivativeBits } from '@coscore/models/gbdt/derivatives.ts';
import { expect, it } from 'vitest';
import { GRADIENT_BITS } from './forest-options.ts';

it.each([
  [1, { g: 11, h: 12 }],
  [524_416, { g: 11, h: 12 }],
  // A bit of g takes 2^31, one of h 2^32.
  [524_417, { g: 11, h: 12 }],
  [1_048_832, { g: 11, h: 12 }],
  [1_100_000, { g: 10, h: 11 }],
  [2 ** 24, { g: 7, h: 8 }],
])('bounds of %d rows leave no sum that overflows', (rows, bits) => {
  expect(derivativeBits(GRADIENT_BITS, rows)).toEqual(bits);
  expect(() => pairLayout(rows, derivativeBits(GRADIENT_BITS, rows), 2048)).not.toThrow();
});

it('are no tighter than they must be', () => {
  expect(() => pairLayout(1_100_000, { g: 11, h: 11 }, 2048)).toThrow('2^31');
  expect(() => pairLayout(1_100_000, { g: 10, h: 12 }, 2048)).toThrow('2^32');
});
