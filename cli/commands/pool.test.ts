/** What the commands around material dealt ahead ask of the daemons, and print. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeDaemon, type Answer, type FakeDaemon } from '../fixtures/fake-daemon.ts';
import { jsonLines, runCli } from '../fixtures/run-cli.ts';

const digest = '3f9c0a12'.padEnd(64, '0');
const other = 'aaaa0a12'.padEnd(64, '0');
const batch = { project: digest, peer: 'bank', helper: 'h', slots: 21000, features: 10, role: 'feature', madeAt: '2029-01-01T00:00:00.000Z' }; // prettier-ignore
const batches = [
  { ...batch, id: 'j.1.tax.0', columns: 10, bytes: 16_800_032, state: 'ready' },
  { ...batch, id: 'j.1.tax.1', columns: 4, bytes: 6_720_032, state: 'ready' },
  { ...batch, id: 'j.1.tax.2', columns: 3, bytes: 5_040_032, state: 'claimed' },
  { ...batch, id: 'k.1.tax.0', project: other, columns: 1, bytes: 100, state: 'ready' },
];
const projects = [digest, other].map((one) => ({ digest: one, state: 'active', manifest: { project: 'p' } }));

let daemon: FakeDaemon | undefined;
const open = async (answers: Readonly<Record<string, Answer>>): Promise<FakeDaemon> =>
  (daemon = await fakeDaemon({ 'GET /projects': { body: projects }, ...answers }));
afterEach(async () => {
  await daemon?.close();
  daemon = undefined;
});

describe('pool list', () => {
  it('adds up what a job can use together, in both languages', async () => {
    const { home } = await open({ 'GET /pool': { body: batches } });
    const { exitCode, stdout } = await runCli(['pool', 'list', '--home', home]);
    expect(exitCode).toBe(0);
    const [, , first, second] = stdout.split('\n').map((line) => line.trim().split(/\s{2,}/));
    expect(first).toEqual(['3f9c0a120000', 'bank', '21,000', '10', '14', '3', '28.6 MB', '2029-01-01T00:00:00.000Z']);
    expect(second?.slice(0, 2)).toEqual(['aaaa0a120000', 'bank']);
    const { stdout: one } = await runCli(['pool', 'list', '--project', 'aaaa0a12', '--home', home, '--json']);
    expect(jsonLines(one)[0]).toEqual([batches[3]]);
    expect((await runCli(['--lang', 'zh', 'pool', 'list', '--home', home])).stdout).toContain('使用中');
  });

  it('says that there is nothing', async () => {
    const { home } = await open({ 'GET /pool': { body: [] } });
    expect((await runCli(['pool', 'list', '--home', home])).stdout).toBe('Nothing is dealt ahead.\n');
  });
});

it('pool wipe names the whole digest, and says how much went', async () => {
  const { home, requests } = await open({ [`POST /pool/${digest}/wipe`]: { body: { wiped: 2 } } });
  const { stdout } = await runCli(['pool', 'wipe', '--project', '3f9c0a12', '--home', home]);
  expect(requests.at(-1)?.request).toBe(`POST /pool/${digest}/wipe`);
  expect(stdout).toBe('2 batches wiped.\n');
});

describe('job deal', () => {
  let dir: string;
  beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'cs-deal-'))));
  afterEach(() => rmSync(dir, { recursive: true, force: true }));
  const recipe = (profile: string, model: string): string => {
    const path = join(dir, 'recipe.yaml');
    writeFileSync(
      path,
      `name: sme
profile: ${profile}
parties:
  bank: { role: label, data: b.csv, id: firm, label: bad }
  tax: { role: feature, data: t.csv, id: firm }
model: ${model}
`,
    );
    return path;
  };

  it('starts the recipe as a job that only deals, for its own trees or as many as are asked for', async () => {
    const done = { id: 'j1', state: 'succeeded', parties: {} };
    const { home, requests } = await open({
      'POST /jobs': { body: { job: 'j1' } },
      'GET /jobs/j1/events': { lines: [done] },
    });
    const path = recipe('aided', '{ kind: gbdt, trees: 30 }');
    const deal = (...more: string[]): ReturnType<typeof runCli> =>
      runCli(['job', 'deal', path, '--project', '3f9c0a12', ...more, '--home', home]);
    const started = (): unknown => requests.findLast(({ request }) => request === 'POST /jobs')?.body;
    expect((await deal()).exitCode).toBe(0);
    expect(started()).toMatchObject({ project: digest, recipe: { dealAhead: 30, model: { trees: 30 } } });
    await deal('--trees', '200');
    expect(started()).toMatchObject({ recipe: { dealAhead: 200, model: { trees: 30 } } });
    expect((await deal('--trees', '0')).exitCode).toBe(2);
  });

  it.each([
    ['blind', '{ kind: gbdt }', 'nothing to deal ahead'],
    ['aided', '{ kind: scorecard }', 'only for a forest'],
  ])('starts nothing for %s %s', async (profile, model, said) => {
    const { home, requests } = await open({});
    const path = recipe(profile, model);
    const { exitCode, stderr } = await runCli(['job', 'deal', path, '--project', '3f9c0a12', '--home', home]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(said);
    expect(requests.map(({ request }) => request)).not.toContain('POST /jobs');
  });
});
