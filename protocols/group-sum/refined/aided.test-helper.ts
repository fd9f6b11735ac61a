/** Planned uses of refined group-sum, what they must give, and both roles that carry them out. */
import { HELPER, type Role } from '../../helper/simulate.ts';
import type { PartyId } from '../../transport.ts';
import { serveRefinedAsFeature, openRefinedAsLabel } from './index.ts';
import { shownAt } from './partition.ts';
import type {
  AidedRefinedSizes,
  JoinBins,
  PooledDeal,
  RefinedFeature,
  RefinedGroupSums,
  RefinedHandler,
  Refinement,
} from './types.ts';

export const bank = 'bank' as PartyId;
export const tax = 'tax' as PartyId;

export interface PlannedColumn {
  readonly g: Int32Array;
  readonly h: Uint32Array;
  readonly wanted: readonly number[];
  readonly active?: Uint8Array;
  readonly steps: readonly Refinement[];
}

export interface Plan {
  readonly n: number;
  readonly features: readonly RefinedFeature[];
  readonly codes: readonly Uint16Array[];
  readonly floor: number;
  readonly columns: readonly PlannedColumn[];
  readonly sizes?: Partial<AidedRefinedSizes>;
  readonly pooled?: readonly PooledDeal[];
}

/** [column][exchange][wanted] */
export type Sums = readonly (readonly (readonly RefinedGroupSums[])[])[];

/** Joins each bin below the floor with the next ones; what is left over with all before it. Right, if not the finest. */
export function joinUpTo(floor: number): JoinBins {
  return (child, sibling, parentEnds, missingBin) => {
    const ends = new Uint8Array(child.length);
    const fits = (rows: number): boolean => rows === 0 || rows >= floor;
    let [one, other, last] = [0, 0, -1];
    const missingFits = missingBin >= 0 && fits(child[missingBin]!) && fits(sibling?.[missingBin] ?? 0);
    if (missingFits && parentEnds?.[missingBin] !== 0) ends[missingBin] = 1;
    else if (missingBin >= 0) [one, other] = [child[missingBin]!, sibling?.[missingBin] ?? 0];
    for (let bin = 0; bin < child.length; bin++) {
      if (bin === missingBin) continue;
      one += child[bin]!;
      other += sibling?.[bin] ?? 0;
      last = bin;
      if (parentEnds?.[bin] === 0 || !fits(one) || !fits(other)) continue;
      ends[bin] = 1;
      [one, other] = [0, 0];
    }
    if (last >= 0 && ends[last] === 0) {
      for (let bin = 0; bin < last; bin++) if (bin !== missingBin) ends[bin] = 0;
      ends[last] = 1;
    } else if (last < 0) ends[missingBin] = 1;
    return ends;
  };
}

/** What the label party must get, in plain arithmetic. */
export function expected({ n, features, codes, floor, columns }: Plan): Sums {
  return columns.map(({ g, h, wanted, active, steps }) => {
    const nodeOf = new Int32Array(n);
    const ends = new Map<number, Uint8Array[]>();
    const sum = (
      k: number,
      nodes: readonly { node: number; parent?: number; sibling?: number }[],
    ): RefinedGroupSums => {
      const { bins, missingBin } = features[wanted[k]!]!;
      const count = (node: number): Uint32Array => {
        const counts = new Uint32Array(bins);
        for (let i = 0; i < n; i++) if (nodeOf[i] === node && active?.[i] !== 0) counts[codes[wanted[k]!]![i]!]!++;
        return counts;
      };
      const all = new Uint8Array(nodes.length * bins);
      nodes.forEach(({ node, parent, sibling }, slot) => {
        const own = joinUpTo(floor)(
          count(node),
          sibling === undefined ? undefined : count(sibling),
          parent === undefined ? undefined : ends.get(parent)![k],
          missingBin,
        );
        all.set(own, slot * bins);
        for (const of of sibling === undefined ? [node] : [node, sibling]) {
          ends.set(of, [...(ends.get(of) ?? []), own]);
        }
      });
      const at = shownAt(all, nodes.length, bins, missingBin)!;
      const sums = {
        counts: new Uint32Array(all.length),
        g: new Float64Array(all.length),
        h: new Float64Array(all.length),
        ends: all,
      };
      for (let i = 0; i < n; i++) {
        const slot = nodes.findIndex(({ node }) => node === nodeOf[i]);
        if (slot < 0 || active?.[i] === 0) continue;
        const to = slot * bins + at[slot * bins + codes[wanted[k]!]![i]!]!;
        sums.counts[to]!++;
        sums.g[to]! += g[i]!;
        sums.h[to]! += h[i]!;
      }
      return sums;
    };
    const exchanges = [wanted.map((_, k) => sum(k, [{ node: 0 }]))];
    for (const { splits, right, measure } of steps) {
      const parents = new Map(splits.map(({ node, left, right: other }) => [node, [left, other] as const]));
      for (let i = 0; i < n; i++) {
        const children = parents.get(nodeOf[i]!);
        if (children !== undefined) nodeOf[i] = children[(right[i >> 3]! >> (i & 7)) & 1]!;
      }
      const measured = measure.map((node) => {
        const split = splits.find(({ left, right: other }) => left === node || other === node)!;
        return { node, parent: split.node, sibling: split.left === node ? split.right : split.left };
      });
      exchanges.push(wanted.map((_, k) => sum(k, measured)));
    }
    return exchanges;
  });
}

