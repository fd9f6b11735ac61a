/** Refined group-sum, aided, the label party's role: it holds the column, learns the sums. Steps numbered as in protocol.md. */
import { erase } from '@coscore/crypto/erase.ts';
import { bytesOf } from '@coscore/crypto/ring/bytes.ts';
import { subtractResidues } from '@coscore/kernels';
import type { CellPool } from '@coscore/kernels/arena.ts';
import { maskPool, MaskColumn, rowsPool } from '@coscore/kernels/regroup.ts';
import { setImmediate } from 'node:timers/promises';
import { wire } from '@coscore/proto';
import { ProtocolError } from '../../errors.ts';
import type { Deal } from '../../helper/deal.ts';
import { BLOCK_RESIDUES } from '../../helper/dealer.ts';
import { send, type Channel, type Session } from '../../transport.ts';
import { packPairs } from '../core.ts';
import { stream } from '../options.ts';
import { rangeOf } from './aided-checks.ts';
import { DealsAhead } from './aided-deals.ts';
import { openColumns } from './aided-dealt.ts';
import { receivePart } from './aided-parts.ts';
import { aidedSizes, checkOpening, refinedTopic, toBits, type AidedSizes } from './aided-sizes.ts';
import { SummedColumn } from './aided-summed-column.ts';
import { CALL, TURN } from './aided-turns.ts';
import type {
  AidedRefinedLabelOptions,
  ColumnOpening,
  RefinedColumn,
  RefinedGroupSums,
  RefinedSums,
  Refinement,
} from './types.ts';

/** Our part of one column's material. */
interface Material {
  /** [slots] */
  readonly r: BigUint64Array;
  /** [dealt] masks s. */
  readonly masks: readonly MaskColumn[];
}

/** @throws ProtocolError `out-of-range` on sizes that no use can have. */
export function openAidedAsLabel(session: Session, options: AidedRefinedLabelOptions): RefinedSums {
  return new AidedRefinedSums(session, options);
}

class AidedRefinedSums implements RefinedSums {
  readonly #options: AidedRefinedLabelOptions;
  readonly #sizes: AidedSizes;
  readonly #channel: Channel;
  readonly #rowsMemory: CellPool;
  readonly #deals: DealsAhead<Material>;
  #turn = 0;
  #started = 0;
  #current: SummedColumn | undefined;
  #state: 'open' | 'busy' | 'ended' = 'open';

