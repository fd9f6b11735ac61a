/** Forests and splits as they lie in checkpoints: columns of numbers, since a forest is written again with every tree. */
import type { Forest, SplitRecord, Tree, TreeNode } from '@coscore/models/gbdt/forest.ts';
import type { TreeFeature } from '@coscore/models/gbdt/histogram-source.ts';
import type { PartyId } from '@coscore/protocols';
import { packBits, unpackBits } from '../bytes.ts';
import type { Stored } from '../checkpoint-codec.ts';
import type { Offered } from './columns.ts';

/** In place of an owner: the node is a leaf. */
const LEAF = 0xffff;

interface StoredForest {
  readonly objective: Forest['objective'];
  readonly baseScore: number;
  readonly owners: readonly string[];
  /** [trees] nodes of each. */
  readonly sizes: Uint32Array;
  /** [nodes of all trees] index into `owners`. */
  readonly owner: Uint16Array;
  /** [nodes x 5] record, feature, left, right, rows; only rows of a leaf. */
  readonly whole: Uint32Array;
  /** [nodes x 3] value, hessian, gain. */
  readonly real: Float64Array;
}

export function packForest({ objective, baseScore, trees }: Forest): Stored {
  const nodes = trees.flatMap((tree) => tree.nodes);
  const owners = [...new Set(nodes.flatMap((node) => (node.kind === 'split' ? [node.owner] : [])))];
  const owner = new Uint16Array(nodes.length);
  const whole = new Uint32Array(nodes.length * 5);
  const real = new Float64Array(nodes.length * 3);
  nodes.forEach((node, i) => {
    const split = node.kind === 'split' ? node : undefined;
    owner[i] = split === undefined ? LEAF : owners.indexOf(split.owner);
    whole.set([split?.record ?? 0, split?.feature ?? 0, split?.left ?? 0, split?.right ?? 0, node.rows], i * 5);
    real.set([node.value, node.hessian, split?.gain ?? 0], i * 3);
  });
  const sizes = Uint32Array.from(trees, (tree) => tree.nodes.length);
  return { objective, baseScore, owners, sizes, owner, whole, real };
}

export function unpackForest(stored: Stored): Forest {
  const { objective, baseScore, owners, sizes, owner, whole, real } = stored as unknown as StoredForest;
  let at = 0;
  const node = (i: number): TreeNode => {
    const [record, feature, left, right, rows] = whole.subarray(i * 5, i * 5 + 5) as unknown as [number, number, number, number, number]; // prettier-ignore
    const [value, hessian, gain] = real.subarray(i * 3, i * 3 + 3) as unknown as [number, number, number];
    if (owner[i] === LEAF) return { kind: 'leaf', value, rows, hessian };
    return { kind: 'split', owner: owners[owner[i]!]!, record, feature, gain, left, right, rows, hessian, value };
  };
  const trees = Array.from(sizes, (size): Tree => {
    const from = at;
    at += size;
    return { nodes: Array.from({ length: size }, (_, i) => node(from + i)) };
  });
  return { objective, baseScore, trees };
}

interface StoredRecords {
  /** [records] */
  readonly feature: Uint32Array;
  /** Bits of all records one after the other, a record's bins each. */
  readonly left: Uint8Array;
}

export function packRecords(records: readonly SplitRecord[]): Stored {
  const bins = records.reduce((sum, { goesLeft }) => sum + goesLeft.length, 0);
  const left = new Uint8Array(bins);
  let at = 0;
  for (const { goesLeft } of records) {
    left.set(goesLeft, at);
    at += goesLeft.length;
  }
  return { feature: Uint32Array.from(records, ({ feature }) => feature), left: packBits(left) };
}

/** @param features the owner's: they say how many bins a record has. */
export function unpackRecords(stored: Stored, features: readonly TreeFeature[]): SplitRecord[] {
  const { feature, left } = stored as unknown as StoredRecords;
  const sizes = Array.from(feature, (index) => features[index]!.bins);
  const all = unpackBits(
    left,
    sizes.reduce((sum, size) => sum + size, 0),
    'a checkpoint of splits',
  );
  let at = 0;
  return sizes.map((size, i) => {
    at += size;
    return { feature: feature[i]!, goesLeft: all.slice(at - size, at) };
  });
}

/** Splits by others' columns as the label party asked for them, to hold against what is handed over for export. */
export type AskedSplits = ReadonlyMap<PartyId, readonly SplitRecord[]>;

export function packAsked(asked: AskedSplits): Stored {
  return [...asked].map(([party, records]) => [party, packRecords(records)]);
}

export function unpackAsked(stored: Stored, offered: Offered): AskedSplits {
  const parties = stored as unknown as readonly (readonly [PartyId, Stored])[];
  return new Map(parties.map(([party, records]) => [party, unpackRecords(records, offered.get(party) ?? [])]));
}
