/** What both ends of group-sum agree on. */
import { ProtocolError } from '../errors.ts';
import type { DealOptions } from '../helper/deal.ts';
import { MAX_ITEMS, MAX_ROWS } from '../helper/dealer.ts';
import type { PartyId } from '../transport.ts';

export const MAX_BINS = 65536;
/** Of one deal. */
export const MAX_COLUMNS = 65536;

/** Labels of the streams that a deal's ends expand from their seeds. */
export const stream = {
  r: (column: number) => `r ${column}`,
  /** Its features' masks one after another. */
  s: (column: number) => `s ${column}`,
  rho: (column: number, feature: number) => `rho ${column}/${feature}`,
};

/** @throws ProtocolError `out-of-range`. */
export function checkGroupSum(rows: number, features: number): void {
  if (rows < 1 || rows > MAX_ROWS)
    throw new ProtocolError('out-of-range', `group-sum over ${rows} rows, not 1 to ${MAX_ROWS}`);
  if (!Number.isInteger(features) || features < 1 || features > MAX_ITEMS) {
    throw new ProtocolError('out-of-range', `group-sum of ${features} features, not 1 to ${MAX_ITEMS}`);
  }
}

/**
 * A feature party's own codes.
 * @param codes [features][n] @throws ProtocolError `wrong-size`, `out-of-range`.
 */
export function checkCodes(codes: readonly Uint16Array[], bins: readonly number[], n: number): void {
  if (bins.length !== codes.length) {
    throw new ProtocolError('wrong-size', `${codes.length} columns of codes and ${bins.length} numbers of bins`);
  }
  if (bins.some((count) => !Number.isInteger(count) || count < 1 || count > MAX_BINS)) {
    throw new ProtocolError('out-of-range', `a feature must have 1 to ${MAX_BINS} bins`);
  }
  for (const [feature, column] of codes.entries()) {
    if (column.length !== n) throw new ProtocolError('wrong-size', `a column has ${column.length} codes, not ${n}`);
    const limit = bins[feature]!;
    if (column.some((code) => code >= limit))
      throw new ProtocolError('out-of-range', `a bin code is not below ${limit}`);
  }
}

/** What is dealt for one use. */
export interface DealtSizes {
  readonly slots: number;
  readonly features: number;
  /** Private columns that the features' groups are summed of, one after another. */
  readonly columns: number;
}

/** @param parties label party, feature party. */
export function groupSumDeal(
  options: { readonly helper: PartyId; readonly instance: string },
  parties: readonly [PartyId, PartyId],
  { slots, features, columns }: DealtSizes,
  open: boolean,
): DealOptions {
  const { helper, instance } = options;
  const params = { slots, features, columns, open: open ? 1 : 0 };
  return { helper, protocol: 'group-sum', instance, parties, params };
}

/** Names the one-time material of a blind use of group-sum: the key of its high-water mark. */
export function blindName(instance: string, parties: readonly [PartyId, PartyId]): string {
  return `blind-group-sum/${instance}/${parties.join('+')}`;
}

/** Topic between the two data parties. */
export function groupSumTopic(instance: string, parties: readonly [PartyId, PartyId]): string {
  return `group-sum/${instance}/${parties.join('+')}`;
}
