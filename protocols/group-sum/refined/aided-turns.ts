/** Kinds of message of the aided profile. */
export const CALL = 'group-sum-refine';
export const REPLY = 'group-sum-refined';

/** What the label party wants of a turn, on the wire. */
export const TURN = { start: 0, question: 1, step: 2, end: 3 } as const;

/** A reply with nothing in it. */
export const EMPTY_REPLY = {
  part: 0,
  reply: new Uint8Array(0),
  positions: new Uint8Array(0),
  ends: new Uint8Array(0),
  sums: new Uint8Array(0),
};
