/**
 * The plaintext trainer: seconds by stage on tables shaped like default-credit (30,000 rows, 13 + 10 columns), and growth
 * from n to 4n rows. It is the baseline that federated training is measured against.
 *
 *     node bench/plaintext.ts [--rows 30000] [--runs 5] [--json]
 */
import { parseArgs } from 'node:util';
import {
  defaultFeatures,
  defaultModel,
  defaultModelPolicy,
  plaintextStages,
  seededRng,
  splitRows,
  trainInPlaintext,
  type Column,
  type PlaintextParty,
  type SeededRng,
} from '@coscore/models';

interface Table {
  readonly parties: readonly PlaintextParty[];
  readonly labels: Uint8Array;
}

interface Timing {
  readonly rows: number;
  /** Median over the runs. */
  readonly seconds: Readonly<Record<string, number>>;
  readonly iterations: number;
  readonly testAuc: number;
}

/** Repayment states (few values, heavy ties), bills that move together, skewed payments with a mass at zero. */
function makeTable(rows: number, seed: number): Table {
  const rng = seededRng(seed);
  const health = gaussians(rng, rows);
  const size = gaussians(rng, rows);
  const states = (name: string): Column =>
    number(name, health, (h) => Math.max(-2, Math.min(8, Math.round(-0.8 * h + 0.6 * gaussian(rng)))));
  const bills = (name: string): Column => number(name, size, (s) => Math.exp(10 + 1.2 * s + 0.2 * gaussian(rng)));
  const payments = (name: string): Column =>
    number(name, health, (h) => (rng.next() < 0.2 ? 0 : Math.exp(7 + 0.5 * h + gaussian(rng))));
  const traits = (name: string, levels: number): Column => number(name, size, () => rng.below(levels));
  const repeat = (count: number, make: (name: string) => Column, stem: string): Column[] =>
    Array.from({ length: count }, (_, i) => make(`${stem}${i + 1}`));
  const bank = [states('late6'), ...repeat(6, bills, 'bill'), ...repeat(6, payments, 'paid')];
  const platform = [
    bills('limit'),
    traits('sex', 2),
    traits('education', 4),
    traits('marriage', 3),
    traits('age', 50),
    ...repeat(5, states, 'late'),
  ];
  return {
    parties: [
      { party: 'bank', role: 'label', frame: { rows, columns: bank } },
      { party: 'platform', role: 'feature', frame: { rows, columns: platform } },
    ],
    labels: Uint8Array.from(health, (h) => Number(rng.next() < 1 / (1 + Math.exp(1.5 + 0.9 * h)))),
  };
}

function number(name: string, from: Float64Array, value: (x: number) => number): Column {
  return { kind: 'number', name, values: from.map(value) };
}

function gaussians(rng: SeededRng, rows: number): Float64Array {
  return Float64Array.from({ length: rows }, () => gaussian(rng));
}

/** Box-Muller. */
function gaussian(rng: SeededRng): number {
  return Math.sqrt(-2 * Math.log(1 - rng.next())) * Math.cos(2 * Math.PI * rng.next());
}

async function time(rows: number, runs: number): Promise<Timing> {
  const { parties, labels } = makeTable(rows, 20260721);
  const train = splitRows({ labels, test: 0.3, seed: 7, stratify: true });
  const samples: Record<string, number>[] = [];
  let outcome = { iterations: 0, testAuc: 0 };
  for (let run = 0; run < runs; run++) {
    const seconds: Record<string, number> = Object.fromEntries(plaintextStages.map((stage) => [stage, 0]));
    let [stage, since] = ['', performance.now()];
    const mark = (next: string): void => {
      const now = performance.now();
      if (stage !== '') seconds[stage]! += (now - since) / 1000;
      [stage, since] = [next, now];
    };
    const { fit, evaluation } = await trainInPlaintext({
      parties,
      labels,
      train,
      features: { ...defaultFeatures, bins: 10, merge: 'none' },
      model: { ...defaultModel, tolerance: 0 },
      policy: defaultModelPolicy,
      onStage: mark,
    });
    mark('');
    samples.push(seconds);
    outcome = { iterations: fit.iterations, testAuc: evaluation.test!.metrics.auc };
  }
  const seconds = Object.fromEntries(
    plaintextStages.map((stage) => [stage, median(samples.map((each) => each[stage]!))]),
  );
  return { rows, seconds: { ...seconds, total: median(samples.map(total)) }, ...outcome };
}

function total(seconds: Record<string, number>): number {
  return Object.values(seconds).reduce((sum, value) => sum + value, 0);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

const { values: args } = parseArgs({
  options: {
    rows: { type: 'string', default: '30000' },
    runs: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
  },
});
const rows = Number(args.rows);
const timings = [await time(rows, Number(args.runs)), await time(4 * rows, Number(args.runs))];
const growth = timings[1]!.seconds['total']! / timings[0]!.seconds['total']!;
if (args.json) console.log(JSON.stringify({ timings, growth }));
else {
  for (const { rows: n, seconds, iterations, testAuc } of timings) {
    const stages = Object.entries(seconds).map(([stage, value]) => `${stage} ${value.toFixed(3)} s`);
    console.log(`${n} rows x 23, ${iterations} iterations, test AUC ${testAuc.toFixed(3)}: ${stages.join(', ')}`);
  }
  console.log(`4 times the rows take ${growth.toFixed(2)} times as long`);
}
