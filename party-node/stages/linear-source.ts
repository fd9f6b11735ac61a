/**
 * The joint linear model's gradient on shared residuals (protocols.md, "Scorecard", steps 1 to 3).
 *
 * L and the first feature party C hold the shares of every logit and residual. With two parties `z_L + z_C` already is a
 * sharing; every further party splits its own part between L and C first (and from three such parties on adds zero-sum
 * masks, so that L and C together see only their sum). Each party then gets `X_P^T e` opened to itself alone.
 */
import { ModelError } from '@coscore/models/errors.ts';
import type { DesignMatrix } from '@coscore/models/scorecard/design.ts';
import type { LinearSource } from '@coscore/models/sources.ts';
import type { PartyId } from '@coscore/protocols';
import { openZeroSum, type ZeroSum } from '@coscore/protocols/secure-sum/index.ts';
import { EARLY_ITERATIONS, openAidedResiduals } from './aided-residuals.ts';
import { openBlindResiduals } from './blind-residuals.ts';
import type { JobContext } from './context.ts';
import type { ResidualProducts } from './residual-products.ts';

export interface RemoteLinearSetup {
  /** Own columns over the training rows, the intercept included at the label party. */
  readonly design: DesignMatrix;
  /** [nTrain] at the label party only. */
  readonly labels?: Uint8Array;
  /** Columns of each party, the intercept counted at the label party; parties without any take no part. */
  readonly columns: ReadonlyMap<PartyId, number>;
  /** What the own part of a logit is clipped to; the bounds of all parties add up to at most LOGIT_BOUND. */
  readonly logitBound: number;
  /** At most, counted from 0. */
  readonly iterations: number;
  /** The first of them: where a resumed training goes on, else 0. */
  readonly from: number;
}

export interface RemoteLinearSource extends LinearSource {
  /** Rows whose own partial logit was clipped to its bound in the last iteration. */
  readonly clippedRows: number;
  close(): Promise<void>;
}

/**
 * The gradient is exact to about 1e-5 / sqrt(rows) in either profile; a step of 1e-6 moves no logit and no decimal of a
 * coefficient.
 */
const RESOLUTION = 1e-6;

/** Who takes part in training, and who of them holds the shares. */
export interface Team {
  readonly label: PartyId;
  /** The first feature party with columns in the model: it holds the other shares. */
  readonly first: PartyId;
  /** Parties with columns that hold no share. */
  readonly others: readonly PartyId[];
}

/** @throws ModelError `no-features-left` when no feature party has a column in the model. */
function teamOf({ labelParty, featureParties }: JobContext, columns: ReadonlyMap<PartyId, number>): Team {
  const [first, ...others] = featureParties.filter((party) => (columns.get(party) ?? 0) > 0);
  if (first === undefined) {
    throw new ModelError(
      'no-features-left',
      'selection dropped every column of the feature parties, so there is nothing to train together; lower the limits under features.select',
      { params: { features: 0 } },
    );
  }
  return { label: labelParty, first, others };
}

/** @throws ModelError `no-features-left`; ProtocolError. */
export async function openRemoteLinearSource(
  context: JobContext,
  setup: RemoteLinearSetup,
): Promise<RemoteLinearSource> {
  const { session, recipe } = context;
  const team = teamOf(context, setup.columns);
  const { label, first, others } = team;
  const aided = recipe.profile === 'aided';
  const [sums, products] = await Promise.all([
    openZeroSum(session, { parties: [label, first, ...others], instance: 'train' }),
    aided ? openAidedResiduals(context, setup, team) : openBlindResiduals(context, setup, team),
  ]);
  return new Remote(setup, products, sums, aided ? [EARLY_ITERATIONS] : []);
}

class Remote implements RemoteLinearSource {
  readonly columns: number;
  readonly totalColumns: number;
  readonly intercept?: number;
  readonly secondMoments: Float64Array;
  readonly arithmeticChangesAt: readonly number[];
  readonly resolution = RESOLUTION;
  clippedRows = 0;
  #sumRound = 0;
  readonly #design: DesignMatrix;
  readonly #bound: number;
  readonly #products: ResidualProducts;
  readonly #sums: ZeroSum;

  constructor(
    { design, columns, logitBound }: RemoteLinearSetup,
    products: ResidualProducts,
    sums: ZeroSum,
    arithmeticChangesAt: readonly number[],
  ) {
    this.columns = design.columns.length;
    this.totalColumns = [...columns.values()].reduce((sum, count) => sum + count, 0);
    if (design.intercept >= 0) this.intercept = design.intercept;
    this.secondMoments = design.secondMoments();
    this.#design = design;
    this.#bound = logitBound;
    this.arithmeticChangesAt = arithmeticChangesAt;
    this.#products = products;
    this.#sums = sums;
  }

  async gradient(weights: Float64Array, iteration: number): Promise<Float64Array> {
    const z = this.#design.times(weights);
    this.clippedRows = clip(z, this.#bound);
    const sums = await this.#products.gradientSums(z, iteration);
    return sums.map((sum) => sum / this.#design.rows);
  }

  sumOverParties(partial: Float64Array): Promise<Float64Array> {
    return this.#sums.allReduce(partial, this.#sumRound++);
  }

  async close(): Promise<void> {
    await this.#products.close();
  }
}

/** Clips in place. @returns how many were outside. */
function clip(z: Float64Array, bound: number): number {
  let clipped = 0;
  for (let i = 0; i < z.length; i++) {
    const value = z[i]!;
    if (value > bound || value < -bound) {
      z[i] = Math.sign(value) * bound;
      clipped++;
    }
  }
  return clipped;
}
