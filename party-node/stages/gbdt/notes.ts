/**
 * Notes and replies that travel with group-sum's messages: which nodes part, by which of the receiver's bins, and which rows
 * go right. Everything received is checked here before it is used.
 */
import type { NodeSplit, OwnedSplit, TreeFeature, TreeStep } from '@coscore/models/gbdt/histogram-source.ts';
import { wire } from '@coscore/proto';
import { ProtocolError } from '@coscore/protocols';
import { packBits, toBytes, u16, unpackBits } from '../bytes.ts';
import { encodePadded, type NoteRoom } from './note-size.ts';

/** A step with the rows that go right, as far as the sender knows them. */
export interface RoutedStep extends TreeStep {
  /** [ceil(rows / 8)] bits, least significant first. */
  readonly right: Uint8Array;
}

export interface ForestNote {
  /** Number of the tree, from 0. */
  readonly tree: number;
  /** Splits by the receiver's columns. */
  readonly own: readonly OwnedSplit[];
  /** Absent when only `own` is asked about. */
  readonly step: RoutedStep | undefined;
  /** The sender keeps its state after the trees before this one. */
  readonly keep: boolean;
  /** Splits by the receiver's columns before those of `own`, over all trees. */
  readonly records: number;
}

/** @param room the note is padded to the size that it has with so many splits; absent: as long as it is. */
export function encodeNote({ tree, own, step, keep, records }: ForestNote, room?: NoteRoom): Uint8Array {
  const message: wire.JobForestNote.$Properties = {
    tree,
    keep,
    records,
    own: own.map(({ node, left, right, feature, goesLeft }) => ({
      node,
      left,
      right,
      feature,
      goesLeft: packBits(goesLeft),
    })),
    ...(step === undefined
      ? {}
      : {
          step: {
            splits: toBytes(Uint16Array.from(step.splits.flatMap(({ node, left, right }) => [node, left, right]))),
            measure: toBytes(Uint16Array.from(step.measure)),
            right: step.right,
          },
        }),
  };
  return room === undefined ? wire.JobForestNote.encode(message).finish() : encodePadded(message, room);
}

/**
 * @param features the receiver's. Nodes and rows are the caller's to check: it knows the tree so far.
 * @throws ProtocolError `malformed`, `wrong-size`, `out-of-range`.
 */
export function decodeNote(bytes: Uint8Array, features: readonly TreeFeature[], from: string): ForestNote {
  const { tree, own, step, keep, records } = decoded(wire.JobForestNote, bytes, from);
  return {
    tree: tree ?? 0,
    own: own.map((split) => ownedSplit(split, features, from)),
    step: step ? routedStep(step, from) : undefined,
    keep: keep ?? false,
    records: records ?? 0,
  };
}

function ownedSplit(
  split: wire.JobForestSplit.$Properties,
  features: readonly TreeFeature[],
  from: string,
): OwnedSplit {
  const feature = split.feature ?? 0;
  const bins = features[feature]?.bins;
  if (bins === undefined)
    throw new ProtocolError('out-of-range', `${from} splits by column ${feature} of ${features.length}`);
  const packed = split.goesLeft ?? new Uint8Array(0);
  const goesLeft = unpackBits(packed, bins, `a split of ${from}`);
  if (packBits(goesLeft).some((byte, i) => byte !== packed[i]))
    throw new ProtocolError('out-of-range', `${from} sends a bin left that its column does not have`);
  const left = goesLeft.reduce((sum, bit) => sum + bit, 0);
  if (left === 0 || left === bins)
    throw new ProtocolError('out-of-range', `${from} sends all bins of a column to one side`);
  return { node: split.node ?? 0, left: split.left ?? 0, right: split.right ?? 0, feature, goesLeft };
}

function routedStep({ splits, measure, right }: wire.JobForestStep.$Properties, from: string): RoutedStep {
  const ids = u16(splits ?? new Uint8Array(0), Math.floor((splits?.length ?? 0) / 6) * 3, `the splits of ${from}`);
  const parsed = Array.from({ length: ids.length / 3 }, (_, i): NodeSplit => ({
    node: ids[i * 3]!,
    left: ids[i * 3 + 1]!,
    right: ids[i * 3 + 2]!,
  }));
  const nodes = Array.from(
    u16(measure ?? new Uint8Array(0), Math.floor((measure?.length ?? 0) / 2), `the measured nodes of ${from}`),
  );
  const children = new Set(parsed.flatMap(({ left, right: other }) => [left, other]));
  // Of each split one child at most: the other's sums are the parent's less these.
  const measured = new Set(nodes);
  const both = parsed.some(({ left, right: other }) => measured.has(left) && measured.has(other));
  if (measured.size !== nodes.length || both || nodes.some((node) => !children.has(node)))
    throw new ProtocolError('out-of-range', `${from} wants sums of nodes that this step does not make`);
  return { splits: parsed, measure: nodes, right: plain(right ?? new Uint8Array(0)) };
}

/** @param right [ceil(rows / 8)] bits of own nodes. */
export function encodeReply(right: Uint8Array): Uint8Array {
  return wire.JobForestReply.encode({ right }).finish();
}

/** @returns bits as they came; the caller checks them against the tree. @throws ProtocolError `malformed`. */
export function decodeReply(bytes: Uint8Array, from: string): Uint8Array {
  return plain(decoded(wire.JobForestReply, bytes, from).right);
}

/** What protobuf gives is a Buffer, whose methods differ. */
const plain = ({ buffer, byteOffset, length }: Uint8Array): Uint8Array => new Uint8Array(buffer, byteOffset, length);

function decoded<T>(type: { decode(bytes: Uint8Array): T }, bytes: Uint8Array, from: string): T {
  try {
    return type.decode(bytes);
  } catch (cause) {
    throw new ProtocolError('malformed', `${from} sent a note on a tree that cannot be decoded`, { cause });
  }
}
