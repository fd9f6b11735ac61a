/** Sessions over real TLS on loopback: three nodes, a helper, and everything that must be refused. */
import { randomBytes } from 'node:crypto';
import { memoryLedger } from '@coscore/protocols/memory-network.ts';
import type { NetworkSession, ObservedMessage, TrafficEntry, Violation } from '@coscore/node-core/transport/index.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { COORDINATOR, loopback, pair, party, sessionId, transportIdentity, type Loopback } from './loopback.ts';

const code = (value: string): object => expect.objectContaining({ code: value });
let net: Loopback | undefined;
afterEach(async () => {
  await net?.close();
  net = undefined;
});

async function start(...args: Parameters<typeof loopback>): Promise<Loopback> {
  return (net = await loopback(...args));
}

/** The same traffic as the other end counts it. */
function mirrored(entries: readonly TrafficEntry[], from: string, to: string): unknown[] {
  return entries
    .filter(({ peer }) => peer === to)
    .map(({ direction, peer: _peer, ...rest }) => ({
      ...rest,
      from: direction === 'sent' ? from : to,
    }))
    .sort((x, y) => (x.from + x.kind < y.from + y.kind ? -1 : 1));
}

async function exchange(sessions: Readonly<Record<string, NetworkSession>>, bytes: number): Promise<void> {
  const ids = Object.keys(sessions);
  await Promise.all(
    ids.flatMap((self) =>
      ids
        .filter((peer) => peer !== self)
        .map(async (peer) => {
          const channel = sessions[self]!.channel(party(peer), 'ring');
          await channel.send('hello', new Uint8Array(bytes).fill(self.charCodeAt(0)));
          const body = await channel.receive('hello');
          expect([body.length, body[0], body.at(-1)]).toEqual([bytes, peer.charCodeAt(0), peer.charCodeAt(0)]);
        }),
    ),
  );
}

describe('a session', () => {
  it('of three nodes and the helper carries messages between every two', async () => {
    const lan = await start(['a', 'b', 'c']);
    const ids = ['a', 'b', 'c'];
    const nodes = await Promise.all(ids.map((id) => lan.node(id)));
    const helper = lan.coordinator.localSession({ id: sessionId('job-1/1'), peers: ids, material: memoryLedger() });
    const opened = await Promise.all(
      nodes.map((node, i) =>
        node.session(
          lan.options(
            ids[i]!,
            ids.filter((id) => id !== ids[i]),
            { helper: COORDINATOR },
          ),
        ),
      ),
    );
    const sessions: Record<string, NetworkSession> = { [COORDINATOR]: await helper };
    for (const [i, session] of opened.entries()) sessions[ids[i]!] = session;
    await exchange(sessions, 600_000);
    for (const [x, y] of [
      ['a', 'b'],
      ['b', 'c'],
      ['c', COORDINATOR],
    ] as const) {
      expect(mirrored(sessions[x]!.traffic(), x, y)).toEqual(mirrored(sessions[y]!.traffic(), y, x));
    }
    const links = lan.coordinator.relayed('job-1/1').map(({ from, to }) => `${from}${to}`);
    expect(links.sort()).toEqual(['ab', 'ac', 'ba', 'bc', 'ca', 'cb']);
    await Promise.all(Object.values(sessions).map((session) => session.close()));
  });

  it('gives the same channel for the same peer and topic, and none for a stranger', async () => {
    const { a } = await pair(await start(['a', 'b']));
    expect(a.channel(party('b'), 't')).toBe(a.channel(party('b'), 't'));
    expect(() => a.channel(party('z'), 't')).toThrowError(code('party-not-allowed'));
    await a.close();
  });

  it('refuses a message of another kind', async () => {
    const { a, b } = await pair(await start(['a', 'b']));
    await a.channel(party('b'), 't').send('bins', new Uint8Array(1));
    await expect(b.channel(party('a'), 't').receive('tags')).rejects.toThrowError(code('wrong-round'));
  });

  it('shows an observer what was said, and nobody else', async () => {
    const seen: ObservedMessage[] = [];
    const { a, b } = await pair(await start(['a', 'b']), { observe: (message) => seen.push(message) });
    await a.channel(party('b'), 't').send('k', new Uint8Array([1, 2, 3]));
    await b.channel(party('a'), 't').receive('k');
    expect(seen.map(({ direction, kind, body }) => [direction, kind, [...body]])).toEqual([
      ['sent', 'k', [1, 2, 3]],
      ['received', 'k', [1, 2, 3]],
    ]);
  });

  it('keeps memory bounded behind a slow consumer while another topic flows', async () => {
    const arrived = new Map<string, number>();
    const observe = ({ direction, topic, body }: ObservedMessage): void => {
      if (direction === 'received') arrived.set(topic, (arrived.get(topic) ?? 0) + body.length);
    };
    const limits = { windowBytes: 1 << 20, partBytes: 64 << 10 };
    const { a, b } = await pair(await start(['a', 'b']), { observe, limits });
    const sends = Array.from({ length: 40 }, () => a.channel(party('b'), 'slow').send('k', new Uint8Array(256 << 10)));
    for (let i = 0; i < 20; i++) {
      await a.channel(party('b'), 'fast').send('k', new Uint8Array(100_000));
      await b.channel(party('a'), 'fast').receive('k');
    }
    expect(arrived.get('slow') ?? 0).toBeLessThanOrEqual(1 << 20);
    for (let i = 0; i < 40; i++) await b.channel(party('a'), 'slow').receive('k');
    await Promise.all(sends);
    expect(arrived.get('slow')).toBe(10 << 20);
  });
});

