/** Batch scoring by the command line on real processes: right scores, what policy shows of them, and every refusal by name. */
import { copyFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OwnModel, RegisteredModel } from 'coscore/daemon-views.ts';
import { COORDINATOR } from 'coscore/lab/lab.ts';
import { catalogue } from '@coscore/node-core/errors/catalogue.ts';
import { recipeSchema, type Recipe } from '@coscore/node-core/recipe/index.ts';
import { normaliseId } from '@coscore/protocols/align/index.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textForms, type Needle } from '../leakage/forms.ts';
import { heldBy } from '../leakage/held.ts';
import { scannerFor } from '../leakage/scanner.ts';
import { pointsOf, readCsv, shardOf, writeCsv, type Table } from '../support/applicants.ts';
import { coscore, reportedError, type CommandResult } from '../support/coscore-command.ts';
import { eventually, startLab, type Finished, type RunningLab } from '../support/running-lab.ts';
import { writeSmallEconomy } from '../support/small-economy.ts';

const APPLICANTS = 400;
const UNKNOWN = 7;
/** Every attempt that comes to the alignment counts: room for five with all applicants. */
const QUOTA = 2000;
const LONG_MS = 180_000;
type Row = Readonly<Record<string, string>>;

let dir: string;
const tables = new Map<string, ReadonlyMap<string, Row>>();

beforeAll(async () => {
  ({ dir } = await writeSmallEconomy(await mkdtemp(join(tmpdir(), 'cs-data-')), 2500));
  for (const name of ['bank', 'tax', 'registry'])
    tables.set(
      name,
      new Map((await readCsv(join(dir, `${name}.csv`))).rows.map((row) => [normaliseId(row['firm_id']!), row])),
    );
}, LONG_MS);
afterAll(() => rm(dir, { recursive: true, force: true }));

const recipeOf = (profile: Recipe['profile'], features: readonly string[], policy: object): Recipe =>
  recipeSchema.parse({
    name: 'scores',
    profile,
    parties: {
      bank: { role: 'label', data: 'bank.csv', id: 'firm_id', label: 'defaulted', drop: ['year'] },
      ...Object.fromEntries(features.map((id) => [id, { role: 'feature', data: `${id}.csv`, id: 'firm_id' }])),
    },
    split: { test: 0.3, seed: 7 },
    features: { bins: 10, select: { iv: 0.005 } },
    policy: { serveQuota: QUOTA, ...policy },
  });

/** Columns in another order, no label; a missing cell, a level that nobody has seen, and firms that nobody knows. */
async function applicants(path: string, count = APPLICANTS): Promise<Table> {
  const known = [...tables.get('bank')!.values()].slice(0, count - UNKNOWN).toReversed();
  const rows = [
    ...known.map((row, i) => ({
      ...row,
      ...(i === 3 ? { loan: '' } : {}),
      ...(i === 5 ? { region: 'overseas' } : {}),
    })),
    ...Array.from({ length: UNKNOWN }, (_, i) => ({ ...known[i]!, firm_id: `NOBODY-${i}` })),
  ];
  const table = { columns: ['region', 'loan', 'firm_id', 'age'], rows };
  await writeCsv(path, table);
  return table;
}

/** Weights are near 1, so their fixed point would be found by chance anywhere: as text and as doubles. */
function weightForms(name: string, weight: number): readonly Needle[] {
  const [little, big] = [Buffer.alloc(8), Buffer.alloc(8)];
  little.writeDoubleLE(weight);
  big.writeDoubleBE(weight);
  const forms = { text: Buffer.from(String(weight).slice(0, 12)), little, big };
  return Object.entries(forms).map(([form, bytes]) => ({ secret: `weight of ${name}`, form, bytes }));
}

const score = (running: RunningLab, words: readonly string[]): Promise<CommandResult> =>
  coscore(['--json', 'score', ...words, '--home', running.lab.labelParty.home]);

/** Trains, so that there is a model. */
async function trained(running: RunningLab, recipe: Recipe): Promise<Finished & { readonly project: string }> {
  const finished = await running.finish(recipe);
  const project = (await running.lab.coordinator.client.job(finished.job)) as unknown as { project: string };
  return { ...finished, project: project.project };
}

