/**
 * Alignment against what it cannot avoid, in one run: a plaintext hash join; the group operations of `blind` alone on all
 * cores; `blind` and `aided` between real processes over loopback TCP.
 *
 *   node bench/psi.ts [--small] [--rows N]      N ids a party for `blind`, ten times as many for `aided`
 */
import { fork, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { systemCsprng } from '@coscore/crypto';
import { hashToPoints, randomScalar } from '@coscore/crypto/group/psi-curve.ts';
import { psiPool } from '@coscore/crypto/group/psi-pool.ts';
import { packIds, slicePacked } from '@coscore/crypto/packed-ids.ts';
import { alignAsHelper, alignAsParty, type AlignOptions } from '@coscore/protocols/align/index.ts';
import type { PartyId } from '@coscore/protocols/transport.ts';
import { listen, openSession } from './socket-session.ts';

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 's' | 'x' | 'MB' | 'rows';
  /** Upper limit that the project has set itself. */
  readonly target?: number;
}

export interface BenchResult {
  readonly bench: string;
  readonly figures: readonly Figure[];
}

type Profile = AlignOptions['profile'];

interface Plan {
  readonly self: string;
  readonly names: readonly string[];
  readonly ports: readonly number[];
  readonly profile: Profile;
  readonly rows: number;
}

interface Outcome {
  /** Of all threads, from `go` to the result: steadier than wall time on a machine that others use too. */
  readonly cpuSeconds: number;
  readonly peakMb: number;
  readonly sentMb: number;
  readonly count: number;
  /** Of the common ids in order: the same at every party. */
  readonly digest: string;
}

const PARTIES = ['bank', 'bureau'];

/** Ids as long as a unified social credit code; the second party shares half of them, in another order. */
function idsOf(party: number, rows: number): string[] {
  const code = (i: number): string => `91310000${String(i).padStart(10, '0')}`;
  const step = 7919; // prime, so that multiples visit every row once
  return Array.from({ length: rows }, (_, i) => code(party === 0 ? i : ((i * step) % rows) + Math.floor(rows / 2)));
}

/** A plaintext join of the same ids: what the machine needs when there is nothing to hide. */
function plaintextJoin(rows: number): { readonly seconds: number; readonly count: number } {
  const [left, right] = [idsOf(0, rows), idsOf(1, rows)];
  const start = performance.now();
  const rowOf = new Map(left.map((id, i) => [id, i]));
  let count = 0;
  for (const id of right) if (rowOf.has(id)) count++;
  return { seconds: (performance.now() - start) / 1000, count };
}

/** Both parties' hashing to the curve and both masks of every id, on all cores, nothing else. */
async function groupOperations(rows: number): Promise<{ readonly seconds: number; readonly cpuSeconds: number }> {
  const pool = psiPool();
  const scalar = randomScalar(systemCsprng);
  const batch = 1024;
  const ids = packIds(idsOf(0, rows));
  try {
    const points = hashToPoints('bench|', slicePacked(ids, 0, batch));
    await Promise.all(Array.from({ length: 2 * pool.threads }, () => pool.mask({ scalar, points }))); // threads are up
    const start = performance.now();
    const cpu = process.cpuUsage();
    const work: Promise<unknown>[] = [];
    for (let party = 0; party < 2; party++) {
      for (let from = 0; from < rows; from += batch) {
        const to = Math.min(rows, from + batch);
        work.push(pool.blind({ dst: 'bench|', scalar, ids: slicePacked(ids, from, to) }));
        work.push(pool.mask({ scalar, points: points.subarray(0, (to - from) * 32) }));
      }
    }
    await Promise.all(work);
    return { seconds: (performance.now() - start) / 1000, cpuSeconds: cpuSince(cpu) };
  } finally {
    await pool.close();
  }
}

function cpuSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** One alignment between processes, timed from the moment that all have their ids in memory to the last result. */
async function alignProcesses(
  profile: Profile,
  rows: number,
): Promise<{ seconds: number; byName: Map<string, Outcome> }> {
  const names = profile === 'aided' ? [...PARTIES, 'helper'] : PARTIES;
  const children = names.map(() => fork(fileURLToPath(import.meta.url), ['--child'], { serialization: 'advanced' }));
  try {
    const ports = await Promise.all(children.map((child) => next<number>(child)));
    children.forEach((child, i) => child.send({ self: names[i]!, names, ports, profile, rows } satisfies Plan));
    await Promise.all(children.map((child) => next(child)));
    const start = performance.now();
    const outcomes = await Promise.all(
      children.map((child) => {
        child.send('go');
        return next<Outcome>(child);
      }),
    );
    const seconds = (performance.now() - start) / 1000;
    return { seconds, byName: new Map(names.map((name, i) => [name, outcomes[i]!])) };
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
  const { self, names, ports, profile, rows } = plan;
  const network = await openSession(self, names, ports, own);
  const parties = PARTIES as PartyId[];
  const options: AlignOptions = {
    profile,
    parties,
    labelParty: parties[0]!,
    ...(profile === 'aided' ? { helper: 'helper' as PartyId } : {}),
    join: 'inner',
    minIntersection: 100,
  };
  const ids = self === 'helper' ? [] : idsOf(PARTIES.indexOf(self), rows);
  const go = once(process, 'message');
  process.send!('ready');
  await go;
  const cpu = process.cpuUsage();
  const result = self === 'helper' ? undefined : await alignAsParty(network.session, ids, options);
  if (self === 'helper') await alignAsHelper(network.session, options);
  const cpuSeconds = cpuSince(cpu);
  const digest = createHash('sha256');
  for (const row of result?.rows ?? []) digest.update(ids[row]!);
  process.send!({
    cpuSeconds,
    peakMb: process.resourceUsage().maxRSS / 1024,
    sentMb: network.sent() / 2 ** 20,
    count: result?.count ?? 0,
    digest: digest.digest('hex'),
  } satisfies Outcome);
}

function checked(byName: ReadonlyMap<string, Outcome>, expected: number): readonly Outcome[] {
  const outcomes = PARTIES.map((party) => byName.get(party)!);
  const agree = outcomes.every((o) => o.digest === outcomes[0]!.digest && o.count === expected);
  if (!agree) throw new Error('the parties do not have the same common rows as the plaintext join');
  return outcomes;
}

function figuresOf(name: string, run: Awaited<ReturnType<typeof alignProcesses>>, target?: number): Figure[] {
  const peak = [...run.byName].map(([who, o]): Figure => ({
    name: `${name}, peak memory of ${who}`,
    value: o.peakMb,
    unit: 'MB',
    target: 1500,
  }));
  const sent = [...run.byName.values()].reduce((sum, o) => sum + o.sentMb, 0);
  return [
    { name, value: run.seconds, unit: 's', ...(target === undefined ? {} : { target }) },
    ...peak,
    { name: `${name}, sent by all`, value: sent, unit: 'MB' },
  ];
}

/** @param blindRows ids a party for `blind`, ten times as many for `aided`. With few, fixed costs weigh more. */
export async function run(blindRows = 100_000): Promise<BenchResult> {
  const aidedRows = 10 * blindRows;
  const blindJoin = plaintextJoin(blindRows);
  const aidedJoin = plaintextJoin(aidedRows);
  const operations = await groupOperations(blindRows);
  const blind = await alignProcesses('blind', blindRows);
  const blindCpu = checked(blind.byName, blindJoin.count).reduce((sum, o) => sum + o.cpuSeconds, 0);
  const aided = await alignProcesses('aided', aidedRows);
  checked(aided.byName, aidedJoin.count);
  const size = (rows: number): string => `${rows.toLocaleString('en')} x ${rows.toLocaleString('en')}`;
  return {
    bench: 'psi',
    figures: [
      { name: `plaintext join ${size(blindRows)}`, value: blindJoin.seconds, unit: 's' },
      {
        name: `hash to curve and scalar multiplications alone, ${availableParallelism()} cores`,
        value: operations.seconds,
        unit: 's',
      },
      ...figuresOf(`blind ${size(blindRows)}`, blind),
      { name: 'blind / its group operations alone', value: blind.seconds / operations.seconds, unit: 'x', target: 1.2 },
      { name: 'the same ratio in processor time', value: blindCpu / operations.cpuSeconds, unit: 'x', target: 1.2 },
      { name: `plaintext join ${size(aidedRows)}`, value: aidedJoin.seconds, unit: 's' },
      ...figuresOf(`aided ${size(aidedRows)}`, aided, 10),
      { name: 'aided / plaintext join', value: aided.seconds / aidedJoin.seconds, unit: 'x' },
    ],
  };
}

if (process.argv.includes('--child')) {
  process.on('disconnect', () => process.exit(1)); // the bench was stopped
  await child();
} else if (import.meta.main) {
  const { values } = parseArgs({ options: { small: { type: 'boolean' }, rows: { type: 'string' } } });
  const rows = Number(values.rows ?? (values.small ? 10_000 : 100_000));
  for (const { name, value, unit, target } of (await run(rows)).figures) {
    const limit = target === undefined ? '' : `   (target ${target} ${unit}: ${value <= target ? 'met' : 'MISSED'})`;
    console.log(`${name.padEnd(62)} ${value.toFixed(2).padStart(9)} ${unit}${limit}`);
  }
}