it('a helper that is named among the peers ends at the coordinator too', async () => {
  const lan = await start(['a']);
  const a = await lan.node('a');
  const peers = [{ id: COORDINATOR, fingerprint: lan.coordinatorIdentity.fingerprint }];
  const [helper, session] = await Promise.all([
    lan.coordinator.localSession({ id: sessionId('job-1/1'), peers: ['a'], material: memoryLedger() }),
    a.session(lan.options('a', [], { peers, helper: COORDINATOR })),
  ]);
  await exchange({ [COORDINATOR]: helper, a: session }, 10);
  await Promise.all([helper.close(), session.close()]);
});

describe('what the coordinator can see', () => {
  it('is ciphertext: a planted canary does not pass it', async () => {
    // Every chunk that the relay carries, as the coordinator process has it in clear.
    const relayed: Buffer[] = [];
    const lan = await start(['a', 'b'], { observeRelayed: (chunk) => relayed.push(Buffer.from(chunk)) });
    const { a, b } = await pair(lan);
    const canary = Buffer.concat([Buffer.from('canary-canary-canary'), randomBytes(64)]);
    const body = Buffer.concat([randomBytes(100_000), canary, randomBytes(100_000)]);
    await a.channel(party('b'), 'topic-canary').send('kind-canary', body);
    expect(Buffer.from(await b.channel(party('a'), 'topic-canary').receive('kind-canary')).includes(canary)).toBe(true);
    await Promise.all([a.close(), b.close()]);
    const all = Buffer.concat(relayed);
    expect(all.length).toBeGreaterThan(body.length);
    for (const secret of [canary, 'canary', 'topic-canary', 'kind-canary']) expect(all.includes(secret)).toBe(false);
  });
});

describe('refused', () => {
  it('a peer with another key than the manifest pins', async () => {
    const lan = await start(['a', 'b'], { pairTimeoutMs: 300 });
    const [a, b] = await Promise.all([lan.node('a'), lan.node('b')]);
    const other = (await transportIdentity('b')).fingerprint;
    const results = await Promise.allSettled([
      a!.session(lan.options('a', [], { peers: [{ id: 'b', fingerprint: other }] })),
      b!.session(lan.options('b', ['a'])),
    ]);
    expect(results[0]).toMatchObject({ status: 'rejected', reason: code('fingerprint-mismatch') });
    expect(results[1]).toMatchObject({ status: 'rejected', reason: code('peer-timeout') });
  });

  it('a tunnel that the coordinator may not relay', async () => {
    const lan = await start(['a', 'b'], { mayRelay: (_from, _to, session) => session === 'job-2/1' });
    const a = await lan.node('a');
    await expect(a.session(lan.options('a', ['b']))).rejects.toThrowError(code('relay-refused'));
    expect(lan.refused).toEqual([{ reason: 'relay-refused', from: 'a', to: 'b', session: 'job-1/1' }]);
  });

  it('to wait for ever for a peer that does not come', async () => {
    const lan = await start(['a', 'b'], { pairTimeoutMs: 50 });
    const a = await lan.node('a');
    await expect(a.session(lan.options('a', ['b']))).rejects.toThrowError(code('peer-timeout'));
    const helper = lan.coordinator.localSession({ id: sessionId('s'), peers: ['b'], material: memoryLedger() });
    await expect(helper).rejects.toThrowError(code('peer-timeout'));
  });

  it('a coordinator that is not the helper of the manifest', async () => {
    const lan = await start(['a', 'b']);
    const a = await lan.node('a');
    const peers = [{ id: COORDINATOR, fingerprint: lan.identity('b').fingerprint }];
    const opening = a.session(lan.options('a', [], { peers, helper: COORDINATOR }));
    await expect(opening).rejects.toThrowError(code('fingerprint-mismatch'));
  });

  it('a helper that is not the coordinator and has no fingerprint', async () => {
    const lan = await start(['a', 'b']);
    const a = await lan.node('a');
    await expect(a.session(lan.options('a', [], { helper: 'b' }))).rejects.toThrowError(code('party-not-allowed'));
  });
});

