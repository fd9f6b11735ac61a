import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { systemCsprng } from '../rng.ts';
import { packIds } from '../packed-ids.ts';
import { hashToPoints, randomScalar } from './psi-curve.ts';
import { inlinePsi, psiPool } from './psi-pool.ts';

const ids = packIds(Array.from({ length: 64 }, (_, i) => `ID${i}`));
const points = hashToPoints('test', ids);

describe('psiPool', () => {
  it('gives what the calling thread would', async () => {
    const scalar = randomScalar(systemCsprng);
    const pool = psiPool(2);
    expect(await pool.mask({ scalar, points })).toEqual(await inlinePsi().mask({ scalar, points }));
    await pool.close();
  });

  it('says bad-point for a point of low order', async () => {
    const pool = psiPool(1);
    await expect(pool.mask({ scalar: randomScalar(systemCsprng), points: new Uint8Array(32) })).rejects.toMatchObject({
      code: 'bad-point',
    });
    await pool.close();
  });

  it('can be closed while batches are under way, at any moment', async () => {
    for (let round = 0; round < 12; round++) {
      const pool = psiPool(2);
      const scalar = randomScalar(systemCsprng);
      // The threads are up once one batch is back.
      await pool.mask({ scalar, points });
      const batches = Promise.allSettled(Array.from({ length: 8 }, () => pool.mask({ scalar, points })));
      await sleep(round);
      await pool.close();
      for (const batch of await batches) if (batch.status === 'fulfilled') expect(batch.value).toHaveLength(64 * 32);
    }
  });
});
