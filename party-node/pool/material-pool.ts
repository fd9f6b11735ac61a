/**
 * Material that a helper dealt before the job that uses it, on this node's disk: per project, bounded, one use each.
 *
 * A batch is a row of state and a file. The row says what it is for and whether it is ready; the file holds the secret part.
 * The row is written when all of the file is on the disk, and says `claimed`, on the disk, before anything that depends on the
 * batch leaves this node. From then on the batch belongs to that attempt, which wipes it; one that did not come to that is
 * wiped when the node starts again. So what was handed out once is never handed out again, whatever dies in between.
 *
 * A backup holds neither rows nor files. A folder that is put back from a copy of the disk has both again, but a batch is used
 * only when both parties have it, and the one that was not put back has not.
 */
import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type AuditLog, NodeError, type PoolBatch, type PoolKey, type State } from '@coscore/node-core';
import { BatchWriter } from './batch-writer.ts';
import { ClaimedBatches } from './claimed.ts';
import { wipeFile } from './pool-file.ts';

/** What became of batches that no job used. */
export type WipedWhy = 'project-ended' | 'left-behind' | 'no-counterpart' | 'owner';

export interface MaterialPoolOptions {
  /** The node's folder. */
  readonly home: string;
  readonly state: Pick<State, 'pool' | 'projects'>;
  readonly audit: Pick<AuditLog, 'append'>;
  /** Bytes of files that one project may have. */
  readonly limitBytes: number;
}

export class MaterialPool {
  readonly limitBytes: number;
  readonly #folder: string;
  readonly #state: MaterialPoolOptions['state'];
  readonly #audit: MaterialPoolOptions['audit'];
  /** Ids of batches whose files are being written, by what they take at most. */
  readonly #writing = new Map<string, { readonly project: string; readonly bytes: number }>();
  /** Attempts that deal batches, as JOB.ATTEMPT. */
  readonly #filling = new Set<string>();
  /** Ids that an attempt of this process has claimed. */
  readonly #claimed = new Set<string>();

  constructor({ home, state, audit, limitBytes }: MaterialPoolOptions) {
    this.limitBytes = limitBytes;
    this.#folder = join(home, 'pool');
    this.#state = state;
    this.#audit = audit;
  }

