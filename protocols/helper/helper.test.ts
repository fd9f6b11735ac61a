import { describe, expect, it } from 'vitest';
import { wire } from '@coscore/proto';
import { memoryNetwork, type TranscriptEntry } from '../memory-network.ts';
import { send, type PartyId, type Session } from '../transport.ts';
import { finishDeals, openDeal, type Deal, type DealOptions } from './deal.ts';
import { serveHelper } from './serve.ts';
import { HELPER, resultOf, simulate, type Role } from './simulate.ts';

const bank = 'bank' as PartyId;
const tax = 'tax' as PartyId;
const deal: DealOptions = {
  helper: HELPER,
  protocol: 'mat-vec',
  instance: 'one',
  parties: [tax, bank],
  params: { rows: 40, columns: 2, products: 3 },
};
const open =
  (changes: Partial<DealOptions> = {}, then: (deal: Deal) => Promise<unknown> = (opened) => opened.close()): Role =>
  async (session) =>
    then(await openDeal(session, { ...deal, ...changes }));

/** Codes of what every role threw. */
async function codes(
  roles: Record<string, Role>,
  tamper?: (entry: TranscriptEntry) => TranscriptEntry[],
): Promise<unknown> {
  const { outcomes } = await simulate(memoryNetwork('job/1', tamper === undefined ? {} : { tamper }), roles);
  const code = (outcome: PromiseSettledResult<unknown>): unknown =>
    outcome.status === 'rejected' ? (outcome.reason as { code?: string }).code : 'ok';
  return Object.fromEntries(Object.entries(outcomes).map(([name, outcome]) => [name, code(outcome)]));
}

describe('openDeal', () => {
  it('gives each party a seed of its own, and corrections to the recipient in order', async () => {
    const take = async (opened: Deal): Promise<string> => {
      for (let index = 0; index < 3; index++) expect(await opened.receive(index, 2)).toHaveLength(16);
      await opened.close();
      return Buffer.from(opened.prg('x').bytes(8)).toString('hex');
    };
    const seedOnly = (opened: Deal): Promise<string> =>
      Promise.resolve(Buffer.from(opened.prg('x').bytes(8)).toString('hex'));
    const run = await simulate(memoryNetwork('job/1'), { bank: open({}, seedOnly), tax: open({}, take) });
    expect(resultOf(run, 'bank')).not.toBe(resultOf(run, 'tax'));
  });

  it('ends early when the recipient closes, whatever was under way', async () => {
    expect(await codes({ bank: open(), tax: open() })).toEqual({ bank: 'ok', tax: 'ok', helper: 'ok' });
  });

  it('serves many deals at once, opened in different orders', async () => {
    const many =
      (instances: readonly string[]): Role =>
      (session) =>
        Promise.all(
          instances.map((instance) => openDeal(session, { ...deal, instance }).then((opened) => opened.close())),
        );
    const roles = { bank: many(['a', 'b', 'c']), tax: many(['c', 'a', 'b']) };
    expect(await codes(roles)).toEqual({ bank: 'ok', tax: 'ok', helper: 'ok' });
  });

  it('tells both ends when their parameters differ', async () => {
    const seen = await codes({ bank: open({ params: { rows: 41, columns: 2, products: 3 } }), tax: open() });
    expect(seen).toMatchObject({ helper: 'parameter-mismatch' });
    expect(Object.values(seen as object)).toContain('parameter-mismatch');
  });

  it.each([
    ['the same', {}],
    ['with more of everything', { params: { rows: 400, columns: 20, products: 30 } }],
  ])('refuses a second use of an instance in the same session: %s', async (_, more) => {
    const twice: Role = async (session) => {
      await open()(session);
      await open(more)(session);
    };
    expect(await codes({ bank: twice, tax: open() })).toMatchObject({ bank: 'material-reused' });
  });

  it('refuses a deal that this party is not part of', async () => {
    expect(
      await codes({ bank: open({ parties: [tax, 'other' as PartyId] }), tax: () => Promise.resolve() }),
    ).toMatchObject({
      bank: 'parameter-mismatch',
    });
  });

  it('refuses a grant of another session', async () => {
    const tamper = (entry: TranscriptEntry): TranscriptEntry[] => {
      if (entry.kind !== 'helper-grant') return [entry];
      const grant = { ...wire.HelperGrant.decode(entry.body), session: 'job/0' };
      return [{ ...entry, body: wire.HelperGrant.encode(grant).finish() }];
    };
    expect(Object.values((await codes({ bank: open(), tax: open() }, tamper)) as object)).toContain(
      'parameter-mismatch',
    );
  });

  it.each([
    ['an item again', 0, 'replayed'],
    ['an item too far', 2, 'wrong-round'],
  ])('refuses %s', async (_, index, code) => {
    const tamper = (entry: TranscriptEntry): TranscriptEntry[] => {
      if (entry.kind !== 'dealt') return [entry];
      const dealt = wire.HelperDealt.decode(entry.body);
      return dealt.index === 1 ? [{ ...entry, body: wire.HelperDealt.encode({ ...dealt, index }).finish() }] : [entry];
    };
    const take = async (opened: Deal): Promise<void> => {
      await opened.receive(0, 2);
      await opened.receive(1, 2);
    };
    expect(await codes({ bank: open(), tax: open({}, take) }, tamper)).toMatchObject({ tax: code });
  });

  it('refuses corrections of another length', async () => {
    const take = (opened: Deal): Promise<unknown> => opened.receive(0, 3);
    expect(await codes({ bank: open(), tax: open({}, take) })).toMatchObject({ tax: 'wrong-size' });
  });
});

