/** Sessions of two nodes without the coordinator between them, over real TLS on loopback. */
import { once } from 'node:events';
import { connect as connectTcp } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect, type TLSSocket } from 'node:tls';
import { secureContext } from '@coscore/node-core/transport/pin.ts';
import { DIRECT_PROTOCOL, encodeCall } from '@coscore/node-core/transport/relay/greeting.ts';
import { WIRE_VERSIONS, type TransportIdentity } from '@coscore/node-core/transport/index.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { exchangeAll, expectSameRecords, QUICK } from './broken-network.ts';
import { directPair, type DirectPair } from './direct-pair.ts';
import { sessionId, transportIdentity } from './loopback.ts';

const code = (value: string): object => expect.objectContaining({ code: value });
const SIZES = [70_000, 0, 1, 300_000, 5_000, 900_000];
let pair: DirectPair | undefined;
afterEach(async () => {
  await pair?.close();
  pair = undefined;
});

async function start(...args: Parameters<typeof directPair>): Promise<DirectPair> {
  return (pair = await directPair(...args));
}

/** Somebody who connects with this key and speaks at once. */
function callAt(address: string, identity: TransportIdentity, bytes: Uint8Array): TLSSocket {
  const [host, port] = address.split(':') as [string, string];
  const options = { secureContext: secureContext(identity), rejectUnauthorized: false };
  const socket = connect({ host, port: Number(port), ...options, ALPNProtocols: [DIRECT_PROTOCOL] });
  socket.on('error', () => undefined).write(bytes);
  return socket;
}

/** What comes back. */
async function knock(address: string, identity: TransportIdentity, bytes: Uint8Array): Promise<Buffer> {
  const got: Buffer[] = [];
  const socket = callAt(address, identity, bytes).on('data', (chunk: Buffer) => got.push(chunk));
  await once(socket, 'close');
  return Buffer.concat(got);
}

const call = (session: string, peer: string): Buffer =>
  encodeCall({ session, peer }, undefined, { instance: '1'.repeat(32), versions: WIRE_VERSIONS });

describe('a direct session', () => {
  it('carries everything past the coordinator, which relays no byte of it', async () => {
    const relayed: Uint8Array[] = [];
    const { lan, open, proxy } = await start({ relay: { observeRelayed: (chunk) => relayed.push(chunk) } });
    const sessions = await open();
    await exchangeAll(sessions, ['x', 'y'], SIZES);
    expectSameRecords(sessions);
    await Promise.all([sessions.a.close(), sessions.b.close()]);
    expect([relayed, lan.coordinator.relayed('job-1/1')]).toEqual([[], []]);
    expect([proxy.accepted, proxy.passed > 4 * 1_275_001]).toEqual([1, true]);
  });

  it('whose connection is cut goes on, and loses and repeats nothing', async () => {
    const { open, proxy } = await start();
    const heard: string[] = [];
    const sessions = await open({ onAway: (peer) => heard.push(`${peer} away`), onBack: (peer) => heard.push(peer) });
    const cuts = (async () => {
      for (const bytes of [1000, 400_000, 700_000]) await Promise.race([proxy.cutAfter(bytes), sleep(2000)]);
    })();
    await exchangeAll(sessions, ['x', 'y'], SIZES);
    await cuts;
    await exchangeAll(sessions, ['z'], SIZES);
    expectSameRecords(sessions);
    expect(new Set(heard)).toEqual(new Set(['a away', 'b away', 'a', 'b']));
    await Promise.all([sessions.a.close(), sessions.b.close()]);
  }, 20_000);

  it('does not end with the coordinator', async () => {
    const { lan, open } = await start();
    const sessions = await open();
    await exchangeAll(sessions, ['x'], [1000]);
    await lan.coordinator.close();
    await exchangeAll(sessions, ['x'], SIZES);
    await Promise.all([sessions.a.close(), sessions.b.close()]);
  });

  it('hears by its own pulse that the path is frozen, with bytes under way, and goes on over a new one', async () => {
    const { open, proxy } = await start({ node: { keepalive: QUICK } });
    const sessions = await open();
    await exchangeAll(sessions, ['x'], [1000]);
    proxy.freeze();
    const exchanging = exchangeAll(sessions, ['x'], SIZES);
    await sleep(2 * (QUICK.everyMs + QUICK.timeoutMs));
    proxy.thaw();
    await exchanging;
    expectSameRecords(sessions);
    await Promise.all([sessions.a.close(), sessions.b.close()]);
  }, 20_000);

  it('that is quiet stays up, longer than a silent peer is waited for', async () => {
    // Both ends are in this process: one that is busy for longer than this would be silent indeed.
    const keepalive = { everyMs: 200, timeoutMs: 2000 };
    const { open, proxy } = await start({ node: { keepalive } });
    const sessions = await open();
    await sleep(1.5 * (keepalive.everyMs + keepalive.timeoutMs));
    expect(proxy.accepted).toBe(1);
    await exchangeAll(sessions, ['x'], [1000]);
    await Promise.all([sessions.a.close(), sessions.b.close()]);
  }, 20_000);

  it('waits at the listener for an end that is late, and for one that comes first', async () => {
    const { session } = await start();
    for (const [first, second] of [
      ['a', 'b'],
      ['b', 'a'],
    ] as const) {
      const id = sessionId(`job-${first}/1`);
      const early = session(first, { id });
      await sleep(100);
      const [one, other] = await Promise.all([early, session(second, { id })]);
      const sessions = { [first]: one, [second]: other };
      await exchangeAll(sessions, ['x'], [10]);
      await Promise.all(Object.values(sessions).map((open) => open.close()));
    }
  });
});

