import { describe, expect, it } from 'vitest';
import type { Frame } from '@coscore/models/data/frame.ts';
import type { ScorecardFeature } from '@coscore/models/serve/row-points.ts';
import { recipeSchema } from '@coscore/node-core/recipe/index.ts';
import type { PartyId } from '@coscore/protocols';
import { serveHelper } from '@coscore/protocols/helper/index.ts';
import { finishDeals } from '@coscore/protocols/helper/index.ts';
import { memoryNetwork, type TranscriptEntry } from '@coscore/protocols/memory-network.ts';
import type { LoadedTable } from '../data/index.ts';
import { expectSame } from '../stages/checkpoints.ts';
import type { JobContext } from '../stages/context.ts';
import { memoryStore } from '../stages/memory-store.test-helper.ts';
import { scoreAtFeatureParty, scoreAtLabelParty, type Scores } from './score-job.ts';
import type { Shard } from './shard.ts';

const BANK = 'bank' as PartyId;
const HELPER = 'helper' as PartyId;
const SCALING = { offset: 600, factor: 20 / Math.LN2 };
const FEATURE_PARTIES = ['tax', 'logistics'] as PartyId[];

/** Points are 10 for x < 0 and `high` else; a missing x counts as high. */
const feature = (name: string, high: number): ScorecardFeature => ({
  name,
  kind: 'number',
  bins: [
    { kind: 'interval', to: 0, missing: false },
    { kind: 'interval', from: 0, missing: true },
  ],
  map: Uint16Array.of(0, 1),
  points: Int32Array.of(10, high),
});
const shardOf = (name: string, high: number): Shard => ({
  digest: `${name.length}`.padStart(64, 'a'),
  features: [feature(name, high)],
  scaling: SCALING,
});
const SHARDS: Readonly<Record<string, Shard>> = {
  bank: shardOf('x_bank', 400),
  tax: shardOf('x_tax', 100),
  logistics: shardOf('x_logistics', 50),
};

/** Row i has x = i - 2 and id `F<i>`. */
function table(party: string, ids: readonly number[]): LoadedTable {
  const frame: Frame = {
    rows: ids.length,
    columns: [{ kind: 'number', name: `x_${party}`, values: Float64Array.from(ids, (id) => id - 2) }],
  };
  const source = { file: '', format: 'csv', encoding: undefined, delimiter: undefined } as const;
  return { rows: ids.length, ids: ids.map((id) => `F${id}`), frame, side: [], source };
}

interface Setup {
  readonly profile: 'aided' | 'blind';
  readonly join?: 'inner' | 'left';
  readonly share?: 'sum' | 'party' | 'feature';
  readonly applicants: readonly number[];
  readonly rows: Readonly<Record<string, readonly number[]>>;
  readonly featureParties?: readonly PartyId[];
  readonly shards?: ReadonlyMap<string, string>;
  /** What a feature party does once it knows whom it was asked about. */
  /** Is given all that was sent, also when the run fails. */
  readonly sent?: TranscriptEntry[];
  readonly askedAbout?: (party: PartyId, digest: Uint8Array) => Promise<void>;
}

