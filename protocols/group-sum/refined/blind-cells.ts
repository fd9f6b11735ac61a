/**
 * How a feature party multiplies few: the groups of several features at once are cells, a row is multiplied into one cell for
 * all of them, and the cells into the groups of each. Which features go together follows from how many rows and groups nodes
 * have, which the label party is told anyway: what it could time says nothing more.
 */
import { NO_GROUP } from '@coscore/crypto/he/additive-ops.ts';

export interface CellInput {
  /** [measured] rows of each node. */
  readonly rows: readonly number[];
  /** [wanted] number of bins. */
  readonly bins: readonly number[];
  /** [wanted][measured x bins] number of each bin's group, -1 for a bin without rows. */
  readonly groupOf: readonly Int32Array[];
  /** Each multiplies cells of its own into groups. */
  readonly parts: number;
}

export interface CellPlan {
  readonly cells: number;
  /** Most sets of features of a node. */
  readonly sets: number;
  /** [ways x cells] groups that a cell is a part of, or NO_GROUP. */
  readonly margins: Uint32Array<ArrayBuffer>;
  /** [measured][sets of the node] */
  readonly nodes: readonly (readonly CellSet[])[];
}

export interface CellSet {
  /** First of its cells. */
  readonly first: number;
  readonly members: readonly {
    /** Index among the wanted. */
    readonly feature: number;
    /** [bins] what a bin adds to the cell's number. */
    readonly step: Int32Array;
  }[];
}

interface Numbered {
  readonly feature: number;
  /** [groups] their numbers. */
  readonly groups: readonly number[];
}

export function planCells({ rows, bins, groupOf, parts }: CellInput): CellPlan {
  let cells = 0;
  const margins: (readonly number[])[] = [];
  const nodes = rows.map((count, node) => {
    const own = groupOf.map((all, feature): Numbered => {
      const part = all.subarray(node * bins[feature]!, (node + 1) * bins[feature]!);
      return { feature, groups: [...new Set(part)].filter((group) => group >= 0) };
    });
    if (count === 0) return [];
    return together(own, count, parts).map((members): CellSet => {
      const first = cells;
      let stride = 1;
      const steps = members.map(({ feature, groups }) => {
        const local = new Map(groups.map((group, i) => [group, i * stride]));
        const part = groupOf[feature]!.subarray(node * bins[feature]!, (node + 1) * bins[feature]!);
        stride *= groups.length;
        return { feature, step: Int32Array.from(part, (group) => local.get(group) ?? 0) };
      });
      cells += stride;
      for (let cell = 0; cell < stride; cell++) {
        let rest = cell;
        margins.push(
          members.map(({ groups }) => {
            const group = groups[rest % groups.length]!;
            rest = Math.floor(rest / groups.length);
            return group;
          }),
        );
      }
      return { first, members: steps };
    });
  });
  const ways = margins.reduce((most, groups) => Math.max(most, groups.length), 0);
  const flat = new Uint32Array(ways * cells).fill(NO_GROUP);
  margins.forEach((groups, cell) => groups.forEach((group, way) => (flat[way * cells + cell] = group)));
  return { cells, sets: nodes.reduce((most, sets) => Math.max(most, sets.length), 0), margins: flat, nodes };
}

/** Joins features while that saves multiplications: those of few groups first. */
function together(features: readonly Numbered[], rows: number, parts: number): Numbered[][] {
  const cost = (size: number, cells: number): number => rows + size * cells * parts;
  const sets: { members: Numbered[]; cells: number }[] = [];
  for (const feature of [...features].sort((a, b) => a.groups.length - b.groups.length || a.feature - b.feature)) {
    const last = sets.at(-1);
    const alone = cost(1, feature.groups.length);
    const joint = last === undefined ? Infinity : cost(last.members.length + 1, last.cells * feature.groups.length);
    if (last !== undefined && joint < cost(last.members.length, last.cells) + alone) {
      last.members.push(feature);
      last.cells *= feature.groups.length;
    } else sets.push({ members: [feature], cells: feature.groups.length });
  }
  return sets.map(({ members }) => members);
}
