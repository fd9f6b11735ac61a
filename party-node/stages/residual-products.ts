/** Products of everybody's columns with the two shares of the residual `sigmoid(z) - y`, each opened to the columns' owner. */
import { assertProductSumFits, encodeFixedPoint } from '@coscore/crypto/ring/fixed-point.ts';
import { addResidues, dotFixedColumns, subtractResidues } from '@coscore/crypto/ring/residues.ts';
import type { DesignMatrix } from '@coscore/models/scorecard/design.ts';
import type { PartyId } from '@coscore/protocols';
import {
  type MatVecOwner,
  type MatVecPeer,
  openMatVecOwner,
  openMatVecPeer,
} from '@coscore/protocols/mat-vec/index.ts';
import {
  openSharedSigmoid,
  SIGMOID_FRACTION_BITS,
  type SharedSigmoid,
} from '@coscore/protocols/shared-sigmoid/index.ts';
import { helperFor, type JobContext } from './context.ts';
import type { RemoteLinearSetup, Team } from './linear-source.ts';

/** Fractional bits of the design columns inside mat-vec: |x| <= 4 fits 16 bits. */
export const COLUMN_BITS = 12;
const COLUMN_BOUND = 4;
/**
 * Terms of the sine series: cheap far from the optimum, exact near it. Training mostly ends between 15 and 25 iterations,
 * so it has to be exact before that: 8 terms to the end leave coefficients 5e-3 away, 12 from here on below 1e-3.
 */
const EARLY_TERMS = 8;
const LATE_TERMS = 12;
export const EARLY_ITERATIONS = 13;

const INSTANCE = 'train';

/** Sine terms for each of at most `iterations` evaluations. */
export function termSchedule(iterations: number): number[] {
  return Array.from({ length: iterations }, (_, i) => (i < EARLY_ITERATIONS ? EARLY_TERMS : LATE_TERMS));
}

export interface ResidualProducts {
  /** @param logitShare [n] own share of the logits, where this party holds one. @returns [columns] `X^T e` in the ring. */
  multiply(logitShare: Uint32Array): Promise<BigUint64Array>;
  close(): Promise<void>;
}

const fixedColumns = (design: DesignMatrix): Int16Array[] =>
  design.columns.map((_, j) => design.fixedColumn(j, COLUMN_BITS));

/** L or C: holds one residual share, and multiplies everybody else's columns with it. */
export async function openHolder(context: JobContext, setup: RemoteLinearSetup, team: Team): Promise<ResidualProducts> {
  const { session, self, recipe } = context;
  const { design, iterations } = setup;
  const counterpart = self === team.label ? team.first : team.label;
  // |residual| <= 1 and a little, by the error of the series.
  assertProductSumFits(
    design.rows,
    { fractionBits: COLUMN_BITS, bound: COLUMN_BOUND },
    { fractionBits: SIGMOID_FRACTION_BITS, bound: 1.01 },
  );
  const columns = fixedColumns(design);
  const common = { profile: recipe.profile, helper: helperFor(context), instance: INSTANCE };
  const products = { ...common, products: iterations, open: 'owner' as const };
  const [sigmoid, owner, ...peers] = await Promise.all([
    openSharedSigmoid(session, {
      ...common,
      peer: counterpart,
      first: self === team.label,
      rows: design.rows,
      terms: termSchedule(iterations),
    }),
    openMatVecOwner(session, { ...products, peer: counterpart, columns }),
    ...[counterpart, ...team.others].map((peer) =>
      openMatVecPeer(session, { ...products, peer, rows: design.rows, columns: setup.columns.get(peer)! }),
    ),
  ]);
  return holderProducts(sigmoid, owner, peers, columns, encodeLabels(setup.labels));
}

function encodeLabels(labels: Uint8Array | undefined): BigUint64Array | undefined {
  return labels && encodeFixedPoint(Float64Array.from(labels), { fractionBits: SIGMOID_FRACTION_BITS, bound: 1 });
}

function holderProducts(
  sigmoid: SharedSigmoid,
  owner: MatVecOwner<'owner'>,
  peers: readonly MatVecPeer<'owner'>[],
  columns: readonly Int16Array[],
  labels: BigUint64Array | undefined,
): ResidualProducts {
  return {
    async multiply(logitShare) {
      const share = await sigmoid.evaluate(logitShare);
      const residual = labels === undefined ? share : subtractResidues(share, labels);
      const [opened] = await Promise.all([owner.multiply(), ...peers.map((peer) => peer.multiply(residual))]);
      return addResidues(opened, dotFixedColumns(columns, residual));
    },
    async close() {
      await Promise.all([sigmoid.close(), owner.close(), ...peers.map((peer) => peer.close())]);
    },
  };
}

/** A party without a share: its columns meet L's share and C's share, and both products are opened to it. */
export async function openOther(
  context: JobContext,
  setup: RemoteLinearSetup,
  { label, first }: Team,
): Promise<ResidualProducts> {
  const { session, recipe } = context;
  const columns = fixedColumns(setup.design);
  const open = (peer: PartyId): Promise<MatVecOwner<'owner'>> =>
    openMatVecOwner(session, {
      profile: recipe.profile,
      helper: helperFor(context),
      instance: INSTANCE,
      products: setup.iterations,
      open: 'owner',
      peer,
      columns,
    });
  const [withLabel, withFirst] = await Promise.all([open(label), open(first)]);
  return {
    async multiply() {
      const [left, right] = await Promise.all([withLabel.multiply(), withFirst.multiply()]);
      return addResidues(left, right);
    },
    async close() {
      await Promise.all([withLabel.close(), withFirst.close()]);
    },
  };
}
