/** Add the parties' private vectors and see only the total. See protocol.md. */
import { systemCsprng, type Csprng } from '@coscore/crypto';
import { ProtocolError } from '../errors.ts';
import type { PartyId, Session } from '../transport.ts';
import { aggregate } from './aggregator.ts';
import { contribute, type SecureSumResult } from './contributor.ts';
import { loopback } from './loopback.ts';
import { checkOptions, digestOf, topicOf, type SecureSumOptions } from './options.ts';

export type { SecureSumResult } from './contributor.ts';
export type { SecureSumOptions } from './options.ts';
export { allReduceBound, openZeroSum, type ZeroSum, type ZeroSumOptions } from './zero-sum.ts';

/**
 * One sum that survives the loss of up to k - threshold parties. Every party of `options.parties` and the aggregator call
 * it with the same options.
 * @param vector [length]; undefined exactly at an aggregator that does not contribute.
 * @throws ProtocolError `out-of-range`; `overflow`; `parameter-mismatch`; `peer-lost` when too few are left; `wrong-size`;
 * `malformed`; `wrong-round`; `material-reused`.
 */
export async function secureSum(
  session: Session,
  vector: Float64Array | undefined,
  options: SecureSumOptions,
  resources: { readonly rng?: Csprng } = {},
): Promise<SecureSumResult> {
  checkOptions(options, session.self);
  const contributes = options.parties.includes(session.self);
  if (contributes !== (vector !== undefined) || (vector !== undefined && vector.length !== options.length)) {
    throw new ProtocolError('wrong-size', `a contributor gives ${options.length} entries, and only a contributor does`);
  }
  const { self } = session;
  const topic = topicOf(options.instance);
  const everyone = new Set<PartyId>([...options.parties, options.aggregator]);
  for (const peer of everyone) if (peer !== self) await session.material.claim(peer, topic, 0);

  const digest = digestOf(session, options);
  const rng = resources.rng ?? systemCsprng;
  if (self !== options.aggregator) {
    return contribute(session.channel(options.aggregator, topic), vector!, options, digest, rng);
  }
  const [server, client] = loopback(self, topic);
  const channels = options.parties.map((party) => (party === self ? server : session.channel(party, topic)));
  const [result] = await Promise.all([
    aggregate(channels, options, digest),
    ...(vector === undefined ? [] : [contribute(client, vector, options, digest, rng)]),
  ]);
  return result;
}
