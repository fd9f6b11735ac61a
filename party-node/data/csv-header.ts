/** The first record of a CSV: its separator and the names of its columns (RFC 4180, section 2). */
import { DataError } from './errors.ts';

/** Separators looked for, the likelier first. */
const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export interface CsvHeader {
  readonly delimiter: Delimiter;
  /** Trimmed; a column without a name is called `column_<position from 1>`. */
  readonly names: readonly string[];
}

/**
 * @param line the first record without its line end; may hold quoted line ends.
 * @throws DataError `file-unreadable` when two columns have one name.
 */
export function parseHeader(line: string, file: string, delimiter: Delimiter = likeliestDelimiter(line)): CsvHeader {
  const text = line.startsWith('\ufeff') ? line.slice(1) : line;
  const names = splitRecord(text, delimiter).map((name, i) => name.trim() || `column_${i + 1}`);
  const repeated = names.find((name, i) => names.indexOf(name) !== i);
  if (repeated !== undefined) {
    const reason = `two columns are called ${repeated}`;
    throw new DataError('file-unreadable', `cannot read ${file}: ${reason}; rename one of them`, { file, reason });
  }
  return { delimiter, names };
}

/** The separator that occurs most often outside quotes. */
function likeliestDelimiter(line: string): Delimiter {
  const bare = line.replace(/"[^"]*"/g, '');
  const count = (delimiter: string): number => bare.split(delimiter).length - 1;
  return DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best));
}

/** Fields of one record, quotes removed and doubled quotes single. */
function splitRecord(text: string, delimiter: Delimiter): string[] {
  const fields: string[] = [];
  let at = 0;
  while (at <= text.length) {
    if (text[at] === '"') {
      const end = closingQuote(text, at);
      fields.push(text.slice(at + 1, end).replaceAll('""', '"'));
      const next = text.indexOf(delimiter, end);
      at = next < 0 ? text.length + 1 : next + 1;
    } else {
      const next = text.indexOf(delimiter, at);
      const end = next < 0 ? text.length : next;
      fields.push(text.slice(at, end));
      at = end + 1;
    }
  }
  return fields;
}

function closingQuote(text: string, opening: number): number {
  for (let i = opening + 1; i < text.length; i++) {
    if (text[i] !== '"') continue;
    if (text[i + 1] !== '"') return i;
    i++;
  }
  return text.length;
}
