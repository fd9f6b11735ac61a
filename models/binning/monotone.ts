/**
 * Monotone binning: neighbours pool until the bad rate only rises, only falls, or turns once (pool adjacent violators,
 * Barlow et al. 1972). The direction with the higher information value wins; one turn must earn its extra freedom.
 */
import { badRate, chiMerge, type BinGroup } from './groups.ts';
import { evidence } from './woe.ts';

/** A turn is taken only when it brings this many times the information value of the better direction. */
const TURN_GAIN = 1.1;

/** @param groups intervals in order, each meeting the floor. */
export function monotoneMerge(groups: readonly BinGroup[], maxBins: number, totals: Totals): BinGroup[] {
  const shapes = [pool(groups, 1), pool(groups, -1)].map((shape) => chiMerge(shape, { threshold: 0, maxBins }));
  const straight = best(shapes, totals);
  const turned = best(
    turns(groups).map((shape) => chiMerge(shape, { threshold: 0, maxBins })),
    totals,
  );
  if (turned === undefined) return straight!;
  return informationValue(turned, totals) > TURN_GAIN * informationValue(straight!, totals) ? turned : straight!;
}

export interface Totals {
  readonly goods: number;
  readonly bads: number;
}

export function informationValue(groups: readonly BinGroup[], { goods, bads }: Totals): number {
  return groups.reduce((iv, group) => iv + evidence(group.rows, group.bads, goods, bads).iv, 0);
}

/** Neighbours that break the direction, or tie, are pooled. */
function pool(groups: readonly BinGroup[], direction: 1 | -1): BinGroup[] {
  const kept: BinGroup[] = [];
  for (const group of groups) {
    let last = group;
    for (;;) {
      const before = kept.at(-1);
      if (before === undefined || direction * (badRate(last, 0) - badRate(before, 0)) > 0) break;
      last = { fine: [...before.fine, ...last.fine], rows: before.rows + last.rows, bads: before.bads + last.bads };
      kept.pop();
    }
    kept.push(last);
  }
  return kept;
}

/** Every way to go one direction up to some bin and the other from there. */
function turns(groups: readonly BinGroup[]): BinGroup[][] {
  const shapes: BinGroup[][] = [];
  for (let at = 1; at < groups.length; at++) {
    for (const direction of [1, -1] as const) {
      const opposite = direction === 1 ? -1 : 1;
      shapes.push([...pool(groups.slice(0, at), direction), ...pool(groups.slice(at), opposite)]);
    }
  }
  return shapes;
}

/** The first of highest information value. */
function best(shapes: readonly (readonly BinGroup[])[], totals: Totals): BinGroup[] | undefined {
  let winner: readonly BinGroup[] | undefined;
  let most = -Infinity;
  for (const shape of shapes) {
    const iv = informationValue(shape, totals);
    if (iv > most) [winner, most] = [shape, iv];
  }
  return winner === undefined ? undefined : [...winner];
}
