/** From a CSV of any accepted encoding to one that DuckDB reads without guessing, its structure checked on the way. */
import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { NodeError } from '@coscore/node-core/errors/node-error.ts';
import type { CsvHeader, Delimiter } from './csv-header.ts';
import { CsvScanner, type CsvStructure, MAX_RECORD_BYTES } from './csv-scanner.ts';
import { DataError } from './errors.ts';
import type { CsvEncoding, SourceFile } from './source-file.ts';

export interface PlainCsv {
  /** The file itself, or its rewritten copy; its first record is a header. */
  readonly path: string;
  readonly header: CsvHeader;
  readonly rows: number;
  /** A field holds a line end, so the file must not be cut at line ends for parallel reading. */
  readonly quotedLineEnds: boolean;
  /** What the file was in. */
  readonly encoding: CsvEncoding;
}

export interface CsvOptions {
  readonly encoding?: CsvEncoding | undefined;
  readonly delimiter?: Delimiter | undefined;
  /** Where a rewritten copy goes: a private path that the caller removes. */
  readonly copyTo: string;
  readonly signal?: AbortSignal | undefined;
}

const CHUNK_BYTES = 1 << 20;

/**
 * Finds the encoding (byte order mark, else valid UTF-8, else valid GB18030), checks that every record has the header's
 * fields, and rewrites the file when DuckDB could not read it as it is.
 * @throws DataError `encoding-unknown`, `file-ragged`, `file-empty`, `file-unreadable`; NodeError `disk-full`.
 */
export async function openCsv(source: SourceFile & { format: 'csv' }, options: CsvOptions): Promise<PlainCsv> {
  const wanted = options.encoding ?? source.encoding;
  for (const encoding of wanted ? [wanted] : (['utf-8', 'gb18030'] as const)) {
    let structure = await scan(source, encoding, options, encoding !== 'utf-8');
    if (!structure) continue;
    checkStructure(structure, source.name);
    const rewritten = encoding !== 'utf-8' || structure.needsRewrite;
    if (rewritten && encoding === 'utf-8') structure = (await scan(source, encoding, options, true)) ?? structure;
    const { header, rows, quotedLineEnds } = structure;
    const path = rewritten ? options.copyTo : source.path;
    return { path, header, rows, quotedLineEnds, encoding };
  }
  const tried = wanted ?? 'utf-8 or gb18030';
  throw new DataError(
    'encoding-unknown',
    `${source.name} is not valid ${tried}; say its encoding, or save it as UTF-8`,
    { file: source.name, encoding: tried },
  );
}

/** @returns undefined when the bytes are not valid in this encoding. */
async function scan(
  source: SourceFile,
  encoding: CsvEncoding,
  options: CsvOptions,
  rewrite: boolean,
): Promise<CsvStructure | undefined> {
  const scanner = new CsvScanner(source.name, options.delimiter);
  const decode = encoding === 'utf-8' ? utf8Checker() : transcoder(encoding);
  const copy = rewrite ? await open(options.copyTo, 'w', 0o600) : undefined;
  let headerWritten = false;
  const push = async (bytes: Buffer): Promise<void> => {
    const plain = scanner.push(bytes, rewrite);
    if (!copy || !plain) return;
    if (!headerWritten && scanner.header) {
      // DuckDB takes its line end from the first in the file, quoted or not, so a plain line has to come first.
      await copy.writeFile(plainHeader(scanner.header));
      headerWritten = true;
    }
    if (plain.length > 0) await copy.writeFile(plain);
  };
  try {
    const stream = createReadStream(source.path, { highWaterMark: CHUNK_BYTES, signal: options.signal });
    for await (const chunk of stream) {
      const bytes = decode(chunk as Buffer);
      if (!bytes) return undefined;
      await push(bytes);
    }
    const rest = decode(undefined);
    if (!rest) return undefined;
    await push(rest);
    return scanner.finish();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') {
      throw new NodeError('disk-full', `no space left to rewrite ${source.name}`, { cause: error });
    }
    throw error;
  } finally {
    await copy?.close();
  }
}

const plainHeader = ({ names, delimiter }: CsvHeader): string => `${names.map((_, i) => `c${i}`).join(delimiter)}\n`;

/** Next bytes in UTF-8, undefined when they are not valid; called with undefined at the end. */
type Decode = (chunk: Buffer | undefined) => Buffer | undefined;

/** Passes UTF-8 through, checking it; a character cut by the chunk border is checked with the next chunk. */
function utf8Checker(): Decode {
  let carry: Buffer = Buffer.alloc(0);
  return (chunk) => {
    if (!chunk) return isUtf8(carry) ? Buffer.alloc(0) : undefined;
    const all = carry.length > 0 ? Buffer.concat([carry, chunk]) : chunk;
    const whole = all.length - cutCharacter(all);
    carry = Buffer.from(all.subarray(whole));
    return isUtf8(all.subarray(0, whole)) ? chunk : undefined;
  };
}

/** Bytes (0..3) at the end that begin a character and do not finish it. */
function cutCharacter(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

function transcoder(encoding: CsvEncoding): Decode {
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (chunk) => {
    try {
      return Buffer.from(decoder.decode(chunk, { stream: chunk !== undefined }), 'utf8');
    } catch {
      // A fatal decoder throws only for bytes that the encoding does not have; the caller names the error.
      return undefined;
    }
  };
}

function checkStructure(structure: CsvStructure, file: string): void {
  const expected = structure.header.names.length;
  const ragged = (line: number, found: number, count: number, what: string): DataError =>
    new DataError('file-ragged', `${file} is ragged: ${what}`, { file, line, found, count, expected });
  if (structure.openQuote !== undefined) {
    const line = structure.openQuote;
    throw ragged(line, expected, 1, `a quote opened on line ${line} is never closed`);
  }
  if (structure.tooLong !== undefined) {
    const line = structure.tooLong;
    throw ragged(line, expected, 1, `the record on line ${line} is longer than ${MAX_RECORD_BYTES} bytes`);
  }
  if (structure.firstRagged) {
    const { line, found } = structure.firstRagged;
    const what =
      found === expected
        ? `text follows a closing quote on line ${line}`
        : `line ${line} has ${found} fields where the header has ${expected}`;
    throw ragged(line, found, structure.ragged, `${what}; ${structure.ragged} such rows in all`);
  }
  if (structure.rows === 0) throw new DataError('file-empty', `${file} has a header and no rows`, { file });
}
