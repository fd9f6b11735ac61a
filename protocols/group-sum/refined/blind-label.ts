/** Blind refined group-sum, the label party's role: it seals a column once and learns sums step by step. */
import { CryptoError } from '@coscore/crypto';
import { unpackSlots, type PairLayout } from '@coscore/crypto/he/packing.ts';
import { wordsOf } from '@coscore/crypto/ring/bytes.ts';
import { ProtocolError } from '../../errors.ts';
import { inOrder } from '../../align/pipeline.ts';
import { expectBytes, WHOLE_INSTANCE } from '../../helper/deal.ts';
import type { Channel, Session } from '../../transport.ts';
import { refused } from '../blind/key.ts';
import { batches, ROWS_A_BATCH, SUMS_A_BATCH } from '../blind/layout.ts';
import { receiveBatches, ROWS, sendBatch, SUMS } from '../blind/messages.ts';
import type { SealedPairs } from '../blind/sealed-pairs.ts';
import { blindName, checkGroupSum, groupSumTopic } from '../options.ts';
import { mostCiphertexts, numberGroups, SeenGroups, sumsByBin, type Origin, type Shown } from './blind-groups.ts';
import { checkWanted, CIPHERTEXTS_A_PART, receiveAnswer, sendKey, sendTurn } from './blind-messages.ts';
import { bitsToRows, RefinedNodes } from './blind-nodes.ts';
import type { BlindRefinedLabelOptions } from './blind-options.ts';
import type { ColumnOpening, RefinedColumn, RefinedFeature, RefinedGroupSums, RefinedSums } from './types.ts';

interface Column {
  readonly column: RefinedColumn;
  readonly pairs: SealedPairs;
  readonly features: readonly RefinedFeature[];
  readonly nodes: RefinedNodes;
  readonly seen: SeenGroups;
}

type Answer = Awaited<ReturnType<typeof receiveAnswer>>;

/** @throws ProtocolError as `BlindLabel` does; whatever is thrown, the key is destroyed first. */
export async function openBlindAsLabel(session: Session, options: BlindRefinedLabelOptions): Promise<RefinedSums> {
  const role = new BlindLabel(session, options);
  await role.open();
  return role;
}

class BlindLabel implements RefinedSums {
  readonly #session: Session;
  readonly #options: BlindRefinedLabelOptions;
  readonly #channel: Channel;
  #turns = 0;
  #columns = 0;
  #current: Column | undefined;
  #state: 'open' | 'ended' = 'open';

  constructor(session: Session, options: BlindRefinedLabelOptions) {
    const { n, features, featureParty, instance } = options;
    checkGroupSum(n, features.length);
    this.#session = session;
    this.#options = options;
    this.#channel = session.channel(featureParty, groupSumTopic(instance, [session.self, featureParty]));
  }

  open(): Promise<void> {
    return this.#guarded(() => sendKey(this.#session, this.#channel, this.#options));
  }