const ownModel = async (running: RunningLab, party: string, job: string): Promise<OwnModel> =>
  (await running.lab.parties.get(party)!.client.model(job)) as OwnModel;

/** [applicants] by party, undefined for one that not every party knows. */
async function expectedPoints(
  running: RunningLab,
  job: string,
  { rows }: Table,
): Promise<readonly (ReadonlyMap<string, number> | undefined)[]> {
  const parties = [...running.lab.parties.keys()];
  const shards = await Promise.all(parties.map(async (party) => shardOf(await ownModel(running, party, job))));
  return rows.map((row) => {
    const id = normaliseId(row['firm_id']!);
    if (parties.some((party) => !tables.get(party)!.has(id))) return undefined;
    return new Map(
      parties.map((party, i) => [party, pointsOf(shards[i]!, party === 'bank' ? row : tables.get(party)!.get(id)!)]),
    );
  });
}

const sum = (points: ReadonlyMap<string, number>): number =>
  [...points.values()].reduce((total, part) => total + part, 0);

describe('aided, two feature parties, contributions as a sum', () => {
  const recipe = recipeOf('aided', ['tax', 'registry'], {});
  let running: RunningLab;
  let model: Finished & { readonly project: string };
  let asked: Table;
  let file: string;
  let out: string;
  let first: CommandResult;

  beforeAll(async () => {
    running = await startLab(recipe, dir);
    model = await trained(running, recipe);
    file = join(dir, 'applicants.csv');
    out = join(dir, 'out/scores.csv');
    asked = await applicants(file);
    first = await score(running, ['--model', model.job, '--in', file, '--out', out]);
  }, LONG_MS);
  afterAll(() => running?.close());

  it('scores every applicant that all parties know, by the points of all of them, in the order of the file', async () => {
    expect(first).toMatchObject({ exitCode: 0 });
    const { columns, rows } = await readCsv(out);
    // The points of two feature parties come as their sum.
    expect(columns).toEqual(['firm_id', 'score', 'probability', 'bank', 'others']);
    expect(rows.map((row) => row['firm_id'])).toEqual(asked.rows.map((row) => row['firm_id']));
    const expected = await expectedPoints(running, model.job, asked);
    const { offset, factor } = shardOf(await ownModel(running, 'bank', model.job)).scaling!;
    rows.forEach((row, i) => {
      const points = expected[i];
      if (points === undefined) {
        expect(row).toMatchObject({ score: '', probability: '', bank: '', others: '' });
        return;
      }
      expect(Number(row['score'])).toBe(sum(points));
      expect(Number(row['bank'])).toBe(points.get('bank'));
      expect(Number(row['others'])).toBe(points.get('tax')! + points.get('registry')!);
      expect(Number(row['probability'])).toBeCloseTo(1 / (1 + Math.exp((sum(points) - offset) / factor)), 5);
    });
    const scored = expected.filter((points) => points !== undefined).length;
    expect(scored).toBeGreaterThan(250);
    expect(rows.slice(-UNKNOWN).every((row) => row['score'] === '')).toBe(true);
    const last = JSON.parse(first.stdout.trim().split('\n').at(-1)!) as object;
    const unseen = shardOf(await ownModel(running, 'bank', model.job)).features.some(({ name }) => name === 'region');
    expect(last).toEqual({ event: 'scored', file: out, applicants: APPLICANTS, scored, unseen: unseen ? 1 : 0 });
  });

  it('is on the scale of the report, and higher for who paid back', async () => {
    const { rows } = await readCsv(out);
    const { train, test } = model.report.evaluation;
    const gains = [...train.gains, ...test!.gains];
    // The report's scores are not rounded: each feature may add half a point.
    const rounding = model.report.features.length / 2;
    const scores: [number[], number[]] = [[], []];
    for (const row of rows.filter(({ score: text }) => text !== '')) {
      scores[Number(tables.get('bank')!.get(normaliseId(row['firm_id']!))!['defaulted'])]!.push(Number(row['score']));
      expect(Number(row['score'])).toBeGreaterThan(Math.min(...gains.map(({ minScore }) => minScore)) - rounding);
      expect(Number(row['score'])).toBeLessThan(Math.max(...gains.map(({ maxScore }) => maxScore)) + rounding);
    }
    const [good, bad] = scores.map((all) => all.reduce((total, value) => total + value, 0) / all.length);
    expect(good! - bad!).toBeGreaterThan(10);
  });

  it('is written down on both sides', async () => {
    expect(await running.entries('bank', 'learned', { model: model.job })).toMatchObject([
      { details: { what: ['scores'] } },
    ]);
    for (const party of ['tax', 'registry'])
      expect(await running.entries(party, 'learned', { model: model.job })).toMatchObject([
        { details: { what: ['applicants-asked-about'] } },
      ]);
  });

  it('registers the model at the coordinator by metrics and digests, and never a weight', async () => {
    const { coordinator, parties } = running.lab;
    const [registered] = (await coordinator.client.models()) as readonly RegisteredModel[];
    const { train, test } = model.report.evaluation;
    expect(registered).toMatchObject({
      id: model.job,
      name: 'scores',
      kind: 'scorecard',
      profile: 'aided',
      project: model.project,
      metrics: { train: { auc: train.metrics.auc }, test: { auc: test!.metrics.auc, brier: test!.metrics.brier } },
    });
    const digests = await Promise.all(
      [...parties.keys()].map(async (party) => [party, (await ownModel(running, party, model.job)).digest]),
    );
    expect(registered!.parties.map(({ id, shard }) => [id, shard])).toEqual(digests);
    expect((await coordinator.client.audit()).filter(({ event }) => event === 'model-registered')).toHaveLength(1);

    const table = await coscore(['model', 'list', '--home', coordinator.home]);
    expect(table.stdout).toContain(model.job);
    expect(table.stdout).toContain(test!.metrics.auc.toFixed(4));
    const shown = await coscore(['model', 'show', model.job, '--home', coordinator.home]);
    for (const [, digest] of digests) expect(shown.stdout).toContain(digest);

    // Of each party the feature that weighs most: a longer list of needles takes minutes and shows no more.
    const shards = await Promise.all([...parties.keys()].map((party) => ownModel(running, party, model.job)));
    const heaviest = shards.map((shard) =>
      shardOf(shard).features.reduce((most, feature) =>
        Math.abs(feature.weight) > Math.abs(most.weight) ? feature : most,
      ),
    );
    const secrets = scannerFor(heaviest.flatMap(({ name, weight }) => weightForms(name, weight)));
    const held = await heldBy(join(running.home, COORDINATOR));
    expect(secrets.scan(held)).toEqual([]);
    // Controls: what it does keep is found where it was looked, and the owner's own state has the weights.
    expect(scannerFor(textForms('digest', digests[0]![1]!)).scan(held).length).toBeGreaterThan(0);
    expect(secrets.scan(await heldBy(join(running.home, 'bank'))).length).toBeGreaterThan(0);
  });

  it('goes on when a feature party is killed in the middle', { timeout: LONG_MS }, async () => {
    const { lab } = running;
    // While registry stands still, nobody can finish: so tax dies in the middle, however quick the machine is.
    const registry = lab.parties.get('registry')!.process.pid;
    process.kill(registry, 'SIGSTOP');
    const again = score(running, ['--model', model.job, '--in', file, '--out', join(dir, 'again.csv')]);
    const tax = lab.parties.get('tax')!.client;
    const job = await eventually('tax has begun', async () =>
      (await tax.jobs()).find(({ state }) => state === 'running'),
    );
    await lab.kill('tax');
    process.kill(registry, 'SIGCONT');
    await lab.restart('tax');
    expect(await again).toMatchObject({ exitCode: 0 });
    expect(await readFile(join(dir, 'again.csv'), 'utf8')).toBe(await readFile(out, 'utf8'));
    expect((await lab.coordinator.client.job(job.id)).attempt).toBeGreaterThan(1);
  });

  it('fetches a batch that was asked for before', async () => {
    const { batch } = JSON.parse(first.stdout.trim().split('\n')[0]!) as { batch: string };
    const copy = join(dir, 'copy.csv');
    expect(await score(running, ['--batch', batch, '--out', copy])).toMatchObject({ exitCode: 0 });
    expect(await readFile(copy, 'utf8')).toBe(await readFile(out, 'utf8'));
  });

  const expectError = (result: CommandResult, code: string, detail: RegExp): void => {
    expect(reportedError(result)).toMatchObject({ code, detail: expect.stringMatching(detail) as string });
    expect(result.exitCode).toBe(catalogue.get(code)!.exitCode);
  };
  const refused = async (file: string, code: string, detail: RegExp, job = model.job): Promise<void> => {
    const none = join(dir, 'none.csv');
    expectError(await score(running, ['--model', job, '--in', file, '--out', none]), code, detail);
    await expect(stat(none)).rejects.toMatchObject({ code: 'ENOENT' });
  };

  it('refuses what it does not know', async () => {
    await refused(file, 'model-unknown', /no job nosuchmodel/, 'nosuchmodel');
    await refused(join(dir, 'nosuchfile.csv'), 'file-not-found', /nosuchfile/);
    const wrong = join(dir, 'wrong.csv');
    await writeCsv(wrong, { ...asked, columns: ['firm_id', 'age'] });
    await refused(wrong, 'column-missing', /loan|region/);
    const usage = await score(running, ['--model', model.job, '--out', out]);
    expect(usage.exitCode).toBe(2);
    const tax = await coscore(['--json', 'score', '--model', model.job, '--in', file, '--out', out, '--home', running.lab.parties.get('tax')!.home]); // prettier-ignore
    expectError(tax, 'party-not-allowed', /label party/);
  });

  it('refuses fewer applicants than minIntersection, before anybody learns whom it is about', async () => {
    const few = join(dir, 'few.csv');
    await applicants(few, 60);
    await refused(few, 'intersection-too-small', /60 applicants.*minIntersection is 100/);
  });

  it('names a feature party whose table cannot be used', { timeout: LONG_MS }, async () => {
    const tax = join(dir, 'tax.csv');
    await copyFile(tax, join(dir, 'tax.keep'));
    const table = await readCsv(tax);
    await writeCsv(tax, { ...table, rows: [...table.rows, table.rows[0]!] });
    await refused(file, 'job-failed', /tax stopped with ids-duplicate/);
    await copyFile(join(dir, 'tax.keep'), tax);
  });

  it('holds the quota of a day', { timeout: LONG_MS }, async () => {
    const many = join(dir, 'many.csv');
    await applicants(many, 1500);
    await refused(many, 'serve-quota-exceeded', new RegExp(`serveQuota is ${QUOTA}`));
  });

  it('refuses the model of a project that was revoked', async () => {
    await running.lab.parties.get('tax')!.client.revoke(model.project, 'the pilot is over');
    await eventually('the bank knows', async () =>
      (await running.lab.labelParty.client.projects()).find(
        ({ digest, state }) => digest === model.project && state === 'revoked',
      ),
    );
    await refused(file, 'project-revoked', /the pilot is over/);
  });
});

