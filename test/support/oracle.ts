/** The plaintext oracle: a recipe's tables joined in this process, and the same trainer on all columns in one place. */
import { join } from 'node:path';
import { splitByColumn } from '@coscore/models/data/split.ts';
import { type Frame, takeRows } from '@coscore/models/data/frame.ts';
import { trainInPlaintext, type PlaintextFeature, type PlaintextResult } from '@coscore/models/scorecard/plaintext.ts';
import type { Report, ReportFeature } from '@coscore/models/evaluate/report.ts';
import { labelPartyOf, type Recipe } from '@coscore/node-core/recipe/index.ts';
import { readTable, type LoadedTable } from '@coscore/party-node/data/index.ts';
import { privateSplit } from '@coscore/party-node/stages/private-split.ts';
import { featureOptions, modelOptions } from '@coscore/party-node/stages/model-options.ts';
import { normaliseId } from '@coscore/protocols/align/index.ts';

export interface Pooled {
  readonly rows: number;
  readonly result: PlaintextResult;
}

interface Joined {
  readonly name: string;
  readonly table: LoadedTable;
  /** Row of each normalised id. */
  readonly rowOf: ReadonlyMap<string, number>;
}

async function readParty(recipe: Recipe, name: string, dataDir: string): Promise<Joined> {
  const party = recipe.parties[name]!;
  const side = party.role === 'label' && 'column' in recipe.split ? [recipe.split.column] : [];
  const table = await readTable(join(dataDir, party.data), {
    id: party.id,
    ...(party.role === 'label' ? { label: party.label } : {}),
    ...(party.columns === undefined ? {} : { columns: party.columns }),
    drop: party.drop,
    types: party.types,
    side,
  });
  return { name, table, rowOf: new Map(table.ids.map((id, row) => [normaliseId(id), row])) };
}

/** All tables of a recipe over their common rows, in the label party's order. */
export interface PooledTables {
  /** [rows] normalised. */
  readonly ids: readonly string[];
  /** [rows] 1 = bad. */
  readonly labels: Uint8Array;
  /** [rows] 1 = training row. */
  readonly train: Uint8Array;
  /** The label party first. */
  readonly parties: readonly { readonly party: string; readonly role: 'label' | 'feature'; readonly frame: Frame }[];
}

export async function pooledTables(recipe: Recipe, dataDir: string): Promise<PooledTables> {
  const label = labelPartyOf(recipe);
  const names = [label, ...Object.keys(recipe.parties).filter((name) => name !== label)];
  const [own, ...others] = await Promise.all(names.map((name) => readParty(recipe, name, dataDir)));
  const ids = [...own!.rowOf.keys()].filter(
    (id) => recipe.join === 'left' || others.every(({ rowOf }) => rowOf.has(id)),
  );
  const rowsOf = ({ rowOf }: Joined): Int32Array => Int32Array.from(ids, (id) => rowOf.get(id) ?? -1);
  const labelRows = rowsOf(own!);
  const labels = Uint8Array.from(labelRows, (row) => own!.table.labels![row]!);
  const { split } = recipe;
  const train =
    'column' in split
      ? splitByColumn(
          takeRows({ rows: own!.table.rows, columns: [own!.table.side[0]!] }, labelRows).columns[0]!,
          split.train,
        )
      : privateSplit({ ids, labels, frame: takeRows(own!.table.frame, labelRows) }, split);
  const parties = [own!, ...others].map((party) => ({
    party: party.name,
    role: party === own ? ('label' as const) : ('feature' as const),
    frame: takeRows(party.table.frame, rowsOf(party)),
  }));
  return { ids, labels, train, parties };
}

/**
 * Trains a recipe on its pooled tables.
 * @param exact until nothing moves any more, for the coefficients of the optimum; else as many iterations as the recipe has
 */
export async function pooled(recipe: Recipe, dataDir: string, exact = true): Promise<Pooled> {
  const { ids, labels, train, parties } = await pooledTables(recipe, dataDir);
  const model = modelOptions(recipe);
  const result = await trainInPlaintext({
    parties,
    labels,
    train,
    features: featureOptions(recipe),
    model: exact ? { ...model, iterations: 500, tolerance: 1e-10 } : model,
    policy: recipe.policy,
  });
  return { rows: ids.length, result };
}

/** Each feature of a report beside the oracle's. */
export function paired(report: Report, { result }: Pooled): readonly (readonly [ReportFeature, PlaintextFeature])[] {
  return report.features.map((feature) => {
    const found = result.features.find(({ party, name }) => party === feature.party && name === feature.name);
    if (found === undefined) throw new Error(`the oracle has no feature ${feature.party}.${feature.name}`);
    return [feature, found] as const;
  });
}

/** Largest difference of WoE and of IV over all bins of all features that are binned. */
export function binningError(report: Report, oracle: Pooled): number {
  return Math.max(
    ...paired(report, oracle).flatMap(([feature, { iv, decision }]) => [
      Math.abs(feature.iv - iv),
      ...feature.bins.map(({ woe }, bin) => Math.abs(woe - decision!.woe[bin]!)),
    ]),
  );
}

/** Largest difference of the coefficients that the report shows; at least one must be shown. */
export function coefficientError(report: Report, { result }: Pooled): number {
  const differences = Object.entries(report.coefficients).flatMap(([party, shown]) =>
    shown.map(({ name, value }) => {
      const expected = result.features.find((feature) => feature.party === party && feature.name === name)?.coefficient;
      return expected === undefined ? Infinity : Math.abs(value - expected);
    }),
  );
  if (differences.length === 0) throw new Error('the report shows no coefficient');
  return Math.max(...differences);
}

export function testAuc({ result }: Pooled): number {
  return result.evaluation.test!.metrics.auc;
}
