/**
 * Additively homomorphic encryption: a product of ciphertexts holds the sum of their plaintexts. What the holders of a public
 * key need (adding, scaling by powers of two, hiding again) is the same for both schemes; the key holders' parts are in
 * okamoto-uchiyama.ts and paillier.ts. A ciphertext is a unit modulo N: N = n = p^2 q for the one, N = n^2, n = p q for the
 * other.
 */
import { CryptoError } from '../errors.ts';
import { bitLength, gcd } from './bigints.ts';

export type AdditiveScheme =
  { readonly scheme: 'okamoto-uchiyama'; readonly bits: 2048 } | { readonly scheme: 'paillier'; readonly bits: 3072 };
export type AdditiveSchemeName = AdditiveScheme['scheme'];

/** The only sizes there are; shorter moduli have been factored or soon may be. */
export const ADDITIVE_SCHEMES: { readonly [Name in AdditiveSchemeName]: Extract<AdditiveScheme, { scheme: Name }> } = {
  'okamoto-uchiyama': { scheme: 'okamoto-uchiyama', bits: 2048 },
  paillier: { scheme: 'paillier', bits: 3072 },
};

/**
 * Bits that packed digits may take, sign included. Okamoto-Uchiyama has 682 bits below p: the 80 between are what a
 * decryption must find empty (decrypt refuses; a plaintext above p would otherwise give p away). Paillier has 3071.
 */
const PAYLOAD_BITS: Readonly<Record<AdditiveSchemeName, number>> = { 'okamoto-uchiyama': 600, paillier: 2900 };

export interface AdditivePublicKey {
  readonly scheme: AdditiveSchemeName;
  readonly n: bigint;
  /** An encryption of 1. */
  readonly g: bigint;
  /** An encryption of 0 whose powers are the obfuscators. */
  readonly h: bigint;
}

/** Numbers that follow from a public key. */
export interface AdditiveGroup {
  readonly scheme: AdditiveSchemeName;
  /** Ciphertexts are units modulo this. */
  readonly modulus: bigint;
  readonly n: bigint;
  readonly h: bigint;
  /** Bytes of n, and of g and h. */
  readonly numberBytes: number;
  readonly ciphertextBytes: number;
  readonly payloadBits: number;
  /**
   * Bits of a full-length obfuscator exponent: 64 beyond any possible order of h, so that its power is within 2^-64 of
   * uniform in the group of h even for whoever made the key. Only such a power hides which ciphertexts were added.
   */
  readonly fullExponentBits: number;
}

/** @throws CryptoError `out-of-range` unless the scheme and size are ones there are. */
export function checkScheme({ scheme, bits }: { readonly scheme: string; readonly bits: number }): AdditiveScheme {
  const known = Object.values(ADDITIVE_SCHEMES).find((s) => s.scheme === scheme && s.bits === bits);
  if (known === undefined) {
    const names = Object.values(ADDITIVE_SCHEMES).map((s) => `${s.scheme} ${s.bits}`);
    throw new CryptoError('out-of-range', `no ${bits}-bit ${scheme} here; there are ${names.join(' and ')}`);
  }
  return known;
}

/** Widths of a scheme's numbers in bytes: of n, g and h, and of a ciphertext. */
export function widthsOf({ scheme, bits }: AdditiveScheme): { readonly n: number; readonly ciphertext: number } {
  return { n: bits / 8, ciphertext: scheme === 'paillier' ? bits / 4 : bits / 8 };
}

/**
 * Opens a public key, ours or a peer's.
 * @throws CryptoError `out-of-range` for a modulus of another size, or numbers that are no units modulo it.
 */
export function additiveGroup(key: AdditivePublicKey): AdditiveGroup {
  const { scheme, n, g, h } = key;
  const known = ADDITIVE_SCHEMES[scheme];
  if (n % 2n === 0n || bitLength(n) !== known.bits) {
    throw new CryptoError('out-of-range', `the modulus of a ${scheme} key is not an odd number of ${known.bits} bits`);
  }
  const modulus = scheme === 'paillier' ? n * n : n;
  for (const unit of [g, h]) {
    if (unit <= 1n || unit >= modulus || gcd(unit % n, n) !== 1n) {
      throw new CryptoError('out-of-range', `a ${scheme} key has a base that is no unit`);
    }
  }
  if (g === h || (scheme === 'paillier' && g !== n + 1n)) {
    throw new CryptoError('out-of-range', `a ${scheme} key has bases that do not fit it`);
  }
  return {
    scheme,
    modulus,
    n,
    h,
    numberBytes: known.bits / 8,
    ciphertextBytes: widthsOf(known).ciphertext,
    payloadBits: PAYLOAD_BITS[scheme],
    fullExponentBits: known.bits + 64,
  };
}

/** What a private key does beyond its public half. */
export interface AdditivePrivateOps {
  readonly group: AdditiveGroup;
  /** A fresh encryption of 0. */
  obfuscator(): bigint;
  /** The factor that adds m to a ciphertext's plaintext: obfuscator() times this is an encryption of m. */
  message(m: bigint): bigint;
  /**
   * The plaintext, signed: of its residues modulo the plaintext's modulus the one nearest to 0.
   * @throws CryptoError `bad-ciphertext` for what is no ciphertext. The caller must hold the result against its bounds.
   */
  decrypt(ciphertext: bigint): bigint;
}

/** The residue nearest to 0. */
export function signed(value: bigint, modulus: bigint): bigint {
  return value > modulus >> 1n ? value - modulus : value;
}
