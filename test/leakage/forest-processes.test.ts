/**
 * After a forest was grown on real processes, nobody holds what is another's: as processes.test.ts for scorecards, in every
 * file of every other node (database, log, audit log, reports) and every answer of its daemon. With `allowExport` one thing
 * changes: the label party has the others' category names, which is what they signed.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ForestReport } from '@coscore/models/evaluate/report.ts';
import { recipeSchema, type Recipe } from '@coscore/node-core/recipe/index.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLab, type RunningLab } from '../support/running-lab.ts';
import type { Institution } from '../support/small-economy.ts';
import type { Needle } from './forms.ts';
import { heldBy } from './held.ts';
import { answersOf } from './lab-views.ts';
import { planted, plantTables, type PlantedTables } from './planted.ts';
import { scannerFor, told, type Haystack } from './scanner.ts';

const COORDINATOR = 'coordinator';
const TREES = 10;
const recipeOf = (allowExport: boolean) =>
  recipeSchema.parse({
    name: 'canaries',
    profile: 'aided',
    parties: {
      bank: { role: 'label', data: 'bank.csv', id: 'firm_id', label: 'defaulted', drop: ['year'] },
      tax: { role: 'feature', data: 'tax.csv', id: 'firm_id' },
      registry: { role: 'feature', data: 'registry.csv', id: 'firm_id' },
    },
    split: { test: 0.3, seed: 7, stratify: true },
    features: { bins: 10, rare: 0 },
    model: { kind: 'gbdt', trees: TREES, depth: 3, seed: 5 },
    policy: { allowExport, minRowsPerBin: 5 },
  });

interface Done {
  readonly report: ForestReport;
  /** Pieces of what was dealt ahead, as it lay on the disks before the training; none where nothing was. */
  readonly material: readonly Needle[];
  readonly held: ReadonlyMap<string, readonly Haystack[]>;
}

let tables: PlantedTables;
const done = new Map<boolean, Done>();
const homes: string[] = [];

async function run(allowExport: boolean): Promise<Done> {
  const recipe = recipeOf(allowExport);
  const running = await startLab(recipe, tables.dir);
  homes.push(running.home);
  const { report, material } = await finish(running, recipe, !allowExport).catch(async (error: unknown) => {
    await running.lab.stop();
    throw error;
  });
  const answers = await answersOf(running).finally(() => running.lab.stop());
  const held = new Map<string, readonly Haystack[]>();
  for (const node of [COORDINATOR, ...planted])
    held.set(node, [answers.get(node)!, ...(await heldBy(join(running.home, node)))]);
  return { report, material, held };
}

/** The job, and before it, with `dealAhead`, one that deals for it. */
async function finish(
  running: RunningLab,
  recipe: Recipe,
  dealAhead: boolean,
): Promise<Pick<Done, 'report' | 'material'>> {
  const { lab, home } = running;
  const project = await running.sign(recipe);
  if (dealAhead) await lab.run(project, { recipe: { ...recipe, dealAhead: TREES } });
  const files = dealAhead ? await Promise.all(planted.map((party) => heldBy(join(home, party, 'pool')))) : [];
  const material = files
    .flat()
    .flatMap(({ name, bytes }) =>
      [bytes.subarray(0, 32), bytes.subarray(32, 64), bytes.subarray(Math.max(64, bytes.length - 32))]
        .filter(({ length }) => length === 32)
        .map((piece) => ({ secret: name, form: 'as it was dealt', bytes: Buffer.from(piece) })),
    );
  const { id } = await lab.run(project, { recipe });
  const saved = await lab.saveReports(id, join(home, 'out'));
  return { report: JSON.parse(await readFile(saved['report.json'], 'utf8')) as ForestReport, material };
}

beforeAll(async () => {
  tables = await plantTables(await mkdtemp(join(tmpdir(), 'cs-data-')), 1500);
  for (const allowExport of [false, true]) done.set(allowExport, await run(allowExport));
}, 300_000);

afterAll(async () => {
  await Promise.all([...homes, tables?.dir].map((path) => path && rm(path, { recursive: true, force: true })));
});

const found = (allowExport: boolean, holder: string, needles: Parameters<typeof scannerFor>[0]): readonly string[] =>
  told(scannerFor(needles).scan(done.get(allowExport)!.held.get(holder)!));

describe.each(planted)('what only %s had', (owner) => {
  it.each([COORDINATOR, ...planted.filter((name) => name !== owner)])('is nowhere at %s after a forest', (holder) => {
    expect(found(false, holder, tables.secretsOf(owner))).toEqual([]);
  });
});

describe('a forest', () => {
  it('was grown on the rows and columns that were planted', () => {
    const { report } = done.get(false)!;
    expect(report.rowsAligned).toBeGreaterThan(800);
    const used = report.forest.importance.filter(({ splits }) => splits > 0).map(({ party }) => party);
    expect(new Set(used)).toEqual(new Set(planted));
  });

  it('leaves nothing of material dealt ahead at anybody, once it was used', () => {
    const { material, held } = done.get(false)!;
    // A file at the bank for each of the others, with a seed; one at each of those, with residues behind it.
    expect(material).toHaveLength(2 + 2 * 3);
    for (const node of [COORDINATOR, ...planted])
      expect(told(scannerFor(material).scan(held.get(node)!)), node).toEqual([]);
    const scan = scannerFor(material);
    expect(scan.scan([{ name: 'control', bytes: material[0]!.bytes }])).toHaveLength(1);
    // And it was used: the helper was asked for nothing in the training.
    const train = done.get(false)!.report.links.find(({ from, to }) => from === COORDINATOR && to === 'tax');
    const fresh = done.get(true)!.report.links.find(({ from, to }) => from === COORDINATOR && to === 'tax');
    expect(train!.bytes).toBeLessThan(fresh!.bytes / 10);
  });

  it('leaves no id of a shared firm at the coordinator, in no form', () => {
    for (const allowExport of [false, true]) expect(found(allowExport, COORDINATOR, tables.shared)).toEqual([]);
  });

  it('shows the label party its own category in its own reports', () => {
    const own = scannerFor(tables.secretsOf('bank')).scan(done.get(false)!.held.get('bank')!);
    expect(own.some(({ secret, where }) => secret === 'category of bank' && /report\.html$/.test(where))).toBe(true);
  });
});

describe('a forest that all parties let go', () => {
  const categories = (owner: Institution) =>
    tables.secretsOf(owner).filter(({ secret }) => secret.startsWith('category of'));
  const others = (owner: Institution) =>
    tables.secretsOf(owner).filter(({ secret }) => !secret.startsWith('category of'));

  it('shows the label party the categories of the others, and no number, id or label of a row', () => {
    for (const owner of ['tax', 'registry'] as const) {
      expect(found(true, 'bank', categories(owner)), owner).not.toEqual([]);
      expect(found(true, 'bank', others(owner)), owner).toEqual([]);
    }
  });

  it('shows nobody else anything', () => {
    expect(found(true, COORDINATOR, planted.flatMap((owner) => tables.secretsOf(owner)))).toEqual([]); // prettier-ignore
    expect(found(true, 'registry', [...tables.secretsOf('tax'), ...tables.secretsOf('bank')])).toEqual([]);
    expect(found(true, 'tax', [...tables.secretsOf('registry'), ...tables.secretsOf('bank')])).toEqual([]);
  });
});
