/**
 * The joint scorecard on real processes against the same recipe on the pooled table in one process, in one run:
 *
 *   npm run bench -- scorecard                 default-credit (../shared/data, else generated 30,000 x 23)
 *   npm run bench -- scorecard --rows 300000 --columns 60
 *   npm run bench -- scorecard --grow 75000 --columns 60       n, 2n and 4n rows: is time linear?
 *   npm run bench -- scorecard --profile blind                 any of these without a helper; `aided` by default
 */
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Lab } from 'coscore/lab/lab.ts';
import { takeRows } from '@coscore/models/data/frame.ts';
import type { Report } from '@coscore/models/evaluate/report.ts';
import { trainInPlaintext, type PlaintextResult } from '@coscore/models/scorecard/plaintext.ts';
import { readRecipe, type Recipe } from '@coscore/node-core/recipe/index.ts';
import { readTable } from '@coscore/party-node/data/index.ts';
import { privateSplit } from '@coscore/party-node/stages/private-split.ts';
import { normaliseId } from '@coscore/protocols/align/index.ts';
import { featureOptions } from '@coscore/party-node/stages/model-options.ts';
import { writeTables } from './support/economy-tables.ts';

interface Case {
  /** As the report says it ran. */
  readonly profile: Profile;
  readonly rows: number;
  readonly columns: number;
  readonly rowsAligned: number;
  readonly stages: Readonly<Record<string, number>>;
  readonly megabytes: number;
  /** Seconds of the plaintext trainer's steps on the pooled table, the least of several runs. */
  readonly plaintext: Readonly<Record<string, number>>;
  readonly trainRatio: number;
  readonly afterAlignRatio: number;
  readonly testAuc: { readonly joint: number; readonly plaintext: number; readonly alone: number };
  readonly largestCoefficientDifference: number;
  /** Peak resident memory of each process, MB. */
  readonly peakMegabytes: Readonly<Record<string, number>>;
}

type Profile = 'aided' | 'blind';

const RECIPE = (profile: Profile, files: readonly [string, string]): string => `
name: bench
profile: ${profile}
parties:
  bank: { role: label, data: ${files[0]}, id: id, label: y }
  platform: { role: feature, data: ${files[1]}, id: id }
split: { test: 0.3, seed: 7, stratify: true }
features: { bins: 10, merge: none }
model: { kind: scorecard, l2: 0.001, iterations: 30 }
policy: { shareContributions: feature }
`;

const SHARED = join(import.meta.dirname, '../../shared/data/default-credit');
const PLAINTEXT_RUNS = 5;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rows: { type: 'string' },
      columns: { type: 'string' },
      grow: { type: 'string' },
      profile: { type: 'string', default: 'aided' },
      json: { type: 'boolean' },
    },
  });
  const { profile } = values;
  if (profile !== 'aided' && profile !== 'blind') throw new Error(`--profile is aided or blind, not ${profile}`);
  const columns = Number(values.columns ?? 60);
  const cases: Case[] = [];
  if (values.grow !== undefined)
    for (const factor of [1, 2, 4]) cases.push(await generated(profile, Number(values.grow) * factor, columns));
  else if (values.rows !== undefined) cases.push(await generated(profile, Number(values.rows), columns));
  else
    cases.push(
      existsSync(SHARED)
        ? await measure(SHARED, RECIPE(profile, ['default_credit_hetero_guest.csv', 'default_credit_hetero_host.csv']))
        : await generated(profile, 30_000, 24),
    );
  if (values.json === true) console.log(JSON.stringify({ bench: 'scorecard', cases }, null, 2));
  else for (const result of cases) print(result);
}

