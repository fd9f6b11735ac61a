/** The label party's key of one job, and the only thing that can decrypt under it. */
import { CryptoError, systemCsprng, type Csprng } from '@coscore/crypto';
import { makeAdditiveKey, type AdditiveKeyPair } from '@coscore/crypto/he/additive-key.ts';
import { inlinePrivate, privatePool, type PrivateEngine } from '@coscore/crypto/he/additive-pool.ts';
import {
  additiveGroup,
  type AdditiveGroup,
  type AdditivePublicKey,
  type AdditiveSchemeName,
} from '@coscore/crypto/he/additive-scheme.ts';
import { ObfuscatorPool } from '@coscore/crypto/he/obfuscator-pool.ts';
import { ProtocolError } from '../../errors.ts';

/** Below this many rows threads cost more than they bring. */
const THREADS_FROM = 1024;
/** Some 10 ms of a core. */
const OBFUSCATORS_A_BATCH = 128;
/** 8 MB at 2048 bits: a tree of 30,000 rows is made while the one before is summed. */
const BATCHES_AHEAD = 256;

export interface GroupSumKeyOptions {
  readonly scheme: AdditiveSchemeName;
  /** How many rows will be encrypted under it; their obfuscators are made from now on, while other things happen. */
  readonly rows: number;
  readonly rng?: Csprng;
  /** Worker threads; the available cores by default. */
  readonly threads?: number;
}

/** One key a job: `destroy` it when the job is done with it, whatever came of it. */
export class GroupSumKey {
  readonly publicKey: AdditivePublicKey;
  readonly group: AdditiveGroup;
  readonly obfuscators: ObfuscatorPool;
  #engine: PrivateEngine | undefined;
  #reason: unknown;

  private constructor({ publicKey, privateKey }: AdditiveKeyPair, options: Omit<GroupSumKeyOptions, 'scheme'>) {
    const { rows, threads, rng = systemCsprng } = options;
    const inline = rows < THREADS_FROM;
    const engine = inline
      ? inlinePrivate(privateKey, rng, rows)
      : privatePool(privateKey, { uses: rows, ...(threads === undefined ? {} : { threads }) });
    this.publicKey = publicKey;
    this.group = additiveGroup(publicKey);
    this.#engine = engine;
    // Few at once: replies that are to be decrypted wait behind them.
    const limits = { ahead: BATCHES_AHEAD, atOnce: engine.threads + 1 };
    this.obfuscators = new ObfuscatorPool(engine.obfuscators, this.group.ciphertextBytes, OBFUSCATORS_A_BATCH, limits);
    this.obfuscators.order(rows);
  }

  /** Makes a key, in about a second. */
  static async open(options: GroupSumKeyOptions): Promise<GroupSumKey> {
    return GroupSumKey.from(await makeAdditiveKey(options.scheme, options.rng ?? systemCsprng), options);
  }

  /** Takes over a key pair made ahead for this job. */
  static from(pair: AdditiveKeyPair, options: Omit<GroupSumKeyOptions, 'scheme'>): GroupSumKey {
    return new GroupSumKey(pair, options);
  }

  /** @throws what the key was destroyed for, once it is. */
  get engine(): PrivateEngine {
    if (this.#engine === undefined) throw this.#reason ?? new Error('the key of this job is destroyed');
    return this.#engine;
  }

  /**
   * Destroys the key for a reason.
   * @returns what to throw: the reason it was first destroyed for, because all other uses of it fail for that one.
   */
  async fail(cause: unknown): Promise<unknown> {
    if (this.#engine !== undefined) this.#reason = cause instanceof CryptoError ? refused() : cause;
    await this.destroy();
    return this.#reason ?? cause;
  }

  /** Ends the threads that hold the key and lets go of it here; what JavaScript cannot do is overwrite it. */
  async destroy(): Promise<void> {
    const engine = this.#engine;
    this.#engine = undefined;
    this.obfuscators.close();
    await engine?.close();
  }
}

/**
 * The one answer to every reply that does not decrypt to what it should: anything finer would let a feature party ask
 * questions about the key (okamoto-uchiyama.ts).
 */
export function refused(): ProtocolError {
  return new ProtocolError(
    'bad-ciphertext',
    'the sums that came back are not sums of this column; the key is destroyed',
  );
}
