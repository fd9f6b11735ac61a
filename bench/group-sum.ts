/**
 * Sums of a label column over a feature party's bins, in both profiles between real processes over loopback TCP, each beside the
 * plaintext loop that does the same, and how time grows from n to 4n.
 *
 *   npm run bench -- group-sum [--rows N] [--features D] [--bins B] [--paillier] [--no-growth] [--json]
 */
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
import type { PartyId } from '@coscore/protocols/transport.ts';
import {
  bestOfFive,
  bothProfiles,
  costsOf,
  eachGrowth,
  printCosts,
  round,
  type Costs,
  type Task as AnyTask,
} from './support/primitive.ts';
import { isParticipant, participate, runProcesses, type Role } from './support/processes.ts';

interface Task extends AnyTask {
  readonly scheme: AdditiveSchemeName;
  readonly features: number;
  readonly bins: number;
}

/** Of one feature, by bin. */
interface PlainSums {
  readonly g: number[];
  readonly h: number[];
}

interface GroupSumCase extends Task, Costs {
  readonly seconds: number;
  readonly rowsPerSecond: number;
  readonly plaintextSeconds: number;
  readonly ratio: number;
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

/** What the machine needs when there is nothing to hide. */
function plaintext(task: Task): { readonly seconds: number; readonly result: readonly PlainSums[] } {
  const labels = labelsOf(task.rows);
  const codes = codesOf(task);
  return bestOfFive(() =>
    codes.map((column) => {
      const [g, h] = [new Float64Array(task.bins), new Float64Array(task.bins)];
      for (let i = 0; i < task.rows; i++) {
        g[column[i]!]! += labels[i]!;
        h[column[i]!]! += 1;
      }
      return { g: [...g], h: [...h] };
    }),
  );
}

const plain = (sums: readonly GroupSums[]): PlainSums[] => sums.map(({ g, h }) => ({ g: [...g], h: [...h] }));

/** Inputs are made before the clock starts; keys and obfuscators after it. */
function roleOf(self: string, task: Task): Role<readonly PlainSums[] | undefined> {
  const { profile, scheme, rows, features } = task;
  const instance = 'bench';
  switch (self) {
    case BANK: {
      const column = { g: labelsOf(rows), h: new Uint32Array(rows).fill(1) };
      const common = { instance, featureParty: TAX, features };
      if (profile === 'aided')
        return async (session) => {
          const sums = await groupSumAsLabel(session, { ...common, ...column, profile, helper: HELPER });
          await finishDeals(session, HELPER);
          return plain(sums);
        };
      return async (session) => {
        const key = await GroupSumKey.open({ scheme, rows });
        const pairs = new SealedPairs(key, { ...column, bits: { g: 1, h: 1 }, readers: 1 });
        const sums = await groupSumAsLabel(session, { ...common, profile, pairs });
        await key.destroy();
        return plain(sums);
      };
    }
    case TAX: {
      const codes = codesOf(task);
      const common = { instance, labelParty: BANK, codes, bins: codes.map(() => task.bins) };
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
  const baseline = plaintext(task);
  const names = task.profile === 'aided' ? [BANK, TAX, HELPER] : [BANK, TAX];
  const { byName } = await runProcesses<Task, readonly PlainSums[] | undefined>(import.meta.url, names, task);
  const { seconds, result } = byName.get(BANK)!;
  if (JSON.stringify(result) !== JSON.stringify(baseline.result)) {
    throw new Error('the sums are not the plaintext sums');
  }
  return {
    ...task,
    seconds: round(seconds),
    rowsPerSecond: Math.round(task.rows / seconds),
    plaintextSeconds: baseline.seconds,
    ratio: Math.round(seconds / baseline.seconds),
    ...costsOf(byName),
  };
}

function print(cases: readonly GroupSumCase[]): void {
  for (const c of cases) {
    const name = c.profile === 'aided' ? 'aided' : `blind, ${c.scheme}`;
    console.log(`${name}: ${c.rows.toLocaleString('en')} rows x ${c.features} features of ${c.bins} bins`);
    console.log(`  ${c.seconds.toFixed(2)} s, ${c.rowsPerSecond.toLocaleString('en')} rows/s`);
    console.log(`  plaintext ${(c.plaintextSeconds * 1000).toFixed(1)} ms, ${c.ratio.toLocaleString('en')} x`);
    printCosts(c);
  }
  const cpu = (c: GroupSumCase): number => Object.values(c.cpuSeconds).reduce((sum, s) => sum + s, 0);
  eachGrowth(cases, (profile, small, large) => {
    const times = `time x ${(large.seconds / small.seconds).toFixed(2)}`;
    console.log(`${profile}, n to 4n: ${times}, processor time x ${(cpu(large) / cpu(small)).toFixed(2)}`);
  });
}

if (isParticipant()) await participate(roleOf);
else if (import.meta.main) {
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
  const scheme = values.paillier ? 'paillier' : 'okamoto-uchiyama';
  const [features, bins] = [Number(values.features), Number(values.bins)];
  const cases = await bothProfiles({ rows: Number(values.rows), growth: !values['no-growth'] }, (size) =>
    measure({ ...size, scheme, features, bins }),
  );
  if (values.json) console.log(JSON.stringify({ bench: 'group-sum', cases }, null, 2));
  else print(cases);
}
