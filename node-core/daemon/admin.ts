/**
 * The administration API of a daemon: HTTP over a Unix socket that only its owner can open (mode 0600, in a 0700 folder).
 * There is no network port for it, so whoever may read the node's files may steer it and nobody else.
 */
import { chmodSync, rmSync } from 'node:fs';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { z } from 'zod';
import { NodeError } from '../errors/node-error.ts';
import { isCoded } from '../errors/coded.ts';

/** Unix socket paths are limited to 107 bytes on Linux and 103 on macOS. */
const SOCKET_PATH_LIMIT = 100;

export interface AdminServer {
  readonly socket: string;
  close(): Promise<void>;
}

const CLIENT_ERRORS: Readonly<Record<string, number>> = {
  'job-unknown': 404,
  'dataset-unknown': 404,
  'report-not-here': 404,
  'dataset-exists': 409,
};

/** @throws NodeError `state-unwritable` when the socket's path is too long or cannot be made. */
export async function serveAdmin(
  socket: string,
  log: Logger,
  register: (app: FastifyInstance) => void,
): Promise<AdminServer> {
  if (Buffer.byteLength(socket) > SOCKET_PATH_LIMIT) {
    throw new NodeError(
      'state-unwritable',
      `the socket path ${socket} is over ${SOCKET_PATH_LIMIT} bytes; choose a shorter --home`,
    );
  }
  // The state lock is held by now, so a socket file that is still there belongs to a process that died.
  rmSync(socket, { force: true });
  const app = Fastify({ bodyLimit: 8 << 20, forceCloseConnections: true });
  app.setErrorHandler(async (error, request, reply) => {
    if (isCoded(error)) {
      await reply
        .code(CLIENT_ERRORS[error.code] ?? 400)
        .send({ error: { code: error.code, message: error.message, params: error.params ?? {} } });
      return;
    }
    if (error instanceof z.ZodError) {
      await reply.code(400).send({ error: { code: 'usage', message: z.prettifyError(error), params: {} } });
      return;
    }
    log.error({ event: 'admin-error', url: request.url, err: error }, 'request failed');
    await reply.code(500).send({
      error: { code: 'unexpected', message: error instanceof Error ? error.message : 'unexpected error', params: {} },
    });
  });
  app.setNotFoundHandler(async ({ method, url }, reply) => {
    const message = `this node does not answer ${method} ${url}; \`job run\`, \`job deal\` and \`job start\` want the coordinator's --home, \`data\`, \`pool\` and \`job report\` a party's`;
    await reply.code(404).send({ error: { code: 'recipe-invalid', message, params: { field: '--home' } } });
  });
  register(app);
  await app.listen({ path: socket });
  chmodSync(socket, 0o600);
  return { socket, close: () => app.close() };
}

/** Streams JSON lines: the current value, then every change, until `done` says that no more will come. */
export async function* changes<T>(
  current: () => T,
  done: (value: T) => boolean,
  waitForChange: () => Promise<void>,
): AsyncGenerator<string> {
  let last = '';
  for (;;) {
    const wait = waitForChange();
    const value = current();
    const line = JSON.stringify(value);
    if (line !== last) yield `${line}\n`;
    last = line;
    if (done(value)) return;
    await wait;
  }
}
