/**
 * The tests that show what the leak catalogue says: for each entry, that it is what is learned and that it is all. A file and
 * the title of a test in it; test/leakage/catalogue.test.ts checks that both exist. A new entry does not compile without one.
 */
import type { LeakKey } from './leak-texts.ts';

export interface LeakTest {
  /** From the root of the repository. */
  readonly file: string;
  /** As the test is called in the file. */
  readonly title: string;
}

const LEARNED = 'test/leakage/learned.test.ts';
const PROCESSES = 'test/leakage/processes.test.ts';
const TRANSCRIPTS = 'test/leakage/transcripts.test.ts';
const ALIGN = 'protocols/align/align.test.ts';
const ISOLATION = 'test/leakage/attacks/row-isolation.test.ts';
const DECODING = 'test/leakage/attacks/score-decoding.test.ts';

const FOREST = 'test/leakage/forest-learned.test.ts';
const FOREST_PROCESSES = 'test/leakage/forest-processes.test.ts';
const FOREST_DECODING = 'test/leakage/attacks/forest-decoding.test.ts';
const FOREST_ISOLATION = 'test/leakage/attacks/forest-isolation.test.ts';

const SCORING = 'party-node/serve/score-job.test.ts';

const at = (file: string, title: string): LeakTest => ({ file, title });
const SAME_AT_HELPER = at(TRANSCRIPTS, 'is the same to the byte for two secrets');

