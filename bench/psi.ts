/**
 * Alignment against what it cannot avoid, in one run: a plaintext hash join; the group operations of `blind` alone on all
 * cores; `blind` and `aided` between real processes over loopback TCP.
 *
 *   node bench/psi.ts [--small] [--rows N]      N ids a party for `blind`, ten times as many for `aided`
 */
import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { systemCsprng } from '@coscore/crypto';
import { hashToPoints, randomScalar } from '@coscore/crypto/group/psi-curve.ts';
import { psiPool } from '@coscore/crypto/group/psi-pool.ts';
import { packIds, slicePacked } from '@coscore/crypto/packed-ids.ts';
import { alignAsHelper, alignAsParty, type AlignOptions } from '@coscore/protocols/align/index.ts';
import type { PartyId } from '@coscore/protocols/transport.ts';
import { cpuSince, isParticipant, participate, runProcesses, type Role, type Run } from './support/processes.ts';

interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 's' | 'x' | 'MB' | 'rows';
  /** Upper limit that the project has set itself. */
  readonly target?: number;
}

interface BenchResult {
  readonly bench: string;
  readonly figures: readonly Figure[];
}

type Profile = AlignOptions['profile'];

interface Task {
  readonly profile: Profile;
  readonly rows: number;
}

interface Outcome {
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

/** One alignment between processes that have their ids in memory. */
const alignProcesses = (profile: Profile, rows: number): Promise<Run<Outcome>> =>
  runProcesses(import.meta.url, profile === 'aided' ? [...PARTIES, 'helper'] : PARTIES, { profile, rows });

function roleOf(self: string, { profile, rows }: Task): Role<Outcome> {
  const parties = PARTIES as PartyId[];
  const options: AlignOptions = {
    profile,
    parties,
    labelParty: parties[0]!,
    ...(profile === 'aided' ? { helper: 'helper' as PartyId } : {}),
    join: 'inner',
    minIntersection: 100,
  };
  if (self === 'helper') {
    return async (session) => {
      await alignAsHelper(session, options);
      return { count: 0, digest: '' };
    };
  }
  const ids = idsOf(PARTIES.indexOf(self), rows);
  return async (session) => {
    const { rows: common, count } = await alignAsParty(session, ids, options);
    const digest = createHash('sha256');
    for (const row of common) digest.update(ids[row]!);
    return { count, digest: digest.digest('hex') };
  };
}

/** @returns processor time of both parties in seconds */
function checked({ byName }: Run<Outcome>, expected: number): number {
  const outcomes = PARTIES.map((party) => byName.get(party)!);
  const agree = outcomes.every(({ result }) => {
    return result.digest === outcomes[0]!.result.digest && result.count === expected;
  });
  if (!agree) throw new Error('the parties do not have the same common rows as the plaintext join');
  return outcomes.reduce((sum, o) => sum + o.cpuSeconds, 0);
}

function figuresOf(name: string, run: Run<Outcome>, target?: number): Figure[] {
  const peak = [...run.byName].map(([who, o]): Figure => ({
    name: `${name}, peak memory of ${who}`,
    value: o.peakMb,
    unit: 'MB',
    target: 1500,
  }));
  const sent = [...run.byName.values()].flatMap((o) => Object.values(o.sentMb)).reduce((sum, mb) => sum + mb, 0);
  return [
    { name, value: run.seconds, unit: 's', ...(target === undefined ? {} : { target }) },
    ...peak,
    { name: `${name}, sent by all`, value: sent, unit: 'MB' },
  ];
}

/** @param blindRows ids a party for `blind`, ten times as many for `aided`. With few, fixed costs weigh more. */
async function run(blindRows: number): Promise<BenchResult> {
  const aidedRows = 10 * blindRows;
  const blindJoin = plaintextJoin(blindRows);
  const aidedJoin = plaintextJoin(aidedRows);
  const operations = await groupOperations(blindRows);
  const blind = await alignProcesses('blind', blindRows);
  const blindCpu = checked(blind, blindJoin.count);
  const aided = await alignProcesses('aided', aidedRows);
  checked(aided, aidedJoin.count);
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

if (isParticipant()) await participate(roleOf);
else if (import.meta.main) {
  const { values } = parseArgs({ options: { small: { type: 'boolean' }, rows: { type: 'string' } } });
  const rows = Number(values.rows ?? (values.small ? 10_000 : 100_000));
  for (const { name, value, unit, target } of (await run(rows)).figures) {
    const limit = target === undefined ? '' : `   (target ${target} ${unit}: ${value <= target ? 'met' : 'MISSED'})`;
    console.log(`${name.padEnd(62)} ${value.toFixed(2).padStart(9)} ${unit}${limit}`);
  }
}
