/** What both ends make of each other's lists, over the in-memory network, on real files; and of lists that lie. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemCsprng } from '@coscore/crypto';
import { openState, type PoolBatch, type PoolKey, type State } from '@coscore/node-core';
import { wire } from '@coscore/proto';
import { receive, send, type PartyId, type Session } from '@coscore/protocols';
import { HELPER, resultOf, simulate, type Role } from '@coscore/protocols/helper/simulate.ts';
import { memoryNetwork } from '@coscore/protocols/memory-network.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { claimAsFeature, claimAsLabel, heldAsFeature, heldAsLabel, poolChannel, type PoolTerms } from './agreement.ts';
import type { ClaimedBatches } from './claimed.ts';
import { batchesOf, fillAsFeature, fillAsLabel, type Filled } from './fill.ts';
import { MaterialPool } from './material-pool.ts';

const [BANK, TAX] = ['bank', 'tax'] as [PartyId, PartyId];
const SIZES = { slots: 10, features: 1 };
const folder = mkdtempSync(join(tmpdir(), 'cs-agree-'));
interface Node {
  readonly state: State;
  readonly pool: MaterialPool;
  readonly key: PoolKey;
}
let bank: Node;
let tax: Node;
let made = 0;

beforeAll(async () => {
  const node = async (id: PartyId, peer: PartyId): Promise<Node> => {
    const home = join(folder, id);
    const state = await openState(join(home, 'state'), { engine: 'pglite' });
    const pool = new MaterialPool({ home, state, audit: state.audit, limitBytes: 1e6 });
    return { state, pool, key: { project: 'p', peer, helper: 'h', ...SIZES } };
  };
  [bank, tax] = await Promise.all([node(BANK, TAX), node(TAX, BANK)]);
});
afterAll(async () => {
  await Promise.all([bank, tax].map(({ state }) => state.close()));
  rmSync(folder, { recursive: true, force: true });
});
afterEach(async () => {
  for (const { pool } of [bank, tax]) await pool.wipe('p', 'owner');
});

async function add({ pool, key }: Node, id: string, columns: number): Promise<void> {
  const bytes = 32 + columns * SIZES.slots * SIZES.features * 8;
  const writer = await pool.create({ ...key, id, role: 'feature', columns, bytes }, systemCsprng.bytes(32));
  await writer.write(new Uint8Array(bytes - 32));
  await writer.keep();
}
async function addBoth(columns: number): Promise<string> {
  const id = `job.1.tax.${String(made++).padStart(4, '0')}`;
  for (const node of [bank, tax]) await add(node, id, columns);
  return id;
}

const terms = ({ pool, key }: Node, columns: number): PoolTerms => ({ pool, key, columns, job: 'job' });
const find = async ({ pool }: Node, id: string): Promise<PoolBatch | undefined> =>
  (await pool.list()).find((batch) => batch.id === id);
const idsOf = async (pool: MaterialPool): Promise<string[]> => (await pool.list()).map(({ id }) => id);

async function both(label: Role, feature: Role): Promise<[unknown, unknown]> {
  const simulation = await simulate(memoryNetwork('job/2'), { bank: label, tax: feature });
  return [resultOf(simulation, 'bank'), resultOf(simulation, 'tax')];
}

const claims = (columns: number): Promise<[ClaimedBatches, ClaimedBatches]> =>
  both(
    (session) => claimAsLabel(session, terms(bank, columns)),
    (session) => claimAsFeature(session, terms(tax, columns)),
  ) as Promise<[ClaimedBatches, ClaimedBatches]>;

describe('both ends', () => {
  it('claim the same batches in the same order, as many as are needed, and keep the others', async () => {
    const ids = [await addBoth(2), await addBoth(2), await addBoth(2)];
    const [atBank, atTax] = await claims(3);
    expect([atBank.columns, atTax.columns]).toEqual([4, 4]);
    expect((await find(bank, ids[0]!))?.state).toBe('claimed');
    const [one, other] = await claims(100);
    expect([one.columns, other.columns]).toEqual([2, 2]);
    for (const claimed of [atBank, atTax, one, other]) await claimed.wipe();
    expect(readdirSync(join(folder, 'bank', 'pool'))).toEqual([]);
    expect(readdirSync(join(folder, 'tax', 'pool'))).toEqual([]);
  });

  it('say one small message each way when there is nothing, also where no pool is kept', async () => {
    const network = memoryNetwork('job/2');
    await simulate(network, {
      bank: (session) => claimAsLabel(session, { ...terms(bank, 50), pool: undefined }),
      tax: (session) => claimAsFeature(session, terms(tax, 50)),
    });
    const sizes = network.transcript.filter(({ kind }) => kind.startsWith('pool-')).map(({ body }) => body.length);
    expect(sizes).toHaveLength(2);
    expect(Math.max(...sizes)).toBeLessThan(10);
  });

  it('wipe what only one of them has, and use the rest', async () => {
    const shared = await addBoth(1);
    await add(bank, 'job.1.tax.bank-only', 1);
    await add(tax, 'job.1.tax.tax-only', 1);
    const [atBank, atTax] = await claims(5);
    expect([atBank.columns, atTax.columns]).toEqual([1, 1]);
    expect(await idsOf(bank.pool)).toEqual([shared]);
    expect(await idsOf(tax.pool)).toEqual([shared]);
    await atBank.wipe();
    await atTax.wipe();
  });

  it('leave alone what another job is using or dealing', async () => {
    const id = await addBoth(1);
    // Another job's feature end has claimed it, its label end has not come to it.
    const elsewhere = await tax.pool.claim([(await find(tax, id))!], 'elsewhere');
    await add(tax, 'filling.1.tax.0', 1);
    await tax.pool.whileFilling('filling', async () => {
      const [atBank] = await claims(5);
      expect(atBank.columns).toBe(0);
    });
    expect(await idsOf(bank.pool)).toEqual([id]);
    expect((await idsOf(tax.pool)).toSorted()).toEqual(['filling.1.tax.0', id].toSorted());
    await elsewhere.wipe();
  });

  it('share what there is between two jobs that ask at once', async () => {
    const ids = [await addBoth(2), await addBoth(2)];
    const ends = await Promise.all([claims(2), claims(2)]);
    const used = ends.map(([atBank, atTax]) => {
      expect([atBank.columns, atTax.columns]).toEqual([2, 2]);
      const seeds = [atBank, atTax].map(({ deals }) => Buffer.from(deals[0]!.deal.seed).toString('hex'));
      return seeds.join();
    });
    expect(new Set(used).size).toBe(2);
    expect(await Promise.all(ids.map(async (id) => (await find(bank, id))?.state))).toEqual(['claimed', 'claimed']);
    for (const claimed of ends.flat()) await claimed.wipe();
  });

  it('wipe what an earlier attempt of a job that deals left with one of them', async () => {
    await add(tax, 'again.1.tax.0', 1);
    await add(tax, 'again.2.tax.0', 1);
    await tax.pool.whileFilling('again.2', async () => {
      const [atBank] = await claims(5);
      expect(atBank.columns).toBe(0);
    });
    expect(await idsOf(tax.pool)).toEqual(['again.2.tax.0']);
  });

  it('of a job that deals come to the same list and claim nothing', async () => {
    const id = await addBoth(3);
    const [atBank, atTax] = (await both(
      (session) => heldAsLabel(session, terms(bank, 9)),
      (session) => heldAsFeature(session, terms(tax, 9)),
    )) as [readonly PoolBatch[], readonly PoolBatch[]];
    expect([atBank, atTax].map((held) => held.map((batch) => batch.id))).toEqual([[id], [id]]);
    expect((await find(tax, id))?.state).toBe('ready');
  });
});

describe('a label party', () => {
  const refusedBy = async (
    lie: (id: string) => readonly wire.PoolBatch.$Properties[],
    columns = 5,
  ): Promise<unknown> => {
    const id = await addBoth(2);
    const { failure } = await simulate(memoryNetwork('job/2'), {
      bank: async (session: Session) => {
        await send(poolChannel(session, TAX), 'pool-offer', wire.PoolOffer, { batches: [...lie(id)], columns });
        await receive(poolChannel(session, TAX), 'pool-answer', wire.PoolAnswer);
      },
      tax: (session) => claimAsFeature(session, terms(tax, 5)),
    });
    expect((await find(tax, id))?.state, 'is not used up by a lie').toBe('ready');
    return failure;
  };

  it('that offers a batch twice, with another size, or needs another number of trees is refused', async () => {
    const one = (id: string): wire.PoolBatch.$Properties => ({ id, columns: 2 });
    expect(await refusedBy((id) => [one(id), one(id)])).toMatchObject({ code: 'replayed' });
    expect(await refusedBy((id) => [{ id, columns: 3 }])).toMatchObject({ code: 'parameter-mismatch' });
    expect(await refusedBy((id) => [one(id)], 6)).toMatchObject({ code: 'parameter-mismatch' });
  });

  it('that offers one that was dealt for other sizes is refused', async () => {
    const other = { ...tax, key: { ...tax.key, slots: 20 } };
    const id = 'job.1.tax.other';
    const writer = await tax.pool.create(
      { ...other.key, id, role: 'feature', columns: 2, bytes: 32 },
      new Uint8Array(32),
    );
    await writer.keep();
    expect(await refusedBy(() => [{ id, columns: 2 }])).toMatchObject({ code: 'parameter-mismatch' });
  });
});

it('an offer of what another project has is answered as one of what nobody has', async () => {
  const id = 'job.1.tax.elsewhere';
  await add({ ...tax, key: { ...tax.key, project: 'q' } }, id, 2);
  const answer = { held: ['x'], missing: ['x'] };
  await both(
    async (session: Session) => {
      const batches = [{ id, columns: 2 }, { id: 'job.1.tax.nowhere', columns: 2 }]; // prettier-ignore
      await send(poolChannel(session, TAX), 'pool-offer', wire.PoolOffer, { batches, columns: 5 });
      Object.assign(answer, await receive(poolChannel(session, TAX), 'pool-answer', wire.PoolAnswer));
    },
    (session) => claimAsFeature(session, terms(tax, 5)),
  );
  expect(answer).toMatchObject({ held: [], missing: [id, 'job.1.tax.nowhere'] });
  await tax.pool.wipe('q', 'owner');
});

describe('a feature party', () => {
  const refused = async (answer: (id: string) => { held: string[]; missing: string[] }): Promise<unknown> => {
    const id = await addBoth(2);
    const { failure } = await simulate(memoryNetwork('job/2'), {
      bank: (session) => claimAsLabel(session, terms(bank, 5)),
      tax: async (session: Session) => {
        await receive(poolChannel(session, BANK), 'pool-offer', wire.PoolOffer);
        await send(poolChannel(session, BANK), 'pool-answer', wire.PoolAnswer, answer(id));
      },
    });
    expect((await find(bank, id))?.state).toBe('ready');
    return failure;
  };

  it('that names a batch twice, or one that was not offered, is refused', async () => {
    expect(await refused((id) => ({ held: [id, id], missing: [] }))).toMatchObject({ code: 'replayed' });
    expect(await refused((id) => ({ held: [id], missing: [id] }))).toMatchObject({ code: 'replayed' });
    expect(await refused(() => ({ held: ['job.1.tax.none'], missing: [] }))).toMatchObject({ code: 'out-of-range' });
  });

  it('that names a used batch again is refused: it is not offered any more', async () => {
    const id = await addBoth(2);
    const [atBank, atTax] = await claims(2);
    await atBank.wipe();
    await atTax.wipe();
    expect(await refused(() => ({ held: [id], missing: [] }))).toMatchObject({ code: 'out-of-range' });
  });
});

describe('dealing ahead', () => {
  const fillWith = async (pool: MaterialPool, columns: number): Promise<[Filled, Filled]> => {
    const fill = { job: `fill-${made++}`, attempt: 1, helper: HELPER, columns, onColumns: () => undefined };
    return (await both(
      (session) => fillAsLabel(session, { ...fill, pool: bank.pool, key: bank.key }),
      (session) => fillAsFeature(session, { ...fill, pool, key: tax.key }),
    )) as [Filled, Filled];
  };

  it('fills up to what is asked for, in batches', async () => {
    await fillWith(tax.pool, 13);
    expect((await tax.pool.list()).map(({ columns }) => columns)).toEqual([10, 3]);
    expect(await fillWith(tax.pool, 15)).toEqual([
      { columns: 15, dealt: 2, batches: 1 },
      { columns: 15, dealt: 2, batches: 1 },
    ]);
    const [atBank, atTax] = await claims(15);
    // The two ends fit: what one masks the other's residues take away, which training shows.
    expect([atBank.columns, atTax.columns]).toEqual([15, 15]);
    expect(Buffer.from(atTax.deals[0]!.deal.seed)).not.toEqual(Buffer.from(atBank.deals[0]!.deal.seed));
    await atBank.wipe();
    await atTax.wipe();
  });

  it('is refused before anything is dealt where the pool has no room, with how much would fit', async () => {
    const small = new MaterialPool({ home: join(folder, 'tax'), state: tax.state, audit: tax.state.audit, limitBytes: 1000 }); // prettier-ignore
    await expect(fillWith(small, 20)).rejects.toMatchObject({
      code: 'pool-full',
      message: expect.stringContaining('material for 20 more trees, of which 11 fit') as string,
    });
    expect(await tax.pool.list()).toEqual([]);
    // 11 do: with the seeds of two batches they are 944 bytes.
    await fillWith(small, 11);
    expect((await tax.pool.list()).reduce((sum, { bytes }) => sum + bytes, 0)).toBe(944);
  });

  it('makes batches of at most ten trees and 64 MB, and of one tree at least', () => {
    const columns = (slots: number, features: number, asked: number): number[] =>
      batchesOf({ slots, features }, asked).map((sizes) => sizes.columns);
    expect(columns(1000, 10, 23)).toEqual([10, 10, 3]);
    expect(columns(100_000, 20, 7)).toEqual([4, 3]);
    expect(columns(700_000, 50, 2)).toEqual([1, 1]);
    expect(columns(1000, 10, 0)).toEqual([]);
    expect(columns(1000, 10, -5)).toEqual([]);
  });
});
