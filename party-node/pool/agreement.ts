/**
 * Which batches the two ends of a deal both have: one message each way before the sums of a forest are opened, and before
 * more is dealt. The label party offers, the feature party says which of them it has, and where they are to be used it has
 * claimed them by then, as the label party does before it goes on. What only one end has is wiped: nobody can use it.
 */
import type { PoolBatch, PoolKey } from '@coscore/node-core';
import { wire } from '@coscore/proto';
import { ProtocolError, receive, send, type Channel, type PartyId, type Session } from '@coscore/protocols';
import { ClaimedBatches } from './claimed.ts';
import type { MaterialPool } from './material-pool.ts';

/** Far above what a project has. */
const MAX_OFFERED = 1 << 14;
const TOPIC = 'pool';

export interface PoolTerms {
  /** Absent in a process that keeps no pool: it has no batches then, and says so. */
  readonly pool: MaterialPool | undefined;
  readonly key: PoolKey;
  readonly job: string;
  /** Columns that are needed. */
  readonly columns: number;
}

/** Claims what both ends have, as far as it is needed. @throws ProtocolError as below; `material-reused`. */
export async function claimAsLabel(session: Session, terms: PoolTerms): Promise<ClaimedBatches> {
  const held = await offer(session, terms);
  return claim(terms, held);
}

/** The feature party's end. */
export async function claimAsFeature(session: Session, terms: PoolTerms): Promise<ClaimedBatches> {
  const asked = await offered(session, terms);
  const { used, claimed } = await claimNeeded(terms, asked.held);
  try {
    await asked.answer(used);
  } catch (cause) {
    await claimed.wipe();
    throw cause;
  }
  return claimed;
}

/** The first of them that are enough. Another job of the project may take some at the same moment: then what that one left. */
async function claimNeeded(
  terms: PoolTerms,
  held: readonly PoolBatch[],
): Promise<{ readonly used: readonly PoolBatch[]; readonly claimed: ClaimedBatches }> {
  const used: PoolBatch[] = [];
  for (let columns = 0; columns < terms.columns && used.length < held.length;)
    columns += used[used.push(held[used.length]!) - 1]!.columns;
  try {
    return { used, claimed: await claim(terms, used) };
  } catch (cause) {
    if (!(cause instanceof ProtocolError && cause.code === 'material-reused')) throw cause;
    const ready = new Set(((await terms.pool?.ready(terms.key)) ?? []).map(({ id }) => id));
    const left = held.filter(({ id }) => ready.has(id));
    if (left.length === held.length) throw cause;
    return claimNeeded(terms, left);
  }
}

/** Claims nothing. @returns what both ends have. */
export function heldAsLabel(session: Session, terms: PoolTerms): Promise<readonly PoolBatch[]> {
  return offer(session, terms);
}

/** The feature party's end. */
export async function heldAsFeature(session: Session, terms: PoolTerms): Promise<readonly PoolBatch[]> {
  const asked = await offered(session, terms);
  await asked.answer(asked.held);
  return asked.held;
}

export const poolChannel = (session: Session, peer: string): Channel => session.channel(peer as PartyId, TOPIC);

async function claim({ pool, job }: PoolTerms, batches: readonly PoolBatch[]): Promise<ClaimedBatches> {
  return pool === undefined ? ClaimedBatches.none() : pool.claim(batches, job);
}

/** @throws ProtocolError `replayed`, `out-of-range` for an answer that names a batch twice, or one that was not offered. */
async function offer(session: Session, { pool, key, columns }: PoolTerms): Promise<readonly PoolBatch[]> {
  const channel = poolChannel(session, key.peer);
  const ready = ((await pool?.ready(key)) ?? []).slice(0, MAX_OFFERED);
  await send(channel, 'pool-offer', wire.PoolOffer, {
    batches: ready.map((batch) => ({ id: batch.id, columns: batch.columns })),
    columns,
  });
  const answer = await receive<wire.PoolAnswer>(channel, 'pool-answer', wire.PoolAnswer);
  const byId = new Map(ready.map((batch) => [batch.id, batch]));
  const named = (ids: readonly string[]): PoolBatch[] =>
    ids.map((id) => {
      const batch = byId.get(id);
      if (batch === undefined)
        throw strange(
          key.peer,
          ready.some((one) => one.id === id),
        );
      byId.delete(id);
      return batch;
    });
  const held = named(answer.held);
  await pool?.forget(named(answer.missing));
  return held;
}

function strange(peer: string, twice: boolean): ProtocolError {
  return twice
    ? new ProtocolError('replayed', `${peer} names a batch that was dealt ahead twice`)
    : new ProtocolError('out-of-range', `${peer} names a batch dealt ahead that this node did not offer`);
}

interface Offered {
  readonly held: readonly PoolBatch[];
  answer(held: readonly PoolBatch[]): Promise<void>;
}

/**
 * @throws ProtocolError `parameter-mismatch` when the label party needs another number of columns, or offers a batch with
 * other sizes than this node has it with; `replayed` for one that it offers twice; `out-of-range`.
 */
async function offered(session: Session, { pool, key, columns }: PoolTerms): Promise<Offered> {
  const channel = poolChannel(session, key.peer);
  const { batches, columns: wanted } = await receive<wire.PoolOffer>(channel, 'pool-offer', wire.PoolOffer);
  if (wanted !== columns)
    throw new ProtocolError('parameter-mismatch', `${key.peer} needs ${wanted} columns, this node ${columns}`);
  if (batches.length > MAX_OFFERED)
    throw new ProtocolError('out-of-range', `${key.peer} offers ${batches.length} batches, more than ${MAX_OFFERED}`);
  const ready = new Map(((await pool?.ready(key)) ?? []).map((batch) => [batch.id, batch]));
  // Of this project only: of others' batches the answer must say nothing.
  const known = new Map(((await pool?.list(key.project)) ?? []).map((batch) => [batch.id, batch]));
  const held: PoolBatch[] = [];
  const missing: string[] = [];
  const seen = new Set<string>();
  for (const one of batches) {
    const id = one.id ?? '';
    if (seen.has(id)) throw strange(key.peer, true);
    seen.add(id);
    // One that a job has claimed is neither: that job's other end may not have come to it yet.
    const own = known.get(id);
    if (own === undefined) missing.push(id);
    else if (own.columns !== one.columns || !fits(own, key)) throw otherSizes(key.peer);
    else if (ready.has(id)) held.push(own);
  }
  // Batches that are being dealt are written down here first, and there a moment later.
  await pool?.forget([...ready.values()].filter((batch) => !seen.has(batch.id) && !pool.isFilling(batch)));
  return {
    held,
    answer: (used) => send(channel, 'pool-answer', wire.PoolAnswer, { held: used.map(({ id }) => id), missing }),
  };
}

function fits(batch: PoolBatch, key: PoolKey): boolean {
  return (['project', 'peer', 'helper', 'slots', 'features'] as const).every((name) => batch[name] === key[name]);
}

function otherSizes(peer: string): ProtocolError {
  return new ProtocolError(
    'parameter-mismatch',
    `${peer} offers a batch dealt ahead with other sizes than this node has it with`,
  );
}
