/** Keeps worker threads, the incoming and the outgoing stream busy at the same time, with a bounded number of items between. */

/**
 * Runs `work` on every item, at most `width` at once, and gives the results to `sink` in the order of the items. Taking
 * items and sinking results are two loops: a slow source does not hold back results that are ready.
 * Rejects with the first failure of source, work or sink, after which neither loop goes on.
 */
export async function inOrder<A, B>(
  source: AsyncIterable<A> | Iterable<A>,
  work: (item: A) => Promise<B>,
  sink: (result: B, index: number) => Promise<void> | void,
  width: number,
): Promise<void> {
  const underWay: Promise<B>[] = [];
  let waiting: (() => void)[] = [];
  let state: 'open' | 'ended' | 'failed' = 'open';
  const current = (): typeof state => state; // the other loop changes it while this one waits
  const changed = (): Promise<void> => new Promise((resolve) => waiting.push(resolve));
  const announce = (): void => {
    for (const resolve of waiting) resolve();
    waiting = [];
  };
  const take = async (): Promise<void> => {
    for await (const item of source) {
      while (underWay.length >= width && current() === 'open') await changed();
      if (current() !== 'open') return;
      const result = work(item);
      result.catch(() => undefined); // reported when its turn comes
      underWay.push(result);
      announce();
    }
    state = 'ended';
    announce();
  };
  const give = async (): Promise<void> => {
    for (let index = 0; ; index++) {
      while (underWay.length === 0 && current() === 'open') await changed();
      const next = underWay[0];
      if (next === undefined || current() === 'failed') return;
      await sink(await next, index);
      void underWay.shift(); // awaited above; it kept its place in the width until sunk
      announce();
    }
  };
  const guarded = async (loop: () => Promise<void>): Promise<void> => {
    try {
      await loop();
    } catch (error) {
      state = 'failed';
      announce();
      throw error;
    }
  };
  await Promise.all([guarded(take), guarded(give)]);
}
