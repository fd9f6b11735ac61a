import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { fakeDaemon, type Answer, type FakeDaemon } from '../fixtures/fake-daemon.ts';
import { jsonLines, runCli } from '../fixtures/run-cli.ts';

let daemon: FakeDaemon | undefined;
const open = async (answers: Readonly<Record<string, Answer>>): Promise<FakeDaemon> =>
  (daemon = await fakeDaemon(answers));
afterEach(async () => {
  await daemon?.close();
  daemon = undefined;
});

const profile = {
  source: {},
  rows: 22001,
  columns: [
    { name: 'sector', type: 'category', missing: 12, distinct: 20, topShare: 0.2 },
    { name: '注册资本', type: 'number', missing: 0, distinct: 900, min: -1.5, max: 12000, mean: 3, quantiles: [] },
  ],
  problems: [],
};
const dataset = {
  name: 'firms',
  path: '/d/firms.csv',
  id: 'firm',
  drop: [],
  types: {},
  role: 'feature',
  profile,
  published: {},
};
const running = {
  id: 'j1',
  state: 'running',
  startedAt: '2026-01-01T00:00:00Z',
  parties: { bank: { stage: 'train', done: 3, total: 30, unit: 'iterations', state: 'running' } },
};
const succeeded = {
  ...running,
  state: 'succeeded',
  finishedAt: '2026-01-01T00:01:00Z',
  parties: { bank: { stage: 'done', done: 0, total: 0, unit: '', state: 'finished' } },
};
const failed = {
  ...running,
  state: 'failed',
  error: {
    code: 'peer-lost',
    message: 'the connection to registry was lost',
    party: 'bank',
    params: { peer: 'registry' },
  },
};

describe('data add', () => {
  it('sends what was asked, with an absolute path, and prints what the owner sees', async () => {
    const { home, requests } = await open({ 'POST /datasets': { body: { profile } } });
    const words = [
      'data',
      'add',
      'loans',
      'loans.csv',
      '--id',
      'loan_id',
      '--label',
      'bad',
      '--drop',
      'a',
      'b',
      '--type',
      'zip=category',
      'x=y=number',
      '--home',
      home,
    ];
    const { exitCode, stdout } = await runCli(words);
    expect(exitCode).toBe(0);
    expect(requests).toEqual([
      {
        request: 'POST /datasets',
        body: {
          name: 'loans',
          path: resolve('loans.csv'),
          id: 'loan_id',
          label: 'bad',
          drop: ['a', 'b'],
          types: { zip: 'category', 'x=y': 'number' },
          role: 'label',
        },
      },
    ]);
    expect(stdout).toBe('loans is registered: 22,001 rows, 2 columns offered.\n');
    expect(jsonLines((await runCli([...words, '--json'])).stdout)).toEqual([{ name: 'loans', profile }]);
  });

  it('passes on the refusal of the node, with the exit code of its kind', async () => {
    const error = { code: 'ids-duplicate', message: '3 ids occur more than once', params: { count: 3 } };
    const { home } = await open({ 'POST /datasets': { status: 400, body: { error } } });
    const { exitCode, stderr } = await runCli(['data', 'add', 'a', 'a.csv', '--id', 'id', '--home', home]);
    expect(exitCode).toBe(3);
    expect(stderr).toContain('error[ids-duplicate]');
    expect(stderr).toContain('3 ids occur more than once');
  });
});

