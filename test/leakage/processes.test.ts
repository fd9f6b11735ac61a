/**
 * During and after a whole job on real processes, nobody holds what is another's: every file of every other node (database,
 * log, audit log, reports), every answer of its daemon, its heap and its whole memory are searched for what only one party
 * had. The scanner's own controls are scanner.test.ts and memory.test.ts; here each owner is the control: the label party's
 * report does show its own category, and a party's memory has its own numbers.
 */
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recipeSchema } from '@coscore/node-core/recipe/index.ts';
import type { Report } from '@coscore/models/evaluate/report.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, startLab, type RunningLab } from '../support/running-lab.ts';
import type { Institution } from '../support/small-economy.ts';
import { heldBy } from './held.ts';
import { answersOf, pidsOf } from './lab-views.ts';
import { canReadMemory, heapSnapshots, memoryOf, snapshotOptions } from './memory.ts';
import { planted, plantTables, type PlantedTables } from './planted.ts';
import { scannerFor, told, type Finding, type Haystack } from './scanner.ts';

const COORDINATOR = 'coordinator';
const recipe = recipeSchema.parse({
  name: 'canaries',
  profile: 'aided',
  parties: {
    bank: { role: 'label', data: 'bank.csv', id: 'firm_id', label: 'defaulted', drop: ['year'] },
    tax: { role: 'feature', data: 'tax.csv', id: 'firm_id' },
    registry: { role: 'feature', data: 'registry.csv', id: 'firm_id' },
  },
  split: { test: 0.3, seed: 7, stratify: true },
  features: { bins: 10, merge: 'none', select: { iv: 0.001, correlation: 0.99 } },
  model: { kind: 'scorecard', iterations: 20 },
  // The most that a party may agree to show about its columns, so that most could go wrong.
  policy: { shareContributions: 'feature' },
});

let tables: PlantedTables;
let home: string;
let report: Report;
const held = new Map<string, readonly Haystack[]>();
/** By where it was looked at: everything planted that was found. */
const inMemory = { training: new Map<string, readonly Finding[]>(), after: new Map<string, readonly Finding[]>() };
const inHeap = new Map<string, readonly Finding[]>();

beforeAll(async () => {
  tables = await plantTables(await mkdtemp(join(tmpdir(), 'cs-data-')), 1500);
  const snapshots = await mkdtemp(join(tmpdir(), 'cs-heaps-'));
  process.env['NODE_OPTIONS'] = snapshotOptions(snapshots);
  const running = await startLab(recipe, tables.dir).finally(() => delete process.env['NODE_OPTIONS']);
  home = running.home;
  let answers: ReadonlyMap<string, Haystack>;
  try {
    const finished = running.finish(recipe);
    await Promise.all([finished, lookInto(running, inMemory.training, { while: finished })]);
    ({ report } = await finished);
    await lookInto(running, inMemory.after);
    const nodes = [...pidsOf(running)];
    const heaps = await heapSnapshots(
      nodes.map(([, pid]) => pid),
      snapshots,
    );
    for (const [node, pid] of nodes) inHeap.set(node, everything().scan([heaps.get(pid)!]));
    answers = await answersOf(running);
  } finally {
    await running.lab.stop();
    await rm(snapshots, { recursive: true, force: true });
  }
  for (const node of [COORDINATOR, ...planted])
    held.set(node, [answers.get(node)!, ...(await heldBy(join(home, node)))]);
}, 240_000);

afterAll(async () => {
  await Promise.all([home, tables?.dir].map((path) => path && rm(path, { recursive: true, force: true })));
});

const everything = (): ReturnType<typeof scannerFor> =>
  scannerFor([...tables.shared, ...planted.flatMap((party) => tables.secretsOf(party))]);

/** Searches the memory of every node; while a job runs, in the midst of its training. */
async function lookInto(
  running: RunningLab,
  into: Map<string, readonly Finding[]>,
  job: { readonly while?: Promise<unknown> } = {},
): Promise<void> {
  if (!canReadMemory) return;
  if (job.while !== undefined) await Promise.race([job.while, training(running)]);
  const scanner = everything();
  for (const [node, pid] of pidsOf(running)) into.set(node, scanner.scan(memoryOf(pid)));
}

