/**
 * A pass over the bytes of a CSV (RFC 4180, UTF-8) that checks its structure and counts its records.
 *
 * DuckDB parses the values, but it guesses line ends and skips what does not fit its guess: a quoted line end in the
 * header of a CRLF file made it return no rows and no error. So the structure is judged here, the files it stumbles over
 * are rewritten plainly, and the reader compares its row count with this one.
 */
import { type CsvHeader, type Delimiter, parseHeader } from './csv-header.ts';
import { DataError } from './errors.ts';

const LF = 10;
const CR = 13;
const QUOTE = 34;

/** Longer records are an unclosed quote far more often than a table; DuckDB's own limit is 2,000,000. */
export const MAX_RECORD_BYTES = 1 << 20;

const FIELD_START = 0;
const UNQUOTED = 1;
const QUOTED = 2;
const QUOTE_IN_QUOTED = 3;

export interface CsvStructure {
  readonly header: CsvHeader;
  /** Records after the header, blank lines not counted (in a file of one column a blank line is a missing value). */
  readonly rows: number;
  /** Records with another number of fields than the header, or with text after a closing quote. */
  readonly ragged: number;
  /** First of them: line in the file (from 1), fields found. */
  readonly firstRagged: { readonly line: number; readonly found: number } | undefined;
  /** Line on which a quote was opened that nothing closes. */
  readonly openQuote: number | undefined;
  /** Line of the first record longer than `MAX_RECORD_BYTES`. */
  readonly tooLong: number | undefined;
  /** A field holds a line end. */
  readonly quotedLineEnds: boolean;
  /** DuckDB would misread the file as it is: mixed or bare CR line ends, blank lines or a line end in the header. */
  readonly needsRewrite: boolean;
}

export class CsvScanner {
  readonly #file: string;
  readonly #wantedDelimiter: Delimiter | undefined;
  #header: CsvHeader | undefined;
  #headerBytes: Buffer = Buffer.alloc(0);
  #delimiterByte = 0;
  #columns = 0;
  #state = FIELD_START;
  #fields = 1;
  #recordBytes = 0;
  #recordLine = 1;
  #line = 1;
  #quoteLine = 0;
  #badQuote = false;
  #afterCr = false;
  /** The next line end closes the header, which is not a record and is not written out. */
  #skipNext = false;
  #rows = 0;
  #ragged = 0;
  #firstRagged: { line: number; found: number } | undefined;
  #tooLong: number | undefined;
  #quotedLineEnds = false;
  #oddHeader = false;
  #lineEnds = { lf: 0, crlf: 0, cr: 0 };

  constructor(file: string, delimiter: Delimiter | undefined) {
    this.#file = file;
    this.#wantedDelimiter = delimiter;
  }

