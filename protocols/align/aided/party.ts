/** A data party under `aided`: keyed tags to the helper, row numbers back (Kamara et al., FC 2014, section 3). */
import { countDisorder, keyedTags, sortTags, TAG_BYTES, type SortedTags } from '@coscore/crypto/keyed-tags.ts';
import { packedCount, packIds, type PackedIds } from '@coscore/crypto/packed-ids.ts';
import { uniformPermutation } from '@coscore/crypto/permutation.ts';
import { prg } from '@coscore/crypto';
import { wire } from '@coscore/proto';
import { send, type Session } from '../../transport.ts';
import { ranges, sendBatch, TAGS } from '../batches.ts';
import { placeRows, type RowIndex } from '../core.ts';
import { duplicateIds } from '../ids.ts';
import { agree } from '../joint-seed.ts';
import { digestOf, helperOf, topicOf, type AlignOptions } from '../options.ts';
import { receiveRows } from '../outcome.ts';
import { breathe, progressOf, rngOf, type AlignResources } from '../resources.ts';

/** Ids tagged between two turns of the event loop: about 15 ms. */
const IDS_A_TURN = 32_768;

/** @param ids normalised. */
export async function alignAided(
  session: Session,
  ids: readonly string[],
  options: AlignOptions,
  resources: AlignResources,
): Promise<RowIndex> {
  const helper = session.channel(helperOf(options), topicOf(options));
  const progress = progressOf(session, 3 * ids.length);
  // Other parties' sizes are the helper's to know: zero goes out.
  const agreement = await agree(session, options, 0, rngOf(resources));
  const { tags, order } = await sortedTags(session, agreement.derive('tag key'), packIds(ids), progress);

  await send(helper, 'align-set', wire.AlignSetHeader, { digest: digestOf(session, options), setSize: ids.length });
  let index = 0;
  for (const { from, to } of ranges(TAGS, ids.length)) {
    await sendBatch(helper, TAGS, index++, tags.slice(from * TAG_BYTES, to * TAG_BYTES));
    progress(to - from);
  }
  const isLabelParty = session.self === options.labelParty;
  const { count, numbers } = await receiveRows(helper, ids.length, isLabelParty, options);
  progress(ids.length);
  const rowOrder = uniformPermutation(prg(agreement.derive('row order'), 'rows'), count);
  return placeRows(numbers, order, rowOrder, options.join === 'left' && !isLabelParty, helper.peer);
}

/** @throws ProtocolError `duplicate-ids`, before any tag has left. */
async function sortedTags(
  session: Session,
  key: Uint8Array,
  ids: PackedIds,
  progress: (ids: number) => void,
): Promise<SortedTags> {
  const n = packedCount(ids);
  const tags = new Uint8Array(n * TAG_BYTES);
  for (let from = 0; from < n; from += IDS_A_TURN) {
    const to = Math.min(n, from + IDS_A_TURN);
    keyedTags(key, ids, from, to, tags);
    progress(to - from);
    await breathe(session);
  }
  key.fill(0);
  const sorted = sortTags(tags);
  const { equal } = countDisorder(sorted.tags);
  if (equal > 0) throw duplicateIds(equal, session.self);
  return sorted;
}
