import { describe, expect, it } from 'vitest';
import type { MachineRates } from './calibrate.ts';
import { predict, type PlanSetting } from './predict.ts';
import type { PlanShape } from './shape.ts';

const rates: MachineRates = {
  cores: 2,
  local: 1e-9,
  localRow: 1e-7,
  dealing: 1e-7,
  opening: 3e-8,
  step: 1e-8,
  exchange: 3e-4,
  blind: { seal: 2e-4, add: 4e-6, reply: 3e-3 },
  cipher: 1e-9,
};
const columns = (count: number): number[] => new Array<number>(count).fill(32);
const shape: PlanShape = {
  rows: 30_000,
  counted: 21_000,
  label: { party: 'bank', bins: columns(13) },
  features: [{ party: 'tax', bins: columns(10) }],
  coordinator: 'coordinator',
  helper: 'dealer',
  trees: 50,
  depth: 5,
  leaves: 0,
  columnSample: 1,
  additive: 'okamoto-uchiyama',
};
const loopback: PlanSetting = { line: { bitsPerSecond: Infinity, delaySeconds: 0 }, together: true };
const slow = (bitsPerSecond: number, delaySeconds: number): PlanSetting => ({
  line: { bitsPerSecond, delaySeconds },
  together: true,
});

describe('a plan', () => {
  it('takes as long as its slowest line needs for what the busiest end of it carries', () => {
    const { secondsATree, links } = predict(shape, rates, slow(10e6, 0), 'aided');
    const toTax = links.filter(({ to }) => to === 'tax').reduce((sum, { bytes }) => sum + bytes, 0);
    expect(secondsATree).toBeGreaterThanOrEqual((toTax * 8) / 10e6);
    expect(secondsATree).toBeLessThan(((toTax * 8) / 10e6) * 1.5);
  });

  it('waits for every exchange of a tree', () => {
    const near = predict(shape, rates, loopback, 'aided').secondsATree;
    const far = predict(shape, rates, slow(Infinity, 1), 'aided').secondsATree;
    // Six exchanges of two seconds.
    expect(far - near).toBeGreaterThan(11);
    expect(far - near).toBeLessThan(12.1);
  });

  it.each(['aided', 'blind'] as const)('is no faster on one machine than on one each (%s)', (profile) => {
    const apart = predict(shape, rates, { ...loopback, together: false }, profile);
    expect(apart.secondsATree).toBeLessThanOrEqual(predict(shape, rates, loopback, profile).secondsATree);
  });

  it('makes blind trees of as many encryptions as rows count', () => {
    const { secondsATree, processor } = predict(shape, rates, loopback, 'blind');
    expect(processor['bank']).toBeGreaterThan(21_000 * rates.blind.seal);
    expect(secondsATree).toBeGreaterThan((21_000 * rates.blind.seal) / 2);
    expect(processor['dealer']).toBeUndefined();
  });

  it('grows in proportion to rows where rows are what is dear', () => {
    const many = { ...shape, rows: 3_000_000, counted: 2_100_000 };
    const more = { ...many, rows: 6_000_000, counted: 4_200_000 };
    const ratio =
      predict(more, rates, loopback, 'aided').secondsATree / predict(many, rates, loopback, 'aided').secondsATree;
    expect(ratio).toBeGreaterThan(1.95);
    expect(ratio).toBeLessThan(2.05);
  });

  it('knows the memory of every process, and that material and ciphertexts take it', () => {
    const large = { ...shape, rows: 1_000_000, counted: 700_000, features: [{ party: 'tax', bins: columns(50) }] };
    const [aided, blind] = [predict(large, rates, loopback, 'aided'), predict(large, rates, loopback, 'blind')];
    expect(Object.keys(aided.memory).sort()).toEqual(['bank', 'coordinator', 'dealer', 'tax']);
    expect(Object.keys(blind.memory).sort()).toEqual(['bank', 'coordinator', 'tax']);
    // Two columns' material at least, 14 bytes a position.
    expect(aided.memory['tax']).toBeGreaterThan(2 * 14 * 700_000 * 50);
    expect(blind.memory['tax']).toBeGreaterThan(256 * 700_000);
  });
});
