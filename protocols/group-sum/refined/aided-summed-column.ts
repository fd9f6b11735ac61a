/** One column under way at the label party of the aided profile. Steps numbered as in protocol.md. */
import type { CellPool } from '@coscore/kernels/arena.ts';
import { PartitionedRows, type GroupedSums, type MaskColumn } from '@coscore/kernels/regroup.ts';
import { ProtocolError } from '../../errors.ts';
import { expectBytes } from '../../helper/deal.ts';
import type { Channel, PartyId } from '../../transport.ts';
import { checkSums, totalsOf, unpacked, type NodeTotals, type PairRange } from './aided-checks.ts';
import { PartReader, receivePart } from './aided-parts.ts';
import { bitBytes, checkGroups, codeBytes, codeWidth, partsOf, type AidedSizes } from './aided-sizes.ts';
import { coarser, Partition, ROOT, shownAt } from './partition.ts';
import type { AidedRefinedLabelOptions, RefinedFeature, RefinedGroupSums, Refinement } from './types.ts';

export class SummedColumn {
  readonly #peer: PartyId;
  readonly #features: readonly RefinedFeature[];
  readonly #sizes: AidedSizes;
  readonly #columns: readonly MaskColumn[];
  readonly #material: readonly MaskColumn[];
  readonly #rows: PartitionedRows;
  readonly #partition = new Partition();
  /** [wanted][bins] where each live node's groups end. */
  readonly #ends = new Map<number, readonly Uint8Array[]>();
  #range: PairRange | undefined;

  constructor(
    options: AidedRefinedLabelOptions,
    sizes: AidedSizes,
    rowsMemory: CellPool,
    wanted: readonly number[],
    rowOf: Uint32Array | undefined,
    values: BigUint64Array,
    material: readonly MaskColumn[],
  ) {
    this.#peer = options.featureParty;
    this.#features = wanted.map((feature) => options.features[feature]!);
    this.#sizes = sizes;
    this.#material = material;
    this.#columns = material.slice(0, wanted.length);
    this.#rows = new PartitionedRows(rowsMemory, values.length, rowOf, values);
  }

  erase(): void {
    for (const column of this.#material) column.erase();
    this.#rows.erase();
  }

  /** Steps 3, 5 and 6 of a start. */
  async start(channel: Channel, index: number, range: PairRange): Promise<readonly RefinedGroupSums[]> {
    this.#range = range;
    const { n, slots } = this.#sizes;
    const step = this.#partition.start();
    this.#rows.advance(new Uint8Array(bitBytes(n)), step.next);
    const totals = totalsOf(this.#rows.totals(1));
    const padding = slots - this.#rows.rows;
    const widths = this.#features.map(({ bins }) => codeWidth(bins, padding));
    const sums: RefinedGroupSums[] = [];
    const ends: Uint8Array[] = [];
    for (const [part, { from, to }] of partsOf(this.#columns.length, codeBytes(slots)).entries()) {
      const reply = new PartReader(await receivePart(channel, index, part), this.#peer);
      reply.expect(
        widths.slice(from, to).map((width) => bitBytes(slots * width)),
        1,
        this.#features.slice(from, to),
      );
      for (let k = from; k < to; k++) {
        const { bins } = this.#features[k]!;
        const found = this.#columns[k]!.begin(reply.positions(), widths[k]!, bins);
        if (found.refused > 0) {
          throw new ProtocolError('out-of-range', `${found.refused} bin codes of ${this.#peer} are no bins`);
        }
        if (found.padding !== padding) {
          throw new ProtocolError(
            'out-of-range',
            `${this.#peer} has ${found.padding} positions of no row, not ${padding}`,
          );
        }
        const own = reply.ends(bins);
        ends.push(own);
        sums.push(this.#sum(k, this.#columns[k]!.sumAll(bins), 1, own, reply.sums(bins), totals));
      }
    }
    this.#ends.set(ROOT, ends);
    return sums;
  }

  /** Steps 5 and 6. */
  async step(
    channel: Channel,
    index: number,
    apply: (reply: Uint8Array) => Refinement,
  ): Promise<{ readonly reply: Uint8Array; readonly sums: readonly RefinedGroupSums[] }> {
    const { n, slots } = this.#sizes;
    let message = await receivePart(channel, index, 0);
    const { reply } = message;
    const refinement = apply(reply);
    expectBytes(bitBytes(n), refinement.right, channel.self, 'bits of rows');
    checkGroups(refinement.measure.length, this.#features);
    const step = this.#partition.advance(refinement);
    const { measured } = step;
    const nodes = measured.length;
    const parents = measured.map(({ parent }) => this.#ends.get(parent)!);
    for (const { node } of refinement.splits) this.#ends.delete(node);
    if (nodes === 0) {
      new PartReader(message, this.#peer).expect([], 0, []);
      const none = { ...unpacked(new Uint32Array(0), new BigUint64Array(0)), ends: new Uint8Array(0) };
      return { reply, sums: this.#features.map(() => none) };
    }
    this.#rows.advance(refinement.right, step.next);
    const totals = totalsOf(this.#rows.totals(nodes));
    const sums: RefinedGroupSums[] = [];
    const ends = measured.map(() => [] as Uint8Array[]);
    for (const [part, { from, to }] of partsOf(this.#columns.length, bitBytes(slots)).entries()) {
      if (part > 0) message = await receivePart(channel, index, part);
      const read = new PartReader(message, this.#peer);
      read.expect(new Array<number>(to - from).fill(bitBytes(slots)), nodes, this.#features.slice(from, to));
      for (let k = from; k < to; k++) {
        const { bins } = this.#features[k]!;
        const bits = read.positions();
        const own = read.ends(nodes * bins);
        parents.forEach((parent, slot) => {
          const ofNode = own.slice(slot * bins, (slot + 1) * bins);
          if (!coarser(ofNode, parent[k]!)) {
            throw new ProtocolError('out-of-range', `${this.#peer} shows bins apart that it joined in a larger node`);
          }
          ends[slot]!.push(ofNode);
        });
        const groups = this.#columns[k]!.regroup(bits, step.next, nodes, bins);
        if (groups.refused > 0) {
          throw new ProtocolError('out-of-range', `${groups.refused} bits of ${this.#peer} move what no split moves`);
        }
        sums.push(this.#sum(k, groups, nodes, own, read.sums(nodes * bins), totals));
      }
    }
    measured.forEach(({ node, sibling }, slot) => {
      this.#ends.set(node, ends[slot]!);
      this.#ends.set(sibling, ends[slot]!);
    });
    return { reply, sums };
  }

  /** Step 6 for one feature: our masks over the same groups, and the checks. */
  #sum(
    k: number,
    groups: GroupedSums,
    nodes: number,
    ends: Uint8Array,
    theirs: BigUint64Array,
    totals: NodeTotals,
  ): RefinedGroupSums {
    const { bins, missingBin } = this.#features[k]!;
    const at = shownAt(ends, nodes, bins, missingBin);
    if (at === undefined) throw new ProtocolError('out-of-range', `the joined bins of ${this.#peer} leave one open`);
    const words = new Uint32Array(theirs.buffer, theirs.byteOffset, theirs.length * 2);
    for (let i = 0; i < ends.length; i++) {
      if (ends[i] === 0 && (words[i * 2] !== 0 || words[i * 2 + 1] !== 0)) {
        throw new ProtocolError('out-of-range', `${this.#peer} sent a sum where no group of bins ends`);
      }
    }
    const shown = unpacked(groups.join(at, theirs), theirs);
    checkSums(shown, bins, totals, this.#range!, this.#peer);
    return { ...shown, ends };
  }
}