describe('data add --from postgres', () => {
  const postgres = ['data', 'add', 'firms', '--from', 'postgres', '--id', 'firm', '--url-env', 'TAX_DB'];

  it.each([
    [['--table', 'tax.firms'], { urlEnv: 'TAX_DB', table: 'tax.firms' }],
    [['--query', 'select 1'], { urlEnv: 'TAX_DB', query: 'select 1' }],
  ])('names the variable, never the URL: %s', async (words, source) => {
    const { home, requests } = await open({ 'POST /datasets': { body: { profile } } });
    expect((await runCli([...postgres, ...words, '--home', home])).exitCode).toBe(0);
    expect(requests[0]?.body).toEqual({
      name: 'firms',
      id: 'firm',
      drop: [],
      types: {},
      role: 'feature',
      postgres: source,
    });
  });

  it.each([
    ['no file and no source', ['data', 'add', 'firms', '--id', 'firm']],
    ['a file too', [...postgres, 'file.csv', '--table', 't']],
    ['neither table nor query', postgres],
    ['both', [...postgres, '--table', 't', '--query', 'q']],
    ['no variable', ['data', 'add', 'firms', '--from', 'postgres', '--id', 'firm', '--table', 't']],
    ['a table of a file', ['data', 'add', 'firms', 'file.csv', '--id', 'firm', '--table', 't']],
  ])('is refused with %s', async (_, words) => {
    const { home, requests } = await open({});
    const { exitCode, stderr } = await runCli([...words, '--home', home]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('error[recipe-invalid]');
    expect(requests).toEqual([]);
  });

  it('show says where the rows are', async () => {
    const source = { urlEnv: 'TAX_DB', query: 'select *\n  from firms' };
    const rest = Object.fromEntries(Object.entries(dataset).filter(([key]) => key !== 'path'));
    const body = { ...rest, postgres: source, profile: { ...profile, source: { digest: 'abc' } } };
    const { home } = await open({ 'GET /datasets/firms': { body } });
    const { stdout } = await runCli(['data', 'show', 'firms', '--home', home]);
    expect(stdout).toContain('File: PostgreSQL (TAX_DB): select * from firms\n');
    expect(stdout).toContain('SHA-256: abc\n');
  });
});

describe('data list, show and remove', () => {
  it('list', async () => {
    const { home } = await open({ 'GET /datasets': { body: [dataset] } });
    const { stdout } = await runCli(['data', 'list'], { env: { COSCORE_HOME: home } });
    expect(stdout).toMatchSnapshot();
    expect(jsonLines((await runCli(['data', 'list', '--json', '--home', home])).stdout)).toEqual([[dataset]]);
  });

  it('list of nothing says how to add something', async () => {
    const { home } = await open({ 'GET /datasets': { body: [] } });
    expect((await runCli(['data', 'list', '--home', home])).stdout).toContain('coscore data add');
    expect(jsonLines((await runCli(['data', 'list', '--json', '--home', home])).stdout)).toEqual([[]]);
  });

  it('show lines up Chinese names', async () => {
    const { home } = await open({ 'GET /datasets/firms': { body: dataset } });
    expect((await runCli(['data', 'show', 'firms', '--home', home])).stdout).toMatchSnapshot();
  });

  it('remove, with a name that needs escaping', async () => {
    const { home, requests } = await open({ 'DELETE /datasets/a%2Fb': { body: {} } });
    expect((await runCli(['data', 'remove', 'a/b', '--json', '--home', home])).stdout).toBe('{"removed":"a/b"}\n');
    expect(requests[0]?.request).toBe('DELETE /datasets/a%2Fb');
  });
});

describe('job', () => {
  it('list and show', async () => {
    const { home } = await open({ 'GET /jobs': { body: [running, failed] }, 'GET /jobs/j1': { body: failed } });
    expect((await runCli(['job', 'list', '--home', home])).stdout).toMatchSnapshot();
    expect((await runCli(['job', 'show', 'j1', '--home', home])).stdout).toMatchSnapshot();
    expect(jsonLines((await runCli(['job', 'show', 'j1', '--json', '--home', home])).stdout)).toEqual([failed]);
  });

  it('show says which attempt it is, whom it waits for, since when, and why the last attempt ended', async () => {
    const waiting = {
      ...running,
      state: 'waiting',
      attempt: 2,
      waitingFor: ['tax', 'registry'],
      since: '2026-01-01T00:00:30Z',
      lastError: failed.error,
    };
    const { home } = await open({ 'GET /jobs': { body: [waiting] }, 'GET /jobs/j1': { body: waiting } });
    for (const lang of ['en', 'zh']) {
      expect((await runCli(['job', 'list', '--lang', lang, '--home', home])).stdout).toMatchSnapshot();
      expect((await runCli(['job', 'show', 'j1', '--lang', lang, '--home', home])).stdout).toMatchSnapshot();
    }
  });

  it('resume', async () => {
    const next = { ...running, state: 'waiting', attempt: 3, waitingFor: ['tax'], since: '2026-01-01T00:00:30Z' };
    const { home, requests } = await open({ 'POST /jobs/j1/resume': { body: {} }, 'GET /jobs/j1': { body: next } });
    expect((await runCli(['job', 'resume', 'j1', '--home', home])).stdout).toBe(
      'job j1 goes on. waiting for tax since 2026-01-01T00:00:30Z\n',
    );
    expect(requests[0]).toMatchObject({ request: 'POST /jobs/j1/resume' });
  });

  it('show of a job that is not there', async () => {
    const { home } = await open({});
    const { exitCode, stderr } = await runCli(['job', 'show', 'nope', '--home', home]);
    expect(exitCode).not.toBe(0);
    expect(stderr).toContain('error[job-unknown]');
  });

  it('watch ends with the job, and prints each change', async () => {
    const { home } = await open({ 'GET /jobs/j1/events': { lines: [running, succeeded] } });
    const text = await runCli(['job', 'watch', 'j1', '--home', home]);
    expect(text).toMatchObject({ exitCode: 0, stdout: 'j1: succeeded\n' });
    expect(text.stderr).toContain('  bank: train 3/30 iterations\n');
    const json = await runCli(['job', 'watch', 'j1', '--json', '--home', home]);
    expect(jsonLines(json.stdout)).toEqual([
      { event: 'progress', job: running },
      { event: 'progress', job: succeeded },
      { event: 'finished', job: succeeded },
    ]);
  });

  it.each([
    ['failed', failed, 5, 'peer-lost'],
    ['cancelled', { ...running, state: 'cancelled' }, 8, 'job-cancelled'],
  ])('watch of a %s job has the exit code of the reason', async (_state, last, exitCode, code) => {
    const { home } = await open({ 'GET /jobs/j1/events': { lines: [running, last] } });
    const result = await runCli(['job', 'watch', 'j1', '--json', '--home', home]);
    expect(result.exitCode).toBe(exitCode);
    expect(jsonLines(result.stdout).at(-1)).toMatchObject({ event: 'error', error: { code, exitCode } });
  });

  it('watch says when the node goes away before the job ends', async () => {
    const { home } = await open({ 'GET /jobs/j1/events': { lines: [running] } });
    const { exitCode, stderr } = await runCli(['job', 'watch', 'j1', '--home', home]);
    expect(exitCode).not.toBe(0);
    expect(stderr).toContain('error[daemon-not-running]');
  });

  it('cancel', async () => {
    const { home, requests } = await open({ 'POST /jobs/j1/cancel': { body: {} } });
    expect((await runCli(['job', 'cancel', 'j1', '--json', '--home', home])).stdout).toBe('{"cancelled":"j1"}\n');
    expect(requests).toHaveLength(1);
  });

  it('report saves the three files', async () => {
    const out = mkdtempSync(join(tmpdir(), 'coscore-report-'));
    const { home } = await open({
      'GET /jobs/j1/report.json': { body: { name: 'x', metrics: {} } },
      'GET /jobs/j1/report.html': { body: 'page' },
      'GET /jobs/j1/report.xlsx': { body: 'book' },
    });
    const { exitCode, stdout } = await runCli(['job', 'report', 'j1', '--out', out, '--json', '--home', home]);
    expect(exitCode).toBe(0);
    expect(jsonLines(stdout)).toEqual([
      { job: 'j1', files: ['report.json', 'report.html', 'report.xlsx'].map((name) => join(out, name)) },
    ]);
    expect(readFileSync(join(out, 'report.json'), 'utf8')).toBe('{"name":"x","metrics":{}}');
    rmSync(out, { recursive: true });
  });

  it('report of a job that only aligned is its numbers', async () => {
    const out = mkdtempSync(join(tmpdir(), 'coscore-report-'));
    const { home } = await open({ 'GET /jobs/j1/report.json': { body: { name: 'x', rowsAligned: 3 } } });
    const { exitCode, stdout } = await runCli(['job', 'report', 'j1', '--out', out, '--json', '--home', home]);
    expect(exitCode).toBe(0);
    expect(jsonLines(stdout)).toEqual([{ job: 'j1', files: [join(out, 'report.json')] }]);
  });

  it('report elsewhere than at the label party is refused', async () => {
    const error = { code: 'report-not-here', message: 'the report is at bank', params: {} };
    const { home } = await open({ 'GET /jobs/j1/report.json': { status: 404, body: { error } } });
    const out = mkdtempSync(join(tmpdir(), 'coscore-report-'));
    const { exitCode, stderr } = await runCli(['job', 'report', 'j1', '--out', out, '--home', home]);
    expect(exitCode).not.toBe(0);
    expect(stderr).toContain('error[report-not-here]');
    rmSync(out, { recursive: true });
  });

  it('start sends the checked recipe', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'coscore-recipe-'));
    const path = join(folder, 'r.yaml');
    writeFileSync(
      path,
      'name: r\nprofile: aided\nparties:\n  a: { role: label, data: a.csv, id: i, label: y }\n  b: { role: feature, data: b.csv, id: i }\n',
    );
    const { home, requests } = await open({
      'POST /jobs': { body: { job: 'j9' } },
      'GET /jobs/j9': { body: { ...running, id: 'j9' } },
    });
    expect((await runCli(['job', 'start', path, '--project', 'abc', '--home', home])).stdout).toBe(
      'job j9 is started.\n',
    );
    expect(requests[0]?.body).toMatchObject({ project: 'abc', recipe: { name: 'r', features: { bins: 50 } } });
    rmSync(folder, { recursive: true });
  });
});

