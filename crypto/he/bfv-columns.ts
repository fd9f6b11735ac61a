/**
 * The owner of a matrix: multiplies its columns slot by slot with a vector that arrives encrypted, chunk by chunk, and
 * returns each column's products masked, flooded and switched down. Knows only the public key.
 */
import type { Ciphertext, Encryptor, Plaintext } from 'node-seal/allows';
import { CryptoError } from '../errors.ts';
import { columnPrime, sumPrime, uniformPrime } from '../ring/prime-ring.ts';
import { type Csprng, systemCsprng } from '../rng.ts';
import { type Bfv, bfv, DATA_PRIMES, MAX_CHUNKS, SLOTS } from './bfv-context.ts';
import { flood } from './bfv-flood.ts';
import { fromWire, load, save, SAVED_RESIDUES_AT, toWire } from './bfv-wire.ts';

/** Encoded chunks of columns kept at most, 256 kB each: 1 GB. What is beyond is encoded again each time. */
const CACHED_CHUNKS = 4096;
const C0_BYTES = DATA_PRIMES.length * SLOTS * 8;

export interface MaskedProduct {
  /** Wire bytes of the reply: the products of all slots, each plus a uniform mask. */
  readonly reply: Uint8Array<ArrayBuffer>;
  /** Sum of the masks mod t: the owner's share is its negative. */
  readonly maskSum: number;
}

export class BfvColumns {
  readonly #bfv: Bfv;
  readonly #columns: readonly (Int16Array | Int32Array)[];
  readonly #rng: Csprng;
  readonly #encryptor: Encryptor;
  readonly #cached = new Map<number, Plaintext>();
  readonly #sums: readonly Ciphertext[];
  readonly #vector: Ciphertext;
  readonly #product: Ciphertext;
  readonly #plain: Plaintext;
  /** The encoded chunk of the moment, where the cache is full. */
  readonly #passing: Plaintext;
  /** Columns of this vector that are done; threads take tasks in no order. */
  readonly #finished = new Set<number>();
  #taken = 0;

  private constructor(library: Bfv, encryptor: Encryptor, columns: readonly (Int16Array | Int32Array)[], rng: Csprng) {
    const { seal } = library;
    this.#bfv = library;
    this.#encryptor = encryptor;
    this.#columns = columns;
    this.#rng = rng;
    this.#sums = columns.map(() => new seal.Ciphertext());
    this.#vector = new seal.Ciphertext();
    this.#product = new seal.Ciphertext();
    this.#plain = new seal.Plaintext();
    this.#passing = new seal.Plaintext();
  }

  /**
   * @param publicKey wire bytes. @param columns [d][n] signed, n at most 2^20.
   * @throws CryptoError `bad-length`; `bad-ciphertext` when the key holds no valid numbers.
   */
  static async open(
    publicKey: Uint8Array,
    columns: readonly (Int16Array | Int32Array)[],
    rng: Csprng = systemCsprng,
  ): Promise<BfvColumns> {
    const rows = columns[0]?.length ?? 0;
    if (columns.length === 0 || rows > MAX_CHUNKS * SLOTS || columns.some(({ length }) => length !== rows)) {
      throw new CryptoError('bad-length', `columns of at most ${MAX_CHUNKS * SLOTS} rows, all alike, are due`);
    }
    const library = await bfv();
    const key = new library.seal.PublicKey();
    await fromWire('public-key', publicKey, key);
    const encryptor = new library.seal.Encryptor(library.context, key);
    key.delete();
    return new BfvColumns(library, encryptor, columns, rng);
  }

  /** Chunks of one vector. */
  get chunks(): number {
    return Math.ceil(this.#columns[0]!.length / SLOTS);
  }

  /**
   * The next chunk of the vector.
   * @param cipher wire bytes of a fresh ciphertext. @throws CryptoError `bad-length`; `bad-ciphertext`.
   */
  async take(cipher: Uint8Array): Promise<void> {
    const { evaluator } = this.#bfv;
    if (this.#taken === this.chunks) throw new CryptoError('out-of-range', `a vector has ${this.chunks} chunks`);
    await fromWire('fresh', cipher, this.#vector);
    evaluator.cipherTransformToNttInplace(this.#vector);
    this.#columns.forEach((_, j) => {
      const sum = this.#sums[j]!;
      const first = this.#taken === 0;
      evaluator.multiplyPlain(this.#vector, this.#encoded(j, this.#taken), first ? sum : this.#product);
      if (!first) evaluator.addInplace(sum, this.#product);
    });
    this.#taken++;
  }

  /**
   * Masks one column's products, once all chunks are taken, in any order of columns; the next vector starts when every
   * column is finished.
   * @throws CryptoError `out-of-range` before the last chunk, or for a column twice.
   */
  finish(column: number): MaskedProduct {
    const { seal, encoder, evaluator } = this.#bfv;
    if (this.#taken !== this.chunks)
      throw new CryptoError('out-of-range', `${this.#taken} of ${this.chunks} chunks are here`);
    const sum = this.#sums[column];
    if (sum === undefined || this.#finished.has(column)) {
      throw new CryptoError('out-of-range', `column ${column} does not exist or is finished`);
    }
    evaluator.cipherTransformFromNttInplace(sum);
    const mask = uniformPrime(this.#rng, SLOTS);
    const maskSum = sumPrime(mask);
    encoder.encode(mask, this.#plain);
    mask.fill(0n);
    // An encryption of the mask is an encryption of zero plus the mask: it also makes c1 anew.
    const hiding = this.#encryptor.encryptSerializable(this.#plain);
    const saved = save(this.#bfv, hiding);
    hiding.delete();
    flood(saved.subarray(SAVED_RESIDUES_AT, SAVED_RESIDUES_AT + C0_BYTES), this.#rng);
    const flooded = new seal.Ciphertext();
    load(this.#bfv, 'full', saved, flooded);
    evaluator.addInplace(flooded, sum);
    evaluator.cipherModSwitchToNextInplace(flooded);
    evaluator.cipherModSwitchToNextInplace(flooded);
    const reply = toWire('reply', save(this.#bfv, flooded));
    flooded.delete();
    this.#finished.add(column);
    if (this.#finished.size === this.#columns.length) {
      this.#finished.clear();
      this.#taken = 0;
    }
    return { reply, maskSum };
  }

  destroy(): void {
    for (const object of [this.#encryptor, this.#vector, this.#product, this.#plain, this.#passing]) object.delete();
    for (const object of [...this.#sums, ...this.#cached.values()]) object.delete();
    this.#cached.clear();
  }

  /** One column's chunk as a plaintext in NTT form: made once, it costs more than its product. */
  #encoded(column: number, chunk: number): Plaintext {
    const { seal, encoder, evaluator, first } = this.#bfv;
    const key = column * MAX_CHUNKS + chunk;
    const cached = this.#cached.get(key);
    if (cached !== undefined) return cached;
    const slots = new BigUint64Array(SLOTS);
    slots.set(columnPrime(this.#columns[column]!.subarray(chunk * SLOTS, (chunk + 1) * SLOTS)));
    encoder.encode(slots, this.#plain);
    const keep = this.#cached.size < CACHED_CHUNKS;
    const encoded = keep ? new seal.Plaintext() : this.#passing;
    evaluator.plainTransformToNtt(this.#plain, first, encoded);
    if (keep) this.#cached.set(key, encoded);
    return encoded;
  }
}
