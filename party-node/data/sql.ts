/** The few SQL expressions that reading a table needs. Names and texts are always quoted here. */

/** A quoted identifier. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A quoted text literal. */
export const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** Texts that mean "no value", spaces around them aside. A closed list of spellings: DuckDB compares it fast. */
export const MISSING_TEXTS: readonly string[] = [
  ...['', 'NA', 'na', 'N/A', 'n/a', '#N/A', 'NULL', 'Null', 'null'],
  ...['NaN', 'nan', 'NAN', 'None', 'none', 'NONE', '\\N'],
];

/** Bytes above which a text is not looked at for being one of them; a trim costs more than all the rest. */
const LONGEST_MISSING = 12;

/** True where a text column holds no value. (A conjunction would compute every branch for every cell; CASE does not.) */
export const isMissing = (column: string): string =>
  `(CASE WHEN ${column} IS NULL THEN true WHEN strlen(${column}) > ${LONGEST_MISSING} THEN false ` +
  `ELSE trim(${column}) IN (${MISSING_TEXTS.map(text).join(', ')}) END)`;

/** The number a text spells, or NULL. `1_000` is a code, not a thousand, though DuckDB casts it. */
export const numberInText = (column: string): string =>
  `CASE WHEN contains(${column}, '_') THEN NULL ELSE TRY_CAST(${column} AS DOUBLE) END`;

/** A code such as 007: digits whose leading zero a number would lose. (`:` follows `9`.) */
export const isCode = (column: string): string => `(${column} >= '00' AND ${column} < '0:')`;

/** 0, 1, or 2 where a text is neither. */
export const labelInText = (column: string): string =>
  `CASE lower(trim(${column})) WHEN '0' THEN 0 WHEN '1' THEN 1 WHEN 'false' THEN 0 WHEN 'true' THEN 1 ` +
  `WHEN '0.0' THEN 0 WHEN '1.0' THEN 1 ELSE 2 END::UTINYINT`;

/** Text of a number column: whole numbers without a decimal point, so that 605.0 and 605 are one level. */
export const textOfNumber = (column: string): string =>
  `CASE WHEN isfinite(${column}::DOUBLE) AND abs(${column}::DOUBLE) < 9007199254740992 ` +
  `AND ${column}::DOUBLE = trunc(${column}::DOUBLE) THEN CAST(CAST(${column} AS BIGINT) AS VARCHAR) ` +
  `WHEN isnan(${column}::DOUBLE) THEN NULL ELSE CAST(${column} AS VARCHAR) END`;
