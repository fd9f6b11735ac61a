/** Connections that ask for one stream of a tunnel: what a coordinator takes, refuses and cuts, and how it carries bytes. */
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect, type TLSSocket } from 'node:tls';
import { coordinatorUnreachable, KEEPALIVE } from '@coscore/node-core/transport/grpc/service.ts';
import { secureContext } from '@coscore/node-core/transport/pin.ts';
import { dialTunnel } from '@coscore/node-core/transport/relay/dial.ts';
import { encodeCall, TUNNEL_PROTOCOL } from '@coscore/node-core/transport/relay/greeting.ts';
import { WIRE_VERSIONS } from '@coscore/node-core/transport/wire-version.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { loopback, transportIdentity, type Loopback } from './loopback.ts';

let net: Loopback | undefined;
const sockets: TLSSocket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await net?.close();
  net = undefined;
});

async function start(...args: Parameters<typeof loopback>): Promise<Loopback> {
  return (net = await loopback(...args));
}

const introduction = { instance: '1'.repeat(32), versions: WIRE_VERSIONS };
const LINE = '2'.repeat(32);
const place = (lan: Loopback): { host: string; port: number } => {
  const [host, port] = lan.coordinator.address.split(':');
  return { host: host!, port: Number(port) };
};

/** A connection of the tunnels' protocol on which nothing has been said. */
async function bare(lan: Loopback, id: string): Promise<TLSSocket> {
  const options = { secureContext: secureContext(lan.identity(id)), rejectUnauthorized: false };
  const socket = connect({ ...place(lan), ...options, ALPNProtocols: [TUNNEL_PROTOCOL] });
  sockets.push(socket.on('error', () => undefined));
  await once(socket, 'secureConnect');
  return socket;
}

function dial(lan: Loopback, self: string, peer: string, coordinator = lan.coordinatorIdentity): Promise<TLSSocket> {
  return dialTunnel({
    identity: lan.identity(self),
    ...place(lan),
    server: coordinator,
    protocol: TUNNEL_PROTOCOL,
    target: { session: 'job-1/1', peer },
    line: LINE,
    introduction,
    keepalive: KEEPALIVE,
    onSocket: (socket) => void sockets.push(socket),
    signal: new AbortController().signal,
    refusedBy: { coordinator: coordinator.id },
    unreachable: (cause) => coordinatorUnreachable(coordinator.id, cause),
  });
}

async function together(lan: Loopback): Promise<[TLSSocket, TLSSocket]> {
  return Promise.all([dial(lan, 'a', 'b'), dial(lan, 'b', 'a')]);
}

describe('a coordinator that is asked for a tunnel', () => {
  it.each([
    ['nonsense', Buffer.from('GET / HTTP/1.1\r\n\r\n')],
    ['an empty message', Buffer.alloc(4)],
    [
      'more before the answer',
      Buffer.concat([encodeCall({ session: 's', peer: 'b' }, LINE, introduction), Buffer.alloc(1)]),
    ],
  ])('cuts %s without a byte', async (_, bytes) => {
    const socket = await bare(await start(['a', 'b']), 'a');
    let got = 0;
    socket.on('data', (chunk: Buffer) => (got += chunk.length));
    socket.write(bytes);
    await once(socket, 'close');
    expect(got).toBe(0);
  });

  it.each([
    ['without a line', 'b', ''],
    ['to itself', 'a', LINE],
    ['to nobody', '', LINE],
  ])('refuses one %s, and tells', async (_, peer, line) => {
    const lan = await start(['a', 'b']);
    const socket = await bare(lan, 'a');
    socket.write(encodeCall({ session: 's', peer }, line, introduction));
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString('latin1')).toContain('relay-refused');
    await once(socket.resume(), 'close');
    expect(lan.refused).toMatchObject([{ reason: 'relay-refused', from: 'a' }]);
  });

  it('with another key than the pinned one hears not a word: fingerprint-mismatch', async () => {
    const lan = await start(['a', 'b']);
    const other = await transportIdentity('coordinator');
    await expect(dial(lan, 'a', 'b', other)).rejects.toMatchObject({ code: 'fingerprint-mismatch' });
    expect(lan.refused).toEqual([]);
  });

  it('of another version says so: version-mismatch', async () => {
    const lan = await start(['a', 'b'], { versions: { min: 90, max: 91 } });
    await expect(dial(lan, 'a', 'b')).rejects.toMatchObject({
      code: 'version-mismatch',
      params: { update: 'a', theirs: '90-91' },
    });
    expect(lan.refused).toEqual([{ reason: 'version-mismatch', from: 'a' }]);
  });
});

describe('a relayed stream', () => {
  it('carries every byte in order, and the end behind the last', async () => {
    const lan = await start(['a', 'b']);
    const [a, b] = await together(lan);
    const sent = Buffer.alloc(5_000_000, 'coscore, in order; ');
    a.end(sent);
    const got: Buffer[] = [];
    for await (const chunk of b) got.push(chunk as Buffer);
    expect(Buffer.compare(Buffer.concat(got), sent)).toBe(0);
    expect(lan.coordinator.relayed('job-1/1').find(({ from }) => from === 'a')?.bytes).toBe(sent.length);
  });

  it('holds the sender back while the receiver does not read', async () => {
    const lan = await start(['a', 'b']);
    const [a, b] = await together(lan);
    b.pause();
    const total = 64 << 20;
    a.write(Buffer.alloc(total));
    const relayed = (): number => lan.coordinator.relayed('job-1/1').find(({ from }) => from === 'a')?.bytes ?? 0;
    // Until nothing moves any more: buffers of the kernel at three places, and a megabyte at the coordinator.
    for (let before = 0; before === 0 || before < relayed(); await sleep(300)) before = relayed();
    expect(relayed()).toBeGreaterThan(0);
    expect(relayed()).toBeLessThan(total / 2);
    let got = 0;
    for await (const chunk of b) if ((got += (chunk as Buffer).length) === total) break;
    expect(got).toBe(total);
  });

  it('that is closed at one end is closed at the other', async () => {
    const [a, b] = await together(await start(['a', 'b']));
    a.destroy();
    await once(b.resume(), 'close');
    expect(b.destroyed).toBe(true);
  });
});
