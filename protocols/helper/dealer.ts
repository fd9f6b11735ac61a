/** What a protocol's dealer gets from the helper's service: checked parameters, both seeds, and the way to the recipient. */
import { setImmediate } from 'node:timers/promises';
import { prg, type Prg } from '@coscore/crypto';
import { bytesOf } from '@coscore/crypto/ring/bytes.ts';
import { wire } from '@coscore/proto';
import { ProtocolError } from '../errors.ts';
import { send, type Channel } from '../transport.ts';

/** Deals one instance. It stops when `send` says that the recipient wants no more. */
export type Dealer = (deal: DealerContext) => Promise<void>;

/** Residues in one message of corrections: 512 kB, about a millisecond of work. */
export const BLOCK_RESIDUES = 1 << 16;

/** Generous bounds: they keep a wrong request from exhausting the helper, not a right one from being served. */
export const MAX_ROWS = 1 << 24;
export const MAX_ITEMS = 1 << 12;

export class DealerContext {
  readonly #params: ReadonlyMap<string, readonly number[]>;
  readonly #seeds: readonly [Uint8Array, Uint8Array];
  readonly #channel: Channel;
  readonly #signal: AbortSignal;
  readonly #closed: Promise<'closed'>;
  #isClosed = false;

  constructor(options: {
    readonly params: ReadonlyMap<string, readonly number[]>;
    readonly seeds: readonly [Uint8Array, Uint8Array];
    /** To the recipient. */
    readonly channel: Channel;
    readonly signal: AbortSignal;
    /** Settles when the recipient has closed the deal. */
    readonly closed: Promise<void>;
  }) {
    this.#params = options.params;
    this.#seeds = options.seeds;
    this.#channel = options.channel;
    this.#signal = options.signal;
    this.#closed = options.closed.then(() => {
      this.#isClosed = true;
      return 'closed';
    });
    // Whoever races it sees a failure; nobody may be racing it at that moment.
    this.#closed.catch(() => undefined);
  }

  /** One number in [1, max]. @throws ProtocolError `out-of-range`. */
  count(name: string, max: number): number {
    const [value, ...more] = this.counts(name, max);
    if (value === undefined || more.length > 0) throw new ProtocolError('out-of-range', `a deal needs one ${name}`);
    return value;
  }

  /** Numbers in [1, max], at most MAX_ITEMS of them. @throws ProtocolError `out-of-range`. */
  counts(name: string, max: number): readonly number[] {
    const values = this.#params.get(name) ?? [];
    if (values.length === 0 || values.length > MAX_ITEMS || values.some((value) => value < 1 || value > max)) {
      throw new ProtocolError('out-of-range', `a deal's ${name} must be 1 to ${max}`);
    }
    return values;
  }

  /** The same stream as that party's `deal.prg(label)`. */
  prg(party: 0 | 1, label: string): Prg {
    return prg(this.#seeds[party], label);
  }

  /**
   * Ships corrections of one item, respecting the transport's backpressure, and lets other work of the process run.
   * @returns false when the recipient wants no more.
   */
  async send(index: number, residues: BigUint64Array): Promise<boolean> {
    if (this.#isClosed) return false;
    const sent = send(this.#channel, 'dealt', wire.HelperDealt, { index, residues: bytesOf(residues), end: false });
    await this.#orClosed(sent);
    return this.breathe();
  }

  /** Lets other work of the process run. @returns false when the recipient wants no more. */
  async breathe(): Promise<boolean> {
    await setImmediate();
    if (this.#signal.aborted) throw new ProtocolError('cancelled', 'the session was cancelled');
    return !this.#isClosed;
  }

  /** Says that nothing more comes. */
  async end(): Promise<void> {
    await this.#orClosed(
      send(this.#channel, 'dealt', wire.HelperDealt, { index: 0, residues: new Uint8Array(0), end: true }),
    );
  }

  /** A recipient that has gone quiet must not hold the helper for ever in a full channel. */
  async #orClosed(sent: Promise<void>): Promise<void> {
    sent.catch(() => undefined);
    await Promise.race([sent, this.#closed]);
  }
}
