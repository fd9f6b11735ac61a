/** The label party's column of pairs under its key, encrypted batch by batch as its readers ask for it. */
import { erase } from '@coscore/crypto/erase.ts';
import type { PairBits, PairLayout } from '@coscore/crypto/he/packing.ts';
import { widestBits } from '@coscore/crypto/he/packing.ts';
import { ProtocolError } from '../../errors.ts';
import { layOut, type NodePartition, type SlotLayout } from '../core.ts';
import type { GroupSumKey } from './key.ts';
import { batches, pairLayoutFor, ROWS_A_BATCH, rowsIn } from './layout.ts';

export interface PairColumn {
  /** [n] first number of each row's private pair. */
  readonly g: Int32Array;
  /** [n] second number of each row's private pair. */
  readonly h: Uint32Array;
  /** Public bounds on one row's pair; the widest that n rows can have by default. Narrow ones make replies smaller. */
  readonly bits?: PairBits;
  readonly nodes?: NodePartition;
  /** How many feature parties it goes to. */
  readonly readers: number;
}

export interface Range {
  readonly least: number;
  readonly most: number;
}

interface Batch {
  readonly sealed: Promise<Uint8Array>;
  readers: number;
}

/**
 * Each row is encrypted once, whoever it goes to: a ciphertext tells two readers together no more than it tells one. A batch
 * is dropped when all have had it.
 */
export class SealedPairs {
  readonly key: GroupSumKey;
  readonly layout: SlotLayout;
  readonly bits: PairBits;
  readonly pairs: PairLayout;
  readonly rows: number;
  /** Least and most of any row: a sum of so many rows lies between so many times them. */
  readonly range: { readonly g: Range; readonly h: Range };
  /** [nodes] totals of each node. */
  readonly totals: { readonly g: Float64Array; readonly h: Float64Array };
  readonly #g: Int32Array;
  readonly #h: Uint32Array;
  readonly #readers: number;
  readonly #batches: (Batch | 'gone' | undefined)[];

  /** @throws ProtocolError `wrong-size`; `overflow` for a pair above its bounds, or bounds too wide for n rows. */
  constructor(key: GroupSumKey, { g, h, bits, nodes, readers }: PairColumn) {
    if (g.length !== h.length) throw new ProtocolError('wrong-size', `${g.length} gradients and ${h.length} hessians`);
    if (g.length === 0) throw new ProtocolError('out-of-range', 'group-sum over 0 rows');
    this.key = key;
    this.layout = layOut(g.length, nodes);
    this.rows = rowsIn(this.layout);
    if (this.rows === 0) throw new ProtocolError('out-of-range', 'group-sum over 0 rows');
    this.bits = bits ?? widestBits(g.length);
    this.pairs = pairLayoutFor(this.rows, this.bits, key.group.payloadBits);
    const taken = Int32Array.from(this.layout.rowOf.subarray(0, this.rows));
    this.#g = taken.map((row) => g[row]!);
    this.#h = Uint32Array.from(taken, (row) => h[row]!);
    checkBits(this.#g, this.#h, this.bits);
    this.range = { g: rangeOf(this.#g), h: rangeOf(this.#h) };
    this.totals = totalsOf(this.#g, this.#h, this.layout);
    this.#readers = readers;
    this.#batches = new Array<undefined>(batches(this.rows, ROWS_A_BATCH).length).fill(undefined);
  }

  /**
   * Batch `index` of ROWS_A_BATCH rows in slot order; each reader asks once.
   * @returns [rows x ciphertextBytes]
   * @throws ProtocolError `material-reused` for one reader too many; `bad-ciphertext` once the key is destroyed.
   */
  take(index: number): Promise<Uint8Array> {
    const batch = this.#batches[index] ?? { sealed: this.#seal(index), readers: 0 };
    if (batch === 'gone') {
      throw new ProtocolError('material-reused', `a column sealed for ${this.#readers} readers went to all of them`);
    }
    batch.readers++;
    this.#batches[index] = batch.readers === this.#readers ? 'gone' : batch;
    return batch.sealed;
  }

  async #seal(index: number): Promise<Uint8Array> {
    const { key, pairs, rows } = this;
    const from = index * ROWS_A_BATCH;
    const to = Math.min(rows, from + ROWS_A_BATCH);
    const obfuscators = await key.obfuscators.take(to - from);
    const [g, h] = [this.#g.slice(from, to), this.#h.slice(from, to)];
    try {
      return await key.engine.encrypt({ g, h, layout: pairs, obfuscators });
    } finally {
      erase(obfuscators); // also when the key is gone, and nothing was encrypted
    }
  }
}

function checkBits(g: Int32Array, h: Uint32Array, bits: PairBits): void {
  const over = g.filter((x) => Math.abs(x) >= 2 ** bits.g).length + h.filter((x) => x >= 2 ** bits.h).length;
  if (over > 0) {
    throw new ProtocolError('overflow', `${over} numbers are above ${bits.g} bits (first) or ${bits.h} bits (second)`, {
      params: { count: over },
    });
  }
}

/** @param column at least one row. */
function rangeOf(column: Int32Array | Uint32Array): Range {
  let [least, most] = [Infinity, -Infinity];
  for (const x of column) [least, most] = [Math.min(least, x), Math.max(most, x)];
  return { least, most };
}

function totalsOf(g: Int32Array, h: Uint32Array, { nodes, nodeStart }: SlotLayout): SealedPairs['totals'] {
  const totals = { g: new Float64Array(nodes), h: new Float64Array(nodes) };
  for (let node = 0; node < nodes; node++) {
    for (let slot = nodeStart[node]!; slot < nodeStart[node + 1]!; slot++) {
      totals.g[node]! += g[slot]!;
      totals.h[node]! += h[slot]!;
    }
  }
  return totals;
}
