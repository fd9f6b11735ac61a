/** What both daemons do around their own work: home folder, identity, state, log, admin socket, ready line, shutdown. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Identity } from '../identity/identity.ts';
import { keyProtection } from '../home/node-file.ts';
import { openIdentity } from '../identity/keystore.ts';
import { createLogger } from '../log.ts';
import { openState, type State, stateOptions } from '../state/index.ts';
import { serveAdmin } from './admin.ts';
import { exitWith } from './exit.ts';
import { stateRoutes } from './state-routes.ts';

export interface Daemon {
  readonly home: string;
  readonly identity: Identity;
  readonly state: State;
  readonly log: Logger;
}

export interface DaemonBody {
  readonly routes: (stop: () => void) => (app: FastifyInstance) => void;
  /** What the ready line says besides socket and identity. */
  readonly ready?: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** What a daemon says when it can be talked to. */
export interface ReadyLine {
  readonly event: 'ready';
  readonly socket: string;
  readonly fingerprint: string;
  readonly certificatePem: string;
  readonly [more: string]: string;
}

/** One JSON line on stdout, for programs that start a daemon. */
export function printReady(line: ReadyLine): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/**
 * Runs one daemon until it is told to stop.
 * @param options.onReady told once it can be talked to; prints one JSON line by default
 * @throws NodeError `state-locked` when another process has the folder; `key-locked`, `key-permissions`; `state-newer`.
 */
export async function runDaemon(
  options: { home: string; id: string; onReady?: ((line: ReadyLine) => void) | undefined },
  start: (daemon: Daemon) => Promise<DaemonBody>,
): Promise<void> {
  const home = resolve(options.home);
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const log = createLogger({ name: options.id, file: join(home, 'node.log') });
  // The state's lock comes first: it is what keeps a second process off everything else in the folder.
  const state = await openState(join(home, 'state'), stateOptions(process.env, options.id));
  void state.lost.then((error) => {
    log.fatal({ event: 'database-lost', err: error }, error.message);
    exitWith(error);
  });
  mkdirSync(join(home, 'identity'), { recursive: true, mode: 0o700 });
  const identity = await openIdentity(
    join(home, 'identity', 'key.json'),
    options.id,
    keyProtection(process.env['COSCORE_PASSPHRASE']),
  );
  const body = await start({ home, identity, state, log });
  const stop = once(async () => {
    log.info({ event: 'stopping' }, 'stopping');
    await body.close();
    await admin.close();
    await state.close();
    process.exit(0);
  });
  const admin = await serveAdmin(join(home, 'daemon.sock'), log, (app) => {
    stateRoutes(app, { home, state });
    body.routes(() => void stop())(app);
  });
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
  const { fingerprint, certificatePem } = identity;
  log.info({ event: 'ready', fingerprint }, 'ready');
  const ready = options.onReady ?? printReady;
  ready({ event: 'ready', socket: admin.socket, fingerprint, certificatePem, ...body.ready });
}

function once(body: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= body());
}
