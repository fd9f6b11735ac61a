/** The report of a finished forest: what the label party knows, put together; what it does not know is not in it. */
import type { BinnedColumn } from '@coscore/models/binning/fine-bins.ts';
import { labelBin } from '@coscore/models/binning/spec.ts';
import type { SampleEvaluations } from '@coscore/models/evaluate/evaluate.ts';
import { learnedTable } from '@coscore/models/evaluate/leaks.ts';
import type {
  ForestImportance,
  ForestReport,
  ForestSection,
  Learned,
  PartialDependence,
} from '@coscore/models/evaluate/report.ts';
import type { Forest } from '@coscore/models/gbdt/forest.ts';
import { featureImportance } from '@coscore/models/gbdt/importance.ts';
import { partialDependence } from '@coscore/models/gbdt/partial-dependence.ts';
import { helperOf } from '@coscore/node-core/manifest/index.ts';
import { COSCORE_VERSION } from '@coscore/node-core/daemon/version.ts';
import type { PartyId } from '@coscore/protocols';
import { leakBasis, linkTable, modelId, type ReportInput, stability, stageTable } from '../build-report.ts';
import { dataParties } from '../context.ts';
import { gbdtModel } from './forest-options.ts';
import type { LabelForestModel } from './label-forest.ts';

export interface ForestReportInput extends Omit<ReportInput, 'model' | 'alone'> {
  readonly model: LabelForestModel;
  readonly alone: { readonly evaluation: SampleEvaluations };
}

export function buildForestReport(input: ForestReportInput): ForestReport {
  const { context, manifest, model, alone, traffic, train } = input;
  const { recipe, self } = context;
  const { evaluation, scaling } = model;
  const helper = helperOf(manifest)?.id;
  const importance = importanceOf(input);
  return {
    version: 1,
    kind: 'forest',
    name: recipe.name,
    job: context.job,
    createdAt: input.now.toISOString(),
    coscoreVersion: COSCORE_VERSION,
    profile: traffic.get(self)!.profile,
    ...(helper === undefined ? {} : { helper }),
    labelParty: context.labelParty,
    rowsAligned: input.rowsAligned,
    parties: Object.fromEntries(dataParties(context).map((party) => [party, partySummary(input, party, importance)])),
    metrics: { train: evaluation.train.metrics, ...(evaluation.test && { test: evaluation.test.metrics }) },
    evaluation,
    labelPartyAlone: {
      train: alone.evaluation.train.metrics,
      ...(alone.evaluation.test && { test: alone.evaluation.test.metrics }),
    },
    labelPartyAloneRoc: {
      train: alone.evaluation.train.roc,
      ...(alone.evaluation.test && { test: alone.evaluation.test.roc }),
    },
    forest: forestSection(input, importance),
    scaling: {
      baseScore: scaling.baseScore,
      baseOdds: scaling.baseOdds,
      pdo: scaling.pdo,
      // Scores are rounded once, not column by column.
      largestRoundingError: 0,
    },
    ...stability({ logits: model.logOdds, scaling }, train),
    attempts: context.attempt,
    stages: stageTable(input),
    links: linkTable(traffic, manifest),
    learned: learned(input),
    recipe,
    model: modelId({ ...input, others: model.parts }),
    warnings: warnings(input),
  };
}

function importanceOf({ context, model }: ForestReportInput): ForestImportance[] {
  const names = (features: readonly { readonly feature: string }[]): string[] => features.map(({ feature }) => feature);
  const offered = dataParties(context).map((party): [string, string[]] => [
    party,
    names(party === context.self ? model.own.features : (model.offered.get(party) ?? [])),
  ]);
  return featureImportance(model.forest, new Map(offered));
}

function partySummary(
  { manifest, traffic }: ForestReportInput,
  party: PartyId,
  importance: readonly ForestImportance[],
): ForestReport['parties'][string] {
  const mine = importance.filter((one) => one.party === party);
  return {
    role: manifest.parties.find(({ id }) => id === party)!.role,
    // Another party's exact row count is its own business: it reports two digits.
    rows: traffic.get(party)!.rows,
    features: mine.length,
    selected: mine.filter(({ splits }) => splits > 0).length,
  };
}

function forestSection(
  { context, model, train }: ForestReportInput,
  importance: readonly ForestImportance[],
): ForestSection {
  const { forest, curve, testLoss, stopped, own, records, earlier } = model;
  return {
    objective: forest.objective,
    ...(earlier === undefined ? {} : { earlier }),
    trees: forest.trees.length,
    grown: curve.length,
    stoppedEarly: stopped === 'early',
    leaves: leavesOf(forest),
    baseRaw: forest.baseScore,
    importance,
    curve: curve.map(({ trees, training, validation }, i) => ({
      tree: trees,
      trainLoss: training,
      ...(validation === undefined ? {} : { heldOutLoss: validation }),
      ...(testLoss[i] === undefined ? {} : { testLoss: testLoss[i] }),
    })),
    partialDependence: own.binned.map((column, feature) => ({
      feature: column.name,
      bins: dependenceBins(
        column,
        train,
        partialDependence(forest, records, { owner: context.self, feature, bins: column.bins.length }),
      ),
    })),
    exportable: context.recipe.policy.allowExport,
  };
}

const leavesOf = ({ trees }: Forest): number =>
  trees.reduce((sum, { nodes }) => sum + nodes.filter(({ kind }) => kind === 'leaf').length, 0);

/** Without bins that hold no training row, the one of missing values last. */
function dependenceBins(
  { bins, codes, missingBin }: BinnedColumn,
  train: Uint8Array,
  raw: Float64Array,
): PartialDependence['bins'] {
  const rows = new Uint32Array(bins.length);
  for (let row = 0; row < codes.length; row++) rows[codes[row]!]! += train[row]!;
  const shown = bins.map((spec, bin) => ({ bin, label: labelBin(spec), rows: rows[bin]!, raw: raw[bin]! }));
  return shown
    .filter((one) => one.rows > 0)
    .sort((a, b) => Number(a.bin === missingBin) - Number(b.bin === missingBin))
    .map(({ bin: _, ...one }) => one);
}

function learned(input: ForestReportInput): readonly Learned[] {
  return learnedTable({ ...leakBasis(input), model: 'gbdt', correlation: false, raw: false });
}

function warnings({ context, model }: ForestReportInput): ForestReport['warnings'] {
  const { forest, stopped, earlier } = model;
  const trees = gbdtModel(context.recipe).trees + (earlier?.trees ?? 0);
  const empty = forest.trees.filter(({ nodes }) => nodes.length === 1).length;
  return [
    ...(stopped === 'no-split' && forest.trees.length < trees
      ? [
          {
            en: `Growing stopped after ${forest.trees.length} of ${trees} trees: no split was left that gains anything within the limits of the recipe.`,
            zh: `在 ${trees} 棵树中生长到第 ${forest.trees.length} 棵后停止：在配方的限制内已没有任何有增益的分裂。`,
          },
        ]
      : []),
    ...(empty > 0
      ? [
          {
            en: `${empty} of ${forest.trees.length} trees have no split; lower minRowsPerLeaf or gamma, or grow fewer trees.`,
            zh: `${forest.trees.length} 棵树中有 ${empty} 棵没有任何分裂；请降低 minRowsPerLeaf 或 gamma，或减少树的数量。`,
          },
        ]
      : []),
  ];
}
