/**
 * A data party under `blind`: ECDH-PSI (Meadows 1986; Huberman, Franklin, Hogg 1999) in a ring of 2 to 8 parties.
 * Every set is shuffled whole by its owner, hashed to the curve, and masked by every party's scalar in turn; equal
 * fully masked points are equal ids. Only the label party compares.
 */
import { CryptoError, prg, SEED_BYTES, type Csprng } from '@coscore/crypto';
import { randomScalar } from '@coscore/crypto/group/psi-curve.ts';
import { inlinePsi, psiPool, type PsiEngine } from '@coscore/crypto/group/psi-pool.ts';
import { countDisorder, keyedTags, sortTags, TAG_BYTES } from '@coscore/crypto/keyed-tags.ts';
import { packedCount, packIds, slicePacked, type PackedIds } from '@coscore/crypto/packed-ids.ts';
import { uniformPermutation } from '@coscore/crypto/permutation.ts';
import { ProtocolError } from '../../errors.ts';
import type { PartyId, Session } from '../../transport.ts';
import { POINTS, ranges, receiveAll, receiveBatches, sendBatch } from '../batches.ts';
import { matchPoints, numberRows, placeRows, type RowIndex } from '../core.ts';
import { duplicateIds } from '../ids.ts';
import { agree, type Agreement } from '../joint-seed.ts';
import { featurePartiesOf, tooSmall, topicOf, type AlignOptions } from '../options.ts';
import { receiveRows, sendRows, sendTooSmall } from '../outcome.ts';
import { inOrder } from '../pipeline.ts';
import { progressOf, rngOf, type AlignResources } from '../resources.ts';
import { hopOf, pathOf } from './ring.ts';

/** Separates these hashes from every other use of the curve. */
export const HASH_DOMAIN = 'coscore align ecdh-psi x25519 v1|';
/** Below this many group operations threads cost more than they bring. */
const THREADS_FROM = 2048;

interface Run {
  readonly session: Session;
  readonly options: AlignOptions;
  readonly engine: PsiEngine;
  readonly scalar: Uint8Array;
  readonly setSizes: ReadonlyMap<PartyId, number>;
  readonly progress: (ids: number) => void;
}

/** @param ids normalised. */
export async function alignBlind(
  session: Session,
  ids: readonly string[],
  options: AlignOptions,
  resources: AlignResources,
): Promise<RowIndex> {
  const rng = rngOf(resources);
  const shuffle = uniformPermutation(prg(Uint8Array.from(rng.bytes(SEED_BYTES)), 'align shuffle'), ids.length);
  const shuffled = packIds(ids, shuffle);
  refuseDuplicates(shuffled, rng, session.self);
  const agreement = await agree(session, options, ids.length, rng);
  const work = [...agreement.setSizes.values()].reduce((sum, n) => sum + n, 0);
  const run: Run = {
    session,
    options,
    engine: work < THREADS_FROM ? inlinePsi() : psiPool(resources.threads),
    scalar: randomScalar(rng),
    setSizes: agreement.setSizes,
    progress: progressOf(session, work),
  };
  try {
    return session.self === options.labelParty
      ? await asLabelParty(run, shuffled, shuffle, agreement, rng)
      : await asFeatureParty(run, shuffled, shuffle, agreement);
  } finally {
    run.scalar.fill(0);
    await run.engine.close();
  }
}

async function asFeatureParty(run: Run, ids: PackedIds, shuffle: Uint32Array, agreement: Agreement): Promise<RowIndex> {
  const { options, session } = run;
  const others = options.parties.filter((owner) => owner !== session.self);
  const label = session.channel(options.labelParty, topicOf(options));
  await Promise.all([sendOwnSet(run, ids), ...others.map((owner) => relaySet(run, owner))]);
  const { count, numbers } = await receiveRows(label, packedCount(ids), false, options);
  return placeRows(numbers, shuffle, rowOrder(agreement, count), options.join === 'left', label.peer);
}

