/** The parts of a feature party's answer, as the label party reads them. */
import { residuesOf } from '@coscore/crypto/ring/bytes.ts';
import { wire } from '@coscore/proto';
import { expectBytes, expectIndex } from '../../helper/deal.ts';
import { receive, type Channel, type PartyId } from '../../transport.ts';
import { bitBytes, fromBits } from './aided-sizes.ts';
import { REPLY } from './aided-turns.ts';
import type { RefinedFeature } from './types.ts';

/** @throws ProtocolError `replayed` or `wrong-round` for a part that is not due. */
export async function receivePart(channel: Channel, index: number, part: number): Promise<wire.GroupSumRefineReply> {
  const reply = await receive<wire.GroupSumRefineReply>(channel, REPLY, wire.GroupSumRefineReply);
  expectIndex(index, reply.index, channel.peer);
  expectIndex(part, reply.part, channel.peer);
  return reply;
}

/** Takes one message of an answer apart, feature by feature. */
export class PartReader {
  readonly #message: wire.GroupSumRefineReply;
  readonly #from: PartyId;
  #lengths: readonly number[] = [];
  #feature = 0;
  #atPositions = 0;
  #atEnds = 0;
  #atSums = 0;

  constructor(message: wire.GroupSumRefineReply, from: PartyId) {
    this.#message = message;
    this.#from = from;
  }

  /** @param lengths bytes of each feature's positions. @throws ProtocolError `wrong-size`. */
  expect(lengths: readonly number[], nodes: number, features: readonly RefinedFeature[]): void {
    const total = (of: (bins: number) => number): number => features.reduce((sum, { bins }) => sum + of(bins), 0);
    const positions = lengths.reduce((sum, length) => sum + length, 0);
    expectBytes(positions, this.#message.positions, this.#from, 'positions');
    expectBytes(
      total((bins) => bitBytes(nodes * bins)),
      this.#message.ends,
      this.#from,
      'joined bins',
    );
    expectBytes(
      total((bins) => nodes * bins * 8),
      this.#message.sums,
      this.#from,
      'bin sums',
    );
    this.#lengths = lengths;
  }

  /** To be called once a feature, first. */
  positions(): Uint8Array {
    const from = this.#atPositions;
    this.#atPositions += this.#lengths[this.#feature++]!;
    return this.#message.positions.subarray(from, this.#atPositions);
  }

  ends(groups: number): Uint8Array {
    const from = this.#atEnds;
    this.#atEnds += bitBytes(groups);
    return fromBits(this.#message.ends.subarray(from, this.#atEnds), groups);
  }

  sums(groups: number): BigUint64Array {
    const from = this.#atSums;
    this.#atSums += groups * 8;
    return residuesOf(this.#message.sums.subarray(from, this.#atSums));
  }
}
