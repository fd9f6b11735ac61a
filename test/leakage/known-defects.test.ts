/**
 * Defects that other federated learning systems were found to have, by the list in the design of the protocols. Each is
 * tried on ours. Those of network messages are in hostile-messages.test.ts, those of split seeds in split.test.ts, those of
 * homomorphic encryption in homomorphic.test.ts.
 */
import { CryptoError } from '@coscore/crypto/errors.ts';
import { prg, systemCsprng, type Csprng, type SeededRng } from '@coscore/crypto';
import { uniformPermutation } from '@coscore/crypto/permutation.ts';
import { bitsFor, unpackBits } from '@coscore/kernels';
import { seededRng } from '@coscore/models/data/rng.ts';
import { createIdentity } from '@coscore/node-core/identity/index.ts';
import { defaultPolicy, helperOf, manifestSchema } from '@coscore/node-core/manifest/index.ts';
import { recipeSchema } from '@coscore/node-core/recipe/index.ts';
import type { TrafficEntry } from '@coscore/node-core/transport/index.ts';
import { observedProfile } from '@coscore/party-node/stages/traffic.ts';
import { wire } from '@coscore/proto';
import type { PartyId, Session } from '@coscore/protocols';
import { groupSumAsFeature, groupSumAsLabel } from '@coscore/protocols/group-sum/index.ts';
import { openDeal } from '@coscore/protocols/helper/deal.ts';
import { byteChiSquare, BYTE_CHI_SQUARE_LIMIT } from '@coscore/protocols/helper/transcript.ts';
import { HELPER, seededCsprng, simulate } from '@coscore/protocols/helper/simulate.ts';
import { memoryNetwork, type TranscriptEntry } from '@coscore/protocols/memory-network.ts';
import { openZeroSum } from '@coscore/protocols/secure-sum/index.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { protocolRuns } from './protocol-runs.ts';

const bank = 'bank' as PartyId;
const tax = 'tax' as PartyId;