  start(column: RefinedColumn, opening: ColumnOpening): Promise<readonly RefinedGroupSums[]> {
    return this.#guarded(async () => {
      const { features, featureParty, sealed, n, instance } = this.#options;
      checkWanted(opening.wanted, features.length);
      if (column.g.length !== n) throw new ProtocolError('wrong-size', `a column of ${column.g.length} rows, not ${n}`);
      const wanted = opening.wanted.map((f) => features[f]!);
      const current = {
        column: { g: column.g.slice(), h: column.h.slice() },
        nodes: new RefinedNodes(n, opening.active),
        pairs: sealed.column(featureParty, column, opening),
        features: wanted,
        seen: new SeenGroups(wanted),
      };
      this.#current = current;
      // Every obfuscator of this column is as good as used once its first byte may leave.
      const name = blindName(`${instance}/${this.#columns++}`, [this.#session.self, featureParty]);
      await this.#session.material.claim(featureParty, name, WHOLE_INSTANCE);
      const index = this.#turns++;
      await sendTurn(this.#channel, index, { what: 'start', opening });
      await this.#sendRows(current.pairs);
      return this.#receiveSums(await receiveAnswer(this.#channel, index), current, [0]);
    });
  }

  ask(note: Uint8Array): Promise<Uint8Array> {
    return this.#guarded(async () => {
      const { reply, counts, ends, ciphertexts } = await this.#turn('ask', note);
      this.#expectNothing(counts, ends, ciphertexts);
      return reply;
    });
  }

  step(
    note: Uint8Array,
    apply: Parameters<RefinedSums['step']>[1],
  ): Promise<{ readonly reply: Uint8Array; readonly sums: readonly RefinedGroupSums[] }> {
    return this.#guarded(async () => {
      const current = this.#current;
      if (current === undefined) throw new ProtocolError('wrong-round', 'a step before a column');
      const answer = await this.#turn('step', note);
      const { reply } = answer;
      const refinement = apply(reply);
      const origins = current.nodes.apply(refinement);
      return { reply, sums: await this.#receiveSums(answer, current, refinement.measure, origins) };
    });
  }

  async close(): Promise<void> {
    if (this.#state === 'ended') return;
    await this.#guarded(() => sendTurn(this.#channel, this.#turns++, { what: 'close' }));
    this.abandon();
  }

  /** The key is its owner's to destroy. */
  abandon(): void {
    this.#state = 'ended';
    this.#current = undefined;
  }

  async #turn(what: 'ask' | 'step', note: Uint8Array): Promise<Answer> {
    const index = this.#turns++;
    await sendTurn(this.#channel, index, { what, note });
    return receiveAnswer(this.#channel, index);
  }

  #expectNothing(...parts: readonly Uint8Array[]): void {
    for (const part of parts) expectBytes(0, part, this.#channel.peer, 'sums that nobody asked for');
  }

  async #sendRows(pairs: SealedPairs): Promise<void> {
    const session = this.#session;
    await inOrder(
      batches(pairs.rows, ROWS_A_BATCH),
      ({ from }) => pairs.take(from / ROWS_A_BATCH),
      async (sealed, index) => {
        if (session.signal.aborted) throw new ProtocolError('cancelled', 'the session was cancelled');
        await sendBatch(this.#channel, ROWS, index, sealed);
        const done = Math.min(pairs.rows, (index + 1) * ROWS_A_BATCH);
        session.progress({ stage: 'group-sum', done, total: pairs.rows, unit: 'rows' });
      },
      pairs.key.engine.threads + 2,
    );
  }

  /** @returns [wanted] sums of the measured nodes. */
  async #receiveSums(
    answer: Answer,
    current: Column,
    measure: readonly number[],
    origins?: readonly Origin[],
  ): Promise<readonly RefinedGroupSums[]> {
    const { features, pairs, nodes, seen } = current;
    const shown = this.#shown(answer, features, measure.length);
    seen.check(
      shown,
      measure,
      measure.map((node) => nodes.rows.get(node)!),
      origins,
    );
    const numbered = numberGroups(shown);
    const ciphertexts = await this.#ciphertexts(
      answer,
      pairs,
      mostCiphertexts(features, measure.length, pairs.pairs.slots),
    );
    const opened = await openSums(ciphertexts, numbered.groups, pairs.pairs, pairs);
    const sums = sumsByBin(shown, numbered, opened.g, opened.h);
    if (!opened.fits || !fitColumn(sums, current, measure)) throw refused();
    return sums;
  }

  #shown({ counts, ends }: Answer, features: readonly RefinedFeature[], nodes: number): Shown {
    const { peer } = this.#channel;
    const groups = nodes * features.reduce((sum, { bins }) => sum + bins, 0);
    expectBytes(groups * 4, counts, peer, 'bin counts');
    expectBytes(Math.ceil(groups / 8), ends, peer, 'ends of joined bins');
    const [words, bits] = [wordsOf(counts), bitsToRows(ends, groups)];
    let from = 0;
    const parts = features.map(({ bins }) => {
      const at = from;
      from += nodes * bins;
      return { counts: words.slice(at, from), ends: bits.slice(at, from) };
    });
    return { counts: parts.map((part) => part.counts), ends: parts.map((part) => part.ends) };
  }

  /** [most x ciphertextBytes] everything that was due, the zeros at its end too. */
  async #ciphertexts({ ciphertexts }: Answer, { key }: SealedPairs, most: number): Promise<Uint8Array> {
    const { ciphertextBytes: width } = key.group;
    const first = Math.min(most, CIPHERTEXTS_A_PART);
    expectBytes(first * width, ciphertexts, this.#channel.peer, 'ciphertexts');
    if (most === first) return ciphertexts;
    const all = new Uint8Array(most * width);
    all.set(ciphertexts);
    for await (const part of receiveBatches(this.#channel, SUMS, most - first, CIPHERTEXTS_A_PART, width)) {
      all.set(part.ciphertexts, (first + part.from) * width);
    }
    return all;
  }

  async #guarded<T>(work: () => Promise<T>): Promise<T> {
    if (this.#state === 'ended') throw new ProtocolError('wrong-round', 'this use of group-sum has ended');
    try {
      return await work();
    } catch (cause) {
      this.abandon();
      throw await this.#options.sealed.key.fail(cause);
    }
  }
}

