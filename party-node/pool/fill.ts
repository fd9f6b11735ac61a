/**
 * Deals ahead between the two ends of a deal until material for so many columns lies ready at both, in batches. The feature
 * party says when a batch is on its disk; only then does the label party count on it.
 */
import { SEED_BYTES } from '@coscore/crypto';
import { erase } from '@coscore/crypto/erase.ts';
import type { PoolBatch, PoolKey } from '@coscore/node-core';
import { wire } from '@coscore/proto';
import { ProtocolError, receive, send, type PartyId, type Session } from '@coscore/protocols';
import type { Deal } from '@coscore/protocols/helper/deal.ts';
import { blocksOf, openColumns } from '@coscore/protocols/group-sum/refined/index.ts';
import { heldAsFeature, heldAsLabel, poolChannel } from './agreement.ts';
import type { BatchWriter } from './batch-writer.ts';
import { poolFull, type MaterialPool } from './material-pool.ts';

/** Of one batch: what a job claims and never comes to is lost, and what is read at once costs memory. */
const BATCH_BYTES = 64e6;
const BATCH_COLUMNS = 10;

export interface FillTerms {
  readonly pool: MaterialPool;
  readonly key: PoolKey;
  readonly job: string;
  readonly attempt: number;
  readonly helper: PartyId;
  /** Columns that are to lie ready. */
  readonly columns: number;
  /** Told of what lies ready as it grows. */
  readonly onColumns: (ready: number) => void;
}

export interface Filled {
  /** Columns that lie ready now. */
  readonly columns: number;
  /** Of them, dealt by this job. */
  readonly dealt: number;
  readonly batches: number;
}

/** @throws as `openColumns`; NodeError `disk-full`, `state-unwritable`; ProtocolError `wrong-round`. */
export function fillAsLabel(session: Session, terms: FillTerms): Promise<Filled> {
  return fill(session, terms, heldAsLabel, {
    parties: [session.self, terms.key.peer as PartyId],
    bytes: () => SEED_BYTES,
    async store(deal, _sizes, _writer, number) {
      await deal.close();
      const { batch } = await receive<wire.PoolStored>(
        poolChannel(session, terms.key.peer),
        'pool-stored',
        wire.PoolStored,
      );
      if (batch !== number)
        throw new ProtocolError('wrong-round', `${terms.key.peer} has stored batch ${batch}, where ${number} was due`);
    },
    stored: () => Promise.resolve(),
  });
}

/** @throws as `fillAsLabel`, and NodeError `pool-full` before anything is dealt. */
export function fillAsFeature(session: Session, terms: FillTerms): Promise<Filled> {
  return fill(session, terms, heldAsFeature, {
    parties: [terms.key.peer as PartyId, session.self],
    bytes: fileBytes,
    async store(deal, sizes, writer) {
      for (const { index, count } of blocksOf(sizes)) {
        const block = await deal.receive(index, count);
        await writer.write(block);
        erase(block);
      }
      await deal.close();
    },
    stored: (batch) => send(poolChannel(session, terms.key.peer), 'pool-stored', wire.PoolStored, { batch }),
  });
}

type Sizes = Pick<PoolBatch, 'slots' | 'features' | 'columns'>;

interface End {
  readonly parties: readonly [label: PartyId, feature: PartyId];
  /** Of the file of a batch. */
  readonly bytes: (sizes: Sizes) => number;
  /** Until all of the batch is on this end's way to the disk, and at the label party on the other's disk. */
  readonly store: (deal: Deal, sizes: Sizes, writer: BatchWriter, number: number) => Promise<void>;
  /** After it is ready here. */
  readonly stored: (number: number) => Promise<void>;
}

function fill(session: Session, terms: FillTerms, held: typeof heldAsLabel, end: End): Promise<Filled> {
  const { pool, key, job, attempt, columns, helper, onColumns } = terms;
  return pool.whileFilling(`${job}.${attempt}`, async () => {
    const before = (await held(session, terms)).reduce((sum, batch) => sum + batch.columns, 0);
    let ready = before;
    onColumns(ready);
    const sizes = batchesOf(key, columns - before);
    await mustFit(pool, key, sizes, end.bytes);
    for (const [number, size] of sizes.entries()) {
      const id = `${job}.${attempt}.${end.parties[1]}.${number}`;
      const role = session.self === end.parties[0] ? 'label' : 'feature';
      const named = { helper, instance: `ahead/${number}`, parties: end.parties };
      const deal = await openColumns(session, named, size);
      const writer = await pool.create({ ...key, id, role, columns: size.columns, bytes: end.bytes(size) }, deal.seed);
      try {
        erase(deal.seed);
        await end.store(deal, size, writer, number);
        await writer.keep();
      } finally {
        await writer.discard();
      }
      await end.stored(number);
      onColumns((ready += size.columns));
    }
    return { columns: ready, dealt: ready - before, batches: sizes.length };
  });
}

const fileBytes = ({ slots, features, columns }: Sizes): number => SEED_BYTES + slots * features * columns * 8;

/** The same at both ends. @param columns to deal; none when there are enough. */
export function batchesOf({ slots, features }: Pick<PoolKey, 'slots' | 'features'>, columns: number): readonly Sizes[] {
  const each = Math.max(1, Math.min(BATCH_COLUMNS, Math.floor(BATCH_BYTES / (slots * features * 8))));
  const sizes: Sizes[] = [];
  for (let left = columns; left > 0; left -= each) sizes.push({ slots, features, columns: Math.min(each, left) });
  return sizes;
}

/** All of it or nothing: who asked hears how much would. */
async function mustFit(
  pool: MaterialPool,
  key: PoolKey,
  sizes: readonly Sizes[],
  bytesOf: (sizes: Sizes) => number,
): Promise<void> {
  const room = await pool.room(key.project);
  const bytes = sizes.reduce((sum, size) => sum + bytesOf(size), 0);
  if (bytes <= room) return;
  const columns = sizes.reduce((sum, size) => sum + size.columns, 0);
  const seeds = SEED_BYTES * sizes.length;
  const fit = Math.max(0, Math.floor((columns * (room - seeds)) / (bytes - seeds)));
  throw poolFull(pool.limitBytes, bytes, room, `material for ${columns} more trees, of which ${fit} fit`);
}
