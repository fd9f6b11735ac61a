/**
 * Sums of a label column over a feature party's bins, in both profiles between real processes over loopback TCP, each beside the
 * plaintext loop that does the same, and how time grows from n to 4n.
 *
 *   npm run bench -- group-sum [--rows N] [--features D] [--bins B] [--paillier] [--no-growth] [--json]
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { AdditiveSchemeName } from '@coscore/crypto/he/additive-scheme.ts';
import {
  groupSumAsFeature,
  groupSumAsLabel,
  GroupSumKey,
  SealedPairs,
  type GroupSums,
} from '@coscore/protocols/group-sum/index.ts';
import { finishDeals, serveHelper } from '@coscore/protocols/helper/index.ts';
import type { PartyId, Session } from '@coscore/protocols/transport.ts';
import { listen, openSession } from './socket-session.ts';

interface Task {
  readonly profile: 'aided' | 'blind';
  readonly scheme: AdditiveSchemeName;
  readonly rows: number;
  readonly features: number;
  readonly bins: number;
}

interface Plan extends Task {
  readonly self: string;
  readonly names: readonly string[];
  readonly ports: readonly number[];
}

interface Outcome {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMb: number;
  /** [MB] to each other participant. */
  readonly sentMb: Readonly<Record<string, number>>;
  /** At the label party: the sums, to compare with the plaintext ones. */
  readonly sums?: readonly { readonly g: number[]; readonly h: number[] }[];
}

export interface GroupSumCase extends Task {
  readonly seconds: number;
  readonly rowsPerSecond: number;
  readonly plaintextSeconds: number;
  readonly ratio: number;
  readonly cpuSeconds: Readonly<Record<string, number>>;
  readonly peakMb: Readonly<Record<string, number>>;
  /** [MB] `from > to`. */
  readonly sentMb: Readonly<Record<string, number>>;
}

const BANK = 'bank' as PartyId;
const TAX = 'tax' as PartyId;
const HELPER = 'helper' as PartyId;

const labelsOf = (rows: number): Int32Array =>
  Int32Array.from({ length: rows }, (_, i) => (Math.imul(i, 2654435761) >>> 0 < 0.22 * 2 ** 32 ? 1 : 0));
const codesOf = ({ rows, features, bins }: Task): Uint16Array[] =>
  Array.from({ length: features }, (_, f) =>
    Uint16Array.from({ length: rows }, (_, i) => (Math.imul(i + 1, 40503 + 2 * f) >>> 4) % bins),
  );

/** What the machine needs when there is nothing to hide; the best of five. */
function plaintext(task: Task): { readonly seconds: number; readonly sums: readonly { g: number[]; h: number[] }[] } {
  const labels = labelsOf(task.rows);
  const codes = codesOf(task);
  let seconds = Infinity;
  let sums: { g: number[]; h: number[] }[] = [];
  for (let run = 0; run < 5; run++) {
    const start = performance.now();
    sums = codes.map((column) => {
      const [g, h] = [new Float64Array(task.bins), new Float64Array(task.bins)];
      for (let i = 0; i < task.rows; i++) {
        g[column[i]!]! += labels[i]!;
        h[column[i]!]! += 1;
      }
      return { g: [...g], h: [...h] };
    });
    seconds = Math.min(seconds, (performance.now() - start) / 1000);
  }
  return { seconds, sums };
}

/** Forks one process a participant and gathers what each measured. */
async function processes(task: Task): Promise<ReadonlyMap<string, Outcome>> {
  const names = task.profile === 'aided' ? [BANK, TAX, HELPER] : [BANK, TAX];
  const children = names.map(() => fork(fileURLToPath(import.meta.url), ['--child']));
  try {
    const ports = await Promise.all(children.map((child) => next<number>(child)));
    children.forEach((child, i) => child.send({ ...task, self: names[i]!, names, ports } satisfies Plan));
    await Promise.all(children.map((child) => next<'ready'>(child)));
    for (const child of children) child.send('go');
    const outcomes = await Promise.all(children.map((child) => next<Outcome>(child)));
    return new Map(names.map((name, i) => [name, outcomes[i]!]));
  } finally {
    for (const child of children) child.kill();
  }
}

async function next<T>(child: ChildProcess): Promise<T> {
  const exited = once(child, 'exit').then(([code]) => Promise.reject(new Error(`a bench process ended with ${code}`)));
  const [message] = await Promise.race([once(child, 'message'), exited]);
  return message as T;
}

async function child(): Promise<void> {
  const own = await listen();
  process.send!(own.port);
  const [plan] = (await once(process, 'message')) as [Plan];
  const network = await openSession(plan.self, plan.names, plan.ports, own);
  const role = roleOf(plan);
  const go = once(process, 'message');
  process.send!('ready');
  await go;
  const start = performance.now();
  const cpu = process.cpuUsage();
  const sums = await role(network.session);
  const { user, system } = process.cpuUsage(cpu);
  process.send!({
    seconds: (performance.now() - start) / 1000,
    cpuSeconds: (user + system) / 1e6,
    peakMb: process.resourceUsage().maxRSS / 1024,
    sentMb: Object.fromEntries(
      plan.names.filter((name) => name !== plan.self).map((name) => [name, network.sent(name) / 2 ** 20]),
    ),
    ...(sums === undefined ? {} : { sums: sums.map(({ g, h }) => ({ g: [...g], h: [...h] })) }),
  } satisfies Outcome);
}

