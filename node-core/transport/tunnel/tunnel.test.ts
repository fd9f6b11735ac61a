import { duplexPair, type Duplex } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { wire } from '@coscore/proto';
import { ProtocolError } from '@coscore/protocols/errors.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeFrame, type FrameHeader } from './frame.ts';
import { WIRE_VERSIONS } from '../wire-version.ts';
import { DEFAULT_LIMITS, FRAME_COST, type TunnelLimits } from './limits.ts';
import type { TransportError } from '../types.ts';
import { Tunnel, type TunnelMessage } from './tunnel.ts';

interface End {
  readonly tunnel: Tunnel;
  readonly duplex: Duplex;
  readonly messages: TunnelMessage[];
  readonly failed: { error: TransportError; violation: boolean }[];
}

/** A peer that cannot be reached again. */
function never(signal: AbortSignal): Promise<Duplex> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
}

function end(
  from: Duplex | ((signal: AbortSignal) => Promise<Duplex>),
  self: string,
  peer: string,
  limits: Partial<TunnelLimits> = {},
): End {
  const duplex = typeof from === 'function' ? duplexPair()[0] : from;
  const messages: TunnelMessage[] = [];
  const failed: { error: TransportError; violation: boolean }[] = [];
  const tunnel = new Tunnel({
    dial: typeof from === 'function' ? from : (signal) => (duplex.destroyed ? never(signal) : Promise.resolve(duplex)),
    self,
    peer,
    session: 'job-1/1',
    versions: WIRE_VERSIONS,
    instance: new Uint8Array(16).fill(self.charCodeAt(0)),
    awayMs: typeof from === 'function' ? 5000 : 100,
    limits: { ...DEFAULT_LIMITS, ...limits },
    onMessage: (message) => messages.push(message),
    onFailed: (error, violation) => failed.push({ error, violation }),
  });
  return { tunnel, duplex, messages, failed };
}

async function twoEnds(limits: Partial<TunnelLimits> = {}): Promise<{ a: End; b: End }> {
  const [left, right] = duplexPair();
  const a = end(left, 'a', 'b', limits);
  const b = end(right, 'b', 'a', limits);
  await Promise.all([a.tunnel.opened, b.tunnel.opened]);
  return { a, b };
}

const hello = (fields: object = {}): Uint8Array =>
  wire.TunnelHello.encode({
    minVersion: WIRE_VERSIONS.min,
    maxVersion: WIRE_VERSIONS.max,
    session: 'job-1/1',
    from: 'b',
    to: 'a',
    instance: new Uint8Array(16),
    ...fields,
  }).finish();

/** A tunnel whose peer is this test, writing frames by hand. */
function rawPeer(
  limits: Partial<TunnelLimits> = {},
): End & { write(header: Partial<FrameHeader>, body?: Uint8Array): void } {
  const [left, right] = duplexPair();
  right.resume().on('error', () => undefined);
  const write = (header: Partial<FrameHeader>, body: Uint8Array = new Uint8Array(0)): void => {
    const full = { topic: 't', seq: 0, kind: '', bodyBytes: body.length, rest: 0, consumed: 0, ...header };
    for (const buffer of encodeFrame(full, body)) right.write(buffer);
  };
  return { ...end(left, 'a', 'b', limits), write };
}

async function greeted(limits: Partial<TunnelLimits> = {}): Promise<ReturnType<typeof rawPeer>> {
  const peer = rawPeer(limits);
  peer.write({ topic: '', seq: 1, kind: 'hello' }, hello());
  await peer.tunnel.opened;
  return peer;
}

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);
const code = (value: string): object => expect.objectContaining({ code: value });

