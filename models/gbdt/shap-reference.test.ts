import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRng } from '../data/rng.ts';
import type { Forest, Tree } from './forest.ts';
import { byOwner, explainRow } from './shap-reference.test-helper.ts';
import type { GoesLeft } from './shap-rows.ts';
import { randomForest } from './small-forests.test-helper.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 31 });
const shapes = fc.record({
  trees: fc.integer({ min: 0, max: 4 }),
  depth: fc.integer({ min: 0, max: 5 }),
  features: fc.integer({ min: 1, max: 3 }),
});

const randomSides = (seed: number): GoesLeft => {
  const rng = seededRng(seed);
  const drawn = new Map<string, boolean>();
  return (owner, record) => {
    const key = `${owner} ${record}`;
    if (!drawn.has(key)) drawn.set(key, rng.below(2) === 1);
    return drawn.get(key)!;
  };
};

const scoreOf = (forest: Forest, goesLeft: GoesLeft): number =>
  forest.trees.reduce((sum, tree) => sum + valueOf(tree, 0, goesLeft, () => true), forest.baseScore);

/** The game: columns in the coalition follow the row, others part by training rows. */
function valueOf(tree: Tree, at: number, goesLeft: GoesLeft, inCoalition: (player: string) => boolean): number {
  const node = tree.nodes[at]!;
  if (node.kind === 'leaf') return node.value;
  const below = (child: number): number => valueOf(tree, child, goesLeft, inCoalition);
  if (inCoalition(`${node.owner} ${node.feature}`))
    return below(goesLeft(node.owner, node.record) ? node.left : node.right);
  const [a, b] = [tree.nodes[node.left]!.rows, tree.nodes[node.right]!.rows];
  const share = a + b === 0 ? 0.5 : a / (a + b);
  return share * below(node.left) + (1 - share) * below(node.right);
}

/** Shapley's formula, over every coalition. */
function exhaustive(forest: Forest, goesLeft: GoesLeft, players: readonly string[]): number[] {
  const game = (members: number): number =>
    forest.trees.reduce(
      (sum, tree) => sum + valueOf(tree, 0, goesLeft, (player) => (members >> players.indexOf(player)) % 2 === 1),
      0,
    );
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  return players.map((_, i) => {
    let value = 0;
    for (let members = 0; members < 1 << players.length; members++) {
      if ((members >> i) % 2 === 1) continue;
      const size = members.toString(2).replaceAll('0', '').length;
      const weight = (factorial(size) * factorial(players.length - size - 1)) / factorial(players.length);
      value += weight * (game(members | (1 << i)) - game(members));
    }
    return value;
  });
}

describe('contributions to a score', () => {
  it('add up to the score less the mean', () => {
    fc.assert(
      fc.property(seeds, shapes, (seed, shape) => {
        const { forest } = randomForest(seed, shape);
        const goesLeft = randomSides(seed);
        const { expected, contributions } = explainRow(forest, goesLeft);
        const sum = contributions.reduce((total, { value }) => total + value, expected);
        expect(sum).toBeCloseTo(scoreOf(forest, goesLeft), 9);
      }),
    );
  });

  it('are the Shapley values of every coalition tried', () => {
    fc.assert(
      fc.property(seeds, shapes, (seed, shape) => {
        const { forest } = randomForest(seed, shape);
        const goesLeft = randomSides(seed);
        const { contributions } = explainRow(forest, goesLeft);
        const truth = exhaustive(
          forest,
          goesLeft,
          contributions.map(({ owner, feature }) => `${owner} ${feature}`),
        );
        contributions.forEach(({ value }, i) => expect(value).toBeCloseTo(truth[i]!, 9));
      }),
      { numRuns: 60 },
    );
  });

  it('count a column once, however often a path asks it', () => {
    const node = { owner: 'bank', feature: 0, gain: 1, hessian: 1, value: 0 };
    const leaf = (value: number, rows: number) => ({ kind: 'leaf', value, rows, hessian: 1 }) as const;
    const tree: Tree = {
      nodes: [
        { kind: 'split', ...node, record: 0, rows: 8, left: 1, right: 2 },
        leaf(1, 4),
        { kind: 'split', ...node, record: 1, rows: 4, left: 3, right: 4 },
        leaf(2, 1),
        leaf(6, 3),
      ],
    };
    const { expected, contributions } = explainRow({ objective: 'squared', baseScore: 10, trees: [tree] }, () => false);
    expect(expected).toBe(13);
    expect(contributions).toEqual([{ owner: 'bank', feature: 0, value: 3 }]);
  });

  it('are summed by owner', () => {
    const sums = byOwner([
      { owner: 'bank', feature: 0, value: 1 },
      { owner: 'tax', feature: 0, value: -2 },
      { owner: 'bank', feature: 3, value: 0.5 },
    ]);
    expect([...sums]).toEqual([
      ['bank', 1.5],
      ['tax', -2],
    ]);
  });
});
