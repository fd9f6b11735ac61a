/** What the participants of one alignment must agree on, checked and digested before anything else is sent. */
import { createHash } from 'node:crypto';
import { ProtocolError } from '../errors.ts';
import type { PartyId, Session } from '../transport.ts';

export interface AlignOptions {
  readonly profile: 'blind' | 'aided';
  /** The 2 to 8 data parties, in the same order everywhere. */
  readonly parties: readonly PartyId[];
  readonly labelParty: PartyId;
  /** Who matches tags under `aided`; never one of `parties`. */
  readonly helper?: PartyId;
  /** `inner`: rows that every party has. `left`: every row of the label party. */
  readonly join: 'inner' | 'left';
  /**
   * Fewer common rows (under `left`: fewer of the label party's rows found at any one feature party) end the run with
   * nothing revealed but that. At least 1.
   */
  readonly minIntersection: number;
  /** Tells several alignments of one session apart. */
  readonly instance?: string;
}

/** No participant keeps more than 2^26 ids, so that a peer's false size cannot ask for all memory. */
export const MAX_SET_SIZE = 2 ** 26;

export function topicOf(options: AlignOptions): string {
  return options.instance === undefined ? 'align' : `align/${options.instance}`;
}

export function featurePartiesOf(options: AlignOptions): readonly PartyId[] {
  return options.parties.filter((party) => party !== options.labelParty);
}

export function peersOf(session: Session, options: AlignOptions): readonly PartyId[] {
  return options.parties.filter((party) => party !== session.self);
}

/** @returns the helper, present under `aided`. @throws ProtocolError `out-of-range`. */
export function helperOf(options: AlignOptions): PartyId {
  if (options.helper === undefined) throw refused('the aided profile needs a helper');
  return options.helper;
}

/** @throws ProtocolError `out-of-range` when the options make no sense for `self`. */
export function checkOptions(options: AlignOptions, self: PartyId, role: 'party' | 'helper'): void {
  const { parties, labelParty, helper, minIntersection } = options;
  if (parties.length < 2 || parties.length > 8) throw refused(`alignment takes 2 to 8 parties, not ${parties.length}`);
  if (new Set(parties).size !== parties.length) throw refused('a party is named twice');
  if (!parties.includes(labelParty)) throw refused(`the label party ${labelParty} is not among the parties`);
  if (!Number.isInteger(minIntersection) || minIntersection < 1) {
    throw refused(`minIntersection is a whole number from 1, not ${minIntersection}`);
  }
  if (options.profile === 'aided' && parties.includes(helperOf(options))) {
    throw refused(`the helper ${helper} is a data party: name another helper`);
  }
  if (role === 'party' && !parties.includes(self)) throw refused(`${self} is not among the parties`);
  if (role === 'helper' && (options.profile !== 'aided' || helper !== self)) throw refused(`${self} is not the helper`);
}

/** [32] Of the session and every option, in one canonical form. */
export function digestOf(session: Session, options: AlignOptions): Uint8Array {
  const { profile, parties, labelParty, helper, join, minIntersection, instance } = options;
  const fields = [session.id, profile, parties, labelParty, helper ?? null, join, minIntersection, instance ?? null];
  return createHash('sha256')
    .update(`coscore align v1 ${JSON.stringify(fields)}`)
    .digest();
}

/** @throws ProtocolError `parameter-mismatch`. */
export function checkDigest(ours: Uint8Array, theirs: Uint8Array, peer: PartyId): void {
  if (Buffer.compare(ours, theirs) === 0) return;
  throw new ProtocolError(
    'parameter-mismatch',
    `${peer} aligns with other options (session, profile, parties and their order, helper, join or minIntersection)`,
    { params: { party: peer } },
  );
}

/** @throws ProtocolError `out-of-range`. */
export function checkSetSize(size: number, peer: PartyId): number {
  if (size <= MAX_SET_SIZE) return size;
  throw new ProtocolError('out-of-range', `${peer} announces ${size} ids, above the limit of ${MAX_SET_SIZE}`, {
    params: { party: peer, count: size },
  });
}

export function tooSmall(options: AlignOptions): ProtocolError {
  return new ProtocolError(
    'intersection-too-small',
    `the parties share fewer than ${options.minIntersection} rows: check that all use the same kind of id`,
    { params: { minimum: options.minIntersection } },
  );
}

function refused(message: string): ProtocolError {
  return new ProtocolError('out-of-range', message);
}
