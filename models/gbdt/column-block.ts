/** Columns in this process: rows by node, their sums, and the joining of small bins. */
import { BinnedRows, type BinSums, type RowRange } from '@coscore/kernels';
import type { FeatureSums, GradientPairs, OwnedSplit, TreeFeature, TreeStep } from './histogram-source.ts';
import type { JoinBins } from '@coscore/protocols/group-sum/refined/types.ts';
import { moveToEnds } from './goes-left.ts';

/** Rows of a node: those that count and those that are only routed. */
interface NodeRows {
  readonly active: RowRange;
  readonly idle: RowRange;
}

/** What is kept of a node where bins are joined, [wanted] each. */
interface Shown {
  /** Exact rows of each bin. */
  readonly counts: readonly Uint32Array[];
  readonly ends: readonly Uint8Array[];
}

export interface ColumnBlockOptions {
  readonly features: readonly TreeFeature[];
  /** [features][rows] each below its feature's bins. */
  readonly codes: readonly Uint16Array[];
  readonly rows: number;
  /** As a party with a disclosure floor shows its sums; absent: every bin by itself. */
  readonly joinBins?: JoinBins | undefined;
}

/** The synchronous part of a `HistogramSource`; its methods are described there. */
export class ColumnBlock {
  readonly #features: readonly TreeFeature[];
  readonly #columns: BinnedRows;
  readonly #joinBins: JoinBins | undefined;
  #wanted: readonly number[] = [];
  #nodes = new Map<number, NodeRows>();
  #shown = new Map<number, Shown>();

  /** @throws RangeError when sizes differ or the columns do not fit into 4 GB. */
  constructor({ features, codes, rows, joinBins }: ColumnBlockOptions) {
    this.#features = features;
    this.#joinBins = joinBins;
    this.#columns = new BinnedRows(
      rows,
      codes,
      features.map(({ bins }) => bins),
    );
  }

  startTree({ g, h }: GradientPairs, wanted: readonly number[], active: Uint8Array | undefined): FeatureSums[] {
    const { rows } = this.#columns;
    const counted = this.#columns.start(g, h, active);
    this.#wanted = wanted;
    this.#nodes = new Map([[0, { active: { from: 0, to: counted }, idle: { from: counted, to: rows } }]]);
    this.#shown = new Map();
    return this.#show([{ node: 0, parent: undefined, sibling: undefined }]);
  }

  route(own: readonly OwnedSplit[]): Uint8Array {
    this.#columns.clearRight();
    for (const { node, feature, goesLeft } of own) {
      const { active, idle } = this.#rowsOf(node);
      this.#columns.markRight(active, feature, goesLeft);
      if (idle.to > idle.from) this.#columns.markRight(idle, feature, goesLeft);
    }
    return this.#columns.right();
  }

  refine({ splits, measure }: TreeStep, right: Uint8Array): FeatureSums[] {
    this.#columns.setRight(right);
    const wanted = new Set(measure);
    const asked = new Map<number, Asked>();
    for (const { node, left, right: other } of splits) {
      const { active, idle } = this.#rowsOf(node);
      const [activeLeft, activeRight] = this.#columns.part(active);
      const [idleLeft, idleRight] = idle.to > idle.from ? this.#columns.part(idle) : [idle, idle];
      this.#nodes.delete(node);
      this.#nodes.set(left, { active: activeLeft, idle: idleLeft });
      this.#nodes.set(other, { active: activeRight, idle: idleRight });
      if (wanted.has(left)) asked.set(left, { node: left, parent: node, sibling: other });
      if (wanted.has(other)) asked.set(other, { node: other, parent: node, sibling: left });
    }
    return this.#show(
      measure.map((node) => {
        const of = asked.get(node);
        if (of === undefined) throw new RangeError(`node ${node} is no child of a split of this step`);
        return of;
      }),
    );
  }

  #rowsOf(node: number): NodeRows {
    const rows = this.#nodes.get(node);
    if (rows === undefined) throw new RangeError(`node ${node} holds no rows of this tree`);
    return rows;
  }

  #show(nodes: readonly Asked[]): FeatureSums[] {
    const all = this.#wanted.map((index) => {
      const cells = nodes.length * this.#features[index]!.bins;
      const sums = { counts: new Uint32Array(cells), g: new Float64Array(cells), h: new Float64Array(cells) };
      return this.#joinBins === undefined ? sums : { ...sums, ends: new Uint8Array(cells) };
    });
    nodes.forEach((asked, place) => {
      const sums = this.#columns.sum(this.#rowsOf(asked.node).active, this.#wanted);
      this.#copy(sums, place, all);
      if (this.#joinBins !== undefined) this.#join(asked, place, all, this.#joinBins);
    });
    return all;
  }

  #copy(sums: BinSums, place: number, into: readonly FeatureSums[]): void {
    const stride = this.#columns.bins * 4;
    for (let i = 0; i < into.length; i++) {
      const { bins } = this.#features[this.#wanted[i]!]!;
      const { counts, g, h } = into[i]!;
      for (let bin = 0, from = i * stride, to = place * bins; bin < bins; bin++, from += 4, to++) {
        h[to] = sums[from]! >>> 0;
        g[to] = sums[from + 1]!;
        counts[to] = sums[from + 2]!;
      }
    }
  }

  /** Joins small bins of a measured node, and keeps what its children and its sibling's will be joined by. */
  #join({ node, parent, sibling }: Asked, place: number, all: readonly FeatureSums[], joinBins: JoinBins): void {
    const above = parent === undefined ? undefined : this.#shown.get(parent);
    if (parent !== undefined && above === undefined) throw new RangeError(`node ${parent} was never measured`);
    const mine: { counts: Uint32Array[]; ends: Uint8Array[] } = { counts: [], ends: [] };
    const others: Uint32Array[] = [];
    this.#wanted.forEach((index, i) => {
      const { bins, ordered, missingBin } = this.#features[index]!;
      const { counts, g, h, ends } = all[i]!;
      const at = place * bins;
      const apart = ordered ? missingBin : -1;
      const exact = counts.slice(at, at + bins);
      const rest = above?.counts[i]!.map((count, bin) => count - exact[bin]!);
      const joined = joinBins(exact, rest, above?.ends[i], apart);
      ends!.set(joined, at);
      if (joined.includes(0)) moveToEnds([counts, g, h], at, joined, apart);
      mine.counts.push(exact);
      mine.ends.push(joined);
      if (rest !== undefined) others.push(rest);
    });
    this.#shown.set(node, mine);
    if (sibling !== undefined) this.#shown.set(sibling, { counts: others, ends: mine.ends });
  }
}

interface Asked {
  readonly node: number;
  readonly parent: number | undefined;
  readonly sibling: number | undefined;
}
