/**
 * What an attempt's table holds, as one digest: an attempt may only go on where an earlier one stopped when the data is the
 * same. Rows count in the order of their ids and categories by name, so that neither the order in which a database gives
 * rows nor the numbering of levels matters.
 */
import { createHash, type Hash } from 'node:crypto';
import type { Column } from '@coscore/models/data/frame.ts';
import type { LoadedTable } from '../data/index.ts';

export interface TableIdentity {
  /** [rows] row numbers in the order of the ids. */
  readonly order: Uint32Array;
  /** SHA-256 of ids, labels and every column read. */
  readonly digest: Buffer;
}

export function identifyTable({ ids, labels, frame, side }: LoadedTable): TableIdentity {
  const order = new Uint32Array(ids.length);
  for (let row = 0; row < order.length; row++) order[row] = row;
  // By code unit, so that every machine orders ids alike; ids are unique.
  order.sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1));
  const hash = createHash('sha256').update(`coscore table 1\n${order.length}\n`);
  addIds(hash, order, ids);
  hash.update(labels === undefined ? 'no labels\n' : taken(order, labels));
  for (const [where, columns] of [
    ['feature', frame.columns],
    ['side', side],
  ] as const) {
    for (const column of byName(columns)) {
      hash.update(`${where} ${column.kind} ${JSON.stringify(column.name)}\n`);
      addColumn(hash, order, column);
    }
  }
  return { order, digest: hash.digest() };
}

const byName = (columns: readonly Column[]): readonly Column[] =>
  columns.toSorted((a, b) => (a.name < b.name ? -1 : 1));

/** Ids a batch: one call a row would take longer than the hashing. */
const BATCH = 4096;

function addIds(hash: Hash, order: Uint32Array, ids: readonly string[]): void {
  for (let at = 0; at < order.length; at += BATCH) {
    // Quoted: no id can pass for two.
    hash.update(JSON.stringify(Array.from(order.subarray(at, at + BATCH), (row) => ids[row]!)));
  }
}

function taken<T extends Uint8Array | Float64Array | Int32Array>(order: Uint32Array, values: T): Uint8Array {
  const out = new (values.constructor as new (length: number) => T)(order.length);
  for (let i = 0; i < order.length; i++) out[i] = values[order[i]!]!;
  return new Uint8Array(out.buffer, 0, out.byteLength);
}

function addColumn(hash: Hash, order: Uint32Array, column: Column): void {
  if (column.kind === 'number') {
    hash.update(taken(order, column.values));
    return;
  }
  const { levels, codes } = column;
  const sorted = [...levels.keys()].sort((a, b) => (levels[a]! < levels[b]! ? -1 : 1));
  const rank = new Int32Array(levels.length);
  sorted.forEach((level, i) => (rank[level] = i));
  hash.update(JSON.stringify(sorted.map((level) => levels[level]!)));
  const ranks = new Int32Array(codes.length);
  for (let row = 0; row < ranks.length; row++) ranks[row] = codes[row]! < 0 ? -1 : rank[codes[row]!]!;
  hash.update(taken(order, ranks));
}
