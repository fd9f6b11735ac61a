import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeFrame, FrameReader, type FrameHeader } from './frame.ts';
import { MAX_HEADER_BYTES } from './limits.ts';

interface Frame {
  readonly header: FrameHeader;
  readonly body: Uint8Array;
}

/** Reads the chunks, checking only that bodies are where the sink put them. */
function readAll(chunks: readonly Uint8Array[]): Frame[] {
  const frames: Frame[] = [];
  let body: Uint8Array;
  const reader = new FrameReader({
    open: (header) => (body = new Uint8Array(header.bodyBytes)),
    close: (header) => frames.push({ header, body }),
  });
  for (const chunk of chunks) reader.push(chunk);
  return frames;
}

function cut(bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length]!;
    chunks.push(bytes.subarray(at, at + size));
    at += size;
  }
  return chunks;
}

const frame = fc
  .record({
    topic: fc.string({ maxLength: 40 }),
    seq: fc.nat(0xffffffff),
    kind: fc.string({ maxLength: 40 }),
    rest: fc.nat(0xffffffff),
    consumed: fc.maxSafeNat(),
    body: fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.uint8Array({ minLength: 16_380, maxLength: 16_390, size: 'max' }),
    ),
  })
  .map(({ body, ...header }): Frame => ({ header: { ...header, bodyBytes: body.length }, body }));

describe('frames', () => {
  it('arrive as they were sent, however the stream is cut', () => {
    fc.assert(
      fc.property(
        fc.array(frame, { maxLength: 6 }),
        fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1 }),
        (frames, sizes) => {
          const bytes = Buffer.concat(frames.flatMap(({ header, body }) => encodeFrame(header, body)));
          const read = readAll(cut(bytes, sizes));
          expect(read.map(({ header }) => header)).toEqual(frames.map(({ header }) => header));
          for (const [i, { body }] of read.entries()) expect(Buffer.compare(body, frames[i]!.body)).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('leave a large body uncopied', () => {
    const body = new Uint8Array(100_000);
    const header = { topic: 't', seq: 1, kind: 'k', bodyBytes: body.length, rest: 0, consumed: 0 };
    expect(encodeFrame(header, body)[1]).toBe(body);
  });

  it.each([0, MAX_HEADER_BYTES + 1, 0xffffffff])('refuse a header of %d bytes before reading it', (length) => {
    const prefix = Buffer.alloc(4);
    prefix.writeUInt32LE(length);
    expect(() => readAll([prefix])).toThrowError(expect.objectContaining({ code: 'wrong-size' }));
  });

  it('refuse a header that is not an Envelope', () => {
    const bytes = Buffer.from([2, 0, 0, 0, 0x0a, 0xff]);
    expect(() => readAll([bytes])).toThrowError(expect.objectContaining({ code: 'malformed' }));
  });
});
