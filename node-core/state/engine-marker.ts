/**
 * Which database the state of a folder is in, written beside its lock. A node that was started without its usual
 * COSCORE_DATABASE_URL, or suddenly with one, would find no state, take itself for new, and use one-time material again.
 */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { NodeError } from '../errors/node-error.ts';
import type { StateOptions } from './options.ts';

const markerSchema = z.discriminatedUnion('engine', [
  z.strictObject({ engine: z.literal('pglite') }),
  z.strictObject({ engine: z.literal('postgres'), schema: z.string() }),
]);
export type EngineMarker = z.infer<typeof markerSchema>;

const pathIn = (dir: string): string => join(dir, 'engine.json');

const markerOf = (options: StateOptions): EngineMarker =>
  options.engine === 'pglite' ? { engine: 'pglite' } : { engine: 'postgres', schema: options.schema };

const words = (marker: EngineMarker): string =>
  marker.engine === 'pglite' ? 'the embedded engine' : `PostgreSQL, schema ${marker.schema}`;

/** Undefined in a folder without state. @throws NodeError `state-unwritable` when the file is damaged. */
export function readMarker(dir: string): EngineMarker | undefined {
  const path = pathIn(dir);
  // Folders from before this file existed hold a cluster and nothing else.
  if (!existsSync(path)) return existsSync(join(dir, 'pg')) ? { engine: 'pglite' } : undefined;
  try {
    return markerSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new NodeError('state-unwritable', `${path} is damaged; it says which database this node's state is in`, {
      cause,
      params: { directory: dir },
    });
  }
}

/** @throws NodeError `engine-changed` when the state of this folder is in another database. */
export function checkMarker(dir: string, options: StateOptions): void {
  const found = readMarker(dir);
  const wanted = markerOf(options);
  if (found === undefined || words(found) === words(wanted)) return;
  throw new NodeError(
    'engine-changed',
    `the state of ${dir} is in ${words(found)}, and ${words(wanted)} was asked for`,
    {
      params: { directory: dir, engine: words(found) },
    },
  );
}

/** Keeps the choice; on disk when it returns. */
export function writeMarker(dir: string, options: StateOptions): void {
  const path = pathIn(dir);
  if (existsSync(path)) return;
  const file = openSync(`${path}.new`, 'w', 0o600);
  try {
    writeSync(file, `${JSON.stringify(markerOf(options))}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.new`, path);
}
