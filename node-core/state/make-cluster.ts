/**
 * Child process: makes a new cluster with empty tables in the directory of its one argument and exits. Apart, because
 * initdb in WebAssembly and the migrations take 3 to 5 s and 400 MB that their process never gives back.
 */
import { Kysely } from 'kysely';
import { migrate } from './migrations.ts';
import { pgliteDialect } from './pglite-dialect.ts';
import { openPglite } from './pglite-engine.ts';
import type { Tables } from './schema.ts';

const dir = process.argv[2];
if (dir === undefined) throw new Error('usage: make-cluster DIR');
const db = new Kysely<Tables>({ dialect: pgliteDialect(await openPglite(dir), (error) => error) });
await migrate(db, dir);
await db.destroy();
