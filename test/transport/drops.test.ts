/** Sessions over connections that are cut, frozen and refused: every message arrives once, in order, or the error says why. */
import { setTimeout as sleep } from 'node:timers/promises';
import { CoordinatorEndpoint, NodeEndpoint, type NetworkSession } from '@coscore/node-core/transport/index.ts';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  brokenNetwork,
  exchangeAll,
  expectSameRecords,
  openSession,
  QUICK,
  type BrokenNetwork,
  type Heard,
} from './broken-network.ts';
import { COORDINATOR, party, transportIdentity } from './loopback.ts';

const code = (value: string): object => expect.objectContaining({ code: value });
let net: BrokenNetwork | undefined;
const cleanup: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of cleanup.splice(0)) await close();
  await net?.close();
  net = undefined;
});

async function start(...args: Parameters<typeof brokenNetwork>): Promise<BrokenNetwork> {
  return (net = await brokenNetwork(...args));
}

async function closeAll(sessions: Readonly<Record<string, NetworkSession>>): Promise<void> {
  await Promise.all(Object.values(sessions).map((session) => session.close()));
}

const SIZES = [70_000, 0, 1, 300_000, 5_000, 900_000, 16_384, 0, 40_000, 250_000];

describe('a session whose connections are cut', () => {
  it('at random places, again and again, loses nothing, repeats nothing and keeps the order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ at: fc.integer({ min: 1, max: 700_000 }), first: fc.boolean() }), {
          minLength: 3,
          maxLength: 5,
        }),
        async (cuts) => {
          const broken = await start(['a', 'b']);
          const heard: Heard = [];
          const sessions = await openSession(broken, { helper: true, heard });
          const breaking = (async () => {
            for (const { at, first } of cuts) {
              const cut = broken.proxies[first ? 'a' : 'b']!.cutAfter(at);
              await Promise.race([cut, sleep(1000)]);
            }
          })();
          await exchangeAll(sessions, ['x', 'y', 'z'], SIZES);
          await breaking;
          await exchangeAll(sessions, ['x', 'after'], [1000, 1]);
          expectSameRecords(sessions);
          const messages = sessions['a']!.traffic().filter(
            ({ peer, direction }) => peer === 'b' && direction === 'sent',
          );
          expect(messages.reduce((sum, entry) => sum + entry.messages, 0)).toBe(3 * SIZES.length + 4);
          await closeAll(sessions);
          expect(heard.filter((event) => event.endsWith('away')).length).toBeGreaterThan(0);
          expect(heard.filter((event) => !/ (away|back)$/.test(event))).toEqual([]);
          await broken.close();
        },
      ),
      { numRuns: 3, seed: 20_260_722, endOnFailure: true },
    );
  }, 60_000);

  it('while it opens still opens', async () => {
    const broken = await start(['a', 'b']);
    for (const bytes of [200, 2500, 6000]) {
      void broken.proxies['a']!.cutAfter(bytes);
      const sessions = await openSession(broken, { job: `job-${bytes}` });
      await exchangeAll(sessions, ['t'], [100_000]);
      await closeAll(sessions);
    }
  }, 60_000);

  it.each([0, 1, 60, 120, 200, 400, 700, 1000])(
    'while it closes, %d bytes on, still ends well',
    async (bytes) => {
      const broken = await start(['a', 'b']);
      const heard: Heard = [];
      const sessions = await openSession(broken, { heard, helper: true });
      await exchangeAll(sessions, ['t'], [1000]);
      if (bytes === 0) broken.proxies['a']!.drop();
      else void broken.proxies['a']!.cutAfter(bytes);
      await sessions['b']!.channel(party('a'), 't').send('last', new Uint8Array(3));
      const last = sessions['a']!.channel(party('b'), 't').receive('last');
      await Promise.all([
        closeAll({ b: sessions['b']!, helper: sessions[COORDINATOR]! }),
        last.then(() => sessions['a']!.close()),
      ]);
      expect((await last).length).toBe(3);
      expect(heard.filter((event) => !/ (away|back)$/.test(event))).toEqual([]);
    },
    60_000,
  );

  it('hears of a frozen path by keepalive, and goes on over a new one', async () => {
    const broken = await start(['a', 'b'], { keepalive: QUICK }, QUICK);
    const heard: Heard = [];
    const sessions = await openSession(broken, { helper: true, heard });
    await exchangeAll(sessions, ['t'], [1000]);
    broken.proxies['a']!.freeze();
    const exchanging = exchangeAll(sessions, ['t', 'u'], SIZES);
    await sleep(4 * (QUICK.everyMs + QUICK.timeoutMs));
    broken.proxies['a']!.thaw();
    await exchanging;
    expect(heard).toContain('b: a away');
    expect(heard).toContain('b: a back');
    expectSameRecords(sessions);
    await closeAll(sessions);
  }, 60_000);

  it('at one end only, long before the other can notice, is joined again', async () => {
    // The coordinator and b have the usual keepalive, and would notice in half a minute.
    const broken = await start(['a', 'b'], {}, QUICK);
    const sessions = await openSession(broken);
    broken.proxies['a']!.freeze();
    const exchanging = exchangeAll(sessions, ['t'], SIZES);
    await sleep(3 * (QUICK.everyMs + QUICK.timeoutMs));
    broken.proxies['a']!.thaw();
    await exchanging;
    await closeAll(sessions);
  }, 60_000);

  it('is missed by a coordinator whose control connection hears nothing, and told to the others', async () => {
    // The node itself would notice in half a minute.
    const broken = await start(['a', 'b'], { keepalive: QUICK });
    const heard: Heard = [];
    const sessions = await openSession(broken, { heard });
    await exchangeAll(sessions, ['t'], [1000]);
    broken.proxies['a']!.freeze();
    await expect.poll(() => heard, { timeout: 30_000 }).toContain('b: a away');
    broken.proxies['a']!.drop();
    broken.proxies['a']!.thaw();
    await exchangeAll(sessions, ['t'], SIZES);
    expectSameRecords(sessions);
    await closeAll(sessions);
  }, 60_000);

  it('by a coordinator that is started again goes on, relayed by its successor', async () => {
    const broken = await start(['a', 'b']);
    const sessions = await openSession(broken);
    await exchangeAll(sessions, ['t'], [1000]);
    const exchanging = exchangeAll(sessions, ['t', 'u'], SIZES);
    await broken.lan.coordinator.close();
    const ids = new Map(['a', 'b'].map((id) => [broken.lan.identity(id).fingerprint, id]));
    const successor = await CoordinatorEndpoint.listen({
      identity: broken.lan.coordinatorIdentity,
      host: '127.0.0.1',
      port: Number(broken.lan.coordinator.address.split(':')[1]),
      enrolled: (fingerprint) => ids.get(fingerprint),
      mayRelay: () => true,
      onAttend: () => undefined,
    });
    await exchanging;
    expectSameRecords(sessions);
    await closeAll(sessions);
    await successor.close();
  }, 60_000);

  it('can be failed while the peer is away, and so can its wait for a peer that does not come back', async () => {
    const broken = await start(['a', 'b', 'c']);
    const stop = new AbortController();
    const heard: Heard = [];
    const sessions = await openSession(broken, { heard, extra: { awayMs: 700 } });
    const waiting = sessions['a']!.channel(party('b'), 't').receive('k');
    const others = sessions['c']!.channel(party('a'), 't').receive('k');
    broken.proxies['b']!.refuse();
    await expect(waiting).rejects.toMatchObject({ code: 'peer-lost', params: { peer: 'b' } });
    await expect(others).rejects.toMatchObject({ code: 'peer-lost' });
    expect(heard).toContain('a: b away');
    stop.abort();
  }, 60_000);

  it('and cancelled meanwhile ends at once', async () => {
    const broken = await start(['a', 'b']);
    const stop = new AbortController();
    const [a, b] = await Promise.all(
      ['a', 'b'].map((self) =>
        broken.nodes[self]!.session(
          broken.lan.options(self, [self === 'a' ? 'b' : 'a'], self === 'a' ? { signal: stop.signal } : {}),
        ),
      ),
    );
    const waiting = a!.channel(party('b'), 't').receive('k');
    broken.proxies['b']!.refuse();
    await sleep(200);
    stop.abort();
    await expect(waiting).rejects.toThrowError(code('cancelled'));
    expect(b!.signal.aborted).toBe(false);
  }, 60_000);
});

