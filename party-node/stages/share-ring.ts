/** The ring in which logits are shared: angles mod 2^30 for the shared sigmoid (`aided`), residues mod t for BFV (`blind`). */
import type { Prg } from '@coscore/crypto';
import { addPrime, arePrimeResidues, subtractPrime, uniformPrime } from '@coscore/crypto/ring/prime-ring.ts';
import { ProtocolError } from '@coscore/protocols';
import type { ZeroSum } from '@coscore/protocols/secure-sum/index.ts';
import { addLogits, LOGIT_MODULUS } from '@coscore/protocols/shared-sigmoid/index.ts';
import { u32, u64 } from './bytes.ts';

export interface ShareRing<V extends Uint32Array | BigUint64Array> {
  /** [length] uniform elements. */
  draw(stream: Prg, length: number): V;
  add(a: V, b: V): V;
  subtract(a: V, b: V): V;
  /** [length] masks that add up to zero over the group. */
  mask(group: ZeroSum, round: number, length: number): V;
  /** @throws ProtocolError `wrong-size`, `out-of-range`. */
  read(bytes: Uint8Array, length: number, what: string): V;
}

const MASK = LOGIT_MODULUS - 1;

export const angleRing: ShareRing<Uint32Array> = {
  draw: (stream, length) => new Uint32Array(stream.bytes(length * 4).buffer).map((word) => word & MASK),
  add: addLogits,
  subtract: (a, b) => a.map((value, i) => (value - b[i]!) & MASK),
  mask(group, round, length) {
    // 2^30 divides 2^64: masks that add up to zero there also do in their low bits.
    const words = new Uint32Array(group.mask(round, length).buffer);
    return Uint32Array.from({ length }, (_, i) => words[2 * i]! & MASK);
  },
  read: u32,
};

export const primeRing: ShareRing<BigUint64Array> = {
  draw: uniformPrime,
  add: addPrime,
  subtract: subtractPrime,
  mask: (group, round, length) => group.maskPrime(round, length),
  read(bytes, length, what) {
    const values = u64(bytes, length, what);
    if (!arePrimeResidues(values)) throw new ProtocolError('out-of-range', `${what} holds a number that is no residue`);
    return values;
  },
};
