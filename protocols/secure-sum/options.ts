/** What the participants of one secure sum must agree on. */
import { createHash } from 'node:crypto';
import { assertSumFits } from '@coscore/crypto/ring/fixed-point.ts';
import { ProtocolError } from '../errors.ts';
import type { PartyId, Session } from '../transport.ts';

export interface SecureSumOptions {
  /** Who contributes a vector: 2 to 64, in the same order everywhere. */
  readonly parties: readonly PartyId[];
  /** Who adds the masked vectors; may be one of `parties`. */
  readonly aggregator: PartyId;
  /** Who gets the total: the aggregator alone, or every survivor too. */
  readonly receivers: 'aggregator' | 'all';
  /** Entries a vector. */
  readonly length: number;
  /** Entries are clipped to +-bound before encoding. */
  readonly bound: number;
  /** Fixed point: entries are rounded to multiples of 2^-fractionBits. */
  readonly fractionBits: number;
  /** Parties that must stay to the end; more than two thirds of all. floor(2k/3) + 1 by default. */
  readonly threshold?: number;
  /** Tells the sums of one session apart. */
  readonly instance: string;
}

export function topicOf(instance: string): string {
  return `secure-sum/${instance}`;
}

export function thresholdOf(options: SecureSumOptions): number {
  return options.threshold ?? Math.floor((2 * options.parties.length) / 3) + 1;
}

/**
 * Survivors below which nothing may be opened. A contributor who sees the total subtracts its own vector, so that with two
 * survivors it would read the other's.
 */
export function leastSurvivors(options: SecureSumOptions): number {
  const contributorSees = options.receivers === 'all' || options.parties.includes(options.aggregator);
  return Math.max(thresholdOf(options), contributorSees ? 3 : 2);
}

/** @throws ProtocolError `out-of-range`; `overflow` when `parties * bound` does not fit the ring. */
export function checkOptions(options: SecureSumOptions, self: PartyId): void {
  const { parties, length, bound, fractionBits } = options;
  const k = parties.length;
  const threshold = thresholdOf(options);
  if (k < 2 || k > 64 || new Set(parties).size !== k) throw refused(`a secure sum takes 2 to 64 parties, not ${k}`);
  if (!parties.includes(self) && options.aggregator !== self) throw refused(`${self} takes no part in this sum`);
  if (!Number.isInteger(length) || length < 1) throw refused(`a vector has at least one entry, not ${length}`);
  if (!Number.isInteger(fractionBits) || fractionBits < 0 || fractionBits > 62 || !(bound > 0))
    throw refused('bound or fractionBits is not valid');
  if (!Number.isInteger(threshold) || 3 * threshold <= 2 * k || threshold > k) {
    throw refused(`the threshold must lie above 2/3 of ${k} parties, not at ${threshold}`);
  }
  if (leastSurvivors(options) > k)
    throw refused(`${k} parties are too few where a contributor sees the total: 3 at least`);
  try {
    assertSumFits(k, { bound, fractionBits });
  } catch (cause) {
    throw new ProtocolError(
      'overflow',
      `${k} vectors of |x| <= ${bound} at ${fractionBits} fraction bits exceed 2^63`,
      {
        cause,
        params: { parties: k, bound, fractionBits },
      },
    );
  }
}

/** [32] */
export function digestOf(session: Session, options: SecureSumOptions): Uint8Array {
  const { parties, aggregator, receivers, length, bound, fractionBits, instance } = options;
  const fields = [
    session.id,
    parties,
    aggregator,
    receivers,
    length,
    bound,
    fractionBits,
    thresholdOf(options),
    instance,
  ];
  return createHash('sha256')
    .update(`coscore secure-sum v1 ${JSON.stringify(fields)}`)
    .digest();
}

/** @throws ProtocolError `parameter-mismatch`. */
export function checkDigest(ours: Uint8Array, theirs: Uint8Array, peer: PartyId): void {
  if (Buffer.compare(ours, theirs) === 0) return;
  throw new ProtocolError(
    'parameter-mismatch',
    `${peer} adds with other options (parties, length, bound or threshold)`,
    {
      params: { party: peer },
    },
  );
}

function refused(message: string): ProtocolError {
  return new ProtocolError('out-of-range', message);
}