async function run(
  setup: Setup,
): Promise<{ scores: Scores; booked: number[]; transcript: readonly TranscriptEntry[] }> {
  const { profile, applicants, rows, featureParties = FEATURE_PARTIES } = setup;
  const network = memoryNetwork('job/1');
  const recipe = recipeSchema.parse({
    name: 'scores',
    profile,
    join: setup.join ?? 'inner',
    parties: {
      bank: { role: 'label', data: 'x', id: 'id', label: 'bad' },
      ...Object.fromEntries(featureParties.map((party) => [party, { role: 'feature', data: 'x', id: 'id' }])),
    },
    policy: { minIntersection: 1, shareContributions: setup.share ?? 'sum' },
  });
  const context = (self: PartyId): JobContext => ({
    job: 'job',
    attempt: 1,
    recipe,
    self,
    labelParty: BANK,
    featureParties,
    columns: new Map([BANK, ...featureParties].map((party) => [party, new Set([`x_${party}`])])),
    helper: profile === 'aided' ? HELPER : undefined,
    session: network.session(self),
    progress: () => undefined,
  });
  const booked: number[] = [];
  const shards = setup.shards ?? new Map(featureParties.map((party) => [party, SHARDS[party]!.digest]));
  const align = {
    profile,
    parties: [BANK, ...featureParties],
    labelParty: BANK,
    helper: HELPER,
    join: recipe.join,
    minIntersection: 1,
  };
  const guarded = async <T>(role: Promise<T>): Promise<T> => {
    try {
      return await role;
    } catch (error) {
      setTimeout(() => network.abort(), 5);
      throw error;
    }
  };
  const label = async (): Promise<Scores> => {
    const scores = await scoreAtLabelParty(context(BANK), {
      model: 'm1',
      shard: SHARDS['bank']!,
      shards,
      applicants: table('bank', applicants),
    });
    if (profile === 'aided') await finishDeals(network.session(BANK), HELPER);
    return scores;
  };
  const others = featureParties.map(async (party) => {
    await scoreAtFeatureParty(context(party), {
      model: 'm1',
      shard: SHARDS[party],
      table: table(party, rows[party]!),
      book: async (count) => {
        booked.push(count);
        await Promise.resolve();
      },
      askedAbout: async (digest) => setup.askedAbout?.(party, digest),
    });
    if (profile === 'aided') await finishDeals(network.session(party), HELPER);
  });
  const helper =
    profile === 'aided' ? [serveHelper(network.session(HELPER), { parties: [BANK, ...featureParties], align })] : [];
  const settled = await Promise.allSettled([guarded(label()), ...others.map(guarded), ...helper]);
  setup.sent?.push(...network.transcript);
  // The first to fail takes the others with it.
  const reasons = settled.flatMap((result) =>
    result.status === 'rejected' ? [result.reason as { code?: string }] : [],
  );
  const failure = reasons.find(({ code }) => code !== 'cancelled') ?? reasons[0];

  if (failure !== undefined) throw failure;
  const [first] = settled;
  if (first.status !== 'fulfilled') throw new Error('unreachable');
  return { scores: first.value, booked, transcript: network.transcript };
}

const points = (id: number, high: number): number => (id < 2 ? 10 : high);
const expected = (id: number): number => points(id, 400) + points(id, 100) + points(id, 50);
const everybody = { tax: [4, 3, 2, 1, 0], logistics: [0, 1, 3, 4, 9] };

describe.each(['aided', 'blind'] as const)('batch scoring, %s', (profile) => {
  it('adds the points of all parties for rows that all of them have, in the order of the file', async () => {
    const { scores, booked } = await run({ profile, applicants: [3, 2, 0, 1], rows: everybody });
    expect([...scores.scores]).toEqual([expected(3), NaN, expected(0), expected(1)]);
    expect(scores.scored).toBe(3);
    expect(booked).toEqual([4, 4]);
    const odds = Math.exp((SCALING.offset - expected(3)) / SCALING.factor);
    expect(scores.probabilities[0]).toBeCloseTo(odds / (1 + odds), 12);
  });

  it('counts a row that a party lacks as missing there under join: left', async () => {
    const { scores } = await run({ profile, join: 'left', applicants: [0, 7], rows: everybody });
    // F7 is at neither feature party: a missing x counts as high.
    expect([...scores.scores]).toEqual([expected(0), 400 + 100 + 50]);
  });

  it.each([
    ['sum', { bank: 400, others: 150 }],
    ['party', { bank: 400, tax: 100, logistics: 50 }],
    ['feature', { bank: 400, 'tax: x_tax': 100, 'logistics: x_logistics': 50 }],
  ] as const)('shows contributions by %s', async (share, first) => {
    const { scores } = await run({ profile, share, applicants: [3, 0], rows: everybody });
    expect(Object.fromEntries(scores.contributions.map(({ name, points: all }) => [name, all[0]]))).toEqual(first);
  });

  it('refuses when the label party counts on another shard than the feature party has', async () => {
    const shards = new Map([
      ['tax', 'b'.repeat(64)],
      ['logistics', SHARDS['logistics']!.digest],
    ]);
    await expect(run({ profile, applicants: [3, 0], rows: everybody, shards })).rejects.toMatchObject({
      code: 'model-unknown',
    });
  });
});

