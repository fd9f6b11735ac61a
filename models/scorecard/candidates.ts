/** Columns on their way into the design, and which of them stay. */
import { decideBins, designWoe, type BinDecision } from '../binning/decide-bins.ts';
import { fineBins, type BinnedColumn } from '../binning/fine-bins.ts';
import { localHistograms } from '../binning/histograms.ts';
import type { Frame } from '../data/frame.ts';
import { ModelError } from '../errors.ts';
import { rowsWhere } from '../evaluate/evaluate.ts';
import type { FeatureOptions, PolicyOptions, SelectOptions } from '../options.ts';
import { dropCorrelated, dropInflated, submatrix } from '../selection/correlated.ts';
import { screenFeature, type DropReason } from '../selection/screen.ts';
import type { FeatureHistogram } from '../sources.ts';
import { codedColumn, rawColumn, type DesignColumn } from './design-columns.ts';
import { DesignMatrix } from './design.ts';

export interface PlaintextParty {
  readonly party: string;
  readonly role: 'label' | 'feature';
  /** All parties' rows in the same order. */
  readonly frame: Frame;
}

export const plaintextStages = ['bin', 'woe', 'select', 'train', 'refit', 'evaluate'] as const;
export type PlaintextStage = (typeof plaintextStages)[number];

export interface Candidate {
  readonly party: string;
  readonly name: string;
  /** 0 for raw columns, which have no bins. */
  readonly iv: number;
  readonly column: DesignColumn;
  readonly histogram?: FeatureHistogram;
  readonly binned?: BinnedColumn;
  readonly decision?: BinDecision;
  /** Set where the column cannot stand in any design. */
  readonly useless?: 'constant';
}

export interface CandidateContext {
  readonly labels: Uint8Array;
  readonly train: Uint8Array;
  readonly features: FeatureOptions;
  readonly policy: Pick<PolicyOptions, 'minRowsPerBin' | 'shareWoe'>;
  readonly onStage?: ((stage: PlaintextStage) => void) | undefined;
}

export function makeCandidates({ party, role, frame }: PlaintextParty, context: CandidateContext): Candidate[] {
  const { labels, train, features, policy, onStage } = context;
  onStage?.('bin');
  if (!features.woe)
    return frame.columns.map((column) => rawCandidate(party, column.name, rawColumn(column, train)?.column));
  const { bins, rare } = features;
  const binned = frame.columns.map((column) => fineBins(column, { train, bins, rare, minRows: policy.minRowsPerBin }));
  onStage?.('woe');
  return localHistograms(binned, labels, train).map((histogram, i) => {
    const decision = decideBins(histogram, { ...features, own: role === 'label' });
    const values = valuesFor(role, decision, policy);
    const column = codedColumn(binned[i]!, decision.map, values);
    return { party, name: histogram.feature, iv: decision.iv, column, histogram, binned: binned[i]!, decision };
  });
}

function rawCandidate(party: string, name: string, column: DesignColumn | undefined): Candidate {
  if (column !== undefined) return { party, name, iv: 0, column };
  return { party, name, iv: 0, column: { kind: 'dense', name, values: new Float64Array(0) }, useless: 'constant' };
}

/**
 * What stands for a column's bins in the design: the exact WoE at the label party, the published one elsewhere.
 * @returns [final bins]
 * @throws ModelError `woe-not-shared` when a feature party could not be told.
 */
function valuesFor(
  role: 'label' | 'feature',
  decision: BinDecision,
  policy: Pick<PolicyOptions, 'shareWoe'>,
): Float64Array {
  if (role === 'label') return designWoe(decision.woe);
  if (!policy.shareWoe) {
    throw new ModelError(
      'woe-not-shared',
      `the policy keeps WoE at the label party, so ${decision.feature} cannot be transformed; set shareWoe`,
      { params: { feature: decision.feature } },
    );
  }
  // Below the floor only one bin is left, which the screens drop: its value is never used.
  return designWoe(decision.publishedWoe ?? new Float64Array(decision.counts.length));
}

export interface Correlation {
  readonly names: readonly string[];
  /** [names x names] row-major. */
  readonly values: Float64Array;
}

/** What selection has to know of a feature, whoever owns it. */
export type Selectable = Pick<Candidate, 'name' | 'iv' | 'histogram' | 'decision' | 'useless'>;

export interface Selected<C extends Selectable = Candidate> {
  readonly kept: readonly C[];
  readonly dropped: ReadonlyMap<C, DropReason>;
  readonly correlation?: Correlation;
}

/**
 * Univariate screens, then correlation and VIF where the options ask for them.
 * @param correlate [d x d] row-major correlation of the columns given, over the training rows; asked for at most once.
 * @throws ModelError `no-features-left`.
 */
export async function selectFeatures<C extends Selectable>(
  candidates: readonly C[],
  select: SelectOptions | undefined,
  correlate: (screened: readonly C[]) => Promise<Float64Array>,
): Promise<Selected<C>> {
  const dropped = new Map<C, DropReason>();
  for (const candidate of candidates) {
    const { histogram, decision, useless } = candidate;
    const reason = useless ?? (histogram && decision && screenFeature(histogram, decision, select));
    if (reason !== undefined) dropped.set(candidate, reason);
  }
  const screened = candidates.filter((candidate) => !dropped.has(candidate));
  if (screened.length === 0) throw nothingLeft(candidates.length);
  if (select?.correlation === undefined && select?.vif === undefined) return { kept: screened, dropped };

  const d = screened.length;
  const matrix = await correlate(screened);
  let kept = screened.map((_, j) => j);
  for (const [reason, limit, drop] of [
    ['correlation', select.correlation, dropCorrelated],
    ['vif', select.vif, dropInflated],
  ] as const) {
    if (limit === undefined) continue;
    const iv = kept.map((j) => screened[j]!.iv);
    const gone = new Set(drop({ iv, correlation: submatrix(matrix, d, kept) }, limit).map((i) => kept[i]!));
    for (const j of gone) dropped.set(screened[j]!, reason);
    kept = kept.filter((j) => !gone.has(j));
  }
  const names = kept.map((j) => screened[j]!.name);
  return { kept: kept.map((j) => screened[j]!), dropped, correlation: { names, values: submatrix(matrix, d, kept) } };
}

/** Correlation where all columns are in one place. */
export function localCorrelation(train: Uint8Array): (screened: readonly Candidate[]) => Promise<Float64Array> {
  return (screened) => {
    const columns = screened.map((candidate) => candidate.column);
    return Promise.resolve(new DesignMatrix(train.length, columns).takeRows(rowsWhere(train, 1)).correlation());
  };
}

function nothingLeft(offered: number): ModelError {
  return new ModelError(
    'no-features-left',
    `selection dropped all ${offered} features; lower its limits, or offer columns that say more`,
    { params: { features: offered } },
  );
}
