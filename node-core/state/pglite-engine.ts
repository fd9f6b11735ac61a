/**
 * The embedded engine: PostgreSQL in WebAssembly (PGlite) on a directory. This file and pglite-dialect.ts are all that
 * knows of it.
 *
 * PGlite starts PostgreSQL with fsync off and its file system ignores sync calls, which would survive a killed process
 * but not a power cut. One-time material must never be used twice, so both are put right here: about 0.3 ms a commit.
 */
import { fsyncSync } from 'node:fs';
import { PGlite, types } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { z } from 'zod';

const EBADF_IN_WASM = 8;

/** The part of Emscripten's NODEFS that is used: its open files carry the descriptor of the real one. */
const nodeFsSchema = z.object({ stream_ops: z.record(z.string(), z.unknown()) });
const streamSchema = z.object({ nfd: z.number().int().nonnegative() });

function syncStream(stream: unknown): number {
  const file = streamSchema.safeParse(stream);
  if (!file.success) return EBADF_IN_WASM;
  fsyncSync(file.data.nfd);
  return 0;
}

class SyncingNodeFS extends NodeFS {
  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(...args);
    const syncOnFsync: NonNullable<typeof emscriptenOpts.preRun>[number] = (module) => {
      // Checked, because without it durability would be gone without a word after an upgrade of PGlite.
      nodeFsSchema.parse(module.NODEFS);
      Object.assign((module.NODEFS as unknown as z.infer<typeof nodeFsSchema>).stream_ops, { fsync: syncStream });
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), syncOnFsync] } };
  }
}

/** `-F` is "fsync off". fdatasync is a no-op in the WebAssembly build, so the log is synced with fsync. */
const START_PARAMS = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  ...['-c', 'fsync=on', '-c', 'wal_sync_method=fsync', '-c', 'synchronous_commit=on'],
  ...['-c', 'shared_buffers=16MB'],
];

/** PGlite's own conversions of bytes go digit by digit: 17 s for 30 MB, against 0.1 s here. */
const serializers = {
  [types.BYTEA]: (value: unknown): string => `\\x${Buffer.from(value as Uint8Array).toString('hex')}`,
};
const parsers = { [types.BYTEA]: (text: string): Uint8Array => Buffer.from(text.slice(2), 'hex') };

const LOG_LINES = 5;

/** @throws Error with the last words of the engine's own log. */
async function withLog<T>(work: (onOutput: (text: string) => boolean) => Promise<T>): Promise<T> {
  const lines: string[] = [];
  const keep = (text: string): boolean => {
    if (lines.push(text) > LOG_LINES) lines.shift();
    return true;
  };
  try {
    return await work(keep);
  } catch (cause) {
    throw new Error(`the embedded database did not start: ${lines.join(' | ')}`, { cause });
  }
}

/** Opens the cluster in `dir`, making a new one (about 3 s) when there is none. */
export async function openPglite(dir: string): Promise<PGlite> {
  return withLog((onOutput) =>
    PGlite.create({
      fs: new SyncingNodeFS(dir),
      startParams: [...START_PARAMS],
      relaxedDurability: false,
      serializers,
      parsers,
      onStdout: onOutput,
      onStderr: onOutput,
    }),
  );
}
