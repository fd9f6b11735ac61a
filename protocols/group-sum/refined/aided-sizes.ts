/** Numbers that both ends of the aided profile work out alike. */
import { bitsFor } from '@coscore/kernels';
import { ProtocolError } from '../../errors.ts';
import type { PartyId } from '../../transport.ts';
import { checkGroupSum } from '../options.ts';
import type { AidedRefinedSizes, ColumnOpening, RefinedFeature } from './types.ts';

const AHEAD_BYTES = 2 ** 28;
/** More bring nothing: the deal is on its way all the time. */
const MOST_AHEAD = 8;
/** Of positions in one message, about: the other end works on one while the next is made. */
const PART_BYTES = 2 ** 20;
/** Positions, masked residues and codes of one position at the feature party, which needs more than the label party. */
export const POSITION_BYTES = 14;
/** Codes have 16 bits, one of them is for padding. */
const MAX_REFINED_BINS = 65534;
/** Keeps a wrong step from exhausting memory, not a right one from being served: 32 bytes each. */
const MAX_GROUPS = 2 ** 24;

export interface AidedSizes {
  readonly n: number;
  /** Positions of every column. */
  readonly slots: number;
  /** Columns of positions dealt for every column. */
  readonly dealt: number;
  readonly columns: number;
  /** How many columns' material stands ready beside the current one's. */
  readonly ahead: number;
}

/** @throws ProtocolError `out-of-range`. */
export function aidedSizes(options: AidedRefinedSizes & AgreedOptions): AidedSizes {
  const { n, features, columns, instance } = options;
  const slots = options.activeAtMost ?? n;
  const dealt = options.wantedAtMost ?? features.length;
  checkGroupSum(slots, dealt);
  if (slots > n || dealt > features.length) {
    throw new ProtocolError('out-of-range', `${slots} of ${n} rows and ${dealt} of ${features.length} features`);
  }
  if (!Number.isInteger(columns) || columns < 1) throw new ProtocolError('out-of-range', `${columns} columns may come`);
  if (!/^[\w.:/-]{1,60}$/.test(instance)) throw new ProtocolError('malformed', 'a name of a use that cannot be dealt');
  for (const { bins, missingBin } of features) {
    if (!Number.isInteger(bins) || bins < 1 || bins > MAX_REFINED_BINS) {
      throw new ProtocolError('out-of-range', `a feature must have 1 to ${MAX_REFINED_BINS} bins`);
    }
    if (!Number.isInteger(missingBin) || missingBin < -1 || missingBin >= bins) {
      throw new ProtocolError('out-of-range', `bin ${missingBin} of ${bins} cannot hold missing values`);
    }
  }
  return { n, slots, dealt, columns, ahead: Math.min(columns, columnsAhead(slots, dealt, options.aheadBytes)) };
}

/** Columns whose material stands ready, as many as fit. @param bytes absent: 256 MB, and eight columns at most. */
export function columnsAhead(slots: number, dealt: number, bytes?: number): number {
  const fit = Math.max(1, Math.floor((bytes ?? AHEAD_BYTES) / (slots * dealt * POSITION_BYTES)));
  return bytes === undefined ? Math.min(MOST_AHEAD, fit) : fit;
}

interface AgreedOptions {
  readonly instance: string;
  readonly helper: PartyId;
  readonly n: number;
  readonly features: readonly RefinedFeature[];
}

export function refinedTopic(instance: string, parties: readonly [PartyId, PartyId]): string {
  return `group-sum-refined/${instance}/${parties.join('+')}`;
}

/** @returns [m] the rows that count; undefined when all do. @throws ProtocolError `out-of-range`, `wrong-size`. */
export function checkOpening(
  { wanted, active }: ColumnOpening,
  sizes: AidedSizes,
  features: number,
): Uint32Array | undefined {
  const ascending = wanted.every(
    (f, i) => Number.isInteger(f) && f >= 0 && f < features && (i === 0 || f > wanted[i - 1]!),
  );
  if (!ascending || wanted.length === 0 || wanted.length > sizes.dealt) {
    throw new ProtocolError(
      'out-of-range',
      `${wanted.length} features wanted, of ${features} and at most ${sizes.dealt}`,
    );
  }
  if (active === undefined) {
    if (sizes.slots < sizes.n)
      throw new ProtocolError('out-of-range', `${sizes.n} rows count, at most ${sizes.slots} were agreed`);
    return undefined;
  }
  if (active.length !== sizes.n)
    throw new ProtocolError('wrong-size', `${active.length} rows may count, not ${sizes.n}`);
  const rows = new Uint32Array(sizes.n);
  let m = 0;
  for (let row = 0; row < sizes.n; row++) if (active[row] !== 0) rows[m++] = row;
  if (m < 1 || m > sizes.slots)
    throw new ProtocolError('out-of-range', `${m} rows count, at most ${sizes.slots} were agreed`);
  return rows.subarray(0, m);
}

/** Bits of a code where the code `bins` stands for padding, if there is any. */
export function codeWidth(bins: number, padding: number): number {
  return bitsFor(padding > 0 ? bins + 1 : bins);
}

/** Features in each message of an answer. @param bytes of positions of one feature. */
export function partsOf(features: number, bytes: number): readonly { readonly from: number; readonly to: number }[] {
  const each = Math.max(1, Math.floor(PART_BYTES / bytes));
  const parts = [];
  for (let from = 0; from < features; from += each) parts.push({ from, to: Math.min(from + each, features) });
  return parts;
}

/** Bytes of one feature's positions in the answer to a start, for `partsOf`: the same for all, whatever their bins. */
export function codeBytes(slots: number): number {
  return slots * 2;
}

export function bitBytes(count: number): number {
  return Math.ceil(count / 8);
}

/** @throws ProtocolError `out-of-range`. */
export function checkGroups(measured: number, features: readonly RefinedFeature[]): void {
  const most = features.reduce((sum, { bins }) => Math.max(sum, bins), 0) * measured;
  if (most > MAX_GROUPS) throw new ProtocolError('out-of-range', `${most} groups of a feature in one step`);
}

/** [n] flags as bits, least significant first. */
export function toBits(flags: Uint8Array): Uint8Array<ArrayBuffer> {
  const bits = new Uint8Array(bitBytes(flags.length));
  for (let i = 0; i < flags.length; i++) if (flags[i] !== 0) bits[i >> 3]! |= 1 << (i & 7);
  return bits;
}

/** [count] flags of bits. The caller has checked the length. */
export function fromBits(bits: Uint8Array, count: number): Uint8Array<ArrayBuffer> {
  const flags = new Uint8Array(count);
  for (let i = 0; i < count; i++) flags[i] = (bits[i >> 3]! >> (i & 7)) & 1;
  return flags;
}
