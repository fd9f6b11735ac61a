/**
 * How much each column carries in a forest: total gain of its splits and how many there are (Breiman et al., "Classification
 * and Regression Trees", 1984, section 5.3.4, summed over trees as LightGBM and XGBoost do). Read off the label party's part
 * alone; no owner is asked.
 */
import type { Forest } from './forest.ts';

export interface FeatureImportance {
  readonly party: string;
  /** Published name. */
  readonly feature: string;
  /** Sum of the gains of its splits. */
  readonly gain: number;
  readonly splits: number;
}

/**
 * @param features published names by owner, in the order that `Split.feature` counts.
 * @returns one entry for every published feature, the largest gain first; ties stand in the order of `features`.
 * @throws RangeError when a split names a feature that is not there.
 */
export function featureImportance(
  forest: Forest,
  features: ReadonlyMap<string, readonly string[]>,
): FeatureImportance[] {
  const tally = new Map(
    [...features].map(([party, names]) => [party, names.map((feature) => ({ party, feature, gain: 0, splits: 0 }))]),
  );
  for (const { nodes } of forest.trees) {
    for (const node of nodes) {
      if (node.kind === 'leaf') continue;
      const entry = tally.get(node.owner)?.[node.feature];
      if (entry === undefined) throw new RangeError(`${node.owner} has no feature number ${node.feature}`);
      entry.gain += node.gain;
      entry.splits++;
    }
  }
  return [...tally.values()].flat().sort((a, b) => b.gain - a.gain);
}
