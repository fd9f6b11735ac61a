/** From DuckDB's vectors into typed arrays, one sink a column; a sink never grows, it was made for a known row count. */
import type { DuckDBVector } from '@duckdb/node-api';
import type { CategoryColumn, NumericColumn } from '@coscore/models/data/frame.ts';
import { MISSING_TEXTS } from './sql.ts';

export interface Sink {
  /** Takes the vector's rows as rows `offset`, `offset + 1`, ... */
  add(vector: DuckDBVector, offset: number): void;
}

/** Reads DOUBLE without NULL. */
export class NumberSink implements Sink {
  /** [rows] NaN = missing. */
  readonly values: Float64Array;
  /** Counted while reading. */
  missing = 0;
  infinite = 0;

  constructor(rows: number) {
    this.values = new Float64Array(rows);
  }

  add(vector: DuckDBVector, offset: number): void {
    const { values } = this;
    for (let i = 0; i < vector.itemCount; i++) {
      const value = vector.getItem(i) as number;
      values[offset + i] = value;
      if (Number.isNaN(value)) this.missing++;
      else if (!Number.isFinite(value)) this.infinite++;
    }
  }

  column(name: string): NumericColumn {
    return { kind: 'number', name, values: this.values };
  }
}

/** Reads INTEGER positions among a column's texts as they stand; trims, and knows which mean "no value". */
export class CategorySink implements Sink {
  readonly #codes: Int32Array;
  /** [texts + 1] code of the text at position i - 1; position -1 is NULL. */
  readonly #recode: Int32Array;
  /** In code unit order: a published order must not tell in which row each level came first. */
  readonly levels: readonly string[];
  missing = 0;

  constructor(rows: number, texts: readonly string[]) {
    const trimmed = texts.map((text) => text.trim());
    this.#codes = new Int32Array(rows);
    this.levels = [...new Set(trimmed)].filter((level) => !NO_VALUE.has(level)).sort();
    const codeOf = new Map(this.levels.map((level, code) => [level, code]));
    this.#recode = Int32Array.from([-1, ...trimmed.map((level) => codeOf.get(level) ?? -1)]);
  }

  add(vector: DuckDBVector, offset: number): void {
    for (let i = 0; i < vector.itemCount; i++) {
      const code = this.#recode[(vector.getItem(i) as number) + 1]!;
      this.#codes[offset + i] = code;
      if (code < 0) this.missing++;
    }
  }

  column(name: string): CategoryColumn {
    return { kind: 'category', name, codes: this.#codes, levels: this.levels };
  }
}

const NO_VALUE: ReadonlySet<string> = new Set(MISSING_TEXTS);

/** The id column; a missing id is counted and kept as an empty text. */
export class IdList {
  readonly ids: string[] = [];
  missing = 0;
  #duplicates: number | undefined;

  add(batch: readonly (string | null)[]): void {
    for (const id of batch) {
      if (id === null) this.missing++;
      this.ids.push(id ?? '');
    }
  }

  /** Rows beyond the first of each id. */
  duplicates(): number {
    this.#duplicates ??= this.ids.length - this.missing - (new Set(this.ids).size - (this.missing > 0 ? 1 : 0));
    return this.#duplicates;
  }
}

/** Reads UTINYINT: 0 good, 1 bad, 2 neither. */
export class LabelSink implements Sink {
  /** [rows] */
  readonly labels: Uint8Array;
  /** Rows of label 0, 1, neither. */
  readonly counts: [number, number, number] = [0, 0, 0];

  constructor(rows: number) {
    this.labels = new Uint8Array(rows);
  }

  add(vector: DuckDBVector, offset: number): void {
    for (let i = 0; i < vector.itemCount; i++) {
      const value = vector.getItem(i) as 0 | 1 | 2;
      this.labels[offset + i] = value;
      this.counts[value]++;
    }
  }
}
