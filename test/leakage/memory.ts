/** What is in the memory of a process that runs: V8's heap as it tells it itself, and every byte as the kernel has it. */
import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Haystack } from './scanner.ts';

/** Read at once; the end of each piece is read again with the next, so that nothing falls between two. */
const PIECE_BYTES = 16 << 20;
const OVERLAP_BYTES = 1 << 10;

/** Whether this system lets a process read its children's memory. */
export const canReadMemory = ((): boolean => {
  if (!existsSync('/proc/self/smaps')) return false;
  try {
    closeSync(openSync(`/proc/${process.ppid}/mem`, 'r'));
    return true;
  } catch {
    return false;
  }
})();

interface Mapping {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

/** Writable mappings with at least one page in memory (proc(5), smaps): stacks, heaps, buffers, and what was freed in them. */
function mappingsOf(pid: number): readonly Mapping[] {
  const entries = readFileSync(`/proc/${pid}/smaps`, 'latin1').split(/^(?=[0-9a-f]+-[0-9a-f]+ )/m);
  return entries.flatMap((entry) => {
    const found = /^([0-9a-f]+)-([0-9a-f]+) (\S{4}) \S+ \S+ \S+ *(.*)\n/.exec(entry);
    const resident = /^Rss: +([0-9]+) kB/m.exec(entry);
    if (found === null || !found[3]!.startsWith('rw') || resident === null || resident[1] === '0') return [];
    return [{ from: parseInt(found[1]!, 16), to: parseInt(found[2]!, 16), name: found[4]! || 'anonymous' }];
  });
}

/** Everything that the process can write, off V8's heap too: strings, buffers, wasm, native memory. It goes on meanwhile. */
export function* memoryOf(pid: number): Generator<Haystack> {
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  const piece = Buffer.alloc(PIECE_BYTES);
  try {
    for (const { from, to, name } of mappingsOf(pid)) {
      for (let at = from; at < to; at += PIECE_BYTES - OVERLAP_BYTES) {
        const bytes = piece.subarray(0, readAt(memory, piece, at, Math.min(PIECE_BYTES, to - at)));
        for (const run of touched(bytes)) yield { name: `memory ${name}`, bytes: run };
        if (at + PIECE_BYTES >= to) break;
      }
    }
  } finally {
    closeSync(memory);
  }
}

const PAGE_BYTES = 4096;
const ZEROES = Buffer.alloc(PAGE_BYTES);

/** Runs of pages that are not all zeros: most of what a process has mapped it has never written. */
function* touched(bytes: Buffer): Generator<Buffer> {
  let start = -1;
  for (let at = 0; at < bytes.length; at += PAGE_BYTES) {
    const page = bytes.subarray(at, at + PAGE_BYTES);
    const empty = page.equals(page.length === PAGE_BYTES ? ZEROES : ZEROES.subarray(0, page.length));
    if (!empty && start === -1) start = at;
    if (empty && start !== -1) {
      yield bytes.subarray(start, at);
      start = -1;
    }
  }
  if (start !== -1) yield bytes.subarray(start);
}

/** A mapping may be gone by the time it is read: then there is nothing in it. */
function readAt(memory: number, into: Buffer, at: number, length: number): number {
  try {
    return readSync(memory, into, 0, length, at);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EIO') return 0;
    throw error;
  }
}

const SIGNAL = 'SIGUSR2';

/** What makes a node write heap snapshots into `dir`: an option of Node, nothing of ours. */
export const snapshotOptions = (dir: string): string => `--heapsnapshot-signal=${SIGNAL} --diagnostic-dir=${dir}`;

/** One heap snapshot of each process, which was started with `snapshotOptions(dir)`. */
export async function heapSnapshots(pids: readonly number[], dir: string): Promise<ReadonlyMap<number, Haystack>> {
  for (const pid of pids) process.kill(pid, SIGNAL);
  return new Map(await Promise.all(pids.map(async (pid) => [pid, await snapshotOf(pid, dir)] as const)));
}

async function snapshotOf(pid: number, dir: string): Promise<Haystack> {
  // A snapshot is written in one go while the process stands still; it is whole when its last brace is there.
  for (let waited = 0; waited < 120_000; waited += 100) {
    const file = (await readdir(dir)).find((name) => name.includes(`.${pid}.`));
    const bytes = file === undefined ? undefined : await readFile(join(dir, file));
    if (bytes !== undefined && bytes.subarray(-4).toString().trimEnd().endsWith('}')) return { name: 'heap', bytes };
    await sleep(100);
  }
  throw new Error(`process ${pid} wrote no heap snapshot`);
}
