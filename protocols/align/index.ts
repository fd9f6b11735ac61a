/** Find the rows that 2 to 8 parties share, in one common order. See protocol.md. */
import type { Session } from '../transport.ts';
import { alignAided } from './aided/party.ts';
import { alignBlind } from './blind/party.ts';
import type { RowIndex } from './core.ts';
import { normaliseIds } from './ids.ts';
import { checkOptions, helperOf, peersOf, topicOf, type AlignOptions } from './options.ts';
import type { AlignResources } from './resources.ts';

export { alignAsHelper } from './aided/helper.ts';
export type { RowIndex } from './core.ts';
export { normaliseId } from './ids.ts';
export type { AlignOptions } from './options.ts';
export type { AlignResources } from './resources.ts';

/**
 * @param ids [own rows] one id a row; normalised here; must be unique and not empty.
 * @returns the common rows, in the same order at every party; an order that depends on no party's data.
 * @throws ProtocolError `duplicate-ids` and `malformed` (own ids); `out-of-range` (options, or a peer's numbers);
 * `parameter-mismatch`; `intersection-too-small`; `wrong-round`; `wrong-size`; `bad-point`; `replayed`;
 * `material-reused` for a second run of one instance in one session; `cancelled`; `peer-lost`.
 */
export async function alignAsParty(
  session: Session,
  ids: readonly string[],
  options: AlignOptions,
  resources: AlignResources = {},
): Promise<RowIndex> {
  checkOptions(options, session.self, 'party');
  const normalised = normaliseIds(ids);
  // Scalars, contributions and tag keys are fresh a run; the mark keeps one (session, instance) from running twice.
  const partners =
    options.profile === 'aided' ? [...peersOf(session, options), helperOf(options)] : peersOf(session, options);
  for (const partner of partners) await session.material.claim(partner, topicOf(options), 0);
  switch (options.profile) {
    case 'aided':
      return alignAided(session, normalised, options, resources);
    case 'blind':
      return alignBlind(session, normalised, options, resources);
  }
}
