/**
 * Dealt randomness, seen by a data party: one deal is the correlated randomness of one instance of one protocol between two
 * data parties (commodity-based cryptography; Beaver, STOC 1997). Each party expands its part from a 32-byte seed; what a
 * seed cannot give (the correction that makes the parts correlated) the helper streams to one of the two.
 */
import { prg, SEED_BYTES, type Prg } from '@coscore/crypto';
import { wire } from '@coscore/proto';
import { ProtocolError } from '../errors.ts';
import { receive, send, type PartyId, type Session } from '../transport.ts';

export type HelperProtocol = 'group-sum' | 'mat-vec' | 'shared-sigmoid';

/** Which of a deal's two parties the corrections go to. */
export const RECIPIENT: Readonly<Record<HelperProtocol, 0 | 1>> = { 'group-sum': 1, 'mat-vec': 0, 'shared-sigmoid': 1 };

/** Public numbers both ends must agree on; each a uint32 or a list of them. */
export type DealParams = Readonly<Record<string, number | readonly number[]>>;

export interface DealOptions {
  readonly helper: PartyId;
  readonly protocol: HelperProtocol;
  /** Names this use of the protocol within the session; never used twice between the same two parties. */
  readonly instance: string;
  /** The two data parties in the order of their roles, the same at both. */
  readonly parties: readonly [PartyId, PartyId];
  readonly params: DealParams;
}

export interface Deal {
  /** [32] This party's own: all of its streams. Who keeps it for later keeps it as secret as what they will mask. */
  readonly seed: Uint8Array;
  /** A stream of this party's seed; other labels, independent streams. */
  prg(label: string): Prg;
  /**
   * The next corrections, which must be `count` residues of item `index`. Only at the recipient.
   * @returns [count x 8] bytes, little-endian.
   * @throws ProtocolError `wrong-size`; `replayed` for an item before `index`, `wrong-round` for one after it.
   */
  receive(index: number, count: number): Promise<Uint8Array>;
  /** Tells the helper that nothing more is wanted and drops what is under way. Nothing may be received afterwards. */
  close(): Promise<void>;
}

/**
 * What an instance claims under its name in the ledger: the number of the use, and there is only the first. A claim of as many
 * indexes as the use has items or rows would let one pass that has more of them, under the same randomness.
 */
export const WHOLE_INSTANCE = 0;

export const HELPER_TOPIC = 'helper';

/** Names a deal within its session: the topic of its material and the key of its high-water mark. */
export function dealName(protocol: string, instance: string, parties: readonly [string, string]): string {
  return `${protocol}/${instance}/${parties.join('+')}`;
}

/**
 * Claims the deal's material, asks the helper for it, and waits until the counterpart has asked with the same parameters.
 * Two deals that the counterpart opens in another order must be opened concurrently.
 * @throws ProtocolError `parameter-mismatch`; `material-reused` when this instance was opened before in this session.
 */
export async function openDeal(session: Session, options: DealOptions): Promise<Deal> {
  const { helper, protocol, instance, parties, params } = options;
  const name = dealName(protocol, instance, parties);
  const channel = session.channel(helper, `deal/${name}`);
  const isRecipient = parties[RECIPIENT[protocol]] === session.self;
  await session.material.claim(counterpart(session.self, parties), name, WHOLE_INSTANCE);
  await send(session.channel(helper, HELPER_TOPIC), 'helper-call', wire.HelperCall, {
    done: false,
    protocol,
    instance,
    parties: [...parties],
    params: encodeParams(params),
  });
  const grant = await receive<wire.HelperGrant>(channel, 'helper-grant', wire.HelperGrant);
  if (grant.session !== session.id) {
    throw new ProtocolError('parameter-mismatch', `${helper} deals for another session`);
  }
  if (!grant.matched) {
    throw new ProtocolError('parameter-mismatch', `the two ends of ${name} asked for different parameters`);
  }
  if (grant.seed.length !== SEED_BYTES)
    throw new ProtocolError('wrong-size', `${helper} dealt a seed of ${grant.seed.length} bytes`);
  const seed = new Uint8Array(grant.seed);
  let ended = false;
  return {
    seed,
    prg: (label) => prg(seed, label),
    async receive(index, count) {
      const dealt = await receive<wire.HelperDealt>(channel, 'dealt', wire.HelperDealt);
      ended = dealt.end;
      if (ended) throw new ProtocolError('wrong-round', `${helper} ended ${name} before item ${index}`);
      expectIndex(index, dealt.index, helper);
      expectBytes(count * 8, dealt.residues, helper, name);
      return dealt.residues;
    },
    async close() {
      if (!isRecipient || ended) return;
      await send(channel, 'deal-close', wire.HelperCall, { done: true });
      while (!ended) ended = (await receive<wire.HelperDealt>(channel, 'dealt', wire.HelperDealt)).end;
    },
  };
}

/** Tells the helper that this party opens no more deals in this session. */
export function finishDeals(session: Session, helper: PartyId): Promise<void> {
  return send(session.channel(helper, HELPER_TOPIC), 'helper-call', wire.HelperCall, { done: true });
}

/** @throws ProtocolError `replayed` or `wrong-round` unless the item in band is the one that is due. */
export function expectIndex(due: number, actual: number, from: string): void {
  if (actual === due) return;
  const code = actual < due ? 'replayed' : 'wrong-round';
  throw new ProtocolError(code, `${from} sent item ${actual} where item ${due} was due`);
}

/** @throws ProtocolError `wrong-size`. */
export function expectBytes(due: number, bytes: Uint8Array, from: string, what: string): void {
  if (bytes.length !== due) {
    throw new ProtocolError('wrong-size', `${from} sent ${bytes.length} bytes of ${what} where ${due} were due`);
  }
}

function counterpart(self: PartyId, parties: readonly [PartyId, PartyId]): PartyId {
  const [first, second] = parties;
  if (first === second || (self !== first && self !== second)) {
    throw new ProtocolError('parameter-mismatch', `${self} opens a deal between ${first} and ${second}`);
  }
  return self === first ? second : first;
}

function encodeParams(params: DealParams): { name: string; values: number[] }[] {
  return Object.entries(params)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ({ name, values: typeof value === 'number' ? [value] : [...value] }));
}
