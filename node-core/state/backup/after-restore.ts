/**
 * A restored node has forgotten what it did after the backup, marks of one-time material among it (docs/adr/0014). So no
 * job that it knows goes on: each that could, a failed one among them, since its owner may resume it, ends here with the
 * reason; and how often this happened is kept.
 */
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { nextEntry, GENESIS } from '../../audit/chain.ts';
import { canonicalJson } from '../../manifest/canonical.ts';
import type { MetaTable } from '../meta.ts';
import type { Tables } from '../schema.ts';
import type { BackupHeader } from './format.ts';

const META_KEY = 'restores';
const restoresSchema = z.strictObject({
  /** How often this state has been restored. */
  count: z.int().positive(),
  /** The last time. */
  at: z.iso.datetime(),
  /** How far back that went. */
  backupAt: z.iso.datetime(),
});
export type Restores = z.infer<typeof restoresSchema>;

/** Whether, and when, this state came out of a backup. */
export async function restoresOf(meta: MetaTable): Promise<Restores | undefined> {
  const value = await meta.get(META_KEY);
  return value === undefined ? undefined : restoresSchema.parse(value);
}

/** What a job that could have gone on ends with. */
function restoredError(header: Pick<BackupHeader, 'id' | 'at'>): {
  code: 'state-restored';
  message: string;
  party: string;
  params: Record<string, string>;
} {
  const message = `the state of ${header.id} was restored from a backup of ${header.at}; start the job again as a new one`;
  return { code: 'state-restored', message, party: header.id, params: { party: header.id } };
}

/**
 * Ends what could have gone on, in the tables of whatever version the backup is of. Inside the transaction that restores.
 * @returns how many jobs that was.
 */
export async function markRestored(db: Kysely<Tables>, header: BackupHeader, now: Date): Promise<number> {
  const at = now.toISOString();
  const error = JSON.stringify(restoredError(header));
  // Both daemons keep their own view of the job as its progress, and go by that one.
  const merged = JSON.stringify({ state: 'failed', error: restoredError(header) });
  const ended = await sql`
    update jobs set state = 'failed', error = ${error}::json, finished_at = coalesce(finished_at, ${at}),
           progress = case when progress is null then null
                      else (jsonb_build_object('finishedAt', ${at}::text) || progress::jsonb || ${merged}::jsonb)::json end
     where state not in ('succeeded', 'cancelled')`.execute(db);
  const jobsEnded = Number(ended.numAffectedRows ?? 0n);
  await countRestore(db, { at, backupAt: header.at });
  await appendEntry(db, now, { backupAt: header.at, jobsEnded });
  return jobsEnded;
}

async function countRestore(db: Kysely<Tables>, { at, backupAt }: Omit<Restores, 'count'>): Promise<void> {
  const row = await db.selectFrom('meta').select('value').where('key', '=', META_KEY).executeTakeFirst();
  const before = row === undefined ? 0 : restoresSchema.parse(row.value).count;
  const value = JSON.stringify({ count: before + 1, at, backupAt } satisfies Restores);
  await db
    .insertInto('meta')
    .values({ key: META_KEY, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}

async function appendEntry(
  db: Kysely<Tables>,
  now: Date,
  details: { backupAt: string; jobsEnded: number },
): Promise<void> {
  const head = await db.selectFrom('audit').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst();
  const entry = nextEntry(head ?? GENESIS, now.toISOString(), 'state-restored', details);
  await db
    .insertInto('audit')
    .values({ ...entry, details: canonicalJson(details) })
    .execute();
}