describe('serveHelper', () => {
  it('refuses a request sent twice', async () => {
    const tamper = (entry: TranscriptEntry): TranscriptEntry[] =>
      entry.from === bank && entry.kind === 'helper-call' ? [entry, entry] : [entry];
    expect(await codes({ bank: open(), tax: open() }, tamper)).toMatchObject({ helper: 'replayed' });
  });

  it('names the party whose counterpart never asked', async () => {
    const silent: Role = () => Promise.resolve();
    const orphan: Role = async (session) => {
      void openDeal(session, deal).catch(() => undefined);
      await Promise.resolve();
    };
    const run = await simulate(memoryNetwork('job/1'), { bank: silent, tax: orphan });
    expect(run.failure).toMatchObject({
      code: 'parameter-mismatch',
      message: expect.stringContaining('tax asked for'),
    });
  });

  const ask =
    (call: Partial<wire.HelperCall.$Properties>): Role =>
    (session: Session) =>
      send(session.channel(HELPER, 'helper'), 'helper-call', wire.HelperCall, {
        done: false,
        protocol: 'mat-vec',
        instance: 'one',
        parties: ['bank', 'tax'],
        params: [],
        ...call,
      });
  const idle: Role = () => Promise.resolve();

  it.each([
    ['an unknown protocol', { protocol: 'toString' }, 'malformed'],
    ['a strange instance', { instance: 'a\nb' }, 'malformed'],
    ['strangers', { parties: ['bank', 'mallory'] }, 'out-of-range'],
    ['three parties', { parties: ['bank', 'tax', 'tax'] }, 'out-of-range'],
    ['itself twice', { parties: ['bank', 'bank'] }, 'out-of-range'],
    ['others', { parties: ['tax', 'post'] }, 'out-of-range'],
  ])('refuses a request for %s', async (_, call, code) => {
    const run = await simulate(memoryNetwork('job/1'), { bank: ask(call), tax: idle, post: idle });
    expect(run.failure).toMatchObject({ code });
  });

  it.each([
    ['no rows', { rows: 0, columns: 1, products: 1 }],
    ['too many rows', { rows: 2 ** 25, columns: 1, products: 1 }],
    ['a missing number', { columns: 1, products: 1 }],
    ['two numbers for one', { rows: [1, 2], columns: 1, products: 1 }],
  ])('refuses to deal %s', async (_, params) => {
    const take = (opened: Deal): Promise<unknown> => opened.receive(0, 1);
    expect(await codes({ bank: open({ params }), tax: open({ params }, take) })).toMatchObject({
      helper: 'out-of-range',
    });
  });

  it('ends without the alignment when the parties have one already', async () => {
    const network = memoryNetwork('job/2');
    const align = {
      profile: 'aided',
      parties: [bank, tax],
      labelParty: bank,
      helper: HELPER,
      join: 'inner',
      minIntersection: 1,
    } as const;
    const serving = serveHelper(network.session(HELPER), { parties: [bank, tax], align });
    await Promise.all([bank, tax].map((party) => finishDeals(network.session(party), HELPER)));
    await serving;
    // What the alignment still waits for ends with the session, and that is nobody's failure any more.
    network.abort();
  });

  it('fails when an alignment is broken off that no party is through with', async () => {
    const network = memoryNetwork('job/2');
    const align = {
      profile: 'blind',
      parties: [bank, tax],
      labelParty: bank,
      join: 'inner',
      minIntersection: 1,
    } as const;
    await expect(serveHelper(network.session(HELPER), { parties: [bank, tax], align })).rejects.toMatchObject({
      code: 'out-of-range',
    });
    network.abort();
  });

  it('ends with its session', async () => {
    const network = memoryNetwork('job/1');
    const waiting: Role = (session) => session.channel(bank, 'x').receive('y');
    const running = simulate(network, { bank: waiting, tax: open() });
    network.abort();
    expect((await running).outcomes[HELPER]).toMatchObject({ reason: { code: 'cancelled' } });
  });
});
