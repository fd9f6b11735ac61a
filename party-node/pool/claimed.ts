/** Batches that one attempt of one job has claimed: each is used once here, and wiped whatever becomes of it. */
import { prg } from '@coscore/crypto';
import { erase } from '@coscore/crypto/erase.ts';
import type { PoolBatch } from '@coscore/node-core';
import { ProtocolError } from '@coscore/protocols';
import type { Deal } from '@coscore/protocols/helper/deal.ts';
import { blocksOf, type PooledDeal } from '@coscore/protocols/group-sum/refined/index.ts';
import { PoolFileReader } from './pool-file.ts';

export class ClaimedBatches {
  /** In the order in which both ends use them. */
  readonly deals: readonly PooledDeal[];
  readonly #destroy: (id: string) => Promise<void>;
  readonly #open: readonly PooledFile[];
  #wiped: Promise<void> | undefined;

  private constructor(files: readonly PooledFile[], destroy: (id: string) => Promise<void>) {
    this.#open = files;
    this.#destroy = destroy;
    this.deals = files.map((deal) => ({ deal, columns: deal.batch.columns }));
  }

  static none(): ClaimedBatches {
    return new ClaimedBatches([], () => Promise.resolve());
  }

  /**
   * @param batches claimed on disk. @param destroy wipes one, file and row.
   * @throws ProtocolError `wrong-size` for a file that is not as it was written; then all of them are wiped.
   */
  static async open(
    batches: readonly PoolBatch[],
    pathOf: (id: string) => string,
    destroy: (id: string) => Promise<void>,
  ): Promise<ClaimedBatches> {
    const files: PooledFile[] = [];
    try {
      for (const batch of batches) files.push(await PooledFile.open(batch, pathOf(batch.id)));
    } catch (cause) {
      // The reason it failed for is the one to tell; what cannot be wiped now is claimed, and is wiped by a later sweep.
      await Promise.allSettled(files.map((file) => file.close()));
      await Promise.allSettled(batches.map(({ id }) => destroy(id)));
      throw cause;
    }
    return new ClaimedBatches(files, destroy);
  }

  get columns(): number {
    return this.deals.reduce((sum, { columns }) => sum + columns, 0);
  }

  /** Whatever was used of them: nothing is left on the disk when it returns. */
  wipe(): Promise<void> {
    return (this.#wiped ??= this.#wipeAll());
  }

  async #wipeAll(): Promise<void> {
    // A file that cannot be closed is wiped like the others.
    await Promise.allSettled(this.#open.map((file) => file.close()));
    // At once: each waits for the disk.
    await Promise.all(this.#open.map(({ batch }) => this.#destroy(batch.id)));
  }
}

/** A deal whose residues come from the disk; the file is open only while it is read. */
class PooledFile implements Deal {
  readonly batch: PoolBatch;
  readonly seed: Uint8Array;
  readonly #path: string;
  readonly #blocks: ReturnType<typeof blocksOf>;
  #file: Promise<PoolFileReader> | undefined;
  #closed = false;

  private constructor(batch: PoolBatch, seed: Uint8Array, path: string) {
    this.batch = batch;
    this.seed = seed;
    this.#path = path;
    this.#blocks = blocksOf(batch);
  }

  static async open(batch: PoolBatch, path: string): Promise<PooledFile> {
    const file = await PoolFileReader.open(path, batch.bytes);
    try {
      return new PooledFile(batch, await file.seed(), path);
    } finally {
      await file.close();
    }
  }

  prg(label: string): ReturnType<typeof prg> {
    return prg(this.seed, label);
  }

  async receive(index: number, count: number): Promise<Uint8Array> {
    const due = this.#blocks.next();
    if (due.done === true || this.#closed)
      throw new ProtocolError('wrong-round', 'a batch dealt ahead has no more blocks');
    if (due.value.index !== index)
      throw new ProtocolError('wrong-round', `item ${index} of a batch dealt ahead, where ${due.value.index} is next`);
    if (due.value.count !== count)
      throw new ProtocolError('wrong-size', `${count} residues of a block of ${due.value.count} dealt ahead`);
    this.#file ??= PoolFileReader.open(this.#path, this.batch.bytes);
    return (await this.#file).next(count * 8);
  }

  /** Nothing can be received or expanded afterwards. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    erase(this.seed);
    // One that could not be opened has nothing to close; who received from it was told.
    await this.#file?.then((file) => file.close(), () => undefined); // prettier-ignore
  }
}
