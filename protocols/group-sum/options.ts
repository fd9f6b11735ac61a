/** What both ends of group-sum agree on. */
import { ProtocolError } from '../errors.ts';
import type { DealOptions } from '../helper/deal.ts';
import { MAX_ITEMS, MAX_ROWS } from '../helper/dealer.ts';
import type { PartyId } from '../transport.ts';

export type GroupSumProfile = 'aided' | 'blind';

export const MAX_BINS = 65536;

/** @throws ProtocolError `profile-unavailable`, `out-of-range`. */
export function checkGroupSum(profile: GroupSumProfile, rows: number, features: number): void {
  if (profile !== 'aided') {
    throw new ProtocolError('profile-unavailable', `group-sum has no ${profile} profile yet`, {
      params: { primitive: 'group-sum', profile },
    });
  }
  if (rows < 1 || rows > MAX_ROWS)
    throw new ProtocolError('out-of-range', `group-sum over ${rows} rows, not 1 to ${MAX_ROWS}`);
  if (!Number.isInteger(features) || features < 1 || features > MAX_ITEMS) {
    throw new ProtocolError('out-of-range', `group-sum of ${features} features, not 1 to ${MAX_ITEMS}`);
  }
}

/** @param parties label party, feature party. */
export function groupSumDeal(
  options: { readonly helper: PartyId; readonly instance: string },
  parties: readonly [PartyId, PartyId],
  slots: number,
  features: number,
  open: boolean,
): DealOptions {
  const { helper, instance } = options;
  const params = { slots, features, open: open ? 1 : 0 };
  return { helper, protocol: 'group-sum', instance, parties, params, items: features };
}

/** Topic between the two data parties. */
export function groupSumTopic(instance: string, parties: readonly [PartyId, PartyId]): string {
  return `group-sum/${instance}/${parties.join('+')}`;
}
