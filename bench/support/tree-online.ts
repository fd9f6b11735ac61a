/**
 * Aided trees with the material dealt before the clock starts, between bare processes over loopback TCP: what the exchange
 * itself costs, and what dealing does, one after the other. Run as a process of its own (`measureOnline`), it forks the three.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { TreeFeature } from '@coscore/models/gbdt/histogram-source.ts';
import { joinBins } from '@coscore/models/gbdt/join-bins.ts';
import { localSource } from '@coscore/models/gbdt/local-source.ts';
import type { GbdtOptions } from '@coscore/models/gbdt/options.ts';
import { trainForest } from '@coscore/models/gbdt/train-forest.ts';
import { RemoteForestSource } from '@coscore/party-node/stages/gbdt/remote-source.ts';
import { SplitOwner } from '@coscore/party-node/stages/gbdt/split-owner.ts';
import { openRefinedAsLabel, serveRefinedAsFeature } from '@coscore/protocols/group-sum/refined/index.ts';
import { finishDeals, serveHelper } from '@coscore/protocols/helper/index.ts';
import type { PartyId } from '@coscore/protocols/transport.ts';
import { isParticipant, participate, runProcesses, type Role } from './processes.ts';
import type { Pooled } from './tree-data.ts';

interface Task {
  readonly dir: string;
  readonly rows: number;
  readonly trainRows: number;
  readonly options: GbdtOptions;
  readonly minRowsPerNodeBin: number;
  /** [label party, feature party] */
  readonly features: readonly (readonly TreeFeature[])[];
}

export interface Online {
  readonly trees: number;
  readonly onlineSecondsATree: number;
  readonly dealingSecondsATree: number;
  /** Of each process, dealing and exchange. */
  readonly cpuSeconds: Readonly<Record<string, number>>;
}

interface Timed {
  readonly online: number;
  readonly dealing: number;
}

const BANK = 'bank' as PartyId;
const TAX = 'platform' as PartyId;
const HELPER = 'dealer' as PartyId;
/** Material of so many bytes stands ready at once; more trees than that would be dealt while others grow. */
const READY_BYTES = 3 * 2 ** 29;
const POSITION_BYTES = 14;

/** @returns undefined when not even one tree's material fits. */
export function measureOnline(table: Pooled, options: GbdtOptions, minRowsPerNodeBin: number): Online | undefined {
  const [own, other] = table.parties;
  const trainRows = table.train.reduce((sum, bit) => sum + bit, 0);
  const fits = Math.floor(READY_BYTES / (trainRows * other!.features.length * POSITION_BYTES));
  if (fits < 1) return undefined;
  const dir = mkdtempSync(join(tmpdir(), 'coscore-online-'));
  try {
    const bytes = (columns: readonly Uint16Array[]): Uint8Array => {
      const all = new Uint16Array(columns.length * table.rows);
      columns.forEach((column, i) => all.set(column, i * table.rows));
      return new Uint8Array(all.buffer);
    };
    writeFileSync(join(dir, `${BANK}.bin`), bytes(own!.codes));
    writeFileSync(join(dir, `${TAX}.bin`), bytes(other!.codes));
    writeFileSync(join(dir, 'labels.bin'), table.labels);
    writeFileSync(join(dir, 'train.bin'), table.train);
    const task: Task = {
      dir,
      rows: table.rows,
      trainRows,
      options: { ...options, trees: Math.min(options.trees, fits) },
      minRowsPerNodeBin,
      features: [own!.features, other!.features],
    };
    const { status, stdout } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), JSON.stringify(task)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (status !== 0) throw new Error('the processes of the online part failed');
    return JSON.parse(stdout) as Online;
  } finally {
    rmSync(dir, { recursive: true });
  }
}

function columnsOf({ dir, rows }: Task, party: string, count: number): Uint16Array[] {
  const all = new Uint16Array(Uint8Array.from(readFileSync(join(dir, `${party}.bin`))).buffer);
  return Array.from({ length: count }, (_, i) => all.slice(i * rows, (i + 1) * rows));
}

const flagsOf = ({ dir }: Task, name: string): Uint8Array => Uint8Array.from(readFileSync(join(dir, `${name}.bin`)));

const WINDOW_MS = 250;

