/** Both roles of blind refined group-sum in memory, and a plaintext oracle of its steps, for the tests beside. */
import { memoryNetwork, type MemoryNetwork } from '../../memory-network.ts';
import type { Session } from '../../transport.ts';
import { bank, keyFor, tax } from '../blind/in-memory.test-helper.ts';
import type { GroupSumKey } from '../blind/key.ts';
import { serveBlindAsFeature } from './blind-feature.ts';
import { openBlindAsLabel } from './blind-label.ts';
import { SealedColumns } from './sealed-columns.ts';
import type { ColumnOpening, JoinBins, RefinedColumn, RefinedGroupSums, RefinedHandler, Refinement } from './types.ts';

export interface Tree {
  readonly column: RefinedColumn;
  readonly opening: ColumnOpening;
  readonly steps: readonly Refinement[];
}

export interface RefinedCase {
  readonly n: number;
  readonly codes: readonly Uint16Array[];
  readonly bins: readonly number[];
  readonly missing?: readonly number[];
  readonly trees: readonly Tree[];
  readonly joinBins?: JoinBins;
}

/** Joins nothing. */
export const apart: JoinBins = (child) => new Uint8Array(child.length).fill(1);

/** Joins pairs of bins from the left, and only ever more below a parent: enough to see whether joins are followed. */
export const inPairs: JoinBins = (child, sibling, parentEnds, missingBin) => {
  const ends = (parentEnds ?? new Uint8Array(child.length).fill(1)).slice();
  if (sibling === undefined) return ends;
  const closing = [...ends.keys()].filter((bin) => ends[bin] === 1 && bin !== missingBin);
  closing.forEach((bin, i) => {
    if (i % 2 === 0 && i < closing.length - 1) ends[bin] = 0;
  });
  return ends;
};

const featuresOf = ({ bins, missing }: RefinedCase): { bins: number; missingBin: number }[] =>
  bins.map((count, f) => ({ bins: count, missingBin: missing?.[f] ?? -1 }));

/** Steps travel as their number: what notes say is the callers' business. */
export function handlerOf(c: RefinedCase): RefinedHandler {
  let tree = -1;
  return {
    started: () => void tree++,
    asked: (note) => Uint8Array.from(note, (byte) => byte + 1),
    stepped: (note) => ({ reply: Uint8Array.of(7, note[0]!), refinement: c.trees[tree]!.steps[note[0]!]! }),
  };
}

export const asFeature =
  (c: RefinedCase, instance = 'trees') =>
  (session: Session): Promise<void> =>
    serveBlindAsFeature(
      session,
      {
        profile: 'blind',
        instance,
        labelParty: bank,
        n: c.n,
        features: featuresOf(c),
        codes: c.codes,
        joinBins: c.joinBins ?? apart,
        scheme: 'okamoto-uchiyama',
      },
      handlerOf(c),
    );

export const asLabel =
  (c: RefinedCase, sealed: SealedColumns, featureParty = tax, instance = 'trees') =>
  async (session: Session): Promise<RefinedGroupSums[][][]> => {
    const features = featuresOf(c);
    const sums = await openBlindAsLabel(session, {
      profile: 'blind',
      instance,
      featureParty,
      n: c.n,
      features,
      sealed,
    });
    const all: RefinedGroupSums[][][] = [];
    for (const { column, opening, steps } of c.trees) {
      const tree = [[...(await sums.start(column, opening))]];
      for (const [i, refinement] of steps.entries()) {
        const step = await sums.step(Uint8Array.of(i), () => refinement);
        if (step.reply.join() !== `7,${i}`) throw new Error('another reply');
        tree.push([...step.sums]);
      }
      all.push(tree);
    }
    await sums.close();
    return all;
  };

export interface RefinedOutcome {
  readonly sums?: RefinedGroupSums[][][];
  readonly failure?: unknown;
  readonly key: GroupSumKey;
}