  /**
   * Takes the next bytes of the file.
   * @param rewrite whether to return the records after the header plainly: every line end LF.
   * @throws DataError `file-unreadable` (two columns of one name), `file-ragged` (a first line without end).
   */
  push(bytes: Buffer, rewrite = false): Buffer | undefined {
    const body = this.#header ? bytes : this.#takeHeader(bytes);
    if (!body) return undefined;
    if (!rewrite) {
      this.#scan(body, undefined);
      return undefined;
    }
    // Line ends only shrink, and at most one is added at the end.
    const out = Buffer.allocUnsafe(body.length);
    return out.subarray(0, this.#scan(body, out));
  }

  /** Undefined until the first record has been seen whole. */
  get header(): CsvHeader | undefined {
    return this.#header;
  }

  /** Call once, after the last bytes. */
  finish(): CsvStructure {
    if (!this.#header) this.#setHeader(this.#headerBytes);
    const openQuote = this.#state === QUOTED ? this.#quoteLine : undefined;
    if (this.#recordBytes > 0) this.#endRecord();
    const { lf, crlf, cr } = this.#lineEnds;
    return {
      header: this.#header!,
      rows: this.#rows,
      ragged: this.#ragged,
      firstRagged: this.#firstRagged,
      openQuote,
      tooLong: this.#tooLong,
      quotedLineEnds: this.#quotedLineEnds,
      needsRewrite: this.#oddHeader || cr > 0 || (lf > 0 && crlf > 0),
    };
  }

  /** Collects bytes up to the end of the first record that is not blank; returns what follows it. */
  #takeHeader(bytes: Buffer): Buffer | undefined {
    const all = this.#headerBytes.length > 0 ? Buffer.concat([this.#headerBytes, bytes]) : bytes;
    let start = 0;
    while (all[start] === LF || all[start] === CR) start++;
    let quoted = false;
    for (let i = start; i < all.length; i++) {
      const byte = all[i]!;
      if (byte === QUOTE) quoted = !quoted;
      else if ((byte === LF || byte === CR) && !quoted) {
        const line = all.subarray(start, i);
        this.#oddHeader = start > 0 || line.includes(LF) || line.includes(CR);
        for (let j = 0; j < i; j++) if (all[j] === LF) this.#line++;
        this.#setHeader(line);
        // The header's own line end is scanned as that of a record already counted.
        return all.subarray(i);
      }
    }
    if (all.length > MAX_RECORD_BYTES) {
      throw new DataError('file-ragged', `${this.#file} is not a CSV: its first line does not end`, {
        file: this.#file,
        count: 1,
        line: 1,
        expected: 1,
        found: 1,
      });
    }
    this.#headerBytes = all;
    return undefined;
  }

  #setHeader(line: Buffer): void {
    this.#header = parseHeader(line.toString('utf8'), this.#file, this.#wantedDelimiter);
    this.#delimiterByte = this.#header.delimiter.charCodeAt(0);
    this.#columns = this.#header.names.length;
    this.#recordBytes = 0;
    this.#skipNext = true;
  }

  /** @returns bytes written to `out`. */
  #scan(bytes: Buffer, out: Buffer | undefined): number {
    const delimiter = this.#delimiterByte;
    let state = this.#state;
    let written = 0;
    let from = 0;
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i]!;
      if (state === QUOTED) {
        if (byte === QUOTE) state = QUOTE_IN_QUOTED;
        else if (byte === LF || byte === CR) {
          this.#quotedLineEnds = true;
          if (byte === LF) this.#line++;
        }
        continue;
      }
      if (byte === LF || byte === CR) {
        this.#state = state;
        this.#recordBytes += i - from;
        if (out) written += bytes.copy(out, written, from, i);
        if (byte === LF && this.#afterCr && this.#recordBytes === 0) {
          this.#lineEnds.cr--;
          this.#lineEnds.crlf++;
        } else {
          this.#line++;
          this.#lineEnds[byte === LF ? 'lf' : 'cr']++;
          if (this.#skipNext) this.#skipNext = false;
          else {
            if (out) out[written++] = LF;
            if (this.#recordBytes > 0 || this.#columns === 1) this.#endRecord();
          }
          this.#startRecord();
        }
        this.#afterCr = byte === CR;
        state = FIELD_START;
        from = i + 1;
      } else if (byte === delimiter) {
        this.#fields++;
        state = FIELD_START;
      } else if (byte === QUOTE) {
        if (state === FIELD_START) {
          this.#quoteLine = this.#line;
          state = QUOTED;
        } else if (state === QUOTE_IN_QUOTED) state = QUOTED;
      } else if (state === QUOTE_IN_QUOTED) {
        this.#badQuote = true;
        state = UNQUOTED;
      } else state = UNQUOTED;
    }
    this.#state = state;
    this.#recordBytes += bytes.length - from;
    if (this.#recordBytes > MAX_RECORD_BYTES) this.#tooLong ??= this.#recordLine;
    if (out) written += bytes.copy(out, written, from, bytes.length);
    return written;
  }

  #startRecord(): void {
    this.#fields = 1;
    this.#recordBytes = 0;
    this.#badQuote = false;
    this.#recordLine = this.#line;
  }

  #endRecord(): void {
    this.#rows++;
    if (this.#recordBytes > MAX_RECORD_BYTES) this.#tooLong ??= this.#recordLine;
    if (this.#fields === this.#columns && !this.#badQuote) return;
    this.#ragged++;
    this.#firstRagged ??= { line: this.#recordLine, found: this.#fields };
  }
}
