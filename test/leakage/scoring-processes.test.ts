/**
 * A blind job and a batch of scores on real processes, searched as processes.test.ts searches an aided one: every file of
 * every node, its answers, its whole memory (its heap, where memory cannot be read), and every byte that came to it by any stream (tap.ts), which at the
 * coordinator is what it relays. Beside the tables' own canaries it looks for applicants that only the bank asked about,
 * for the labels, the scores and each party's points. The bank's own folder, memory and streams are the controls.
 */
import { spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OwnModel } from 'coscore/daemon-views.ts';
import { COORDINATOR } from 'coscore/lab/lab.ts';
import { recipeSchema } from '@coscore/node-core/recipe/index.ts';
import type { Report } from '@coscore/models/evaluate/report.ts';
import { normaliseId } from '@coscore/protocols/align/index.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pointsOf, readCsv, shardOf, writeCsv, type Table } from '../support/applicants.ts';
import { eventually, startLab, type RunningLab } from '../support/running-lab.ts';
import type { Institution } from '../support/small-economy.ts';
import { numberForms, textForms, type Needle } from './forms.ts';
import { heldBy } from './held.ts';
import { answersOf, pidsOf } from './lab-views.ts';
import { canReadMemory, heapSnapshots, memoryOf, snapshotOptions } from './memory.ts';
import { planted, plantTables, type PlantedTables } from './planted.ts';
import { scannerFor, told, type Finding, type Haystack } from './scanner.ts';
import { isOf, tapOptions } from './tap.ts';

const recipe = recipeSchema.parse({
  name: 'canaries',
  profile: 'blind',
  parties: {
    bank: { role: 'label', data: 'bank.csv', id: 'firm_id', label: 'defaulted', columns: ['loan', 'region'] },
    tax: { role: 'feature', data: 'tax.csv', id: 'firm_id', columns: ['turnover', 'sector'] },
    registry: { role: 'feature', data: 'registry.csv', id: 'firm_id', columns: ['capital', 'legal'] },
  },
  split: { test: 0.3, seed: 7, stratify: true },
  features: { bins: 5, merge: 'none', select: { iv: 0.001, correlation: 0.99 } },
  model: { kind: 'scorecard', iterations: 2 },
  policy: { serveQuota: 1000, shareContributions: 'sum' },
});
const FIRMS = 700;
const APPLICANTS = 300;
/** In no table of anybody. */
const ASKED_ID = 'firm-Ask-94e7b2';
const ASKED_LOAN = 8417263905.53;
/** Points and labels are small numbers: a run of so many of them in a row is nobody else's. */
const RUN = 48;
const NODES = [COORDINATOR, ...planted];
const others = (owner: string): readonly string[] => NODES.filter((node) => node !== owner);

let tables: PlantedTables;
let dir: string;
let taps: string;
let home: string;
let report: Report;
let scores: Table;
/** Of what only one party may have, by who that is. */
let secrets: ReadonlyMap<Institution, readonly Needle[]>;
const held = new Map<string, readonly Haystack[]>();
const came = new Map<string, readonly Haystack[]>();
/** Everything of everybody that was found while the nodes ran. */
const inMemory = new Map<string, readonly Finding[]>();

beforeAll(async () => {
  tables = await plantTables(await mkdtemp(join(tmpdir(), 'cs-data-')), FIRMS);
  ({ dir } = tables);
  const applicants = await writeApplicants();
  taps = await mkdtemp(join(tmpdir(), 'cs-taps-'));
  const snapshots = await mkdtemp(join(tmpdir(), 'cs-heaps-'));
  process.env['NODE_OPTIONS'] = `${snapshotOptions(snapshots)} ${tapOptions(taps)}`;
  const running = await startLab(recipe, dir).finally(() => delete process.env['NODE_OPTIONS']);
  home = running.home;
  const pids = pidsOf(running);
  let answers: ReadonlyMap<string, Haystack>;
  try {
    const finished = await running.finish(recipe);
    ({ report } = finished);
    await score(running, finished.job, applicants.path);
    scores = await readCsv(join(dir, 'scores.csv'));
    secrets = await secretsOf(running, finished.job, applicants.table);
    // Before the search, which holds this process for so long that its connections are gone after it.
    answers = await answersOf(running);
    const everything = [...tables.shared, ...[...secrets.values()].flat()];
    // A heap is a part of the memory, and a snapshot of it costs seconds.
    const heaps = canReadMemory ? undefined : await heapSnapshots([...pids.values()], snapshots);
    for (const [node, pid] of pids) inMemory.set(node, scan(everything, heaps?.get(pid) ?? memoryOf(pid)));
  } finally {
    await running.lab.stop();
    await rm(snapshots, { recursive: true, force: true });
  }
  for (const node of NODES) {
    held.set(node, [answers.get(node)!, ...(await heldBy(join(home, node)))]);
    came.set(node, await tapped(pids.get(node)!));
  }
}, 400_000);