  constructor(session: Session, options: AidedRefinedLabelOptions) {
    const sizes = aidedSizes(options);
    const parties = [session.self, options.featureParty] as const;
    const pool = maskPool(sizes.slots);
    this.#options = options;
    this.#sizes = sizes;
    this.#rowsMemory = rowsPool(sizes.slots);
    this.#channel = session.channel(options.featureParty, refinedTopic(options.instance, parties));
    this.#deals = new DealsAhead<Material>({
      columns: sizes.columns,
      ahead: sizes.ahead,
      pooled: options.pooled ?? [],
      open: (columns) =>
        openColumns(session, { ...options, parties }, { slots: sizes.slots, features: sizes.dealt, columns }),
      prepare: (deal, column, isWanted) =>
        unpack(deal, column, sizes, () => new MaskColumn(pool, sizes.slots), isWanted),
      erase: eraseMaterial,
    });
  }

  start(column: RefinedColumn, opening: ColumnOpening): Promise<readonly RefinedGroupSums[]> {
    return this.#exclusive(async () => {
      const { n } = this.#sizes;
      if (column.g.length !== n || column.h.length !== n)
        throw new ProtocolError('wrong-size', `a column of ${column.g.length} rows, not ${n}`);
      const rowOf = checkOpening(opening, this.#sizes, this.#options.features.length);
      // Bounds are those of the rows that count: others may be many.
      const counted = rowOf === undefined ? column : selected(column, rowOf);
      const values = packPairs(counted.g, counted.h);
      this.#current?.erase();
      const material = await this.#deals.take(this.#started++);
      if (this.#isEnded()) {
        // Wiped masks hide nothing.
        eraseMaterial(material);
        throw new ProtocolError('cancelled', 'refined sums were ended while a column was started');
      }
      this.#current = new SummedColumn(
        this.#options,
        this.#sizes,
        this.#rowsMemory,
        opening.wanted,
        rowOf,
        values,
        material.masks,
      );
      const delta = subtractResidues(values, material.r.subarray(0, values.length));
      erase(material.r);
      const index = await this.#call(TURN.start, {
        wanted: bytesOf(Uint32Array.from(opening.wanted)),
        active: opening.active === undefined ? NOTHING : toBits(opening.active),
        delta: bytesOf(delta),
      });
      return this.#current.start(this.#channel, index, rangeOf(counted));
    });
  }

  ask(note: Uint8Array): Promise<Uint8Array> {
    return this.#exclusive(async () => {
      const index = await this.#call(TURN.question, { note });
      return (await receivePart(this.#channel, index, 0)).reply;
    });
  }

  step(
    note: Uint8Array,
    apply: (reply: Uint8Array) => Refinement,
  ): Promise<{ readonly reply: Uint8Array; readonly sums: readonly RefinedGroupSums[] }> {
    return this.#exclusive(async () => {
      if (this.#current === undefined) throw new ProtocolError('wrong-round', 'a step before any column was started');
      const index = await this.#call(TURN.step, { note });
      return this.#current.step(this.#channel, index, apply);
    });
  }

  async close(): Promise<void> {
    if (this.#state === 'ended') return;
    await this.#exclusive(async () => {
      this.#current?.erase();
      await receivePart(this.#channel, await this.#call(TURN.end, {}), 0);
      await this.#deals.finish();
    });
    this.#state = 'ended';
  }

  abandon(): void {
    if (this.#isEnded()) return;
    this.#state = 'ended';
    this.#current?.erase();
    this.#deals.wipe();
  }

  #isEnded(): boolean {
    return this.#state === 'ended';
  }

  /** One call at a time, and none after a failure. */
  async #exclusive<T>(work: () => Promise<T>): Promise<T> {
    if (this.#state !== 'open') throw new ProtocolError('wrong-round', `a call while refined sums are ${this.#state}`);
    this.#state = 'busy';
    try {
      const result = await work();
      // Unless it was ended meanwhile.
      if (!this.#isEnded()) this.#state = 'open';
      return result;
    } catch (error) {
      this.abandon();
      throw error;
    }
  }

  async #call(turn: number, fields: Partial<wire.GroupSumRefineCall>): Promise<number> {
    const index = this.#turn++;
    const empty = { wanted: NOTHING, active: NOTHING, delta: NOTHING, note: NOTHING };
    await send(this.#channel, CALL, wire.GroupSumRefineCall, { ...empty, ...fields, index, turn });
    return index;
  }
}

const NOTHING = new Uint8Array(0);

/** Step 1: both kinds of mask from our seed. */
async function unpack(
  deal: Deal,
  at: number,
  { dealt, slots }: AidedSizes,
  make: () => MaskColumn,
  isWanted: () => boolean,
): Promise<Material> {
  const masks: MaskColumn[] = [];
  const r = deal.prg(stream.r(at)).u64(slots);
  try {
    const s = deal.prg(stream.s(at));
    for (let feature = 0; feature < dealt && isWanted(); feature++) {
      const column = make();
      masks.push(column);
      for (let from = 0; from < slots; from += BLOCK_RESIDUES) {
        const block = s.u64(Math.min(BLOCK_RESIDUES, slots - from));
        column.setMasks(from, block);
        erase(block);
      }
      await setImmediate();
    }
    return { r, masks };
  } catch (error) {
    eraseMaterial({ r, masks });
    throw error;
  }
}

function eraseMaterial({ r, masks }: Material): void {
  erase(r);
  for (const mask of masks) mask.erase();
}

/** [m] the pairs of the rows that count. */
function selected({ g, h }: RefinedColumn, rowOf: Uint32Array): RefinedColumn {
  const out = { g: new Int32Array(rowOf.length), h: new Uint32Array(rowOf.length) };
  for (let j = 0; j < rowOf.length; j++) {
    out.g[j] = g[rowOf[j]!]!;
    out.h[j] = h[rowOf[j]!]!;
  }
  return out;
}
