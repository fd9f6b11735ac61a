/** What a file of applicants held when its owner asked about it: every attempt is about the same ones. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { DataError } from '../data/index.ts';

/**
 * @returns SHA-256 of the file, lower-case hex.
 * @throws DataError `file-not-found`; `file-unreadable`, also for what is no regular file and so need not have an end.
 */
export async function digestOfFile(file: string): Promise<string> {
  try {
    if (!(await stat(file)).isFile()) throw unreadable(file, 'it is not a file');
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
    return hash.digest('hex');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new DataError('file-not-found', `there is no file ${file}`, { file });
    if (code === 'EACCES' || code === 'EISDIR' || code === 'ENOTDIR') throw unreadable(file, code);
    throw cause;
  }
}

/**
 * The other parties would otherwise learn whom another file is about, and give points for it, within one request.
 * @throws DataError `data-changed`; as `digestOfFile`.
 */
export async function mustBeAsAsked(file: string, digest: string, job: string): Promise<void> {
  if ((await digestOfFile(file)) === digest) return;
  throw new DataError('data-changed', `${file} is not what it was when its scores were asked for`, { job });
}

const unreadable = (file: string, reason: string): DataError =>
  new DataError('file-unreadable', `cannot read ${file}: ${reason}`, { file, reason });
