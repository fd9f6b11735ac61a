/**
 * What the network costs: round trips and throughput, relayed between two nodes, directly between them, and from the helper,
 * each process on its own, against plain TCP between two processes on the same machine.
 *
 *   node bench/transport.ts [--mb 100] [--trips 2000]
 */
import { fork, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { parseArgs } from 'node:util';
import { createIdentity } from '@coscore/node-core/identity/identity.ts';
import {
  CoordinatorEndpoint,
  NodeEndpoint,
  PeerListener,
  type TransportIdentity,
} from '@coscore/node-core/transport/index.ts';
import { memoryLedger } from '@coscore/protocols/memory-network.ts';
import type { Channel, PartyId, SessionId } from '@coscore/protocols/transport.ts';

interface Plan {
  readonly mb: number;
  readonly trips: number;
  readonly identities: Readonly<Record<string, TransportIdentity>>;
  readonly address: string;
}

interface Result {
  readonly what: string;
  readonly mbPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

const SESSION = 'bench/1' as SessionId;
const DIRECT_SESSION = 'bench/2' as SessionId;
const MESSAGE_MB = 25;

/** The side that measures: throughput of `mb` to the peer, then `trips` round trips of 64 bytes. */
async function measure(what: string, channel: Channel, { mb, trips }: Plan): Promise<Result> {
  const body = new Uint8Array(MESSAGE_MB << 20).fill(1);
  await channel.receive('ready');
  const rate = async (): Promise<number> => {
    const started = performance.now();
    for (let sent = 0; sent < mb; sent += MESSAGE_MB) await channel.send('bulk', body);
    await channel.receive('done');
    return mb / ((performance.now() - started) / 1000);
  };
  await rate(); // lets the engine warm up
  const mbPerSecond = await rate();
  const times: number[] = [];
  for (let i = 0; i < trips; i++) {
    const started = performance.now();
    await channel.send('ping', new Uint8Array(64));
    await channel.receive('pong');
    times.push(performance.now() - started);
  }
  times.sort((x, y) => x - y);
  return { what, mbPerSecond, p50Ms: times[trips >> 1]!, p99Ms: times[Math.floor(trips * 0.99)]! };
}

async function answer(channel: Channel, { mb, trips }: Plan): Promise<void> {
  await channel.send('ready', new Uint8Array(0));
  for (let round = 0; round < 2; round++) {
    for (let got = 0; got < mb; got += MESSAGE_MB) await channel.receive('bulk');
    await channel.send('done', new Uint8Array(0));
  }
  for (let i = 0; i < trips; i++) {
    await channel.receive('ping');
    await channel.send('pong', new Uint8Array(64));
  }
}

async function coordinator(plan: Plan): Promise<void> {
  const ids = new Map(Object.entries(plan.identities).map(([id, { fingerprint }]) => [fingerprint, id]));
  const endpoint = await CoordinatorEndpoint.listen({
    identity: plan.identities['coordinator']!,
    host: '127.0.0.1',
    port: 0,
    enrolled: (fingerprint) => ids.get(fingerprint),
    mayRelay: () => true,
    onAttend: () => undefined,
  });
  process.send!({ address: endpoint.address });
  const session = await endpoint.localSession({ id: SESSION, peers: ['a'], material: memoryLedger() });
  process.send!({ result: await measure('helper -> node', session.channel('a' as PartyId, 'helper'), plan) });
  await session.close();
  await once(process, 'message');
  await endpoint.close();
}

/** The same two nodes and the same messages, first through the coordinator, then past it. */
async function node(id: string, peer: string, plan: Plan): Promise<void> {
  const pinned = { id: peer, fingerprint: plan.identities[peer]!.fingerprint };
  const listener = await PeerListener.listen({
    identity: plan.identities[id]!,
    host: '127.0.0.1',
    port: 0,
    isPeer: (fingerprint) => Promise.resolve(fingerprint === pinned.fingerprint),
  });
  const endpoint = NodeEndpoint.connect({
    identity: plan.identities[id]!,
    address: plan.address,
    coordinator: plan.identities['coordinator']!,
    onControl: () => undefined,
    listener,
  });
  const relayed = await endpoint.session({
    id: SESSION,
    peers: [pinned],
    helper: id === 'a' ? 'coordinator' : undefined,
    material: memoryLedger(),
  });
  const channel = relayed.channel(peer as PartyId, 'peer');
  if (id === 'a') await answer(relayed.channel('coordinator' as PartyId, 'helper'), plan);
  await exchange(id, 'node -> node, relayed', channel, plan);
  await channel.send('address', Buffer.from(listener.address));
  const address = Buffer.from(await channel.receive('address')).toString();
  await relayed.close();

  const direct = await endpoint.session({
    id: DIRECT_SESSION,
    peers: [{ ...pinned, direct: { own: listener.address, peer: address } }],
    material: memoryLedger(),
  });
  await exchange(id, 'node -> node, direct', direct.channel(peer as PartyId, 'peer'), plan);
  await direct.close();
  await endpoint.close();
  await listener.close();
}

/** Node `a` measures, the other one answers. */
async function exchange(id: string, what: string, channel: Channel, plan: Plan): Promise<void> {
  if (id === 'a') process.send!({ result: await measure(what, channel, plan) });
  else await answer(channel, plan);
}

/** Plain TCP: `mb` one way, then round trips of 64 bytes. */
async function tcpServer({ mb, trips }: Plan): Promise<void> {
  const server = createServer((socket) => {
    socket.setNoDelay(true);
    let got = 0;
    socket.on('data', (chunk: Buffer) => {
      got += chunk.length;
      if (got === mb << 20 || got > mb << 20) socket.write(Buffer.alloc(64));
    });
    socket.on('end', () => server.close());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  process.send!({ address: `127.0.0.1:${(server.address() as AddressInfo).port}`, trips });
}

async function tcpClient({ mb, trips, address }: Plan): Promise<void> {
  const socket: Socket = connect(Number(address.split(':')[1]), '127.0.0.1').setNoDelay(true);
  await once(socket, 'connect');
  const part = Buffer.alloc(256 << 10);
  const started = performance.now();
  for (let sent = 0; sent < mb << 20; sent += part.length) if (!socket.write(part)) await once(socket, 'drain');
  await once(socket, 'data');
  const mbPerSecond = mb / ((performance.now() - started) / 1000);
  const times: number[] = [];
  for (let i = 0; i < trips; i++) {
    const sent = performance.now();
    socket.write(Buffer.alloc(64));
    await once(socket, 'data');
    times.push(performance.now() - sent);
  }
  times.sort((x, y) => x - y);
  socket.end();
  process.send!({
    result: { what: 'plain TCP', mbPerSecond, p50Ms: times[trips >> 1]!, p99Ms: times[Math.floor(trips * 0.99)]! },
  });
}

const ROLES: Readonly<Record<string, (plan: Plan) => Promise<void>>> = {
  coordinator,
  a: (plan) => node('a', 'b', plan),
  b: (plan) => node('b', 'a', plan),
  'tcp-server': tcpServer,
  'tcp-client': tcpClient,
};

interface Report {
  readonly address?: string;
  readonly result?: Result;
}

function start(role: string, plan: Plan, onReport: (report: Report) => void): ChildProcess {
  const child = fork(import.meta.filename, [], { env: { ...process.env, COSCORE_BENCH_ROLE: role } });
  child.on('message', onReport);
  child.send(plan);
  return child;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { mb: { type: 'string', default: '100' }, trips: { type: 'string', default: '2000' } },
  });
  const identities: Record<string, TransportIdentity> = {};
  for (const id of ['coordinator', 'a', 'b']) identities[id] = (await createIdentity(id)).forTls();
  const plan: Plan = { mb: Number(values.mb), trips: Number(values.trips), identities, address: '' };
  const results: Result[] = [];
  const collect = ({ result }: Report): void => void (result !== undefined && results.push(result));
  for (const [server, clients] of [
    ['tcp-server', ['tcp-client']],
    ['coordinator', ['a', 'b']],
  ] as const) {
    const listening = Promise.withResolvers<string>();
    const serving = start(server, plan, (report) => {
      collect(report);
      if (report.address !== undefined) listening.resolve(report.address);
    });
    const address = await listening.promise;
    const children = clients.map((client) => start(client, { ...plan, address }, collect));
    await Promise.all(children.map((child) => once(child, 'exit')));
    if (serving.connected) serving.send('stop');
  }
  console.table(
    results.map(({ what, mbPerSecond, p50Ms, p99Ms }) => ({
      what,
      'MB/s': Math.round(mbPerSecond),
      'round trip p50 ms': Number(p50Ms.toFixed(3)),
      'p99 ms': Number(p99Ms.toFixed(3)),
    })),
  );
  const digest = performance.now();
  createHash('sha256')
    .update(new Uint8Array(100 << 20))
    .digest();
  console.log(
    `(of which the digests of the audit log: ${Math.round(performance.now() - digest)} ms for 100 MB at each end)`,
  );
}

const role = process.env['COSCORE_BENCH_ROLE'];
if (role === undefined) await main();
else {
  const [plan] = (await once(process, 'message')) as [Plan];
  await ROLES[role]!(plan);
  if (process.connected) process.disconnect();
}
