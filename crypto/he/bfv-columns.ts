/**
 * The owner of a matrix: multiplies its columns slot by slot with a vector that arrives encrypted, chunk by chunk, and
 * returns each column's products masked, flooded and switched down. Knows only public keys, one a vector.
 */
import type { Ciphertext, Encryptor, Plaintext } from 'node-seal/allows';
import { CryptoError } from '../errors.ts';
import { columnPrime, sumPrime, uniformPrime } from '../ring/prime-ring.ts';
import { type Csprng, systemCsprng } from '../rng.ts';
import { DATA_PRIMES, MAX_CHUNKS, SLOTS } from './bfv-context.ts';
import { flood } from './bfv-flood.ts';
import { type BfvWire, bfvWire, fromWire, load, save, SAVED_RESIDUES_AT, toWire } from './bfv-wire.ts';

/** Encoded chunks of columns kept at most, 256 kB each: 1 GB. What is beyond is encoded again each time. */
const CACHED_CHUNKS = 4096;
const C0_BYTES = DATA_PRIMES.length * SLOTS * 8;

export interface MaskedProduct {
  /** Wire bytes of the reply: the products of all slots, each plus a uniform mask. */
  readonly reply: Uint8Array<ArrayBuffer>;
  /** Sum of the masks mod t: the owner's share is its negative. */
  readonly maskSum: number;
}

/** Methods are synchronous for the reason that BfvKey's are. */
export class BfvColumns {
  readonly #bfv: BfvWire;
  readonly #columns: readonly (Int16Array | Int32Array)[];
  readonly #rng: Csprng;
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
  #encryptor: Encryptor | undefined;

  private constructor(library: BfvWire, columns: readonly (Int16Array | Int32Array)[], rng: Csprng) {
    const { seal } = library;
    this.#bfv = library;
    this.#columns = columns;
    this.#rng = rng;
    this.#sums = columns.map(() => new seal.Ciphertext());
    this.#vector = new seal.Ciphertext();
    this.#product = new seal.Ciphertext();
    this.#plain = new seal.Plaintext();
    this.#passing = new seal.Plaintext();
  }

  /**
   * @param columns [d][n] signed, n at most 2^20. @throws CryptoError `bad-length`.
   */
  static async open(columns: readonly (Int16Array | Int32Array)[], rng: Csprng = systemCsprng): Promise<BfvColumns> {
    const rows = columns[0]?.length ?? 0;
    if (columns.length === 0 || rows > MAX_CHUNKS * SLOTS || columns.some(({ length }) => length !== rows)) {
      throw new CryptoError('bad-length', `columns of at most ${MAX_CHUNKS * SLOTS} rows, all alike, are due`);
    }
    return new BfvColumns(await bfvWire(), columns, rng);
  }

  /**
   * The key that the next vectors are encrypted under: before the first vector, and between any two.
   * @param publicKey wire bytes. @throws CryptoError `bad-length`; `bad-ciphertext` when it holds no valid numbers;
   * `out-of-range` in the middle of a vector.
   */
  use(publicKey: Uint8Array): void {
    if (this.#taken !== 0) throw new CryptoError('out-of-range', 'a key changes between vectors only');
    const { seal, context } = this.#bfv;
    const key = new seal.PublicKey();
    try {
      fromWire(this.#bfv, 'public-key', publicKey, key);
      this.#encryptor?.delete();
      this.#encryptor = new seal.Encryptor(context, key);
    } finally {
      key.delete();
    }
  }

  /** Chunks of one vector. */
  get chunks(): number {
    return Math.ceil(this.#columns[0]!.length / SLOTS);
  }

  /**
   * The next chunk of the vector.
   * @param cipher wire bytes of a fresh ciphertext.
   * @throws CryptoError `bad-length`; `bad-ciphertext`; `out-of-range` without a key, or after the last chunk.
   */
  take(cipher: Uint8Array): void {
    const { evaluator } = this.#bfv;
    if (this.#encryptor === undefined) throw new CryptoError('out-of-range', 'a vector comes after its key');
    if (this.#taken === this.chunks) throw new CryptoError('out-of-range', `a vector has ${this.chunks} chunks`);
    fromWire(this.#bfv, 'fresh', cipher, this.#vector);
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
    const hiding = this.#encryptor!.encryptSerializable(this.#plain);
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
    for (const object of [this.#vector, this.#product, this.#plain, this.#passing]) object.delete();
    this.#encryptor?.delete();
    this.#encryptor = undefined;
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
