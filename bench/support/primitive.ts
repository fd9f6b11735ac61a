/** What the benches of the primitives share: both profiles, n to 4n, and the costs of each process. */
import type { Measured } from './processes.ts';

export interface Task {
  readonly profile: 'aided' | 'blind';
  readonly rows: number;
}

/** By participant; `sentMb` by `from > to`. */
export interface Costs {
  readonly cpuSeconds: Readonly<Record<string, number>>;
  readonly peakMb: Readonly<Record<string, number>>;
  readonly sentMb: Readonly<Record<string, number>>;
}

export const round = (x: number): number => Math.round(x * 1000) / 1000;

export function costsOf(byName: ReadonlyMap<string, Measured<unknown>>): Costs {
  const by = (value: (outcome: Measured<unknown>) => number): Record<string, number> =>
    Object.fromEntries([...byName].map(([name, outcome]) => [name, round(value(outcome))]));
  return {
    cpuSeconds: by((o) => o.cpuSeconds),
    peakMb: by((o) => o.peakMb),
    sentMb: Object.fromEntries(
      [...byName].flatMap(([from, { sentMb }]) =>
        Object.entries(sentMb).map(([to, mb]): [string, number] => [`${from} > ${to}`, round(mb)]),
      ),
    ),
  };
}

export function printCosts({ cpuSeconds, peakMb, sentMb }: Costs): void {
  const inWords = (values: Readonly<Record<string, number>>, unit: string): string =>
    Object.entries(values)
      .map(([name, value]) => `${name} ${value.toFixed(1)} ${unit}`)
      .join(', ');
  console.log(`  processor: ${inWords(cpuSeconds, 's')}`);
  console.log(`  peak memory: ${inWords(peakMb, 'MB')}`);
  console.log(`  sent: ${inWords(sentMb, 'MB')}`);
}

/** The plaintext run of the same work; the least of five times. */
export function bestOfFive<Result>(work: () => Result): { readonly seconds: number; readonly result: Result } {
  let best = Infinity;
  let result: Result;
  for (let run = 0; run < 5; run++) {
    const start = performance.now();
    result = work();
    best = Math.min(best, (performance.now() - start) / 1000);
  }
  return { seconds: best, result: result! };
}

/** Measures both profiles, one case after the other, at `rows` and with `growth` also at twice and four times as many. */
export async function bothProfiles<Case>(
  { rows, growth }: { readonly rows: number; readonly growth: boolean },
  measure: (size: Task) => Promise<Case>,
): Promise<Case[]> {
  const cases: Case[] = [];
  for (const profile of ['aided', 'blind'] as const) {
    for (const factor of growth ? [1, 2, 4] : [1]) cases.push(await measure({ profile, rows: rows * factor }));
  }
  return cases;
}

/** Calls `say` for each profile that was measured at n and 4n. */
export function eachGrowth<Case extends Task>(
  cases: readonly Case[],
  say: (profile: string, small: Case, large: Case) => void,
): void {
  for (const profile of ['aided', 'blind']) {
    const [small, , large] = cases.filter((c) => c.profile === profile);
    if (small !== undefined && large !== undefined) say(profile, small, large);
  }
}
