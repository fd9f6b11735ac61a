import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { ProtocolError } from '../errors.ts';
import { memoryNetwork, type MemoryNetworkOptions, type TranscriptEntry } from '../memory-network.ts';
import type { PartyId } from '../transport.ts';
import { wire } from '@coscore/proto';
import { alignAsHelper, alignAsParty, type AlignOptions, type RowIndex } from './index.ts';

const PARTIES = ['bank', 'tax', 'logistics', 'grid', 'court'] as PartyId[];
const HELPER = 'helper' as PartyId;

function optionsFor(profile: AlignOptions['profile'], k: number, change: Partial<AlignOptions> = {}): AlignOptions {
  return {
    profile,
    parties: PARTIES.slice(0, k),
    labelParty: PARTIES[Math.min(1, k - 1)]!,
    ...(profile === 'aided' ? { helper: HELPER } : {}),
    join: 'inner',
    minIntersection: 1,
    ...change,
  };
}

interface RunOptions extends MemoryNetworkOptions {
  /** Options that one participant uses instead. */
  readonly own?: Readonly<Record<string, Partial<AlignOptions>>>;
}

/** Runs every role; the first failure cancels the rest. */
async function run(
  sets: readonly (readonly string[])[],
  options: AlignOptions,
  network: RunOptions = {},
): Promise<{ results: RowIndex[]; transcript: readonly TranscriptEntry[]; failures: Map<string, string> }> {
  const net = memoryNetwork('job/1', network);
  const failures = new Map<string, string>();
  const watched = async <T>(name: string, role: Promise<T>): Promise<T> => {
    try {
      return await role;
    } catch (error) {
      failures.set(name, error instanceof ProtocolError ? error.code : String(error));
      setTimeout(() => net.abort(), 5);
      throw error;
    }
  };
  const of = (name: string): AlignOptions => ({ ...options, ...network.own?.[name] });
  const helper = options.profile === 'aided' ? [watched(HELPER, alignAsHelper(net.session(HELPER), of(HELPER)))] : [];
  const roles = options.parties.map((party, i) =>
    watched(party, alignAsParty(net.session(party), sets[i]!, of(party), { threads: 1 })),
  );
  const settled = await Promise.allSettled([...roles, ...helper]);
  const results = settled
    .slice(0, roles.length)
    .flatMap((r) => (r.status === 'fulfilled' ? [r.value as RowIndex] : []));
  return { results, transcript: net.transcript, failures };
}

/** The ids of each party in the common order; null where it lacks the row. */
function idsInOrder(sets: readonly (readonly string[])[], results: readonly RowIndex[]): (string | null)[][] {
  return results.map((r, i) => [...r.rows].map((row) => (row === -1 ? null : sets[i]![row]!)));
}

const idSet = fc.uniqueArray(
  fc.integer({ min: 0, max: 30 }).map((i) => `FIRM-${i}`),
  { maxLength: 25 },
);
const profiles = ['blind', 'aided'] as const;

