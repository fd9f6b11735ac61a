/**
 * Real processes killed at random moments: does every job come out right?
 *
 *   npm run bench -- chaos                       100 kills, about one every two seconds
 *   npm run bench -- chaos --kills 20 --seed 7 --seconds 4 --firms 3000 --json
 *
 * `--seconds` is the longest time between two blows. The same seed draws the same blows; when they fall is the machine's.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { recipeSchema } from '@coscore/node-core/recipe/index.ts';
import { chaos, type ChaosResult } from '@coscore/test/support/chaos.ts';
import { startLab } from '@coscore/test/support/running-lab.ts';
import { writeSmallEconomy } from '@coscore/test/support/small-economy.ts';

/** "Scorecard coefficients after a resume within 1e-6 of the undisturbed run." */
const TOLERANCE = 1e-6;

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '4' },
    firms: { type: 'string', default: '5000' },
    profile: { type: 'string', default: 'aided' },
    json: { type: 'boolean', default: false },
  },
});

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const dir = await mkdtemp(join(tmpdir(), 'cs-chaos-'));
try {
  const economy = await writeSmallEconomy(dir, Number(values.firms));
  const recipe = recipeSchema.parse({
    name: 'chaos',
    profile: values.profile,
    parties: {
      bank: { role: 'label', data: 'bank.csv', id: 'firm_id', label: 'defaulted', drop: ['year'] },
      tax: { role: 'feature', data: 'tax.csv', id: 'firm_id' },
      registry: { role: 'feature', data: 'registry.csv', id: 'firm_id' },
    },
    split: { test: 0.3, seed: 7 },
    features: { bins: 10 },
    model: { kind: 'scorecard', l2: 0.001, iterations: 30 },
    policy: { shareContributions: 'feature' },
    ...(values.profile === 'aided' ? { helper: 'dealer' } : {}),
  });
  const running = await startLab(recipe, economy.dir);
  try {
    const result = await chaos({
      running,
      recipe,
      kills: Number(values.kills),
      seed: Number(values.seed),
      everyMs: Number(values.seconds) * 1000,
      tolerance: TOLERANCE,
      ...(values.json ? {} : { say }),
    });
    if (values.json) console.log(JSON.stringify({ bench: 'chaos', ...result }, null, 2));
    else print(result);
    if (result.jobs.some(({ outcome }) => outcome !== 'right') || result.crashes.length > 0) process.exitCode = 1;
  } finally {
    await running.close();
  }
} finally {
  await rm(dir, { recursive: true, force: true });
}

function print({ kills, freezes, crashes, jobs, seconds, undisturbedAuc }: ChaosResult): void {
  const count = (outcome: string): number => jobs.filter((job) => job.outcome === outcome).length;
  const codes = jobs.flatMap(({ code }) => code ?? []);
  const rows: readonly (readonly [string, string | number])[] = [
    ['kills', `${Object.values(kills).reduce((sum, n) => sum + n, 0)} (${JSON.stringify(kills)})`],
    ['freezes', freezes],
    ['processes that ended by themselves', crashes.length === 0 ? 0 : crashes.join(', ')],
    ['jobs', jobs.length],
    ['right models', count('right')],
    ['named errors', `${count('named-error')}${codes.length === 0 ? '' : ` (${codes.join(', ')})`}`],
    ['wrong', count('wrong')],
    ['attempts', jobs.reduce((sum, job) => sum + job.attempts, 0)],
    ['largest coefficient difference', Math.max(0, ...jobs.flatMap((job) => job.largestDifference ?? []))],
    ['test AUC, undisturbed', undisturbedAuc],
    [
      'largest AUC difference',
      Math.max(0, ...jobs.flatMap(({ auc }) => (auc === undefined ? [] : Math.abs(auc - undisturbedAuc)))),
    ],
    ['seconds', seconds.toFixed(1)],
  ];
  for (const [name, value] of rows) console.log(`${name.padEnd(36)} ${value}`);
}
