import { describe, expect, it } from 'vitest';
import { isOver, newJob, step, type Job, type JobEvent } from './job.ts';

const at = '2026-01-01T00:00:00Z';
const fresh = (): Job => newJob({ id: 'j', project: 'p', name: 'n', parties: ['bank', 'tax'], createdAt: at });
const run = (...events: JobEvent[]): Job => events.reduce(step, fresh());
const failure = { code: 'ids-duplicate', message: 'm', party: 'tax', params: { count: 3 } };

describe('job', () => {
  it('succeeds when every party has finished, not before', () => {
    const half = run({ kind: 'started', at }, { kind: 'party-finished', party: 'bank', at });
    expect(half.state).toBe('running');
    expect(step(half, { kind: 'party-finished', party: 'tax', at }).state).toBe('succeeded');
  });

  it('fails with the first failure and keeps it', () => {
    const failed = run({ kind: 'started', at }, { kind: 'party-failed', at, failure });
    expect(failed).toMatchObject({ state: 'failed', error: failure, parties: { tax: { state: 'failed' } } });
    const later = step(failed, { kind: 'party-failed', at, failure: { ...failure, code: 'peer-lost', party: 'bank' } });
    expect(later).toBe(failed);
    expect(isOver(later)).toBe(true);
  });

  it('does not come back from cancelled', () => {
    const cancelled = run({ kind: 'started', at }, { kind: 'cancelled', at });
    expect(step(cancelled, { kind: 'party-finished', party: 'bank', at })).toBe(cancelled);
  });

  it('takes no report of a party that is not in it', () => {
    const job = run({ kind: 'started', at });
    expect(step(job, { kind: 'party-finished', party: 'mallory', at })).toEqual(job);
  });
});