describe('a peer that comes back as another', () => {
  it('process, which has lost its session, is told apart: peer-lost that says so', async () => {
    const broken = await start(['a', 'b']);
    const sessions = await openSession(broken);
    await exchangeAll(sessions, ['t'], [1000]);
    const waiting = sessions['a']!.channel(party('b'), 't')
      .receive('k')
      .catch((error: unknown) => error);
    // As after kill -9: nothing is said.
    broken.proxies['b']!.refuse();
    const again = NodeEndpoint.connect({
      identity: broken.lan.identity('b'),
      address: broken.lan.coordinator.address,
      coordinator: broken.lan.coordinatorIdentity,
      onControl: () => undefined,
    });
    cleanup.push(() => again.close());
    const second = again.session(broken.lan.options('b', ['a'])).catch((error: unknown) => error);
    expect(await waiting).toMatchObject({
      code: 'peer-lost',
      message: expect.stringContaining('b was started again') as string,
    });
    expect(await second).toMatchObject({ code: 'peer-lost' });
  }, 60_000);

  it('key, though its coordinator takes it for the same party, is refused: fingerprint-mismatch, a violation', async () => {
    const broken = await start(['a', 'b']);
    const heard: Heard = [];
    const sessions = await openSession(broken, { heard });
    const waiting = sessions['a']!.channel(party('b'), 't')
      .receive('k')
      .catch((error: unknown) => error);
    broken.proxies['b']!.refuse();
    const impostor = await transportIdentity('b');
    broken.lan.enrol(impostor, 'b');
    const node = NodeEndpoint.connect({
      identity: impostor,
      address: broken.lan.coordinator.address,
      coordinator: broken.lan.coordinatorIdentity,
      onControl: () => undefined,
    });
    cleanup.push(() => node.close());
    void node.session(broken.lan.options('b', ['a'])).catch(() => undefined);
    expect(await waiting).toMatchObject({ code: 'fingerprint-mismatch', params: { peer: 'b' } });
    expect(heard).toContain('a: b fingerprint-mismatch');
  }, 60_000);
});
