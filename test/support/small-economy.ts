/** A few thousand made-up firms at a bank and up to four other institutions: the tables of the end-to-end tests. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seededRng, type SeededRng } from '@coscore/models/data/rng.ts';
import { recipeSchema, type Recipe } from '@coscore/node-core/recipe/index.ts';
import type { z } from 'zod';

export const featureParties = ['tax', 'registry', 'logistics', 'payments'] as const;
export type FeatureParty = (typeof featureParties)[number];
export type Institution = 'bank' | FeatureParty;
export const institutions: readonly Institution[] = ['bank', ...featureParties];

export interface SmallEconomy {
  readonly dir: string;
  /** Ids that each institution's file has, in the file's order. */
  readonly ids: Readonly<Record<Institution, readonly string[]>>;
}

interface Firm {
  readonly id: string;
  /** What every column is a noisy view of; standard normal. */
  readonly health: number;
  readonly size: number;
  readonly bad: boolean;
}

type Cells = Readonly<Record<string, (firm: Firm, rng: SeededRng) => string>>;

/** Share of the firms that each institution knows: so two overlap in about 81%, all five in about 59%. */
const KNOWN = 0.9;

function normal(rng: SeededRng): number {
  return Math.sqrt(-2 * Math.log(1 - rng.next())) * Math.cos(2 * Math.PI * rng.next());
}

const number = (value: number): string => String(Number(value.toPrecision(6)));
const pick = (levels: readonly string[], position: number): string =>
  levels[Math.max(0, Math.min(levels.length - 1, Math.floor(position)))]!;
const sometimes = (rng: SeededRng, share: number, value: string): string => (rng.next() < share ? '' : value);

/** Skewed amounts, counts with ties, categories with a rare level, missing cells, a column of noise and a near copy. */
const columns: Readonly<Record<Institution, Cells>> = {
  bank: {
    defaulted: (firm) => (firm.bad ? '1' : '0'),
    year: (_firm, rng) => String(1994 + rng.below(8)),
    age: (firm, rng) => number(20 + 4 * firm.size + 3 * normal(rng)),
    loan: (firm, rng) => sometimes(rng, 0.05, number(Math.exp(9 + firm.size - 0.2 * firm.health + 0.5 * normal(rng)))),
    region: (firm, rng) => pick(['north', 'east', 'south', 'west'], 2 + firm.health * 0.8 + normal(rng)),
  },
  tax: {
    turnover: (firm, rng) => number(Math.exp(12 + firm.size + 0.4 * firm.health + 0.3 * normal(rng))),
    margin: (firm, rng) => sometimes(rng, 0.2, number(0.1 * firm.health + 0.1 * normal(rng))),
    filings: (firm, rng) => String(Math.max(0, Math.round(6 + 2 * firm.health + 2 * normal(rng)))),
    filings_last: (firm, rng) => String(Math.max(0, Math.round(30 + 10 * firm.health + normal(rng)))),
    sector: (firm, rng) =>
      pick(['build', 'trade', 'food', 'transport', 'it', 'mining'], 2.5 + firm.health + 1.2 * normal(rng)),
  },
  registry: {
    staff: (firm, rng) => String(Math.max(1, Math.round(Math.exp(2 + firm.size + 0.3 * normal(rng))))),
    capital: (firm, rng) =>
      sometimes(rng, 0.1, number(Math.exp(10 + 0.5 * firm.size + 0.5 * firm.health + normal(rng)))),
    legal: (firm, rng) => pick(['sole', 'ltd', 'plc'], 1 + 0.7 * firm.size + 0.5 * normal(rng)),
    noise: (_firm, rng) => number(normal(rng)),
  },
  logistics: {
    trips: (firm, rng) =>
      String(Math.max(0, Math.round(Math.exp(3 + 0.5 * firm.size + 0.3 * firm.health + 0.3 * normal(rng))))),
    delay: (firm, rng) => sometimes(rng, 0.15, number(5 - 2 * firm.health + 2 * normal(rng))),
  },
  payments: {
    late_days: (firm, rng) => String(Math.max(0, Math.round(8 - 6 * firm.health + 6 * normal(rng)))),
    volume: (firm, rng) => number(Math.exp(8 + firm.size + 0.5 * normal(rng))),
  },
};

function makeFirm(index: number, rng: SeededRng): Firm {
  const health = normal(rng);
  const odds = -1.6 - 1.3 * health;
  // Padded and mixed in case: normalisation has something to do.
  const id = `${index % 3 === 0 ? 'firm' : 'FIRM'}-${String(index).padStart(6, '0')}`;
  return { id, health, size: normal(rng), bad: rng.next() < 1 / (1 + Math.exp(-odds)) };
}

function shuffled<T>(items: readonly T[], rng: SeededRng): T[] {
  const order = [...items];
  for (let i = order.length - 1; i > 0; i--) {
    const j = rng.below(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** Writes `bank.csv`, `tax.csv` ... into `dir`; the id column is `firm_id`. The same seed gives the same files. */
export async function writeSmallEconomy(dir: string, firms: number, seed = 1): Promise<SmallEconomy> {
  const rng = seededRng(seed);
  const all = Array.from({ length: firms }, (_, index) => makeFirm(index, rng));
  await mkdir(dir, { recursive: true });
  const ids: Partial<Record<Institution, readonly string[]>> = {};
  for (const [i, name] of institutions.entries()) {
    const own = seededRng(seed * 16 + i + 1);
    const known = shuffled(
      all.filter(() => own.next() < KNOWN),
      own,
    );
    const cells = Object.values(columns[name]);
    const lines = known.map((firm) => [firm.id, ...cells.map((cell) => cell(firm, own))].join(','));
    await writeFile(
      join(dir, `${name}.csv`),
      `${['firm_id', ...Object.keys(columns[name])].join(',')}\n${lines.join('\n')}\n`,
    );
    ids[name] = known.map(({ id }) => id);
  }
  return { dir, ids: ids as Record<Institution, readonly string[]> };
}

/** A recipe over some of the institutions. @param changes whole sections that are other than usual */
export function smallRecipe(
  parties: readonly Institution[],
  changes: Partial<z.input<typeof recipeSchema>> = {},
): Recipe {
  return recipeSchema.parse({
    name: 'small-economy',
    profile: 'aided',
    parties: Object.fromEntries(
      parties.map((name) => [
        name,
        name === 'bank'
          ? { role: 'label', data: 'bank.csv', id: 'firm_id', label: 'defaulted', drop: ['year'] }
          : { role: 'feature', data: `${name}.csv`, id: 'firm_id' },
      ]),
    ),
    split: { test: 0.3, seed: 7, stratify: true },
    features: { bins: 10, merge: 'none' },
    model: { kind: 'scorecard', l2: 0.001, iterations: 30 },
    policy: { shareContributions: 'feature' },
    ...changes,
  });
}