describe('no direct session', () => {
  it('can be had where nobody listens: it says at which address, and the relay is not asked', async () => {
    const { lan, proxy, session } = await start({ node: { directMs: 400 } });
    proxy.refuse();
    const found = await session('a').catch((error: unknown) => error);
    expect(found).toMatchObject({ code: 'direct-unreachable', params: { party: 'b', address: proxy.address } });
    expect((found as Error).message).toContain(proxy.address);
    expect([lan.refused, lan.coordinator.relayed('job-1/1')]).toEqual([[], []]);
  });

  it('fails for an address that has answered by now, while the peer has not come to the session yet', async () => {
    const lookups: PromiseWithResolvers<void>[] = [Promise.withResolvers(), Promise.withResolvers()];
    let calls = 0;
    const isPeer = (): Promise<boolean> => {
      lookups[calls++]?.resolve();
      return Promise.resolve(calls > 1); // the first time the project is not active there yet
    };
    const directMs = 2000;
    const { session } = await start({ listener: { isPeer }, node: { directMs } });
    const early = session('a');
    await Promise.all(lookups.map(({ promise }) => promise));
    await sleep(directMs);
    await Promise.all((await Promise.all([early, session('b')])).map((open) => open.close()));
  }, 20_000);

  it('is opened by a node whose own address is not the one that all signed', async () => {
    const { lan, nodes, listener } = await start();
    const direct = { own: '127.0.0.1:1', peer: listener.address };
    const peers = [{ id: 'b', fingerprint: lan.identity('b').fingerprint, direct }];
    const opening = nodes.a.session(lan.options('a', [], { peers }));
    await expect(opening).rejects.toMatchObject({ code: 'direct-unreachable', params: { address: '127.0.0.1:1' } });
  });

  it('comes about when the listener never opens the session, or is never called: each end says which', async () => {
    const { session, proxy, listener } = await start({ listener: { pairTimeoutMs: 200 } });
    await expect(session('a')).rejects.toMatchObject({ code: 'peer-timeout', params: { party: 'b' } });
    proxy.refuse();
    const waiting = session('b');
    await expect(waiting).rejects.toMatchObject({ code: 'peer-timeout', params: { address: listener.address } });
  });

  it('comes about with another key than the manifest pins, at either end', async () => {
    const { peer, session } = await start({ listener: { pairTimeoutMs: 500 } });
    const { fingerprint } = await transportIdentity('another');
    const wrong = session('a', { peers: [{ ...peer('a'), fingerprint }] });
    await expect(wrong).rejects.toThrowError(code('fingerprint-mismatch'));
    // A key that some project of the listener names, and this session does not.
    const both = [session('a'), session('b', { peers: [{ ...peer('b'), fingerprint }] })];
    for (const result of await Promise.allSettled(both))
      expect(result).toMatchObject({ status: 'rejected', reason: code('peer-timeout') });
  });
});

