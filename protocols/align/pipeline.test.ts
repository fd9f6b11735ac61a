import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { inOrder } from './pipeline.ts';

const numbers = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

/** Resolves after `turns` turns of the event loop: order without a clock. */
async function after<T>(turns: number, value: T): Promise<T> {
  for (let i = 0; i < turns; i++) await turn();
  return value;
}

describe('inOrder', () => {
  it('gives results in the order of the items, whatever finishes first', async () => {
    const got: [number, number][] = [];
    await inOrder(
      numbers(20),
      (x) => after((7 * x) % 5, x * 10),
      (result, index) => void got.push([result, index]),
      4,
    );
    expect(got).toEqual(numbers(20).map((x) => [x * 10, x]));
  });

  it('never has more than `width` items taken and not yet sunk, and does reach it', async () => {
    let open = 0;
    let most = 0;
    const work = (x: number): Promise<number> => {
      most = Math.max(most, ++open);
      return after(2, x);
    };
    await inOrder(numbers(30), work, () => after(1, void open--), 5);
    expect(most).toBe(5);
  });

  it('sinks a result while the source still waits', async () => {
    let sunk = 0;
    async function* slow(): AsyncGenerator<number> {
      yield 1;
      while (sunk === 0) await turn(); // ends only if the first result gets out meanwhile
      yield 2;
    }
    await inOrder(
      slow(),
      (x) => after(1, x),
      () => void sunk++,
      10,
    );
    expect(sunk).toBe(2);
  });

  it.each(['source', 'work', 'sink'])('rejects with a failure of the %s and takes nothing more', async (where) => {
    let taken = 0;
    function* source(): Generator<number> {
      for (const x of numbers(100)) {
        if (where === 'source' && x === 3) throw new Error('source');
        taken++;
        yield x;
      }
    }
    const running = inOrder(
      source(),
      async (x) => {
        await turn();
        if (where === 'work' && x === 3) throw new Error('work');
        return x;
      },
      (x) => {
        if (where === 'sink' && x === 3) throw new Error('sink');
      },
      2,
    );
    await expect(running).rejects.toThrow(where);
    const before = taken;
    await after(10, undefined);
    expect(taken).toBe(before);
    expect(taken).toBeLessThan(10);
  });

  it('ends at once on an empty source', async () => {
    await expect(
      inOrder(
        [],
        () => Promise.resolve(1),
        () => undefined,
        1,
      ),
    ).resolves.toBeUndefined();
  });
});