async function generated(profile: Profile, rows: number, columns: number): Promise<Case> {
  const dir = await mkdtemp(join(tmpdir(), 'coscore-bench-'));
  try {
    await writeTables(dir, { rows, columns: columns / 2 });
    return await measure(dir, RECIPE(profile, ['label.parquet', 'feature.parquet']));
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function measure(dataDir: string, text: string): Promise<Case> {
  const work = await mkdtemp(join(tmpdir(), 'coscore-bench-'));
  try {
    const recipePath = join(work, 'recipe.yaml');
    await writeFile(recipePath, text);
    const recipe = await readRecipe(recipePath);
    const { report, peakMegabytes } = await runLab(recipe, recipePath, dataDir);
    const { seconds, result, rows, columns } = await plaintext(recipe, dataDir);
    return compare(report, peakMegabytes, seconds, result, rows, columns);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function runLab(
  recipe: Recipe,
  recipePath: string,
  dataDir: string,
): Promise<{ report: Report; peakMegabytes: Record<string, number> }> {
  const lab = await Lab.start({ recipe, recipePath, dataDir });
  try {
    await lab.addData();
    const job = await lab.run(await lab.propose());
    const saved = await lab.saveReports(job.id, join(lab.home, 'out'));
    const nodes = [lab.coordinator, ...lab.parties.values()];
    const peakMegabytes = Object.fromEntries(nodes.map((node) => [node.id, peakOf(node.process.pid)]));
    return { report: JSON.parse(readFileSync(saved['report.json'], 'utf8')) as Report, peakMegabytes };
  } finally {
    await lab.stop();
    await lab.removeState();
  }
}

function peakOf(pid: number): number {
  const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}

async function plaintext(
  recipe: Recipe,
  dataDir: string,
): Promise<{ seconds: Record<string, number>; result: PlaintextResult; rows: number; columns: number }> {
  const [bank, platform] = [recipe.parties['bank']!, recipe.parties['platform']!];
  if (
    bank.role !== 'label' ||
    (recipe.model.kind !== 'scorecard' && recipe.model.kind !== 'logistic') ||
    'column' in recipe.split
  )
    throw new Error('not the bench recipe');
  const left = await readTable(join(dataDir, bank.data), { id: bank.id, label: bank.label });
  const right = await readTable(join(dataDir, platform.data), { id: platform.id });
  const at = new Map(right.ids.map((id, row) => [id, row]));
  const frame = takeRows(
    right.frame,
    Int32Array.from(left.ids, (id) => at.get(id)!),
  );
  const train = privateSplit(
    { ids: left.ids.map((id) => normaliseId(id)), labels: left.labels!, frame: left.frame },
    recipe.split,
  );
  const least: Record<string, number> = {};
  let result: PlaintextResult | undefined;
  for (let run = 0; run < PLAINTEXT_RUNS; run++) {
    const marks: [string, number][] = [];
    result = await trainInPlaintext({
      parties: [
        { party: 'bank', role: 'label', frame: left.frame },
        { party: 'platform', role: 'feature', frame },
      ],
      labels: left.labels!,
      train,
      features: featureOptions(recipe),
      model: recipe.model,
      policy: recipe.policy,
      onStage: (stage) => marks.push([stage, performance.now()]),
    });
    marks.push(['end', performance.now()]);
    const seconds: Record<string, number> = {};
    marks
      .slice(0, -1)
      .forEach(([stage, start], i) => (seconds[stage] = (seconds[stage] ?? 0) + (marks[i + 1]![1] - start) / 1000));
    for (const [stage, value] of Object.entries(seconds)) least[stage] = Math.min(least[stage] ?? Infinity, value);
  }
  return {
    seconds: least,
    result: result!,
    rows: left.rows,
    columns: left.frame.columns.length + frame.columns.length,
  };
}

function compare(
  report: Report,
  peakMegabytes: Record<string, number>,
  seconds: Record<string, number>,
  plain: PlaintextResult,
  rows: number,
  columns: number,
): Case {
  const stages = Object.fromEntries(report.stages.map((stage) => [stage.name, stage.seconds]));
  const sum = (values: Readonly<Record<string, number>>, names: readonly string[]): number =>
    names.reduce((total, name) => total + (values[name] ?? 0), 0);
  const ours = Object.values(report.coefficients).flat();
  const theirs = plain.features.flatMap(({ coefficient }) => coefficient ?? []);
  return {
    profile: report.profile,
    rows,
    columns,
    rowsAligned: report.rowsAligned,
    stages,
    megabytes: report.links.reduce((total, { bytes }) => total + bytes, 0) / 1e6,
    plaintext: seconds,
    trainRatio: stages['train']! / seconds['train']!,
    afterAlignRatio:
      sum(stages, ['split', 'binning', 'select', 'train', 'evaluate']) / sum(seconds, Object.keys(seconds)),
    testAuc: {
      joint: report.metrics.test!.auc,
      plaintext: plain.evaluation.test!.metrics.auc,
      alone: report.labelPartyAlone.test!.auc,
    },
    largestCoefficientDifference: ours.reduce((most, { value }, i) => Math.max(most, Math.abs(value - theirs[i]!)), 0),
    peakMegabytes,
  };
}

function print(result: Case): void {
  const { profile, rows, columns, stages, plaintext, testAuc } = result;
  const row = (name: string, value: string): void => console.log(`  ${name.padEnd(34)} ${value}`);
  console.log(
    `scorecard, ${profile}, ${rows} rows x ${columns} columns, three processes and the coordinator's on this machine`,
  );
  for (const [name, seconds] of Object.entries(stages)) row(name, `${seconds.toFixed(2)} s`);
  row(
    'plaintext, pooled, one process',
    Object.entries(plaintext)
      .map(([name, seconds]) => `${name} ${seconds.toFixed(3)} s`)
      .join(', '),
  );
  const limit = profile === 'aided' ? '   (at most 30, aim 12)' : '   (train at most 60 s)';
  row('train / plaintext train', `${result.trainRatio.toFixed(1)} x${limit}`);
  row('all after align / plaintext', `${result.afterAlignRatio.toFixed(1)} x`);
  row('sent', `${result.megabytes.toFixed(1)} MB`);
  row(
    'test AUC joint, plaintext, alone',
    `${testAuc.joint.toFixed(4)}, ${testAuc.plaintext.toFixed(4)}, ${testAuc.alone.toFixed(4)}`,
  );
  row('largest coefficient difference', result.largestCoefficientDifference.toExponential(1));
  row(
    'peak memory, MB',
    Object.entries(result.peakMegabytes)
      .map(([node, megabytes]) => `${node} ${megabytes}`)
      .join(', '),
  );
}

await main();
