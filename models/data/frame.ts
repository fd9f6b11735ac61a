/** A table in memory: one typed array a column, no object a row. */

export interface NumericColumn {
  readonly kind: 'number';
  readonly name: string;
  /** [rows] NaN = missing. */
  readonly values: Float64Array;
}

export interface CategoryColumn {
  readonly kind: 'category';
  readonly name: string;
  /** [rows] index into `levels`; -1 = missing. */
  readonly codes: Int32Array;
  readonly levels: readonly string[];
}

export type Column = NumericColumn | CategoryColumn;

export interface Frame {
  readonly rows: number;
  readonly columns: readonly Column[];
}

/**
 * The frame's rows in another order.
 * @param rows [n] row numbers of `frame`; -1 makes a row that is missing in every column (a left join's unmatched row).
 * @throws RangeError when a row number is not in [-1, frame.rows).
 */
export function takeRows(frame: Frame, rows: Int32Array): Frame {
  for (const row of rows) {
    if (row < -1 || row >= frame.rows) throw new RangeError(`row number outside a frame of ${frame.rows} rows`);
  }
  return { rows: rows.length, columns: frame.columns.map((column) => takeColumnRows(column, rows)) };
}

function takeColumnRows(column: Column, rows: Int32Array): Column {
  switch (column.kind) {
    case 'number': {
      const values = new Float64Array(rows.length);
      for (let i = 0; i < rows.length; i++) values[i] = rows[i]! < 0 ? NaN : column.values[rows[i]!]!;
      return { ...column, values };
    }
    case 'category': {
      const codes = new Int32Array(rows.length);
      for (let i = 0; i < rows.length; i++) codes[i] = rows[i]! < 0 ? -1 : column.codes[rows[i]!]!;
      return { ...column, codes };
    }
  }
}
