import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createIdentity } from '@coscore/node-core/identity/index.ts';
import { defaultPolicy, manifestDigest, parseManifest, type Manifest } from '@coscore/node-core/manifest/index.ts';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fakeDaemon, type Answer, type FakeDaemon } from '../fixtures/fake-daemon.ts';
import { jsonLines, runCli } from '../fixtures/run-cli.ts';
import { run } from '../run.ts';

let manifest: Manifest;
let digest: string;
beforeAll(async () => {
  const [bank, tax, hub] = await Promise.all(['bank', 'tax', 'hub'].map((id) => createIdentity(id)));
  const party = (node: typeof bank, role: 'label' | 'feature', dataset: object): object => ({
    id: node!.id,
    role,
    fingerprint: node!.fingerprint,
    certificatePem: node!.certificatePem,
    dataset: { rowsRounded: 2000, id: 'firm', ...dataset },
  });
  const coordinator = { id: 'hub', fingerprint: hub!.fingerprint };
  manifest = parseManifest({
    version: 1,
    project: 'sme',
    profile: 'aided',
    helper: coordinator,
    coordinator,
    parties: [
      party(bank, 'label', { name: 'loans', label: 'bad', columns: [{ name: 'age', type: 'number' }] }),
      party(tax, 'feature', { name: 'firms', columns: [{ name: 'turnover', type: 'number' }] }),
    ],
    models: ['scorecard'],
    join: 'inner',
    policy: defaultPolicy,
    purpose: 'A pilot',
    expires: '2030-01-01T00:00:00.000Z',
    runs: 3,
  });
  digest = manifestDigest(manifest);
});

let daemon: FakeDaemon | undefined;
afterEach(async () => {
  await daemon?.close();
  daemon = undefined;
});
const party = async (answers: Readonly<Record<string, Answer>> = {}): Promise<FakeDaemon> =>
  (daemon = await fakeDaemon({
    'GET /projects': { body: [{ digest, state: 'proposed', manifest, words: { en: [], zh: [] }, runsUsed: 1 }] },
    'GET /status': { body: { id: 'tax' } },
    [`POST /projects/${digest}/approve`]: { body: {} },
    [`POST /projects/${digest}/reject`]: { body: {} },
    [`POST /projects/${digest}/revoke`]: { body: {} },
    ...answers,
  }));
const asked = (requests: FakeDaemon['requests']): string[] => requests.map(({ request }) => request);

/** As a person at a terminal who answers one question. */
async function answering(words: readonly string[], answer: string): Promise<{ exitCode: number; out: string }> {
  let out = '';
  const exitCode = await run(words, {
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text: string) => (out += text) !== '' },
    env: {},
    ask: (question) => {
      out += question;
      return Promise.resolve(answer);
    },
    signal: new AbortController().signal,
    now: () => 0,
  });
  return { exitCode, out };
}

