/** Primes for keys, from OpenSSL's generator (Miller-Rabin to error 2^-128, its own CSPRNG), off the calling thread. */
import { generatePrime, type GeneratePrimeOptionsBigInt } from 'node:crypto';

/** p of that many bits, with (p - 1) / 2 prime: about half a second at 683 bits. */
export function safePrime(bits: number): Promise<bigint> {
  return generate(bits, { bigint: true, safe: true });
}

/** Length of the large prime in p - 1 of `strongPrime`: twice what generic discrete logarithms at 128 bits ask, and more. */
const FACTOR_BITS = 512;

/**
 * p = 3 mod 4 with a known 512-bit prime factor of p - 1, for lengths where safe primes take too long.
 * @returns p and that factor.
 */
export async function strongPrime(bits: number): Promise<{ readonly p: bigint; readonly factor: bigint }> {
  const factor = await generate(FACTOR_BITS, { bigint: true });
  // p = 2 factor + 1 mod 4 factor: (p - 1) / 2 is an odd multiple of the factor.
  const p = await generate(bits, { bigint: true, add: 4n * factor, rem: 2n * factor + 1n });
  return { p, factor };
}

function generate(bits: number, options: GeneratePrimeOptionsBigInt): Promise<bigint> {
  return new Promise((resolve, reject) => {
    generatePrime(bits, options, (error, prime) => (error ? reject(error) : resolve(prime)));
  });
}
