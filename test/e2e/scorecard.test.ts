/** The main job on made-up tables: five institutions as separate processes over TLS, every result against the oracle. */
import { createHash } from 'node:crypto';
import { readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from '@coscore/node-core/manifest/index.ts';
import { leakKeys } from '@coscore/models/evaluate/leaks.ts';
import { normaliseId } from '@coscore/protocols/align/index.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { binningError, coefficientError, paired, pooled, testAuc, type Pooled } from '../support/oracle.ts';
import { startLab, type Finished, type RunningLab } from '../support/running-lab.ts';
import {
  featureParties,
  institutions,
  writeSmallEconomy,
  type Institution,
  type SmallEconomy,
  smallRecipe,
} from '../support/small-economy.ts';

const FIRMS = 3000;
const AUC_TOLERANCE = 0.002;
const COEFFICIENT_TOLERANCE = 1e-2;
const BINNING_TOLERANCE = 1e-9;

let economy: SmallEconomy;
let running: RunningLab;

const three: readonly Institution[] = ['bank', 'tax', 'registry'];

function sharedBy(names: readonly Institution[]): number {
  const sets = names.map((name) => new Set(economy.ids[name].map(normaliseId)));
  return [...sets[0]!].filter((id) => sets.every((set) => set.has(id))).length;
}

function expectOracle({ report }: Finished, oracle: Pooled): void {
  expect(report.rowsAligned).toBe(oracle.rows);
  expect(Math.abs(report.metrics.test!.auc - testAuc(oracle))).toBeLessThan(AUC_TOLERANCE);
  expect(coefficientError(report, oracle)).toBeLessThan(COEFFICIENT_TOLERANCE);
  expect(binningError(report, oracle)).toBeLessThan(BINNING_TOLERANCE);
}

/** How the report's features were kept and dropped, and why. */
const selection = (pairs: ReturnType<typeof paired>): readonly (readonly [string, unknown, unknown])[] =>
  pairs.map(([{ name, dropped }, expected]) => [name, dropped, expected.dropped]);

beforeAll(async () => {
  economy = await writeSmallEconomy(await mkdtemp(join(tmpdir(), 'cs-data-')), FIRMS);
  // The bank agrees to splits by year: a job may ask for one only where that was signed.
  running = await startLab(smallRecipe(institutions, { split: { column: 'year', train: '<=1999' } }), economy.dir);
}, 240_000);

afterAll(async () => {
  await running?.close();
  await rm(economy.dir, { recursive: true, force: true });
});

describe('a scorecard of three parties', () => {
  let finished: Finished;
  let oracle: Pooled;
  beforeAll(async () => {
    const recipe = smallRecipe(three);
    finished = await running.finish(recipe);
    oracle = await pooled(recipe, economy.dir);
  });

  it('aligns the true intersection', () => {
    const { report } = finished;
    expect(report.rowsAligned).toBe(sharedBy(three));
    expect(report.rowsAligned).toBeLessThan(economy.ids.bank.length);
    const { train, test } = report.metrics;
    expect(train.rows + test!.rows).toBe(report.rowsAligned);
  });

  it('equals the plaintext oracle', () => expectOracle(finished, oracle));

  it('is better than the label party alone, by a baseline that is the same recipe on its own columns', async () => {
    const { labelPartyAlone, metrics } = finished.report;
    expect(metrics.test!.auc).toBeGreaterThan(labelPartyAlone.test!.auc + 0.02);
    expect(labelPartyAlone.test!.rows).toBe(metrics.test!.rows);
  });

  it('says what each party put in, in counts that its owner agreed to show', () => {
    const { parties } = finished.report;
    expect(parties['bank']).toEqual({ role: 'label', rows: economy.ids.bank.length, features: 3, selected: 3 });
    // Another party's exact row count is its own business.
    expect(parties['tax']).toEqual({
      role: 'feature',
      rows: Number(economy.ids.tax.length.toPrecision(2)),
      features: 5,
      selected: 5,
    });
  });

  it('observed the profile in its own transcript, and traffic on every link', () => {
    const { profile, links, helper } = finished.report;
    expect(profile).toBe('aided');
    expect(helper).toBe('coordinator');
    const ends = links.map(({ from, to }) => `${from} ${to}`);
    for (const from of three) {
      for (const to of three) if (from !== to) expect(ends).toContain(`${from} ${to}`);
      expect(ends).toContain(`${from} coordinator`);
      expect(ends).toContain(`coordinator ${from}`);
    }
    expect(new Set(ends).size).toBe(ends.length);
    for (const { bytes, messages } of links) {
      expect(messages).toBeGreaterThan(0);
      expect(bytes).toBeGreaterThan(messages);
    }
  });

  it('times every stage, in order', () => {
    const { stages } = finished.report;
    const names = ['load', 'align', 'split', 'binning', 'select', 'train', 'evaluate', 'baseline', 'report'];
    expect(stages.map(({ name }) => name)).toEqual(names);
    for (const { seconds } of stages) expect(seconds).toBeGreaterThan(0);
  });

  it('says who learned what, the helper included, in both languages', () => {
    const { learned } = finished.report;
    expect(new Set(learned.map(({ party }) => party))).toEqual(new Set([...three, 'coordinator']));
    for (const { what, en, zh } of learned) {
      expect(leakKeys).toContain(what);
      expect(en).not.toBe('');
      expect(zh).toMatch(/\p{Script=Han}/u);
    }
  });

  it('writes the three reports at the label party and nowhere else', async () => {
    for (const name of ['report.json', 'report.html', 'report.xlsx']) {
      expect((await stat(join(finished.folder, name))).size).toBeGreaterThan(1000);
    }
    expect(await readFile(join(finished.folder, 'report.html'), 'utf8')).toMatch(/^<!doctype html>/i);
    const tax = running.lab.parties.get('tax')!.client;
    const refused = tax.saveReport(finished.job, 'report.json', join(finished.folder, 'stolen.json'));
    await expect(refused).rejects.toMatchObject({ code: 'report-not-here' });
  });

  it('names the model by a digest that every party’s part goes into', () => {
    const { model, recipe } = finished.report;
    expect(model.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(model.id).toBe(model.digest.slice(0, 16));
    expect(model.digest).not.toBe(createHash('sha256').update(canonicalJson(recipe)).digest('hex'));
  });

  it('shows points of every bin under shareContributions: feature, and the bins of others without their edges', () => {
    for (const { party, bins } of finished.report.features) {
      for (const bin of bins) {
        expect(Number.isInteger(bin.points)).toBe(true);
        if (party !== 'bank') expect(bin.label).toMatch(/^(bin \d+|missing|other)$/);
      }
    }
  });

  it('gives the same model for the same recipe, though the rows come in another order each time', async () => {
    const again = await running.finish(smallRecipe(three));
    expect(again.report.metrics.test!.auc).toBeCloseTo(finished.report.metrics.test!.auc, 3);
    expect(again.report.rowsAligned).toBe(finished.report.rowsAligned);
    expect(again.report.features.map(({ iv }) => iv)).toEqual(finished.report.features.map(({ iv }) => iv));
  });
});

describe('with monotone merging and selection', () => {
  it('equals the oracle, and drops the same columns for the same reasons', async () => {
    const recipe = smallRecipe(three, {
      features: { bins: 20, merge: 'monotone', minShare: 0.05, select: { iv: 0.05, correlation: 0.5 } },
    });
    const finished = await running.finish(recipe);
    const oracle = await pooled(recipe, economy.dir);
    expectOracle(finished, oracle);
    const pairs = selection(paired(finished.report, oracle));
    for (const [, dropped, expected] of pairs) expect(dropped).toBe(expected);
    const dropped = pairs.map(([, why]) => why);
    expect(dropped).toContain('iv');
    expect(dropped).toContain('correlation');
    const { names, values } = finished.report.correlation!;
    const exact = oracle.result.correlation!;
    expect(names).toEqual(exact.names);
    values.forEach((value, i) => expect(value).toBeCloseTo(exact.values[i]!, 3));
  });
});

describe('under shareContributions: sum', () => {
  it('shows neither points nor coefficients of a feature party, and the model is the same', async () => {
    const recipe = smallRecipe(three, { policy: { shareContributions: 'sum' } });
    const finished = await running.finish(recipe);
    expectOracle(finished, await pooled(recipe, economy.dir));
    const others = finished.report.features.filter(({ party }) => party !== 'bank');
    expect(others.length).toBeGreaterThan(0);
    for (const { bins } of others) for (const bin of bins) expect(bin).not.toHaveProperty('points');
    const { bank, ...rest } = finished.report.coefficients;
    expect(bank).toHaveLength(3);
    expect(Object.values(rest).flat()).toEqual([]);
  });
});

describe('four feature parties', () => {
  it('hide their logits among each other and come out as the oracle does', async () => {
    const recipe = smallRecipe(institutions, { policy: { shareContributions: 'sum' } });
    const finished = await running.finish(recipe);
    expect(finished.report.rowsAligned).toBe(sharedBy(institutions));
    expectOracle(finished, await pooled(recipe, economy.dir));
    const { links } = finished.report;
    for (const a of featureParties) {
      for (const b of featureParties)
        if (a !== b) expect(links.some(({ from, to }) => from === a && to === b)).toBe(true);
    }
  });
});

describe('other recipes', () => {
  it('kind: logistic trains the same coefficients', async () => {
    const recipe = smallRecipe(['bank', 'tax'], { model: { kind: 'logistic', l2: 0.001, iterations: 30 } });
    expectOracle(await running.finish(recipe), await pooled(recipe, economy.dir));
  });

  it('woe: false trains on raw columns where the policy allows it, and says so', async () => {
    const numbers = smallRecipe(['bank', 'registry'], {
      parties: {
        bank: { role: 'label', data: 'bank.csv', id: 'firm_id', label: 'defaulted', columns: ['age', 'loan'] },
        registry: { role: 'feature', data: 'registry.csv', id: 'firm_id', columns: ['staff', 'capital', 'noise'] },
      },
      features: { woe: false },
      model: { kind: 'logistic', l2: 0.001, iterations: 30 },
      policy: { allowRawColumns: true, shareContributions: 'feature' },
    });
    const finished = await running.finish(numbers);
    const oracle = await pooled(numbers, economy.dir);
    expect(finished.report.rowsAligned).toBe(oracle.rows);
    expect(Math.abs(finished.report.metrics.test!.auc - testAuc(oracle))).toBeLessThan(AUC_TOLERANCE);
    expect(coefficientError(finished.report, oracle)).toBeLessThan(COEFFICIENT_TOLERANCE);
    for (const { bins } of finished.report.features) expect(bins).toEqual([]);
  });

  it('a split by a column of the label party tests on the rows out of time', async () => {
    const recipe = smallRecipe(['bank', 'tax'], { split: { column: 'year', train: '<=1999' } });
    const finished = await running.finish(recipe);
    const oracle = await pooled(recipe, economy.dir);
    expectOracle(finished, oracle);
    expect(finished.report.metrics.test!.rows).toBe(oracle.result.evaluation.test!.metrics.rows);
  });

  it('join: left keeps every row of the label party', async () => {
    const recipe = smallRecipe(['bank', 'tax'], { join: 'left' });
    const finished = await running.finish(recipe);
    expect(finished.report.rowsAligned).toBe(economy.ids.bank.length);
    expectOracle(finished, await pooled(recipe, economy.dir));
  });

  it('blind align finds the same rows, and observes the blind profile', async () => {
    const recipe = smallRecipe(three, { profile: 'blind', model: { kind: 'align' } });
    const project = await running.sign(recipe);
    const { id } = await running.lab.run(project, { recipe });
    const path = join(running.home, 'align.json');
    await running.lab.labelParty.client.saveReport(id, 'report.json', path);
    const report = JSON.parse(await readFile(path, 'utf8')) as { profile: string; rowsAligned: number };
    expect(report).toMatchObject({ profile: 'blind', rowsAligned: sharedBy(three) });
  });
});