export const leakTests: Readonly<Record<LeakKey, readonly LeakTest[]>> = {
  'job.published': [at(LEARNED, 'job.published: names, types and a rounded number of rows')],
  'job.traffic': [at(PROCESSES, 'leaves no id of a shared firm at the coordinator, in no form')],
  'job.traffic-direct': [
    at('test/transport/direct.test.ts', 'carries everything past the coordinator, which relays no byte of it'),
  ],
  'job.addresses': [
    at('node-core/manifest/manifest.test.ts', 'names every address of a direct connection in the text that all sign'),
  ],
  'job.counts': [at(LEARNED, 'job.counts: every number to two digits')],
  'job.audit-heads': [at(LEARNED, 'job.audit-heads: a number and a digest')],

  'align.common-ids': [at(ALIGN, 'equals the plaintext inner join for 2 to 5 parties')],
  'align.sizes': [at(ALIGN, 'has a transcript whose shape is independent of which ids match')],
  'align.pairs': [at(ALIGN, 'lets nobody but the label party hold two sets under the same scalars')],
  'align.left-feature': [at(ALIGN, 'equals the plaintext left join for 2 to 5 parties')],
  'align.left-label': [at(ALIGN, 'hides in a left join how many label rows lie between two matches')],
  'align.helper': [at(ALIGN, 'shows the helper only sorted tags, and another set of them every run')],

  'split.random': [at('test/leakage/split.test.ts', 'ranks no bads for who knows ids, seed, totals and split')],
  'split.column': [at(LEARNED, 'split.random, split.column: one bit a common row')],

  'binning.counts': [
    at(LEARNED, 'binning.counts: numbered bins without cut points or levels, none below the floor'),
    at(ISOLATION, 'hold many rows, of a $kind too'),
  ],
  'binning.woe': [
    at(LEARNED, 'binning.woe: WoE to two decimals, of bins that hold enough'),
    at('test/leakage/attacks/re-binning.test.ts', 'gets one binning a project, and no firm stands between two cuts'),
  ],
  'binning.merges': [at(LEARNED, 'binning.merges: without shared WoE no decision is sent, and the job ends')],
  'binning.iv': [at(LEARNED, 'binning.iv: sent where the policy has it, and only there')],
  'binning.helper': [SAME_AT_HELPER],

  'select.correlation': [at(LEARNED, 'select.correlation: a matrix over published names, at the label party only')],
  'select.dropped': [at(LEARNED, 'select.dropped: own columns, numbers of columns, own bound')],
  'select.helper': [SAME_AT_HELPER],

  'train.gradient': [
    at(LEARNED, 'train.gradient: everything that training sends a party is uniform to it, but for the opened product'),
    at('test/leakage/distribution.test.ts', 'shows no receiver which of two secrets went in'),
    at(
      'test/leakage/attacks/gradient-parts.test.ts',
      'say nothing of the label party’s residual or of another party’s score',
    ),
  ],
  'train.gram': [at(LEARNED, 'train.gram: with two parties the vectors of inner products travel as they are')],
  'train.coefficients': [
    at('test/leakage/attacks/coefficients.test.ts', 'give the label party every coefficient of blind training'),
  ],
  'train.totals': [at(LEARNED, 'train.totals: with three parties each vector is masked')],
  'train.raw': [at(ISOLATION, 'are refused before a byte leaves')],
  'train.helper': [SAME_AT_HELPER],

  'evaluate.contribution-sum': [at(LEARNED, 'evaluate.contribution-sum: masked parts whose sum alone is small')],
  'evaluate.contribution-party': [
    at(LEARNED, 'evaluate.contribution-party: one party’s part, in steps of 1/32'),
    at(DECODING, 'names hardly any firm’s bins'),
  ],
  'evaluate.dimensions': [at(LEARNED, 'evaluate.dimensions: no recipe can ask for it yet')],
  'evaluate.feature-points': [at(LEARNED, 'evaluate.feature-points: shown at that setting, and at no other')],
  'evaluate.own-points': [at(LEARNED, 'evaluate.own-points: three numbers')],
  'evaluate.performance': [at(LEARNED, 'evaluate.performance: the report stays at the label party')],
  'evaluate.registered': [
    at('test/e2e/score.test.ts', 'registers the model at the coordinator by metrics and digests, and never a weight'),
  ],

  'serve.asked': [at(SCORING, 'tells a feature party which of its rows were asked about, and nothing after that')],
  'serve.known': [
    at(SCORING, 'adds the points of all parties for rows that all of them have, in the order of the file'),
  ],
  'serve.points-sum': [at(SCORING, 'hides each of two feature parties inside their sum')],
  'serve.points-party': [at(SCORING, 'shows contributions by %s')],
  'serve.points-feature': [at(SCORING, 'shows contributions by %s')],
  'serve.helper': [at(SCORING, 'shows the helper tags and no points')],

  'forest.offered': [at(FOREST, 'forest.offered: numbers of bins, and neither cut points nor levels')],
  'forest.sums': [
    at(FOREST, 'forest.sums: no joined bin below the floor, exact counts in aided only'),
    at(FOREST_ISOLATION, 'are refused a node of few rows before a sum leaves'),
  ],
  'forest.sides': [at(FOREST, 'forest.sides: a bit for each row of a node that is split, and 0 for all others')],
  'forest.bins': [
    at(FOREST_DECODING, 'name the bin of most rows in the columns that trees use'),
    at(FOREST, 'forest.bins: ends a job at the number of sums that was signed'),
  ],
  'forest.partitions': [
    at(FOREST, 'forest.partitions: what a feature party is sent is the same for labels that part rows alike'),
  ],
  'forest.own-splits': [at(FOREST, 'forest.own-splits: names own columns only')],
  'forest.helper': [
    at(FOREST, 'forest.helper: what it is sent is the same to the byte for two sets of labels'),
    at(
      'test/resume/deal-ahead.test.ts',
      'asks the helper for nothing, grows the same forest, and leaves no trace of the material',
    ),
  ],
  'forest.traffic': [
    at(
      FOREST,
      'forest.traffic: sizes follow the nodes that a step makes and measures, and not whose columns part them',
    ),
  ],
  'forest.importance': [at(FOREST, 'forest.importance: by published names, in the report of the label party')],
  'forest.export': [
    at(FOREST, 'forest.export: cut points leave where the policy allows it, and only there'),
    at(FOREST_PROCESSES, 'shows the label party the categories of the others, and no number, id or label of a row'),
  ],
  'serve.forest-sides': [at(FOREST, 'serve.forest-sides: a bit for every own split of an applicant, and no bin')],
};
