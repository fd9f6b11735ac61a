/** The user guide's section for institutions, run as it is written: empty folders, one process a node, every command in order. */
import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { generate } from '@coscore/examples/sme-economy/index.ts';
import type { Report } from '@coscore/models/evaluate/report.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { readCsv } from '../support/applicants.ts';

const root = resolve(import.meta.dirname, '../..');

interface Block {
  readonly daemon: boolean;
  readonly commands: string;
}

/** The fenced blocks that are marked to be run, in order. */
async function blocksOf(guide: string): Promise<readonly Block[]> {
  const text = await readFile(join(root, guide), 'utf8');
  return [...text.matchAll(/^```sh by-hand( daemon)?\n([\s\S]*?)^```$/gm)].map(([, daemon, commands]) => ({
    daemon: daemon !== undefined,
    commands: commands!,
  }));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

let dir: string;
let env: NodeJS.ProcessEnv;
let daemons: ChildProcess[];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'cs-hand-'));
  daemons = [];
  await generate({ rows: 3000, seed: 3, dir });
  await rm(join(dir, 'recipe.yaml'), { force: true });
  // `npx coscore` of a clone without its set-up, which takes npm and a second.
  await mkdir(join(dir, 'bin'));
  await writeFile(
    join(dir, 'bin/npx'),
    `#!/bin/sh\nshift\nexec "${process.execPath}" "${join(root, 'cli/main.ts')}" "$@"\n`,
  );
  await chmod(join(dir, 'bin/npx'), 0o755);
  const address = `127.0.0.1:${await freePort()}`;
  env = {
    ...process.env,
    // What the person who runs this test has set for nodes of their own.
    COSCORE_DATABASE_URL: undefined,
    COSCORE_PASSPHRASE: undefined,
    COSCORE_HOME: undefined,
    PATH: `${join(dir, 'bin')}:${process.env['PATH']}`,
    LANG: 'C.UTF-8',
    ADDRESS: address,
    LISTEN: address,
  };
});

afterEach(async () => {
  await Promise.all(
    daemons.map(async (daemon) => {
      const ended = new Promise((done) => daemon.once('close', done));
      if (daemon.exitCode !== null || daemon.signalCode !== null) return;
      daemon.kill('SIGTERM');
      await ended;
    }),
  );
  await rm(dir, { recursive: true, force: true });
});

interface Said {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function shell(commands: string): Promise<Said> {
  const child = spawn('bash', ['-eu', '-o', 'pipefail', '-c', commands], {
    cwd: dir,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const exitCode = await new Promise<number>((done) => child.once('close', (code) => done(code ?? -1)));
  return { exitCode, stdout, stderr };
}

/** Starts it as its owner would, and waits until it says that it runs. */
async function startDaemon(commands: string): Promise<string> {
  const daemon = spawn('bash', ['-c', `exec ${commands.trim()}`], { cwd: dir, env, stdio: ['ignore', 'pipe', 'pipe'] });
  daemons.push(daemon);
  let said = '';
  return new Promise((ready, fail) => {
    const hear = (text: string): void => {
      said += text;
      if (said.includes('Ctrl-C')) ready(said);
    };
    daemon.stdout.setEncoding('utf8').on('data', hear);
    daemon.stderr.setEncoding('utf8').on('data', hear);
    daemon.once('close', () => fail(new Error(`${commands} ended: ${said}`)));
  });
}

/** Runs a guide's blocks. @returns all that was said, by the commands of each block */
async function follow(blocks: readonly Block[]): Promise<ReadonlyMap<string, Said>> {
  const said = new Map<string, Said>();
  for (const { daemon, commands } of blocks) {
    if (daemon) {
      await startDaemon(commands);
      continue;
    }
    const result = await shell(commands);
    expect(result, `${commands}\n${result.stderr}`).toMatchObject({ exitCode: 0 });
    said.set(commands, result);
  }
  return said;
}

/**
 * The guide's other way: no helper, and one flag on two commands. Its model is trained for a few iterations only: what all of
 * them come to is blind.test.ts's to say, and takes two minutes more.
 */
function inBlind(blocks: readonly Block[]): readonly Block[] {
  return blocks
    .map(({ daemon, commands }) => ({
      daemon,
      commands: commands
        .split('\n')
        .filter((line) => !line.includes('dealer') || line.startsWith('helper:'))
        .map((line) =>
          /coscore (project create|job run) /.test(line) ? line.replace('--recipe', '--profile blind --recipe') : line,
        )
        .map((line) => line.replace('kind: scorecard', 'kind: scorecard, iterations: 8'))
        .join('\n'),
    }))
    .filter(({ commands }) => commands.trim() !== '');
}

const profiles = ['aided', 'blind'] as const;

describe('the guide for institutions', () => {
  it('has the same commands in both languages', async () => {
    const [en, zh] = await Promise.all([blocksOf('docs/user-guide.md'), blocksOf('docs/zh-CN/user-guide.md')]);
    expect(en.length).toBeGreaterThan(15);
    expect(zh).toEqual(en);
  });

  it.each(profiles)(
    'leads from empty folders to a model, a report, scores and matching logs: %s',
    async (profile: string) => {
      const written = await blocksOf('docs/user-guide.md');
      const said = await follow(profile === 'blind' ? inBlind(written) : written);
      const of = (command: string): string =>
        [...said]
          .filter(([commands]) => commands.includes(command))
          .map(([, { stdout }]) => stdout)
          .join('');

      const report = JSON.parse(await readFile(join(dir, 'report/report.json'), 'utf8')) as Report;
      expect(report).toMatchObject({ profile, labelParty: 'bank' });
      expect(report.metrics.test!.auc).toBeGreaterThan(0.6);
      expect(of('project show')).toMatch(/bank holds|bank also holds the label defaulted/);
      expect(of('project show')).toContain('What each one gets to know at most');
      expect(of('coordinator show')).toMatch(profile === 'aided' ? /dealer +helper +yes/ : /bank +party +yes/);
      expect(of('audit compare')).toMatch(/The logs of bank and tax agree.\n {2}job [0-9a-f]{8}: [\d,]+ messages/);
      expect(of('model show')).toMatch(/Feature +Coefficient/);

      expect(of('coscore score')).toMatch(/scores\.csv: \d+ of 500 applicants scored\./);
      expect(of('model list --home coordinator-home')).toMatch(/[0-9a-f]{8} +small-firms +scorecard/);
      const scores = await readCsv(join(dir, 'scores.csv'));
      expect(scores.columns).toEqual(['credit_code', 'score', 'probability', 'bank', 'others']);
      expect(scores.rows).toHaveLength(500);
      const scored = scores.rows.filter(({ score }) => score !== '');
      expect(scored.length).toBeGreaterThan(100);
      for (const { score, bank, others } of scored) expect(Number(score)).toBe(Number(bank) + Number(others));

      // The project is revoked by now: nobody runs anything under it.
      const again = await shell(
        'npx coscore --json job run --project "$(cat project.txt)" --recipe recipe.yaml --home coordinator-home',
      );
      expect(again.exitCode).toBe(4);
      expect(again.stdout).toContain('"code":"project-revoked"');
      const list = await shell('npx coscore project list --home logistics-home');
      expect(list.stdout).toContain('tax: the pilot is over');
    },
    600_000,
  );
});
