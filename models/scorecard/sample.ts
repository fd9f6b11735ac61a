/** Checks before modelling starts: what is refused here would only give a model that means nothing. */
import { ModelError } from '../errors.ts';
import type { FeatureOptions, PolicyOptions } from '../options.ts';

export const MIN_TRAINING_ROWS = 50;
const MIN_TRAINING_BADS = 10;

/**
 * @param labels [rows] 1 = bad. @param train [rows] 1 = training row.
 * @throws ModelError `too-few-rows`, `too-few-bads` (or as few goods).
 */
export function checkSample(labels: Uint8Array, train: Uint8Array): { readonly rows: number; readonly bads: number } {
  let [rows, bads] = [0, 0];
  for (let row = 0; row < train.length; row++) {
    rows += train[row]!;
    bads += train[row]! & labels[row]!;
  }
  if (rows < MIN_TRAINING_ROWS) {
    throw new ModelError('too-few-rows', `${rows} training rows; at least ${MIN_TRAINING_ROWS} are needed`, {
      params: { rows, needed: MIN_TRAINING_ROWS },
    });
  }
  if (Math.min(bads, rows - bads) < MIN_TRAINING_BADS) {
    throw new ModelError(
      'too-few-bads',
      `${bads} bads and ${rows - bads} goods to train on; at least ${MIN_TRAINING_BADS} of each are needed`,
      { params: { rows, bads, needed: MIN_TRAINING_BADS } },
    );
  }
  return { rows, bads };
}

/** @throws ModelError `raw-columns-not-allowed`. */
export function checkRawAllowed(
  features: Pick<FeatureOptions, 'woe'>,
  policy: Pick<PolicyOptions, 'allowRawColumns'>,
): void {
  if (features.woe || policy.allowRawColumns) return;
  throw new ModelError(
    'raw-columns-not-allowed',
    'woe: false trains on unbinned columns, which the disclosure policy does not allow; set allowRawColumns, or woe: true',
  );
}
