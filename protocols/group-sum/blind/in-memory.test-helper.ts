/** Both roles of blind group-sum in memory, under fixed keys, for the tests beside. */
import { readFileSync } from 'node:fs';
import { Secret } from '@coscore/crypto';
import type { AdditivePrivateKey } from '@coscore/crypto/he/additive-ops.ts';
import { wire } from '@coscore/proto';
import { memoryNetwork, type MemoryNetwork, type TranscriptEntry } from '../../memory-network.ts';
import type { PartyId, Session } from '../../transport.ts';
import type { GroupSums, NodePartition } from '../core.ts';
import { groupSumAsFeature } from '../feature-party.ts';
import { groupSumAsLabel } from '../label-party.ts';
import { GroupSumKey } from './key.ts';
import { SealedPairs, type PairColumn } from './sealed-pairs.ts';

type Scheme = AdditivePrivateKey['scheme'];
type Wire = Readonly<Record<'n' | 'g' | 'h' | 'p' | 'q', string>> & { readonly scheme: Scheme };

export const bank = 'bank' as PartyId;
export const tax = 'tax' as PartyId;
export const park = 'park' as PartyId;

// Fixed keys save the making of one for every case; what fresh keys are like is tested in crypto/he.
const vectors = JSON.parse(
  readFileSync(new URL('../../../test/vectors/additive-vectors.json', import.meta.url), 'utf8'),
) as readonly Wire[];

export function privateKey(scheme: Scheme): AdditivePrivateKey {
  const { n, g, h, p, q } = vectors.find((vector) => vector.scheme === scheme)!;
  const hex = (text: string): bigint => BigInt(`0x${text}`);
  return { scheme, n: hex(n), g: hex(g), h: hex(h), p: hex(p), q: hex(q) };
}

export function keyFor(rows: number, scheme: Scheme = 'okamoto-uchiyama'): GroupSumKey {
  const key = privateKey(scheme);
  return GroupSumKey.from({ publicKey: key, privateKey: new Secret(key) }, { rows, threads: 1 });
}

export interface Case extends Omit<PairColumn, 'readers'> {
  readonly codes: readonly Uint16Array[];
  readonly bins: readonly number[];
  readonly nodes?: NodePartition;
  readonly scheme?: Scheme;
}

export const small: Case = {
  g: new Int32Array([1, 0, 1, 1, 0, 0, 1]),
  h: new Uint32Array(7).fill(1),
  bits: { g: 1, h: 1 },
  codes: [new Uint16Array([0, 1, 2, 0, 1, 2, 0]), new Uint16Array([1, 1, 1, 1, 1, 1, 0])],
  bins: [4, 2],
};

/** The same sums with nothing to hide, of either profile. */
export function oracle({ g, h, codes, bins, nodes }: Pick<Case, 'g' | 'h' | 'codes' | 'bins' | 'nodes'>): GroupSums[] {
  const rows = nodes?.rows ?? [Int32Array.from(g.keys())];
  return codes.map((column, f) => {
    const size = rows.length * bins[f]!;
    const sums = { counts: new Uint32Array(size), g: new Float64Array(size), h: new Float64Array(size) };
    rows.forEach((node, k) =>
      node.forEach((row) => {
        const at = k * bins[f]! + column[row]!;
        sums.counts[at]!++;
        sums.g[at]! += g[row]!;
        sums.h[at]! += h[row]!;
      }),
    );
    return sums;
  });
}

export const label =
  (pairs: SealedPairs, features: number, featureParty = tax, instance = 'woe') =>
  (session: Session): Promise<readonly GroupSums[]> =>
    groupSumAsLabel(session, { profile: 'blind', instance, featureParty, features, pairs });
export const feature =
  ({ codes, bins, nodes, scheme = 'okamoto-uchiyama' }: Case) =>
  (session: Session): Promise<void> =>
    groupSumAsFeature(session, {
      profile: 'blind',
      instance: 'woe',
      labelParty: bank,
      scheme,
      codes,
      bins,
      ...(nodes === undefined ? {} : { nodes }),
    });

/** A feature party's session that waits for `before` with each batch of sums. */
export function holding(session: Session, before: (index: number) => Promise<void>): Session {
  return {
    ...session,
    channel(peer, topic) {
      const channel = session.channel(peer, topic);
      return {
        ...channel,
        async send(kind, body) {
          if (kind === 'group-sum-sums') await before(wire.GroupSumBlindBatch.decode(body).index);
          await channel.send(kind, body);
        },
      };
    },
  };
}

export interface Outcome {
  readonly sums?: readonly GroupSums[];
  /** First in time. */
  readonly failure?: unknown;
  readonly key: GroupSumKey;
}

/** Both roles in memory; the first failure cancels the other. */
export async function run(
  c: Case,
  network: MemoryNetwork = memoryNetwork('job/1'),
  peer: (session: Session) => Promise<unknown> = feature(c),
): Promise<Outcome> {
  const key = keyFor(c.g.length, c.scheme);
  const pairs = new SealedPairs(key, { ...c, readers: 1 });
  let failure: unknown;
  const guarded = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      failure ??= error;
      network.abort();
      throw error;
    });
  const [left] = await Promise.allSettled([
    guarded(label(pairs, c.codes.length)(network.session(bank))),
    guarded(peer(network.session(tax))),
  ]);
  return left.status === 'fulfilled' && failure === undefined ? { sums: left.value, key } : { failure, key };
}

export async function sumsOf(c: Case, network?: MemoryNetwork): Promise<readonly GroupSums[]> {
  const { sums, failure, key } = await run(c, network);
  await key.destroy();
  if (sums === undefined) throw failure;
  return sums;
}

/** Runs with one kind of message changed. */
export function tampered(kind: string, change: (entry: TranscriptEntry) => TranscriptEntry[]): Promise<Outcome> {
  return run(small, memoryNetwork('job/1', { tamper: (entry) => (entry.kind === kind ? change(entry) : [entry]) }));
}
export const batch =
  (change: (m: wire.GroupSumBlindBatch) => Partial<wire.GroupSumBlindBatch.$Properties>) =>
  (entry: TranscriptEntry): TranscriptEntry[] => {
    const message = wire.GroupSumBlindBatch.decode(entry.body);
    return [{ ...entry, body: wire.GroupSumBlindBatch.encode({ ...message, ...change(message) }).finish() }];
  };
export const shape =
  (change: (m: wire.GroupSumBlindShape) => Partial<wire.GroupSumBlindShape.$Properties>) =>
  (entry: TranscriptEntry): TranscriptEntry[] => {
    const message = wire.GroupSumBlindShape.decode(entry.body);
    return [{ ...entry, body: wire.GroupSumBlindShape.encode({ ...message, ...change(message) }).finish() }];
  };
export const terms =
  (change: (m: wire.GroupSumBlindKey) => Partial<wire.GroupSumBlindKey.$Properties>) =>
  (entry: TranscriptEntry): TranscriptEntry[] => {
    const message = wire.GroupSumBlindKey.decode(entry.body);
    return [{ ...entry, body: wire.GroupSumBlindKey.encode({ ...message, ...change(message) }).finish() }];
  };