describe.each(profiles)('align, %s profile', (profile) => {
  it('equals the plaintext inner join for 2 to 5 parties', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 5 }),
        fc.array(idSet, { minLength: 5, maxLength: 5 }),
        async (k, all) => {
          const sets = all.slice(0, k);
          const common = sets[0]!.filter((id) => sets.every((set) => set.includes(id)));
          const { results, failures } = await run(sets, optionsFor(profile, k));
          if (common.length === 0) {
            const everyone = [...PARTIES.slice(0, k), ...(profile === 'aided' ? [HELPER] : [])];
            expect(Object.fromEntries(failures)).toEqual(
              Object.fromEntries(everyone.map((p) => [p, 'intersection-too-small'])),
            );
            return;
          }
          expect(failures.size).toBe(0);
          const ordered = idsInOrder(sets, results);
          for (const ids of ordered) expect(ids).toEqual(ordered[0]);
          expect([...ordered[0]!].sort()).toEqual([...common].sort());
          for (const r of results) expect(r.count).toBe(common.length);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('equals the plaintext left join for 2 to 5 parties', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 5 }),
        fc.array(idSet, { minLength: 5, maxLength: 5 }),
        async (k, all) => {
          const sets = all.slice(0, k).map((set) => [...new Set([...set, 'FIRM-0'])]);
          const options = optionsFor(profile, k, { join: 'left' });
          const { results, failures } = await run(sets, options);
          expect(failures.size).toBe(0);
          const ordered = idsInOrder(sets, results);
          const label = ordered[options.parties.indexOf(options.labelParty)]!;
          expect([...label].sort()).toEqual([...sets[options.parties.indexOf(options.labelParty)]!].sort());
          ordered.forEach((ids, i) => {
            expect(ids).toEqual(label.map((id) => (sets[i]!.includes(id!) ? id : null)));
          });
        },
      ),
      { numRuns: 15 },
    );
  });

  it('puts the rows into another order every run, whatever the order of the input', async () => {
    const ids = Array.from({ length: 40 }, (_, i) => `F${i}`);
    const first = await run([ids, ids], optionsFor(profile, 2));
    const second = await run([ids, ids], optionsFor(profile, 2));
    expect([...first.results[0]!.rows]).not.toEqual([...second.results[0]!.rows]);
    expect([...first.results[0]!.rows]).not.toEqual(ids.map((_, i) => i));
  });

  it('spans several batches', async () => {
    const a = Array.from({ length: 2600 }, (_, i) => `F${i}`);
    const b = Array.from({ length: 1500 }, (_, i) => `f${i + 2000} `);
    const { results, failures } = await run([a, b], optionsFor(profile, 2));
    expect(failures.size).toBe(0);
    expect(results[0]!.count).toBe(600);
    expect([...results[0]!.rows].map((r) => a[r])).toEqual(
      [...results[1]!.rows].map((r) => b[r]!.trim().toUpperCase()),
    );
  });

  it('refuses own duplicates after normalisation, with their count', async () => {
    const { failures } = await run(
      [
        ['a', 'A ', 'b', 'ｂ'],
        ['a', 'b'],
      ],
      optionsFor(profile, 2),
    );
    expect(failures.get('bank')).toBe('duplicate-ids');
    const net = memoryNetwork('job/1');
    if (profile === 'blind') {
      await expect(
        alignAsParty(net.session(PARTIES[0]!), ['a', 'A ', 'b', 'ｂ'], optionsFor(profile, 2)),
      ).rejects.toMatchObject({ code: 'duplicate-ids', params: { count: 2 } });
    }
  });

  it('refuses empty ids, with their count', async () => {
    const net = memoryNetwork('job/1');
    await expect(alignAsParty(net.session(PARTIES[0]!), ['a', ' ', ''], optionsFor(profile, 2))).rejects.toMatchObject({
      code: 'malformed',
      params: { count: 2 },
    });
  });

  it('ends with intersection-too-small everywhere, and tells no number', async () => {
    const { failures, transcript } = await run(
      [
        ['a', 'b', 'c'],
        ['b', 'c', 'd'],
        ['b', 'c'],
      ],
      optionsFor(profile, 3, { minIntersection: 3 }),
    );
    expect(new Set(failures.values())).toEqual(new Set(['intersection-too-small']));
    const outcomes = transcript.filter((m) => m.kind === 'align-outcome');
    expect(outcomes).toHaveLength(profile === 'blind' ? 2 : 3);
    for (const m of outcomes) expect(wire.AlignOutcome.decode(m.body)).toMatchObject({ outcome: 1, rows: 0 });
    expect(transcript.some((m) => m.kind === 'align-rows')).toBe(false);
  });

  it.each([
    ['join', { join: 'left' }],
    ['minIntersection', { minIntersection: 2 }],
    ['order of parties', { parties: [PARTIES[1]!, PARTIES[0]!] }],
    ['label party', { labelParty: PARTIES[0]! }],
  ] as const)('refuses another %s at one end as parameter-mismatch', async (_, change) => {
    const ids = ['a', 'b', 'c'];
    const { failures } = await run([ids, ids], optionsFor(profile, 2), { own: { bank: change } });
    expect(failures.get('bank')).toBe('parameter-mismatch');
    expect(failures.get('tax')).toBe('parameter-mismatch');
  });

  it('refuses a second run of one instance in one session', async () => {
    const net = memoryNetwork('job/1');
    const options = optionsFor(profile, 2);
    const session = net.session(PARTIES[0]!);
    const first = alignAsParty(session, ['a'], options);
    await expect(alignAsParty(session, ['a'], options)).rejects.toMatchObject({ code: 'material-reused' });
    net.abort();
    await expect(first).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('has a transcript whose shape is independent of which ids match', async () => {
    const shape = (t: readonly TranscriptEntry[]): string[] =>
      t.map((m) => `${m.from}>${m.to} ${m.topic} ${m.kind} ${m.body.length}`).sort();
    const a = Array.from({ length: 50 }, (_, i) => `A${i}`);
    const b = Array.from({ length: 40 }, (_, i) => `A${i + 20}`);
    const c = Array.from({ length: 40 }, (_, i) => (i < 30 ? `A${i}` : `a-long-other-id-${i}`));
    const one = await run([a, b], optionsFor(profile, 2));
    const two = await run([a, c], optionsFor(profile, 2));
    expect(one.results[0]!.count).toBe(two.results[0]!.count);
    expect(shape(one.transcript)).toEqual(shape(two.transcript));
  });

  it('refuses a message of another round', async () => {
    const { failures } = await run([['a'], ['a']], optionsFor(profile, 2), {
      tamper: (m) => [m.from === 'bank' && m.kind === 'align-hello' ? { ...m, kind: 'align-reveal' } : m],
    });
    expect(failures.get('tax')).toBe('wrong-round');
  });

  it('refuses a contribution that was not committed to', async () => {
    const { failures } = await run([['a'], ['a']], optionsFor(profile, 2), {
      tamper: (m) => {
        if (m.from !== 'bank' || m.kind !== 'align-reveal') return [m];
        const message = wire.AlignReveal.decode(m.body);
        return [{ ...m, body: wire.AlignReveal.encode({ ...message, contribution: new Uint8Array(32) }).finish() }];
      },
    });
    expect(failures.get('tax')).toBe('out-of-range');
  });

  it.each([
    ['an undecodable batch', 'malformed', () => Uint8Array.of(0xff)],
    ['a short batch', 'wrong-size', (b: Uint8Array) => reBatch(b, (m) => ({ ...m, items: m.items.slice(0, 16) }))],
    ['a replayed batch', 'wrong-round', (b: Uint8Array) => reBatch(b, (m) => ({ ...m, index: 7 }))],
  ])('refuses %s', async (_, code, change) => {
    const ids = Array.from({ length: 30 }, (_unused, i) => `F${i}`);
    const kind = profile === 'blind' ? 'align-points' : 'align-tags';
    const { failures } = await run([ids, ids], optionsFor(profile, 2), {
      tamper: (m) => [m.from === 'bank' && m.kind === kind ? { ...m, body: change(m.body) } : m],
    });
    expect([...failures.values()]).toContain(code);
  });

  it.each([
    ['repeats a row number', (rows: Uint32Array) => rows.fill(0)],
    ['leaves a row out', (rows: Uint32Array) => rows.fill(0xffff_ffff, 0, 1)],
    ['goes beyond the count', (rows: Uint32Array) => rows.fill(1000, 0, 1)],
  ])('refuses an outcome that %s', async (_, change) => {
    const ids = Array.from({ length: 30 }, (_unused, i) => `F${i}`);
    const { failures } = await run([ids, ids], optionsFor(profile, 2), {
      tamper: (m) => [
        m.to === 'bank' && m.kind === 'align-rows'
          ? {
              ...m,
              body: reBatch(m.body, (b) => {
                const rows = new Uint32Array(Uint8Array.from(b.items).buffer);
                change(rows);
                return { ...b, items: new Uint8Array(rows.buffer) };
              }),
            }
          : m,
      ],
    });
    expect(failures.get('bank')).toBe('out-of-range');
  });

  it('refuses a false announcement of common rows', async () => {
    const { failures } = await run(
      [
        ['a', 'b'],
        ['a', 'b'],
      ],
      optionsFor(profile, 2),
      {
        tamper: (m) => [
          m.to === 'bank' && m.kind === 'align-outcome'
            ? { ...m, body: wire.AlignOutcome.encode({ outcome: 0, rows: 3 }).finish() }
            : m,
        ],
      },
    );
    expect(failures.get('bank')).toBe('out-of-range');
  });

  it('refuses options that make no sense', async () => {
    const bad: Partial<AlignOptions>[] = [
      { parties: [PARTIES[0]!] },
      { parties: [PARTIES[0]!, PARTIES[0]!] },
      { labelParty: 'nobody' as PartyId },
      { minIntersection: 0 },
      ...(profile === 'aided' ? [{ helper: PARTIES[1]! }] : []),
    ];
    for (const change of bad) {
      const session = memoryNetwork('job/1').session(PARTIES[0]!);
      await expect(alignAsParty(session, ['a'], optionsFor(profile, 2, change))).rejects.toMatchObject({
        code: 'out-of-range',
      });
    }
  });
});

