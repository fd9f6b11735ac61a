/**
 * Notes of one size. The relay sees sizes: without this they would say how many of a step's splits are by the receiver's
 * columns, which follows from labels and values.
 */
import { wire } from '@coscore/proto';

/** What a note could have to hold, by what the relay knows anyway. */
export interface NoteRoom {
  /** Splits by the receiver's columns at most. */
  readonly splits: number;
  /** Bins of its widest column. */
  readonly bins: number;
}

/** The message with padding: as long as with `room.splits` splits, however many there are. @throws RangeError for more. */
export function encodePadded(message: wire.JobForestNote.$Properties, { splits, bins }: NoteRoom): Uint8Array {
  const size = (note: wire.JobForestNote.$Properties): number => wire.JobForestNote.encode(note).finish().length;
  // Two bytes above the largest note: one alone cannot be filled.
  const left = size({ ...message, own: [] }) + splits * splitBytes(bins) + 2 - size(message);
  if (left < 2) throw new RangeError(`a note has room for ${splits} splits`);
  return wire.JobForestNote.encode({ ...message, pad: filling(left) }).finish();
}

/** A JobForestSplit in its note at most: tags take one byte, ids of nodes and numbers of columns up to three. */
function splitBytes(bins: number): number {
  const bits = Math.ceil(bins / 8);
  const content = 4 * (1 + 3) + 1 + varintBytes(bits) + bits;
  return 1 + varintBytes(content) + content;
}

function varintBytes(value: number): number {
  return value < 2 ** 7 ? 1 : value < 2 ** 14 ? 2 : 3;
}

/** Values of a repeated field that take so many bytes with their tags and lengths. @param bytes at least 2 */
function filling(bytes: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let left = bytes; left > 0;) {
    // Lengths of one byte; what is left is never too small for another part.
    const take = left === 130 ? 128 : Math.min(left, 129);
    parts.push(new Uint8Array(take - 2));
    left -= take;
  }
  return parts;
}
