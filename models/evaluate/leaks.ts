/**
 * The leak catalogue: who learns what in a job, for the report, the approval text and docs/threat-model.md alike.
 * One function decides it, from what ran and what was signed, so the three can never tell different stories.
 * Source: protocols.md, "Learned" of every primitive and model, and "Serving".
 */
import { type LeakContext, type LeakKey, leakTexts } from './leak-texts.ts';
import type { Learned } from './report.ts';

export { leakTests, type LeakTest } from './leak-tests.ts';
export { leakKeys, leakTexts } from './leak-texts.ts';
export type { LeakContext, LeakKey, LeakPolicy, LeakStage, LeakText } from './leak-texts.ts';

type Row = readonly [party: string, key: LeakKey];

/**
 * Every line of the leak table, in the order in which the job runs.
 *
 * @throws RangeError when there is no feature party, or when a data party is its own helper: both make the table untrue.
 */
export function learnedTable(context: LeakContext): Learned[] {
  check(context);
  const modelRows =
    context.model === 'gbdt'
      ? forestRows(context)
      : [
          ...binningRows(context),
          ...selectRows(context),
          ...trainRows(context),
          ...evaluateRows(context),
          ...serveRows(context),
        ];
  const rows = [...jobRows(context), ...alignRows(context), ...splitRows(context), ...modelRows];
  return rows.map(([party, what]) => {
    const text = leakTexts[what];
    return { party, stage: text.stage, what, en: text.en(context), zh: text.zh(context) };
  });
}

function check(context: LeakContext): void {
  if (context.featureParties.length === 0) throw new RangeError('a joint model has at least one feature party');
  const parties = dataParties(context);
  if (new Set(parties).size !== parties.length) throw new RangeError('a party appears twice');
  if (context.profile === 'aided' && parties.includes(helperOf(context))) {
    throw new RangeError('the helper is never a data party of the project');
  }
}

function dataParties(context: LeakContext): string[] {
  return [context.labelParty, ...context.featureParties];
}

function helperOf(context: LeakContext): string {
  return context.helper ?? context.coordinator;
}

function each(parties: readonly string[], key: LeakKey): Row[] {
  return parties.map((party) => [party, key]);
}

/** The helper exists only in `aided`; in `blind` there is nobody to learn it. */
function helper(context: LeakContext, key: LeakKey): Row[] {
  return context.profile === 'aided' ? [[helperOf(context), key]] : [];
}

function jobRows(context: LeakContext): Row[] {
  const { coordinator, labelParty, direct = [] } = context;
  const own = helperOf(context) === coordinator || context.profile === 'blind' ? [] : [helperOf(context)];
  const everyone = [...dataParties(context), coordinator, ...own];
  return [
    ...each(everyone, 'job.published'),
    ...(direct.length === 0 ? [] : each(everyone, 'job.addresses')),
    [coordinator, direct.length === 0 ? 'job.traffic' : 'job.traffic-direct'],
    [labelParty, 'job.counts'],
    ...each(dataParties(context), 'job.audit-heads'),
  ];
}

function alignRows(context: LeakContext): Row[] {
  const { profile, labelParty, featureParties, join } = context;
  // ECDH-PSI sends whole masked sets from party to party, and the label party alone compares them.
  const sizes = profile === 'blind' ? each(dataParties(context), 'align.sizes') : [];
  const labelCompares: Row[] = profile === 'blind' && featureParties.length > 1 ? [[labelParty, 'align.pairs']] : [];
  if (join === 'inner') {
    return [
      ...each(dataParties(context), 'align.common-ids'),
      ...sizes,
      ...labelCompares,
      ...helper(context, 'align.helper'),
    ];
  }
  // In `aided` it is not told, but rows that a party lacks all show the same part of the score.
  const oneToOne: Row[] = profile === 'aided' || featureParties.length === 1 ? [[labelParty, 'align.left-label']] : [];
  return [
    ...each(featureParties, 'align.left-feature'),
    ...oneToOne,
    ...sizes,
    ...labelCompares,
    ...helper(context, 'align.helper'),
  ];
}

function splitRows({ featureParties, split = 'random' }: LeakContext): Row[] {
  switch (split) {
    case 'none':
      return [];
    case 'random':
      return each(featureParties, 'split.random');
    case 'column':
      return each(featureParties, 'split.column');
  }
}