afterAll(async () => {
  await Promise.all([home, taps, dir].map((path) => path && rm(path, { recursive: true, force: true })));
});

/** Known firms in the order of the bank's table, and among them one that no table has, with a number of its own. */
async function writeApplicants(): Promise<{ readonly path: string; readonly table: Table }> {
  const { rows } = await readCsv(join(dir, 'bank.csv'));
  const asked = rows.slice(0, APPLICANTS - 1);
  asked.push({ ...asked[0]!, firm_id: ASKED_ID, loan: String(ASKED_LOAN) });
  const table = { columns: ['firm_id', 'loan', 'region'], rows: asked };
  const path = join(dir, 'applicants.csv');
  await writeCsv(path, table);
  return { path, table };
}

async function score({ lab }: RunningLab, model: string, file: string): Promise<void> {
  const { client } = lab.labelParty;
  const { id } = await client.askScores(model, file);
  const batch = await eventually('the batch is over', async () => {
    const now = await client.batch(id);
    return now.state === 'scored' || now.state === 'failed' ? now : undefined;
  });
  expect(batch).toMatchObject({ state: 'scored' });
  await client.saveScores(id, join(dir, 'scores.csv'));
}

async function secretsOf(
  { lab }: RunningLab,
  job: string,
  applicants: Table,
): Promise<ReadonlyMap<Institution, readonly Needle[]>> {
  const all = new Map<Institution, readonly Needle[]>();
  const { rows } = await readCsv(join(dir, 'bank.csv'));
  const bank = [
    ...textForms('id of an applicant', ASKED_ID),
    ...numberForms('number of an applicant', ASKED_LOAN),
    ...runForms(
      'labels',
      rows.map(({ defaulted }) => Number(defaulted)),
    ),
    ...scoreForms(),
  ];
  for (const party of planted) {
    const shard = shardOf((await lab.parties.get(party)!.client.model(job)) as OwnModel);
    const own = new Map(
      (await readCsv(join(dir, `${party}.csv`))).rows.map((row) => [normaliseId(row['firm_id']!), row]),
    );
    const points = applicants.rows.map((applicant) => {
      const row = party === 'bank' ? applicant : own.get(normaliseId(applicant['firm_id']!));
      // As the bank keeps them: in the order of the file, 0 without a score.
      return row === undefined || !isScored(applicant['firm_id']!) ? 0 : pointsOf(shard, row);
    });
    const forms = runForms(`points of ${party}`, points);
    all.set(party, [...tables.secretsOf(party), ...forms, ...(party === 'bank' ? bank : [])]);
  }
  return all;
}

const isScored = (id: string): boolean => scores.rows.some((row) => row['firm_id'] === id && row['score'] !== '');

/** The first of a column that vary enough to be nobody else's, as its bytes in every width. */
function runForms(secret: string, column: readonly number[]): readonly Needle[] {
  const run = column.slice(0, RUN);
  if (run.length < RUN || new Set(run).size < 2) throw new Error(`${secret} would be found everywhere`);
  const forms: readonly (readonly [name: string, bytes: ArrayBufferLike])[] = [
    ['bytes', Uint8Array.from(run).buffer],
    ['int32', Int32Array.from(run).buffer],
    ['float64', Float64Array.from(run).buffer],
  ];
  return forms.map(([form, bytes]) => ({ secret, form: `${IN_A_ROW} ${form}`, bytes: Buffer.from(bytes) }));
}

const IN_A_ROW = 'a run of';

/** Runs of small numbers have no four bytes that are rare, as the scanner wants; long as they are, they are quick to find. */
function scan(needles: readonly Needle[], where: Iterable<Haystack> | Haystack): readonly Finding[] {
  const runs = needles.filter(({ form }) => form.startsWith(IN_A_ROW));
  const scanner = scannerFor(needles.filter((needle) => !runs.includes(needle)));
  const findings: Finding[] = [];
  for (const haystack of 'bytes' in where ? [where] : where) {
    findings.push(...scanner.scan([haystack]));
    const { buffer, byteOffset, byteLength } = haystack.bytes;
    const hay = Buffer.from(buffer, byteOffset, byteLength);
    for (const { secret, form, bytes } of runs)
      if (hay.includes(bytes)) findings.push({ secret, form, where: haystack.name });
  }
  return findings;
}

/** Of applicants with a score: what the file has of it beside the id. */
function scoreForms(): readonly Needle[] {
  const scored = scores.rows.filter(({ score: text }) => text !== '');
  const probability = new Set(scored.map((row) => row['probability']!));
  return [...probability].slice(0, 8).flatMap((text) => {
    const row = scored.find((one) => one['probability'] === text)!;
    const bytes = Buffer.from(`,${row['score']},${text},${row['bank']},${row['others']}`);
    return [{ secret: 'score of an applicant', form: 'line', bytes }];
  });
}

async function tapped(pid: number): Promise<readonly Haystack[]> {
  const files = (await readdir(taps)).filter((file) => isOf(pid, file));
  return Promise.all(files.map(async (name) => ({ name, bytes: await readFile(join(taps, name)) })));
}

