import { wire } from '@coscore/proto';
import { describe, expect, it } from 'vitest';
import { encodeChunk } from './relay-stream.ts';

describe('encodeChunk', () => {
  it.each([0, 1, 127, 128, 16_383, 16_384, 1_048_576, 2_097_151, 2_097_152])(
    'is a RelayChunk of %d bytes',
    (length) => {
      const body = new Uint8Array(length).map((_, i) => i % 251);
      const cut = Math.floor(length / 3);
      const chunk = encodeChunk([body.subarray(0, cut), body.subarray(cut)]);
      expect(Buffer.compare(wire.RelayChunk.decode(chunk).body, body)).toBe(0);
      if (length > 0) expect(Buffer.compare(chunk, wire.RelayChunk.encode({ body }).finish())).toBe(0);
    },
  );
});
