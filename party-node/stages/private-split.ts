/**
 * Which common rows train: drawn by the label party, told to everybody, and so drawn that nobody can draw it again.
 *
 * A stratified draw depends on the labels. Whoever could repeat it for guessed labels could test the guess, and a public seed
 * would let every feature party do so: it knows the ids, and the class totals from its WoE. So the generator's key is made
 * from the seed *and* everything the label party knows of these rows: the same table and seed always give the same split,
 * and a guess has to be right in every value of every row at once. scrypt (RFC 7914) makes each guess dear besides.
 */
import { createHash, scryptSync } from 'node:crypto';
import { prg } from '@coscore/crypto';
import type { Column, Frame } from '@coscore/models/data/frame.ts';
import type { SeededRng } from '@coscore/models/data/rng.ts';
import { splitRows } from '@coscore/models/data/split.ts';

const SCRYPT = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 2 ** 20 };

/** The label party's common rows. */
export interface SplitTable {
  /** [rows] normalised, unique. */
  readonly ids: readonly string[];
  /** [rows] 1 = bad. */
  readonly labels: Uint8Array;
  readonly frame: Frame;
}

export interface RandomSplit {
  readonly test: number;
  readonly seed: number;
  readonly stratify: boolean;
}

/** @returns [rows] 1 = training row; the same for the same rows in any order. */
export function privateSplit(table: SplitTable, { test, seed, stratify }: RandomSplit): Uint8Array {
  const { order, labels, rng } = privateDraw(table, 'split', seed);
  const drawn = splitRows({ labels, test, stratify, rng });
  const train = new Uint8Array(order.length);
  order.forEach((row, i) => (train[row] = drawn[i]!));
  return train;
}

/** What a draw over rows needs that the label party alone can repeat, and that does not depend on how rows stand. */
export interface PrivateDraw {
  /** [rows] row numbers in the order of their ids. */
  readonly order: Uint32Array;
  /** [rows] in that order. */
  readonly labels: Uint8Array;
  readonly rng: SeededRng;
}

/** @param purpose draws for different ends have nothing in common. */
export function privateDraw(table: SplitTable, purpose: string, seed: number): PrivateDraw {
  const { order, labels, digest } = contentOf(table);
  const key = scryptSync(digest, `coscore ${purpose} ${seed}`, 32, SCRYPT);
  return { order: order.slice(), labels, rng: keyedRng(key) };
}

interface Content extends Omit<PrivateDraw, 'rng'> {
  readonly of: SplitTable;
  readonly digest: Buffer;
}

/** By ids: a job draws more than once over one table, whose sorting and digest take longest. */
const contents = new WeakMap<readonly string[], Content>();

function contentOf({ ids, labels, frame }: SplitTable): Content {
  const known = contents.get(ids);
  if (known !== undefined && known.of.labels === labels && known.of.frame === frame) return known;
  const order = new Uint32Array(ids.length);
  for (let row = 0; row < order.length; row++) order[row] = row;
  order.sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1));
  const ordered = Uint8Array.from(order, (row) => labels[row]!);
  const content = {
    of: { ids, labels, frame },
    order,
    labels: ordered,
    digest: contentDigest(order, ids, ordered, frame),
  };
  contents.set(ids, content);
  return content;
}

/** Of everything the label party has on these rows, in the order of their ids. */
function contentDigest(order: Uint32Array, ids: readonly string[], labels: Uint8Array, { columns }: Frame): Buffer {
  const hash = createHash('sha256');
  addLines(hash, order, (row) => ids[row]!);
  hash.update(labels);
  for (const column of [...columns].sort((a, b) => (a.name < b.name ? -1 : 1))) addColumn(hash, order, column);
  return hash.digest();
}

function addColumn(hash: ReturnType<typeof createHash>, order: Uint32Array, column: Column): void {
  hash.update(`${column.name}\n`);
  if (column.kind === 'number') {
    // Loops: `from` with a function takes five times as long.
    const values = new Float64Array(order.length);
    for (let i = 0; i < values.length; i++) values[i] = column.values[order[i]!]!;
    hash.update(new Uint8Array(values.buffer));
    return;
  }
  // By name, not by number: how levels are numbered depends on the order of the file.
  addLines(hash, order, (row) => column.levels[column.codes[row]!] ?? '');
}

const LINES_LENGTH = 1 << 16;

/** Many at a time: a call a line takes five times as long. */
function addLines(hash: ReturnType<typeof createHash>, order: Uint32Array, lineOf: (row: number) => string): void {
  let lines = '';
  for (const row of order) {
    lines += `${lineOf(row)}\n`;
    if (lines.length < LINES_LENGTH) continue;
    hash.update(lines);
    lines = '';
  }
  hash.update(lines);
}

/** Numbers from a keyed generator, by rejection. */
function keyedRng(key: Uint8Array): SeededRng {
  const stream = prg(key, 'split');
  let words = new Uint32Array(0);
  let at = 0;
  const u32 = (): number => {
    if (at === words.length) [words, at] = [new Uint32Array(stream.bytes(1 << 16).buffer), 0];
    return words[at++]!;
  };
  return {
    kind: 'seeded',
    next: () => (u32() >>> 5) * 2 ** -27 + (u32() >>> 6) * 2 ** -53,
    below(bound) {
      const limit = 2 ** 32 - (2 ** 32 % bound);
      for (;;) {
        const draw = u32();
        if (draw < limit) return draw % bound;
      }
    },
  };
}