  /**
   * Wipes what cannot be used any more: claimed batches of attempts that are no more, files without a row, rows without a
   * file, batches of projects that ended or expired. When the node starts, and from time to time.
   */
  async sweep(now = new Date()): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    // Folders are none of ours, such as what a file system keeps at its top.
    const entries = await readdir(this.#folder, { withFileTypes: true });
    const files = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
    // In this order: a batch that is finished meanwhile is among one or the other.
    const writing = new Set(this.#writing.keys());
    const rows = await this.#state.pool.list();
    const known = new Set(rows.map(({ id }) => id));
    for (const file of files) if (!known.has(file) && !writing.has(file)) await wipeFile(join(this.#folder, file));
    const whole = new Set((await this.#withFiles(rows)).map(({ id }) => id));
    const left = rows.filter(({ id, state }) => (state === 'claimed' && !this.#claimed.has(id)) || !whole.has(id));
    await this.#wipeAll(left, 'left-behind');
    const standing = new Set<string>();
    for (const { digest, state, manifest } of await this.#state.projects.list())
      if (state === 'active' && now.getTime() < Date.parse(manifest.expires)) standing.add(digest);
    const gone = new Set(left.map(({ id }) => id));
    const ended = rows.filter(({ id, project }) => !standing.has(project) && !gone.has(id));
    await this.#wipeAll(ended, 'project-ended');
  }

  /** Everything that is there, oldest first. */
  list(project?: string): Promise<readonly PoolBatch[]> {
    return this.#state.pool.list(project);
  }

  /** Batches of a project that no job has claimed. @returns how many were wiped. */
  async wipe(project: string, why: WipedWhy): Promise<number> {
    return this.#wipeAll(await this.list(project), why);
  }

  /** Those that fit and no job has claimed, oldest first; none whose file is gone, which the next sweep wipes. */
  async ready(key: PoolKey): Promise<readonly PoolBatch[]> {
    return this.#withFiles(await this.#state.pool.ready(key));
  }

  /** Batches that the other end does not have: nobody will use them. */
  async forget(batches: readonly PoolBatch[]): Promise<void> {
    await this.#wipeAll(batches, 'no-counterpart');
  }

  /**
   * Hands batches out to a job, which wipes them, whatever becomes of it.
   * @throws ProtocolError `material-reused` when one of them was handed out or wiped before; `wrong-size`.
   */
  async claim(batches: readonly PoolBatch[], job: string): Promise<ClaimedBatches> {
    if (batches.length === 0) return ClaimedBatches.none();
    const ids = batches.map(({ id }) => id);
    // Before the row says so: a sweep in between must not take them for left behind.
    const fresh = ids.filter((id) => !this.#claimed.has(id));
    for (const id of fresh) this.#claimed.add(id);
    try {
      await this.#state.pool.claim(ids);
    } catch (cause) {
      for (const id of fresh) this.#claimed.delete(id);
      throw cause;
    }
    const { project, peer } = batches[0]!;
    const columns = batches.reduce((sum, batch) => sum + batch.columns, 0);
    try {
      await this.#audit.append('used-ahead', { job, project, peer, batches: ids.length, columns }, new Date());
    } catch (cause) {
      await Promise.allSettled(ids.map((id) => this.#destroy(id)));
      throw cause;
    }
    return ClaimedBatches.open(
      batches,
      (id) => this.#path(id),
      (id) => this.#destroy(id),
    );
  }

  /** Bytes of files that the project may still write. */
  async room(project: string): Promise<number> {
    const kept = (await this.list(project)).reduce((sum, { bytes }) => sum + bytes, 0);
    let writing = 0;
    for (const one of this.#writing.values()) if (one.project === project) writing += one.bytes;
    return Math.max(0, this.limitBytes - kept - writing);
  }

  /**
   * Begins the file of a new batch.
   * @param batch `bytes` is what its file will have. @param seed [32]
   * @throws NodeError `pool-full`, `disk-full`, `state-unwritable`.
   */
  async create(batch: Omit<PoolBatch, 'state' | 'madeAt'>, seed: Uint8Array): Promise<BatchWriter> {
    const { id, project, bytes } = batch;
    const room = await this.room(project);
    if (bytes > room) throw poolFull(this.limitBytes, bytes, room);
    this.#writing.set(id, { project, bytes });
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      return await BatchWriter.begin(this.#path(id), batch, seed, {
        add: (whole) => this.#state.pool.add(whole),
        over: () => this.#writing.delete(id),
      });
    } catch (cause) {
      this.#writing.delete(id);
      throw cause;
    }
  }

  /** Runs what deals batches for an attempt, as JOB.ATTEMPT; meanwhile the other end need not have all that this one has. */
  async whileFilling<T>(attempt: string, work: () => Promise<T>): Promise<T> {
    this.#filling.add(attempt);
    return work().finally(() => this.#filling.delete(attempt));
  }

  /** Whether an attempt that is running here deals batches, this one among them. */
  isFilling({ id }: Pick<PoolBatch, 'id'>): boolean {
    return [...this.#filling].some((attempt) => id.startsWith(`${attempt}.`));
  }

  #path(id: string): string {
    return join(this.#folder, id);
  }

  async #withFiles(batches: readonly PoolBatch[]): Promise<readonly PoolBatch[]> {
    const gone = new Set<string>();
    for (const { id } of batches) {
      await stat(this.#path(id)).catch((cause: unknown) => {
        if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
        gone.add(id);
      });
    }
    return batches.filter(({ id }) => !gone.has(id));
  }

  /** @returns how many were there to wipe. */
  async #wipeAll(batches: readonly PoolBatch[], why: WipedWhy): Promise<number> {
    const wiped = new Map<string, number>();
    for (const { id, project, state } of batches) {
      // Not those that a job is using, or takes at this moment: it wipes them itself.
      if (this.#claimed.has(id) || (state === 'ready' && !(await this.#state.pool.take(id)))) continue;
      await this.#destroy(id);
      wiped.set(project, (wiped.get(project) ?? 0) + 1);
    }
    for (const [project, count] of wiped)
      await this.#audit.append('wiped-ahead', { project, batches: count, why }, new Date());
    return [...wiped.values()].reduce((sum, count) => sum + count, 0);
  }

  /** The row last: what is half wiped stays claimed, and is wiped by the next sweep. */
  async #destroy(id: string): Promise<void> {
    try {
      await wipeFile(this.#path(id));
      await this.#state.pool.remove(id);
    } finally {
      // Nobody is using it any more: the next sweep may try again.
      this.#claimed.delete(id);
    }
  }
}

/** @param asked in words, with how much of it would fit. */
export function poolFull(limitBytes: number, bytes: number, room: number, asked = 'the next batch'): NodeError {
  const needed = Math.ceil(bytes / 1e6);
  const [free, limit] = [room, limitBytes].map((count) => Math.floor(count / 1e6)) as [number, number];
  return new NodeError(
    'pool-full',
    `${asked}: ${needed} MB are to be dealt ahead, and the pool of this project has room for ${free} of its ${limit} MB`,
    { params: { needed, room: free, limit } },
  );
}