describe('the end of a session', () => {
  it('by abort: cancelled here, peer-lost there', async () => {
    const stop = new AbortController();
    const lan = await start(['a', 'b']);
    const [a, b] = await Promise.all([lan.node('a'), lan.node('b')]);
    const [mine, theirs] = await Promise.all([
      a!.session(lan.options('a', ['b'], { signal: stop.signal })),
      b!.session(lan.options('b', ['a'])),
    ]);
    const here = mine!.channel(party('b'), 't').receive('k');
    const there = theirs!.channel(party('a'), 't').receive('k');
    stop.abort();
    await expect(here).rejects.toThrowError(code('cancelled'));
    await expect(there).rejects.toThrowError(code('peer-lost'));
  });

  it('by abort while it opens', async () => {
    const lan = await start(['a', 'b']);
    const a = await lan.node('a');
    const stop = new AbortController();
    const opening = a.session(lan.options('a', ['b'], { signal: stop.signal }));
    stop.abort();
    await expect(opening).rejects.toThrowError(code('cancelled'));
  });

  it('by a node that dies: peer-lost at every other party, no violation', async () => {
    const lan = await start(['a', 'b', 'c']);
    const ids = ['a', 'b', 'c'];
    const violations: Violation[] = [];
    const nodes = await Promise.all(ids.map((id) => lan.node(id)));
    const sessions = await Promise.all(
      nodes.map((node, i) =>
        node.session(
          lan.options(
            ids[i]!,
            ids.filter((id) => id !== ids[i]),
            { onViolation: (violation) => violations.push(violation) },
          ),
        ),
      ),
    );
    const waits = [
      sessions[0]!.channel(party('c'), 't').receive('k'),
      sessions[1]!.channel(party('c'), 't').receive('k'),
      sessions[0]!.channel(party('b'), 't').receive('k'),
    ];
    const outcomes = Promise.allSettled(waits);
    await nodes[2]!.close();
    expect(await outcomes).toEqual(waits.map(() => ({ status: 'rejected', reason: code('peer-lost') })));
    expect(violations).toEqual([]);
  });

  it('by a coordinator that does not come back: peer-lost at every party', async () => {
    const lan = await start(['a', 'b']);
    const { a, b } = await pair(lan, { awayMs: 300 });
    const outcomes = Promise.allSettled([a, b].map((s, i) => s.channel(party('ba'[i]!), 't').receive('k')));
    await lan.coordinator.close();
    expect(await outcomes).toEqual([0, 1].map(() => ({ status: 'rejected', reason: code('peer-lost') })));
  });

  it('by one party that has finished leaves the others their session', async () => {
    const lan = await start(['a', 'b', 'c']);
    const ids = ['a', 'b', 'c'];
    const nodes = await Promise.all(ids.map((id) => lan.node(id)));
    const [a, b, c] = await Promise.all(
      nodes.map((node, i) =>
        node.session(
          lan.options(
            ids[i]!,
            ids.filter((id) => id !== ids[i]),
          ),
        ),
      ),
    );
    await c!.channel(party('a'), 't').send('last', new Uint8Array(1));
    await c!.close();
    await a!.channel(party('b'), 't').send('k', new Uint8Array(2));
    expect((await b!.channel(party('a'), 't').receive('k')).length).toBe(2);
    expect((await a!.channel(party('c'), 't').receive('last')).length).toBe(1);
    await expect(a!.channel(party('c'), 't').receive('more')).rejects.toThrowError(code('peer-lost'));
    await Promise.all([a!.close(), b!.close()]);
  });

  it('with the next one after it under the same connections', async () => {
    const lan = await start(['a', 'b']);
    const [a, b] = await Promise.all([lan.node('a'), lan.node('b')]);
    for (const attempt of [1, 2, 3]) {
      const id = sessionId(`job-1/${attempt}`);
      const sessions = await Promise.all([
        a!.session(lan.options('a', ['b'], { id })),
        b!.session(lan.options('b', ['a'], { id })),
      ]);
      await exchange({ a: sessions[0]!, b: sessions[1]! }, 1000);
      await Promise.all(sessions.map((session) => session.close()));
    }
  });
});
