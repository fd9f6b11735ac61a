/** The shared sigmoid, both roles: they differ only in who expands its tables from a seed and who adds 1/2. */
import { erase } from '@coscore/crypto/erase.ts';
import { bytesOf, wordsOf } from '@coscore/crypto/ring/bytes.ts';
import { sumHarmonics } from '@coscore/kernels';
import { wire } from '@coscore/proto';
import { ProtocolError } from '../errors.ts';
import { expectBytes, expectIndex, openDeal, type Deal } from '../helper/deal.ts';
import { MAX_ITEMS, MAX_ROWS } from '../helper/dealer.ts';
import { receive, send, type PartyId, type Session } from '../transport.ts';
import {
  addLogits,
  areAngles,
  COEFFICIENT_FRACTION_BITS,
  DROPPED_BITS,
  maskedAngles,
  MAX_TERMS,
  rowsPerBlock,
  SIGMOID_FRACTION_BITS,
  sigmoidSeries,
} from './core.ts';

export type SharedSigmoidProfile = 'aided' | 'blind';

export interface SharedSigmoidOptions {
  readonly profile: SharedSigmoidProfile;
  readonly instance: string;
  readonly peer: PartyId;
  /** True at exactly one of the two: it adds the 1/2 and expands its tables from a seed. */
  readonly first: boolean;
  readonly helper: PartyId;
  /** n */
  readonly rows: number;
  /** Harmonics of each evaluation, in order; its length is the number of evaluations, at most. */
  readonly terms: readonly number[];
}

export interface SharedSigmoid {
  /**
   * The next evaluation; calls one after another.
   * @param z [n] own additive share of the logit in steps of 2^-25, mod 2^30.
   * @returns [n] own additive share, mod 2^64, of the sigmoid at 28 fraction bits.
   * @throws ProtocolError `material-reused` after the last dealt evaluation; `wrong-size`; `out-of-range`; `replayed`;
   * `wrong-round`; `cancelled`; `peer-lost`.
   */
  evaluate(z: Uint32Array): Promise<BigUint64Array>;
  /** Ends the deal; dealt evaluations that were not used are dropped. */
  close(): Promise<void>;
}

/** Tables drawn from the seed while the peer's message is under way: a bound on memory, not on size. */
const DRAWN_AHEAD_BYTES = 1 << 23;
/** Scale of the coefficients among the deal's parameters, where two ends that compute differently would show. */
const AGREED_SCALE = 2 ** 30;

/**
 * @throws ProtocolError `profile-unavailable`, `out-of-range`, `parameter-mismatch`, `material-reused`, `cancelled`,
 * `peer-lost`.
 */
export async function openSharedSigmoid(session: Session, options: SharedSigmoidOptions): Promise<SharedSigmoid> {
  const { instance, peer, first, helper, rows, terms } = options;
  checkOptions(options);
  const series = new Map([...new Set(terms)].map((k) => [k, sigmoidSeries(k)]));
  const parties: readonly [PartyId, PartyId] = first ? [session.self, peer] : [peer, session.self];
  const coefficients = [...series.values()].flatMap((c) => [...c].map((x) => Math.round(x * AGREED_SCALE) >>> 0));
  const params = { rows, terms, coefficients };
  const deal = await openDeal(session, {
    helper,
    protocol: 'shared-sigmoid',
    instance,
    parties,
    params,
  });
  const channel = session.channel(peer, `shared-sigmoid/${instance}/${parties.join('+')}`);
  let used = 0;

  const evaluate = async (z: Uint32Array): Promise<BigUint64Array> => {
    if (z.length !== rows) throw new ProtocolError('wrong-size', `logits of ${z.length} rows, not ${rows}`);
    if (!areAngles(z)) throw new ProtocolError('out-of-range', 'a share of a logit is not below 2^30');
    const index = used++;
    const k = terms[index];
    if (k === undefined) throw new ProtocolError('material-reused', `all ${terms.length} evaluations dealt are used`);

    const own = addLogits(z, maskedAngles(deal.prg(`r ${index}`).bytes(rows * 4)));
    await send(channel, 'shared-sigmoid-masked', wire.SharedSigmoidMasked, { index, values: bytesOf(own) });
    const tables = first ? tablesFromSeed(deal, index, k, rows) : tablesFromHelper(deal, index, k);
    const message = await receive<wire.SharedSigmoidMasked>(channel, 'shared-sigmoid-masked', wire.SharedSigmoidMasked);
    expectIndex(index, message.index, peer);
    expectBytes(rows * 4, message.values, peer, 'masked logits');
    const theirs = wordsOf(message.values);
    if (!areAngles(theirs)) throw new ProtocolError('out-of-range', `a masked logit of ${peer} is not below 2^30`);

    const m = addLogits(own, theirs);
    const scaled = series.get(k)!.map((c) => c * 2 ** COEFFICIENT_FRACTION_BITS);
    const sum = {
      // The first's shares are uniform from 0 on; the second's, as integers, lie below 0.
      negative: !first,
      shift: DROPPED_BITS,
      constant: first ? 1n << BigInt(SIGMOID_FRACTION_BITS - 1) : 0n,
    };
    const out = new BigUint64Array(rows);
    const block = rowsPerBlock(k);
    for (let at = 0; at < rows; at += block) {
      const part = m.subarray(at, at + block);
      const table = await tables(part.length);
      sumHarmonics(part, scaled, table, sum, out.subarray(at, at + part.length));
      erase(table);
    }
    return out;
  };
  return { evaluate, close: () => deal.close() };
}

/** Gives the next rows' tables: [count x terms x 2] residues. */
type Tables = (count: number) => Promise<Uint8Array>;

/** Draws the first blocks at once: the peer's message is still under way then. */
function tablesFromSeed(deal: Deal, index: number, terms: number, rows: number): Tables {
  const stream = deal.prg(`tables ${index}`);
  const block = rowsPerBlock(terms);
  const ahead: Uint8Array[] = [];
  for (let at = 0; at < rows && (ahead.length + 1) * block * terms * 16 <= DRAWN_AHEAD_BYTES; at += block) {
    ahead.push(stream.bytes(Math.min(block, rows - at) * terms * 16));
  }
  return (count) => Promise.resolve(ahead.shift() ?? stream.bytes(count * terms * 16));
}

function tablesFromHelper(deal: Deal, index: number, terms: number): Tables {
  return (count) => deal.receive(index, count * terms * 2);
}

function checkOptions({ profile, rows, terms }: SharedSigmoidOptions): void {
  if (profile !== 'aided') {
    throw new ProtocolError('profile-unavailable', `the shared sigmoid has no ${profile} profile`, {
      params: { primitive: 'shared-sigmoid', profile },
    });
  }
  if (!Number.isInteger(rows) || rows < 1 || rows > MAX_ROWS) {
    throw new ProtocolError('out-of-range', `a shared sigmoid of ${rows} rows, not 1 to ${MAX_ROWS}`);
  }
  if (
    terms.length < 1 ||
    terms.length > MAX_ITEMS ||
    terms.some((k) => !Number.isInteger(k) || k < 1 || k > MAX_TERMS)
  ) {
    throw new ProtocolError('out-of-range', `${terms.length} evaluations of 1 to ${MAX_TERMS} terms each`);
  }
}
