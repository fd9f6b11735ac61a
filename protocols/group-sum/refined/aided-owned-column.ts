/** One column under way at the feature party of the aided profile. Steps numbered as in protocol.md. */
import { bytesOf } from '@coscore/crypto/ring/bytes.ts';
import type { CellPool } from '@coscore/kernels/arena.ts';
import { PartitionedRows, type GroupedSums, type OwnerColumn } from '@coscore/kernels/regroup.ts';
import { wire } from '@coscore/proto';
import { ProtocolError } from '../../errors.ts';
import { expectBytes } from '../../helper/deal.ts';
import { send, type Channel } from '../../transport.ts';
import { bitBytes, checkGroups, codeBytes, codeWidth, partsOf, toBits, type AidedSizes } from './aided-sizes.ts';
import { EMPTY_REPLY, REPLY } from './aided-turns.ts';
import { Partition, ROOT, shownAt } from './partition.ts';
import type { AidedRefinedFeatureOptions, RefinedFeature, Refinement } from './types.ts';

/** What the owner knows of a live node: [wanted][bins] each. */
interface NodeState {
  readonly counts: readonly Uint32Array[];
  readonly ends: readonly Uint8Array[];
}

export class OwnedColumn {
  readonly #features: readonly RefinedFeature[];
  readonly #codes: readonly Uint16Array[];
  readonly #joinBins: AidedRefinedFeatureOptions['joinBins'];
  readonly #sizes: AidedSizes;
  readonly #columns: readonly OwnerColumn[];
  readonly #spare: readonly OwnerColumn[];
  readonly #rowOf: Uint32Array | undefined;
  readonly #rows: PartitionedRows;
  readonly #partition = new Partition();
  readonly #nodes = new Map<number, NodeState>();

  constructor(
    options: AidedRefinedFeatureOptions,
    sizes: AidedSizes,
    rowsMemory: CellPool,
    wanted: readonly number[],
    rowOf: Uint32Array | undefined,
    material: readonly OwnerColumn[],
  ) {
    this.#features = wanted.map((feature) => options.features[feature]!);
    this.#codes = wanted.map((feature) => options.codes[feature]!);
    this.#joinBins = options.joinBins;
    this.#sizes = sizes;
    this.#columns = material.slice(0, wanted.length);
    this.#spare = material.slice(wanted.length);
    this.#rowOf = rowOf;
    this.#rows = new PartitionedRows(rowsMemory, rowOf?.length ?? sizes.n, rowOf, undefined);
  }

  erase(): void {
    for (const column of [...this.#columns, ...this.#spare]) column.erase();
    this.#rows.erase();
  }

  /** Steps 3 to 5 of a start. */
  async start(channel: Channel, index: number, delta: Uint8Array): Promise<void> {
    const { slots } = this.#sizes;
    const padding = slots - this.#rows.rows;
    const ends: Uint8Array[] = [];
    const counts: Uint32Array[] = [];
    await this.#answer(channel, index, new Uint8Array(0), codeBytes(slots), 1, (k) => {
      const { bins, missingBin } = this.#features[k]!;
      const column = this.#columns[k]!;
      const positions = column.begin(this.#codes[k]!, this.#rowOf, bins, codeWidth(bins, padding));
      column.add(delta);
      const groups = column.sumAll(bins);
      counts.push(groups.counts());
      ends.push(this.#joinBins(counts[k]!, undefined, undefined, missingBin));
      return { positions, ends: ends[k]!, groups };
    });
    this.#nodes.set(ROOT, { counts, ends });
  }

  /** Steps 4 and 5. */
  async step(channel: Channel, index: number, reply: Uint8Array, refinement: Refinement): Promise<void> {
    expectBytes(bitBytes(this.#sizes.n), refinement.right, channel.self, 'bits of rows');
    checkGroups(refinement.measure.length, this.#features);
    const step = this.#partition.advance(refinement);
    const { measured } = step;
    const parents = measured.map(({ parent }) => this.#nodes.get(parent)!);
    for (const { node } of refinement.splits) this.#nodes.delete(node);
    if (measured.length === 0) {
      await send(channel, REPLY, wire.GroupSumRefineReply, { ...EMPTY_REPLY, index, reply });
      return;
    }
    this.#rows.advance(refinement.right, step.next);
    const table = this.#rows.table(this.#sizes.slots, measured.length);
    const children = measured.map(() => ({ counts: [] as Uint32Array[], ends: [] as Uint8Array[] }));
    const siblings = measured.map(() => ({ counts: [] as Uint32Array[] }));
    await this.#answer(channel, index, reply, bitBytes(this.#sizes.slots), measured.length, (k) => {
      const { bins, missingBin } = this.#features[k]!;
      const groups = this.#columns[k]!.regroup(table, measured.length, bins);
      const counts = groups.counts();
      const ends = new Uint8Array(counts.length);
      parents.forEach((parent, slot) => {
        const child = counts.slice(slot * bins, (slot + 1) * bins);
        const sibling = parent.counts[k]!.map((count, bin) => count - child[bin]!);
        const own = this.#joinBins(child, sibling, parent.ends[k], missingBin);
        ends.set(own, slot * bins);
        children[slot]!.counts.push(child);
        children[slot]!.ends.push(own);
        siblings[slot]!.counts.push(sibling);
      });
      return { positions: groups.bits, ends, groups };
    });
    measured.forEach(({ node, sibling }, slot) => {
      const { ends } = children[slot]!;
      this.#nodes.set(node, children[slot]!);
      this.#nodes.set(sibling, { counts: siblings[slot]!.counts, ends });
    });
  }

  async #answer(
    channel: Channel,
    index: number,
    reply: Uint8Array,
    bytes: number,
    nodes: number,
    one: (k: number) => { positions: Uint8Array; ends: Uint8Array; groups: GroupedSums },
  ): Promise<void> {
    const parts = partsOf(this.#columns.length, bytes);
    for (const [part, { from, to }] of parts.entries()) {
      const positions: Uint8Array[] = [];
      const ends: Uint8Array[] = [];
      const sums: Uint8Array[] = [];
      for (let k = from; k < to; k++) {
        const { bins, missingBin } = this.#features[k]!;
        const made = one(k);
        const at = shownAt(made.ends, nodes, bins, missingBin);
        if (at === undefined) throw new ProtocolError('out-of-range', 'our own joined bins leave one open');
        const shown = new BigUint64Array(nodes * bins);
        made.groups.join(at, shown);
        positions.push(made.positions);
        ends.push(toBits(made.ends));
        sums.push(bytesOf(shown));
      }
      await send(channel, REPLY, wire.GroupSumRefineReply, {
        index,
        part,
        reply: part === 0 ? reply : EMPTY_REPLY.reply,
        positions: joined(positions),
        ends: joined(ends),
        sums: joined(sums),
      });
    }
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
