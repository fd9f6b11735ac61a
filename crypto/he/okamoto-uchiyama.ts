/**
 * Okamoto-Uchiyama encryption: T. Okamoto, S. Uchiyama, "A New Public-Key Cryptosystem as Secure as Factoring", EUROCRYPT 1998.
 * n = p^2 q, c = g^m h^r mod n with h = g^n; for x = 1 mod p, L(x) = (x - 1) / p, and
 * m = L(c^(p-1) mod p^2) / L(g^(p-1) mod p^2) mod p. One-way if n is hard to factor, semantically secure under the p-subgroup
 * assumption, **not** secure against chosen ciphertexts: for a plaintext M > p the decryption is M mod p, and
 * gcd(M - (M mod p), n) = p. Never let anybody learn a decryption that has not been held against its bounds.
 *
 * Choices here.
 * - p (683 bits) and q (682) are safe primes and g is a square, so h generates the cyclic group of order p'q',
 *   p' = (p-1)/2, q' = (q-1)/2. All ciphertexts have Jacobi symbol 1; a key with a non-square g would show the parity of m
 *   to anybody when h is a square.
 * - The key holder draws h^r for r uniform modulo p'q' without computing it modulo n: modulo q a uniform square is just that;
 *   modulo p^2 it is a power with an exponent uniform modulo p', from a table (both are independent because p' and q' are
 *   different primes). This costs no more than a 448-bit exponent modulo n, and rests on no assumption about short exponents.
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
import { bitLength, fromBytes, gcd, mod, modInverse, modPow, randomBelow, toBytes } from './bigints.ts';
import { FixedBase } from './fixed-base.ts';
import { numbersModulo, power, type Numbers } from './numbers.ts';
import { safePrime } from './primes.ts';

const { bits: MODULUS_BITS } = ADDITIVE_SCHEMES['okamoto-uchiyama'];
const P_BITS = 683;

export interface OkamotoUchiyamaKey extends AdditivePublicKey {
  readonly scheme: 'okamoto-uchiyama';
  readonly p: bigint;
  readonly q: bigint;
}

/** A fresh key, in about a second. */
export async function makeOkamotoUchiyamaKey(csprng: Csprng): Promise<OkamotoUchiyamaKey> {
  for (;;) {
    const [p, q] = await Promise.all([safePrime(P_BITS), safePrime(P_BITS - 1)]);
    const n = p * p * q;
    if (bitLength(n) === MODULUS_BITS) return okamotoUchiyamaKey(p, q, csprng);
  }
}

/** The key of two given safe primes; g by chance. */
export function okamotoUchiyamaKey(p: bigint, q: bigint, csprng: Csprng): OkamotoUchiyamaKey {
  const n = p * p * q;
  for (;;) {
    const root = randomBelow(csprng, n, 2n);
    if (gcd(root, n) !== 1n) continue;
    const g = (root * root) % n;
    const h = modPow(g, n, n);
    // g's part of order p must be there, and h's parts of order p' and q': each fails with a chance of about 2^-682.
    if (logarithmOf(g, p) === 0n || h % p === 1n || h % q === 1n) continue;
    return { scheme: 'okamoto-uchiyama', n, g, h, p, q };
  }
}

/** L(x^(p-1) mod p^2), in [0, p). @param x a unit modulo p. */
function logarithmOf(x: bigint, p: bigint): bigint {
  const pp = p * p;
  return (modPow(x % pp, p - 1n, pp) - 1n) / p;
}

/** @param uses how many obfuscators are expected: only a matter of speed. */
export function okamotoUchiyamaOps(key: OkamotoUchiyamaKey, csprng: Csprng, uses: number): AdditivePrivateOps {
  const { n, p, q, g, h } = key;
  const pp = p * p;
  const order = (p - 1n) >> 1n; // p', of h modulo p^2
  const logOfG = logarithmOf(g, p);
  const inverseLogOfG = modInverse(logOfG, p);
  const inverseOfPp = modInverse(pp, q);
  // g = T (1 + p a) mod p^2 with T of order dividing p - 1, and L(g^(p-1)) = -a. T^m vanishes in the obfuscator, so the factor
  // that adds m is 1 + p a m modulo p^2 and 1 modulo q: 1 + W m modulo n, linear in m because (p a)^2 = 0 modulo p^2.
  const one = q * modInverse(q, pp); // 1 modulo p^2, 0 modulo q
  const w = mod(-logOfG * p * one, n);
  let table: FixedBase | undefined;
  let numbers: Numbers | undefined;
  const logarithm = (x: bigint): bigint => {
    numbers ??= numbersModulo(pp);
    const { mark } = numbers;
    const at = numbers.allocate(1);
    numbers.write(at, toBytes(x % pp, numbers.width));
    power(numbers, at, p - 1n, at);
    const result = (fromBytes(numbers.read(at)) - 1n) / p;
    numbers.release(mark);
    return result;
  };
  return {
    group: additiveGroup(key),
    obfuscator() {
      table ??= new FixedBase(h, pp, bitLength(order), uses);
      const left = table.pow(randomBelow(csprng, order));
      const root = randomBelow(csprng, q, 1n);
      // Garner: the number that is `left` modulo p^2 and root^2 modulo q.
      return left + pp * mod((root * root - left) * inverseOfPp, q);
    },
    message: (m) => mod(1n + w * m, n),
    decrypt(ciphertext) {
      if (ciphertext <= 0n || ciphertext >= n || ciphertext % p === 0n || ciphertext % q === 0n) {
        throw new CryptoError('bad-ciphertext', 'a ciphertext is no unit of its group');
      }
      return signed((logarithm(ciphertext) * inverseLogOfG) % p, p);
    },
  };
}
