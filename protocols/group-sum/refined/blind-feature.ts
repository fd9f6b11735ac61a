/** Blind refined group-sum, the feature party's role: it keeps a column's ciphertexts, adds them by group, learns nothing. */
import { systemCsprng } from '@coscore/crypto';
import { erase } from '@coscore/crypto/erase.ts';
import { NO_GROUP } from '@coscore/crypto/he/additive-ops.ts';
import { KeptCiphertexts } from '@coscore/crypto/he/kept-ciphertexts.ts';
import type { PairLayout } from '@coscore/crypto/he/packing.ts';
import { bytesOf } from '@coscore/crypto/ring/bytes.ts';
import { wire } from '@coscore/proto';
import { ProtocolError } from '../../errors.ts';
import { WHOLE_INSTANCE } from '../../helper/deal.ts';
import { send, type Channel, type Session } from '../../transport.ts';
import { batches, pairLayoutFor, ROWS_A_BATCH } from '../blind/layout.ts';
import { blamed, receiveBatches, ROWS, sendBatch, SUMS } from '../blind/messages.ts';
import { blindName, checkCodes, checkGroupSum, groupSumTopic } from '../options.ts';
import { planCells, type CellPlan } from './blind-cells.ts';
import { mostCiphertexts, numberGroups, OwnGroups, type Origin, type Shown } from './blind-groups.ts';
import { ANSWER, CIPHERTEXTS_A_PART, receiveKey, receiveTurn, type Agreed } from './blind-messages.ts';
import { RefinedNodes, rowsToBits } from './blind-nodes.ts';
import type { BlindRefinedFeatureOptions } from './blind-options.ts';
import type { ColumnOpening, RefinedFeature, RefinedHandler } from './types.ts';

/** Below this many rows times features threads cost more than they bring. */
const THREADS_FROM = 8192;

/** Obfuscators made before it is known how many a step needs: half a second of a core. */
const MOST_PREPARED = 512;

interface Column {
  readonly features: readonly RefinedFeature[];
  /** [wanted][n] */
  readonly codes: readonly Uint16Array[];
  readonly nodes: RefinedNodes;
  readonly groups: OwnGroups;
  /** [active] rows in the order of their ciphertexts. */
  readonly rowOf: Int32Array;
  readonly layout: PairLayout;
}

/**
 * Serves until the label party closes.
 * @throws ProtocolError `parameter-mismatch`, `wrong-size`, `out-of-range`, `bad-ciphertext`, `replayed`, `wrong-round`,
 * `material-reused`, `cancelled`.
 */
export async function serveBlindAsFeature(
  session: Session,
  options: BlindRefinedFeatureOptions,
  handler: RefinedHandler,
): Promise<void> {
  const { n, features, codes, labelParty, instance, threads, rng = systemCsprng } = options;
  checkGroupSum(n, codes.length);
  checkCodes(
    codes,
    features.map(({ bins }) => bins),
    n,
  );
  const channel = session.channel(labelParty, groupSumTopic(instance, [labelParty, session.self]));
  const agreed = await receiveKey(session, channel, options);
  const kept = new KeptCiphertexts(agreed.publicKey, {
    inline: n * codes.length < THREADS_FROM,
    rng,
    ...(threads === undefined ? {} : { threads }),
  });
  try {
    await new BlindFeature(session, options, handler, channel, agreed, kept).serve();
  } catch (cause) {
    throw blamed(labelParty, cause);
  } finally {
    await kept.close();
  }
}

class BlindFeature {
  readonly #session: Session;
  readonly #options: BlindRefinedFeatureOptions;
  readonly #handler: RefinedHandler;
  readonly #channel: Channel;
  readonly #agreed: Agreed;
  readonly #kept: KeptCiphertexts;
  #columns = 0;
  #current: Column | undefined;

  constructor(
    session: Session,
    options: BlindRefinedFeatureOptions,
    handler: RefinedHandler,
    channel: Channel,
    agreed: Agreed,
    kept: KeptCiphertexts,
  ) {
    this.#session = session;
    this.#options = options;
    this.#handler = handler;
    this.#channel = channel;
    this.#agreed = agreed;
    this.#kept = kept;
  }

  async serve(): Promise<void> {
    const { n, features } = this.#options;
    for (let index = 0; ; index++) {
      const turn = await receiveTurn(this.#channel, index, n, features.length);
      switch (turn.what) {
        case 'start':
          await this.#start(index, turn.opening);
          break;
        case 'ask':
          await this.#answer(index, { reply: await this.#handler.asked(turn.note) });
          break;
        case 'step':
          await this.#step(index, turn.note);
          break;
        case 'close':
          return;
      }
    }
  }

  async #start(index: number, opening: ColumnOpening): Promise<void> {
    const { n, features, codes, joinBins, labelParty, instance } = this.#options;
    await this.#handler.started(opening);
    const parties = [labelParty, this.#session.self] as const;
    const name = blindName(`${instance}/${this.#columns++}`, parties);
    await this.#session.material.claim(labelParty, name, WHOLE_INSTANCE);
    const wanted = opening.wanted.map((f) => features[f]!);
    const nodes = new RefinedNodes(n, opening.active);
    const rowOf = Int32Array.from(nodes.nodeOf.keys()).filter((row) => nodes.nodeOf[row] === 0);
    const { bits, group } = this.#agreed;
    const column = {
      features: wanted,
      codes: opening.wanted.map((f) => codes[f]!),
      nodes,
      groups: new OwnGroups(wanted, joinBins),
      rowOf,
      layout: pairLayoutFor(rowOf.length, bits, group.payloadBits),
    };
    this.#current = column;
    await this.#answerSums(index, new Uint8Array(0), column, [0], undefined, true);
  }

  async #step(index: number, note: Uint8Array): Promise<void> {
    const column = this.#current;
    if (column === undefined) throw new ProtocolError('wrong-round', 'a step before a column');
    const { reply, refinement } = await this.#handler.stepped(note);
    const origins = column.nodes.apply(refinement);
    if (refinement.measure.length === 0) await this.#answer(index, { reply });
    else await this.#answerSums(index, reply, column, refinement.measure, origins, false);
  }

