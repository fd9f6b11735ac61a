/** Group-sum over groups that become finer step by step. */
import type { Session } from '../../transport.ts';
import { serveAidedAsFeature } from './aided-feature.ts';
import { openAidedAsLabel } from './aided-label.ts';
import { serveBlindAsFeature } from './blind-feature.ts';
import { openBlindAsLabel } from './blind-label.ts';
import type { BlindRefinedFeatureOptions, BlindRefinedLabelOptions } from './blind-options.ts';
import type { AidedRefinedFeatureOptions, AidedRefinedLabelOptions, RefinedHandler, RefinedSums } from './types.ts';

export type { DealtSizes } from '../options.ts';
export { blocksOf, openColumns } from './aided-dealt.ts';
export { SealedColumns } from './sealed-columns.ts';
export type { BlindRefinedFeatureOptions, BlindRefinedLabelOptions } from './blind-options.ts';
export type * from './types.ts';

export type RefinedLabelOptions = AidedRefinedLabelOptions | BlindRefinedLabelOptions;
export type RefinedFeatureOptions = AidedRefinedFeatureOptions | BlindRefinedFeatureOptions;

/**
 * The label party's end, for one feature party. It is to be closed, whatever happens.
 * @throws ProtocolError `out-of-range` on sizes that no use can have; its calls throw `overflow`, `wrong-size`, `out-of-range`,
 * `parameter-mismatch`, `material-reused`, `wrong-round`, `replayed`, `malformed`, `bad-ciphertext` (blind), `cancelled`,
 * `peer-lost`.
 */
export async function openRefinedAsLabel(session: Session, options: RefinedLabelOptions): Promise<RefinedSums> {
  return options.profile === 'aided' ? openAidedAsLabel(session, options) : openBlindAsLabel(session, options);
}

/** The feature party's end: serves until the label party closes. @throws ProtocolError as above; what the handler throws. */
export function serveRefinedAsFeature(
  session: Session,
  options: RefinedFeatureOptions,
  handler: RefinedHandler,
): Promise<void> {
  return options.profile === 'aided'
    ? serveAidedAsFeature(session, options, handler)
    : serveBlindAsFeature(session, options, handler);
}
