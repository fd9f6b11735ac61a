/**
 * What crosses of a BFV key or ciphertext: its numbers only, in a fixed width. SEAL's own format has headers with sizes and
 * types in it; they are never taken from a peer but from an object of the same kind made here, so that all a peer decides
 * are residues (checked against their moduli by SEAL's load) and the 64 bytes of a seed.
 *
 * SEAL 4.1.2, uncompressed: 113 bytes of headers, then residues as uint64 little-endian, [size][moduli][N]; where the second
 * polynomial is the expansion of a seed, only the first is there, then 17 bytes of headers and the seed.
 */
import { CryptoError } from '../errors.ts';
import { type Bfv, bfv, DATA_PRIMES, REPLY_PRIMES, SLOTS } from './bfv-context.ts';

const HEADERS = 113;
const SEED_HEADERS = 17;
const SEED = 64;
const POLYNOMIAL = SLOTS * 8;

export type BfvKind = 'public-key' | 'fresh' | 'full' | 'reply';

/** Bytes of residues in each kind. */
const RESIDUES: Readonly<Record<BfvKind, number>> = {
  'public-key': (DATA_PRIMES.length + 1) * POLYNOMIAL,
  fresh: DATA_PRIMES.length * POLYNOMIAL,
  full: 2 * DATA_PRIMES.length * POLYNOMIAL,
  reply: 2 * REPLY_PRIMES * POLYNOMIAL,
};
const SEEDED: ReadonlySet<BfvKind> = new Set<BfvKind>(['public-key', 'fresh']);

/** Bytes on the wire: 327,744 of a public key, 262,208 of a fresh ciphertext, 262,144 of a reply. */
export const bfvBytes = (kind: BfvKind): number => RESIDUES[kind] + (SEEDED.has(kind) ? SEED : 0);

const savedBytes = (kind: BfvKind): number => HEADERS + bfvBytes(kind) + (SEEDED.has(kind) ? SEED_HEADERS : 0);

/** Where the first polynomial's residues start in a saved ciphertext. */
export const SAVED_RESIDUES_AT = HEADERS;

interface Savable {
  saveToArray(mode: { value: 0 }): unknown;
}

/** SEAL's bytes of an object, uncompressed: a copy outside its memory. */
export function save({ seal }: Bfv, object: Savable): Uint8Array<ArrayBuffer> {
  return new Uint8Array(object.saveToArray(seal.ComprModeType.none as { value: 0 }) as Uint8Array);
}

/** SEAL's bytes to wire bytes. */
export function toWire(kind: BfvKind, saved: Uint8Array): Uint8Array<ArrayBuffer> {
  if (saved.length !== savedBytes(kind)) {
    throw new CryptoError('bad-length', `SEAL saved ${saved.length} bytes of a ${kind}, not ${savedBytes(kind)}`);
  }
  const wire = new Uint8Array(bfvBytes(kind));
  wire.set(saved.subarray(HEADERS, HEADERS + RESIDUES[kind]));
  if (SEEDED.has(kind)) wire.set(saved.subarray(saved.length - SEED), RESIDUES[kind]);
  return wire;
}

interface Loadable {
  loadFromArray(context: Bfv['context'], saved: Uint8Array): void;
}

/** SEAL, and this node's own headers of each kind. */
export interface BfvWire extends Bfv {
  readonly headers: ReadonlyMap<BfvKind, Uint8Array<ArrayBuffer>>;
}

let made: Promise<BfvWire> | undefined;

/** Made once a thread. Nothing waits after it: no object of SEAL is half way in one operation while another starts. */
export function bfvWire(): Promise<BfvWire> {
  made ??= bfv().then((library) => ({ ...library, headers: headersOf(library) }));
  return made;
}

/**
 * Loads wire bytes into a SEAL object under this node's own headers.
 * @throws CryptoError `bad-length`; `bad-ciphertext` when a residue is not below its modulus.
 */
export function fromWire(library: BfvWire, kind: BfvKind, wire: Uint8Array, into: Loadable): void {
  if (wire.length !== bfvBytes(kind)) {
    throw new CryptoError('bad-length', `a ${kind} of ${wire.length} bytes, not ${bfvBytes(kind)}`);
  }
  const saved = library.headers.get(kind)!.slice();
  saved.set(wire.subarray(0, RESIDUES[kind]), HEADERS);
  if (SEEDED.has(kind)) saved.set(wire.subarray(RESIDUES[kind]), saved.length - SEED);
  load(library, kind, saved, into);
}

/** @throws CryptoError `bad-ciphertext`. */
export function load({ context }: Bfv, kind: BfvKind, saved: Uint8Array, into: Loadable): void {
  try {
    into.loadFromArray(context, saved);
  } catch {
    throw new CryptoError('bad-ciphertext', `a ${kind} that holds no valid numbers`);
  }
}

/** One saved object of each kind, under a key that is thrown away: for its headers. */
function headersOf(library: Bfv): ReadonlyMap<BfvKind, Uint8Array<ArrayBuffer>> {
  const { seal, context, evaluator } = library;
  const generator = new seal.KeyGenerator(context);
  const publicKey = generator.createPublicKey();
  const secretKey = generator.secretKey();
  const encryptor = new seal.Encryptor(context, publicKey, secretKey);
  const zero = new seal.Plaintext(1);
  const full = new seal.Ciphertext();
  encryptor.encryptZero(full);
  const reply = full.copy();
  evaluator.cipherModSwitchToNextInplace(reply);
  evaluator.cipherModSwitchToNextInplace(reply);
  const seededKey = generator.createPublicKeySerializable();
  const fresh = encryptor.encryptSymmetricSerializable(zero);
  const objects = { 'public-key': seededKey, fresh, full, reply };
  const saved = Object.entries(objects).map(([kind, object]): [BfvKind, Uint8Array<ArrayBuffer>] => [
    kind as BfvKind,
    save(library, object as Savable),
  ]);
  for (const object of [seededKey, fresh, full, reply, zero, encryptor, secretKey, publicKey, generator])
    object.delete();
  return new Map(saved);
}
