/** What is dealt for refined sums: columns, one after another, under one pair of seeds. */
import { openDeal, type Deal } from '../../helper/deal.ts';
import { BLOCK_RESIDUES } from '../../helper/dealer.ts';
import type { PartyId, Session } from '../../transport.ts';
import { groupSumDeal, type DealtSizes } from '../options.ts';

/**
 * A deal of columns, for this use or a later one (`pooled`): then the label party keeps its seed, the feature party its own and
 * the blocks.
 * @param options `instance` names the deal within the session. Both ends ask with the same.
 * @throws ProtocolError as `openDeal`.
 */
export function openColumns(
  session: Session,
  options: { readonly helper: PartyId; readonly instance: string; readonly parties: readonly [PartyId, PartyId] },
  sizes: DealtSizes,
): Promise<Deal> {
  return openDeal(session, groupSumDeal(options, options.parties, sizes, true));
}

/** What the feature party receives of such a deal, in order: arguments for `Deal.receive`. */
export function* blocksOf({ slots, features, columns }: DealtSizes): Generator<{ index: number; count: number }> {
  for (let index = 0; index < columns * features; index++) {
    for (let at = 0; at < slots; at += BLOCK_RESIDUES) yield { index, count: Math.min(BLOCK_RESIDUES, slots - at) };
  }
}