function reBatch(body: Uint8Array, change: (message: wire.AlignBatch) => wire.AlignBatch.$Properties): Uint8Array {
  return wire.AlignBatch.encode(change(wire.AlignBatch.decode(body))).finish();
}

describe('align, blind profile, a peer that deviates', () => {
  const ids = Array.from({ length: 30 }, (_, i) => `F${i}`);
  const tamperPoints = (items: Uint8Array): MemoryNetworkOptions => ({
    tamper: (m) => [
      m.from === 'bank' && m.kind === 'align-points' ? { ...m, body: reBatch(m.body, (b) => ({ ...b, items })) } : m,
    ],
  });

  it('is refused for the neutral element', async () => {
    const { failures } = await run([ids, ids], optionsFor('blind', 2), tamperPoints(new Uint8Array(30 * 32)));
    expect(failures.get('tax')).toBe('bad-point');
  });

  it('is refused for an unreduced coordinate', async () => {
    const { failures } = await run(
      [ids, ids],
      optionsFor('blind', 2),
      tamperPoints(new Uint8Array(30 * 32).fill(0xff)),
    );
    expect(failures.get('tax')).toBe('bad-point');
  });

  it('is refused for equal points', async () => {
    const items = new Uint8Array(30 * 32);
    for (let i = 0; i < 30; i++) items[i * 32] = 9;
    const { failures } = await run([ids, ids], optionsFor('blind', 2), tamperPoints(items));
    expect(failures.get('tax')).toBe('duplicate-ids');
  });

  it('is refused for replaying a batch', async () => {
    const many = Array.from({ length: 1100 }, (_, i) => `F${i}`);
    const { failures } = await run([many, many], optionsFor('blind', 2), {
      tamper: (m) => [
        m.from === 'bank' && m.kind === 'align-points'
          ? { ...m, body: reBatch(m.body, (b) => ({ ...b, index: 0 })) }
          : m,
      ],
    });
    expect(failures.get('tax')).toBe('replayed');
  });

  it('is refused for a size above the limit', async () => {
    const { failures } = await run([ids, ids], optionsFor('blind', 2), {
      tamper: (m) => {
        if (m.from !== 'bank' || m.kind !== 'align-hello') return [m];
        const hello = wire.AlignHello.decode(m.body);
        return [{ ...m, body: wire.AlignHello.encode({ ...hello, setSize: 2 ** 31 }).finish() }];
      },
    });
    expect(failures.get('tax')).toBe('out-of-range');
  });
});

