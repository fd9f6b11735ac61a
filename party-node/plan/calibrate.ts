/**
 * What this machine needs for one unit of each kind of work, measured in about five seconds by running the real roles on made-up
 * rows in this process. Everything below is processor time: what can run at once is for `predict` to say.
 */
import { createCipheriv, randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { localSource } from '@coscore/models/gbdt/local-source.ts';
import { defaultGbdt } from '@coscore/models/gbdt/options.ts';
import { trainForest } from '@coscore/models/gbdt/train-forest.ts';
import { finishDeals, serveHelper } from '@coscore/protocols/helper/index.ts';
import {
  openRefinedAsLabel,
  serveRefinedAsFeature,
  type Refinement,
} from '@coscore/protocols/group-sum/refined/index.ts';
import { memoryNetwork } from '@coscore/protocols/memory-network.ts';
import type { PartyId } from '@coscore/protocols';
import { calibrateBlind, type BlindRates } from './calibrate-blind.ts';

export interface MachineRates {
  readonly cores: number;
  /** [s] of the plaintext trainer, a row, column and level. */
  readonly local: number;
  /** [s] of the plaintext trainer, a row and tree, whatever the columns: derivatives, routing, scores. */
  readonly localRow: number;
  /** [s] of helper and both parties together, a row and column: making and unpacking dealt material. */
  readonly dealing: number;
  /** [s] of both parties, a row and column: the answer to the start of a tree. */
  readonly opening: number;
  /** [s] of both parties, a row and column: the answer to one step. */
  readonly step: number;
  /** [s] of both parties, an exchange. */
  readonly exchange: number;
  readonly blind: BlindRates;
  /** [s] of one byte under AES-256-GCM: what a byte on its way costs goes with it. */
  readonly cipher: number;
}

const BANK = 'bank' as PartyId;
const PLATFORM = 'platform' as PartyId;
const HELPER = 'helper' as PartyId;
const BINS = 32;
const STEPS = 3;

export async function calibrate(additive: 'okamoto-uchiyama' | 'paillier'): Promise<MachineRates> {
  await aidedSeconds(4096, 4); // the engine has seen the code, and WASM is compiled
  const small = await aidedSeconds(512, 4);
  const large = await aidedSeconds(32_768, 8);
  const cells = 32_768 * 8;
  const exchange = small.stepping / STEPS;
  await localSeconds(4096, 8, 1);
  // The wide one first: the other would be the slower of the two while the engine still optimises.
  const [wide, narrow] = [await localSeconds(65_536, 50, 3), await localSeconds(65_536, 2, 3)];
  const local = Math.max(0, wide - narrow) / (65_536 * 48 * 3);
  return {
    cores: availableParallelism(),
    local,
    localRow: Math.max(0, narrow - local * 65_536 * 2 * 3) / 65_536,
    dealing: large.dealing / cells,
    opening: Math.max(0, large.opening - exchange) / cells,
    step: Math.max(0, large.stepping / STEPS - exchange) / cells,
    exchange,
    blind: await calibrateBlind(additive),
    cipher: cipherSeconds(),
  };
}

interface AidedSeconds {
  readonly dealing: number;
  readonly opening: number;
  /** Of all steps together. */
  readonly stepping: number;
}

/** One column after another in memory, everything on this thread; the least of three. */
async function aidedSeconds(rows: number, columns: number): Promise<AidedSeconds> {
  const COLUMNS = 3;
  const network = memoryNetwork('plan/1');
  const features = Array.from({ length: columns }, () => ({ bins: BINS, missingBin: -1 }));
  const codes = features.map((_, f) => Uint16Array.from({ length: rows }, (_row, i) => (i * (2 * f + 3)) % BINS));
  const steps = halvingSteps(rows, STEPS);
  const shared = { instance: 'plan', profile: 'aided', helper: HELPER, n: rows, features, columns: COLUMNS } as const;
  const bank = async (): Promise<AidedSeconds> => {
    const session = network.session(BANK);
    const g = Int32Array.from({ length: rows }, (_, i) => (i % 2047) - 1023);
    const h = Uint32Array.from({ length: rows }, (_, i) => i % 1024);
    const before = cpuSeconds();
    const sums = await openRefinedAsLabel(session, { ...shared, featureParty: PLATFORM });
    const dealing = ((await untilIdle()) - before) / COLUMNS;
    let [opening, stepping] = [Infinity, Infinity];
    for (let column = 0; column < COLUMNS; column++) {
      const started = cpuSeconds();
      await sums.start({ g, h }, { wanted: features.map((_, f) => f), active: undefined });
      const opened = cpuSeconds();
      for (const [s, step] of steps.entries()) await sums.step(Uint8Array.of(s), () => step);
      opening = Math.min(opening, opened - started);
      stepping = Math.min(stepping, cpuSeconds() - opened);
    }
    await sums.close();
    await finishDeals(session, HELPER);
    return { dealing, opening, stepping };
  };
  const platform = async (): Promise<void> => {
    const session = network.session(PLATFORM);
    await serveRefinedAsFeature(
      session,
      { ...shared, labelParty: BANK, codes, joinBins: (child) => new Uint8Array(child.length).fill(1) },
      {
        started: () => undefined,
        asked: (note) => note,
        stepped: (note) => ({ reply: note, refinement: steps[note[0]!]! }),
      },
    );
    await finishDeals(session, HELPER);
  };
  const helper = serveHelper(network.session(HELPER), { parties: [BANK, PLATFORM] });
  const [seconds] = await Promise.all([bank(), platform(), helper]);
  return seconds;
}

/** Splits every node in two by the number of the row, and measures the left child. */
export function halvingSteps(rows: number, steps: number): Refinement[] {
  let open = [0];
  let next = 1;
  return Array.from({ length: steps }, (_, level) => {
    const right = new Uint8Array(Math.ceil(rows / 8));
    for (let row = 0; row < rows; row++) right[row >> 3]! |= ((row >> level) & 1) << (row & 7);
    const splits = open.map((node) => ({ node, left: next++, right: next++ }));
    open = splits.flatMap(({ left, right: other }) => [left, other]);
    return { splits, right, measure: splits.map(({ left }) => left) };
  });
}

/** Of this process: other processes' work does not count, however busy the machine. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function threadSeconds(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1e6;
}

/** @returns processor time when this thread's last work was done; on a machine too busy to tell, after three seconds. */
async function untilIdle(): Promise<number> {
  const [WINDOW_MS, WINDOWS] = [15, 200];
  let since = cpuSeconds();
  for (let window = 0; window < WINDOWS; window++) {
    since = cpuSeconds();
    const before = performance.eventLoopUtilization();
    await sleep(WINDOW_MS);
    if (performance.eventLoopUtilization(before).active < 1) break;
  }
  return since;
}

/** Of one tree, the least of seven, on this thread alone: beside it the engine compiles and collects. */
async function localSeconds(rows: number, columns: number, depth: number): Promise<number> {
  const names = Array.from({ length: columns }, (_, f) => `x${f}`);
  const codes = names.map((_, f) =>
    Uint16Array.from({ length: rows }, (_row, i) => Math.imul(i, 2654435761 + 2 * f) >>> 27),
  );
  const features = names.map((feature) => ({ feature, bins: BINS, ordered: true, missingBin: -1 }));
  const labels = Uint8Array.from({ length: rows }, (_, i) => ((codes[0]![i]! + codes[1]![i]!) % 5 < 2 ? 1 : 0));
  let [least, last] = [Infinity, threadSeconds()];
  await trainForest({
    sources: [localSource({ party: BANK, features, codes, rows })],
    labels,
    options: { ...defaultGbdt, trees: 8, depth },
    onTree: () => {
      const now = threadSeconds();
      // The first tree has the making of the sources in it.
      least = Math.min(least, now - last);
      last = now;
    },
  });
  return least;
}

function cipherSeconds(): number {
  const [key, block] = [randomBytes(32), randomBytes(16_384)];
  let least = Infinity;
  for (let run = 0; run < 5; run++) {
    const start = cpuSeconds();
    for (let i = 0; i < 500; i++) createCipheriv('aes-256-gcm', key, randomBytes(12)).update(block);
    least = Math.min(least, cpuSeconds() - start);
  }
  return least / (500 * block.length);
}
