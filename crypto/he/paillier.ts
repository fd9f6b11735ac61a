/**
 * Paillier encryption: P. Paillier, "Public-Key Cryptosystems Based on Composite Degree Residuosity Classes", EUROCRYPT 1999.
 * n = p q, c = (1 + n)^m h^r mod n^2, with h a fixed n-th residue after I. Damgård, M. Jurik, J. Nielsen, "A Generalization of
 * Paillier's Public-Key System with Applications to Electronic Voting", Int. J. Inf. Secur. 2010, section 4.2. Semantically
 * secure under the decisional composite residuosity assumption, for residues from the group of h.
 *
 * Choices here.
 * - p, q = 3 mod 4 of 1536 bits, each with a 512-bit prime in p - 1, and h the n-th power of a square.
 * - The key holder draws a uniform power of h: modulo p^2 an exponent uniform below (p-1)/2, which the order of h there
 *   divides, and another modulo q^2; the orders have no common factor, because gcd(p-1, q-1) = 2. That is 1535 bits a prime, and
 *   costs what one exponent of half of n's length would, without that one's assumption: that a short power cannot be told from
 *   any other. (O. Goldreich, V. Rosen, "On the Security of Modular Exponentiation", J. Cryptology 2003, have half length from
 *   factoring, asymptotically, for a modulus of two random primes and a random base; for exponents below half there is no proof.)
 * - What is assumed beyond Paillier's paper: that it makes no difference that residues come from the group of h, not from all.
 *   It has the factor of 512 bits in either prime by construction, and misses a small factor f of (p-1)/2 with chance 1/f.
 */
import { CryptoError } from '../errors.ts';
import type { Csprng } from '../rng.ts';
import {
  ADDITIVE_SCHEMES,
  additiveGroup,
  signed,
  type AdditivePrivateOps,
  type AdditivePublicKey,
} from './additive-scheme.ts';
import { bitLength, gcd, mod, modInverse, modPow, randomBelow } from './bigints.ts';
import { FixedBase, TABLE_BYTES } from './fixed-base.ts';
import { strongPrime } from './primes.ts';

const { bits: MODULUS_BITS } = ADDITIVE_SCHEMES.paillier;

export interface PaillierKey extends AdditivePublicKey {
  readonly scheme: 'paillier';
  readonly p: bigint;
  readonly q: bigint;
}

/** A fresh key, in about a second. */
export async function makePaillierKey(csprng: Csprng): Promise<PaillierKey> {
  for (;;) {
    const [left, right] = await Promise.all([strongPrime(MODULUS_BITS / 2), strongPrime(MODULUS_BITS / 2)]);
    const [p, q] = [left.p, right.p];
    const n = p * q;
    // The condition of Damgård, Jurik and Nielsen, and that n-th powers of units are as many as units modulo n.
    const fits = bitLength(n) === MODULUS_BITS && gcd(p - 1n, q - 1n) === 2n && gcd(n, (p - 1n) * (q - 1n)) === 1n;
    if (!fits) continue;
    const key = paillierKey(p, q, csprng);
    const large = ({ p: prime, factor }: typeof left): boolean => modPow(key.h, (prime - 1n) / factor, prime) !== 1n;
    if (large(left) && large(right)) return key;
  }
}

/** The key of two given primes; h by chance. */
export function paillierKey(p: bigint, q: bigint, csprng: Csprng): PaillierKey {
  const n = p * q;
  for (;;) {
    const root = randomBelow(csprng, n, 2n);
    if (gcd(root, n) !== 1n) continue;
    return { scheme: 'paillier', n, g: n + 1n, h: modPow(root * root, n, n * n), p, q };
  }
}

/** @param uses how many obfuscators are expected: only a matter of speed. */
export function paillierOps(key: PaillierKey, csprng: Csprng, uses: number): AdditivePrivateOps {
  const { n, p, q, h } = key;
  const [pp, qq, nn] = [p * p, q * q, n * n];
  const inverseOfPp = modInverse(pp, qq);
  const inverseOfP = modInverse(p, q);
  const halves = [half(p, pp, n), half(q, qq, n)] as const;
  const orders = [(p - 1n) >> 1n, (q - 1n) >> 1n] as const; // multiples of those of h modulo p^2 and q^2
  const table = (modulus: bigint, order: bigint): FixedBase =>
    new FixedBase(h, modulus, bitLength(order), uses, TABLE_BYTES / 2);
  let tables: readonly [FixedBase, FixedBase] | undefined;
  return {
    group: additiveGroup(key),
    obfuscator() {
      tables ??= [table(pp, orders[0]), table(qq, orders[1])];
      const left = tables[0].pow(randomBelow(csprng, orders[0]));
      const right = tables[1].pow(randomBelow(csprng, orders[1]));
      return left + pp * mod((right - left) * inverseOfPp, qq); // Garner
    },
    message: (m) => mod(1n + n * m, nn),
    decrypt(ciphertext) {
      if (ciphertext <= 0n || ciphertext >= nn || ciphertext % p === 0n || ciphertext % q === 0n) {
        throw new CryptoError('bad-ciphertext', 'a ciphertext is no unit of its group');
      }
      const left = halves[0](ciphertext);
      return signed(left + p * mod((halves[1](ciphertext) - left) * inverseOfP, q), n);
    },
  };
}

/** Decryption modulo one prime: L(c^(p-1) mod p^2) / L((1 + n)^(p-1) mod p^2) mod p. */
function half(p: bigint, pp: bigint, n: bigint): (ciphertext: bigint) => bigint {
  const logarithm = (x: bigint): bigint => (modPow(x % pp, p - 1n, pp) - 1n) / p;
  const inverse = modInverse(logarithm(n + 1n), p);
  return (ciphertext) => (logarithm(ciphertext) * inverse) % p;
}
