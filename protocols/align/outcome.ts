/** What whoever compared (label party or helper) tells a party: the number of common rows, and the row number of each of its ids. */
import { wire } from '@coscore/proto';
import { ProtocolError } from '../errors.ts';
import { receive, send, type Channel } from '../transport.ts';
import { receiveAll, ROW_NUMBERS, sendAll } from './batches.ts';
import { MAX_SET_SIZE, tooSmall, type AlignOptions } from './options.ts';

const MATCHED = 0;
const TOO_SMALL = 1;

/** Nothing else goes out when there are too few common rows, not even their number. */
export function sendTooSmall(channel: Channel): Promise<void> {
  return send(channel, 'align-outcome', wire.AlignOutcome, { outcome: TOO_SMALL, rows: 0 });
}

/** @param numbers [set size] row number of each id, in the order in which the peer sent its ids. */
export async function sendRows(channel: Channel, count: number, numbers: Uint32Array): Promise<void> {
  await send(channel, 'align-outcome', wire.AlignOutcome, { outcome: MATCHED, rows: count });
  await sendAll(channel, ROW_NUMBERS, new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
}

/**
 * @param setSize ids that we sent.
 * @param isLabelParty under `left` every row of the label party is common, and only its.
 * @throws ProtocolError `intersection-too-small`; `out-of-range`; `wrong-size`.
 */
export async function receiveRows(
  channel: Channel,
  setSize: number,
  isLabelParty: boolean,
  options: AlignOptions,
): Promise<{ readonly count: number; readonly numbers: Uint32Array }> {
  const { outcome, rows: count } = await receive<wire.AlignOutcome>(channel, 'align-outcome', wire.AlignOutcome);
  if (outcome === TOO_SMALL) throw tooSmall(options);
  const mostRows = options.join === 'inner' || isLabelParty ? setSize : MAX_SET_SIZE;
  const impossible = count > mostRows || (options.join === 'left' && isLabelParty && count !== setSize);
  if (outcome !== MATCHED || impossible) {
    throw new ProtocolError('out-of-range', `${channel.peer} announced an impossible number of common rows`, {
      params: { party: channel.peer, rows: count, ids: setSize },
    });
  }
  const bytes = await receiveAll(channel, ROW_NUMBERS, setSize);
  return { count, numbers: new Uint32Array(bytes.buffer) };
}