/**
 * Decrypts the ciphertexts that hold sums, whatever they hold: nothing is judged before the last of a step is in, because a
 * feature party that saw which one ended the job would have had as many questions answered.
 */
async function openSums(
  ciphertexts: Uint8Array,
  groups: number,
  layout: PairLayout,
  { key }: SealedPairs,
): Promise<{ readonly g: Float64Array; readonly h: Float64Array; readonly fits: boolean }> {
  const { slots } = layout;
  const { ciphertextBytes: width } = key.group;
  const sums = { g: new Float64Array(groups), h: new Float64Array(groups) };
  let fits = true;
  await inOrder(
    batches(Math.ceil(groups / slots), SUMS_A_BATCH),
    async ({ from, to }) => {
      try {
        const plaintexts = await key.engine.decrypt(ciphertexts.subarray(from * width, to * width));
        plaintexts.forEach((plaintext, i) => {
          const first = slots * (from + i);
          const { g, h } = unpackSlots(plaintext, Math.min(slots, groups - first), layout);
          sums.g.set(g, first);
          sums.h.set(h, first);
        });
      } catch (cause) {
        if (!(cause instanceof CryptoError && cause.code === 'bad-ciphertext')) throw cause;
        fits = false;
      }
    },
    () => undefined,
    key.engine.threads + 2,
  );
  return { ...sums, fits };
}

/** Whether each node's bins add up to our own total of it, and every sum is one that so many rows can have. */
function fitColumn(sums: readonly RefinedGroupSums[], current: Column, measure: readonly number[]): boolean {
  const { column, nodes, features, pairs } = current;
  const index = new Map(measure.map((node, i) => [node, i]));
  const totals = { g: new Float64Array(measure.length), h: new Float64Array(measure.length) };
  nodes.nodeOf.forEach((node, row) => {
    const i = index.get(node);
    if (i === undefined) return;
    totals.g[i]! += column.g[row]!;
    totals.h[i]! += column.h[row]!;
  });
  let fits = true;
  sums.forEach((own, f) => {
    const { bins } = features[f]!;
    for (const name of ['g', 'h'] as const) {
      const { least, most } = pairs.range[name];
      fits = own[name].every((sum, at) => sum >= own.counts[at]! * least && sum <= own.counts[at]! * most) && fits;
      fits =
        totals[name].every(
          (total, i) => own[name].subarray(i * bins, (i + 1) * bins).reduce((sum, x) => sum + x, 0) === total,
        ) && fits;
    }
  });
  return fits;
}
