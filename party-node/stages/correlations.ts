/**
 * Correlation of columns that sit at different parties (protocols.md, "Correlation and VIF across parties"): standardised
 * `X_A^T X_B` by mat-vec for each pair of parties, opened to the label party only, and each party's own matrix beside it.
 * Used where the recipe selects by correlation or VIF.
 */
import { decodeFixedPoint, encodeFixedPoint } from '@coscore/crypto/ring/fixed-point.ts';
import { addPrime, arePrimeResidues, decodePrime, encodePrime } from '@coscore/crypto/ring/prime-ring.ts';
import { addResidues } from '@coscore/crypto/ring/residues.ts';
import { DesignMatrix } from '@coscore/models/scorecard/design.ts';
import { wire } from '@coscore/proto';
import { ProtocolError, receive, send, type PartyId } from '@coscore/protocols';
import { openMatVecOwner, openMatVecPeer } from '@coscore/protocols/mat-vec/index.ts';
import { f64, toBytes, u64 } from './bytes.ts';
import { dataParties, type JobContext, trustOf } from './context.ts';

/** A standardised value is below sqrt(n). */
const STANDARD_BOUND = 2 ** 12;

/** How products are carried; by Cauchy-Schwarz |sum of products| <= n. */
interface Arithmetic {
  /** Of a standardised column. */
  readonly fractionBits: number;
  encode(column: Float64Array): BigUint64Array;
  decode(products: BigUint64Array): Float64Array;
  add(a: BigUint64Array, b: BigUint64Array): BigUint64Array;
  /** @throws ProtocolError `out-of-range` when a number is no element of the ring. */
  check(shares: BigUint64Array, from: PartyId): BigUint64Array;
}

const arithmetic: Readonly<Record<JobContext['recipe']['profile'], Arithmetic>> = {
  // Mod 2^64, far below 2^63.
  aided: {
    fractionBits: 16,
    encode: (column) => encodeFixedPoint(column, { fractionBits: 16, bound: STANDARD_BOUND }),
    decode: (products) => decodeFixedPoint(products, 32),
    add: addResidues,
    check: (shares) => shares,
  },
  // Mod t: 2^20 rows, the most that blind mat-vec takes, at 28 bits stay below t/2 > 2^48.
  blind: {
    fractionBits: 14,
    encode: (column) => encodePrime(column, { fractionBits: 14, bound: STANDARD_BOUND }),
    decode: (products) => decodePrime(products, 28),
    add: addPrime,
    check(shares, from) {
      if (arePrimeResidues(shares)) return shares;
      throw new ProtocolError('out-of-range', `the shared products of ${from} hold a number that is no residue`);
    },
  },
};

const arithmeticOf = ({ recipe }: JobContext): Arithmetic => arithmetic[recipe.profile];

export function selectsByCorrelation({ recipe }: JobContext): boolean {
  const { select } = recipe.features;
  return select?.correlation !== undefined || select?.vif !== undefined;
}

/** Columns of each party among the candidates, in the order in which the matrix has them. */
export type ColumnsByParty = ReadonlyMap<PartyId, number>;

const fixed = (context: JobContext, columns: readonly Float64Array[]): Int32Array[] =>
  columns.map((column) =>
    Int32Array.from(column, (value) => Math.round(value * 2 ** arithmeticOf(context).fractionBits)),
  );
const standardised = (design: DesignMatrix): Float64Array[] =>
  design.columns.map((_, j) => design.standardisedColumn(j));

/**
 * The label party's side.
 * @param design own candidates over the training rows, without intercept.
 * @returns [d x d] row-major over all parties' candidates, parties in the order of `dataParties`.
 */
export async function correlationAtLabelParty(
  context: JobContext,
  design: DesignMatrix,
  columns: ColumnsByParty,
): Promise<Float64Array> {
  const parties = dataParties(context).filter((party) => (columns.get(party) ?? 0) > 0);
  const at = offsets(parties, columns);
  const d = [...columns.values()].reduce((sum, count) => sum + count, 0);
  const matrix = new Float64Array(d * d);
  const place = (a: PartyId, b: PartyId, block: (i: number, j: number) => number): void => {
    for (let i = 0; i < columns.get(a)!; i++) {
      for (let j = 0; j < columns.get(b)!; j++) {
        const value = Math.min(1, Math.max(-1, block(i, j)));
        matrix[(at.get(a)! + i) * d + at.get(b)! + j] = value;
        matrix[(at.get(b)! + j) * d + at.get(a)! + i] = value;
      }
    }
  };
  const own = standardised(design);
  await Promise.all(
    pairs(parties).map(async ([a, b]) => {
      const products =
        a === context.self
          ? await productsWithOwn(context, b, own, columns.get(b)!)
          : await openedProducts(context, a, b, columns);
      place(a, b, (i, j) => products[i]![j]! / design.rows);
    }),
  );
  for (const party of parties) {
    const size = columns.get(party)!;
    const block = party === context.self ? design.correlation() : await ownMatrix(context, party, size);
    place(party, party, (i, j) => block[i * size + j]!);
  }
  return matrix;
}

