/** Backup and restore of a whole node: its state, its `node.json` and, when asked for, its sealed key. */
import { existsSync, mkdirSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { NodeError } from '../../errors/node-error.ts';
import { nodeIdSchema } from '../../identity/ids.ts';
import type { State } from '../open.ts';
import type { StateOptions } from '../options.ts';
import { invalid } from './format.ts';
import { verifyBackup } from './read.ts';
import { restoreBackup, type Restored } from './restore.ts';
import { type BackupWritten, writeBackup } from './write.ts';

const keyPath = (home: string): string => join(home, 'identity', 'key.json');
const nodeFilePath = (home: string): string => join(home, 'node.json');
const nodeFileSchema = z.record(z.string(), z.unknown());
const keySchema = z.looseObject({ id: nodeIdSchema, key: z.looseObject({ kind: z.string() }) });
type KeyFile = z.infer<typeof keySchema>;

/** @throws NodeError `key-missing`. */
async function readKey(home: string): Promise<KeyFile> {
  const path = keyPath(home);
  try {
    return keySchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    // No cause: a parser quotes what it read, and this may be a key.
    throw new NodeError('key-missing', `there is no readable key in ${path}`, { params: { file: path } });
  }
}

/** What the folder says the node is; null in a folder that a daemon made by itself. */
async function readNodeFile(home: string): Promise<Record<string, unknown> | null> {
  const path = nodeFilePath(home);
  return existsSync(path) ? nodeFileSchema.parse(JSON.parse(await readFile(path, 'utf8'))) : null;
}

/** The name of the node in a folder. @throws NodeError `key-missing`. */
export async function nodeIdIn(home: string): Promise<string> {
  return (await readKey(home)).id;
}

export interface NodeBackupOptions {
  readonly home: string;
  /** A file that is not there yet. */
  readonly file: string;
  readonly withKeys: boolean;
  readonly software: string;
}

/** @throws NodeError `key-not-sealed`, `key-missing`, and as `writeBackup`. */
export async function backUpNode(
  state: State,
  { home, file, withKeys, software }: NodeBackupOptions,
): Promise<BackupWritten> {
  const key = await readKey(home);
  if (withKeys && key.key.kind !== 'passphrase') {
    throw new NodeError('key-not-sealed', `the key in ${keyPath(home)} is not encrypted; a backup would lay it open`, {
      params: { file: keyPath(home) },
    });
  }
  const facts = { id: key.id, software, node: await readNodeFile(home), key: withKeys ? key : null };
  return writeBackup(state, file, facts, new Date());
}

export interface NodeRestored extends Restored {
  readonly withKeys: boolean;
}

/**
 * Restores into the folder `home`, whose state must be empty; its key, when the backup has one, must not be there.
 * @param options where the state goes, given the node's name.
 * @throws NodeError `state-not-empty`, `fingerprint-mismatch` when the folder is another node's, and as `restoreBackup`.
 */
export async function restoreNode(
  home: string,
  file: string,
  options: (id: string) => StateOptions,
): Promise<NodeRestored> {
  if (!existsSync(file)) throw invalid(file, 'there is no such file');
  const { id, key, node } = await verifyBackup(file);
  const path = keyPath(home);
  if (existsSync(path)) {
    if (key !== null) {
      throw new NodeError('state-not-empty', `there is a key in ${path} already, and the backup brings one`, {
        params: { directory: home },
      });
    }
    const own = await nodeIdIn(home);
    if (own !== id) {
      throw new NodeError('fingerprint-mismatch', `${file} is of node ${id}, and ${home} is node ${own}`, {
        params: { party: own },
      });
    }
  }
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const restored = await restoreBackup(file, join(home, 'state'), options(id), new Date());
  if (key !== null) await writeJson(path, key);
  if (node !== null && !existsSync(nodeFilePath(home))) await writeJson(nodeFilePath(home), node);
  return { ...restored, withKeys: key !== null };
}

/** A new file, for its owner only. */
async function writeJson(path: string, value: unknown): Promise<void> {
  mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 });
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(value, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
