/** The residual in `aided`: shares of the Fourier sigmoid on logits shared as angles (protocols.md, "Scorecard", step 2). */
import { assertProductSumFits, decodeFixedPoint, encodeFixedPoint } from '@coscore/crypto/ring/fixed-point.ts';
import { addResidues, dotFixedColumns, subtractResidues } from '@coscore/crypto/ring/residues.ts';
import {
  encodeLogit,
  openSharedSigmoid,
  SIGMOID_FRACTION_BITS,
  type SharedSigmoid,
} from '@coscore/protocols/shared-sigmoid/index.ts';
import { ProtocolError } from '@coscore/protocols';
import { helperFor, type JobContext } from './context.ts';
import type { RemoteLinearSetup, Team } from './linear-source.ts';
import { openLogitShares } from './logit-shares.ts';
import { fixedColumns, openGradientProducts, type ResidualProducts } from './residual-products.ts';
import { angleRing } from './share-ring.ts';

/** Fractional bits of the design columns inside mat-vec: |x| <= 4 fits 16 bits. */
const COLUMN_BITS = 12;
const COLUMN_BOUND = 4;
/** |sigmoid - y| is at most 1 and a little, by the error of the series. */
const MOST_RESIDUAL = 1.01;
/**
 * Terms of the sine series: cheap far from the optimum, exact near it. Training mostly ends between 15 and 25 iterations,
 * so it has to be exact before that: 8 terms to the end leave coefficients 5e-3 away, 12 from here on below 1e-3.
 */
const EARLY_TERMS = 8;
const LATE_TERMS = 12;
export const EARLY_ITERATIONS = 13;

/** Sine terms for each of the evaluations `from` to `iterations` - 1. */
export function termSchedule(iterations: number, from = 0): number[] {
  return Array.from({ length: iterations - from }, (_, i) => (from + i < EARLY_ITERATIONS ? EARLY_TERMS : LATE_TERMS));
}

/** @throws CryptoError `overflow` when there are too many rows; ProtocolError. */
export async function openAidedResiduals(
  context: JobContext,
  setup: RemoteLinearSetup,
  team: Team,
): Promise<ResidualProducts> {
  const { design } = setup;
  assertProductSumFits(
    design.rows,
    { fractionBits: COLUMN_BITS, bound: COLUMN_BOUND },
    { fractionBits: SIGMOID_FRACTION_BITS, bound: MOST_RESIDUAL },
  );
  const columns = fixedColumns(design, COLUMN_BITS);
  const [logits, sigmoid, products] = await Promise.all([
    openLogitShares(context.session, team, angleRing),
    openSigmoid(context, setup, team),
    openGradientProducts(context, setup, team, columns),
  ]);
  const labels = encodeLabels(setup.labels);
  const most = largestSums(columns);
  return {
    async gradientSums(z, iteration) {
      const share = await logits.share(encodeLogit(z, setup.logitBound), iteration);
      const parts: BigUint64Array[] = [];
      let residual: BigUint64Array | undefined;
      if (sigmoid !== undefined) {
        residual = await sigmoid.evaluate(share);
        if (labels !== undefined) residual = subtractResidues(residual, labels);
        parts.push(dotFixedColumns(columns, residual));
      }
      parts.push(...(await products.multiply(residual)));
      const sums = decodeFixedPoint(parts.reduce(addResidues), COLUMN_BITS + SIGMOID_FRACTION_BITS);
      refuseAccident(sums, most, iteration);
      return sums;
    },
    async close() {
      await Promise.all([sigmoid?.close(), products.close()]);
    },
  };
}

/** [columns] what |X^T e| cannot pass, as |e| is at most MOST_RESIDUAL. */
function largestSums(columns: readonly Int16Array[]): Float64Array {
  return Float64Array.from(columns, (column) => {
    let sum = 0;
    for (const value of column) sum += Math.abs(value);
    return (sum / 2 ** COLUMN_BITS) * MOST_RESIDUAL;
  });
}

/**
 * A share of a table that fails to wrap (protocols/shared-sigmoid, 2^-40 an entry) throws a residual off by more than the sum
 * of all of them can be, so that hardly any owner of columns misses it; one that sees it is enough.
 */
function refuseAccident(sums: Float64Array, most: Float64Array, iteration: number): void {
  if (sums.every((sum, j) => Math.abs(sum) <= most[j]!)) return;
  throw new ProtocolError(
    'share-accident',
    `the shares of iteration ${iteration + 1} came out wrong by chance; another attempt goes on from the one before`,
    { params: { iteration: iteration + 1 } },
  );
}

/** Only L and C hold shares of logits. */
async function openSigmoid(
  context: JobContext,
  { design, iterations, from }: RemoteLinearSetup,
  { label, first }: Team,
): Promise<SharedSigmoid | undefined> {
  const { session, self } = context;
  if (self !== label && self !== first) return undefined;
  return openSharedSigmoid(session, {
    profile: 'aided',
    helper: helperFor(context),
    instance: 'train',
    peer: self === label ? first : label,
    first: self === label,
    rows: design.rows,
    terms: termSchedule(iterations, from),
  });
}

function encodeLabels(labels: Uint8Array | undefined): BigUint64Array | undefined {
  return labels && encodeFixedPoint(Float64Array.from(labels), { fractionBits: SIGMOID_FRACTION_BITS, bound: 1 });
}