/** A feature party's side. @param design own candidates over the training rows. */
export async function correlationAtFeatureParty(
  context: JobContext,
  design: DesignMatrix,
  columns: ColumnsByParty,
): Promise<void> {
  const { session, labelParty, self } = context;
  if (design.columns.length === 0) return;
  const parties = dataParties(context).filter((party) => (columns.get(party) ?? 0) > 0);
  const own = standardised(design);
  await send(session.channel(labelParty, 'correlation'), 'own-correlation', wire.JobCorrelation, {
    values: toBytes(design.correlation()),
  });
  await Promise.all(
    pairs(parties)
      .filter((pair) => pair.includes(self))
      .map(async ([a, b]) => {
        if (a === labelParty) return ownColumnsFor(context, own, labelParty, columns.get(labelParty)!);
        return b === self
          ? sharesAsOwner(context, own, a, columns.get(a)!)
          : sharesAsPeer(context, own, b, columns.get(b)!);
      }),
  );
}

/** Every unordered pair once, the earlier party first. */
function pairs(parties: readonly PartyId[]): [PartyId, PartyId][] {
  return parties.flatMap((a, i) => parties.slice(i + 1).map((b): [PartyId, PartyId] => [a, b]));
}

function offsets(parties: readonly PartyId[], columns: ColumnsByParty): Map<PartyId, number> {
  let at = 0;
  return new Map(
    parties.map((party) => {
      const start = at;
      at += columns.get(party)!;
      return [party, start];
    }),
  );
}

const options = (context: JobContext, products: number) => ({
  ...trustOf(context),
  instance: 'correlation',
  products,
});

/** L multiplies F's columns with its own, one by one, opened to L. @returns [own][F's columns] */
async function productsWithOwn(
  context: JobContext,
  party: PartyId,
  own: readonly Float64Array[],
  count: number,
): Promise<Float64Array[]> {
  const peer = await openMatVecPeer(context.session, {
    ...options(context, own.length),
    peer: party,
    rows: own[0]!.length,
    columns: count,
    open: 'peer',
  });
  const { encode, decode } = arithmeticOf(context);
  const products: Float64Array[] = [];
  for (const column of own) products.push(decode((await peer.multiply(encode(column)))!));
  await peer.close();
  return products;
}

async function ownColumnsFor(
  context: JobContext,
  own: readonly Float64Array[],
  peer: PartyId,
  products: number,
): Promise<void> {
  const owner = await openMatVecOwner(context.session, {
    ...options(context, products),
    peer,
    columns: fixed(context, own),
    open: 'peer',
  });
  for (let i = 0; i < products; i++) await owner.multiply();
  await owner.close();
}

/** Between two feature parties the products stay shared, and both shares go to L. */
async function sharesAsOwner(
  context: JobContext,
  own: readonly Float64Array[],
  peer: PartyId,
  products: number,
): Promise<void> {
  const owner = await openMatVecOwner(context.session, {
    ...options(context, products),
    peer,
    columns: fixed(context, own),
    open: 'shares',
  });
  const shares: BigUint64Array[] = [];
  for (let i = 0; i < products; i++) shares.push(await owner.multiply());
  await owner.close();
  await sendShares(context, shareTopic(peer, context.self), shares);
}

async function sharesAsPeer(
  context: JobContext,
  own: readonly Float64Array[],
  party: PartyId,
  count: number,
): Promise<void> {
  const peer = await openMatVecPeer(context.session, {
    ...options(context, own.length),
    peer: party,
    rows: own[0]!.length,
    columns: count,
    open: 'shares',
  });
  const shares: BigUint64Array[] = [];
  for (const column of own) shares.push((await peer.multiply(arithmeticOf(context).encode(column)))!);
  await peer.close();
  await sendShares(context, shareTopic(context.self, party), shares);
}

/** Where both shares of the products of two feature parties meet. @param a the earlier party. */
function shareTopic(a: PartyId, b: PartyId): string {
  return `correlation/${a}+${b}`;
}

async function sendShares(context: JobContext, topic: string, shares: readonly BigUint64Array[]): Promise<void> {
  const values = Buffer.concat(shares.map(toBytes));
  await send(context.session.channel(context.labelParty, topic), 'correlation-shares', wire.JobShares, { values });
}

/** @returns [a's columns][b's columns] */
async function openedProducts(
  context: JobContext,
  a: PartyId,
  b: PartyId,
  columns: ColumnsByParty,
): Promise<Float64Array[]> {
  const size = columns.get(a)! * columns.get(b)!;
  const topic = shareTopic(a, b);
  const { add, decode, check } = arithmeticOf(context);
  const [left, right] = await Promise.all(
    [a, b].map(async (party) => {
      const { values } = await receive<wire.JobShares>(
        context.session.channel(party, topic),
        'correlation-shares',
        wire.JobShares,
      );
      return check(u64(values, size, `the shared products of ${party}`), party);
    }),
  );
  const products = decode(add(left!, right!));
  const width = columns.get(b)!;
  return Array.from({ length: columns.get(a)! }, (_, i) => products.slice(i * width, (i + 1) * width));
}

async function ownMatrix(context: JobContext, party: PartyId, size: number): Promise<Float64Array> {
  const { values } = await receive<wire.JobCorrelation>(
    context.session.channel(party, 'correlation'),
    'own-correlation',
    wire.JobCorrelation,
  );
  return f64(values, size * size, `the correlations of ${party}`);
}
