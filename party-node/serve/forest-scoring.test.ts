import type { Column, Frame } from '@coscore/models/data/frame.ts';
import type { Forest, TreeNode } from '@coscore/models/gbdt/forest.ts';
import { recipeSchema } from '@coscore/node-core/recipe/index.ts';
import { wire } from '@coscore/proto';
import { send, type PartyId } from '@coscore/protocols';
import { memoryNetwork } from '@coscore/protocols/memory-network.ts';
import { describe, expect, it } from 'vitest';
import type { JobContext } from '../stages/context.ts';
import { scoreByForest, sendSides } from './forest-scoring.ts';
import type { ForestLabelShard, ForestShard } from './forest-shard.ts';
import type { Scores } from './score-job.ts';

const [BANK, TAX, REGISTRY] = ['bank', 'tax', 'registry'] as [PartyId, PartyId, PartyId];
const ROWS = 11;
const SCALING = { offset: 500, factor: 20 };

/** x below 0 goes left, a missing x right. */
const shardOf = (party: string): ForestShard => ({
  kind: 'forest',
  digest: '',
  features: [
    {
      name: `x_${party}`,
      splits: 1,
      bins: [
        { kind: 'interval', to: 0, missing: false },
        { kind: 'interval', from: 0, missing: true },
      ],
    },
    { name: `unused_${party}`, splits: 0, bins: [{ kind: 'missing' }] },
  ],
  records: [{ feature: 0, goesLeft: Uint8Array.of(1, 0) }],
});

/** A tree a party: 1 on the left, where a quarter of the training rows went, and 0 on the right. */
const stump = (owner: string): { nodes: TreeNode[] } => ({
  nodes: [
    { kind: 'split', owner, record: 0, feature: 0, gain: 1, left: 1, right: 2, rows: 40, hessian: 4, value: 0 },
    { kind: 'leaf', value: 1, rows: 10, hessian: 1 },
    { kind: 'leaf', value: 0, rows: 30, hessian: 3 },
  ],
});
const forest: Forest = { objective: 'binary', baseScore: -2, trees: [stump(BANK), stump(TAX), stump(REGISTRY)] };
const label: ForestLabelShard = {
  ...shardOf(BANK),
  forest,
  offered: { tax: ['x_tax', 'unused_tax'], registry: ['x_registry', 'unused_registry'] },
  scaling: SCALING,
};

/** Row i has x = i - 5 at the bank, the opposite at tax, and nothing at the registry but in row 2. */
const values: Readonly<Record<string, (row: number) => number>> = {
  bank: (row) => row - 5,
  tax: (row) => 5 - row,
  registry: (row) => (row === 2 ? -1 : NaN),
};
const column = (party: string): Column => ({
  kind: 'number',
  name: `x_${party}`,
  values: Float64Array.from({ length: ROWS }, (_, row) => values[party]!(row)),
});
const frameOf = (party: string): Frame => ({ rows: ROWS, columns: [column(party)] });

interface Changes {
  readonly shard?: ForestLabelShard;
  readonly share?: 'sum' | 'party' | 'feature';
  /** What the tax authority sends in place of its sides. */
  readonly instead?: readonly Uint8Array[];
  readonly frame?: Frame;
}

async function score({ share = 'sum', instead, frame = frameOf(BANK), shard = label }: Changes = {}): Promise<Scores> {
  const network = memoryNetwork('job/1');
  const recipe = recipeSchema.parse({
    name: 'scores',
    profile: 'blind',
    parties: {
      bank: { role: 'label', data: 'x', id: 'id', label: 'bad' },
      tax: { role: 'feature', data: 'x', id: 'id' },
      registry: { role: 'feature', data: 'x', id: 'id' },
    },
    policy: { shareContributions: share },
  });
  const context = (self: PartyId): JobContext =>
    ({ recipe, self, labelParty: BANK, featureParties: [TAX, REGISTRY], session: network.session(self) }) as unknown as JobContext; // prettier-ignore
  const tax = async (): Promise<void> => {
    if (instead === undefined) return sendSides(context(TAX), shardOf(TAX), frameOf(TAX), 'm1');
    const channel = network.session(TAX).channel(BANK, 'score');
    for (const left of instead) await send(channel, 'sides', wire.ScoreSides, { left });
  };
  // The applicants' file has another row before each common one.
  const rows = Int32Array.from({ length: ROWS }, (_, i) => 2 * i + 1);
  const [scores] = await Promise.all([
    scoreByForest(context(BANK), shard, 2 * ROWS, rows, frame, 'm1'),
    tax(),
    sendSides(context(REGISTRY), shardOf(REGISTRY), frameOf(REGISTRY), 'm1'),
  ]);
  return scores;
}