const found = (owner: Institution, where: readonly Haystack[]): readonly Finding[] => scan(secrets.get(owner)!, where);
const names = (findings: readonly Finding[]): ReadonlySet<string> => new Set(findings.map(({ secret }) => secret));
const holds = (haystacks: readonly Haystack[], text: string): boolean =>
  haystacks.some(({ bytes }) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(text));

describe('after a blind job and a batch of scores', () => {
  it('used what was planted and scored applicants', () => {
    expect(report.profile).toBe('blind');
    const used = new Set(report.features.map(({ party, name }) => `${party}.${name}`));
    for (const name of ['bank.loan', 'tax.turnover', 'registry.capital']) expect(used).toContain(name);
    expect(scores.rows.filter(({ score: text }) => text !== '').length).toBeGreaterThan(100);
    expect(scores.rows.at(-1)).toMatchObject({ firm_id: ASKED_ID, score: '' });
  });

  describe.each(planted)('what only %s may have', (owner) => {
    it.each(others(owner))('is in no file, log, database or answer of %s', (holder) => {
      expect(told(found(owner, held.get(holder)!))).toEqual([]);
    });

    it.each(others(owner))('did not come to %s by any stream', (holder) => {
      expect(told(found(owner, came.get(holder)!))).toEqual([]);
    });

    it.each(others(owner))('is not in the memory of %s', (holder) => {
      const own = new Set(secrets.get(owner)!.map(({ secret }) => secret));
      expect(told(inMemory.get(holder)!.filter(({ secret }) => own.has(secret)))).toEqual([]);
    });
  });

  it('leaves no id of a shared firm at the coordinator', () => {
    const scanner = scannerFor(tables.shared);
    expect(told(scanner.scan([...held.get(COORDINATOR)!, ...came.get(COORDINATOR)!]))).toEqual([]);
    const shared = new Set(tables.shared.map(({ secret }) => secret));
    expect(told(inMemory.get(COORDINATOR)!.filter(({ secret }) => shared.has(secret)))).toEqual([]);
  });

  it('leaves ids and scores of applicants in the scores of the bank, and nowhere else', () => {
    const asked = found('bank', held.get('bank')!).filter(({ secret }) => / of an applicant$/.test(secret));
    expect(names(asked)).toEqual(new Set(['id of an applicant', 'score of an applicant']));
    expect(asked.filter(({ where }) => !/^scores\//.test(where))).toEqual([]);
  });
});

describe('controls', () => {
  it('the coordinator’s streams have what it relays: records of TLS, and not what is in them', () => {
    const relayed = came.get(COORDINATOR)!;
    expect(relayed.reduce((total, { bytes }) => total + bytes.length, 0)).toBeGreaterThan(1 << 20);
    expect(holds(relayed, recipe.name)).toBe(true);
    for (const kind of ['group-sum-rows', 'mat-vec-encrypted', 'score-terms']) {
      expect(holds(came.get('tax')!, kind), kind).toBe(true);
      expect(holds(relayed, kind), kind).toBe(false);
    }
  });

  it('the bank’s own streams have its file of scores', () => {
    const own = names(found('bank', came.get('bank')!));
    for (const secret of ['id of an applicant', 'score of an applicant']) expect(own).toContain(secret);
  });

  it.each(planted)('the memory of %s has its own numbers', (party) => {
    expect(names(inMemory.get(party)!)).toContain(`number 0 of ${party}`);
  });

  it.each([COORDINATOR, 'tax'])('would have found one file gone astray to %s', async (holder) => {
    const stray = join(home, holder, 'stray');
    await mkdir(stray, { recursive: true });
    for (const name of ['applicants', 'scores']) await copyFile(join(dir, `${name}.csv`), join(stray, name));
    // The product's own figures: what is looked for was reckoned by the test.
    const points = scores.rows.map(({ bank }) => Number(bank));
    await writeFile(join(stray, 'points'), Int32Array.from(points));
    const labels = (await readCsv(join(dir, 'bank.csv'))).rows.map(({ defaulted }) => Number(defaulted));
    await writeFile(join(stray, 'labels'), Uint8Array.from(labels));
    const seen = names(found('bank', await heldBy(stray)));
    for (const secret of [
      'labels',
      'points of bank',
      ...['id', 'number', 'score'].map((what) => `${what} of an applicant`),
    ])
      expect(seen).toContain(secret);
  });

  it('would have heard a word that came in two pieces', async () => {
    const child = spawn(process.execPath, [tapOptions(taps), '-e', 'process.stdin.resume()'], {
      stdio: ['pipe', 'ignore', 'inherit'],
    });
    const ended = new Promise((done) => child.once('close', done));
    child.stdin.write(ASKED_ID.slice(0, 8));
    await sleep(50);
    child.stdin.end(ASKED_ID.slice(8));
    await ended;
    expect(names(found('bank', await tapped(child.pid!)))).toContain('id of an applicant');
  });
});
