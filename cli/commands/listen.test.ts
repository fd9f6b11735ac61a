import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fakeDaemon } from '../fixtures/fake-daemon.ts';
import { jsonLines, runCli } from '../fixtures/run-cli.ts';

let home: string;
beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'cs-listen-'))));
afterEach(() => rmSync(home, { recursive: true, force: true }));

const kept = (): unknown => (JSON.parse(readFileSync(join(home, 'node.json'), 'utf8')) as { direct?: unknown }).direct;
const party = (...words: string[]): ReturnType<typeof runCli> => runCli(['party', ...words, '--home', home]);

it('a node only dials out until its owner says where it listens, and again when it is off', async () => {
  await party('init', '--name', 'bank');
  expect(kept()).toBeUndefined();
  const on = await party('listen', '0.0.0.0:7444', '--address', 'bank.example.org:7444');
  expect(on.stdout).toContain('who dial bank.example.org:7444');
  expect(kept()).toEqual({ listen: '0.0.0.0:7444', address: 'bank.example.org:7444' });
  expect(jsonLines((await party('listen', '[::1]:7444', '--json')).stdout)).toEqual([
    { id: 'bank', direct: { listen: '[::1]:7444', address: '[::1]:7444' } },
  ]);
  expect((await party('listen', 'off')).stdout).toContain('only dials out');
  expect(kept()).toBeUndefined();
});

it('init may say it too', async () => {
  await party('init', '--name', 'bank', '--listen', '10.0.0.7:7444');
  expect(kept()).toEqual({ listen: '10.0.0.7:7444', address: '10.0.0.7:7444' });
});

it.each([
  [['listen', '0.0.0.0:7444'], '--address'],
  [['listen', '10.0.0.7:0'], '--address'],
  [['listen', '0.0.0.0:0', '--address', 'bank.example.org:7444'], '--listen'],
  [['listen', 'everywhere'], '--listen'],
])('refuses %j, which nobody could dial, and keeps what was', async (words, field) => {
  await party('init', '--name', 'bank');
  const { exitCode, stderr } = await party(...words);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(field);
  expect(kept()).toBeUndefined();
});

it('makes no node with an address at which it does not listen', async () => {
  expect((await party('init', '--name', 'bank', '--address', 'bank.example.org:7444')).exitCode).toBe(2);
  expect(() => kept()).toThrow('ENOENT');
});

it('shows where a running node is reached', async () => {
  const coordinator = { state: 'none' };
  const direct = { listen: '0.0.0.0:7444', address: 'bank.example.org:7444' };
  const status = { id: 'bank', fingerprint: 'ab'.repeat(32), words: [], certificatePem: '', coordinator, direct };
  const daemon = await fakeDaemon({
    'GET /status': { body: status },
    'GET /datasets': { body: [] },
    'GET /projects': { body: [] },
  });
  const { stdout } = await runCli(['party', 'show', '--home', daemon.home]).finally(() => daemon.close());
  expect(stdout).toContain('Peers reach it directly at bank.example.org:7444');
});