describe('project show', () => {
  it('says in plain words who uses what, who learns what, and by whom it is signed', async () => {
    const { home } = await party();
    const { exitCode, stdout } = await runCli(['project', 'show', digest.slice(0, 12), '--home', home]);
    expect(exitCode).toBe(0);
    for (const said of [digest, 'Purpose: A pilot', 'You are tax', 'turnover', '1 of 3 runs', 'at most', 'Train: '])
      expect(stdout).toContain(said);
    const { stdout: zh } = await runCli(['--lang', 'zh', 'project', 'show', digest, '--home', home]);
    for (const said of ['用途：A pilot', '您是 tax', '至多获知', '模型训练：']) expect(zh).toContain(said);
  });

  it.each(['abc', 'ffffffffffff'])('does not guess what %s is', async (prefix) => {
    const { home } = await party();
    const { exitCode, stderr } = await runCli(['project', 'show', prefix, '--home', home]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('error[recipe-invalid]');
  });
});

describe('project approve', () => {
  it('signs when the owner says yes, having seen everybody’s words', async () => {
    const { home, requests } = await party();
    const { exitCode, out } = await answering(['project', 'approve', digest, '--home', home], 'yes');
    expect(exitCode).toBe(0);
    expect(out.indexOf('What each one gets to know')).toBeLessThan(out.indexOf('Sign it?'));
    expect(asked(requests)).toContain(`POST /projects/${digest}/approve`);
  });

  it.each(['', 'n', 'no', 'yes please do not'])('signs nothing when the answer is %j', async (answer) => {
    const { home, requests } = await party();
    const { out } = await answering(['project', 'approve', digest, '--home', home], answer);
    expect(out).toContain('Not signed.');
    expect(asked(requests)).not.toContain(`POST /projects/${digest}/approve`);
  });

  it('signs nothing where nobody can be asked, unless told so', async () => {
    const { home, requests } = await party();
    expect((await runCli(['project', 'approve', digest, '--home', home])).exitCode).toBe(2);
    expect(asked(requests)).not.toContain(`POST /projects/${digest}/approve`);
    const words = ['project', 'approve', digest, '--yes', '--new-key', 'bank', '--home', home];
    expect((await runCli(words)).exitCode).toBe(0);
    expect(requests.at(-1)).toEqual({ request: `POST /projects/${digest}/approve`, body: { newKeys: ['bank'] } });
  });
});

it('project reject and revoke pass the reason on', async () => {
  const { home, requests } = await party();
  for (const verb of ['reject', 'revoke']) {
    await runCli(['project', verb, digest, '--reason', 'too much', '--home', home]);
    expect(requests.at(-1)).toEqual({ request: `POST /projects/${digest}/${verb}`, body: { reason: 'too much' } });
  }
});

const listening = ['bank', 'tax'].map((id) => ({ id, fingerprint: '', address: `${id}.example.org:7444` }));

describe('project create', () => {
  const recipe = `
name: sme
profile: aided
parties:
  bank: { role: label, data: b.csv, id: firm, label: bad }
  tax: { role: feature, data: t.csv, id: firm }
`;
  const offer = (id: string, name: string): object => ({ party: id, name, columns: [], id: 'firm', rowsRounded: 1 });
  const create = async (
    offers: readonly object[],
    ...more: readonly string[]
  ): Promise<{ exitCode: number; stdout: string; stderr: string; body: unknown }> => {
    const dir = mkdtempSync(join(tmpdir(), 'cs-recipe-'));
    writeFileSync(join(dir, 'r.yaml'), recipe);
    const { home, requests } = await party({
      'GET /offers': { body: offers },
      'POST /projects': { body: { digest } },
      [`GET /projects/${digest}`]: { body: { digest, manifest: { parties: listening } } },
    });
    const words = [
      'project',
      'create',
      '--recipe',
      join(dir, 'r.yaml'),
      '--purpose',
      'A pilot',
      '--home',
      home,
      ...more,
    ];
    const result = await runCli(words);
    rmSync(dir, { recursive: true });
    return { ...result, body: requests.find(({ request }) => request === 'POST /projects')?.body };
  };

  it('takes the only table of each party and prints the digest alone', async () => {
    const { stdout, body } = await create(
      [offer('bank', 'loans'), offer('tax', 'firms')],
      '--days',
      '7',
      '--runs',
      '2',
    );
    expect(stdout).toBe(`${digest}\n`);
    expect(body).toMatchObject({
      project: 'sme',
      profile: 'aided',
      parties: [
        { id: 'bank', role: 'label', dataset: 'loans' },
        { id: 'tax', role: 'feature', dataset: 'firms' },
      ],
      purpose: 'A pilot',
      runs: 2,
    });
  });

  it('asks which of several tables, and who has none', async () => {
    const offers = [offer('bank', 'loans'), offer('tax', 'firms'), offer('tax', 'people')];
    expect((await create(offers)).stderr).toContain('--dataset tax=TABLE');
    expect((await create(offers, '--dataset', 'tax=people')).body).toMatchObject({
      parties: [{ dataset: 'loans' }, { dataset: 'people' }],
    });
    expect((await create([offer('bank', 'loans')])).stderr).toContain('tax has published no table');
  });

  it('asks for direct connections and says which come of it, only where they are wanted', async () => {
    const offers = [offer('bank', 'loans'), offer('tax', 'firms')];
    const { stdout, stderr, body } = await create(offers, '--direct');
    expect(body).toMatchObject({ direct: true });
    expect(stderr).toContain('Connected directly: bank – tax');
    expect(stdout).toBe(`${digest}\n`);
    const without = await create(offers);
    expect(without.body).not.toHaveProperty('direct');
    expect(without.stderr).not.toContain('directly');
  });

  it('takes another profile and a helper', async () => {
    const offers = [offer('bank', 'loans'), offer('tax', 'firms')];
    expect((await create(offers, '--profile', 'blind')).body).toMatchObject({ profile: 'blind' });
    expect((await create(offers, '--helper', 'dealer')).body).toMatchObject({ helper: 'dealer' });
  });
});

it('project list speaks JSON as well', async () => {
  const { home } = await party();
  expect(jsonLines((await runCli(['project', 'list', '--json', '--home', home])).stdout)).toMatchObject([[{ digest }]]);
});
