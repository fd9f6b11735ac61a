/** The Dockerfile and the compose file, read by parsers; the commands of the compose file run as processes. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { DockerfileParser } from 'dockerfile-ast';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { Secret } from '@coscore/crypto/secret.ts';
import { dropPostgresSchema } from '@coscore/node-core/state/index.ts';
import { coscore } from '../support/coscore-command.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'packaging/docker');
const entry = join(root, 'cli/main.ts');

const serviceSchema = z.looseObject({
  command: z.array(z.string()).optional(),
  image: z.string(),
  build: z.object({ context: z.string(), dockerfile: z.string() }).optional(),
  environment: z.record(z.string(), z.string()).default({}),
  volumes: z.array(z.string()),
  healthcheck: z.object({
    test: z.tuple([z.literal('CMD')], z.string()),
    interval: z.string(),
    timeout: z.string(),
    start_period: z.string(),
    retries: z.int(),
  }),
  depends_on: z.record(z.string(), z.object({ condition: z.literal('service_healthy') })).default({}),
  read_only: z.boolean().optional(),
  cap_drop: z.array(z.string()).optional(),
});
const compose = z
  .object({ services: z.record(z.string(), serviceSchema), volumes: z.record(z.string(), z.null()) })
  .loose()
  .parse(parse(readFileSync(join(folder, 'docker-compose.yml'), 'utf8'), { merge: true }));
const nodes = Object.entries(compose.services).filter(([name]) => name !== 'postgres');

describe('the Dockerfile', () => {
  const file = DockerfileParser.parse(readFileSync(join(folder, 'Dockerfile'), 'utf8'));
  const instructions = file.getInstructions();
  const of = (keyword: string): string[] =>
    instructions.filter((each) => each.getKeyword() === keyword).map((each) => each.getRawArgumentsContent() ?? '');

  it('builds in one stage and installs in another', () => {
    expect(of('FROM')).toEqual(['debian:bookworm-slim AS build', 'debian:bookworm-slim']);
    const copies = file.getCOPYs().map((copy) => [copy.getFromFlag()?.getValue(), copy.getArgumentsContent()]);
    expect(copies).toEqual([
      [undefined, '. .'],
      ['build', '/opt/coscore /opt/coscore'],
    ]);
  });

  it('runs as a user that is not root, stops cleanly, and keeps its state in a volume', () => {
    expect(of('USER')).toEqual(['coscore']);
    expect(of('STOPSIGNAL')).toEqual(['SIGTERM']);
    expect(of('VOLUME')).toEqual(['/var/lib/coscore']);
    expect(of('ENTRYPOINT')).toEqual(['["coscore"]']);
  });

  it('bakes no secret in, and leaves the history and installed packages of the checkout out', () => {
    expect([...of('ENV'), ...of('ARG')].join('\n')).not.toMatch(/PASS|SECRET|TOKEN|KEY|URL/i);
    const ignored = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.git', 'node_modules', '.coscore']));
  });
});

describe('the compose file', () => {
  it('has a coordinator with PostgreSQL, a helper and three parties, each healthy by its own command', () => {
    expect(Object.keys(compose.services)).toEqual(['postgres', 'coordinator', 'helper', 'bank', 'tax', 'logistics']);
    expect(compose.services['coordinator']!.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
  });

  it('builds from files that are there', () => {
    for (const [, { build }] of nodes) {
      const context = resolve(folder, build!.context);
      expect(context).toBe(root);
      expect(existsSync(join(context, build!.dockerfile))).toBe(true);
    }
  });

  it('takes every secret from the environment and none by default', () => {
    const secrets = Object.values(compose.services).flatMap(({ environment }) =>
      Object.entries(environment).filter(([name]) => /PASS|URL/.test(name)),
    );
    expect(secrets.length).toBe(7);
    for (const [, value] of secrets) expect(value).toMatch(/\$\{COSCORE_\w+:\?/);
  });

  it('gives every node a volume of its own and no more rights than it needs', () => {
    const own = nodes.map(([, { volumes }]) => volumes[0]!.split(':')[0]!);
    expect(new Set(own).size).toBe(nodes.length);
    expect(own.every((name) => name in compose.volumes)).toBe(true);
    for (const [, node] of nodes) expect(node).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
  });
});

describe('its commands as processes', () => {
  const homes = mkdtempSync(join(tmpdir(), 'coscore-compose-'));
  const running: ChildProcess[] = [];
  const database = process.env['COSCORE_TEST_DATABASE_URL'];
  const schema = `compose_${process.pid}`;
  const env = (name: string): Record<string, string> => ({
    COSCORE_HOME: join(homes, name),
    COSCORE_PASSPHRASE: `of ${name}`,
    ...(name === 'coordinator' && database !== undefined
      ? { COSCORE_DATABASE_URL: database, COSCORE_DATABASE_SCHEMA: schema }
      : {}),
  });

  afterAll(async () => {
    for (const child of running.reverse()) {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    }
    rmSync(homes, { recursive: true, force: true });
    if (database !== undefined) await dropPostgresSchema(new Secret(database), schema);
  });

  async function freePort(): Promise<number> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    server.close();
    await once(server, 'close');
    return port;
  }

  /** As the container starts: the image's entrypoint with the service's command. */
  async function start(name: string): Promise<void> {
    const { command } = compose.services[name]!;
    const child = spawn(process.execPath, [entry, ...command!], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, LANG: 'C.UTF-8', ...env(name) },
    });
    running.push(child);
    let said = '';
    child.stderr.on('data', (chunk) => (said += String(chunk)));
    for await (const line of createInterface({ input: child.stdout })) if (/^(Coordinator|Node) /.test(line)) return;
    throw new Error(`${name} did not start: ${said}`);
  }

  const run = async (name: string, words: readonly string[]): Promise<string> => {
    const { exitCode, stdout, stderr } = await coscore(words, env(name));
    if (exitCode !== 0) throw new Error(`${name}: ${words.join(' ')}: ${stderr}${stdout}`);
    return stdout;
  };

  it('start every node, and its health check says so', async () => {
    const address = `127.0.0.1:${await freePort()}`;
    await run('coordinator', ['coordinator', 'init', '--listen', address]);
    await start('coordinator');
    for (const [name, { command }] of nodes) {
      if (name === 'coordinator') continue;
      const kind = command![0]!;
      const invite = await run('coordinator', ['coordinator', 'invite', name, '--role', kind]);
      await run(name, [kind, 'init', '--name', name]);
      await run(name, [kind, 'join', invite.trim()]);
      await start(name);
    }
    for (const [name, { healthcheck }] of nodes) {
      const [, program, ...words] = healthcheck.test;
      expect(program).toBe('coscore');
      await run(name, words);
    }
    const shown = JSON.parse(await run('coordinator', ['coordinator', 'show', '--json'])) as {
      parties: readonly { id: string; connected: boolean }[];
    };
    expect(Object.fromEntries(shown.parties.map(({ id, connected }) => [id, connected]))).toEqual({
      helper: true,
      bank: true,
      tax: true,
      logistics: true,
    });
  }, 180_000);

  it('say that a node is not healthy when it does not run', () => {
    const [, , ...words] = compose.services['bank']!.healthcheck.test;
    const { status } = spawnSync(process.execPath, [entry, ...words], {
      env: { ...process.env, COSCORE_HOME: join(homes, 'nobody') },
    });
    expect(status).not.toBe(0);
  });
});
