/**
 * The split is told to everybody and depends on the labels: it must not tell them (docs/adr/0010). The control is the draw
 * that anybody can repeat from the public seed, which the same attack breaks.
 */
import { seededRng } from '@coscore/models/data/rng.ts';
import { splitRows } from '@coscore/models/data/split.ts';
import { metricsOf } from '@coscore/models/evaluate/metrics.ts';
import { scoreLevels } from '@coscore/models/evaluate/levels.ts';
import { privateSplit, type SplitTable } from '@coscore/party-node/stages/private-split.ts';
import { describe, expect, it } from 'vitest';
import { rankByDraw, type Draw } from './split-attack.ts';

const ROWS = 1500;
const BAD_SHARE = 0.2;
/** What the recipe says, so everybody knows it. */
const asked = { test: 0.3, seed: 7, stratify: true } as const;
/** Two random masks with the same share agree by chance in 0.7^2 + 0.3^2 of the rows. */
const CHANCE = 0.58;

/** A label party's table; ids as everybody knows them, already in order. */
function tableOf(seed: number): SplitTable {
  const rng = seededRng(seed);
  return {
    ids: Array.from({ length: ROWS }, (_, i) => `FIRM-${String(i).padStart(6, '0')}`),
    labels: Uint8Array.from({ length: ROWS }, () => (rng.next() < BAD_SHARE ? 1 : 0)),
    frame: {
      rows: ROWS,
      columns: [{ kind: 'number', name: 'loan', values: Float64Array.from({ length: ROWS }, () => rng.below(1e9)) }],
    },
  };
}

type Split = (table: SplitTable) => Uint8Array;
const ours: Split = (table) => privateSplit(table, asked);
const naive: Split = ({ labels }) => splitRows({ labels, ...asked });

/** The draw that anybody can make who knows the seed and the class totals: from labels in any order. */
function redrawn({ labels }: SplitTable): Draw {
  const badCount = labels.reduce((sum, label) => sum + label, 0);
  const sorted = new Uint8Array(labels.length).fill(1, labels.length - badCount);
  const train = splitRows({ labels: sorted, ...asked });
  return { goods: train.subarray(0, labels.length - badCount), bads: train.subarray(labels.length - badCount) };
}

/** AUC of the attack over several tables, as one sample. */
function attacked(split: Split): number {
  const tables = [1, 2, 3].map(tableOf);
  const ranks = tables.flatMap((table) => [...rankByDraw(split(table), redrawn(table))]);
  const labels = tables.flatMap((table) => [...table.labels]);
  return metricsOf(scoreLevels(Uint8Array.from(labels), Float64Array.from(ranks))).auc;
}

/** Share of the rows on which two masks agree. */
const agreement = (a: Uint8Array, b: Uint8Array): number =>
  a.reduce((sum, x, i) => sum + (x === b[i] ? 1 : 0), 0) / a.length;

/** Labels that are right but for two neighbours, whose places are changed. */
function nearlyRight(table: SplitTable): SplitTable {
  const labels = table.labels.slice();
  const at = labels.findIndex((label, i) => i > ROWS / 2 && label !== labels[i + 1]);
  [labels[at], labels[at + 1]] = [labels[at + 1]!, labels[at]!];
  return { ...table, labels };
}

describe('a split that the other parties are told', () => {
  it('ranks no bads for who knows ids, seed, totals and split', () => {
    // A worthless ranking of 4,500 rows has a standard deviation of 0.011; of one whose neighbours go together, more. Seeds are fixed.
    expect(Math.abs(attacked(ours) - 0.5)).toBeLessThan(0.05);
  });

  it('control: drawn from the public seed it gives most labels away', () => {
    expect(attacked(naive)).toBeGreaterThan(0.7);
  });

  it('tells of no guess how near it is: two wrong labels, or one wrong cell, give a split like any other', () => {
    const table = tableOf(4);
    const split = ours(table);
    expect(ours(table)).toEqual(split);
    expect(Math.abs(agreement(split, ours(nearlyRight(table))) - CHANCE)).toBeLessThan(0.07);
    const [column] = table.frame.columns;
    if (column?.kind !== 'number') throw new Error('the table has a number');
    const values = column.values.slice();
    values[0]!++;
    const cell = { ...table, frame: { rows: ROWS, columns: [{ ...column, values }] } };
    expect(Math.abs(agreement(split, ours(cell)) - CHANCE)).toBeLessThan(0.07);
  });

  it('control: drawn from the public seed, a nearly right guess is seen to be nearly right', () => {
    const table = tableOf(4);
    expect(agreement(naive(table), naive(nearlyRight(table)))).toBeGreaterThan(0.99);
  });

  it('hides which rows train from the seed alone: without the table the seed gives another split', () => {
    const table = tableOf(5);
    const blank = { ...table, frame: { rows: ROWS, columns: [] } };
    expect(Math.abs(agreement(ours(table), ours(blank)) - CHANCE)).toBeLessThan(0.07);
    expect(Math.abs(agreement(ours(table), naive(table)) - CHANCE)).toBeLessThan(0.07);
  });
});