/** Inputs are made before the clock starts; keys and obfuscators after it. */
function roleOf(plan: Plan): (session: Session) => Promise<readonly GroupSums[] | undefined> {
  const { profile, scheme, rows, features } = plan;
  const instance = 'bench';
  switch (plan.self) {
    case BANK: {
      const column = { g: labelsOf(rows), h: new Uint32Array(rows).fill(1) };
      const common = { instance, featureParty: TAX, features };
      if (profile === 'aided')
        return async (session) => {
          const sums = await groupSumAsLabel(session, { ...common, ...column, profile, helper: HELPER });
          await finishDeals(session, HELPER);
          return sums;
        };
      return async (session) => {
        const key = await GroupSumKey.open({ scheme, rows });
        const pairs = new SealedPairs(key, { ...column, bits: { g: 1, h: 1 }, readers: 1 });
        const sums = await groupSumAsLabel(session, { ...common, profile, pairs });
        await key.destroy();
        return sums;
      };
    }
    case TAX: {
      const codes = codesOf(plan);
      const common = { instance, labelParty: BANK, codes, bins: codes.map(() => plan.bins) };
      return async (session) => {
        if (profile === 'blind') await groupSumAsFeature(session, { ...common, profile, scheme });
        else {
          await groupSumAsFeature(session, { ...common, profile, helper: HELPER });
          await finishDeals(session, HELPER);
        }
        return undefined;
      };
    }
    default:
      return async (session) => {
        await serveHelper(session, { parties: [BANK, TAX] });
        return undefined;
      };
  }
}

async function measure(task: Task): Promise<GroupSumCase> {
  const plain = plaintext(task);
  const outcomes = await processes(task);
  const bank = outcomes.get(BANK)!;
  if (JSON.stringify(bank.sums) !== JSON.stringify(plain.sums)) throw new Error('the sums are not the plaintext sums');
  const by = (value: (o: Outcome) => number): Record<string, number> =>
    Object.fromEntries([...outcomes].map(([name, outcome]) => [name, round(value(outcome))]));
  return {
    ...task,
    seconds: round(bank.seconds),
    rowsPerSecond: Math.round(task.rows / bank.seconds),
    plaintextSeconds: plain.seconds,
    ratio: Math.round(bank.seconds / plain.seconds),
    cpuSeconds: by((o) => o.cpuSeconds),
    peakMb: by((o) => o.peakMb),
    sentMb: Object.fromEntries(
      [...outcomes].flatMap(([from, { sentMb }]) =>
        Object.entries(sentMb).map(([to, mb]): [string, number] => [`${from} > ${to}`, round(mb)]),
      ),
    ),
  };
}

const round = (x: number): number => Math.round(x * 1000) / 1000;

/** @param rows the smallest case; with `growth` also twice and four times as many. */
export async function run(options: Omit<Task, 'profile'> & { readonly growth: boolean }): Promise<GroupSumCase[]> {
  const { growth, ...task } = options;
  const cases: GroupSumCase[] = [];
  for (const profile of ['aided', 'blind'] as const) {
    for (const factor of growth ? [1, 2, 4] : [1]) {
      cases.push(await measure({ ...task, profile, rows: task.rows * factor }));
    }
  }
  return cases;
}

function print(cases: readonly GroupSumCase[]): void {
  const inWords = (values: Readonly<Record<string, number>>, unit: string): string =>
    Object.entries(values)
      .map(([name, value]) => `${name} ${value.toFixed(1)} ${unit}`)
      .join(', ');
  for (const c of cases) {
    const name = c.profile === 'aided' ? 'aided' : `blind, ${c.scheme}`;
    console.log(`${name}: ${c.rows.toLocaleString('en')} rows x ${c.features} features of ${c.bins} bins`);
    console.log(`  ${c.seconds.toFixed(2)} s, ${c.rowsPerSecond.toLocaleString('en')} rows/s`);
    console.log(`  plaintext ${(c.plaintextSeconds * 1000).toFixed(1)} ms, ${c.ratio.toLocaleString('en')} x`);
    console.log(`  processor: ${inWords(c.cpuSeconds, 's')}`);
    console.log(`  peak memory: ${inWords(c.peakMb, 'MB')}`);
    console.log(`  sent: ${inWords(c.sentMb, 'MB')}`);
  }
  for (const profile of ['aided', 'blind']) {
    const [small, , large] = cases.filter((c) => c.profile === profile);
    if (large === undefined) continue;
    const cpu = (c: GroupSumCase): number => Object.values(c.cpuSeconds).reduce((sum, s) => sum + s, 0);
    const times = `time x ${(large.seconds / small!.seconds).toFixed(2)}`;
    console.log(`${profile}, n to 4n: ${times}, processor time x ${(cpu(large) / cpu(small!)).toFixed(2)}`);
  }
}

if (process.argv.includes('--child')) {
  process.on('disconnect', () => process.exit(1)); // the bench was stopped
  await child();
} else if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      rows: { type: 'string', default: '30000' },
      features: { type: 'string', default: '10' },
      bins: { type: 'string', default: '50' },
      paillier: { type: 'boolean', default: false },
      'no-growth': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const cases = await run({
    scheme: values.paillier ? 'paillier' : 'okamoto-uchiyama',
    rows: Number(values.rows),
    features: Number(values.features),
    bins: Number(values.bins),
    growth: !values['no-growth'],
  });
  if (values.json) console.log(JSON.stringify({ bench: 'group-sum', cases }, null, 2));
  else print(cases);
}