describe('align, blind profile, three parties', () => {
  const sets = [
    ['a', 'b', 'c'],
    ['b', 'c', 'd'],
    ['c', 'b', 'e'],
  ];

  it('lets nobody but the label party hold two sets under the same scalars', async () => {
    const { transcript } = await run(sets, optionsFor('blind', 3));
    const seen = new Map<string, Set<string>>();
    for (const m of transcript.filter((e) => e.kind === 'align-points')) {
      const { items } = wire.AlignBatch.decode(m.body);
      const points = Array.from({ length: items.length / 32 }, (_, i) =>
        Buffer.from(items.slice(i * 32, i * 32 + 32)).toString('hex'),
      );
      for (const party of [m.from, m.to]) {
        const mine = seen.get(`${party} ${m.topic}`) ?? new Set<string>();
        for (const point of points) mine.add(point);
        seen.set(`${party} ${m.topic}`, mine);
      }
    }
    for (const party of ['bank', 'logistics']) {
      const views = [...seen].filter(([key]) => key.startsWith(`${party} `)).map(([, points]) => points);
      const all = views.flatMap((points) => [...points]);
      expect(new Set(all).size).toBe(all.length);
    }
  });
});

describe('align, aided profile', () => {
  it('shows the helper only sorted tags, and another set of them every run', async () => {
    const sets = [
      ['a', 'b', 'c'],
      ['b', 'c', 'd'],
    ];
    const view = async (): Promise<string[]> => {
      const { transcript } = await run(sets, optionsFor('aided', 2));
      const toHelper = transcript.filter((m) => m.to === HELPER);
      expect(new Set(toHelper.map((m) => m.kind))).toEqual(new Set(['align-set', 'align-tags']));
      return toHelper
        .filter((m) => m.kind === 'align-tags')
        .flatMap((m) => {
          const { items } = wire.AlignBatch.decode(m.body);
          const tags = Array.from({ length: items.length / 16 }, (_, i) =>
            Buffer.from(items.slice(i * 16, i * 16 + 16)).toString('hex'),
          );
          expect(tags).toEqual([...tags].sort());
          return tags;
        });
    };
    const [one, two] = [await view(), await view()];
    expect(new Set(one).size).toBe(4);
    expect(one.some((tag) => two.includes(tag))).toBe(false);
  });

  it.each([
    ['out of order', 'out-of-range', (t: Uint8Array) => t.fill(0xff, 0, 16)],
    ['equal', 'duplicate-ids', (t: Uint8Array) => t.fill(0, 0, 32)],
  ])('refuses tags that are %s', async (_, code, change) => {
    const ids = Array.from({ length: 30 }, (_unused, i) => `F${i}`);
    const { failures } = await run([ids, ids], optionsFor('aided', 2), {
      tamper: (m) => [
        m.from === 'bank' && m.kind === 'align-tags'
          ? { ...m, body: reBatch(m.body, (b) => ({ ...b, items: change(Uint8Array.from(b.items)) })) }
          : m,
      ],
    });
    expect(failures.get(HELPER)).toBe(code);
  });

  it('refuses other options at the helper', async () => {
    const { failures } = await run([['a'], ['a']], optionsFor('aided', 2), { own: { helper: { minIntersection: 5 } } });
    expect(failures.get(HELPER)).toBe('parameter-mismatch');
  });

  it('hides in a left join how many label rows lie between two matches', async () => {
    const label = Array.from({ length: 200 }, (_, i) => `L${i}`);
    const { transcript } = await run([['L3', 'L5', 'L9'], label], optionsFor('aided', 2, { join: 'left' }));
    const rows = transcript.filter((m) => m.kind === 'align-rows' && m.to === 'tax');
    const numbers = [...new Uint32Array(Uint8Array.from(wire.AlignBatch.decode(rows[0]!.body).items).buffer)];
    expect([...numbers].sort((x, y) => x - y)).toEqual(label.map((_, i) => i));
    expect(numbers).not.toEqual(label.map((_, i) => i));
  });
});
