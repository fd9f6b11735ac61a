/** The label party's columns of pairs under one key, one after another, each encrypted once for all feature parties. */
import type { PairBits } from '@coscore/crypto/he/packing.ts';
import { ProtocolError } from '../../errors.ts';
import type { GroupSumKey } from '../blind/key.ts';
import { SealedPairs } from '../blind/sealed-pairs.ts';
import type { ColumnOpening, RefinedColumn } from './types.ts';

export interface SealedColumnsOptions {
  /** Feature parties that read a column. */
  readonly readers: number;
  /** Public bounds on one row's pair. */
  readonly bits: PairBits;
}

interface Current {
  readonly g: Int32Array;
  readonly h: Uint32Array;
  readonly active: Uint8Array | undefined;
  readonly pairs: SealedPairs;
  readonly readers: Set<string>;
}

export class SealedColumns {
  readonly key: GroupSumKey;
  readonly bits: PairBits;
  readonly #readers: number;
  #current: Current | undefined;

  constructor(key: GroupSumKey, { readers, bits }: SealedColumnsOptions) {
    this.key = key;
    this.bits = bits;
    this.#readers = readers;
  }

  /**
   * The column for one reader: the ciphertexts that other readers of the same column get, fresh ones otherwise.
   * @throws ProtocolError `wrong-size`, `overflow`, `out-of-range`.
   */
  column(reader: string, { g, h }: RefinedColumn, { active }: ColumnOpening): SealedPairs {
    if (g.length !== h.length) throw new ProtocolError('wrong-size', `${g.length} gradients and ${h.length} hessians`);
    const current = this.#current;
    const shared =
      current !== undefined &&
      !current.readers.has(reader) &&
      same(current.g, g) &&
      same(current.h, h) &&
      (current.active === active ||
        (current.active !== undefined && active !== undefined && same(current.active, active)));
    if (shared) {
      current.readers.add(reader);
      return current.pairs;
    }
    const rows = Int32Array.from(g.keys()).filter((row) => active === undefined || active[row] === 1);
    const pairs = new SealedPairs(this.key, {
      g,
      h,
      bits: this.bits,
      nodes: { slots: rows.length, rows: [rows] },
      readers: this.#readers,
    });
    const own = { g: g.slice(), h: h.slice(), active: active?.slice() };
    this.#current = { ...own, pairs, readers: new Set([reader]) };
    return pairs;
  }
}

type Whole = Int32Array | Uint32Array | Uint8Array;

function same(a: Whole, b: Whole): boolean {
  return a.length === b.length && a.every((x, i) => x === b[i]);
}
