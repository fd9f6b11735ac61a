/** What both ends of mat-vec agree on. */
import { ProtocolError } from '../errors.ts';
import type { DealOptions } from '../helper/deal.ts';
import { MAX_ITEMS, MAX_ROWS } from '../helper/dealer.ts';
import type { PartyId } from '../transport.ts';

export type MatVecProfile = 'aided' | 'blind';

/** Who sees a product: the matrix's owner, its peer, or nobody (both keep an additive share). */
export type Opening = 'owner' | 'peer' | 'shares';

const OPENING_CODE: Readonly<Record<Opening, number>> = { owner: 0, peer: 1, shares: 2 };

export interface MatVecShape {
  /** n, 1 to 2^24. */
  readonly rows: number;
  /** d, 1 to 4096. */
  readonly columns: number;
  /** At most so many products, 1 to 4096. */
  readonly products: number;
}

/** @throws ProtocolError `profile-unavailable`, `out-of-range`. */
export function checkMatVec(profile: MatVecProfile, shape: MatVecShape): void {
  if (profile !== 'aided') {
    throw new ProtocolError('profile-unavailable', `mat-vec has no ${profile} profile yet`, {
      params: { primitive: 'mat-vec', profile },
    });
  }
  const { rows, columns, products } = shape;
  const fits = (value: number, max: number): boolean => Number.isInteger(value) && value >= 1 && value <= max;
  if (!fits(rows, MAX_ROWS) || !fits(columns, MAX_ITEMS) || !fits(products, MAX_ITEMS)) {
    throw new ProtocolError('out-of-range', `mat-vec of ${products} products of ${rows} x ${columns} is out of bounds`);
  }
}

/** @param parties owner of the matrix, its peer. */
export function matVecDeal(
  options: { readonly helper: PartyId; readonly instance: string; readonly open: Opening },
  parties: readonly [PartyId, PartyId],
  { rows, columns, products }: MatVecShape,
): DealOptions {
  const { helper, instance, open } = options;
  const params = { rows, columns, products, open: OPENING_CODE[open] };
  return { helper, protocol: 'mat-vec', instance, parties, params, items: products };
}

/** Topic between the two data parties. */
export function matVecTopic(instance: string, parties: readonly [PartyId, PartyId]): string {
  return `mat-vec/${instance}/${parties.join('+')}`;
}

/** The next product's index. @throws ProtocolError `material-reused` when all dealt products are used. */
export function nextProduct(index: number, products: number): number {
  if (index < products) return index;
  throw new ProtocolError('material-reused', `all ${products} products dealt for this matrix are used`);
}
