/** Stage `binning` at a feature party: its bins are counted at the label party, and it learns their WoE to two decimals. */
import { designWoe } from '@coscore/models/binning/decide-bins.ts';
import type { BinnedColumn } from '@coscore/models/binning/fine-bins.ts';
import { codedColumn, type DesignColumn } from '@coscore/models/scorecard/design-columns.ts';
import { wire } from '@coscore/proto';
import { ProtocolError, receive, send } from '@coscore/protocols';
import { f64, u16 } from './bytes.ts';
import { sumOwnBins } from './bin-sums.ts';
import type { JobContext } from './context.ts';
import { trainingCodes } from './features.ts';

/** An own column that may enter the model. */
export interface OwnFeature {
  readonly column: DesignColumn;
  readonly binned: BinnedColumn;
  /** [fine bins] final bin of each. */
  readonly map: Uint16Array;
  readonly iv?: number;
}

/** @param rows numbers of the training rows. @returns the columns whose WoE the label party may give back. */
export async function binAtFeatureParty(
  context: JobContext,
  own: readonly BinnedColumn[],
  rows: Uint32Array,
): Promise<readonly OwnFeature[]> {
  const { session, labelParty } = context;
  const channel = session.channel(labelParty, 'binning');
  const features = own.map((column) => ({
    name: column.name,
    ordered: column.ordered,
    bins: column.bins.length,
    missingBinPlusOne: column.missingBin + 1,
  }));
  await send(channel, 'offering', wire.JobOffering, { features });
  const bins = own.map((column) => column.bins.length);
  await sumOwnBins(context, trainingCodes(own, rows), bins);
  const decisions = await receive<wire.JobBinDecisions>(channel, 'bin-decisions', wire.JobBinDecisions);
  if (decisions.features.length !== own.length) {
    throw new ProtocolError(
      'wrong-size',
      `${labelParty} decided on ${decisions.features.length} features of ${own.length}`,
    );
  }
  return own.flatMap((binned, i) => {
    const feature = featureOf(binned, decisions.features[i]!);
    return feature === undefined ? [] : [feature];
  });
}

/** @returns undefined when the label party may not say the WoE of this column: it cannot be used. */
function featureOf(binned: BinnedColumn, decision: wire.JobBinDecision.$Properties): OwnFeature | undefined {
  if (decision.name !== binned.name)
    throw new ProtocolError('malformed', 'the label party decided on features in another order');
  const bytes = decision.woe ?? new Uint8Array(0);
  if (bytes.length === 0) return undefined;
  const woe = f64(bytes, bytes.length / 8, 'a WoE table');
  const map = u16(decision.map ?? new Uint8Array(0), binned.bins.length, 'a map of bins');
  if (map.some((bin) => bin >= woe.length))
    throw new ProtocolError('out-of-range', 'the label party maps a bin to one that is not there');
  const column = codedColumn(binned, map, designWoe(woe));
  return { column, binned, map, ...(typeof decision.iv === 'number' ? { iv: decision.iv } : {}) };
}
