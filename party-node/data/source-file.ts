/** The first look at a file somebody names: is it there, may we read it, what is it. */
import { constants } from 'node:fs';
import { open, realpath, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { DataError } from './errors.ts';

/** Encodings a CSV may have. `utf-16*` only by its byte order mark. */
export type CsvEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

export type SourceFile =
  | { readonly format: 'parquet'; readonly path: string; readonly name: string }
  /** `encoding` is what the byte order mark says, or undefined without one. */
  | {
      readonly format: 'csv';
      readonly path: string;
      readonly name: string;
      readonly encoding: CsvEncoding | undefined;
    };

const HEAD_BYTES = 1 << 16;
const MAGIC: readonly { readonly bytes: readonly number[]; readonly what: string }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], what: 'a spreadsheet or a zip archive' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: 'an old Excel workbook' },
  { bytes: [0x1f, 0x8b], what: 'a gzip archive' },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], what: 'a zstd archive' },
  { bytes: [0x25, 0x50, 0x44, 0x46], what: 'a PDF' },
];
const PARQUET = [0x50, 0x41, 0x52, 0x31];
const BOMS: readonly { readonly bytes: readonly number[]; readonly encoding: CsvEncoding }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
  { bytes: [0x84, 0x31, 0x95, 0x33], encoding: 'gb18030' },
];

const startsWith = (head: Uint8Array, bytes: readonly number[]): boolean => bytes.every((byte, i) => head[i] === byte);

/**
 * Looks at the path and the first bytes; the extension is not trusted.
 * `path` in the result is absolute and free of symbolic links, so it can be neither a URL nor a pattern of our own making.
 * @throws DataError `file-not-found`, `file-unreadable` (folder, device, no permission, not a table), `file-empty`.
 */
export async function openSource(path: string): Promise<SourceFile> {
  const name = basename(path);
  const unreadable = (reason: string): DataError =>
    new DataError('file-unreadable', `cannot read ${resolve(path)}: ${reason}`, { file: name, reason });
  let real: string;
  try {
    real = await realpath(path);
    const status = await stat(real);
    if (status.isDirectory()) throw unreadable('it is a folder; name the CSV or Parquet file in it');
    if (!status.isFile()) throw unreadable('it is not a regular file');
  } catch (error) {
    throw fileError(error, path, unreadable);
  }
  const { head, tail } = await readEnds(real).catch((error: unknown) => {
    throw fileError(error, path, unreadable);
  });
  if (head.length === 0) throw new DataError('file-empty', `${name} is empty`, { file: name });
  if (startsWith(head, PARQUET)) {
    if (!startsWith(tail, PARQUET)) throw unreadable('it starts like Parquet but its end is cut off');
    return { format: 'parquet', path: real, name };
  }
  const foreign = MAGIC.find((magic) => startsWith(head, magic.bytes));
  if (foreign) throw unreadable(`it is ${foreign.what}; save the table as CSV or Parquet`);
  const encoding = BOMS.find((bom) => startsWith(head, bom.bytes))?.encoding;
  if (!encoding?.startsWith('utf-16') && head.includes(0)) throw unreadable('it is a binary file, not CSV or Parquet');
  return { format: 'csv', path: real, name, encoding };
}

/** The first bytes of a file and its last four. */
async function readEnds(path: string): Promise<{ head: Uint8Array; tail: Uint8Array }> {
  await using file = await open(path, constants.O_RDONLY);
  const head = new Uint8Array(HEAD_BYTES);
  const { bytesRead } = await file.read(head, 0, HEAD_BYTES, 0);
  const { size } = await file.stat();
  const tail = new Uint8Array(4);
  await file.read(tail, 0, 4, Math.max(0, size - 4));
  return { head: head.subarray(0, bytesRead), tail };
}

/** An operating system's error, in our words; the system's message is kept out because it may quote other paths. */
function fileError(error: unknown, path: string, unreadable: (reason: string) => DataError): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new DataError('file-not-found', `there is no file ${resolve(path)}`, { file: basename(path) });
    case 'EACCES':
    case 'EPERM':
      return unreadable('this user may not read it');
    case 'EIO':
    case 'ELOOP':
    case 'ENXIO':
    case 'ENAMETOOLONG':
    case 'ERR_INVALID_ARG_VALUE':
      return unreadable(`the system refuses (${code})`);
    default:
      return error;
  }
}
