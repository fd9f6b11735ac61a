/**
 * What crosses the wire, searched for what went in: each protocol in memory, all messages, the helper's included. Beside each
 * test is its control, the same run by a party that leaks, which must turn it red.
 */
import { HELPER } from '@coscore/protocols/helper/simulate.ts';
import { shapeOf } from '@coscore/protocols/helper/transcript.ts';
import type { TranscriptEntry } from '@coscore/protocols/memory-network.ts';
import { describe, expect, it } from 'vitest';
import type { Change, ProtocolRun, Run, Which } from './protocol-run.ts';
import { alignInOrder, protocolRuns } from './protocol-runs.ts';
import { scannerFor, told, type Haystack } from './scanner.ts';

const messages = ({ transcript }: Run): readonly Haystack[] =>
  transcript.map(({ from, to, topic, kind, body }) => ({
    name: `${kind} from ${from} to ${to} (${topic})`,
    bytes: body,
  }));

/** All that the helper is sent, each sender's in its order. */
function atHelper(transcript: readonly TranscriptEntry[]): readonly string[] {
  const received = transcript.filter(({ to }) => to === HELPER);
  return received
    .map(({ from, topic, kind, body }) => `${from} ${topic} ${kind} ${Buffer.from(body).toString('hex')}`)
    .toSorted();
}

/** A field that no reader knows and every reader skips: the run goes well and nobody notices. */
const withHiddenField = (body: Uint8Array, content: Uint8Array): Uint8Array => {
  if (content.length > 127) throw new RangeError('the length takes one byte');
  // Field 1000 of the wire type with a length.
  return Buffer.concat([body, Uint8Array.of(0xc2, 0x3e, content.length), content]);
};

/** A byte of each message's length depends on the secret. */
const talkative =
  (which: Which): Change =>
  (message) => ({ ...message, body: withHiddenField(message.body, new Uint8Array(1 + which)) });

/** The secret itself, in every message, the helper's too. */
const telling =
  (protocol: ProtocolRun, which: Which): Change =>
  (message) => ({
    ...message,
    body: withHiddenField(message.body, protocol.needles(which)[0]!.bytes.subarray(0, 100)),
  });

async function runWell(protocol: ProtocolRun, which: Which, change?: Change): Promise<Run> {
  const run = await protocol.run(which, change);
  if (run.failure !== undefined) throw run.failure;
  return run;
}

describe.each(protocolRuns)('$name', (protocol) => {
  it.each([0, 1] as const)('has nothing of secret %i in its messages', async (which) => {
    const run = await runWell(protocol, which);
    expect(run.transcript.length).toBeGreaterThan(3);
    expect(told(scannerFor(protocol.needles(which)).scan(messages(run)))).toEqual([]);
  });

  it('control: without masks the search is red', async () => {
    // The run may fail, as the numbers do not add up any more: what was sent was sent.
    const run = await protocol.run(0, protocol.unmasked(0));
    expect(scannerFor(protocol.needles(0)).scan(messages(run)).length).toBeGreaterThan(10);
  });

  it('control: one secret in a field that nobody reads is found in the message that has it', async () => {
    const found = scannerFor(protocol.needles(0)).scan(messages(await runWell(protocol, 0, telling(protocol, 0))));
    expect(found.length).toBeGreaterThan(0);
  });

  it('has the same shape for two secrets with the same output', async () => {
    const [one, other] = [await runWell(protocol, 0), await runWell(protocol, 1)];
    expect(shapeOf(one.transcript)).toEqual(shapeOf(other.transcript));
  });

  it('control: one byte more or less changes the shape', async () => {
    const [one, other] = [await runWell(protocol, 0, talkative(0)), await runWell(protocol, 1, talkative(1))];
    expect(shapeOf(one.transcript)).not.toEqual(shapeOf(other.transcript));
  });
});

describe.each(protocolRuns.filter(({ blindHelper }) => blindHelper))('$name, at the helper', (protocol) => {
  it('is the same to the byte for two secrets', async () => {
    const [one, other] = [await runWell(protocol, 0), await runWell(protocol, 1)];
    expect(atHelper(one.transcript).length).toBeGreaterThan(1);
    expect(atHelper(one.transcript)).toEqual(atHelper(other.transcript));
  });

  it('control: it differs when a party tells', async () => {
    const [one, other] = [
      await runWell(protocol, 0, telling(protocol, 0)),
      await runWell(protocol, 1, telling(protocol, 1)),
    ];
    expect(atHelper(one.transcript)).not.toEqual(atHelper(other.transcript));
  });
});

describe('align, aided, at the helper', () => {
  it('is the same to the byte whatever the order of the files: an order may follow the risk', async () => {
    const [one, other] = [await alignInOrder('as it is'), await alignInOrder('reversed')];
    expect(one.failure ?? other.failure).toBeUndefined();
    expect(atHelper(one.transcript).length).toBeGreaterThan(3);
    expect(atHelper(one.transcript)).toEqual(atHelper(other.transcript));
  });

  it('control: one byte that follows the order is seen', async () => {
    const marked =
      (mark: number): Change =>
      (message) =>
        message.kind === 'align-tags'
          ? { ...message, body: withHiddenField(message.body, Uint8Array.of(mark)) }
          : message;
    const [one, other] = [await alignInOrder('as it is', marked(1)), await alignInOrder('reversed', marked(2))];
    expect(one.failure ?? other.failure).toBeUndefined();
    expect(atHelper(one.transcript)).not.toEqual(atHelper(other.transcript));
  });
});
