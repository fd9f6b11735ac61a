import { describe, expect, it } from 'vitest';
import { erase } from './erase.ts';

describe('erase', () => {
  it('gives the memory back', () => {
    const used = new Uint8Array(1 << 20).fill(7);
    erase(used);
    expect(used.length).toBe(0);
    expect(used.buffer.detached).toBe(true);
  });

  it('takes a message header along', () => {
    const message = new Uint8Array(1 << 16);
    erase(message.subarray(12));
    expect(message.length).toBe(0);
  });

  it('overwrites a slice and leaves the rest of its buffer alone', () => {
    const shared = new Uint8Array(4096).fill(7);
    erase(shared.subarray(0, 1024));
    expect(shared.subarray(0, 1024).every((byte) => byte === 0)).toBe(true);
    expect(shared.subarray(1024).every((byte) => byte === 7)).toBe(true);
  });

  it('can be asked twice', () => {
    const used = new BigUint64Array(1000).fill(7n);
    erase(used);
    expect(() => erase(used)).not.toThrow();
  });
});
