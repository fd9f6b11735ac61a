/** The tables of a state as the database itself lists them, so that a later migration's are never left out of a backup. */
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../schema.ts';
import type { BackupTable } from './format.ts';

/** Dealt material is used once: a row that came back would offer it again. A restored node's pool is empty. */
const NEVER_BACKED_UP: ReadonlySet<string> = new Set(['pool']);

const rawBytes = (type: string): boolean => type === 'bytea';

/** Every table but kysely's own, in order of name, with its columns in their order. */
export async function tablesOf(db: Kysely<Tables>): Promise<readonly BackupTable[]> {
  const { rows } = await sql<{ table: string; column: string; type: string }>`
    select c.relname::text as table, a.attname::text as column, format_type(a.atttypid, null) as type
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid
     where n.nspname = current_schema() and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
       and c.relname not like 'kysely_%'
     order by c.relname, a.attnum`.execute(db);
  const tables = new Map<string, [string, string][]>();
  for (const { table, column, type } of rows) tables.set(table, [...(tables.get(table) ?? []), [column, type]]);
  return [...tables].map(([table, columns]) => ({ table, columns }));
}

/** Those whose rows are in a backup. */
export async function backedUpTables(db: Kysely<Tables>): Promise<readonly BackupTable[]> {
  return (await tablesOf(db)).filter(({ table }) => !NEVER_BACKED_UP.has(table));
}

/** Select list that gives text, or bytes where the column holds bytes. */
export function selectList({ columns }: BackupTable): string {
  return columns.map(([name, type]) => (rawBytes(type) ? `"${name}"` : `"${name}"::text as "${name}"`)).join(', ');
}

export const toText = (value: unknown): string | null =>
  value === null ? null : typeof value === 'string' ? value : Buffer.from(value as Uint8Array).toString('base64');

/** What a parameter of that column's type is given as. */
export const fromText = (value: string | null, type: string): string | Buffer | null =>
  value !== null && rawBytes(type) ? Buffer.from(value, 'base64') : value;

export const holdsBytes = ({ columns }: BackupTable): boolean => columns.some(([, type]) => rawBytes(type));
