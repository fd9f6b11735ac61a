/**
 * A node's first start. Making a cluster and its tables takes 3 to 5 s and 400 MB, opening one 0.2 s, so one with empty
 * tables is kept in the cache of the installation and copied (40 MB, 0.2 to 0.4 s). Copies share PostgreSQL's system
 * identifier, which only replication reads.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { z } from 'zod';
import { tryLockDirectory } from './lock.ts';

const LOCK_POLL_MS = 50;

/** Makes a cluster in `dir`, which must not exist, in a process of its own. */
async function makeCluster(dir: string): Promise<void> {
  const script = join(import.meta.dirname, `make-cluster${extname(import.meta.filename)}`);
  await promisify(execFile)(process.execPath, [script, dir]);
}

/** The installed engine's own directory, `node_modules/@electric-sql/pglite`. */
const enginePackage = resolve(dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite')), '..');

function engineVersion(): string {
  const text = readFileSync(join(enginePackage, 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

/** Names what the copied cluster depends on: the engine, and our files that decide its contents. */
function templateName(): string {
  const extension = extname(import.meta.filename);
  const digest = createHash('sha256');
  for (const name of ['make-cluster', 'migrations', 'pglite-engine']) {
    digest.update(readFileSync(join(import.meta.dirname, name + extension)));
  }
  return `pglite-${engineVersion()}-${digest.digest('hex').slice(0, 16)}`;
}

/** `.cache` of the `node_modules` that the engine is installed in; undefined where it may not be written. */
function cacheDirectory(): string | undefined {
  const cache = resolve(enginePackage, '..', '..', '.cache', 'coscore');
  try {
    mkdirSync(cache, { recursive: true });
    accessSync(cache, constants.W_OK);
    return cache;
  } catch {
    return undefined; // a read-only installation: every first start makes its own cluster
  }
}

async function withDirectoryLock<T>(dir: string, work: () => Promise<T>): Promise<T> {
  for (;;) {
    const lock = tryLockDirectory(dir);
    if (lock === undefined) {
      await sleep(LOCK_POLL_MS);
      continue;
    }
    try {
      return await work();
    } finally {
      lock.release();
    }
  }
}

/**
 * Path of the cluster to copy for this engine version and these tables, made when it is missing; processes that start together wait for one
 * of them to make it. Undefined where the installation is read-only.
 */
async function clusterTemplate(): Promise<string | undefined> {
  const cache = cacheDirectory();
  if (cache === undefined) return undefined;
  const template = join(cache, templateName());
  if (existsSync(template)) return template;
  return withDirectoryLock(cache, async () => {
    if (!existsSync(template)) {
      const building = `${template}.building`;
      rmSync(building, { recursive: true, force: true });
      await makeCluster(building);
      await rename(building, template);
    }
    return template;
  });
}

/** A folder of files and folders. `cp` of Node asks about every file four times, which takes longer than the copy. */
async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to, { mode: 0o700 });
  const entries = await readdir(from, { withFileTypes: true });
  await Promise.all(
    entries.map((entry) => {
      const [source, target] = [join(from, entry.name), join(to, entry.name)];
      return entry.isDirectory() ? copyTree(source, target) : copyFile(source, target);
    }),
  );
}

async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Every file and directory under `dir` on disk, so that a power cut cannot leave a cluster with holes. */
async function syncTree(dir: string): Promise<void> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  await Promise.all(entries.map((entry) => syncPath(join(entry.parentPath, entry.name))));
  await syncPath(dir);
}

/** Makes sure that `dir` holds a whole cluster: it appears under its name only when complete and on disk. */
export async function ensureCluster(dir: string): Promise<void> {
  if (existsSync(dir)) return;
  const building = `${resolve(dir)}.building`;
  await rm(building, { recursive: true, force: true });
  const template = await clusterTemplate();
  if (template === undefined) await makeCluster(building);
  else await copyTree(template, building);
  await syncTree(building);
  await rename(building, dir);
  await syncPath(dirname(resolve(dir)));
}