describe('model export', () => {
  const file = (name: string): Answer => ({ body: { content: name } });

  it('saves every file of a forest into one folder', async () => {
    const names = ['forest.lightgbm.txt', 'forest.onnx', 'columns.json'];
    const { home, requests } = await open(
      Object.fromEntries(names.map((name) => [`GET /models/j1/${name}`, file(name)])),
    );
    const out = join(mkdtempSync(join(tmpdir(), 'cs-export-')), 'a', 'model');
    const { exitCode, stdout } = await runCli(['model', 'export', 'j1', '--out', out, '--home', home]);
    expect(exitCode).toBe(0);
    expect(requests.map(({ request }) => request)).toEqual(names.map((name) => `GET /models/j1/${name}`));
    for (const name of names) {
      expect(JSON.parse(readFileSync(join(out, name), 'utf8'))).toEqual({ content: name });
      expect(stdout).toContain(join(out, name));
    }
    rmSync(join(out, '..', '..'), { recursive: true });
  });

  it('leaves nothing behind when the model may not be exported', async () => {
    const error = { code: 'model-not-exportable', message: 'tax keeps its thresholds', params: { job: 'j1' } };
    const { home } = await open({ 'GET /models/j1/forest.lightgbm.txt': { status: 400, body: { error } } });
    const parent = mkdtempSync(join(tmpdir(), 'cs-export-'));
    const { exitCode, stderr } = await runCli([
      'model',
      'export',
      'j1',
      '--out',
      join(parent, 'model'),
      '--home',
      home,
    ]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('allowExport: true');
    expect(readdirSync(parent)).toEqual([]);
    rmSync(parent, { recursive: true });
  });
});