const common = { profile: 'aided', instance: 'trees', helper: HELPER } as const;

/** Runs the plan; asks once a column that what it says comes back. */
export const label =
  (plan: Plan): Role =>
  async (session): Promise<Sums> => {
    const { n, features } = plan;
    const columns = plan.columns.length;
    const sums = await openRefinedAsLabel(session, {
      ...common,
      featureParty: tax,
      n,
      features,
      columns,
      ...plan.sizes,
      ...(plan.pooled === undefined ? {} : { pooled: plan.pooled }),
    });
    const all: RefinedGroupSums[][][] = [];
    for (const [c, { g, h, wanted, active, steps }] of plan.columns.entries()) {
      const exchanges = [[...(await sums.start({ g, h }, { wanted, active }))]];
      for (const [s, step] of steps.entries()) {
        const note = Uint8Array.of(c, s);
        if (s === 0) await sums.ask(note);
        const done = await sums.step(note, () => step);
        exchanges.push([...done.sums]);
      }
      all.push(exchanges);
    }
    await sums.close();
    await sums.close();
    return all;
  };

export const planned = (plan: Plan): RefinedHandler => ({
  started: () => undefined,
  asked: (note) => note,
  stepped: (note) => ({ reply: note, refinement: plan.columns[note[0]!]!.steps[note[1]!]! }),
});

export const feature =
  (plan: Plan, joinBins = joinUpTo(plan.floor)): Role =>
  (session) => {
    const { n, features, codes } = plan;
    const columns = plan.columns.length;
    const pooled = plan.pooled === undefined ? {} : { pooled: plan.pooled };
    const options = { ...common, labelParty: bank, n, features, codes, columns, joinBins, ...plan.sizes, ...pooled };
    return serveRefinedAsFeature(session, options, planned(plan));
  };

/** Uniform below `limit`, the same for the same seed. */
export function generator(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 12), 0x297a2d39) >>> 0;
    return ((mixed ^ (mixed >>> 15)) >>> 0) % limit;
  };
}

/** Grows a random tree: some nodes split, of some of those one child measured. */
export function randomSteps(n: number, steps: number, draw: (limit: number) => number): Refinement[] {
  let followed = [0];
  let fresh = 1;
  return Array.from({ length: steps }, () => {
    const right = Uint8Array.from({ length: Math.ceil(n / 8) }, () => draw(256));
    const splits: { node: number; left: number; right: number }[] = [];
    const measure: number[] = [];
    followed = followed.flatMap((node) => {
      const choice = draw(6);
      if (choice === 0) return [node];
      const split = { node, left: fresh++, right: fresh++ };
      splits.push(split);
      if (choice === 1) return [];
      measure.push(choice < 4 ? split.left : split.right);
      return [split.left, split.right];
    });
    // Their order is free.
    return { splits, right, measure: draw(2) === 0 ? measure : measure.toReversed() };
  });
}
