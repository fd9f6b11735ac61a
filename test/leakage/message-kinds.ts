/**
 * Every kind of message between the participants of a job, and what it tells its receiver: a line of the leak catalogue, or
 * nothing because its content is hidden from that receiver (and where that is shown), or nothing but what was agreed.
 * A kind that is not here fails the test: a new message has to say what it gives away before it may cross.
 */
import type { LeakKey } from '@coscore/models/evaluate/leaks.ts';

export type Receiver = 'label' | 'feature' | 'helper';

export type Told =
  /** Lines of the leak catalogue, of which at least one applies to the receiver. */
  | { readonly learns: readonly LeakKey[] }
  /** Uniform or keyed towards the receiver: distribution.test.ts and transcripts.test.ts run the protocol. */
  | { readonly hidden: string }
  /** The same at everybody beforehand: digests, keys, sizes that follow from the recipe. */
  | { readonly agreed: string };

const hidden = (by: string): Told => ({ hidden: by });
const agreed = (what: string): Told => ({ agreed: what });
const learns = (...keys: readonly LeakKey[]): Told => ({ learns: keys });

const alignment = learns('align.common-ids', 'align.left-feature', 'align.left-label', 'align.helper');
const sizes = learns('align.sizes', 'align.helper', 'align.common-ids', 'align.left-feature');

export const messageKinds: Readonly<Record<string, Told>> = {
  terms: agreed('digest of project, job, attempt and recipe'),
  resume: agreed('which stages and iterations were reached in which attempt'),
  'resume-point': agreed('digest of the point from which all go on'),

  'align-hello': agreed('digest of the options, commitment to a random contribution'),
  'align-reveal': agreed('the contribution, opened'),
  'align-set': sizes,
  'align-tags': learns('align.helper'),
  'align-rows': alignment,
  'align-points': learns('align.sizes', 'align.pairs', 'align.common-ids', 'align.left-label'),
  'align-outcome': alignment,

  split: learns('split.random', 'split.column'),

  offering: learns('binning.counts', 'job.published', 'forest.offered'),
  'group-sum-delta': hidden('group-sum: a uniform mask'),
  'group-sum-feature': learns('binning.counts'),
  'group-sum-key': agreed('a public key of this job and the numbers agreed'),
  'group-sum-shape': learns('binning.counts'),
  'group-sum-rows': hidden('group-sum: a ciphertext a row'),
  'group-sum-sums': learns('binning.counts', 'forest.sums'),
  'bin-decisions': learns('binning.woe', 'binning.merges', 'binning.iv'),

  // Of a forest: notes name splits and rows beside the masked or encrypted column, answers hold sides, counts and sums.
  'group-sum-refine': learns('forest.partitions', 'forest.own-splits'),
  'group-sum-refined': learns('forest.sums', 'forest.sides', 'forest.bins'),
  'group-sum-refine-key': agreed('a public key of this job and the numbers agreed'),
  'group-sum-refine-turn': learns('forest.partitions', 'forest.own-splits'),
  'group-sum-refine-answer': learns('forest.sums', 'forest.sides', 'forest.bins'),
  'forest-end': learns('forest.own-splits'),
  // A digest alone where the policy keeps thresholds at their owners.
  'forest-shard': learns('forest.export', 'forest.importance'),

  candidates: learns('select.dropped'),
  'candidates-digest': agreed('digest of what the label party told'),
  selection: learns('select.dropped'),
  'selection-digest': agreed('digest of what the label party told'),
  'own-correlation': learns('select.correlation'),
  'correlation-shares': learns('select.correlation'),
  'mat-vec-opening': learns('select.correlation', 'train.gradient'),

  'mat-vec-masked': hidden('mat-vec: X under a uniform mask'),
  'mat-vec-terms': agreed('digest of the numbers agreed'),
  'mat-vec-key': agreed('a public key of this product'),
  'mat-vec-encrypted': hidden('mat-vec: a vector encrypted in chunks'),
  'mat-vec-hidden-product': hidden('mat-vec: a product under a mask uniform in every slot'),
  'mat-vec-product': learns('train.gradient', 'select.correlation'),
  'shared-sigmoid-masked': hidden('shared-sigmoid: an angle under a uniform mask'),
  'logit-seed': hidden('a seed, of which the other half is elsewhere'),
  'logit-share': hidden('a share of a partial logit'),
  'zero-sum-hello': agreed('a public key'),
  'zero-sum-vector': learns('train.totals', 'train.gram'),

  contribution: learns('evaluate.contribution-sum', 'evaluate.contribution-party'),
  scaling: learns('evaluate.own-points', 'train.gradient'),
  shard: learns('evaluate.feature-points', 'evaluate.contribution-sum', 'evaluate.contribution-party'),

  traffic: learns('job.counts'),
  'audit-head': learns('job.audit-heads'),
  'counter-signature': agreed('a signature over the own audit head'),

  'helper-call': learns('binning.helper', 'select.helper', 'train.helper', 'forest.helper'),
  'helper-grant': hidden('a fresh seed'),
  dealt: hidden('dealt randomness'),
  'deal-close': agreed('nothing more is wanted'),

  // Of batches that both ends have been dealt: which of them are still there.
  'pool-offer': agreed('names and sizes of batches dealt ahead to both'),
  'pool-answer': agreed('which of them are there at both'),
  'pool-stored': agreed('the number of a batch'),

  'score-terms': learns('serve.asked'),
  'forest-earlier': agreed('digest of the receiver’s part of the earlier forest that the recipe names'),
  'forest-reach': learns('forest.partitions', 'forest.own-splits'),
  'forest-sides': learns('forest.sides'),
  sides: learns('serve.forest-sides'),
  points: learns('serve.points-sum', 'serve.points-party', 'serve.points-feature'),
};
