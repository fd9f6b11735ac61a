/** A batch that is being dealt: its file grows as material comes, its row follows when all of it is on the disk. */
import type { PoolBatch } from '@coscore/node-core';
import { PoolFileWriter } from './pool-file.ts';

interface Kept {
  /** Writes the row. */
  add(batch: Omit<PoolBatch, 'state'>): Promise<void>;
  /** The file is no longer being written. */
  over(): void;
}

export class BatchWriter {
  readonly #batch: Omit<PoolBatch, 'state' | 'madeAt'>;
  readonly #file: PoolFileWriter;
  readonly #kept: Kept;
  #isOver = false;

  private constructor(batch: Omit<PoolBatch, 'state' | 'madeAt'>, file: PoolFileWriter, kept: Kept) {
    this.#batch = batch;
    this.#file = file;
    this.#kept = kept;
  }

  static async begin(
    path: string,
    batch: Omit<PoolBatch, 'state' | 'madeAt'>,
    seed: Uint8Array,
    kept: Kept,
  ): Promise<BatchWriter> {
    return new BatchWriter(batch, await PoolFileWriter.create(path, seed), kept);
  }

  /** The next residues, little-endian. @throws NodeError `disk-full`, `state-unwritable`. */
  write(residues: Uint8Array): Promise<void> {
    return this.#file.write(residues);
  }

  /** The batch is ready for use when it returns. @throws NodeError as `write`. */
  async keep(): Promise<void> {
    const bytes = await this.#file.finish();
    await this.#kept.add({ ...this.#batch, bytes, madeAt: new Date().toISOString() });
    this.#end();
  }

  /** After `keep` nothing; before it, wipes what there is. */
  async discard(): Promise<void> {
    if (this.#isOver) return;
    await this.#file.discard();
    this.#end();
  }

  #end(): void {
    this.#isOver = true;
    this.#kept.over();
  }
}
