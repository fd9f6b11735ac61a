/**
 * `X_P^T e` of a joint model, opened to P alone: what linear-source.ts asks for, in either profile. L and the first feature
 * party C hold the shares of the residual `e = sigmoid(z) - y`; each party multiplies with the share(s) it does not hold.
 */
import type { DesignMatrix } from '@coscore/models/scorecard/design.ts';
import type { PartyId } from '@coscore/protocols';
import {
  type MatVecOwner,
  type MatVecPeer,
  openMatVecOwner,
  openMatVecPeer,
} from '@coscore/protocols/mat-vec/index.ts';
import { type JobContext, trustOf } from './context.ts';
import type { RemoteLinearSetup, Team } from './linear-source.ts';

export interface ResidualProducts {
  /**
   * @param z [n] own part of the logits, within the own bound. @returns [columns] sums over the rows of column times residual.
   */
  gradientSums(z: Float64Array, iteration: number): Promise<Float64Array>;
  close(): Promise<void>;
}

const INSTANCE = 'train';

export function fixedColumns(design: DesignMatrix, fractionBits: number): Int16Array[] {
  return design.columns.map((_, j) => design.fixedColumn(j, fractionBits));
}

/** The mat-vecs of one party, in the ring of its profile. */
export interface GradientProducts {
  /** @param residual [n] own share, where this party holds one. @returns [columns][parts] products to add up. */
  multiply(residual: BigUint64Array | undefined): Promise<readonly BigUint64Array[]>;
  close(): Promise<void>;
}

/** Opens them towards every party that this one multiplies with. */
export async function openGradientProducts(
  context: JobContext,
  setup: RemoteLinearSetup,
  team: Team,
  columns: readonly Int16Array[],
): Promise<GradientProducts> {
  const { session, self } = context;
  const common = {
    ...trustOf(context),
    instance: INSTANCE,
    products: setup.iterations - setup.from,
    open: 'owner' as const,
  };
  const own = (peer: PartyId): Promise<MatVecOwner<'owner'>> =>
    openMatVecOwner(session, { ...common, peer, columns: [...columns] });
  const theirs = (peer: PartyId): Promise<MatVecPeer<'owner'>> =>
    openMatVecPeer(session, { ...common, peer, rows: setup.design.rows, columns: setup.columns.get(peer)! });
  const holders = [team.label, team.first];
  // A share that this party holds itself is multiplied here, in plaintext.
  const [owners, peers] = await Promise.all([
    Promise.all(holders.filter((holder) => holder !== self).map(own)),
    Promise.all(holders.includes(self) ? [...holders, ...team.others].filter((peer) => peer !== self).map(theirs) : []),
  ]);
  return {
    async multiply(residual) {
      const [opened] = await Promise.all([
        Promise.all(owners.map((owner) => owner.multiply())),
        ...peers.map((peer) => peer.multiply(residual!)),
      ]);
      return opened;
    },
    async close() {
      await Promise.all([...owners, ...peers].map((end) => end.close()));
    },
  };
}