/** Until this thread has had nothing to do for a while, however little of the machine it gets. */
async function untilIdle(): Promise<void> {
  for (let busy = true; busy;) {
    const before = performance.eventLoopUtilization();
    await sleep(WINDOW_MS);
    busy = performance.eventLoopUtilization(before).utilization > 0.05;
  }
}

/** Until there has been something to do, and then nothing more. */
async function untilDone(): Promise<void> {
  const before = performance.eventLoopUtilization();
  while (performance.eventLoopUtilization(before).active < 5) await sleep(WINDOW_MS / 10);
  await untilIdle();
}

function roleOf(self: string, task: Task): Role<Timed | undefined> {
  const { rows, trainRows, options } = task;
  const [ownFeatures, features] = task.features as [readonly TreeFeature[], readonly TreeFeature[]];
  const sizes = {
    instance: 'bench',
    profile: 'aided',
    helper: HELPER,
    n: rows,
    features,
    columns: options.trees,
    activeAtMost: trainRows,
    wantedAtMost: features.length,
    aheadBytes: READY_BYTES,
  } as const;
  switch (self) {
    case BANK: {
      const local = localSource({
        party: BANK,
        features: ownFeatures,
        codes: columnsOf(task, BANK, ownFeatures.length),
        rows,
      });
      const [labels, training] = [flagsOf(task, 'labels'), flagsOf(task, 'train')];
      return async (session) => {
        const opened = performance.now();
        const sums = await openRefinedAsLabel(session, { ...sizes, featureParty: TAX });
        const dealtAfter = Number(new TextDecoder().decode(await session.channel(TAX, 'bench').receive('ready')));
        await untilIdle();
        const remote = new RemoteForestSource({ party: TAX, features, sums, rows, trees: 0 });
        const start = performance.now();
        await trainForest({ sources: [local, remote], labels, training, options, trainingLoss: false });
        const online = performance.now() - start;
        await sums.close();
        await finishDeals(session, HELPER);
        return { online, dealing: Math.min(dealtAfter, start - opened) };
      };
    }
    case TAX: {
      const codes = columnsOf(task, TAX, features.length);
      const train = flagsOf(task, 'train');
      const { depth, trees } = options;
      const owner = new SplitOwner({
        labelParty: BANK,
        features,
        codes,
        rows,
        depth,
        trees,
        train,
        grown: train.reduce((sum, bit) => sum + bit, 0),
        rowSample: options.rowSample,
        leastRows: task.minRowsPerNodeBin,
        onKeep: () => undefined,
      });
      return async (session) => {
        const opened = performance.now();
        const shared = { ...sizes, labelParty: BANK, codes, joinBins: joinBins(task.minRowsPerNodeBin) };
        const served = serveRefinedAsFeature(session, shared, owner);
        await Promise.race([served, session.channel(HELPER, 'bench').receive('dealt').then(untilIdle)]);
        // Two windows of waiting lie behind the last work, the helper's and our own.
        const dealt = performance.now() - opened - 2 * WINDOW_MS;
        await session.channel(BANK, 'bench').send('ready', new TextEncoder().encode(String(dealt)));
        await served;
        await finishDeals(session, HELPER);
        return undefined;
      };
    }
    default:
      return async (session) => {
        const served = serveHelper(session, { parties: [BANK, TAX] });
        await Promise.race([served, untilDone()]);
        await session.channel(TAX, 'bench').send('dealt', new Uint8Array(0));
        await served;
        return undefined;
      };
  }
}

async function main(text: string): Promise<void> {
  const task = JSON.parse(text) as Task;
  const { byName } = await runProcesses<Task, Timed | undefined>(import.meta.url, [BANK, TAX, HELPER], task);
  const { trees } = task.options;
  const { online, dealing } = byName.get(BANK)!.result!;
  const outcome: Online = {
    trees,
    onlineSecondsATree: online / 1000 / trees,
    dealingSecondsATree: dealing / 1000 / trees,
    cpuSeconds: Object.fromEntries([...byName].map(([name, { cpuSeconds }]) => [name, cpuSeconds])),
  };
  console.log(JSON.stringify(outcome));
}

if (isParticipant()) await participate(roleOf);
else if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv[2]!);
