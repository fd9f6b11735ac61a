/** The mathematics of masked sums in Z_2^64 (Bonawitz et al., CCS 2017, section 4). Pure. */
import { CryptoError, prg } from '@coscore/crypto';
import { residuesOf } from '@coscore/crypto/ring/bytes.ts';
import { decodeFixedPoint, encodeFixedPoint } from '@coscore/crypto/ring/fixed-point.ts';
import { addPrime, subtractPrime, uniformPrime } from '@coscore/crypto/ring/prime-ring.ts';
import { addResidues, subtractResidues } from '@coscore/crypto/ring/residues.ts';
import { ProtocolError } from '../errors.ts';

export type Vector = BigUint64Array<ArrayBuffer>;

/** The 32-byte seed of a mask; `sign` is that of this party in the pair. */
export interface PairSeed {
  readonly seed: Uint8Array;
  readonly sign: 1 | -1;
}

/** The party that comes first in the agreed order adds the pair's mask, the other subtracts it. */
export function signOf(self: number, other: number): 1 | -1 {
  return self < other ? 1 : -1;
}

/** [length] uniform mod 2^64. */
export function maskOf(seed: Uint8Array, label: string, length: number): Vector {
  return prg(seed, label).u64(length);
}

/** `values` plus every pair's mask with its sign. Over all parties of the pairs these cancel. */
export function addPairMasks(values: Vector, pairs: readonly PairSeed[], label: string): Vector {
  return pairs.reduce((sum, { seed, sign }) => {
    const mask = maskOf(seed, label, values.length);
    return sign === 1 ? addResidues(sum, mask) : subtractResidues(sum, mask);
  }, values);
}

/** [length] every pair's mask, uniform mod t, with its sign. */
export function primePairMasks(length: number, pairs: readonly PairSeed[], label: string): Vector {
  return pairs.reduce<Vector>((sum, { seed, sign }) => {
    const mask = uniformPrime(prg(seed, label), length);
    return sign === 1 ? addPrime(sum, mask) : subtractPrime(sum, mask);
  }, new BigUint64Array(length));
}

export function sumOf(vectors: readonly Vector[]): Vector {
  return vectors.reduce((sum, vector) => addResidues(sum, vector));
}

/**
 * Clips to +-bound, then encodes as round(x * 2^fractionBits) mod 2^64.
 * @throws ProtocolError `out-of-range` when an entry is not a number.
 */
export function clipAndEncode(values: Float64Array, bound: number, fractionBits: number): Vector {
  const clipped = values.map((x) => Math.min(bound, Math.max(-bound, x)));
  return encode(clipped, bound, fractionBits, 'out-of-range');
}

/** @throws ProtocolError `code` when an entry is not finite or above the bound. */
export function encode(
  values: Float64Array,
  bound: number,
  fractionBits: number,
  code: 'out-of-range' | 'overflow',
): Vector {
  try {
    return encodeFixedPoint(values, { bound, fractionBits });
  } catch (cause) {
    if (!(cause instanceof CryptoError)) throw cause;
    throw new ProtocolError(code, cause.message, { cause, params: { bound, count: values.length } });
  }
}

/**
 * @param terms vectors in the sum, each within +-bound.
 * @throws ProtocolError `out-of-range` when an entry exceeds terms * bound: then masks did not cancel.
 */
export function decodeTotal(total: Vector, terms: number, bound: number, fractionBits: number): Float64Array {
  const values = decodeFixedPoint(total, fractionBits);
  const slack = terms * 2 ** -fractionBits; // each term was rounded
  if (values.every((x) => Math.abs(x) <= terms * bound + slack)) return values;
  throw new ProtocolError('out-of-range', 'a total is out of range: some party did not follow the protocol');
}

/** @throws ProtocolError `wrong-size`. */
export function vectorFrom(bytes: Uint8Array, length: number, peer: string): Vector {
  if (bytes.length === length * 8) return residuesOf(bytes);
  throw new ProtocolError('wrong-size', `${peer} sent ${bytes.length} bytes where ${length * 8} were due`, {
    params: { party: peer },
  });
}