it('hides each of two feature parties inside their sum', async () => {
  const sent = async (): Promise<string> => {
    const { transcript } = await run({ profile: 'blind', applicants: [3, 0], rows: everybody });
    return Buffer.from(transcript.find(({ kind, from }) => kind === 'points' && from === 'tax')!.body).toString('hex');
  };
  // The same points twice: unmasked, the two messages would be the same bytes.
  expect(await sent()).not.toBe(await sent());
});

it('tells a feature party which of its rows were asked about, and nothing after that', async () => {
  const { transcript } = await run({ profile: 'blind', applicants: [3, 0], rows: everybody });
  const heard = transcript.filter(({ from, to }) => from === 'bank' && to === 'tax').map(({ kind }) => kind);
  expect(heard[0]).toBe('score-terms');
  expect(heard.slice(1).filter((kind) => !kind.startsWith('align-'))).toEqual([]);
});

describe('a further attempt', () => {
  /** What was kept of one job by each feature party, as `runScoring` does. */
  const kept = (): Required<Pick<Setup, 'askedAbout'>> => {
    const stores = new Map(FEATURE_PARTIES.map((party) => [party, memoryStore()]));
    let attempt = 0;
    return {
      askedAbout: (party, digest) =>
        expectSame(stores.get(party)!, { job: 'job', attempt: ++attempt }, 'score', digest),
    };
  };
  const setup = { profile: 'blind', rows: everybody, featureParties: FEATURE_PARTIES } as const;

  it('about the same applicants in another order is answered', async () => {
    const { askedAbout } = kept();
    await run({ ...setup, applicants: [3, 0, 1], askedAbout });
    const { scores } = await run({ ...setup, applicants: [1, 3, 0], askedAbout });
    expect(scores.scored).toBe(3);
  });

  it.each(['inner', 'left'] as const)('about others is refused before a point leaves: %s', async (join) => {
    const { askedAbout } = kept();
    await run({ ...setup, join, applicants: [3, 0], askedAbout });
    const sent: TranscriptEntry[] = [];
    await expect(run({ ...setup, join, applicants: [3, 1], askedAbout, sent })).rejects.toMatchObject({
      code: 'parameter-mismatch',
    });
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.filter(({ kind }) => kind === 'points')).toEqual([]);
  });

  it('about as many known and more unknown ones is refused under join: left', async () => {
    const { askedAbout } = kept();
    await run({ ...setup, join: 'left', applicants: [3, 0], askedAbout });
    await expect(run({ ...setup, join: 'left', applicants: [3, 0, 77], askedAbout })).rejects.toMatchObject({
      code: 'parameter-mismatch',
    });
  });
});

it('shows the helper tags and no points', async () => {
  const { transcript } = await run({ profile: 'aided', applicants: [3, 0], rows: everybody });
  const heard = new Set(transcript.filter(({ to }) => to === 'helper').map(({ kind }) => kind));
  expect(heard).toContain('align-tags');
  // A call without anything dealt is the word that a party has finished.
  expect([...heard].filter((kind) => !kind.startsWith('align-') && kind !== 'helper-call')).toEqual([]);
  expect(transcript.filter(({ kind }) => kind === 'dealt' || kind === 'helper-grant')).toEqual([]);
});
