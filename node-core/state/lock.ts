/**
 * One process at a time on a state directory. The embedded engine has no lock of its own, and a second process on a live
 * directory loses acknowledged rows, so this comes before anything is opened. SQLite's exclusive lock is held by the
 * operating system: it ends with the process however that dies, and needs no guess about stale pid files.
 */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { NodeError } from '../errors/node-error.ts';

export interface DirectoryLock {
  release(): void;
}

/** SQLITE_BUSY (https://sqlite.org/rescode.html). */
const SQLITE_BUSY = 5;

/** @returns undefined when another process (or this one) holds it. */
export function tryLockDirectory(dir: string): DirectoryLock | undefined {
  const database = new DatabaseSync(join(dir, 'lock.db'));
  try {
    database.exec('PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) return undefined;
    throw error;
  }
  return { release: () => database.close() };
}

/** @throws NodeError `state-locked`. */
export function lockDirectory(dir: string): DirectoryLock {
  const lock = tryLockDirectory(dir);
  if (lock === undefined) {
    throw new NodeError('state-locked', `another process is using the state in ${dir}`, { params: { directory: dir } });
  }
  return lock;
}
