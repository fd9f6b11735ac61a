/** PostgreSQL's types as far as reading a table differs (pg_type.dat), and what a cell of each is written as for DuckDB. */
import type { PhysicalType } from './columns.ts';

/** Of types that every server numbers alike; the rest are looked up in the server's own catalogue. */
const PHYSICAL: Readonly<Record<number, PhysicalType>> = {
  16: 'boolean',
  20: 'integer', // int8
  21: 'integer', // int2
  23: 'integer', // int4
  26: 'integer', // oid
  700: 'real', // float4
  701: 'real', // float8
  1700: 'real', // numeric
  18: 'text', // "char"
  19: 'text', // name
  25: 'text',
  1042: 'text', // bpchar
  1043: 'text', // varchar
  2950: 'text', // uuid
  1082: 'time', // date
  1083: 'time',
  1114: 'time', // timestamp
  1184: 'time', // timestamptz
  1266: 'time',
  1186: 'time', // interval
};

const NUMERIC = 1700;
/** No shorter text of a numeric is beyond the range of a double, 1.8e308. */
const DOUBLE_DIGITS = 308;

/** A row of pg_type. */
export interface TypeFacts {
  readonly oid: number;
  readonly name: string;
  /** `e` is an enum. */
  readonly kind: string;
  /** `S` is a string type. */
  readonly category: string;
}

export function physicalOf({ oid, kind, category }: TypeFacts): PhysicalType {
  const known = PHYSICAL[oid];
  if (known !== undefined) return known;
  return kind === 'e' || category === 'S' ? 'text' : 'other';
}

/** Field of the spooled CSV as the type that its column has; what is not given a type is never read. */
export function duckExpression(field: string, physical: PhysicalType): string {
  switch (physical) {
    case 'integer':
      return `CAST(${field} AS BIGINT)`;
    case 'real':
      return `CAST(${field} AS DOUBLE)`;
    case 'boolean':
      return `CAST(${field} AS BOOLEAN)`;
    case 'text':
    case 'time':
    case 'other':
    case 'untyped':
      return field;
  }
}

/** A numeric that no double holds is written as infinite, which is refused by name later; else it would read as missing. */
export function numericText(oid: number, value: string): string {
  if (oid !== NUMERIC || value.length <= DOUBLE_DIGITS) return value;
  const number = Number(value);
  return Number.isFinite(number) || Number.isNaN(number) ? value : number > 0 ? 'Infinity' : '-Infinity';
}
