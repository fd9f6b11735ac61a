/** A forest that all parties let go: the files that the label party gets, what they score, and who may not have them. */
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ColumnDescription } from '@coscore/models/gbdt/export-columns.ts';
import { exportFiles } from '@coscore/party-node/export-files.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pythonWith, runPython } from '../export/python.ts';
import { readCsv } from '../support/applicants.ts';
import { coscore } from '../support/coscore-command.ts';
import { startLab, type Finished, type RunningLab } from '../support/running-lab.ts';
import { smallRecipe, writeSmallEconomy } from '../support/small-economy.ts';

const LONG_MS = 240_000;
const python = pythonWith(['lightgbm', 'onnxruntime', 'numpy']);
const recipeOf = (allowExport: boolean) =>
  smallRecipe(['bank', 'tax'], {
    name: 'forest-export',
    features: { bins: 16 },
    model: { kind: 'gbdt', trees: 10, depth: 3, seed: 3 },
    policy: { minRowsPerBin: 20, serveQuota: 5000, allowExport },
  });

let dir: string;
let running: RunningLab | undefined;
let job: string;
let direct: Finished;
beforeAll(async () => {
  ({ dir } = await writeSmallEconomy(await mkdtemp(join(tmpdir(), 'cs-data-')), 1500));
  running = await startLab(recipeOf(true), dir, { direct: true });
  direct = await running.finish(recipeOf(true), { direct: true });
  ({ job } = direct);
}, LONG_MS);
afterAll(async () => {
  await running?.close();
  await rm(dir, { recursive: true, force: true });
});

const home = (party: string): string => running!.lab.parties.get(party)!.home;
const exported = (of: string, at: string, out: string) =>
  coscore(['model', 'export', of, '--out', join(dir, out), '--home', home(at)]);

interface Description {
  readonly score: { readonly offset: number; readonly factor: number };
  readonly columns: readonly ColumnDescription[];
}

const descriptionIn = async (folder: string): Promise<Description> =>
  JSON.parse(await readFile(join(folder, 'columns.json'), 'utf8')) as Description;

/** A cell as a number, the way columns.json says. */
function numberOf({ kind, codes, other, missing }: ColumnDescription, cell: string): number {
  if (kind === 'number') return cell === '' ? NaN : Number(cell);
  return cell === '' ? (missing ?? NaN) : (codes?.[cell] ?? other ?? NaN);
}

it('was trained without a byte of it having passed the coordinator, and everybody says so', async () => {
  const { coordinator, parties } = running!.lab;
  for (const { client } of [coordinator, ...parties.values()])
    expect((await client.job(job)).direct).toEqual([['bank', 'tax']]);
  expect((await coordinator.client.job(job)).links).toEqual([]);
  const shown = direct.report.links.map(
    ({ from, to, direct: way }) => `${from}>${to}${way === true ? ' directly' : ''}`,
  );
  expect(shown).toEqual(expect.arrayContaining(['bank>tax directly', 'tax>bank directly', 'coordinator>bank']));
  const learned = new Set(direct.report.learned.map(({ party, what }) => `${party} ${what}`));
  for (const line of ['coordinator job.traffic-direct', 'tax job.addresses']) expect(learned).toContain(line);
  for (const line of ['coordinator job.traffic', 'coordinator forest.traffic']) expect(learned).not.toContain(line);
  const [started] = await running!.entries('tax', 'job-started', { job });
  expect(started!.details['direct']).toEqual(['bank']);
});

describe('model export', () => {
  it('gives the label party the whole model, and writes that down', { timeout: LONG_MS }, async () => {
    expect(await exported(job, 'bank', 'model')).toMatchObject({ exitCode: 0 });
    const { columns } = await descriptionIn(join(dir, 'model'));
    expect(columns.map(({ name }) => name)).toEqual(expect.arrayContaining(['bank.age', 'tax.turnover', 'tax.sector']));
    const entries = await running!.entries('bank', 'exported-model', { job });
    expect(entries.map(({ details }) => details['file'])).toEqual([...exportFiles]);
  });

  it('is refused at a feature party, and where owners keep their thresholds', { timeout: LONG_MS }, async () => {
    const refused = await exported(job, 'tax', 'at-tax');
    expect(refused).toMatchObject({ exitCode: 2 });
    expect(refused.stderr).toContain('only the label party');
    const kept = await running!.finish(recipeOf(false));
    // Nodes that listen, and a project that names no address: everything went through the coordinator.
    const relayed = (await running!.lab.coordinator.client.job(kept.job)).links?.map(({ from, to }) => `${from}>${to}`);
    expect(relayed?.sort()).toEqual(['bank>tax', 'tax>bank']);
    const other = await exported(kept.job, 'bank', 'kept');
    expect(other).toMatchObject({ exitCode: 2 });
    expect(other.stderr).toContain('tax keeps its thresholds');
  });

  it.skipIf(python === undefined)('scores as the parties together do', { timeout: LONG_MS }, async () => {
    const folder = join(dir, 'python');
    await exported(job, 'bank', 'python');
    const out = join(dir, 'scores.csv');
    const words = ['--model', job, '--in', join(dir, 'bank.csv'), '--out', out, '--home', home('bank')];
    expect(await coscore(['score', ...words])).toMatchObject({ exitCode: 0 });
    const { score, columns } = await descriptionIn(folder);
    const tables = new Map<string, Map<string, Readonly<Record<string, string>>>>();
    for (const party of ['bank', 'tax']) {
      const { rows } = await readCsv(join(dir, `${party}.csv`));
      tables.set(party, new Map(rows.map((row) => [row['firm_id']!.toUpperCase(), row])));
    }
    const scored = (await readCsv(out)).rows.filter((row) => row['score'] !== '');
    const cells = scored.flatMap((row) =>
      columns.map((column) =>
        numberOf(column, tables.get(column.party)!.get(row['firm_id']!.toUpperCase())![column.column]!),
      ),
    );
    await writeFile(join(folder, 'rows.bin'), new Uint8Array(Float64Array.from(cells).buffer));
    await copyFile(join(folder, 'forest.lightgbm.txt'), join(folder, 'forest.txt'));
    runPython(python!, join(import.meta.dirname, '../export/score.py'), [folder]);
    for (const library of ['lightgbm', 'onnx']) {
      const bytes = await readFile(join(folder, `${library}.bin`));
      const values = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
      expect(values).toHaveLength(2 * scored.length);
      scored.forEach((row, i) => {
        // ONNX adds up in float32, so a score at the edge of two whole points may be rounded the other way.
        const points = score.offset - score.factor * values[2 * i]!;
        expect(Math.abs(points - Number(row['score'])), library).toBeLessThan(0.5 + 1e-4);
        expect(values[2 * i + 1]!).toBeCloseTo(Number(row['probability']), 5);
      });
    }
  });
});
