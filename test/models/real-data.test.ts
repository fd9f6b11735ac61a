/** The trainer on real tables, against reference values computed with scikit-learn on pooled plaintext. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  defaultFeatures,
  defaultModel,
  defaultModelPolicy,
  splitRows,
  takeRows,
  trainInPlaintext,
  type FeatureOptions,
  type Frame,
  type PlaintextParty,
} from '@coscore/models';
import { joinRows, labelsOf, readCsv, type CsvTable } from './read-csv.ts';

const DATA = fileURLToPath(new URL('../../../shared/data', import.meta.url));

interface Joined {
  readonly parties: PlaintextParty[];
  readonly labels: Uint8Array;
}

function join(tables: Readonly<Record<string, CsvTable>>, label: string): Joined {
  const names = Object.keys(tables);
  const rows = joinRows(Object.values(tables));
  const all = labelsOf(tables[names[0]!]!, label);
  const parties = names.map((party, i): PlaintextParty => {
    const { frame } = tables[party]!;
    const features: Frame = { ...frame, columns: frame.columns.filter((column) => column.name !== label) };
    return { party, role: i === 0 ? 'label' : 'feature', frame: takeRows(features, rows[i]!) };
  });
  return { parties, labels: Uint8Array.from(rows[0]!, (row) => all[row]!) };
}

/** Test AUC over a few splits: one split moves by about 0.005. */
async function meanAuc({ parties, labels }: Joined, features: FeatureOptions): Promise<number> {
  let total = 0;
  const seeds = [1, 7, 13, 21, 34];
  for (const seed of seeds) {
    const train = splitRows({ labels, test: 0.3, seed, stratify: true });
    const { evaluation, fit } = await trainInPlaintext({
      parties,
      labels,
      train,
      features,
      model: defaultModel,
      policy: defaultModelPolicy,
    });
    expect(fit.converged).toBe(true);
    total += evaluation.test!.metrics.auc;
  }
  return total / seeds.length;
}

describe.skipIf(!existsSync(`${DATA}/default-credit`))(
  'default-credit, 10 quantile bins, no merge, no selection',
  () => {
    const read = (): Joined =>
      join(
        {
          bank: readCsv(`${DATA}/default-credit/default_credit_hetero_guest.csv`, { id: 'id' }),
          platform: readCsv(`${DATA}/default-credit/default_credit_hetero_host.csv`, { id: 'id' }),
        },
        'y',
      );
    const features: FeatureOptions = { ...defaultFeatures, bins: 10, merge: 'none' };

    it('joint test AUC 0.773, label party alone 0.690', async () => {
      const joined = read();
      expect(joined.labels).toHaveLength(30_000);
      expect(Math.abs((await meanAuc(joined, features)) - 0.773)).toBeLessThan(0.006);
      expect(
        Math.abs((await meanAuc({ ...joined, parties: joined.parties.slice(0, 1) }, features)) - 0.69),
      ).toBeLessThan(0.006);
    });
  },
);

describe.skipIf(!existsSync(`${DATA}/sba`))('sba, three parties', () => {
  const categories = ['zip3', 'naics_sector', 'urban_rural', 'state', 'lender_state'];
  const read = (): Joined => {
    const table = (name: string): CsvTable =>
      readCsv(`${DATA}/sba/${name}.csv`, { id: 'loan_id', categories, drop: ['approval_fy'] });
    return join({ bank: table('bank'), registry: table('registry'), platform: table('platform') }, 'defaulted');
  };

  it('joins exactly 15,668 rows; joint test AUC 0.72, bank alone 0.68', async () => {
    const joined = read();
    const features: FeatureOptions = { ...defaultFeatures, bins: 10, select: { iv: 0.02, correlation: 0.7 } };
    expect(joined.labels).toHaveLength(15_668);
    const joint = await meanAuc(joined, features);
    expect(joint).toBeGreaterThan(0.712);
    expect(joint).toBeLessThan(0.735);
    expect(Math.abs((await meanAuc({ ...joined, parties: joined.parties.slice(0, 1) }, features)) - 0.68)).toBeLessThan(
      0.012,
    );
  });
});
