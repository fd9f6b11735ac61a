/** Lists of parties on the wire, and what can go wrong with them. */
import { ProtocolError } from '../errors.ts';
import type { PartyId } from '../transport.ts';

/** Positions in the agreed list of parties, ascending. */
export type Members = readonly number[];

/** @throws ProtocolError `out-of-range` unless strictly ascending and a subset of `allowed`. */
export function membersFrom(bytes: Uint8Array, allowed: Members, sender: PartyId): Members {
  const members = [...bytes];
  const ascending = members.every((m, i) => i === 0 || members[i - 1]! < m);
  if (ascending && members.every((m) => allowed.includes(m))) return members;
  throw new ProtocolError('out-of-range', `${sender} named parties that take no part`, { params: { party: sender } });
}

/** @throws ProtocolError `peer-lost`. */
export function requireEnough(present: number, least: number): void {
  if (present >= least) return;
  throw new ProtocolError(
    'peer-lost',
    `${present} parties are left where a sum needs ${least}: run it again with all of them`,
    {
      params: { count: present, minimum: least },
    },
  );
}

/** Item `i` of fixed-width items. @throws ProtocolError `wrong-size` unless there are exactly `count`. */
export function itemsOf(bytes: Uint8Array, width: number, count: number, sender: PartyId): readonly Uint8Array[] {
  if (bytes.length !== width * count) {
    throw new ProtocolError('wrong-size', `${sender} sent ${bytes.length} bytes where ${width * count} were due`, {
      params: { party: sender },
    });
  }
  return Array.from({ length: count }, (_, i) => Uint8Array.from(bytes.subarray(i * width, (i + 1) * width)));
}
