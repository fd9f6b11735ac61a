/**
 * The sessions under a job, on wires that break wherever fast-check wants them to: every message of every topic arrives once
 * and in its order, both ways, or the tunnel says by name why not. `COSCORE_SIM_RUNS=50` looks fifty times as long.
 */
import { createHash } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { DEFAULT_LIMITS } from '@coscore/node-core/transport/tunnel/limits.ts';
import { Tunnel, type TunnelMessage } from '@coscore/node-core/transport/tunnel/tunnel.ts';
import { WIRE_VERSIONS } from '@coscore/node-core/transport/wire-version.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type WirePlan, Wires } from './wires.ts';

const RUNS = Number(process.env['COSCORE_SIM_RUNS'] ?? 1);
const SEED = Number(process.env['COSCORE_SIM_SEED'] ?? 5);
const TOPICS = ['x', 'y'];
const CLOSE_MS = 10_000;

interface End {
  readonly tunnel: Tunnel;
  readonly messages: TunnelMessage[];
  readonly failures: unknown[];
}

function endOf(name: string, peer: string, dial: (signal: AbortSignal) => Promise<Duplex>, awayMs: number): End {
  const messages: TunnelMessage[] = [];
  const failures: unknown[] = [];
  const tunnel = new Tunnel({
    dial,
    self: name,
    peer,
    session: 'job/1',
    versions: WIRE_VERSIONS,
    instance: new Uint8Array(16).fill(name.charCodeAt(0)),
    awayMs,
    // Small ones: many parts, and windows that fill.
    limits: { ...DEFAULT_LIMITS, partBytes: 4096, windowBytes: 32_768 },
    onMessage: (message) => messages.push(message),
    onFailed: (error) => failures.push(error),
  });
  return { tunnel, messages, failures };
}

function pairOn(wires: Wires, awayMs = 60_000): { readonly a: End; readonly b: End } {
  return { a: endOf('a', 'b', wires.dial(0), awayMs), b: endOf('b', 'a', wires.dial(1), awayMs) };
}

/** The same everywhere, so that who received it can tell whether it is the right one. */
function bodyOf(from: string, topic: string, index: number, size: number): Uint8Array {
  const seed = createHash('sha256').update(`${from} ${topic} ${index}`).digest();
  return Uint8Array.from({ length: size }, (_, i) => seed[i % 32]! ^ (i >>> 5));
}

async function sendAll({ tunnel }: End, from: string, topic: string, sizes: readonly number[]): Promise<void> {
  for (const [i, size] of sizes.entries()) await tunnel.send(topic, `message ${i}`, bodyOf(from, topic, i, size));
}

async function receiveAll({ tunnel }: End, from: string, topic: string, sizes: readonly number[]): Promise<void> {
  for (const [i, size] of sizes.entries()) {
    const { kind, body } = await tunnel.receive(topic);
    expect(kind).toBe(`message ${i}`);
    expect(Buffer.compare(body, bodyOf(from, topic, i, size))).toBe(0);
  }
}

/** Both ways on every topic at once, then good-bye. */
async function exchange({ a, b }: { readonly a: End; readonly b: End }, sizes: readonly number[]): Promise<void> {
  await Promise.all(
    TOPICS.flatMap((topic) => [
      sendAll(a, 'a', topic, sizes),
      sendAll(b, 'b', topic, sizes),
      receiveAll(a, 'b', topic, sizes),
      receiveAll(b, 'a', topic, sizes),
    ]),
  );
  await Promise.all([a.tunnel.close(CLOSE_MS), b.tunnel.close(CLOSE_MS)]);
}

const way = (cutAfter: fc.Arbitrary<number | undefined>) =>
  fc.record({ cutAfter, piece: fc.constantFrom(1 << 20, 1000, 97), late: fc.nat(2) });
const cutSomewhere = fc.oneof(
  // The hello, the first frames, the bulk.
  fc.integer({ min: 1, max: 300 }),
  fc.integer({ min: 1, max: 6000 }),
  fc.integer({ min: 1, max: 120_000 }),
);
const breaking: fc.Arbitrary<WirePlan> = fc
  .tuple(way(cutSomewhere), way(fc.option(cutSomewhere, { nil: undefined })), fc.boolean())
  .map(([one, other, turned]) => ({ ways: turned ? [other, one] : [one, other] }));
const sizesOfMessages = fc.array(fc.oneof(fc.constant(0), fc.nat(200), fc.nat(20_000), fc.nat(70_000)), {
  minLength: 3,
  maxLength: 8,
});

describe('a tunnel on wires that break', () => {
  it(
    'delivers every message once and in order, and tells of each once',
    async () => {
      let broken = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(breaking, { minLength: 1, maxLength: 4 }), sizesOfMessages, async (plans, sizes) => {
          const wires = new Wires(plans);
          const ends = pairOn(wires);
          await exchange(ends, sizes);
          broken += wires.laid - 1;
          for (const { messages, failures } of [ends.a, ends.b]) {
            expect(failures).toEqual([]);
            for (const direction of ['sent', 'received']) {
              const told = messages.filter((message) => message.direction === direction);
              expect(told).toHaveLength(sizes.length * TOPICS.length);
              expect(new Set(told.map(({ topic, kind }) => `${topic} ${kind}`)).size).toBe(told.length);
            }
          }
        }),
        { numRuns: 12 * RUNS, seed: SEED, endOnFailure: true },
      );
      expect(broken).toBeGreaterThan(8 * RUNS);
    },
    120_000 * RUNS,
  );

  it('that never come back are a lost peer, by name, at both ends', async () => {
    const wires = new Wires([
      {
        ways: [
          { cutAfter: 5000, piece: 1000, late: 0 },
          { piece: 1000, late: 0 },
        ],
      },
    ]);
    let tries = 0;
    const once = (end: 0 | 1) => (signal: AbortSignal) =>
      tries++ < 2
        ? wires.dial(end)(signal)
        : new Promise<Duplex>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
    const ends = { a: endOf('a', 'b', once(0), 300), b: endOf('b', 'a', once(1), 300) };
    await expect(exchange(ends, [50_000, 50_000])).rejects.toMatchObject({ name: 'ProtocolError', code: 'peer-lost' });
    for (const { tunnel, failures } of [ends.a, ends.b]) {
      await tunnel.over;
      expect(failures).toEqual([expect.objectContaining({ code: 'peer-lost' })]);
    }
  });
});
