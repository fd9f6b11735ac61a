/**
 * Joint boosted trees on real processes, in both profiles, beside the plaintext trainer, LightGBM and XGBoost on the pooled
 * table with the same bins, depth, trees and learning rate, in one run:
 *
 *   npm run bench -- trees                              default-credit (../shared/data, else generated 30,000 x 24)
 *   npm run bench -- trees --case small --case large    generated 284,807 x 30; 1,000,000 x 100; or ROWSxCOLUMNS
 *   npm run bench -- trees --profile aided              or blind, or none; both by default
 *   npm run bench -- trees --mbit 100 --delay 10        parties at so many Mbit/s and ms from each other
 *   npm run bench -- trees --deal-ahead                 aided also with the material dealt in a job of its own before
 *   npm run bench -- trees --direct                     parties connected without the coordinator between them
 *
 * `--trees`, `--depth`, `--bins`, `--rate` are the model's; `--blind-trees` is how many the blind profile grows (its time a tree
 * does not change); `--runs` is how often what runs in one process is timed (the least counts); `--json` prints everything.
 */
import { parseArgs } from 'node:util';
import { metricsOf, scoreLevels } from '@coscore/models';
import { joinBins } from '@coscore/models/gbdt/join-bins.ts';
import { localSource } from '@coscore/models/gbdt/local-source.ts';
import { defaultGbdt, type GbdtOptions } from '@coscore/models/gbdt/options.ts';
import { threadedSource } from '@coscore/models/gbdt/threaded-source.ts';
import { trainForest } from '@coscore/models/gbdt/train-forest.ts';
import { calibrate, predict, type MachineRates, type PlanShape } from '@coscore/party-node/plan/index.ts';
import type { LinkShape } from './support/shaped-link.ts';
import { pooled, treeCase, type Pooled, type PooledOptions, type TreeCase } from './support/tree-data.ts';
import { runTreeLab, type LabRun } from './support/tree-lab.ts';
import { measureOnline, type Online } from './support/tree-online.ts';
import { runRivals, type Rival } from './support/tree-rivals.ts';

type Profile = 'aided' | 'blind';
/** A profile, and whether the material was dealt before. */
type Way = Profile | 'aided, dealt ahead';

interface Settings {
  readonly trees: number;
  readonly blindTrees: number;
  readonly depth: number;
  readonly bins: number;
  readonly learningRate: number;
  readonly runs: number;
  readonly profiles: readonly Profile[];
  readonly dealAhead: boolean;
  /** Parties are connected past the coordinator. */
  readonly direct: boolean;
  readonly line: LinkShape | undefined;
}

interface Plaintext {
  readonly seconds: number;
  readonly testAuc: number;
  readonly trainAuc: number;
  readonly peakMb: number;
}

interface Joint {
  /** What `coscore job plan` says of it; of dealing and training together, so not where they are apart. */
  readonly planned?: { readonly trainSeconds: number; readonly peakMb: Readonly<Record<string, number>> };
  /** [s] of the job that dealt ahead. */
  readonly dealSeconds?: number;
  readonly trees: number;
  readonly trainSeconds: number;
  readonly secondsATree: number;
  readonly testAuc: number;
  readonly stages: Readonly<Record<string, number>>;
  readonly cpuSeconds: Readonly<Record<string, number>>;
  readonly peakMb: Readonly<Record<string, number>>;
  /** By `from > to`, in stage `train`. */
  readonly links: Readonly<Record<string, { readonly bytesARowAndTree: number; readonly messagesATree: number }>>;
}

interface TreesCase {
  readonly name: string;
  readonly rows: number;
  readonly trainRows: number;
  readonly columns: readonly number[];
  readonly settings: Settings;
  readonly plaintext: Plaintext;
  readonly rivals: Readonly<Record<string, Rival>>;
  readonly joint: Readonly<Partial<Record<Way, Joint>>>;
  /** Aided, over bare loopback TCP, the material dealt before. */
  readonly online: Online | undefined;
}

/** As recipes have them by default; written out because the rivals and the plaintext trainer need them too. */
const SPLIT = { test: 0.3, seed: 7, stratify: true };
const FLOORS = { minRowsPerBin: 50, minRowsPerNodeBin: 20, rare: 0.01 };
const THREADS = 2;

