import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LoadedTable, readTable } from '@coscore/party-node/data/index.ts';
import { readRecipe } from '@coscore/node-core/recipe/index.ts';
import { checkCharacter, creditCode } from './credit-code.ts';
import { generate, INSTITUTIONS, type Institution } from './generate.ts';

const ROWS = 20_000;
let root: string;
let tables: Record<Institution, LoadedTable>;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'coscore-economy-'));
  const { recipe } = await generate({ rows: ROWS, seed: 1, dir: join(root, 'one') });
  const { parties } = await readRecipe(recipe);
  const read = async (name: Institution): Promise<LoadedTable> => {
    const party = parties[name]!;
    const label = party.role === 'label' ? { label: party.label } : {};
    return readTable(join(root, 'one', party.data), { id: party.id, drop: party.drop, types: party.types, ...label });
  };
  tables = { bank: await read('bank'), tax: await read('tax'), logistics: await read('logistics') };
});
afterAll(() => rm(root, { recursive: true, force: true }));

const files = (dir: string): Promise<string[]> =>
  Promise.all(Object.keys(INSTITUTIONS).map((name) => readFile(join(root, dir, `${name}.csv`), 'utf8')));

describe('generate', () => {
  it('gives the same files for the same seed and others for another', async () => {
    await generate({ rows: 500, seed: 5, dir: join(root, 'a') });
    await generate({ rows: 500, seed: 5, dir: join(root, 'b') });
    await generate({ rows: 500, seed: 6, dir: join(root, 'c') });
    expect(await files('a')).toEqual(await files('b'));
    const other = await files('c');
    for (const [i, content] of (await files('a')).entries()) expect(other[i]).not.toBe(content);
    expect((await readdir(join(root, 'a'))).sort()).toEqual([
      'bank.csv',
      'logistics.csv',
      'recipe.yaml',
      'tax.csv',
      'trees.yaml',
    ]);
  });

  it('keeps a firm as it is when more firms are made', async () => {
    await generate({ rows: 100, seed: 5, dir: join(root, 'few') });
    const many = new Set((await files('a'))[1]!.split('\n'));
    const few = (await files('few'))[1]!.trim().split('\n');
    expect(few.length).toBeGreaterThan(80);
    for (const line of few) expect(many).toContain(line);
  });

  it.each([{ rows: 0 }, { rows: 1.5 }, { rows: Number.NaN }, { seed: -1 }, { seed: 2 ** 20 }])(
    'refuses %o',
    async (bad) => {
      await expect(generate({ dir: join(root, 'bad'), ...bad })).rejects.toThrow(RangeError);
    },
  );

  it('stops when told to', async () => {
    const reason = new Error('enough');
    const signal = AbortSignal.abort(reason);
    await expect(generate({ rows: 10, dir: join(root, 'stopped'), signal })).rejects.toBe(reason);
  });
});

