import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { MachineRates } from './calibrate.ts';
import { type Calibration, keptCalibration } from './kept-calibration.ts';

const DAY_MS = 24 * 3600 * 1000;
const start = new Date('2026-03-01T12:00:00Z');
const machine = { cpu: 'Xeon', cores: 2, coscore: '1.0.0' };

let home: string;
let measured: number;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'cs-calibration-'));
  measured = 0;
});
afterEach(() => rm(home, { recursive: true, force: true }));

const ratesOf = (local: number): MachineRates => ({
  ...{ cores: 2, local, localRow: 1e-8, dealing: 1e-8, opening: 1e-8, step: 1e-8, exchange: 1e-4, cipher: 1e-9 },
  blind: { seal: 1e-4, add: 1e-6, reply: 1e-3 },
});
const ask = (
  days: number,
  { additive = 'okamoto-uchiyama', on = machine }: { additive?: Calibration['additive']; on?: typeof machine } = {},
): Promise<Calibration> =>
  keptCalibration(home, additive, {
    now: new Date(start.getTime() + days * DAY_MS),
    onMeasure: () => measured++,
    measure: () => Promise.resolve(ratesOf(measured)),
    machine: on,
  });

it('is measured once, and kept for the owner alone', async () => {
  const first = await ask(0);
  expect(first).toMatchObject({ measuredAt: start.toISOString(), machine, rates: { local: 1 } });
  expect(await ask(6)).toEqual(first);
  expect(measured).toBe(1);
  expect(await readdir(home)).toEqual(['calibration.json']);
  expect((await stat(join(home, 'calibration.json'))).mode & 0o777).toBe(0o600);
});

it.each([
  ['it is more than a week old', 8, {}],
  ['it is from the future', -1, {}],
  ['the processor is another one', 1, { on: { ...machine, cpu: 'EPYC' } }],
  ['there are more of them', 1, { on: { ...machine, cores: 4 } }],
  ['the program is another one', 1, { on: { ...machine, coscore: '1.1.0' } }],
  ['it is of the other encryption', 1, { additive: 'paillier' as const }],
])('is measured anew when %s', async (_when, days, changes) => {
  await ask(0);
  const again = await ask(days, changes);
  expect(again.rates.local).toBe(2);
  expect(JSON.parse(await readFile(join(home, 'calibration.json'), 'utf8'))).toEqual(again);
});

it.each(['', '{', '{"version":0}'])('is measured over a file that is none: %j', async (text) => {
  await writeFile(join(home, 'calibration.json'), text);
  expect((await ask(0)).rates.local).toBe(1);
});

it('is not kept where something came out as taking no time', async () => {
  const zero = (): Promise<MachineRates> => Promise.resolve({ ...ratesOf(1), local: 0 });
  const options = { now: start, onMeasure: () => undefined, measure: zero, machine };
  expect((await keptCalibration(home, 'paillier', options)).rates.local).toBe(0);
  expect(await readdir(home)).toEqual([]);
});

it('says when it cannot be kept', async () => {
  await rm(home, { recursive: true });
  await expect(ask(0)).rejects.toMatchObject({ code: 'ENOENT' });
});
