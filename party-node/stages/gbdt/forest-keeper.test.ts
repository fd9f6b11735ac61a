import type { ForestState } from '@coscore/models/gbdt/train-forest.ts';
import { expect, it } from 'vitest';
import { ForestKeeper } from './grow-at-label-party.ts';

/** The state after so many trees; what is in them does not matter here. */
const after = (trees: number): ForestState => ({
  objective: 'binary',
  baseScore: 0,
  trees: Array.from({ length: trees }, () => ({
    nodes: [{ kind: 'leaf' as const, value: 0, rows: 1, hessian: 1 }],
  })),
  scores: new Float64Array(1),
  records: {},
  curve: Array.from({ length: trees }, (_, i) => ({ trees: i + 1, training: 0 })),
});

function keeperWith(remotes: readonly { started: number; keep: () => void }[], from = 0) {
  const numbers: number[] = [];
  const keepIteration = (number: number): Promise<void> => {
    numbers.push(number);
    return Promise.resolve();
  };
  return { keeper: new ForestKeeper({ keepIteration }, { records: [] }, remotes, from), numbers };
}

it('gives states the numbers that owners give theirs, whatever trees ended at their roots', async () => {
  const asked: number[] = [];
  const { keeper, numbers } = keeperWith([{ started: 2, keep: () => void asked.push(2) }]);
  keeper.treeIsDone(after(5), []);
  await keeper.finish();
  expect(numbers).toEqual([2]);
  expect(asked, 'the owner is told').toEqual([2]);
});

it('keeps nothing before owners have begun', () => {
  const { keeper, numbers } = keeperWith([{ started: 0, keep: () => undefined }]);
  keeper.treeIsDone(after(3), []);
  expect(numbers).toEqual([]);
});

it('does not write the state again that it went on from', () => {
  const { keeper, numbers } = keeperWith([{ started: 4, keep: () => undefined }], 4);
  keeper.treeIsDone(after(6), []);
  expect(numbers).toEqual([]);
});

it('counts trees where nobody else has columns', async () => {
  const { keeper, numbers } = keeperWith([]);
  keeper.treeIsDone(after(1), []);
  await keeper.finish();
  expect(numbers).toEqual([1]);
});

it('says so when a state cannot be written', async () => {
  const full = new Error('the disk is full');
  const keeper = new ForestKeeper({ keepIteration: () => Promise.reject(full) }, { records: [] }, [], 0);
  keeper.treeIsDone(after(1), []);
  await expect(keeper.finish()).rejects.toBe(full);
});