const recipeOf = (profile: Profile, { files }: TreeCase, settings: Settings): string => `
name: bench
profile: ${profile}
${profile === 'aided' ? 'helper: dealer' : ''}
parties:
  bank: { role: label, data: ${files[0]}, id: id, label: y }
  platform: { role: feature, data: ${files[1]}, id: id }
split: { test: ${SPLIT.test}, seed: ${SPLIT.seed}, stratify: ${SPLIT.stratify} }
features: { bins: ${settings.bins}, rare: ${FLOORS.rare} }
model:
  kind: gbdt
  trees: ${profile === 'blind' ? settings.blindTrees : settings.trees}
  depth: ${settings.depth}
  learningRate: ${settings.learningRate}
  lambda: ${defaultGbdt.lambda}
  minChildWeight: ${defaultGbdt.minChildWeight}
  minRowsPerLeaf: ${defaultGbdt.minRowsPerLeaf}
policy: { minRowsPerBin: ${FLOORS.minRowsPerBin}, minRowsPerNodeBin: ${FLOORS.minRowsPerNodeBin} }
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      case: { type: 'string', multiple: true, default: ['default-credit'] },
      profile: { type: 'string', default: 'both' },
      trees: { type: 'string', default: '50' },
      'blind-trees': { type: 'string', default: '5' },
      depth: { type: 'string', default: '5' },
      bins: { type: 'string', default: '32' },
      rate: { type: 'string', default: '0.1' },
      runs: { type: 'string', default: '5' },
      mbit: { type: 'string' },
      delay: { type: 'string', default: '10' },
      'deal-ahead': { type: 'boolean', default: false },
      direct: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const settings: Settings = {
    trees: whole('trees', values.trees),
    blindTrees: Math.min(whole('blind-trees', values['blind-trees']), whole('trees', values.trees)),
    depth: whole('depth', values.depth),
    bins: whole('bins', values.bins),
    learningRate: Number(values.rate),
    runs: whole('runs', values.runs),
    profiles: profilesOf(values.profile),
    dealAhead: values['deal-ahead'],
    direct: values.direct,
    // Two lines lie between two parties: each has the whole bandwidth and half the delay.
    line:
      values.mbit === undefined
        ? undefined
        : { bitsPerSecond: Number(values.mbit) * 1e6, delayMs: Number(values.delay) / 2 },
  };
  // The slow line stands before the coordinator, and a direct connection would go past it.
  if (settings.direct && settings.line !== undefined) throw new Error('--direct and --mbit do not go together');
  const rates = settings.profiles.length === 0 ? undefined : await calibrate('okamoto-uchiyama');
  const cases: TreesCase[] = [];
  for (const name of values.case) {
    const tables = await treeCase(name);
    try {
      cases.push(await measure(tables, settings, rates));
    } finally {
      await tables.remove();
    }
    if (!values.json) print(cases.at(-1)!);
  }
  if (values.json) console.log(JSON.stringify({ bench: 'trees', cases }, null, 2));
}

function whole(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`--${name} is a whole number above 0, not ${text}`);
  return value;
}

function profilesOf(text: string): readonly Profile[] {
  switch (text) {
    case 'both':
      return ['aided', 'blind'];
    case 'aided':
    case 'blind':
      return [text];
    case 'none':
      return [];
    default:
      throw new Error(`--profile is aided, blind, both or none, not ${text}`);
  }
}

async function measure(tables: TreeCase, settings: Settings, rates: MachineRates | undefined): Promise<TreesCase> {
  const runs = new Map<Profile, LabRun>();
  // First, while this process is small: the nodes get the machine's memory.
  for (const profile of settings.profiles)
    runs.set(
      profile,
      await runTreeLab(recipeOf(profile, tables, settings), tables.dir, {
        line: settings.line,
        direct: settings.direct,
      }),
    );
  const ahead =
    settings.dealAhead && settings.profiles.includes('aided')
      ? await runTreeLab(recipeOf('aided', tables, settings), tables.dir, {
          line: settings.line,
          direct: settings.direct,
          dealAhead: true,
        })
      : undefined;
  const wanted: PooledOptions = { bins: settings.bins, split: SPLIT, ...FLOORS };
  const table = await pooled(tables, wanted);
  const options = modelOf(settings);
  const trainRows = table.train.reduce((sum, bit) => sum + bit, 0);
  const joint: Partial<Record<Way, Joint>> = {};
  for (const [profile, run] of runs)
    joint[profile] = jointOf(run, plannedOf(profile, table, trainRows, run.report.forest.grown, settings, rates!));
  if (ahead !== undefined) joint['aided, dealt ahead'] = jointOf(ahead);
  return {
    name: tables.name,
    rows: table.rows,
    trainRows,
    columns: table.parties.map(({ features }) => features.length),
    settings,
    plaintext: await plaintext(table, options, settings.runs),
    rivals: rivals(table, settings),
    joint,
    online: settings.profiles.includes('aided') ? measureOnline(table, options, FLOORS.minRowsPerNodeBin) : undefined,
  };
}

const modelOf = ({ trees, depth, learningRate }: Settings): GbdtOptions => ({
  ...defaultGbdt,
  trees,
  depth,
  learningRate,
  seed: 1,
});

function plannedOf(
  profile: Profile,
  { rows, parties }: Pooled,
  counted: number,
  trees: number,
  settings: Settings,
  rates: MachineRates,
): NonNullable<Joint['planned']> {
  const [label, ...features] = parties.map((one) => ({ party: one.party, bins: one.features.map(({ bins }) => bins) }));
  const shape: PlanShape = {
    ...{ rows, counted, label: label!, features, coordinator: 'coordinator', helper: 'dealer' },
    ...{ trees, depth: settings.depth, leaves: 0, columnSample: 1, additive: 'okamoto-uchiyama' },
  };
  const { bitsPerSecond = Infinity, delayMs = 0 } = settings.line ?? {};
  const line = { bitsPerSecond, delaySeconds: (2 * delayMs) / 1000 };
  const { trainSeconds, memory } = predict(shape, rates, { line, together: true }, profile);
  const peakMb = Object.fromEntries(Object.entries(memory).map(([of, bytes]) => [of, Math.round(bytes / 2 ** 20)]));
  return { trainSeconds, peakMb };
}

function jointOf(
  { report, trainCpuSeconds, peakMb, trainLinks, dealSeconds }: LabRun,
  planned?: NonNullable<Joint['planned']>,
): Joint {
  const stages = Object.fromEntries(report.stages.map(({ name, seconds }) => [name, seconds]));
  const trees = report.forest.grown;
  const rows = report.rowsAligned;
  return {
    ...(planned === undefined ? {} : { planned }),
    ...(dealSeconds === undefined ? {} : { dealSeconds }),
    trees,
    trainSeconds: stages['train']!,
    secondsATree: stages['train']! / trees,
    testAuc: report.metrics.test!.auc,
    stages,
    cpuSeconds: trainCpuSeconds,
    peakMb,
    links: Object.fromEntries(
      Object.entries(trainLinks).map(([link, { bytes, messages }]) => [
        link,
        { bytesARowAndTree: bytes / rows / trees, messagesATree: messages / trees },
      ]),
    ),
  };
}

/** Cells of one party above which two threads are faster than one. */
const THREADED_FROM = 2 ** 24;
/** As many as LightGBM and XGBoost get. */
const RIVAL_THREADS = 2;

/** The trainer's own time, the columns in place; the disclosure floor joins bins as the feature party would. */
async function plaintext(
  { rows, labels, train, parties }: Pooled,
  options: GbdtOptions,
  runs: number,
): Promise<Plaintext> {
  let seconds = Infinity;
  let scores = new Float64Array(0);
  for (let run = 0; run < runs; run++) {
    await using threads = new AsyncDisposableStack();
    const sources = parties.map(({ party, features, codes }, i) => {
      const columns = { party, features, codes, rows };
      const floor = i === 0 ? undefined : FLOORS.minRowsPerNodeBin;
      if (rows * features.length >= THREADED_FROM)
        return threads.use(threadedSource({ ...columns, floor, threads: RIVAL_THREADS }));
      return localSource({ ...columns, joinBins: floor === undefined ? undefined : joinBins(floor) });
    });
    const start = performance.now();
    const trained = await trainForest({ sources, labels, training: train, options, trainingLoss: false });
    seconds = Math.min(seconds, (performance.now() - start) / 1000);
    scores = Float64Array.from(trained.scores);
  }
  const auc = (wanted: number): number => {
    const chosen = [...train.keys()].filter((row) => train[row] === wanted);
    const of = <T extends Uint8Array | Float64Array>(all: T, into: T): T => {
      chosen.forEach((row, i) => (into[i] = all[row]!));
      return into;
    };
    const sample = scoreLevels(of(labels, new Uint8Array(chosen.length)), of(scores, new Float64Array(chosen.length)));
    return metricsOf(sample).auc;
  };
  return { seconds, testAuc: auc(0), trainAuc: auc(1), peakMb: process.resourceUsage().maxRSS / 1024 };
}

function rivals({ labels, train, parties }: Pooled, settings: Settings): Readonly<Record<string, Rival>> {
  const { trees, depth, learningRate, runs } = settings;
  const { lambda, minChildWeight, minRowsPerLeaf } = defaultGbdt;
  const missing = parties.flatMap(({ features }) => features.map(({ missingBin }) => missingBin));
  return runRivals(
    { trees, depth, learningRate, lambda, minChildWeight, minRowsPerLeaf, threads: THREADS, runs, missing },
    { codes: parties.flatMap(({ codes }) => codes), labels, train },
  );
}

function print({
  name,
  rows,
  trainRows,
  columns,
  settings,
  plaintext: plain,
  rivals: beside,
  joint,
  online,
}: TreesCase): void {
  const { trees, depth, bins, learningRate, line } = settings;
  const row = (what: string, value: string): void => console.log(`  ${what.padEnd(34)} ${value}`);
  console.log(
    `trees, ${name}: ${rows} rows (${trainRows} train), ${columns.join(' + ')} columns, depth ${depth}, ${bins} bins, rate ${learningRate}`,
  );
  const lightgbm = beside['lightgbm'];
  const against = (seconds: number): string =>
    lightgbm === undefined ? '' : `, ${(seconds / lightgbm.seconds).toFixed(1)} x LightGBM`;
  for (const [library, { version, seconds, testAuc, peakMb }] of Object.entries(beside)) {
    row(
      `${library} ${version}, ${THREADS} threads`,
      `${trees} trees ${seconds.toFixed(3)} s, ${perTree(seconds / trees)}, test AUC ${testAuc?.toFixed(4) ?? '-'}, ${peakMb.toFixed(0)} MB`,
    );
  }
  row(
    'plaintext, pooled, one process',
    `${trees} trees ${plain.seconds.toFixed(3)} s, ${perTree(plain.seconds / trees)}${against(plain.seconds)}, test AUC ${plain.testAuc.toFixed(4)}, ${plain.peakMb.toFixed(0)} MB`,
  );
  if (online !== undefined)
    row(
      'aided, bare TCP, dealt before',
      `${online.trees} trees, exchange ${perTree(online.onlineSecondsATree)}${against(online.onlineSecondsATree * trees)}, dealing ${perTree(online.dealingSecondsATree)}`,
    );
  for (const [profile, result] of Object.entries(joint)) {
    const where =
      line === undefined ? 'loopback' : `${line.bitsPerSecond / 1e6} Mbit/s, ${line.delayMs * 2} ms between parties`;
    row(
      `${profile}, ${where}`,
      `${result.trees} trees ${result.trainSeconds.toFixed(2)} s, ${perTree(result.secondsATree)}${against(result.secondsATree * trees)}, test AUC ${result.testAuc.toFixed(4)}`,
    );
    const inWords = (values: Readonly<Record<string, number>>, digits: number, unit: string): string =>
      Object.entries(values)
        .map(([of, value]) => `${of} ${value.toFixed(digits)}`)
        .join(', ') + ` ${unit}`;
    const { planned, dealSeconds } = result;
    if (planned !== undefined)
      row(
        '  planned',
        `${planned.trainSeconds.toFixed(2)} s, ${(planned.trainSeconds / result.trainSeconds).toFixed(2)} of that; ${inWords(planned.peakMb, 0, 'MB')}`,
      );
    if (dealSeconds !== undefined) row('  dealt before, in', `${dealSeconds.toFixed(2)} s`);
    row('  stages', inWords(result.stages, 2, 's'));
    row('  processor in training', inWords(result.cpuSeconds, 2, 's'));
    row('  peak memory', inWords(result.peakMb, 0, 'MB'));
    for (const [link, { bytesARowAndTree, messagesATree }] of Object.entries(result.links))
      row(
        `  ${link}`,
        `${bytesARowAndTree.toFixed(2)} bytes a row and tree, ${messagesATree.toFixed(1)} messages a tree`,
      );
  }
}

const perTree = (seconds: number): string => `${(seconds * 1000).toFixed(1)} ms a tree`;

await main();
