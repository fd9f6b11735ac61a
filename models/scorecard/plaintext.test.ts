import { describe, expect, it } from 'vitest';
import type { Column } from '../data/frame.ts';
import { seededRng } from '../data/rng.ts';
import { splitRows } from '../data/split.ts';
import { defaultFeatures, defaultModel, defaultModelPolicy } from '../options.ts';
import { plaintextStages, type PlaintextParty } from './candidates.ts';
import { trainInPlaintext, type PlaintextInput } from './plaintext.ts';

const ROWS = 4000;

/** A bank and two feature parties; the registry's `size` and the platform's `late` carry what the bank lacks. */
function economy(): { parties: PlaintextParty[]; labels: Uint8Array; train: Uint8Array } {
  const rng = seededRng(3);
  const gauss = (): number => Math.sqrt(-2 * Math.log(1 - rng.next())) * Math.cos(2 * Math.PI * rng.next());
  const draw = (): Float64Array => Float64Array.from({ length: ROWS }, gauss);
  const [debt, size, late, noise] = [draw(), draw(), draw(), draw()];
  const sector = Int32Array.from({ length: ROWS }, () => rng.below(4) - Number(rng.below(10) === 0));
  const labels = Uint8Array.from(debt, (x, i) =>
    Number(
      rng.next() < 1 / (1 + Math.exp(2 - 0.7 * x + 0.8 * size[i]! - 0.9 * late[i]! - (sector[i] === 2 ? 0.8 : 0))),
    ),
  );
  const number = (name: string, values: Float64Array): Column => ({ kind: 'number', name, values });
  const holes = size.map((value, i) => (i % 9 === 0 ? NaN : value));
  return {
    parties: [
      { party: 'bank', role: 'label', frame: { rows: ROWS, columns: [number('debt', debt), number('noise', noise)] } },
      {
        party: 'registry',
        role: 'feature',
        frame: {
          rows: ROWS,
          columns: [
            number('size', holes),
            { kind: 'category', name: 'sector', codes: sector, levels: ['a', 'b', 'c', 'd'] },
          ],
        },
      },
      {
        party: 'platform',
        role: 'feature',
        frame: {
          rows: ROWS,
          columns: [
            number('late', late),
            number(
              'lateTwice',
              late.map((x) => 2 * x),
            ),
            number('flat', new Float64Array(ROWS)),
          ],
        },
      },
    ],
    labels,
    train: splitRows({ labels, test: 0.3, seed: 7, stratify: true }),
  };
}

const data = economy();
const run = (extra: Partial<PlaintextInput> = {}) =>
  trainInPlaintext({ ...data, features: defaultFeatures, model: defaultModel, policy: defaultModelPolicy, ...extra });

