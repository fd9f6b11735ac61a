import { describe, expect, it } from 'vitest';
import { Checkpoints, type CheckpointStore, dropCheckpoints } from './checkpoints.ts';
import { memoryStore } from './memory-store.test-helper.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(32).fill(text.charCodeAt(0));
const inputs = { terms: bytes('t'), data: bytes('d') };

const open = (store: CheckpointStore, attempt: number, other: Partial<typeof inputs> = {}): Promise<Checkpoints> =>
  Checkpoints.open(store, { job: 'j', attempt }, { ...inputs, ...other });

describe('checkpoints', () => {
  it('are found by a later attempt, and give back what was kept', async () => {
    const store = memoryStore();
    const first = await open(store, 1);
    await first.save('align', { rows: new Int32Array([3, 1]) });
    const second = await open(store, 2);
    expect(second.marks).toEqual([{ stage: 'align', iteration: 0, attempt: 1 }]);
    await second.resumeAt({ stages: second.marks });
    expect(await second.finished('align')).toEqual({ attempt: 1, value: { rows: new Int32Array([3, 1]) } });
    expect(await second.finished('split')).toBeUndefined();
  });

  it('are used only once the parties agreed on them, and what lies beyond is gone from the disk', async () => {
    const store = memoryStore();
    const first = await open(store, 1);
    for (const stage of ['align', 'split', 'binning'] as const) await first.save(stage, stage);
    const second = await open(store, 2);
    expect(await second.finished('align')).toBeUndefined();
    await second.resumeAt({ stages: second.marks.slice(0, 1) });
    expect(await second.finished('split')).toBeUndefined();
    expect(store.names().filter((name) => name.includes('/done'))).toEqual(['align/done@1']);
  });

  it('keep the last three states of training', async () => {
    const store = memoryStore();
    const first = await open(store, 1);
    for (let k = 1; k <= 6; k++) await first.saveIteration(k, { weights: new Float64Array([k]) });
    expect(store.names().filter((name) => name.startsWith('train'))).toEqual(
      [4, 5, 6].map((k) => `train/iteration/${k}@1`),
    );
    const second = await open(store, 2);
    await second.resumeAt({ stages: [], iteration: { stage: 'train', iteration: 5, attempt: 1 } });
    expect(await second.iteration()).toEqual({ attempt: 1, value: { weights: new Float64Array([5]) } });
    for (let k = 6; k <= 8; k++) await second.saveIteration(k, null);
    expect(store.names().filter((name) => name.startsWith('train'))).toEqual(
      [6, 7, 8].map((k) => `train/iteration/${k}@2`),
    );
  });

  it('keep the states of training beside its end, for a party that has not come to it', async () => {
    const store = memoryStore();
    const first = await open(store, 1);
    await first.saveIteration(1, 1);
    await first.save('train', 'fit');
    const second = await open(store, 2);
    await second.resumeAt({ stages: [{ stage: 'train', iteration: 0, attempt: 1 }] });
    expect(second.marks).toHaveLength(2);
  });

  it('of other data stop the job, and of other terms are not used', async () => {
    const store = memoryStore();
    await (await open(store, 1)).save('align', 1);
    await expect(open(store, 2, { data: bytes('e') })).rejects.toMatchObject({
      code: 'data-changed',
      params: { job: 'j' },
    });
    expect((await open(store, 2, { terms: bytes('u') })).marks).toEqual([]);
    expect((await open(store, 2)).marks).toHaveLength(1);
  });

  it('of an attempt that comes later are none of this one', async () => {
    const store = memoryStore();
    await (await open(store, 3)).save('align', 1);
    expect((await open(store, 2)).marks).toEqual([]);
  });

  it('refuse a repetition that comes to something else', async () => {
    const store = memoryStore();
    await (await open(store, 1)).expectSame('binning', bytes('a'));
    const second = await open(store, 2);
    await expect(second.expectSame('binning', bytes('a'))).resolves.toBeUndefined();
    await expect(second.expectSame('binning', bytes('b'))).rejects.toMatchObject({
      code: 'parameter-mismatch',
      params: { stage: 'binning', attempt: 1 },
    });
  });

  it('go when the job is over, and nothing else does', async () => {
    const store = memoryStore();
    const first = await open(store, 1);
    await first.save('align', 1);
    await first.saveIteration(1, 1);
    await first.expectSame('align', bytes('a'));
    const shard = { job: 'j', stage: 'train', attempt: 1, name: 'shard' };
    await store.put(shard, bytes('s'));
    await (await open(store, 1)).save('split', 1);
    const other = await Checkpoints.open(store, { job: 'k', attempt: 1 }, inputs);
    await other.save('align', 1);
    await dropCheckpoints(store, 'j');
    expect(store.names()).toEqual(['train/shard@1', 'load/inputs@1', 'align/done@1']);
  });
});
