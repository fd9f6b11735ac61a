/** What the label party can count of a forest in the aided profile: every message of an owner decoded as it could be. */
import type { OwnedSplit } from '@coscore/models/gbdt/histogram-source.ts';
import { wire } from '@coscore/proto';
import type { TranscriptEntry } from '@coscore/protocols/memory-network.ts';

export interface ShownGroups {
  /** Training rows behind every sum that was shown, and behind the same group of the sibling, which follows from it. */
  readonly joined: readonly number[];
  /** Rows of single bins in the same nodes, which positions tell exactly. */
  readonly exact: readonly number[];
}

interface Tree {
  /** Of the wanted columns. */
  readonly features: readonly wire.JobOfferedFeature.$Properties[];
  /** [wanted][positions] bin. */
  readonly codes: readonly Uint16Array[];
  /** [wanted][positions] node. */
  readonly nodes: readonly Uint16Array[];
}

/** @throws Error when an answer comes in parts or holds positions of no row, which jobs of tests do not have. */
export function shownGroups(
  transcript: readonly TranscriptEntry[],
  owner: string,
  offered: readonly wire.JobOfferedFeature.$Properties[],
): ShownGroups {
  const [joined, exact]: [number[], number[]] = [[], []];
  let call: wire.GroupSumRefineCall | undefined;
  let tree: Tree | undefined;
  for (const { kind, from, to, body } of transcript) {
    if (kind === 'group-sum-refine' && to === owner) call = wire.GroupSumRefineCall.decode(body);
    if (kind !== 'group-sum-refined' || from !== owner || call === undefined) continue;
    const answer = wire.GroupSumRefineReply.decode(body);
    if (answer.part > 0) throw new Error('an answer in parts');
    if (call.turn === 0) tree = started(call, answer, offered);
    const measured = call.turn === 0 ? [[0]] : call.turn === 2 ? moved(tree!, call, answer) : [];
    let at = 0;
    tree?.features.forEach((feature, k) => {
      const bins = feature.bins!;
      const missing = feature.ordered === true ? (feature.missingBinPlusOne ?? 0) - 1 : -1;
      measured.forEach((together, slot) => {
        const ends = Array.from({ length: bins }, (_, bin) => bit(answer.ends, at * 8 + slot * bins + bin));
        const groupOf = groups(ends, missing);
        for (const node of together) {
          const rows = new Array<number>(bins).fill(0);
          tree!.codes[k]!.forEach((code, position) => (rows[code]! += Number(tree!.nodes[k]![position] === node)));
          exact.push(...rows);
          const sums = new Map<number, number>();
          rows.forEach((count, bin) => sums.set(groupOf[bin]!, (sums.get(groupOf[bin]!) ?? 0) + count));
          joined.push(...sums.values());
        }
      });
      at += Math.ceil((measured.length * bins) / 8);
    });
  }
  return { joined, exact };
}

function started(
  call: wire.GroupSumRefineCall,
  { positions }: wire.GroupSumRefineReply,
  offered: readonly wire.JobOfferedFeature.$Properties[],
): Tree {
  const features = Array.from(new Uint32Array(call.wanted.slice().buffer), (feature) => offered[feature]!);
  const rows = call.delta.length / 8;
  const widths = features.map(({ bins }) => Math.ceil(Math.log2(bins!)));
  const bytes = widths.map((width) => Math.ceil((rows * width) / 8));
  if (bytes.reduce((sum, one) => sum + one, 0) !== positions.length) throw new Error('positions of no row');
  let from = 0;
  const codes = widths.map((width, k) => {
    const start = from * 8;
    from += bytes[k]!;
    return Uint16Array.from({ length: rows }, (_, position) => {
      let code = 0;
      for (let b = 0; b < width; b++) code |= bit(positions, start + position * width + b) << b;
      return code;
    });
  });
  return { features, codes, nodes: codes.map(({ length }) => new Uint16Array(length)) };
}

/** Every position on to its child. @returns [measured] the node and its sibling. */
function moved(tree: Tree, { note }: wire.GroupSumRefineCall, { positions }: wire.GroupSumRefineReply): number[][] {
  const { splits, measure } = wire.JobForestNote.decode(note).step!;
  const ids = new Uint16Array(splits!.slice().buffer);
  const made = Array.from({ length: ids.length / 3 }, (_, i): Pick<OwnedSplit, 'node' | 'left' | 'right'> => ({
    node: ids[i * 3]!,
    left: ids[i * 3 + 1]!,
    right: ids[i * 3 + 2]!,
  }));
  const splitOf = new Map(made.map((split) => [split.node, split]));
  tree.nodes.forEach((nodes, k) => {
    const from = k * Math.ceil(nodes.length / 8) * 8;
    for (let position = 0; position < nodes.length; position++) {
      const split = splitOf.get(nodes[position]!);
      if (split !== undefined) nodes[position] = bit(positions, from + position) === 1 ? split.right : split.left;
    }
  });
  return Array.from(new Uint16Array(measure!.slice().buffer), (node) => {
    const { left, right } = made.find((split) => split.left === node || split.right === node)!;
    return [left, right];
  });
}

/** [bins] group of each: up to an end in order; the bin of missing values is the first one's, or its own. */
function groups(ends: readonly number[], missing: number): number[] {
  let group = 1;
  const groupOf = ends.map((end, bin) => {
    if (bin === missing) return end === 1 ? 0 : 1;
    const own = group;
    group += end;
    return own;
  });
  return groupOf;
}

const bit = (bits: Uint8Array, at: number): number => ((bits[at >> 3] ?? 0) >> (at & 7)) & 1;
