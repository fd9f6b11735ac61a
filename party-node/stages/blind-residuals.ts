/**
 * The residual in `blind`: the sigmoid's tangent at 0, `e = 1/2 + z/4 - y` (protocols.md, "Scorecard", step 2), so that
 * shares of it follow from shares of z without a message. Each party shares z_P/4: a share is never divided. All is fixed
 * point mod t and exact, so a run's weights do not depend on its randomness. The refit at L makes up for the tangent.
 *
 * A party without a share gets its gradient in two parts, X_P^T s_L and X_P^T s_C. It drew the mask that is between its own
 * part of the logits in s_L and in s_C: were it the only one, it would take the mask out and know the products with the parts
 * of L and of C apart. So L adds and C subtracts a mask that nobody else knows.
 */
import {
  addPrime,
  assertPrimeProductFits,
  decodePrime,
  dotFixedColumnsPrime,
  encodePrime,
} from '@coscore/crypto/ring/prime-ring.ts';
import type { Session } from '@coscore/protocols';
import { openZeroSum, type ZeroSum } from '@coscore/protocols/secure-sum/index.ts';
import { LOGIT_BOUND } from '@coscore/protocols/shared-sigmoid/index.ts';
import type { JobContext } from './context.ts';
import type { RemoteLinearSetup, Team } from './linear-source.ts';
import { openLogitShares } from './logit-shares.ts';
import { fixedColumns, openGradientProducts, type ResidualProducts } from './residual-products.ts';
import { primeRing } from './share-ring.ts';

/** Fractional bits of the design columns and of the residual: |x| <= 4 fits n = 2^20 rows under t/2. */
const COLUMN_BITS = 11;
const RESIDUAL_BITS = 14;
/** Slope of the sigmoid at 0. */
const SLOPE = 1 / 4;

/** |1/2 + z/4 - y| in steps, half a step of rounding for each party. */
const largestResidual = (parties: number): number => (0.5 + SLOPE * LOGIT_BOUND) * 2 ** RESIDUAL_BITS + parties;

/** @throws CryptoError `overflow` when a gradient could pass t/2; ProtocolError. */
export async function openBlindResiduals(
  context: JobContext,
  setup: RemoteLinearSetup,
  team: Team,
): Promise<ResidualProducts> {
  const { session, self } = context;
  const columns = fixedColumns(setup.design, COLUMN_BITS);
  assertPrimeProductFits(columns, largestResidual(2 + team.others.length));
  const holder = self === team.label || self === team.first;
  const [logits, masks, products] = await Promise.all([
    openLogitShares(session, team, primeRing),
    holder ? openResidualMasks(session, team) : undefined,
    openGradientProducts(context, setup, team, columns),
  ]);
  const constant = constantTerm(setup.labels);
  const format = { fractionBits: RESIDUAL_BITS, bound: SLOPE * setup.logitBound };
  return {
    async gradientSums(z, iteration) {
      const share = await logits.share(encodePrime(z.map((value) => SLOPE * value), format), iteration); // prettier-ignore
      const residual = holder ? residualShare(share, constant, masks?.maskPrime(iteration, share.length)) : undefined;
      const parts = [...(await products.multiply(residual))];
      if (residual !== undefined) parts.push(dotFixedColumnsPrime(columns, residual));
      return decodePrime(parts.reduce(addPrime), COLUMN_BITS + RESIDUAL_BITS);
    },
    close: () => products.close(),
  };
}

/**
 * Of L and C, where their shares meet at a third party. Fresh for each attempt: opening them marks the instance in the ledger,
 * and an iteration has its mask once.
 */
async function openResidualMasks(session: Session, { label, first, others }: Team): Promise<ZeroSum | undefined> {
  return others.length === 0 ? undefined : openZeroSum(session, { parties: [label, first], instance: 'residual' });
}

/** [n] what is multiplied with the columns of others, and of this party itself. */
function residualShare(share: BigUint64Array, ...terms: readonly (BigUint64Array | undefined)[]): BigUint64Array {
  return terms.reduce<BigUint64Array>((sum, term) => (term === undefined ? sum : addPrime(sum, term)), share);
}

/** [n] 1/2 - y, which the label party adds to its share. */
function constantTerm(labels: Uint8Array | undefined): BigUint64Array | undefined {
  return labels && encodePrime(Float64Array.from(labels, (y) => 0.5 - y), { fractionBits: RESIDUAL_BITS, bound: 0.5 }); // prettier-ignore
}
