/** The processes of a lab: how each kind of node is started, and started again on what it left. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeError } from '@coscore/node-core/errors/node-error.ts';
import { type CoordinatorClient, type PartyClient, SOCKET_NAME } from '../daemon-client.ts';
import { DaemonProcess, type Ready } from './daemon-process.ts';

export interface LabNode<Client> {
  readonly id: string;
  readonly home: string;
  readonly ready: Ready;
  /** The present one: `restart` puts another in its place. */
  readonly process: DaemonProcess;
  readonly client: Client;
}

export type AnyClient = CoordinatorClient | PartyClient;
export type AnyNode = LabNode<AnyClient>;

export const COORDINATOR = 'coordinator';
const MAINS = {
  coordinator: '../../coordinator/main.ts',
  helper: '../../coordinator/helper-main.ts',
  party: '../../party-node/main.ts',
} as const;
/** Unix socket paths are limited to 107 bytes on Linux and 103 on macOS. */
const SOCKET_PATH_LIMIT = 100;
const main = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export interface NodeStart {
  readonly id: string;
  readonly kind: keyof typeof MAINS;
  readonly home: string;
  /** `host:port`; a member without one only dials out. */
  readonly listen: string | undefined;
  readonly signal: AbortSignal | undefined;
}

/** @throws as `DaemonProcess.start` */
export async function startProcess({
  id,
  kind,
  home,
  listen,
  signal,
}: NodeStart): ReturnType<typeof DaemonProcess.start> {
  await mkdir(home, { recursive: true, mode: 0o700 });
  return DaemonProcess.start({
    id,
    main: main(MAINS[kind]),
    home,
    args: listen === undefined ? [] : ['--listen', listen],
    ...(signal === undefined ? {} : { signal }),
  });
}

/** @throws as `DaemonProcess.start` */
export async function startNode<C extends AnyClient>(
  start: NodeStart,
  connect: (home: string) => C,
): Promise<LabNode<C>> {
  const { process, ready } = await startProcess(start);
  return { id: start.id, home: start.home, ready, process, client: connect(start.home) };
}

/** @throws NodeError `state-unwritable` */
export function refuseLongSockets(home: string, ids: readonly string[]): void {
  const longest = Math.max(...ids.map((id) => Buffer.byteLength(join(home, id, SOCKET_NAME))));
  if (longest <= SOCKET_PATH_LIMIT) return;
  throw new NodeError(
    'state-unwritable',
    `a node's socket path under ${home} would have ${longest} bytes, and at most ${SOCKET_PATH_LIMIT} work; set TMPDIR to a shorter folder`,
    { params: { home } },
  );
}