describe('blind, one feature party', () => {
  let running: RunningLab;
  beforeAll(async () => {
    running = await startLab(recipeOf('blind', ['tax'], {}), dir);
  }, LONG_MS);
  afterAll(() => running?.close());

  it.each(['party', 'feature'] as const)(
    'scores as the parties’ own parts say, contributions by %s',
    { timeout: LONG_MS },
    async (shareContributions) => {
      const model = await trained(running, recipeOf('blind', ['tax'], { shareContributions }));
      const [file, out] = [join(dir, 'blind.csv'), join(dir, 'blind-scores.csv')];
      const asked = await applicants(file);
      const result = await score(running, ['--model', model.job, '--in', file, '--out', out]);
      expect(result).toMatchObject({ exitCode: 0 });
      const { columns, rows } = await readCsv(out);
      const features = shardOf(await ownModel(running, 'tax', model.job)).features.map(({ name }) => `tax: ${name}`);
      const parts = shareContributions === 'party' ? ['tax'] : features;
      expect(columns).toEqual(['firm_id', 'score', 'probability', 'bank', ...parts]);
      const expected = await expectedPoints(running, model.job, asked);
      expect(rows.map((row) => row['score'])).toEqual(
        expected.map((points) => (points === undefined ? '' : String(sum(points)))),
      );
      rows.forEach((row, i) => {
        const points = expected[i];
        if (points === undefined) return;
        expect(parts.reduce((total, column) => total + Number(row[column]), 0)).toBe(points.get('tax'));
      });
    },
  );
});
