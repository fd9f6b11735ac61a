import { describe, expect, it } from 'vitest';
import { ObfuscatorPool } from './obfuscator-pool.ts';

/** Numbers what it makes, two bytes each. */
function counting(): { make: (count: number) => Promise<Uint8Array<ArrayBuffer>>; made: number[] } {
  const made: number[] = [];
  let next = 0;
  return {
    made,
    make(count) {
      made.push(count);
      const out = new Uint8Array(count * 2);
      for (let i = 0; i < count; i++, next++) out.set([next >> 8, next & 0xff], i * 2);
      return Promise.resolve(out);
    },
  };
}

const numbers = (bytes: Uint8Array): number[] =>
  Array.from({ length: bytes.length / 2 }, (_, i) => bytes[i * 2]! * 256 + bytes[i * 2 + 1]!);

describe('ObfuscatorPool', () => {
  it('hands each out once, to takers in turn, whatever they take', async () => {
    const pool = new ObfuscatorPool(counting().make, 2, 10);
    pool.order(30);
    const taken = await Promise.all([7, 1, 15, 4, 3].map((count) => pool.take(count)));
    expect(taken.map((bytes) => bytes.length / 2)).toEqual([7, 1, 15, 4, 3]);
    expect(taken.flatMap(numbers)).toEqual(Array.from({ length: 30 }, (_, i) => i));
  });

  it('makes what was ordered ahead, no more than 64 batches of it', async () => {
    const { make, made } = counting();
    const pool = new ObfuscatorPool(make, 2, 10);
    pool.order(1000);
    expect(made).toHaveLength(64);
    await pool.take(25);
    expect(made).toHaveLength(67);
  });

  it('makes no more at once than it may, and what is asked for before that', async () => {
    const finish: (() => void)[] = [];
    const make = (count: number): Promise<Uint8Array<ArrayBuffer>> =>
      new Promise((resolve) => finish.push(() => resolve(new Uint8Array(count * 2))));
    const pool = new ObfuscatorPool(make, 2, 10, { ahead: 5, atOnce: 2 });
    const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
    pool.order(100);
    expect(finish).toHaveLength(2);
    finish[0]!();
    await settled();
    expect(finish).toHaveLength(3);
    const taken = [pool.take(10), pool.take(10), pool.take(10), pool.take(10)];
    for (let i = 1; i < 5; i++) {
      await settled();
      finish[i]!();
    }
    expect((await Promise.all(taken)).map((bytes) => bytes.length)).toEqual([20, 20, 20, 20]);
    for (let i = 5; i < 9; i++) {
      await settled();
      finish[i]?.();
    }
    await settled();
    expect(finish).toHaveLength(9); // four taken, five ahead
  });

  it('makes more than was ordered when asked', async () => {
    const pool = new ObfuscatorPool(counting().make, 2, 10);
    expect(numbers(await pool.take(23))).toEqual(Array.from({ length: 23 }, (_, i) => i));
  });

  it('fails with what making failed with, and gives nothing once closed', async () => {
    const failing = new ObfuscatorPool(() => Promise.reject(new Error('no entropy')), 2, 10);
    failing.order(1);
    await expect(failing.take(1)).rejects.toThrow('no entropy');
    const pool = new ObfuscatorPool(counting().make, 2, 10);
    pool.order(20);
    await pool.take(3);
    pool.close();
    await expect(pool.take(1)).rejects.toMatchObject({ code: 'out-of-range' });
  });

  it('makes nothing once closed, whatever is ordered', async () => {
    const { make, made } = counting();
    const pool = new ObfuscatorPool(make, 2, 10);
    pool.close();
    pool.order(20);
    expect(made).toEqual([]);
    await expect(pool.take(1)).rejects.toMatchObject({ code: 'out-of-range' });
  });

  it('overwrites what a take had gathered, and the batch it was waiting for, when closed under way', async () => {
    const held: Uint8Array[] = [];
    const finish: (() => void)[] = [];
    const pool = new ObfuscatorPool(
      (count) => {
        const bytes = new Uint8Array(count * 2).fill(7);
        held.push(bytes);
        return new Promise((resolve) => finish.push(() => resolve(bytes)));
      },
      2,
      10,
    );
    pool.order(30);
    const taken = pool.take(25);
    finish[0]!();
    await new Promise((resolve) => setImmediate(resolve));
    expect(held[0]).toHaveLength(0); // gathered
    pool.close();
    for (const end of finish.slice(1)) end();
    await expect(taken).rejects.toMatchObject({ code: 'out-of-range' });
    await new Promise((resolve) => setImmediate(resolve));
    expect(held.map((bytes) => bytes.length)).toEqual([0, 0, 0]);
  });

  it('overwrites what it still holds when closed', async () => {
    const held: Uint8Array[] = [];
    const pool = new ObfuscatorPool(
      (count) => {
        const bytes = new Uint8Array(count * 2).fill(7);
        held.push(bytes);
        return Promise.resolve(bytes);
      },
      2,
      10,
    );
    pool.order(20);
    await pool.take(3);
    pool.close();
    await new Promise((resolve) => setImmediate(resolve));
    expect(held.map((bytes) => bytes.length)).toEqual([0, 0]); // their memory is gone
  });
});
