/** Sessions between nodes that reach their coordinator through proxies which break, and traffic that shows what arrived. */
import type { Keepalive, NetworkSession, NodeEndpoint, SessionContext } from '@coscore/node-core/transport/index.ts';
import { memoryLedger } from '@coscore/protocols/memory-network.ts';
import { expect } from 'vitest';
import { TcpProxy } from '../support/tcp-proxy.ts';
import { COORDINATOR, loopback, party, sessionId, type Loopback } from './loopback.ts';

/** A frozen connection is noticed within about a second, not half a minute; on a busy machine, so are some that are not. */
export const QUICK = { everyMs: 600, timeoutMs: 600 } as const;

export interface BrokenNetwork {
  readonly lan: Loopback;
  readonly proxies: Readonly<Record<string, TcpProxy>>;
  readonly nodes: Readonly<Record<string, NodeEndpoint>>;
  close(): Promise<void>;
}

export async function brokenNetwork(
  ids: readonly string[],
  overrides: Parameters<typeof loopback>[1] = {},
  nodeKeepalive?: Keepalive,
): Promise<BrokenNetwork> {
  const lan = await loopback(ids, overrides);
  const proxies: Record<string, TcpProxy> = {};
  const nodes: Record<string, NodeEndpoint> = {};
  for (const id of ids) {
    proxies[id] = await TcpProxy.before(lan.coordinator.address);
    nodes[id] = await lan.node(id, { address: proxies[id].address, keepalive: nodeKeepalive });
  }
  return {
    lan,
    proxies,
    nodes,
    async close() {
      await lan.close();
      await Promise.all(Object.values(proxies).map((proxy) => proxy.close()));
    },
  };
}

/** Who was lost and came back, as each session heard of it. */
export type Heard = string[];

/** The session of all nodes, and of the helper if it is asked for. @returns by participant */
export async function openSession(
  { lan, nodes }: BrokenNetwork,
  options: {
    readonly helper?: boolean;
    readonly heard?: Heard;
    readonly job?: string;
    readonly extra?: Partial<SessionContext>;
  } = {},
): Promise<Record<string, NetworkSession>> {
  const ids = Object.keys(nodes);
  const { helper = false, heard = [], job = 'job-1', extra = {} } = options;
  const id = sessionId(`${job}/1`);
  const events = (self: string): Partial<SessionContext> => ({
    onAway: (peer) => heard.push(`${self}: ${peer} away`),
    onBack: (peer) => heard.push(`${self}: ${peer} back`),
    onViolation: ({ peer, error }) => heard.push(`${self}: ${peer} ${error.code}`),
    ...extra,
  });
  const opening: [string, Promise<NetworkSession>][] = ids.map((self) => [
    self,
    nodes[self]!.session(
      lan.options(
        self,
        ids.filter((id) => id !== self),
        { id, ...events(self), ...(helper ? { helper: COORDINATOR } : {}) },
      ),
    ),
  ]);
  if (helper) {
    const context = { id, material: memoryLedger(), ...events(COORDINATOR) };
    opening.push([COORDINATOR, lan.coordinator.localSession({ ...context, peers: ids })]);
  }
  return Object.fromEntries(await Promise.all(opening.map(async ([id, session]) => [id, await session] as const)));
}

/** The i-th body of a topic in one direction: nothing else has these bytes. */
function bodyOf(topic: string, from: string, i: number, bytes: number): Uint8Array {
  const body = new Uint8Array(bytes);
  let state = [...`${topic} ${from} ${i}`].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) >>> 0, 7);
  for (let at = 0; at < bytes; at++) body[at] = (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) >>> 24;
  return body;
}

/** Every two participants send each other these messages under every topic at once, and check what comes, in order. */
export async function exchangeAll(
  sessions: Readonly<Record<string, NetworkSession>>,
  topics: readonly string[],
  sizes: readonly number[],
): Promise<void> {
  const ids = Object.keys(sessions);
  const pairs = ids.flatMap((self) => ids.filter((peer) => peer !== self).map((peer) => [self, peer] as const));
  await Promise.all(
    pairs.flatMap(([self, peer]) =>
      topics.map(async (topic) => {
        const channel = sessions[self]!.channel(party(peer), topic);
        const sending = (async () => {
          for (const [i, size] of sizes.entries()) await channel.send(`m${i % 3}`, bodyOf(topic, self, i, size));
        })();
        for (const [i, size] of sizes.entries()) {
          const body = await channel.receive(`m${i % 3}`);
          const same = Buffer.compare(body, bodyOf(topic, peer, i, size)) === 0;
          expect({ self, peer, topic, i, same }).toEqual({ self, peer, topic, i, same: true });
        }
        await sending;
      }),
    ),
  );
}

/** Both ends of every tunnel counted and digested the same. */
export function expectSameRecords(sessions: Readonly<Record<string, NetworkSession>>): void {
  for (const [self, session] of Object.entries(sessions)) {
    for (const { peer, direction, ...rest } of session.traffic()) {
      if (direction !== 'sent') continue;
      const there = sessions[peer]!.traffic().filter(
        (entry) => entry.peer === self && entry.direction === 'received' && entry.kind === rest.kind,
      );
      expect(there).toEqual([{ peer: self, direction: 'received', ...rest }]);
    }
  }
}
