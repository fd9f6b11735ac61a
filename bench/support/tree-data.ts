/** The tables of the trees bench, pooled as nobody could: what the plaintext trainer and the rivals train on. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fineBins, type BinnedColumn } from '@coscore/models/binning/fine-bins.ts';
import { takeRows, type Frame } from '@coscore/models/data/frame.ts';
import type { TreeFeature } from '@coscore/models/gbdt/histogram-source.ts';
import { readTable } from '@coscore/party-node/data/index.ts';
import { privateSplit } from '@coscore/party-node/stages/private-split.ts';
import { normaliseId } from '@coscore/protocols/align/index.ts';
import { writeTables } from './economy-tables.ts';

export interface TreeCase {
  readonly name: string;
  /** Folder of both tables. */
  readonly dir: string;
  readonly files: readonly [label: string, feature: string];
  remove(): Promise<void>;
}

export interface PooledParty {
  readonly party: string;
  readonly features: readonly TreeFeature[];
  /** [features][rows] */
  readonly codes: readonly Uint16Array[];
}

export interface Pooled {
  readonly rows: number;
  readonly labels: Uint8Array;
  /** [rows] 1 = training row; the same rows as in a job on these tables. */
  readonly train: Uint8Array;
  readonly parties: readonly PooledParty[];
}

const SHARED = join(import.meta.dirname, '../../../shared/data/default-credit');
const GENERATED: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  small: [284_807, 30],
  large: [1_000_000, 100],
};

/**
 * @param name `default-credit` (generated 30,000 x 23 where the data is absent), `small`, `large`, or ROWSxCOLUMNS.
 * @throws Error for another name.
 */
export async function treeCase(name: string): Promise<TreeCase> {
  if (name === 'default-credit' && existsSync(SHARED)) {
    const files = ['default_credit_hetero_guest.csv', 'default_credit_hetero_host.csv'] as const;
    return { name, dir: SHARED, files, remove: () => Promise.resolve() };
  }
  const given = /^(\d+)x(\d+)$/.exec(name);
  const shape =
    name === 'default-credit' ? [30_000, 24] : given ? [Number(given[1]), Number(given[2])] : GENERATED[name];
  const [rows, columns] = shape ?? [];
  if (rows === undefined || columns === undefined || rows < 1000 || columns < 2)
    throw new Error(`no case ${name}: there are default-credit, ${Object.keys(GENERATED).join(', ')} and ROWSxCOLUMNS`);
  const dir = await mkdtemp(join(tmpdir(), 'coscore-bench-'));
  await writeTables(dir, { rows, columns: Math.floor(columns / 2) });
  return {
    name: `generated ${rows} x ${2 * Math.floor(columns / 2)}`,
    dir,
    files: ['label.parquet', 'feature.parquet'],
    remove: () => rm(dir, { recursive: true, force: true }),
  };
}

export interface PooledOptions {
  readonly bins: number;
  readonly minRowsPerBin: number;
  readonly rare: number;
  readonly split: { readonly test: number; readonly seed: number; readonly stratify: boolean };
}

/** Joined, split and binned as each owner bins its own. */
export async function pooled({ dir, files }: TreeCase, options: PooledOptions): Promise<Pooled> {
  const left = await readTable(join(dir, files[0]), { id: 'id', label: 'y' });
  const right = await readTable(join(dir, files[1]), { id: 'id' });
  const at = new Map(right.ids.map((id, row) => [id, row]));
  const order = Int32Array.from(left.ids, (id) => at.get(id) ?? -1);
  if (order.includes(-1)) throw new Error('both tables of a bench have the same ids');
  const labels = left.labels!;
  const ids = left.ids.map((id) => normaliseId(id));
  const train = privateSplit({ ids, labels, frame: left.frame }, options.split);
  const binned = (party: string, frame: Frame): PooledParty =>
    asFeatures(
      party,
      frame.columns.map((column) =>
        fineBins(column, { train, bins: options.bins, rare: options.rare, minRows: options.minRowsPerBin }),
      ),
    );
  return {
    rows: left.rows,
    labels,
    train,
    parties: [binned('bank', left.frame), binned('platform', takeRows(right.frame, order))],
  };
}

function asFeatures(party: string, columns: readonly BinnedColumn[]): PooledParty {
  const used = columns.filter(({ bins }) => bins.length > 1);
  return {
    party,
    features: used.map(({ name, bins, ordered, missingBin }) => ({
      feature: name,
      bins: bins.length,
      ordered,
      missingBin: ordered ? missingBin : -1,
    })),
    codes: used.map(({ codes }) => codes),
  };
}
