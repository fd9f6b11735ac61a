/**
 * The file of one batch of dealt material: this party's seed, and at the feature party the residues behind it, as they came.
 * Only the owner can read it. Wiping overwrites it on the disk before it is unlinked; a file system that keeps old blocks
 * (copy on write, snapshots, an SSD's spare cells) may still have them, which is the operator's business (docs/user-guide.md).
 */
import { constants } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { SEED_BYTES } from '@coscore/crypto';
import { stateError } from '@coscore/node-core';
import { ProtocolError } from '@coscore/protocols';

/** Written or read at once, bytes. */
const PIECE_BYTES = 1 << 20;

/** A link would have another file read, or overwritten. */
const { O_RDONLY, O_RDWR, O_NOFOLLOW } = constants;

export class PoolFileWriter {
  readonly #path: string;
  readonly #handle: FileHandle;

  private constructor(path: string, handle: FileHandle) {
    this.#path = path;
    this.#handle = handle;
  }

  /** A new file, 0600. @param seed [32] @throws NodeError `disk-full`, `state-unwritable`, also when it is there already. */
  static async create(path: string, seed: Uint8Array): Promise<PoolFileWriter> {
    const handle = await open(path, 'wx', 0o600).catch((cause: unknown) => {
      throw stateError(cause, path);
    });
    const writer = new PoolFileWriter(path, handle);
    try {
      await writer.write(seed);
      return writer;
    } catch (cause) {
      await writer.discard();
      throw cause;
    }
  }

  /** @param residues little-endian. @throws NodeError `disk-full`, `state-unwritable`. */
  async write(residues: Uint8Array): Promise<void> {
    try {
      await this.#handle.writeFile(residues);
    } catch (cause) {
      throw stateError(cause, this.#path);
    }
  }

  /** On disk when it returns, under its name. @returns its size in bytes. @throws NodeError as `write`. */
  async finish(): Promise<number> {
    try {
      await this.#handle.sync();
      const { size } = await this.#handle.stat();
      await this.#handle.close();
      await syncFolderOf(this.#path);
      return size;
    } catch (cause) {
      throw stateError(cause, this.#path);
    }
  }

  /** Wipes what was written, at whatever point. */
  async discard(): Promise<void> {
    await this.#handle.close().catch(() => undefined); // closed by `finish`
    await wipeFile(this.#path);
  }
}

/** Reads one batch from front to back. */
export class PoolFileReader {
  readonly #path: string;
  readonly #handle: FileHandle;
  #at = SEED_BYTES;

  private constructor(path: string, handle: FileHandle) {
    this.#path = path;
    this.#handle = handle;
  }

  /** @throws ProtocolError `wrong-size` when it has another size than it was written with. */
  static async open(path: string, size: number): Promise<PoolFileReader> {
    const handle = await open(path, O_RDONLY | O_NOFOLLOW);
    const reader = new PoolFileReader(path, handle);
    const found = (await handle.stat()).size;
    if (found === size) return reader;
    await handle.close();
    throw new ProtocolError('wrong-size', `the file of a batch dealt ahead has ${found} bytes, not ${size}`);
  }

  /** [32] */
  async seed(): Promise<Uint8Array> {
    return this.#read(SEED_BYTES, 0);
  }

  /** The next bytes behind the seed. */
  async next(length: number): Promise<Uint8Array> {
    const bytes = await this.#read(length, this.#at);
    this.#at += length;
    return bytes;
  }

  async #read(length: number, position: number): Promise<Uint8Array> {
    // A buffer of its own, not of a shared pool: it is erased after use.
    const bytes = new Uint8Array(length);
    for (let read = 0; read < length;) {
      const { bytesRead } = await this.#handle.read(bytes, read, length - read, position + read);
      if (bytesRead === 0) throw new ProtocolError('wrong-size', `${this.#path} ends before its batch does`);
      read += bytesRead;
    }
    return bytes;
  }

  close(): Promise<void> {
    return this.#handle.close();
  }
}

/**
 * Overwritten on the disk, then unlinked; nothing where there is none. Unlinked also when it cannot be overwritten; of a link
 * the link. @throws NodeError `disk-full`, `state-unwritable`; the file system's own error.
 */
export async function wipeFile(path: string): Promise<void> {
  try {
    const handle = await openToWipe(path);
    if (handle === 'none') return;
    try {
      if (handle !== 'link') await overwrite(handle);
    } finally {
      // Another wipe may be quicker.
      await rm(path, { force: true });
    }
    await syncFolderOf(path);
  } catch (cause) {
    throw stateError(cause, path);
  }
}

async function openToWipe(path: string): Promise<FileHandle | 'none' | 'link'> {
  try {
    return await open(path, O_RDWR | O_NOFOLLOW);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') return 'none';
    if (code === 'ELOOP') return 'link';
    throw cause;
  }
}

async function overwrite(handle: FileHandle): Promise<void> {
  try {
    const { size } = await handle.stat();
    const zeros = new Uint8Array(Math.min(size, PIECE_BYTES));
    for (let at = 0; at < size;)
      at += (await handle.write(zeros, 0, Math.min(zeros.length, size - at), at)).bytesWritten;
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

async function syncFolderOf(path: string): Promise<void> {
  const folder = await open(dirname(path), 'r');
  await folder.sync().finally(() => folder.close());
}
