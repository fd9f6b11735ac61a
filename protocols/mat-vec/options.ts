/** What both ends of mat-vec agree on. */
import type { BfvEngine } from '@coscore/crypto/he/bfv-pool.ts';
import { ProtocolError } from '../errors.ts';
import type { DealOptions } from '../helper/deal.ts';
import { MAX_ITEMS, MAX_ROWS } from '../helper/dealer.ts';
import type { PartyId } from '../transport.ts';

/** Who is trusted with what: a helper that deals masks, or nobody. */
export type MatVecTrust =
  | { readonly profile: 'aided'; readonly helper: PartyId }
  | {
      readonly profile: 'blind';
      /** Where the ciphertexts are computed: worker threads by default. */
      readonly engine?: BfvEngine;
    };

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

/** @throws ProtocolError `out-of-range`. */
export function checkMatVec({ rows, columns, products }: MatVecShape): void {
  const fits = (value: number, max: number): boolean => Number.isInteger(value) && value >= 1 && value <= max;
  if (!fits(rows, MAX_ROWS) || !fits(columns, MAX_ITEMS) || !fits(products, MAX_ITEMS)) {
    throw new ProtocolError('out-of-range', `mat-vec of ${products} products of ${rows} x ${columns} is out of bounds`);
  }
}

/** @throws ProtocolError `out-of-range`; `wrong-size` when columns differ in length. */
export function shapeOfColumns(columns: readonly (Int16Array | Int32Array)[], products: number): MatVecShape {
  const shape = { rows: columns[0]?.length ?? 0, columns: columns.length, products };
  checkMatVec(shape);
  for (const column of columns) {
    if (column.length !== shape.rows)
      throw new ProtocolError('wrong-size', `a column of ${column.length} rows, not ${shape.rows}`);
  }
  return shape;
}

/** @param parties owner of the matrix, its peer. */
export function matVecDeal(
  options: { readonly helper: PartyId; readonly instance: string; readonly open: Opening },
  parties: readonly [PartyId, PartyId],
  { rows, columns, products }: MatVecShape,
): DealOptions {
  const { helper, instance, open } = options;
  const params = { rows, columns, products, open: OPENING_CODE[open] };
  return { helper, protocol: 'mat-vec', instance, parties, params };
}

/** Topic between the two data parties. */
export function matVecTopic(instance: string, parties: readonly [PartyId, PartyId]): string {
  return `mat-vec/${instance}/${parties.join('+')}`;
}

/** The next product's index. @throws ProtocolError `material-reused` when all are used. */
export function nextProduct(index: number, products: number): number {
  if (index < products) return index;
  throw new ProtocolError('material-reused', `all ${products} products agreed for this matrix are used`);
}