  /** @param fresh whether the column's ciphertexts are still to come: they are added as they do. */
  async #answerSums(
    index: number,
    reply: Uint8Array,
    column: Column,
    measure: readonly number[],
    origins: readonly Origin[] | undefined,
    fresh: boolean,
  ): Promise<void> {
    const { layout, rowOf } = column;
    const shown = column.groups.show(countBins(column, measure), measure, origins);
    const numbered = numberGroups(shown);
    const most = mostCiphertexts(column.features, measure.length, layout.slots);
    const bins = column.features.map((feature) => feature.bins);
    const plan = planCells({
      rows: measure.map((node) => column.nodes.rows.get(node)!),
      bins,
      // A bin that holds rows has a group that does.
      groupOf: shown.to.map((own, f) =>
        Int32Array.from(own, (bin, i) => numbered.at[f]![Math.floor(i / bins[f]!) * bins[f]! + bin]!),
      ),
      parts: this.#kept.parts,
    });
    const cellsOf = cellsOfRows(column, measure, plan);
    if (fresh) await this.#kept.reset(rowOf.length, ROWS_A_BATCH);
    const sums = this.#kept.sums({ ...plan, groups: numbered.groups, layout });
    if (fresh) {
      const width = this.#agreed.group.ciphertextBytes;
      for await (const { from, to, ciphertexts } of receiveBatches(
        this.#channel,
        ROWS,
        rowOf.length,
        ROWS_A_BATCH,
        width,
      )) {
        await this.#kept.load(ciphertexts);
        await sums.add(from / ROWS_A_BATCH, cellsOf(from, to));
        this.#session.progress({ stage: 'group-sum', done: to, total: rowOf.length, unit: 'rows' });
      }
    } else {
      for (const [batch, { from, to }] of batches(rowOf.length, ROWS_A_BATCH).entries()) {
        await sums.add(batch, cellsOf(from, to));
      }
    }
    const packed = await sums.packed();
    await this.#answer(index, { reply, shown, packed, most });
    erase(packed);
    // While the label party decrypts and thinks: a step has up to twice the nodes of the one before.
    this.#kept.prepare(Math.min(2 * Math.ceil(numbered.groups / layout.slots), MOST_PREPARED));
  }

  async #answer(
    index: number,
    answer: {
      readonly reply: Uint8Array;
      readonly shown?: Shown;
      readonly packed?: Uint8Array;
      readonly most?: number;
    },
  ): Promise<void> {
    const { reply, shown = { counts: [], ends: [] }, packed = new Uint8Array(0), most = 0 } = answer;
    const width = this.#agreed.group.ciphertextBytes;
    const part = (from: number, to: number): Uint8Array => {
      const bytes = new Uint8Array((to - from) * width);
      bytes.set(packed.subarray(from * width, to * width));
      return bytes;
    };
    const first = Math.min(most, CIPHERTEXTS_A_PART);
    await send(this.#channel, ANSWER, wire.GroupSumRefineBlindAnswer, {
      index,
      reply,
      counts: bytesOf(joined(Uint32Array, shown.counts)),
      ends: rowsToBits(joined(Uint8Array, shown.ends)),
      ciphertexts: part(0, first),
    });
    for (const [i, { from, to }] of batches(most - first, CIPHERTEXTS_A_PART).entries()) {
      await sendBatch(this.#channel, SUMS, i, part(first + from, first + to));
    }
  }
}

/** [wanted][measured x bins] rows of every bin of the measured nodes. */
function countBins({ features, codes, nodes, rowOf }: Column, measure: readonly number[]): Uint32Array[] {
  const base = measuredIndex(measure);
  return features.map(({ bins }, f) => {
    const counts = new Uint32Array(measure.length * bins);
    const own = codes[f]!;
    for (const row of rowOf) {
      const at = nodes.nodeOf[row]!;
      const node = at < 0 ? -1 : base[at]!;
      if (node >= 0) counts[node * bins + own[row]!]!++;
    }
    return counts;
  });
}

/** [2^16] index of a measured node, -1 for others. */
function measuredIndex(measure: readonly number[]): Int32Array {
  const index = new Int32Array(2 ** 16).fill(-1);
  measure.forEach((node, i) => (index[node] = i));
  return index;
}

/** Gives the cells of rows `from .. to` in the order of their ciphertexts: [sets x (to - from)]. */
function cellsOfRows(
  { codes, nodes, rowOf }: Column,
  measure: readonly number[],
  plan: CellPlan,
): (from: number, to: number) => Uint32Array<ArrayBuffer> {
  const index = measuredIndex(measure);
  return (from, end) => {
    const rows = end - from;
    const cells = new Uint32Array(plan.sets * rows).fill(NO_GROUP);
    for (let slot = from; slot < end; slot++) {
      const row = rowOf[slot]!;
      const at = nodes.nodeOf[row]!;
      const sets = at < 0 || index[at]! < 0 ? [] : plan.nodes[index[at]!]!;
      for (let set = 0; set < sets.length; set++) {
        const { first, members } = sets[set]!;
        let cell = first;
        for (const { feature, step } of members) cell += step[codes[feature]![row]!]!;
        cells[set * rows + slot - from] = cell;
      }
    }
    return cells;
  };
}

function joined<T extends Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(
  make: new (length: number) => T,
  parts: readonly (Uint8Array | Uint32Array)[],
): T {
  const out = new make(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
