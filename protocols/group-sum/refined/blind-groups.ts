/** Mathematics of blind refined group-sum that both ends share: which sums a step has and how they are numbered. No messages. */
import { ProtocolError } from '../../errors.ts';
import { groupOfBin } from './blind-nodes.ts';
import type { JoinBins, RefinedFeature, RefinedGroupSums } from './types.ts';

/** What is shown of a step's groups; all [wanted] of [measured nodes x bins]. */
export interface Shown {
  /** Rows of each group; those of joined bins at the last of them. */
  readonly counts: readonly Uint32Array[];
  /** 1: the last bin of a group. */
  readonly ends: readonly Uint8Array[];
}

/** Groups that hold rows, numbered feature by feature, node by node, bin by bin: each has a slot in a reply. */
export interface Numbered {
  /** [wanted][measured nodes x bins] number of a group at its last bin, -1 elsewhere. */
  readonly at: readonly Int32Array[];
  readonly groups: number;
}

export function numberGroups({ counts }: Shown): Numbered {
  let groups = 0;
  const at = counts.map((own) => Int32Array.from(own, (rows) => (rows === 0 ? -1 : groups++)));
  return { at, groups };
}

/** Ciphertexts that all groups would take; what is sent is as long, whatever was joined. */
export function mostCiphertexts(features: readonly RefinedFeature[], nodes: number, slots: number): number {
  return Math.ceil((nodes * features.reduce((sum, { bins }) => sum + bins, 0)) / slots);
}

/** One node's groups: [wanted] of [bins]. */
interface NodeGroups {
  readonly counts: readonly Uint32Array[];
  readonly ends: readonly Uint8Array[];
}

export interface Origin {
  readonly parent: number;
  readonly sibling: number;
}

/** The feature party's groups of every node that can still be refined; counts are of bins as they are, not joined. */
export class OwnGroups {
  readonly #features: readonly RefinedFeature[];
  readonly #joinBins: JoinBins;
  readonly #nodes = new Map<number, NodeGroups>();

  /** @param features the wanted ones. */
  constructor(features: readonly RefinedFeature[], joinBins: JoinBins) {
    this.#features = features;
    this.#joinBins = joinBins;
  }

  /**
   * Joins the measured nodes' bins.
   * @param counts [wanted][measured x bins] rows of each bin. @param origins [measured]; absent at the start, of node 0.
   * @returns what is shown of them, and to which bin each bin's rows go, [wanted][measured x bins].
   */
  show(
    counts: readonly Uint32Array[],
    measure: readonly number[],
    origins?: readonly Origin[],
  ): Shown & { readonly to: readonly Uint16Array[] } {
    const shown = {
      counts: counts.map((own) => new Uint32Array(own.length)),
      ends: counts.map((own) => new Uint8Array(own.length)),
      to: counts.map((own) => new Uint16Array(own.length)),
    };
    measure.forEach((node, i) => {
      const origin = origins?.[i];
      const parent = origin === undefined ? undefined : this.#nodes.get(origin.parent)!;
      const nodeEnds = this.#features.map(({ bins, missingBin }, f) => {
        const child = counts[f]!.slice(i * bins, (i + 1) * bins);
        const sibling = parent?.counts[f]!.map((rows, bin) => rows - child[bin]!);
        const ends = this.#joinBins(child, sibling, parent?.ends[f], missingBin);
        const to = groupOfBin(ends, missingBin);
        shown.ends[f]!.set(ends, i * bins);
        shown.to[f]!.set(to, i * bins);
        child.forEach((rows, bin) => (shown.counts[f]![i * bins + to[bin]!]! += rows));
        return { child, sibling, ends };
      });
      const ends = nodeEnds.map((own) => own.ends);
      this.#nodes.set(node, { counts: nodeEnds.map((own) => own.child), ends });
      if (origin !== undefined) {
        this.#nodes.set(origin.sibling, { counts: nodeEnds.map((own) => own.sibling!), ends });
        this.#nodes.delete(origin.parent);
      }
    });
    return shown;
  }
}

/** What the label party knows of the feature party's groups, and holds new ones against. */
export class SeenGroups {
  readonly #features: readonly RefinedFeature[];
  readonly #nodes = new Map<number, NodeGroups>();

  /** @param features the wanted ones. */
  constructor(features: readonly RefinedFeature[]) {
    this.#features = features;
  }

  /**
   * @param rows of each measured node. @param origins as above.
   * @throws ProtocolError `out-of-range` for groups that cannot be.
   */
  check(
    { counts, ends }: Shown,
    measure: readonly number[],
    rows: readonly number[],
    origins?: readonly Origin[],
  ): void {
    measure.forEach((node, i) => {
      const origin = origins?.[i];
      const parent = origin === undefined ? undefined : this.#nodes.get(origin.parent)!;
      const own: { counts: Uint32Array; ends: Uint8Array; rest: Uint32Array }[] = this.#features.map(
        ({ bins, missingBin }, f) => {
          const part = {
            counts: counts[f]!.slice(i * bins, (i + 1) * bins),
            ends: ends[f]!.slice(i * bins, (i + 1) * bins),
          };
          const sum = part.counts.reduce((all, count) => all + count, 0);
          if (sum !== rows[i] || part.counts.some((count, bin) => count > 0 && part.ends[bin] === 0))
            throw wrongGroups();
          const to = groupOfBin(part.ends, missingBin);
          const rest = new Uint32Array(bins);
          if (parent !== undefined) {
            const before = parent.counts[f]!;
            if (part.ends.some((end, bin) => end > parent.ends[f]![bin]!)) throw wrongGroups();
            before.forEach((count, bin) => (rest[to[bin]!]! += count));
            if (part.counts.some((count, bin) => count > rest[bin]!)) throw wrongGroups();
            part.counts.forEach((count, bin) => (rest[bin]! -= count));
          }
          return { ...part, rest };
        },
      );
      const nodeEnds = own.map((feature) => feature.ends);
      this.#nodes.set(node, { counts: own.map((feature) => feature.counts), ends: nodeEnds });
      if (origin !== undefined) {
        this.#nodes.set(origin.sibling, { counts: own.map((feature) => feature.rest), ends: nodeEnds });
        this.#nodes.delete(origin.parent);
      }
    });
  }
}

/** Sums by group as they stand at the last bins. */
export function sumsByBin(
  { counts, ends }: Shown,
  { at }: Numbered,
  g: Float64Array,
  h: Float64Array,
): RefinedGroupSums[] {
  return counts.map((own, f) => {
    const sums = { counts: own, ends: ends[f]!, g: new Float64Array(own.length), h: new Float64Array(own.length) };
    at[f]!.forEach((group, bin) => {
      if (group < 0) return;
      sums.g[bin] = g[group]!;
      sums.h[bin] = h[group]!;
    });
    return sums;
  });
}

function wrongGroups(): ProtocolError {
  return new ProtocolError('out-of-range', 'the counts of joined bins are not those of a part of the rows');
}
