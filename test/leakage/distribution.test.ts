/**
 * Two secrets with the same allowed output give every receiver a view of the same distribution. Each protocol runs many times
 * on either secret, each time with other coins, all of them fixed; every message of a kind is compared place by place. The
 * control is the same run without masks. Shapes are compared in transcripts.test.ts.
 */
import { describe, expect, it } from 'vitest';
import { likeness } from './distribution.ts';
import type { Change, ProtocolRun, Which } from './protocol-run.ts';
import { protocolRuns } from './protocol-runs.ts';

/** By `to kind`: for each run all bodies of that kind, one after the other. */
type Views = ReadonlyMap<string, readonly Uint8Array[]>;

async function viewsOf(protocol: ProtocolRun, which: Which, change?: Change): Promise<Views> {
  const views = new Map<string, Uint8Array[]>();
  for (let run = 0; run < protocol.samples; run++) {
    // No coins twice: with the same ones the two samples would follow each other.
    const { transcript } = await protocol.run(which, change, 1 + which * protocol.samples + run);
    const bodies = new Map<string, Uint8Array[]>();
    for (const { to, topic, kind, body } of transcript) {
      const key = `${kind} to ${to} (${topic})`;
      bodies.set(key, [...(bodies.get(key) ?? []), body]);
    }
    for (const [key, parts] of bodies) views.set(key, [...(views.get(key) ?? []), Buffer.concat(parts)]);
  }
  return views;
}

describe.each(protocolRuns)('$name', (protocol) => {
  const sameAndOther = async (change?: (which: Which) => Change): Promise<readonly [Views, Views]> => [
    await viewsOf(protocol, 0, change?.(0)),
    await viewsOf(protocol, 1, change?.(1)),
  ];

  it('shows no receiver which of two secrets went in', async () => {
    const [one, other] = await sameAndOther();
    expect([...one.keys()].toSorted()).toEqual([...other.keys()].toSorted());
    for (const [kind, samples] of one) {
      // With fixed coins this is no matter of luck from run to run, and of dozens of kinds the worst is near 1e-2.
      expect(likeness(samples, other.get(kind)!).p, kind).toBeGreaterThan(protocol.ownCoins ? 1e-9 : 1e-4);
    }
  });

  it('control: without masks a receiver sees it', async () => {
    const [one, other] = await sameAndOther((which) => protocol.unmasked(which));
    const worst = [...one].map(([kind, samples]) => {
      const others = other.get(kind);
      return others?.length === samples.length ? likeness(samples, others).p : 1;
    });
    expect(Math.min(...worst)).toBeLessThan(1e-12);
  });
});

describe('likeness', () => {
  const strings = (bias: number): readonly Uint8Array[] =>
    Array.from({ length: 32 }, (_, i) =>
      Uint8Array.from({ length: 8 }, (_, j) => (i * 37 + j * 101 + bias * i * i) & 255),
    );
  it('is high for the same strings and none for shifted ones', () => {
    expect(likeness(strings(1), strings(1)).p).toBe(1);
    const flat = strings(1).map((bytes) => bytes.map((byte) => byte >>> 3));
    expect(likeness(strings(1), flat).p).toBeLessThan(1e-12);
    expect(likeness(strings(1), flat).places).toBe(8);
  });

  it('refuses samples that their length tells apart', () => {
    expect(() => likeness([new Uint8Array(1)], [new Uint8Array(2)])).toThrow(RangeError);
  });
});
