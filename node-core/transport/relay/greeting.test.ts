import { duplexPair } from 'node:stream';
import type { TLSSocket } from 'node:tls';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeAnswer, decodeCall, encodeAnswer, encodeCall, readGreeting } from './greeting.ts';

const introduction = { instance: 'ab'.repeat(16), versions: { min: 2, max: 3 } };
const line = 'cd'.repeat(16);
const target = { session: 'job-1/1', peer: 'bank' };
const bodyOf = (framed: Buffer): Buffer => framed.subarray(4);

/** What `readGreeting` makes of bytes that arrive in the given pieces; the rest is what it left behind. */
async function read(pieces: readonly Uint8Array[]): Promise<{ body: Buffer; rest: Buffer }> {
  const [near, far] = duplexPair();
  const greeting = readGreeting(near as unknown as TLSSocket);
  greeting.catch(() => undefined); // judged below, once everything was written
  for (const piece of pieces) {
    far.write(piece);
    await new Promise(setImmediate);
  }
  far.end();
  const body = await greeting;
  const rest: Buffer[] = [];
  for await (const chunk of near) rest.push(chunk as Buffer);
  return { body, rest: Buffer.concat(rest) };
}

describe('a call for a tunnel and its answer', () => {
  it('say what they were given', () => {
    expect(decodeCall(bodyOf(encodeCall(target, line, introduction)))).toEqual({ target, introduction, line });
    expect(decodeAnswer(bodyOf(encodeAnswer(introduction)), { coordinator: 'hub' })).toEqual({
      introduction,
      refused: undefined,
    });
    const refusal = encodeAnswer(introduction, { code: 'relay-refused', message: 'no' });
    const refused = decodeAnswer(bodyOf(refusal), { coordinator: 'hub' });
    expect(refused.refused).toMatchObject({ code: 'relay-refused', message: 'no', params: { coordinator: 'hub' } });
  });

  it.each([
    ['session', { ...target, session: 'a b' }],
    ['peer', { ...target, peer: '' }],
    ['peer', { ...target, peer: 'x'.repeat(64) }],
  ])('without a %s of the allowed form names no tunnel', (_, wrong) => {
    expect(decodeCall(bodyOf(encodeCall(wrong, line, introduction))).target).toBeUndefined();
  });

  it('leave out what has not its form', () => {
    const { introduction: read, line: own } = decodeCall(
      bodyOf(encodeCall(target, 'CD'.repeat(16), { ...introduction, instance: 'ab' })),
    );
    expect(read.instance).toBeUndefined();
    expect(own).toBeUndefined();
  });

  it('need no line where there is none to hang on', () => {
    expect(decodeCall(bodyOf(encodeCall(target, undefined, introduction)))).toMatchObject({ target, line: undefined });
  });

  it.each(['no-such-code' as 'relay-refused', 'job-cancelled', 'state-restored'] as const)(
    'are not taken with a code that is not for others to say: %s',
    (code) => {
      const answer = encodeAnswer(introduction, { code, message: '' });
      expect(() => decodeAnswer(bodyOf(answer), { coordinator: 'hub' })).toThrowError(/unknown code/);
    },
  );

  it('cannot rewrite the terminal of who reads a refusal', () => {
    const answer = encodeAnswer(introduction, {
      code: 'peer-timeout',
      message: `\u001b[2Ja\u202eb${'c'.repeat(4000)}`,
    });
    const { refused } = decodeAnswer(bodyOf(answer), { party: 'b' });
    expect(refused?.message).toMatch(/^ \[2Ja bc+$/);
    expect(refused?.message.length).toBe(1000);
  });
});

describe('readGreeting', () => {
  it('takes one message, however it is cut, and leaves what comes behind it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 40 }),
        fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 6 }),
        async (behind, cuts) => {
          const message = encodeCall(target, line, introduction);
          const all = Buffer.concat([message, behind]);
          const pieces: Buffer[] = [];
          let at = 0;
          for (const cut of [...cuts, all.length]) pieces.push(all.subarray(at, (at += cut)));
          const { body, rest } = await read(pieces.filter(({ length }) => length > 0));
          expect(Buffer.compare(body, bodyOf(message))).toBe(0);
          expect(Buffer.compare(rest, behind)).toBe(0);
        },
      ),
      { numRuns: 50 },
    );
  });

  it.each([0, 8193, 0xffff_ffff])('refuses a message of %d bytes', async (length) => {
    const header = Buffer.alloc(4);
    header.writeUInt32BE(length);
    await expect(read([header])).rejects.toThrowError(`a message of ${length} bytes`);
  });

  it.each([1, 2, 3, 4, 6])('says so when the connection ends after %i bytes', async (count) => {
    const sent = Buffer.from([0, 0, 0, 9, 1, 2]).subarray(0, count);
    await expect(read([sent])).rejects.toThrowError(/closed before an answer/);
  });
});
