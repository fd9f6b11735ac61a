/**
 * A backup file: lines of JSON in UTF-8.
 *
 *   {"format":"coscore-state","version":1,"id":...,"at":...,"software":...,"migrations":[...],
 *    "node":null|{...},"key":null|{...}}
 *   {"table":"jobs","columns":[["id","text"],...]}        then one array a row, values as PostgreSQL writes them as text,
 *   ["j1",null,...]                                       null for NULL, bytea in base64
 *   {"end":true,"rows":N,"sha256":hex}                    of every byte before this line
 *
 * Values as text are the same in the embedded engine and in a server, so that a file of either restores into either.
 */
import { z } from 'zod';
import { NodeError } from '../../errors/node-error.ts';
import { nodeIdSchema } from '../../identity/ids.ts';

export const headerSchema = z.strictObject({
  format: z.literal('coscore-state'),
  version: z.literal(1),
  /** The node that it is of. */
  id: nodeIdSchema,
  /** ISO time of the snapshot. */
  at: z.iso.datetime(),
  /** Version of Coscore that wrote it. */
  software: z.string(),
  /** Applied ones, oldest first: the form of the tables. */
  migrations: z.array(z.string()).min(1),
  /** The node's `node.json`, which holds no secret; null where it has none. */
  node: z.record(z.string(), z.unknown()).nullable(),
  /** The node's key file, sealed with its passphrase. */
  key: z.record(z.string(), z.unknown()).nullable(),
});
export type BackupHeader = z.infer<typeof headerSchema>;

const name = z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/);
export const tableSchema = z.strictObject({
  table: name,
  columns: z.array(z.tuple([name, z.string()])).min(1),
});
export type BackupTable = z.infer<typeof tableSchema>;

export const rowSchema = z.array(z.string().nullable());
export type BackupRow = z.infer<typeof rowSchema>;

export const endSchema = z.strictObject({
  end: z.literal(true),
  rows: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export const line = (value: unknown): string => `${JSON.stringify(value)}\n`;

/** A file that is no whole backup; nothing has been written from it. */
export function invalid(file: string, why: string): NodeError {
  return new NodeError('backup-invalid', `${file} is not a backup that can be restored: ${why}`, { params: { file } });
}
