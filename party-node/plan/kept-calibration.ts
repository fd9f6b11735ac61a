/**
 * The last calibration of a node's machine, kept in its folder: measuring takes seconds, and what was measured holds until the
 * hardware or the program is another one.
 */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { COSCORE_VERSION } from '@coscore/node-core/daemon/version.ts';
import { calibrate, type MachineRates } from './calibrate.ts';

export type Additive = Parameters<typeof calibrate>[0];

const rate = z.number().min(0);
const calibrationSchema = z.strictObject({
  version: z.literal(1),
  measuredAt: z.iso.datetime(),
  /** What it was measured on and with. */
  machine: z.strictObject({ cpu: z.string(), cores: z.int().min(1), coscore: z.string() }),
  additive: z.enum(['okamoto-uchiyama', 'paillier']),
  rates: z.strictObject({
    cores: z.int().min(1),
    local: rate,
    localRow: rate,
    dealing: rate,
    opening: rate,
    step: rate,
    exchange: rate,
    blind: z.strictObject({ seal: rate, add: rate, reply: rate }),
    cipher: rate,
  }) satisfies z.ZodType<MachineRates>,
});
export type Calibration = z.infer<typeof calibrationSchema>;

const FILE = 'calibration.json';
const OLDEST_MS = 7 * 24 * 3600 * 1000;

export interface KeptCalibrationOptions {
  readonly now: Date;
  /** Told before it measures, which takes seconds. */
  readonly onMeasure: () => void;
  /** Measures; another one in tests. */
  readonly measure?: typeof calibrate;
  readonly machine?: Calibration['machine'];
}

/**
 * What is kept if it is a week old at most and of this machine and program; else measured anew and kept.
 * @param home folder of the node. @throws what writing to it throws.
 */
export async function keptCalibration(
  home: string,
  additive: Additive,
  { now, onMeasure, measure = calibrate, machine = thisMachine() }: KeptCalibrationOptions,
): Promise<Calibration> {
  const kept = await read(join(home, FILE));
  if (kept !== undefined && isGood(kept, additive, machine, now)) return kept;
  onMeasure();
  const rates = await measure(additive);
  const made: Calibration = { version: 1, measuredAt: now.toISOString(), machine, additive, rates };
  // Nothing takes no time: on a machine that was too busy to measure it is measured again next time.
  if (isComplete(rates)) await writeWhole(join(home, FILE), `${JSON.stringify(made, null, 2)}\n`);
  return made;
}

function isComplete({ blind, ...rates }: MachineRates): boolean {
  return [...Object.values(rates), ...Object.values(blind)].every((value) => value > 0);
}

function isGood(kept: Calibration, additive: Additive, machine: Calibration['machine'], now: Date): boolean {
  const age = now.getTime() - Date.parse(kept.measuredAt);
  const same =
    kept.additive === additive &&
    kept.machine.cpu === machine.cpu &&
    kept.machine.cores === machine.cores &&
    kept.machine.coscore === machine.coscore;
  return same && age >= 0 && age <= OLDEST_MS;
}

function thisMachine(): Calibration['machine'] {
  return { cpu: cpus()[0]?.model ?? 'unknown', cores: availableParallelism(), coscore: COSCORE_VERSION };
}

/** A file that is none of ours, or of another version, is measured over. */
async function read(path: string): Promise<Calibration | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw cause;
  }
  try {
    return calibrationSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Two commands may measure at once: neither finds half a file. */
async function writeWhole(path: string, text: string): Promise<void> {
  const part = `${path}.${process.pid}`;
  await writeFile(part, text, { mode: 0o600 });
  await rename(part, path);
}