function binningRows(context: LeakContext): Row[] {
  const { labelParty, featureParties, policy, raw, binned = !raw } = context;
  if (!binned) return [];
  // Raw columns need no WoE, so nothing of the bins goes back beyond what `shareIv` allows.
  const back = raw ? [] : each(featureParties, policy.shareWoe ? 'binning.woe' : 'binning.merges');
  const iv = policy.shareIv ? each(featureParties, 'binning.iv') : [];
  return [[labelParty, 'binning.counts'], ...back, ...iv, ...helper(context, 'binning.helper')];
}

function selectRows(context: LeakContext): Row[] {
  const { labelParty, featureParties, correlation } = context;
  const matrix: Row[] = correlation ? [[labelParty, 'select.correlation'], ...helper(context, 'select.helper')] : [];
  return [...matrix, ...each(featureParties, 'select.dropped')];
}

function trainRows(context: LeakContext): Row[] {
  const { profile, labelParty, correlation, raw } = context;
  const parties = context.trainingParties ?? dataParties(context);
  // The tangent's loss is quadratic: X'X and X'y, known from selection and binning, are all that its optimum depends on.
  const solvable = profile === 'blind' && correlation && !raw;
  return [
    ...each(parties, 'train.gradient'),
    // With two parties a total minus one's own part is the other's part.
    ...each(parties, parties.length === 2 ? 'train.gram' : 'train.totals'),
    ...(solvable ? each([labelParty], 'train.coefficients') : []),
    ...(raw ? each(parties, 'train.raw') : []),
    ...helper(context, 'train.helper'),
  ];
}

function evaluateRows(context: LeakContext): Row[] {
  const { labelParty, featureParties, coordinator, policy, model } = context;
  // Of one party with columns in the model, the sum is its part, whoever else puts in zeroes.
  const inModel = featureParties.filter((party) => context.trainingParties?.includes(party) ?? true);
  const summed = policy.shareContributions === 'sum' && inModel.length > 1;
  return [
    [labelParty, summed ? 'evaluate.contribution-sum' : 'evaluate.contribution-party'],
    ...contributionDetail(context),
    ...(model === 'scorecard' ? each(featureParties, 'evaluate.own-points') : []),
    [labelParty, 'evaluate.performance'],
    [coordinator, 'evaluate.registered'],
  ];
}

/** From the offered columns to scoring, for boosted trees. */
function forestRows(context: LeakContext): Row[] {
  const { labelParty, featureParties, coordinator, policy, serveQuota = 0 } = context;
  return [
    [labelParty, 'forest.offered'],
    [labelParty, 'forest.sums'],
    [labelParty, 'forest.sides'],
    [labelParty, 'forest.bins'],
    ...each(featureParties, 'forest.partitions'),
    ...each(featureParties, 'forest.own-splits'),
    ...helper(context, 'forest.helper'),
    ...(relaysTrees(context) ? each([coordinator], 'forest.traffic') : []),
    [labelParty, 'forest.importance'],
    ...(policy.allowExport ? each([labelParty], 'forest.export') : []),
    [labelParty, 'evaluate.performance'],
    [coordinator, 'evaluate.registered'],
    ...(serveQuota === 0
      ? []
      : [...asked(context), ...each([labelParty], 'serve.forest-sides'), ...helper(context, 'serve.helper')]),
  ];
}

/** Trees are grown between the label party and each feature party. */
function relaysTrees({ labelParty, featureParties, direct = [] }: LeakContext): boolean {
  return featureParties.some((party) => !direct.some((pair) => pair.includes(labelParty) && pair.includes(party)));
}

function asked({ labelParty, featureParties }: LeakContext): Row[] {
  return [...each(featureParties, 'serve.asked'), [labelParty, 'serve.known']];
}

/** What scoring files of applicants adds, where the policy has a quota for it. */
function serveRows(context: LeakContext): Row[] {
  const { labelParty, serveQuota = 0 } = context;
  if (serveQuota === 0) return [];
  return [...asked(context), [labelParty, servedPoints(context)], ...helper(context, 'serve.helper')];
}

function servedPoints({ featureParties, trainingParties, policy }: LeakContext): LeakKey {
  const inModel = featureParties.filter((party) => trainingParties?.includes(party) ?? true);
  switch (policy.shareContributions) {
    case 'sum':
      return inModel.length > 1 ? 'serve.points-sum' : 'serve.points-party';
    case 'party':
    case 'dimension':
      return 'serve.points-party';
    case 'feature':
      return 'serve.points-feature';
  }
}

function contributionDetail({ labelParty, policy }: LeakContext): Row[] {
  switch (policy.shareContributions) {
    case 'sum':
    case 'party':
      return [];
    case 'dimension':
      return [[labelParty, 'evaluate.dimensions']];
    case 'feature':
      return [[labelParty, 'evaluate.feature-points']];
  }
}
