/** Forests on real tables, against reference values of LightGBM on pooled plaintext: 50 trees, depth 5, 32 bins. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  defaultGbdt,
  fineBins,
  joinBins,
  localSource,
  metricsOf,
  scoreLevels,
  splitRows,
  takeRows,
  trainForest,
  type Frame,
  type GbdtOptions,
} from '@coscore/models';
import { joinRows, labelsOf, readCsv, type CsvTable } from './read-csv.ts';

const DATA = fileURLToPath(new URL('../../../shared/data', import.meta.url));
const options: GbdtOptions = { ...defaultGbdt, trees: 50, depth: 5 };

interface Joined {
  readonly frames: ReadonlyMap<string, Frame>;
  readonly labels: Uint8Array;
}

function join(tables: Readonly<Record<string, CsvTable>>, label: string): Joined {
  const names = Object.keys(tables);
  const rows = joinRows(Object.values(tables));
  const all = labelsOf(tables[names[0]!]!, label);
  const frames = names.map((party, i): [string, Frame] => {
    const { frame } = tables[party]!;
    const columns = frame.columns.filter((column) => column.name !== label);
    return [party, takeRows({ ...frame, columns }, rows[i]!)];
  });
  return { frames: new Map(frames), labels: Uint8Array.from(rows[0]!, (row) => all[row]!) };
}

/** Test AUC of one split; all parties but the first show bins of at least `floor` rows a node. */
async function testAuc({ frames, labels }: Joined, seed: number, floor = 0): Promise<number> {
  const training = splitRows({ labels, test: 0.3, seed, stratify: true });
  const sources = [...frames].map(([party, frame], p) => {
    const binned = frame.columns.map((column) =>
      fineBins(column, { train: training, bins: 32, rare: 0.01, minRows: 50 }),
    );
    return localSource({
      party,
      rows: labels.length,
      features: binned.map(({ name, bins, ordered, missingBin }) => ({
        feature: name,
        bins: bins.length,
        ordered,
        missingBin,
      })),
      codes: binned.map(({ codes }) => codes),
      joinBins: p > 0 && floor > 0 ? joinBins(floor) : undefined,
    });
  });
  const { scores } = await trainForest({ sources, labels, training, options: { ...options, seed } });
  const test = training.map((bit) => 1 - bit);
  const pick = <T extends Float64Array | Uint8Array>(values: T): T => values.filter((_, row) => test[row] === 1) as T;
  return metricsOf(scoreLevels(pick(labels), pick(scores))).auc;
}

async function meanAuc(joined: Joined, floor = 0): Promise<number> {
  let total = 0;
  const seeds = [1, 7, 13, 21, 34];
  for (const seed of seeds) total += await testAuc(joined, seed, floor);
  return total / seeds.length;
}

const alone = ({ frames, labels }: Joined): Joined => ({ frames: new Map([...frames].slice(0, 1)), labels });

describe.skipIf(!existsSync(`${DATA}/default-credit`))('default-credit', () => {
  const read = (): Joined =>
    join(
      {
        bank: readCsv(`${DATA}/default-credit/default_credit_hetero_guest.csv`, { id: 'id' }),
        platform: readCsv(`${DATA}/default-credit/default_credit_hetero_host.csv`, { id: 'id' }),
      },
      'y',
    );

  it('joint test AUC 0.782, label party alone 0.734; the disclosure floor of 20 rows costs nothing', async () => {
    const joined = read();
    const joint = await meanAuc(joined);
    expect(Math.abs(joint - 0.782)).toBeLessThan(0.005);
    expect(Math.abs((await meanAuc(joined, 20)) - joint)).toBeLessThan(0.002);
    expect(Math.abs((await meanAuc(alone(joined))) - 0.734)).toBeLessThan(0.005);
  });
});

describe.skipIf(!existsSync(`${DATA}/sba`))('sba, three parties', () => {
  const categories = ['zip3', 'naics_sector', 'urban_rural', 'state', 'lender_state'];
  const table = (name: string): CsvTable =>
    readCsv(`${DATA}/sba/${name}.csv`, { id: 'loan_id', categories, drop: ['approval_fy'] });
  const read = (): Joined =>
    join({ bank: table('bank'), registry: table('registry'), platform: table('platform') }, 'defaulted');

  // On these bins and splits LightGBM with native categories gives 0.771 and 0.714; on raw codes of other splits 0.747 to 0.761.
  it('joint test AUC 0.771, bank alone 0.714', async () => {
    const joined = read();
    expect(Math.abs((await meanAuc(joined)) - 0.771)).toBeLessThan(0.005);
    expect(Math.abs((await meanAuc(alone(joined))) - 0.714)).toBeLessThan(0.005);
  });
});
