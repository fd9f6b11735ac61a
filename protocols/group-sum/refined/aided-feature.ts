/** Refined group-sum, aided, the feature party's role: it holds the groups, learns nothing. Steps numbered as in protocol.md. */
import { erase } from '@coscore/crypto/erase.ts';
import { uniformPermutation } from '@coscore/crypto/permutation.ts';
import { wordsOf } from '@coscore/crypto/ring/bytes.ts';
import { OwnerColumn, ownerPool, rowsPool } from '@coscore/kernels/regroup.ts';
import { setImmediate } from 'node:timers/promises';
import { wire } from '@coscore/proto';
import { ProtocolError } from '../../errors.ts';
import { expectBytes, expectIndex, type Deal } from '../../helper/deal.ts';
import { BLOCK_RESIDUES } from '../../helper/dealer.ts';
import { receive, send, type Session } from '../../transport.ts';
import { checkCodes, stream } from '../options.ts';
import { DealsAhead } from './aided-deals.ts';
import { openColumns } from './aided-dealt.ts';
import { OwnedColumn } from './aided-owned-column.ts';
import { aidedSizes, bitBytes, checkOpening, fromBits, refinedTopic, type AidedSizes } from './aided-sizes.ts';
import { CALL, EMPTY_REPLY, REPLY, TURN } from './aided-turns.ts';
import type { AidedRefinedFeatureOptions, ColumnOpening, RefinedHandler } from './types.ts';

/** Serves until the label party ends the use. @throws ProtocolError; what the handler throws. */
export async function serveAidedAsFeature(
  session: Session,
  options: AidedRefinedFeatureOptions,
  handler: RefinedHandler,
): Promise<void> {
  const sizes = aidedSizes(options);
  const { codes, features, labelParty, n } = options;
  checkCodes(
    codes,
    features.map(({ bins }) => bins),
    n,
  );
  const parties = [labelParty, session.self] as const;
  const pool = ownerPool(sizes.slots);
  const rowsMemory = rowsPool(sizes.slots);
  const deals = new DealsAhead<OwnerColumn[]>({
    columns: sizes.columns,
    ahead: sizes.ahead,
    pooled: options.pooled ?? [],
    open: (columns) =>
      openColumns(session, { ...options, parties }, { slots: sizes.slots, features: sizes.dealt, columns }),
    prepare: (deal, column, isWanted) =>
      unpack(deal, column, sizes, () => new OwnerColumn(pool, sizes.slots), isWanted),
    erase: eraseAll,
  });
  const channel = session.channel(labelParty, refinedTopic(options.instance, parties));
  let current: OwnedColumn | undefined;
  let started = 0;
  let isOver = false;
  const serve = async (): Promise<void> => {
    for (let index = 0; ; index++) {
      const call = await receive<wire.GroupSumRefineCall>(channel, CALL, wire.GroupSumRefineCall);
      if (isOver) return;
      expectIndex(index, call.index, labelParty);
      if (call.turn === TURN.end) {
        current?.erase();
        await send(channel, REPLY, wire.GroupSumRefineReply, { ...EMPTY_REPLY, index });
        await deals.finish();
        return;
      }
      if (call.turn === TURN.start) {
        current?.erase();
        const opening = openingOf(call, n);
        const rows = checkOpening(opening, sizes, features.length);
        expectBytes((rows?.length ?? n) * 8, call.delta, labelParty, 'masked column');
        await handler.started(opening);
        const material = await deals.take(started++);
        current = new OwnedColumn(options, sizes, rowsMemory, opening.wanted, rows, material);
        await current.start(channel, index, call.delta);
      } else if (call.turn === TURN.question) {
        await send(channel, REPLY, wire.GroupSumRefineReply, {
          ...EMPTY_REPLY,
          index,
          reply: await handler.asked(call.note),
        });
      } else if (call.turn === TURN.step && current !== undefined) {
        const { reply, refinement } = await handler.stepped(call.note);
        await current.step(channel, index, reply, refinement);
      } else {
        throw new ProtocolError('wrong-round', `${labelParty} sent turn ${call.turn} where none such was due`);
      }
    }
  };
  const served = serve();
  // It may end after us, and have taken material last.
  void served.catch(() => undefined).then(() => current?.erase());
  try {
    await Promise.race([served, deals.failed]);
  } finally {
    isOver = true;
    current?.erase();
    deals.wipe();
  }
}

/** Steps 1 and 2: the order from our seed, the masked masks from the helper. */
async function unpack(
  deal: Deal,
  at: number,
  { dealt, slots }: AidedSizes,
  make: () => OwnerColumn,
  isWanted: () => boolean,
): Promise<OwnerColumn[]> {
  const columns: OwnerColumn[] = [];
  try {
    for (let feature = 0; feature < dealt && isWanted(); feature++) {
      const column = make();
      columns.push(column);
      const rho = uniformPermutation(deal.prg(stream.rho(at, feature)), slots);
      column.setOrder(rho);
      erase(rho);
      for (let from = 0; from < slots; from += BLOCK_RESIDUES) {
        const block = await deal.receive(at * dealt + feature, Math.min(BLOCK_RESIDUES, slots - from));
        column.setMasked(from, block);
        erase(block);
      }
      await setImmediate();
    }
    return columns;
  } catch (error) {
    eraseAll(columns);
    throw error;
  }
}

function eraseAll(columns: readonly OwnerColumn[]): void {
  for (const column of columns) column.erase();
}

function openingOf(call: wire.GroupSumRefineCall, n: number): ColumnOpening {
  if (call.wanted.length % 4 !== 0 || (call.active.length !== 0 && call.active.length !== bitBytes(n))) {
    throw new ProtocolError('wrong-size', 'a start of a column whose sizes do not fit');
  }
  return {
    wanted: [...wordsOf(call.wanted)],
    active: call.active.length === 0 ? undefined : fromBits(call.active, n),
  };
}
