/**
 * Paillier encryption: P. Paillier, "Public-Key Cryptosystems Based on Composite Degree Residuosity Classes", EUROCRYPT 1999.
 * n = p q, c = (1 + n)^m h^r mod n^2, with h a fixed n-th residue after I. Damgård, M. Jurik, J. Nielsen, "A Generalization of
 * Paillier's Public-Key System with Applications to Electronic Voting", Int. J. Inf. Secur. 2010, section 4.2. Semantically
 * secure under the composite residuosity assumption.
 *
 * Choices here.
 * - p, q = 3 mod 4 of 1536 bits, each with a 512-bit prime in p - 1, and h the n-th power of a square.
 * - The key holder's obfuscator exponents have 448 bits, not half of n's: the assumption is that h^r with short r cannot be told
 *   from a random power of h (T. Koshiba, K. Kurosawa, "Short Exponent Diffie-Hellman Problems", PKC 2004: equivalent to
 *   hardness of the short discrete logarithm in groups of unknown order). The best attack known on it, Pollard's lambda, takes
 *   2^224 steps. Full-length exponents would cost seven times as much; Okamoto-Uchiyama (okamoto-uchiyama.ts) needs neither.
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
import { bitLength, gcd, mod, modInverse, modPow, randomBelow, randomBits } from './bigints.ts';
import { FixedBase } from './fixed-base.ts';
import { strongPrime } from './primes.ts';

const { bits: MODULUS_BITS } = ADDITIVE_SCHEMES.paillier;
export const SHORT_EXPONENT_BITS = 448;

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
  let tables: readonly [FixedBase, FixedBase] | undefined;
  return {
    group: additiveGroup(key),
    obfuscator() {
      tables ??= [new FixedBase(h, pp, SHORT_EXPONENT_BITS, uses), new FixedBase(h, qq, SHORT_EXPONENT_BITS, uses)];
      const r = randomBits(csprng, SHORT_EXPONENT_BITS);
      const left = tables[0].pow(r);
      return left + pp * mod((tables[1].pow(r) - left) * inverseOfPp, qq);
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
