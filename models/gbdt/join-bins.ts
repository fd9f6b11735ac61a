/**
 * The disclosure floor of a tree's sums, `minRowsPerNodeBin`: which neighbouring bins of a node an owner joins before it
 * shows sums of them.
 *
 * Both children of a split show the same groups, and groups only ever join further down a tree, so that no subtraction
 * (parent less child, node less node) leaves sums of fewer rows. A group is fit when each child holds either at least the
 * floor or no row of it: an empty sum says nothing about any row, and without this exception no feature could be split
 * twice on a path, for its own split leaves one child without rows in half of its bins.
 */

import type { JoinBins } from '@coscore/protocols/group-sum/refined/types.ts';

/** @param floor least rows of a shown group; 0 or 1 joins nothing. */
export function joinBins(floor: number): JoinBins {
  const fit = (rows: number): boolean => rows === 0 || rows >= floor;
  return (child, sibling, parentEnds, missingBin) => {
    const bins = child.length;
    const ends = new Uint8Array(bins);
    const groups: Group[] = [];
    let open: Group = { end: -1, child: 0, sibling: 0 };
    const add = (bin: number): void => {
      open.child += child[bin]!;
      open.sibling += sibling?.[bin] ?? 0;
    };
    const missingApart = missingBin >= 0 && (parentEnds === undefined || parentEnds[missingBin] === 1);
    if (missingBin >= 0) {
      if (missingApart && fit(child[missingBin]!) && fit(sibling?.[missingBin] ?? 0)) ends[missingBin] = 1;
      else add(missingBin);
    }
    for (let bin = 0; bin < bins; bin++) {
      if (bin === missingBin) continue;
      add(bin);
      open.end = bin;
      if (parentEnds?.[bin] === 0 || !fit(open.child) || !fit(open.sibling)) continue;
      groups.push(open);
      open = { end: -1, child: 0, sibling: 0 };
    }
    // What is left over joins groups before it until it is fit, then the missing bin too: nothing else is left to join.
    if (open.end >= 0) {
      for (let last = groups.pop(); last !== undefined; last = groups.pop()) {
        open.child += last.child;
        open.sibling += last.sibling;
        if (fit(open.child) && fit(open.sibling)) break;
      }
      if (missingBin >= 0 && !(fit(open.child) && fit(open.sibling))) ends[missingBin] = 0;
      groups.push(open);
    }
    for (const { end } of groups) ends[end] = 1;
    if (groups.length === 0 && missingBin >= 0) ends[missingBin] = 1;
    return ends;
  };
}

interface Group {
  end: number;
  child: number;
  sibling: number;
}

/**
 * The bin at which the rows of each bin stand once joined: the last of its group.
 * @param ends [bins] as `JoinBins` gives them. @returns [bins]
 * @throws RangeError when the ends close no group for some bin.
 */
export function groupEnds(ends: Uint8Array, missingBin: number): Uint16Array<ArrayBuffer> {
  const at = new Uint16Array(ends.length);
  let next = -1;
  for (let bin = ends.length - 1; bin >= 0; bin--) {
    if (bin === missingBin) continue;
    if (ends[bin] === 1) next = bin;
    if (next < 0) throw new RangeError('the last group of bins is not closed');
    at[bin] = next;
  }
  if (missingBin >= 0) {
    if (ends[missingBin] !== 1 && next < 0) throw new RangeError('the missing bin has no group to join');
    at[missingBin] = ends[missingBin] === 1 ? missingBin : next;
  }
  return at;
}