describe('trainInPlaintext', () => {
  it('beats the label party alone with what the others know', async () => {
    const joint = await run();
    const alone = await run({ parties: data.parties.slice(0, 1) });
    expect(joint.evaluation.test!.metrics.auc).toBeGreaterThan(alone.evaluation.test!.metrics.auc + 0.08);
    expect(joint.fit.converged).toBe(true);
    expect(joint.platt.slope).toBeCloseTo(1, 1);
  });

  it('gives every row the sum of its bins, within 1/32 a feature party and the rounding of points', async () => {
    const { features, scores, largestRoundingError, platt, scaling } = await run();
    const inModel = features.filter((feature) => feature.points !== undefined);
    const slack = (2 / 64) * platt.slope * scaling.factor + largestRoundingError + 1e-9;
    for (let row = 0; row < ROWS; row += 37) {
      const points = inModel.reduce(
        (sum, { points, binned, decision }) => sum + points!.points[decision!.map[binned!.codes[row]!]!]!,
        0,
      );
      expect(Math.abs(points - scores[row]!)).toBeLessThanOrEqual(slack);
    }
  });

  it('tells feature parties 2 decimals and keeps exact WoE at the label party', async () => {
    const { features } = await run();
    const decimals = (name: string): boolean => {
      const { decision } = features.find((feature) => feature.name === name)!;
      return decision!.publishedWoe!.every((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-9);
    };
    expect(decimals('late')).toBe(true);
    expect(
      features
        .find(({ name }) => name === 'debt')!
        .decision!.woe.some((woe) => Math.abs(woe * 100 - Math.round(woe * 100)) > 1e-6),
    ).toBe(true);
  });

  it('selects: useless, weak and repeated columns go, each with its reason', async () => {
    const { features, correlation } = await run({
      features: { ...defaultFeatures, select: { iv: 0.02, correlation: 0.7 } },
    });
    const reasons = Object.fromEntries(features.map(({ name, dropped }) => [name, dropped]));
    expect(reasons).toEqual({
      debt: undefined,
      noise: 'iv',
      size: undefined,
      sector: undefined,
      late: undefined,
      lateTwice: 'correlation',
      flat: 'constant',
    });
    expect(correlation!.names).toEqual(['debt', 'size', 'sector', 'late']);
    expect(correlation!.values[0]).toBe(1);
    const byVif = await run({ features: { ...defaultFeatures, select: { vif: 10 } } });
    expect(byVif.features.find(({ name }) => name === 'lateTwice')!.dropped).toBe('vif');
  });

  it('tests coefficients when asked: signal is significant', async () => {
    const { features } = await run({ tests: true, parties: data.parties.slice(0, 1) });
    const debt = features.find(({ name }) => name === 'debt')!;
    expect(debt.p).toBeLessThan(1e-6);
    expect(debt.standardError).toBeGreaterThan(0);
  });

  it('drops wrong-signed features under positive signs', async () => {
    const { features } = await run({ model: { ...defaultModel, signs: 'positive' } });
    for (const { weight } of features) if (weight !== undefined) expect(weight).toBeGreaterThanOrEqual(0);
    for (const { weight, dropped } of features) if (weight === 0) expect(dropped).toBe('sign');
  });

  it('trains raw standardised columns where policy allows, and only there', async () => {
    const parties = data.parties.map((party) => ({
      ...party,
      frame: { ...party.frame, columns: party.frame.columns.filter((column) => column.kind === 'number') },
    }));
    const raw = { parties, features: { ...defaultFeatures, woe: false } };
    const { features, evaluation } = await run({ ...raw, policy: { ...defaultModelPolicy, allowRawColumns: true } });
    expect(features.find(({ name }) => name === 'flat')!.dropped).toBe('constant');
    expect(evaluation.test!.metrics.auc).toBeGreaterThan(0.75);
    await expect(run(raw)).rejects.toMatchObject({ code: 'raw-columns-not-allowed' });
  });

  it('refuses what cannot be modelled', async () => {
    await expect(run({ features: { ...defaultFeatures, select: { iv: 99 } } })).rejects.toMatchObject({
      code: 'no-features-left',
    });
    await expect(run({ train: Uint8Array.from(data.train, (_, row) => Number(row < 40)) })).rejects.toMatchObject({
      code: 'too-few-rows',
    });
    await expect(run({ labels: new Uint8Array(ROWS) })).rejects.toMatchObject({ code: 'too-few-bads' });
    await expect(run({ policy: { ...defaultModelPolicy, shareWoe: false } })).rejects.toMatchObject({
      code: 'woe-not-shared',
    });
    await expect(run({ labels: new Uint8Array(3) })).rejects.toThrow(RangeError);
  });

  it('announces its stages and is the same twice', async () => {
    const stages = new Set<string>();
    const first = await run({ onStage: (stage) => void stages.add(stage) });
    expect([...stages].sort()).toEqual([...plaintextStages].sort());
    expect((await run()).logits).toEqual(first.logits);
  });

  it('has no test evaluation without test rows', async () => {
    const { evaluation, scorePsi } = await run({ train: new Uint8Array(ROWS).fill(1) });
    expect(evaluation.test).toBeUndefined();
    expect(scorePsi).toBeUndefined();
  });
});