describe('tunnel', () => {
  it('keeps the order of each topic, and topics apart', async () => {
    const { a, b } = await twoEnds();
    await a.tunnel.send('x', 'one', bytes(1));
    await a.tunnel.send('y', 'two', bytes(2));
    await a.tunnel.send('x', 'three', bytes(3));
    expect(await b.tunnel.receive('y')).toMatchObject({ kind: 'two', body: bytes(2) });
    expect(await b.tunnel.receive('x')).toMatchObject({ kind: 'one', body: bytes(1) });
    expect(await b.tunnel.receive('x')).toMatchObject({ kind: 'three', body: bytes(3) });
  });

  it('carries any mix of sizes, in parts and under a small window, both ways at once', async () => {
    const limits = { partBytes: 1000, windowBytes: 5000 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(20_000), { maxLength: 8 }),
        fc.array(fc.nat(20_000), { maxLength: 8 }),
        async (forth, back) => {
          const { a, b } = await twoEnds(limits);
          const fill = (size: number, i: number): Uint8Array => new Uint8Array(size).fill(i + 1);
          const run = async (from: End, to: End, sizes: readonly number[]): Promise<void> => {
            const sending = Promise.all(sizes.map((size, i) => from.tunnel.send('t', `k${i}`, fill(size, i))));
            for (const [i, size] of sizes.entries()) {
              const message = await to.tunnel.receive('t');
              expect([message.kind, Buffer.compare(message.body, fill(size, i))]).toEqual([`k${i}`, 0]);
            }
            await sending;
          };
          await Promise.all([run(a, b, forth), run(b, a, back)]);
          await Promise.all([a.tunnel.close(1000), b.tunnel.close(1000)]);
          expect([...a.failed, ...b.failed]).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('gives each body a buffer of its own, aligned for any typed array', async () => {
    const { a, b } = await twoEnds();
    const values = new BigUint64Array([1n, 2n, 3n]);
    await a.tunnel.send('t', 'k', new Uint8Array(values.buffer));
    const { body } = await b.tunnel.receive('t');
    expect(body.byteOffset).toBe(0);
    expect(new BigUint64Array(body.buffer)).toEqual(values);
    expect(Buffer.isBuffer(body)).toBe(false);
  });

  it('lets both ends send more than a window before either receives', async () => {
    const { a, b } = await twoEnds({ windowBytes: 2000, partBytes: 500 });
    await Promise.all([
      a.tunnel.send('t', 'k', new Uint8Array(50_000)),
      b.tunnel.send('t', 'k', new Uint8Array(50_000)),
    ]);
    const [left, right] = await Promise.all([a.tunnel.receive('t'), b.tunnel.receive('t')]);
    expect([left.body.length, right.body.length]).toEqual([50_000, 50_000]);
  });
});

describe('flow control', () => {
  const limits = { windowBytes: 10_000, partBytes: 1000 };

  it('stops a topic at its window while nobody receives, and other topics flow', async () => {
    const { a, b } = await twoEnds(limits);
    const arrived = (): number => b.messages.filter(({ topic }) => topic === 'slow').length;
    const sends = Array.from({ length: 100 }, () => a.tunnel.send('slow', 'k', new Uint8Array(1000)));
    for (let i = 0; i < 50; i++)
      await a.tunnel.send('fast', 'k', new Uint8Array(1000)).then(() => b.tunnel.receive('fast'));
    expect(arrived()).toBe(Math.floor(10_000 / (1000 + FRAME_COST)));
    for (let i = 0; i < 100; i++) await b.tunnel.receive('slow');
    await Promise.all(sends);
    expect(arrived()).toBe(100);
  });

  it('holds back a sender that is more than a window ahead', async () => {
    const { a, b } = await twoEnds(limits);
    let admitted = 0;
    const sends = Array.from({ length: 40 }, () =>
      a.tunnel.send('t', 'k', new Uint8Array(1000)).then(() => (admitted += 1)),
    );
    await turn();
    // One window at the peer, one queued here, and the message that crosses the line.
    expect(admitted).toBeLessThanOrEqual(9 + 10 + 1);
    for (let i = 0; i < 40; i++) await b.tunnel.receive('t');
    await Promise.all(sends);
    expect(admitted).toBe(40);
  });

  it('counts empty messages too', async () => {
    const { a, b } = await twoEnds(limits);
    for (let i = 0; i < 1000; i++) void a.tunnel.send('t', 'k', new Uint8Array(0));
    await a.tunnel.send('u', 'last', new Uint8Array(0));
    await b.tunnel.receive('u');
    expect(b.messages.length).toBeLessThanOrEqual(10_000 / FRAME_COST + 1);
  });

  it('refuses a peer that ignores the window', async () => {
    const peer = await greeted(limits);
    for (let seq = 1; seq <= 20; seq++) peer.write({ seq, kind: 'k' }, new Uint8Array(1000));
    await turn();
    expect(peer.failed).toEqual([{ error: code('wrong-size'), violation: true }]);
  });
});

describe('violations fail the tunnel, name the peer and end every wait', () => {
  const cases: Record<string, [string, (peer: Awaited<ReturnType<typeof greeted>>) => void]> = {
    'a repeated frame': ['replayed', (p) => [1, 1].forEach((seq) => p.write({ seq, kind: 'k' }))],
    'a step back': ['replayed', (p) => [1, 2, 1].forEach((seq) => p.write({ seq, kind: 'k' }))],
    'a dropped frame': ['wrong-size', (p) => [1, 3].forEach((seq) => p.write({ seq, kind: 'k' }))],
    'reordered frames': ['wrong-size', (p) => [2, 1].forEach((seq) => p.write({ seq, kind: 'k' }))],
    'an oversize frame': [
      'wrong-size',
      (p) => p.write({ seq: 1, kind: 'k', bodyBytes: DEFAULT_LIMITS.maxPartBytes + 1 }),
    ],
    'an oversize message': [
      'wrong-size',
      (p) => p.write({ seq: 1, kind: 'k', rest: DEFAULT_LIMITS.maxMessageBytes }, bytes(1)),
    ],
    'a part that does not fit its message': [
      'wrong-size',
      (p) => {
        p.write({ seq: 1, kind: 'k', rest: 10 }, bytes(1));
        p.write({ seq: 2, rest: 10 }, bytes(1));
      },
    ],
    'a new message inside another': [
      'malformed',
      (p) => {
        p.write({ seq: 1, kind: 'k', rest: 10 }, bytes(1));
        p.write({ seq: 2, kind: 'k', rest: 9 }, bytes(1));
      },
    ],
    'a message without a kind': ['malformed', (p) => p.write({ seq: 1 }, bytes(1))],
    'an acknowledgement of what was not sent': ['out-of-range', (p) => p.write({ consumed: 1 })],
    'an acknowledgement with a body': ['malformed', (p) => p.write({ seq: 0 }, bytes(1))],
    'a second hello': ['malformed', (p) => p.write({ topic: '', seq: 2, kind: 'hello' }, hello())],
    'a frame after the bye': [
      'malformed',
      (p) => {
        p.write({ topic: '', seq: 2, kind: 'bye' });
        p.write({ seq: 1, kind: 'k' });
      },
    ],
  };
  it.each(Object.entries(cases))('%s', async (_name, [expected, misbehave]) => {
    const peer = await greeted();
    const waiting = peer.tunnel.receive('other').catch((error: unknown) => error);
    misbehave(peer);
    expect(await waiting).toMatchObject({
      code: expected === 'malformed' && _name.includes('bye') ? 'peer-lost' : expected,
    });
    await turn();
    expect(peer.failed).toEqual([
      { error: expect.objectContaining({ code: expected, params: { peer: 'b' } }), violation: true },
    ]);
    await expect(peer.tunnel.send('t', 'k', bytes(1))).rejects.toThrowError(code(expected));
    expect(peer.duplex.writableEnded).toBe(true);
  });

  it.each([{ session: 'job-2/1' }, { from: 'c' }, { to: 'c' }, { from: '' }])(
    'a hello of another tunnel: %o',
    async (fields) => {
      const peer = rawPeer();
      peer.write({ topic: '', seq: 1, kind: 'hello' }, hello(fields));
      await expect(peer.tunnel.opened).rejects.toThrowError(code('parameter-mismatch'));
    },
  );

  it('but a peer of another version is not to blame', async () => {
    const peer = rawPeer();
    peer.write({ topic: '', seq: 1, kind: 'hello' }, hello({ minVersion: 7, maxVersion: 8 }));
    await expect(peer.tunnel.opened).rejects.toMatchObject({ code: 'version-mismatch', params: { update: 'a' } });
    expect(peer.failed).toEqual([{ error: code('version-mismatch'), violation: false }]);
  });

  it('a frame before the hello', async () => {
    const peer = rawPeer();
    peer.write({ seq: 1, kind: 'k' });
    await expect(peer.tunnel.opened).rejects.toThrowError(code('malformed'));
  });

  it('too many topics', async () => {
    const peer = await greeted({ maxTopics: 3 });
    for (let i = 0; i < 5; i++) peer.write({ topic: `t${i}`, seq: 1, kind: 'k' });
    await turn();
    expect(peer.failed).toEqual([{ error: code('wrong-size'), violation: true }]);
  });
});

describe('the end of a tunnel', () => {
  it('without a bye is a lost peer', async () => {
    const { a, b } = await twoEnds();
    const waiting = a.tunnel.receive('t');
    b.duplex.destroy();
    await expect(waiting).rejects.toThrowError(code('peer-lost'));
    expect(a.failed).toEqual([{ error: code('peer-lost'), violation: false }]);
  });

  it('with a bye leaves what has arrived, and ends what waits for more', async () => {
    const { a, b } = await twoEnds();
    await a.tunnel.send('t', 'last', new Uint8Array(3_000_000));
    const waiting = b.tunnel.receive('u').catch((error: unknown) => error);
    await a.tunnel.close(5000);
    expect(await waiting).toMatchObject({ code: 'peer-lost' });
    expect((await b.tunnel.receive('t')).body.length).toBe(3_000_000);
    await expect(b.tunnel.receive('t')).rejects.toThrowError(code('peer-lost'));
    await expect(b.tunnel.send('t', 'k', bytes(1))).rejects.toThrowError(code('peer-lost'));
    expect([...a.failed, ...b.failed]).toEqual([]);
  });

  it('waits for a slow peer to take what is queued', async () => {
    const { a, b } = await twoEnds({ windowBytes: 2000, partBytes: 500 });
    void a.tunnel.send('t', 'k', new Uint8Array(50_000));
    const closed = a.tunnel.close(5000);
    await turn();
    expect((await b.tunnel.receive('t')).body.length).toBe(50_000);
    await closed;
    expect([...a.failed, ...b.failed]).toEqual([]);
  });

  it('may come from both ends at once, and twice', async () => {
    const { a, b } = await twoEnds();
    await Promise.all([a.tunnel.close(5000), b.tunnel.close(5000), a.tunnel.close(5000)]);
    expect([...a.failed, ...b.failed]).toEqual([]);
  });

  it('by failing ends every wait with that error', async () => {
    const { a } = await twoEnds({ windowBytes: 1000, partBytes: 100 });
    const waits = [a.tunnel.receive('t'), ...[1, 2, 3].map(() => a.tunnel.send('t', 'k', new Uint8Array(5000)))];
    const settled = Promise.allSettled(waits);
    a.tunnel.fail(Object.assign(new Error('stop'), { code: 'cancelled' }) as ProtocolError);
    const outcomes = (await settled).map((outcome) =>
      outcome.status === 'rejected' ? (outcome.reason as Error).message : 'ok',
    );
    expect(outcomes).toEqual(['stop', 'ok', 'stop', 'stop']);
  });
});

describe('a stream that is lost', () => {
  /** Two tunnels whose streams the test makes, and cuts after so many chunks from `a`. */
  function cutting(limits: Partial<TunnelLimits> = {}): { a: End; b: End; cutAfter(chunks: number): void } {
    let left = Infinity;
    let pair: readonly [Duplex, Duplex] | undefined;
    const cut = (): void => {
      const streams = pair;
      pair = undefined;
      left = Infinity;
      for (const stream of streams ?? []) stream.destroy();
    };
    const dial = (side: 0 | 1) => async (): Promise<Duplex> => {
      // Both ends redial; whoever is first makes the next pair, and neither gets a stream that the other has lost.
      if (pair?.some((stream) => stream.destroyed || stream.listenerCount('data') > 0) === true && taken[side]) cut();
      if (pair === undefined) {
        taken = [false, false];
        const [left0, right0] = duplexPair();
        pair = [left0.on('error', () => undefined), right0.on('error', () => undefined)];
        const write = left0._write.bind(left0);
        left0._write = (chunk: Buffer, encoding, done) => {
          left -= 1;
          if (left > 0) return write(chunk, encoding, done);
          // What is written until the cut is noticed gets lost on the way.
          if (left === 0) setImmediate(cut);
          done();
        };
      }
      taken[side] = true;
      return Promise.resolve(pair[side]);
    };
    let taken = [false, false];
    const a = end(dial(0), 'a', 'b', limits);
    const b = end(dial(1), 'b', 'a', limits);
    return { a, b, cutAfter: (chunks) => (left = chunks) };
  }

  it('changes nothing of what arrives, of its order among topics, or of its digests', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ topic: fc.constantFrom('x', 'y', 'z'), size: fc.nat(9000) }), {
          minLength: 5,
          maxLength: 30,
        }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 3 }),
        async (messages, cuts) => {
          const { a, b, cutAfter } = cutting({ partBytes: 1000, windowBytes: 5000 });
          await Promise.all([a.tunnel.opened, b.tunnel.opened]);
          for (const chunks of cuts) {
            cutAfter(chunks);
            const sending = messages.map(({ topic, size }, i) =>
              a.tunnel.send(topic, `k${i}`, new Uint8Array(size).fill(i + 1)),
            );
            for (const [i, { topic, size }] of messages.entries()) {
              const { kind, body } = await b.tunnel.receive(topic);
              expect([kind, body.length, body.at(-1)]).toEqual([`k${i}`, size, size > 0 ? i + 1 : undefined]);
            }
            await Promise.all(sending);
          }
          const seen = (end: End): unknown[] =>
            end.messages.map(({ topic, kind, sha256 }) => [topic, kind, sha256.toString('hex')]);
          expect(seen(b)).toEqual(seen(a));
          expect(a.messages).toHaveLength(messages.length * cuts.length);
          expect([...a.failed, ...b.failed]).toEqual([]);
          await Promise.all([a.tunnel.close(1000), b.tunnel.close(1000)]);
        },
      ),
      { numRuns: 12 },
    );
  });

  /** A peer by hand that comes back with this claim after `a` has sent it three frames of 100 bytes. */
  async function comesBack(claims: readonly object[][], fields: object = {}): Promise<End> {
    const streams = claims.map(() => duplexPair());
    let dialled = 0;
    const opened = end(
      (signal) => (dialled < streams.length ? Promise.resolve(streams[dialled++]![0]) : never(signal)),
      'a',
      'b',
    );
    for (const [i, resume] of claims.entries()) {
      const [near, far] = streams[i]!;
      far.resume().on('error', () => undefined);
      while (dialled <= i) await turn();
      await turn();
      const body = hello({ resume, ...(i > 0 ? fields : {}) });
      const header = { topic: '', seq: 1, kind: 'hello', bodyBytes: body.length, rest: 0, consumed: 0 };
      for (const buffer of encodeFrame(header, body)) far.write(buffer);
      if (i === 0) {
        await opened.tunnel.opened.catch(() => undefined); // told to onFailed too
        if (opened.failed.length > 0) return opened;
        for (let k = 0; k < 3; k++) await opened.tunnel.send('t', 'k', new Uint8Array(100));
      }
      await turn();
      if (i < claims.length - 1) near.destroy();
    }
    await turn();
    return opened;
  }
  const has = (seq: number, of = seq * 100, consumed = 0): object => ({ topic: 't', seq, bytes: of, consumed });

  it('goes on when the peer says truly what it has', async () => {
    for (const claim of [[], [has(1)], [has(3, 300, 164)]]) {
      const { failed, tunnel } = await comesBack([[], claim]);
      expect(failed).toEqual([]);
      tunnel.fail(new ProtocolError('cancelled', 'the test is over'));
    }
  });

  it.each([
    ['more than was sent', [[], [has(4)]]],
    ['a topic that was never used', [[], [{ topic: 'other', seq: 1, bytes: 1, consumed: 0 }]]],
    ['other bytes than these frames have', [[], [has(2, 150)]]],
    ['to have consumed what it has not received', [[], [has(1, 100, 328)]]],
    ['less than it had the last time', [[], [has(3)], [has(2)]]],
    ['less than it has acknowledged', [[], [has(3, 300, 328)], [has(1)]]],
    ['frames on its very first stream', [[has(1)]]],
  ])('fails the tunnel when the peer claims %s', async (_, claims) => {
    const { failed } = await comesBack(claims);
    expect(failed).toEqual([{ error: code('out-of-range'), violation: true }]);
  });

  it.each([
    ['comes from another process', { instance: new Uint8Array(16).fill(9) }, /b was started again/],
    ['is for another process', { knows: new Uint8Array(16).fill(9) }, /a was started again/],
  ])('fails the tunnel, without blame, when the next hello %s', async (_, fields, message) => {
    const { failed } = await comesBack([[], []], fields);
    expect(failed).toEqual([{ error: code('peer-lost'), violation: false }]);
    expect(failed[0]!.error.message).toMatch(message);
  });
});