async function asLabelParty(
  run: Run,
  ids: PackedIds,
  shuffle: Uint32Array,
  agreement: Agreement,
  rng: Csprng,
): Promise<RowIndex> {
  const { options, session } = run;
  const features = featurePartiesOf(options);
  const [, own, ...sets] = await Promise.all([
    sendOwnSet(run, ids),
    receiveOwnSet(run),
    ...features.map((owner) => finishSet(run, owner)),
  ]);
  const matches = sets.map((set, f) => matchPoints(own, set, { label: session.self, other: features[f]! }));
  const seed = Uint8Array.from(rng.bytes(SEED_BYTES));
  const draw = (n: number): Uint32Array => uniformPermutation(prg(seed, 'align row numbers'), n);
  const sizes = features.map((party) => run.setSizes.get(party)!);
  const numbering = numberRows(matches, sizes, packedCount(ids), options.join, draw);
  const channels = features.map((party) => session.channel(party, topicOf(options)));
  if (numbering.smallest < options.minIntersection) {
    await Promise.all(channels.map(sendTooSmall));
    throw tooSmall(options);
  }
  await Promise.all(channels.map((channel, f) => sendRows(channel, numbering.count, numbering.features[f]!)));
  return placeRows(numbering.label, shuffle, rowOrder(agreement, numbering.count), false, session.self);
}

function rowOrder(agreement: Agreement, count: number): Uint32Array {
  return uniformPermutation(prg(agreement.derive('row order'), 'rows'), count);
}

/** Each set travels under its own topic, so that a slow one does not hold up the others. */
function setTopic(owner: PartyId, options: AlignOptions): string {
  return `${topicOf(options)}/set/${owner}`;
}

function width(engine: PsiEngine): number {
  return 2 * engine.threads + 2;
}

async function sendOwnSet(run: Run, ids: PackedIds): Promise<void> {
  const { engine, scalar, options, session } = run;
  const next = session.channel(pathOf(session.self, options)[1]!, setTopic(session.self, options));
  await inOrder(
    ranges(POINTS, packedCount(ids)),
    ({ from, to }) => engine.blind({ dst: HASH_DOMAIN, scalar, ids: slicePacked(ids, from, to) }),
    async (points, index) => {
      await sendBatch(next, POINTS, index, points);
      run.progress(points.length / POINTS.width);
    },
    width(engine),
  );
}

/** Masks another party's set batch by batch, in the order received. */
async function maskSet(
  run: Run,
  owner: PartyId,
  from: PartyId,
  sink: (points: Uint8Array, index: number) => Promise<void> | void,
): Promise<void> {
  const { engine, scalar, options, session } = run;
  const previous = session.channel(from, setTopic(owner, options));
  await inOrder(
    receiveBatches(previous, POINTS, run.setSizes.get(owner)!),
    (points) => engine.mask({ scalar, points }).catch((cause: unknown) => Promise.reject(asBadPoint(cause, from))),
    async (points, index) => {
      await sink(points, index);
      run.progress(points.length / POINTS.width);
    },
    width(engine),
  );
}

async function relaySet(run: Run, owner: PartyId): Promise<void> {
  const hop = hopOf(run.session.self, owner, run.options)!;
  const next = run.session.channel(hop.to!, setTopic(owner, run.options));
  await maskSet(run, owner, hop.from, (points, index) => sendBatch(next, POINTS, index, points));
}

/** The label party applies its scalar, the last one, and keeps the points to compare. @returns [n x 8] words. */
async function finishSet(run: Run, owner: PartyId): Promise<Uint32Array> {
  const hop = hopOf(run.session.self, owner, run.options)!;
  const all = new Uint8Array(run.setSizes.get(owner)! * POINTS.width);
  await maskSet(run, owner, hop.from, (points, index) => all.set(points, index * POINTS.perBatch * POINTS.width));
  return new Uint32Array(all.buffer);
}

/** The label party's own set under everybody's scalars. @returns [n x 8] words. */
async function receiveOwnSet(run: Run): Promise<Uint32Array> {
  const { self } = run.session;
  const hop = hopOf(self, self, run.options)!;
  const channel = run.session.channel(hop.from, setTopic(self, run.options));
  return new Uint32Array((await receiveAll(channel, POINTS, run.setSizes.get(self)!)).buffer);
}

function asBadPoint(cause: unknown, from: PartyId): unknown {
  if (!(cause instanceof CryptoError) || cause.code !== 'bad-point') return cause;
  return new ProtocolError('bad-point', `${from} sent a point that is not of prime order`, {
    cause,
    params: { party: from },
  });
}

/** @throws ProtocolError `duplicate-ids`. */
function refuseDuplicates(ids: PackedIds, rng: Csprng, self: PartyId): void {
  const n = packedCount(ids);
  const tags = new Uint8Array(n * TAG_BYTES);
  keyedTags(Uint8Array.from(rng.bytes(32)), ids, 0, n, tags);
  const { equal } = countDisorder(sortTags(tags).tags);
  if (equal > 0) throw duplicateIds(equal, self);
}
