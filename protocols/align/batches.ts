/** Long runs of fixed-width items in numbered batches, with bounded memory. */
import { wire } from '@coscore/proto';
import { ProtocolError } from '../errors.ts';
import { receive, send, type Channel } from '../transport.ts';

/** How one kind of item is cut up. Both ends know it and the number of items, so every batch's size is known ahead. */
export interface Cut {
  readonly kind: string;
  /** Bytes an item. */
  readonly width: number;
  /** Items a batch; the last may be shorter. */
  readonly perBatch: number;
}

/** 32 KB and about 60 ms of one core a batch: small enough that both ends are soon busy. */
export const POINTS: Cut = { kind: 'align-points', width: 32, perBatch: 1024 };
export const TAGS: Cut = { kind: 'align-tags', width: 16, perBatch: 16_384 };
export const ROW_NUMBERS: Cut = { kind: 'align-rows', width: 4, perBatch: 65_536 };

/** First item and end of every batch of `count` items. */
export function* ranges(cut: Cut, count: number): Generator<{ readonly from: number; readonly to: number }> {
  for (let from = 0; from < count; from += cut.perBatch) yield { from, to: Math.min(count, from + cut.perBatch) };
}

export function sendBatch(channel: Channel, cut: Cut, index: number, items: Uint8Array): Promise<void> {
  return send(channel, cut.kind, wire.AlignBatch, { index, items });
}

/** @param items [count x width] */
export async function sendAll(channel: Channel, cut: Cut, items: Uint8Array): Promise<void> {
  let index = 0;
  for (const { from, to } of ranges(cut, items.length / cut.width)) {
    await sendBatch(channel, cut, index++, items.slice(from * cut.width, to * cut.width));
  }
}

/**
 * The batches of `count` items, each [m x width].
 * @throws ProtocolError `replayed` for a batch seen before; `wrong-round` for one too early; `wrong-size`.
 */
export async function* receiveBatches(channel: Channel, cut: Cut, count: number): AsyncGenerator<Uint8Array> {
  let expected = 0;
  for (const { from, to } of ranges(cut, count)) {
    const { index, items } = await receive<wire.AlignBatch>(channel, cut.kind, wire.AlignBatch);
    const params = { party: channel.peer, batch: index, expected };
    if (index !== expected) {
      const [code, what] =
        index < expected ? (['replayed', 'again'] as const) : (['wrong-round', 'too early'] as const);
      throw new ProtocolError(code, `${channel.peer} sent batch ${index} ${what} where ${expected} was due`, {
        params,
      });
    }
    if (items.length !== (to - from) * cut.width) {
      throw new ProtocolError(
        'wrong-size',
        `${channel.peer} sent a batch of ${items.length} bytes where ${(to - from) * cut.width} were due`,
        { params },
      );
    }
    expected++;
    yield items;
  }
}

/** All batches in one array, [count x width]. */
export async function receiveAll(channel: Channel, cut: Cut, count: number): Promise<Uint8Array<ArrayBuffer>> {
  const all = new Uint8Array(count * cut.width);
  let at = 0;
  for await (const items of receiveBatches(channel, cut, count)) {
    all.set(items, at);
    at += items.length;
  }
  return all;
}
