/**
 * The helper under `aided`: sees sorted tags under a key it does not have, says which are common to all.
 * It keeps nothing and needs no randomness shared with anyone.
 */
import { prg, SEED_BYTES } from '@coscore/crypto';
import { countDisorder } from '@coscore/crypto/keyed-tags.ts';
import { uniformPermutation } from '@coscore/crypto/permutation.ts';
import { wire } from '@coscore/proto';
import { ProtocolError } from '../../errors.ts';
import { receive, type Channel, type PartyId, type Session } from '../../transport.ts';
import { receiveBatches, TAGS } from '../batches.ts';
import { matchTags, numberRows } from '../core.ts';
import { duplicateIds } from '../ids.ts';
import {
  checkDigest,
  checkOptions,
  checkSetSize,
  digestOf,
  featurePartiesOf,
  tooSmall,
  topicOf,
  type AlignOptions,
} from '../options.ts';
import { sendRows, sendTooSmall } from '../outcome.ts';
import { breathe, progressOf, rngOf, type AlignResources } from '../resources.ts';

/**
 * Matches the parties' tags and tells each the row numbers of its own.
 * @throws ProtocolError `parameter-mismatch`; `duplicate-ids`; `out-of-range` for tags out of order; `wrong-size`;
 * `intersection-too-small`, after every party has been told.
 */
export async function alignAsHelper(
  session: Session,
  options: AlignOptions,
  resources: AlignResources = {},
): Promise<void> {
  checkOptions(options, session.self, 'helper');
  const channelOf = (party: PartyId): Channel => session.channel(party, topicOf(options));
  const features = featurePartiesOf(options);
  const digest = digestOf(session, options);
  const sets = new Map<PartyId, Uint8Array>();
  await Promise.all(
    options.parties.map(async (party) => sets.set(party, await receiveTags(session, channelOf(party), digest))),
  );

  const label = sets.get(options.labelParty)!;
  const matches: Int32Array[] = [];
  for (const party of features) {
    await breathe(session);
    matches.push(matchTags(label, sets.get(party)!));
  }
  const sizes = features.map((party) => sets.get(party)!.length / TAGS.width);
  const seed = Uint8Array.from(rngOf(resources).bytes(SEED_BYTES));
  const draw = (n: number): Uint32Array => uniformPermutation(prg(seed, 'align row numbers'), n);
  const numbering = numberRows(matches, sizes, label.length / TAGS.width, options.join, draw);
  if (numbering.smallest < options.minIntersection) {
    await Promise.all(options.parties.map((party) => sendTooSmall(channelOf(party))));
    throw tooSmall(options);
  }
  await Promise.all([
    sendRows(channelOf(options.labelParty), numbering.count, numbering.label),
    ...features.map((party, f) => sendRows(channelOf(party), numbering.count, numbering.features[f]!)),
  ]);
}

/** @returns [n x 16] strictly ascending. */
async function receiveTags(session: Session, channel: Channel, digest: Uint8Array): Promise<Uint8Array> {
  const header = await receive<wire.AlignSetHeader>(channel, 'align-set', wire.AlignSetHeader);
  checkDigest(digest, header.digest, channel.peer);
  const n = checkSetSize(header.setSize, channel.peer);
  const progress = progressOf(session, n);
  const tags = new Uint8Array(n * TAGS.width);
  let at = 0;
  for await (const items of receiveBatches(channel, TAGS, n)) {
    tags.set(items, at);
    at += items.length;
    progress(items.length / TAGS.width);
  }
  const { descending, equal } = countDisorder(tags);
  if (equal > 0) throw duplicateIds(equal, channel.peer);
  if (descending > 0) {
    throw new ProtocolError('out-of-range', `${channel.peer} sent tags out of order`, {
      params: { party: channel.peer },
    });
  }
  return tags;
}