const left = (party: string, row: number): number => Number(values[party]!(row) < 0);
const rawOf = (row: number): number => -2 + left('bank', row) + left('tax', row) + left('registry', row);

describe('scoring by a forest', () => {
  it('gives every common row the score of its leaves, and the others none', async () => {
    const { scores, probabilities, scored } = await score();
    expect(scored).toBe(ROWS);
    for (let row = 0; row < ROWS; row++) {
      expect(scores[2 * row]).toBeNaN();
      expect(scores[2 * row + 1]).toBe(500 - 20 * rawOf(row));
      expect(probabilities[2 * row + 1]).toBeCloseTo(1 / (1 + Math.exp(-rawOf(row))), 12);
    }
  });

  it.each([
    // On average a quarter goes left everywhere: 500 - 20 (-2 + 3/4). Row 2 is left at the bank and the registry.
    ['sum', { average: 525, bank: -15, others: -10 }],
    ['party', { average: 525, bank: -15, tax: 5, registry: -15 }],
    ['feature', { average: 525, bank: -15, 'tax: x_tax': 5, 'tax: unused_tax': 0, 'registry: x_registry': -15, 'registry: unused_registry': 0 }], // prettier-ignore
  ] as const)('shows parts of a score by %s', async (share, parts) => {
    const { contributions } = await score({ share });
    expect(Object.fromEntries(contributions.map(({ name, points }) => [name, points[5]]))).toEqual(parts);
  });

  it('takes the raw score of squared loss as a probability, and shares its points out by it', async () => {
    // From -0.2 to 1.3, on average 0.55 - 0.375: both ends are held inside (0, 1).
    const leaf = (value: number): Forest['trees'][number]['nodes'][number] => ({ kind: 'leaf', value, rows: 10, hessian: 1 }); // prettier-ignore
    const trees = forest.trees.map(({ nodes }) => ({ nodes: [nodes[0]!, { ...leaf(0.5), rows: 10 }, { ...leaf(0), rows: 30 }] })); // prettier-ignore
    const squared: Forest = { objective: 'squared', baseScore: -0.2, trees };
    const { scores, probabilities, contributions } = await score({ share: 'party', shard: { ...label, forest: squared } }); // prettier-ignore
    for (let row = 0; row < ROWS; row++) {
      const p = Math.min(Math.max((rawOf(row) + 2) / 2 - 0.2, 0.001), 0.999);
      expect(probabilities[2 * row + 1], `row ${row}`).toBeCloseTo(p, 5);
      expect(scores[2 * row + 1], `row ${row}`).toBe(Math.round(500 - 20 * Math.log(p / (1 - p))));
      const parts = contributions.map(({ points }) => points[2 * row + 1]!);
      expect(parts.reduce((sum, points) => sum + points, 0)).toBe(scores[2 * row + 1]);
      // -0.2 + 3 / 8: a left turn is a risk, a right one the reverse, whatever it is worth in points.
      expect(parts[0]).toBe(Math.round(500 - 20 * Math.log(0.175 / 0.825)));
      ['bank', 'tax', 'registry'].forEach((party, i) => expect(Math.sign(parts[i + 1]!)).toBe(left(party, row) === 1 ? -1 : 1)); // prettier-ignore
    }
  });

  it.each([
    ['too few', [new Uint8Array(1)]],
    ['too many', [new Uint8Array(3)]],
    ['none', [new Uint8Array(0)]],
  ])('refuses %s sides', async (_what, instead) => {
    await expect(score({ instead })).rejects.toMatchObject({ code: 'wrong-size' });
  });

  it('refuses a table without a column of the model, or with it in another type', async () => {
    const error = { code: 'model-not-scorable', params: { model: 'm1' } };
    await expect(score({ frame: { rows: ROWS, columns: [] } })).rejects.toMatchObject(error);
    const text: Column = { kind: 'category', name: 'x_bank', codes: new Int32Array(ROWS), levels: ['a'] };
    await expect(score({ frame: { rows: ROWS, columns: [text] } })).rejects.toMatchObject(error);
  });
});