describe('mask seeds folded to 32 bits, and generators that are not cryptographic (flwr #7522, FedTree)', () => {
  it('takes every bit of a 32-byte seed into the stream', () => {
    const first = (seed: Uint8Array): string => Buffer.from(prg(seed, 'mask').bytes(32)).toString('hex');
    const seed = systemCsprng.bytes(32);
    const streams = new Set([first(seed)]);
    for (let bit = 0; bit < 256; bit++) {
      const flipped = seed.slice();
      flipped[bit >>> 3]! ^= 1 << (bit & 7);
      streams.add(first(flipped));
    }
    expect(streams.size).toBe(257);
  });

  it.each([0, 4, 8, 16, 31, 33])('takes no seed of %i bytes', (length) => {
    expect(() => prg(new Uint8Array(length), 'mask')).toThrow(CryptoError);
  });

  it('takes no short seed from the helper', async () => {
    const network = memoryNetwork('job/1', {
      tamper: (entry) => [
        entry.kind === 'helper-grant'
          ? {
              ...entry,
              body: wire.HelperGrant.encode({ session: 'job/1', matched: true, seed: new Uint8Array(4) }).finish(),
            }
          : entry,
      ],
    });
    const deal = (session: Session): Promise<unknown> =>
      openDeal(session, {
        helper: HELPER,
        protocol: 'group-sum',
        instance: 'x',
        parties: [bank, tax],
        params: { slots: 8, features: 1, open: 1 },
      });
    const { failure } = await simulate(network, { bank: deal, tax: deal });
    expect(failure).toMatchObject({ name: 'ProtocolError', code: 'wrong-size' });
  });

  it('accepts no seeded generator where a secret is drawn, and no secret one where a model is', () => {
    const secret = (rng: Csprng): Uint8Array => rng.bytes(1);
    const model = (rng: SeededRng): number => rng.next();
    // @ts-expect-error a reproducible generator never makes a secret
    expect(() => secret(seededRng(1))).toThrow(TypeError);
    // @ts-expect-error the other way round the model could not be made again
    expect(() => model(systemCsprng)).toThrow(TypeError);
  });

  const root = resolve(import.meta.dirname, '../..');
  const weak = /Math\.random|\bmathjs|seedrandom/;

  it('nowhere calls the runtime’s weak generator', () => {
    const found = ['crypto', 'protocols', 'models', 'party-node', 'coordinator', 'kernels'].flatMap((name) =>
      readdirSync(join(root, name), { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
        .map((path) => join(root, name, path))
        .filter((path) => weak.test(readFileSync(path, 'utf8'))),
    );
    expect(found.map((path) => relative(root, path))).toEqual([]);
    // The control: this very file calls it.
    expect(weak.test(readFileSync(import.meta.filename, 'utf8'))).toBe(true);
  });
});

describe('encryption asked for and silently off (NVFlare #3627, #3687)', () => {
  const entry = (kind: string): TrafficEntry => ({
    peer: 'tax',
    direction: 'sent',
    kind,
    messages: 1,
    bytes: 1,
    sha256: '',
  });

  it('names the profile from the messages that crossed, not from what was asked for', () => {
    expect(observedProfile([entry('terms'), entry('align-points')])).toBe('blind');
    expect(observedProfile([entry('terms'), entry('align-tags'), entry('helper-grant')])).toBe('aided');
  });

  it.each([
    ['both profiles', ['align-points', 'helper-grant']],
    ['no profile', ['terms', 'contribution']],
  ])('makes no report of a transcript that shows %s', (_, kinds) => {
    expect(() => observedProfile(kinds.map(entry))).toThrow(
      expect.objectContaining({ name: 'ProtocolError', code: 'parameter-mismatch' }) as Error,
    );
  });

  it.each(protocolRuns)('$name sends nothing that a run without masks sends', async (protocol) => {
    const [masked, bare] = [await protocol.run(0), await protocol.run(0, protocol.unmasked(0))];
    const bodies = new Set(bare.transcript.filter(hides).map(text));
    expect(bodies.size).toBeGreaterThan(0);
    expect(masked.transcript.map(text).filter((body) => bodies.has(body))).toEqual([]);
  });
});

/** Whether it carries what masks hide: by its kind, or because it starts a column. */
const hides = ({ kind, body }: TranscriptEntry): boolean =>
  (kind === 'group-sum-refine' && wire.GroupSumRefineCall.decode(body).delta.length > 0) ||
  [
    'align-tags',
    'align-points',
    'group-sum-delta',
    'group-sum-rows',
    'mat-vec-masked',
    'mat-vec-encrypted',
    'shared-sigmoid-masked',
  ].includes(kind);
const text = ({ kind, body }: TranscriptEntry): string => `${kind} ${Buffer.from(body).toString('hex')}`;

describe('shares drawn from a small range (DISCO)', () => {
  /** What crosses between three parties that add vectors of small numbers. */
  async function masked(parties: number): Promise<Uint8Array> {
    const network = memoryNetwork('job/1');
    const names = Array.from({ length: parties }, (_, i) => `p${i}` as PartyId);
    await Promise.all(
      names.map(async (name, i) => {
        const session = network.session(name);
        const group = await openZeroSum(session, { parties: names, instance: 'sum' }, { rng: seededCsprng(40 + i) });
        for (let round = 0; round < 8; round++) await group.allReduce(new Float64Array(512).fill(0.5), round);
      }),
    );
    // Every peer gets the same vector: once is enough.
    const sent = new Map(network.transcript.map((entry) => [text(entry), entry]));
    const vectors = [...sent.values()].filter(({ kind }) => kind === 'zero-sum-vector');
    return Buffer.concat(vectors.map(({ body }) => wire.ZeroSumVector.decode(body).values));
  }

  it('draws masks over the whole ring: their bytes are uniform', async () => {
    const bytes = await masked(3);
    expect(bytes.length).toBeGreaterThan(50_000);
    expect(byteChiSquare(bytes)).toBeLessThan(BYTE_CHI_SQUARE_LIMIT);
  });

  it('control: two parties hide nothing, and say so; small masks would look the same', async () => {
    expect(byteChiSquare(await masked(2))).toBeGreaterThan(BYTE_CHI_SQUARE_LIMIT);
    const rng = seededRng(2);
    const small = Float64Array.from({ length: 8192 }, () => 100 * rng.next() - 50);
    expect(byteChiSquare(new Uint8Array(small.buffer))).toBeGreaterThan(BYTE_CHI_SQUARE_LIMIT);
  });

  it('shares uniformly whatever the secret, in every byte', async () => {
    for (const protocol of protocolRuns.filter(({ name }) => /group-sum, aided|mat-vec, aided/.test(name))) {
      const runs = await Promise.all(
        Array.from({ length: 8 }, (_, i) => protocol.run(i % 2 === 0 ? 0 : 1, undefined, 1 + i)),
      );
      const residues = runs.flatMap(({ transcript }) => transcript.map(residuesIn));
      const bytes = Buffer.concat(residues);
      expect(bytes.length).toBeGreaterThan(5000);
      expect(byteChiSquare(bytes), protocol.name).toBeLessThan(BYTE_CHI_SQUARE_LIMIT);
    }
  });
});

/** The part of a message that is a share of something. */
function residuesIn({ kind, body }: TranscriptEntry): Uint8Array {
  switch (kind) {
    case 'group-sum-delta':
      return wire.GroupSumDelta.decode(body).delta;
    case 'mat-vec-masked':
      return wire.MatVecMasked.decode(body).residues;
    case 'mat-vec-product':
      return wire.MatVecProduct.decode(body).delta;
    default:
      return new Uint8Array(0);
  }
}

describe('histograms shuffled with the job’s public seed (SecretFlow SGB)', () => {
  const codes = [Uint16Array.from({ length: 64 }, (_, i) => i % 4)];

  /** The order in which the feature party's rows stand before the label party. */
  async function sigma(coins?: number): Promise<Uint32Array> {
    const common = { profile: 'aided', instance: 'woe', helper: HELPER } as const;
    const network = memoryNetwork('job/1');
    const roles = {
      bank: (session: Session) =>
        groupSumAsLabel(session, {
          ...common,
          featureParty: tax,
          features: 1,
          g: new Int32Array(64),
          h: new Uint32Array(64),
        }),
      tax: (session: Session) => groupSumAsFeature(session, { ...common, labelParty: bank, codes, bins: [4] }),
    };
    const { failure } = await simulate(network, roles, coins === undefined ? undefined : seededCsprng(coins));
    expect(failure).toBeUndefined();
    const { body } = network.transcript.find(({ kind }) => kind === 'group-sum-feature')!;
    return Uint32Array.from(unpackBits(wire.GroupSumFeature.decode(body).sigma, 64, bitsFor(64), 64).values);
  }

  it('orders rows differently under the same job, recipe and data: nothing public is its seed', async () => {
    expect(await sigma()).not.toEqual(await sigma());
  });

  it('control: under the same dealt seeds the order is the same', async () => {
    expect(await sigma(3)).toEqual(await sigma(3));
  });

  it('draws permutations that do not sort themselves back: each of 24 orders of four is as common', () => {
    const counts = new Map<string, number>();
    const DRAWS = 4800;
    for (let i = 0; i < DRAWS; i++) {
      const seed = new Uint8Array(32);
      new DataView(seed.buffer).setUint32(0, i);
      const order = uniformPermutation(prg(seed, 'rho'), 4).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    const chi2 = [...counts.values()].reduce((sum, count) => sum + (count - DRAWS / 24) ** 2 / (DRAWS / 24), 0);
    // 23 degrees of freedom: mean 23, standard deviation 6.8. Seeds are fixed.
    expect(chi2).toBeLessThan(60);
  });
});

describe('a “trusted first party” that deals by default (SecretPad)', () => {
  const party = async (id: string, role: 'label' | 'feature') => {
    const { fingerprint, certificatePem } = await createIdentity(id);
    const dataset = { name: id, rowsRounded: 100, id: 'id', columns: [], ...(role === 'label' ? { label: 'y' } : {}) };
    return { id, role, fingerprint, certificatePem, dataset };
  };
  const manifest = async (): Promise<ReturnType<typeof manifestSchema.parse>> =>
    manifestSchema.parse({
      version: 1,
      project: 'p',
      profile: 'aided',
      coordinator: { id: 'coordinator', fingerprint: (await createIdentity('coordinator')).fingerprint },
      parties: [await party('bank', 'label'), await party('tax', 'feature')],
      models: ['scorecard'],
      join: 'inner',
      policy: defaultPolicy,
      purpose: 'test',
      expires: '2100-01-01T00:00:00Z',
      runs: 1,
    });

  it('is never a data party: the coordinator deals where nobody is named', async () => {
    const signed = await manifest();
    const helper = helperOf(signed);
    expect(helper?.id).toBe('coordinator');
    expect(signed.parties.map(({ id }) => id)).not.toContain(helper?.id);
  });

  it.each([0, 1])('cannot be signed for: party %i as helper, under its own name or another', async (i) => {
    const signed = await manifest();
    const { id, fingerprint } = signed.parties[i]!;
    for (const helper of [
      { id, fingerprint },
      { id: 'notary', fingerprint },
    ]) {
      expect(manifestSchema.safeParse({ ...signed, helper }).success, helper.id).toBe(false);
    }
    expect(manifestSchema.safeParse({ ...signed, coordinator: { id, fingerprint } }).success).toBe(false);
  });

  it('control: a helper that brings no data can be', async () => {
    const { fingerprint } = await createIdentity('notary');
    const signed = await manifest();
    expect(manifestSchema.safeParse({ ...signed, helper: { id: 'notary', fingerprint } }).success).toBe(true);
  });

  it('is no setting of a recipe: a data party named coordinator is refused', () => {
    const parties = {
      coordinator: { role: 'label', data: 'a.csv', id: 'id', label: 'y' },
      tax: { role: 'feature', data: 'b.csv', id: 'id' },
    };
    expect(recipeSchema.safeParse({ name: 'p', profile: 'aided', parties }).success).toBe(false);
  });
});

describe('a variance where a standard deviation is expected (DISCO)', () => {
  it('has no such number on its wire or in its policy: noise is off until it comes with a unit in its name', () => {
    const names = [
      ...Object.keys(defaultPolicy),
      ...Object.values(wire as unknown as Record<string, { decode?: (bytes: Uint8Array) => object }>).flatMap((type) =>
        type.decode === undefined ? [] : Object.keys(Object.getPrototypeOf(type.decode(new Uint8Array(0))) as object),
      ),
    ];
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name) => /varian|sigma2|noise(?!StdDev)/i.test(name) && name !== 'histNoise')).toEqual([]);
    expect(defaultPolicy.histNoise).toBe('off');
  });
});