describe('a listener', () => {
  it('cuts a key that no project names before it reads a byte, and writes that down', async () => {
    const { lan, listener, refused, session } = await start();
    const waiting = session('b');
    const stranger = lan.identity('stranger');
    expect((await knock(listener.listen, stranger, call('job-1/1', 'b'))).length).toBe(0);
    expect(refused).toEqual([{ reason: 'not-a-peer', from: '127.0.0.1', fingerprint: stranger.fingerprint }]);
    await Promise.all([waiting, session('a')]);
  });

  it.each([
    ['nonsense', Buffer.from('GET / HTTP/1.1\r\n\r\n')],
    ['more before the answer', Buffer.concat([call('job-1/1', 'b'), Buffer.alloc(1)])],
  ])('cuts a peer that sends %s', async (_, bytes) => {
    const { lan, listener } = await start();
    expect((await knock(listener.listen, lan.identity('a'), bytes)).length).toBe(0);
  });

  it('tells a peer that wants another node, or speaks another version', async () => {
    const { lan, listener, refused } = await start();
    const a = lan.identity('a');
    expect((await knock(listener.listen, a, call('job-1/1', 'c'))).includes('party-not-allowed')).toBe(true);
    const versions = { min: 900, max: 901 };
    const later = encodeCall({ session: 's', peer: 'b' }, undefined, { instance: '1'.repeat(32), versions });
    expect((await knock(listener.listen, a, later)).includes('version-mismatch')).toBe(true);
    expect(refused.map(({ reason }) => reason)).toEqual(['not-this-node', 'version-mismatch']);
  });

  it('keeps places for peers, however many strangers come and never say who they are', async () => {
    const { listener, refused, session } = await start({ listener: { limits: { unknownPerAddress: 3 } } });
    const [host, port] = listener.listen.split(':') as [string, string];
    const silent = Array.from({ length: 4 }, () => connectTcp(Number(port), host).on('error', () => undefined));
    await Promise.race(silent.map((socket) => once(socket, 'close')));
    expect(refused).toEqual([{ reason: 'too-many', from: '127.0.0.1', fingerprint: '' }]);
    for (const socket of silent) socket.destroy();
    await Promise.all((await Promise.all([session('a'), session('b')])).map((open) => open.close()));
  });

  it('gives one peer so many places and no more, until it has left some', async () => {
    const { lan, listener, refused, session } = await start({ listener: { limits: { perPeer: 2 } } });
    const { fingerprint } = lan.identity('a');
    const calls = ['s1', 's2', 's3'].map((name) => callAt(listener.listen, lan.identity('a'), call(name, 'b')));
    await Promise.race(calls.map((socket) => once(socket.resume(), 'close')));
    expect(refused).toEqual([{ reason: 'too-many', from: '127.0.0.1', fingerprint }]);
    for (const socket of calls) socket.destroy();
    await Promise.all((await Promise.all([session('a'), session('b')])).map((open) => open.close()));
  });

  it('takes nobody in when it cannot look up who comes', async () => {
    const isPeer = (): Promise<boolean> => Promise.reject(new Error('the database is away'));
    const { lan, listener } = await start({ listener: { isPeer } });
    expect((await knock(listener.listen, lan.identity('a'), call('job-1/1', 'b'))).length).toBe(0);
  });
});

it('of three of whom two name an address joins those directly, and the third through the coordinator', async () => {
  const { lan, nodes, peer } = await start();
  const c = await lan.node('stranger');
  const [a, b, third] = ['a', 'b', 'stranger'].map((id) => ({ id, fingerprint: lan.identity(id).fingerprint }));
  const [atA, atB, atC] = await Promise.all([
    nodes.a.session(lan.options('a', [], { peers: [peer('a'), third!] })),
    nodes.b.session(lan.options('b', [], { peers: [peer('b'), third!] })),
    c.session(lan.options('stranger', [], { peers: [a!, b!] })),
  ]);
  await exchangeAll({ a: atA, b: atB, stranger: atC }, ['x'], [10_000]);
  const links = lan.coordinator.relayed('job-1/1').map(({ from, to }) => `${from}>${to}`);
  expect(links.sort()).toEqual(['a>stranger', 'b>stranger', 'stranger>a', 'stranger>b']);
  await Promise.all([atA, atB, atC].map((session) => session.close()));
});