/** Both roles; the first failure cancels the other. */
export async function runRefined(
  c: RefinedCase,
  network: MemoryNetwork = memoryNetwork('job/1'),
  peer: (session: Session) => Promise<unknown> = asFeature(c),
): Promise<RefinedOutcome> {
  const key = keyFor(c.n);
  const sealed = new SealedColumns(key, { readers: 1, bits: { g: 12, h: 12 } });
  let failure: unknown;
  const guarded = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      failure ??= error;
      network.abort();
      throw error;
    });
  const [left] = await Promise.allSettled([
    guarded(asLabel(c, sealed)(network.session(bank))),
    guarded(peer(network.session(tax))),
  ]);
  if (left.status !== 'fulfilled' || failure !== undefined) return { failure, key };
  await key.destroy();
  return { sums: left.value, key };
}

/** The same with nothing to hide; follows joins by what each measured node's rows and its sibling's are. */
export function refinedOracle(c: RefinedCase): RefinedGroupSums[][][] {
  const features = featuresOf(c);
  const join = c.joinBins ?? apart;
  return c.trees.map(({ column, opening, steps }) => {
    const node = Int32Array.from({ length: c.n }, (_, row) => (opening.active?.[row] === 0 ? -1 : 0));
    const ends = new Map<string, Uint8Array>();
    const counts = (f: number, of: number): Uint32Array => {
      const out = new Uint32Array(c.bins[f]!);
      node.forEach((at, row) => at === of && out[c.codes[f]![row]!]!++);
      return out;
    };
    const measured = (nodes: readonly number[], parent?: (child: number) => { parent: number; sibling: number }) =>
      opening.wanted.map((f): RefinedGroupSums => {
        const { bins, missingBin } = features[f]!;
        const size = nodes.length * bins;
        const sums = {
          counts: new Uint32Array(size),
          ends: new Uint8Array(size),
          g: new Float64Array(size),
          h: new Float64Array(size),
        };
        nodes.forEach((child, i) => {
          const from = parent?.(child);
          const own = join(
            counts(f, child),
            from && counts(f, from.sibling),
            from && ends.get(`${f} ${from.parent}`),
            missingBin,
          );
          for (const of of from === undefined ? [child] : [child, from.sibling]) ends.set(`${f} ${of}`, own);
          sums.ends.set(own, i * bins);
          const first = own.findIndex((end, bin) => end === 1 && bin !== missingBin);
          node.forEach((at, row) => {
            if (at !== child) return;
            const code = c.codes[f]![row]!;
            const to =
              code === missingBin
                ? own[code] === 1
                  ? code
                  : first
                : own.findIndex((end, bin) => end === 1 && bin >= code && bin !== missingBin);
            sums.counts[i * bins + to]!++;
            sums.g[i * bins + to]! += column.g[row]!;
            sums.h[i * bins + to]! += column.h[row]!;
          });
        });
        return sums;
      });
    const all = [measured([0])];
    for (const { splits, right, measure } of steps) {
      const origin = new Map<number, { parent: number; sibling: number }>();
      for (const split of splits) {
        node.forEach((at, row) => {
          if (at === split.node) node[row] = (right[row >> 3]! >> (row & 7)) & 1 ? split.right : split.left;
        });
        origin.set(split.left, { parent: split.node, sibling: split.right });
        origin.set(split.right, { parent: split.node, sibling: split.left });
      }
      all.push(measure.length === 0 ? [] : measured(measure, (child) => origin.get(child)!));
    }
    return all;
  });
}

/** Splits every node of every level by row number, measuring alternately left and right children. */
export function levels(n: number, depth: number, salt: number): Refinement[] {
  let live = [0];
  let next = 1;
  return Array.from({ length: depth }, (_, level) => {
    const right = new Uint8Array(Math.ceil(n / 8));
    for (let row = 0; row < n; row++) {
      if (((row * (salt + level * 2 + 3)) >> 1) % 3 === 0) right[row >> 3]! |= 1 << (row & 7);
    }
    const splits = live.map((node) => ({ node, left: next++, right: next++ }));
    live = splits.flatMap(({ left, right: other }) => [left, other]);
    return { splits, right, measure: splits.map((split, i) => (i % 2 === 0 ? split.left : split.right)) };
  });
}
