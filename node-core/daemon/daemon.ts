/** What both daemons do around their own work: home folder, identity, state, log, admin socket, ready line, shutdown. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Identity } from '../identity/identity.ts';
import { Secret } from '@coscore/crypto/secret.ts';
import { type KeyProtection, openIdentity } from '../identity/keystore.ts';
import { createLogger } from '../log.ts';
import { openState, type State } from '../state/index.ts';
import { serveAdmin } from './admin.ts';

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

/**
 * Runs one daemon until it is told to stop; prints one JSON line when it is ready.
 * @throws NodeError `state-locked` when another process has the folder; `key-locked`, `key-permissions`; `state-newer`.
 */
export async function runDaemon(
  options: { home: string; id: string },
  start: (daemon: Daemon) => Promise<DaemonBody>,
): Promise<void> {
  const home = resolve(options.home);
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const log = createLogger({ name: options.id, file: join(home, 'node.log') });
  // The state's lock comes first: it is what keeps a second process off everything else in the folder.
  const state = await openState(join(home, 'state'), { engine: process.env['COSCORE_DATABASE_URL'] ?? 'pglite' });
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
  const admin = await serveAdmin(
    join(home, 'daemon.sock'),
    log,
    body.routes(() => void stop()),
  );
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
  const { fingerprint, certificatePem } = identity;
  log.info({ event: 'ready', fingerprint }, 'ready');
  process.stdout.write(
    `${JSON.stringify({ event: 'ready', socket: admin.socket, fingerprint, certificatePem, ...body.ready })}\n`,
  );
}

/** Encrypted where a passphrase is given, else a file that only its owner can read. */
function keyProtection(passphrase: string | undefined): KeyProtection {
  return passphrase === undefined ? { kind: 'key-file' } : { kind: 'passphrase', passphrase: new Secret(passphrase) };
}

function once(body: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= body());
}
