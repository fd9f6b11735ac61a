/** Reading a backup: line by line, and first of all whole, so that a cut or changed file is refused before anything is written. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { z } from 'zod';
import {
  type BackupHeader,
  type BackupRow,
  type BackupTable,
  endSchema,
  headerSchema,
  invalid,
  rowSchema,
  tableSchema,
} from './format.ts';

/** A part of an artefact is 1 MiB, 1.4 in base64; nothing of ours is near this. */
const LONGEST_LINE = 64 << 20;
const LF = 10;

/** Lines without their end. Only LF ends one: JSON leaves other line separators as they are. */
async function* linesOf(file: string): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let held = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    let rest = chunk as Buffer;
    for (let at = rest.indexOf(LF); at >= 0; at = rest.indexOf(LF)) {
      yield Buffer.concat([...parts, rest.subarray(0, at)]);
      parts = [];
      held = 0;
      rest = rest.subarray(at + 1);
    }
    parts.push(rest);
    if ((held += rest.length) > LONGEST_LINE) throw invalid(file, 'it is not made of lines');
  }
  if (held > 0) yield Buffer.concat(parts);
}

export type BackupPart =
  | { readonly kind: 'header'; readonly header: BackupHeader }
  | { readonly kind: 'table'; readonly table: BackupTable }
  | { readonly kind: 'row'; readonly row: BackupRow };

/**
 * Every part in order. The digest is compared at the end, so the parts may be used only once a first reading has ended well.
 * @throws NodeError `backup-invalid`; the file system's own error when it cannot be read.
 */
export async function* readBackup(file: string): AsyncGenerator<BackupPart> {
  const digest = createHash('sha256');
  let columns: number | undefined;
  let rows = 0;
  let number = 0;
  let ended = false;
  for await (const bytes of linesOf(file)) {
    number++;
    if (ended) throw invalid(file, `line ${number} follows its end`);
    const value = parsed(file, number, bytes);
    if (number === 1) {
      yield { kind: 'header', header: checked(file, number, headerSchema, value) };
    } else if (Array.isArray(value)) {
      const row = checked(file, number, rowSchema, value);
      if (row.length !== columns) throw invalid(file, `line ${number} has ${row.length} values`);
      rows++;
      yield { kind: 'row', row };
    } else if (typeof value === 'object' && value !== null && 'table' in value) {
      const table = checked(file, number, tableSchema, value);
      columns = table.columns.length;
      yield { kind: 'table', table };
    } else {
      const end = checked(file, number, endSchema, value);
      if (end.rows !== rows) throw invalid(file, `it has ${rows} rows of ${end.rows}`);
      if (end.sha256 !== digest.digest('hex')) throw invalid(file, 'its SHA-256 does not fit; it was changed');
      ended = true;
    }
    if (!ended) digest.update(bytes).update('\n');
  }
  if (!ended) throw invalid(file, number === 0 ? 'it is empty' : 'its end is missing');
}

function parsed(file: string, number: number, bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    throw invalid(file, `line ${number} is no JSON`); // without the parser's words: they quote the line
  }
}

function checked<T>(file: string, number: number, schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw invalid(
    file,
    number === 1 ? 'its first line is not that of a backup of this version' : `line ${number} is none of its lines`,
  );
}

/** Reads the whole file once. @returns its header. @throws as `readBackup`. */
export async function verifyBackup(file: string): Promise<BackupHeader> {
  let header: BackupHeader | undefined;
  for await (const part of readBackup(file)) if (part.kind === 'header') header = part.header;
  if (header === undefined) throw invalid(file, 'it is empty');
  return header;
}