function training({ lab }: RunningLab): Promise<true> {
  const client = lab.parties.get('bank')!.client;
  return eventually('the bank trains', async () =>
    /"stage":"(train|evaluate|baseline|report)"/.test(JSON.stringify(await client.jobs())) ? true : undefined,
  );
}

function expectNothing(holder: string, needles: Parameters<typeof scannerFor>[0]): void {
  expect(told(scannerFor(needles).scan(held.get(holder)!))).toEqual([]);
}

describe('after a job', () => {
  it('trained on the rows and columns that were planted', () => {
    expect(report.rowsAligned).toBeGreaterThan(800);
    const used = new Set(report.features.map(({ party, name }) => `${party}.${name}`));
    for (const name of ['bank.loan', 'bank.region', 'tax.turnover', 'registry.capital']) expect(used).toContain(name);
  });

  it('searched what there is: a database, a log and an audit log at every node', () => {
    for (const [node, haystacks] of held) {
      const size = haystacks.reduce((sum, { bytes }) => sum + bytes.length, 0);
      expect(size, node).toBeGreaterThan(1 << 20);
      expect(
        haystacks.map(({ name }) => name),
        node,
      ).toContain('node.log');
    }
  });

  it('finds the label party’s own category in its own reports, packed ones included', () => {
    const found = scannerFor(tables.secretsOf('bank')).scan(held.get('bank')!);
    const shown = found.filter(({ secret, form }) => secret === 'category of bank' && form === 'raw UTF-8');
    for (const file of [/report\.json$/, /report\.html$/, /report\.xlsx\//]) {
      expect(
        shown.some(({ where }) => file.test(where)),
        String(file),
      ).toBe(true);
    }
  });

  describe.each(planted)('what only %s had', (owner) => {
    it.each([COORDINATOR, ...planted.filter((name) => name !== owner)])('is nowhere at %s', (holder) => {
      expectNothing(holder, tables.secretsOf(owner));
    });
  });

  it('leaves no id of a shared firm at the coordinator, in no form', () => expectNothing(COORDINATOR, tables.shared));

  it.each(planted)('leaves no id in the folder of %s itself: what it needs is in its table', (party) => {
    const ids = [...tables.shared, ...tables.secretsOf(party).filter(({ secret }) => secret.startsWith('id of'))];
    expectNothing(party, ids);
  });

  /** Of what only others had. */
  const strangers = (holder: string, found: readonly Finding[]): readonly string[] => {
    const own = planted.some((party) => party === holder) ? tables.secretsOf(holder as Institution) : [];
    const mine = new Set([...own, ...(own.length === 0 ? [] : tables.shared)].map(({ secret }) => secret));
    return told(found.filter(({ secret }) => !mine.has(secret)));
  };

  it.each([COORDINATOR, ...planted])('nothing of another is in the heap of %s', (holder) => {
    expect(strangers(holder, inHeap.get(holder)!)).toEqual([]);
  });

  it.skipIf(!canReadMemory).each([COORDINATOR, ...planted])(
    'nothing of another is in the memory of %s, then or in training',
    (holder) => {
      expect(strangers(holder, inMemory.after.get(holder)!)).toEqual([]);
      expect(strangers(holder, inMemory.training.get(holder)!)).toEqual([]);
    },
  );

  it.skipIf(!canReadMemory).each(planted)('control: the memory of %s has its own numbers and ids', (party) => {
    const found = new Set(
      [...inMemory.training.get(party)!, ...inMemory.after.get(party)!].map(({ secret }) => secret),
    );
    expect(found).toContain(`number 0 of ${party}`);
    expect(found).toContain(`id of ${party}’s own firm`);
  });

  it.each([COORDINATOR, 'tax'])('would have found one file gone astray to %s', async (holder) => {
    const stray = join(home, holder, 'stray');
    await mkdir(stray, { recursive: true });
    for (const name of planted) await copyFile(join(tables.dir, `${name}.csv`), join(stray, name));
    const haystacks = await heldBy(stray);
    for (const owner of planted as readonly Institution[]) {
      const found = new Set(
        scannerFor(tables.secretsOf(owner))
          .scan(haystacks)
          .map(({ secret }) => secret),
      );
      expect([...found].toSorted()).toEqual(
        [
          `category of ${owner}`,
          `id of ${owner}’s own firm`,
          `number 0 of ${owner}`,
          `number 1 of ${owner}`,
        ].toSorted(),
      );
    }
  });
});