describe('the default economy', () => {
  it('overlaps in part', () => {
    const sets = Object.values(tables).map((table) => new Set(table.ids));
    const common = tables.bank.ids.filter((id) => sets.every((set) => set.has(id)));
    for (const table of Object.values(tables)) {
      expect(table.rows / ROWS).toBeGreaterThan(0.75);
      expect(table.rows / ROWS).toBeLessThan(0.97);
    }
    expect(common.length / ROWS).toBeGreaterThan(0.6);
    expect(common.length / ROWS).toBeLessThan(0.72);
    expect(tables.bank.ids.slice(0, 50)).not.toEqual(tables.tax.ids.slice(0, 50));
  });

  it('defaults for about a tenth of the loans', () => {
    const bads = tables.bank.labels!.reduce((sum, label) => sum + label, 0);
    expect(bads / tables.bank.rows).toBeGreaterThan(0.08);
    expect(bads / tables.bank.rows).toBeLessThan(0.12);
  });

  it.each([
    ['bank', 'debt_to_assets', 0.06],
    ['bank', 'credit_line_usage', 0.14],
    ['tax', 'revenue_growth', 0.07],
    ['tax', 'invoices_12m', 0.084],
    ['logistics', 'shipment_trend', 0.07],
  ] as const)('leaves cells of %s.%s empty', (name, column, share) => {
    const values = numbers(name, column);
    const missing = values.reduce((sum, value) => sum + (Number.isNaN(value) ? 1 : 0), 0);
    expect(missing / values.length).toBeCloseTo(share, 1.7);
    expect(missing).toBeGreaterThan(0);
  });

  it('has skewed amounts with heavy tails', () => {
    for (const [name, column] of [
      ['bank', 'loan_amount'],
      ['bank', 'average_deposit_6m'],
      ['tax', 'declared_revenue_12m'],
      ['logistics', 'freight_spend_6m'],
    ] as const) {
      const sorted = numbers(name, column)
        .filter((value) => !Number.isNaN(value))
        .sort();
      const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
      expect(mean / sorted[sorted.length >> 1]!, column).toBeGreaterThan(1.3);
    }
  });

  it('has industries, regions and registrations as categories', () => {
    const levels = Object.fromEntries(
      tables.tax.frame.columns.flatMap((c) => (c.kind === 'category' ? [[c.name, c.levels.length]] : [])),
    );
    expect(levels).toEqual({ industry: 10, region: 7, registration_type: 5, taxpayer_grade: 5 });
  });

  it('lets every institution see something of default that the others do not', () => {
    const label = new Map(tables.bank.ids.map((id, row) => [id, tables.bank.labels![row]!]));
    const strength = (name: Institution, column: string): number => {
      const { ids } = tables[name];
      const values = numbers(name, column);
      const pairs = ids.flatMap((id, row) => {
        const y = label.get(id);
        return y === undefined || Number.isNaN(values[row]) ? [] : [[values[row]!, y] as const];
      });
      return Math.abs(auc(pairs) - 0.5);
    };
    for (const [name, column] of [
      ['bank', 'credit_line_usage'],
      ['bank', 'debt_to_assets'],
      ['tax', 'void_invoice_share'],
      ['tax', 'vat_paid_12m'],
      ['logistics', 'shipment_trend'],
      ['logistics', 'longest_gap_days'],
    ] as const) {
      expect(strength(name, column), column).toBeGreaterThan(0.05);
      expect(strength(name, column), column).toBeLessThan(0.2);
    }
    expect(strength('bank', 'term_months')).toBeLessThan(0.03);
  });
});

describe('credit codes', () => {
  it('have 18 characters, a right check character and an impossible division', () => {
    for (const id of tables.bank.ids) {
      expect(id).toMatch(/^9[12]99\d{4}MA[0-9A-HJ-NPQRTUWXY]{8}$/);
      expect(checkCharacter(id.slice(0, 17))).toBe(id[17]);
    }
  });

  it('computes the check character as GB 32100-2015 does', () => {
    // The standard's own example, 91350100M000100Y43.
    expect(checkCharacter('91350100M000100Y4')).toBe('3');
  });

  it('repeat for no firm', () => {
    const codes = new Set(Array.from({ length: 100_000 }, (_, firm) => creditCode(firm, firm % 3 === 0).slice(10)));
    expect(codes.size).toBe(100_000);
  });
});

function numbers(name: Institution, column: string): Float64Array {
  const found = tables[name].frame.columns.find((candidate) => candidate.name === column);
  if (found?.kind !== 'number') throw new Error(`no number column ${column}`);
  return found.values;
}

/** Probability that a bad row's value is above a good row's, ties half. */
function auc(pairs: readonly (readonly [value: number, label: number])[]): number {
  const sorted = [...pairs].sort(([a], [b]) => a - b);
  let bads = 0;
  let rankSum = 0;
  for (let i = 0; i < sorted.length;) {
    let end = i;
    while (end < sorted.length && sorted[end]![0] === sorted[i]![0]) end++;
    for (let j = i; j < end; j++) {
      if (sorted[j]![1] === 0) continue;
      bads++;
      rankSum += (i + end + 1) / 2;
    }
    i = end;
  }
  return (rankSum - (bads * (bads + 1)) / 2) / (bads * (sorted.length - bads));
}
