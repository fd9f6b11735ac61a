import { recoverableCodes } from '@coscore/node-core/errors/recoverable.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FRUITLESS_ATTEMPTS, isOver, newJob, step, type Job, type JobEvent, type JobFailure } from './job.ts';

const at = '2026-01-01T00:00:00Z';
const later = '2026-01-01T00:05:00Z';
const fresh = (helper?: string): Job =>
  newJob({ id: 'j', project: 'p', name: 'n', parties: ['bank', 'tax'], helper, waitMinutes: 30, createdAt: at });
const from = (job: Job, ...events: JobEvent[]): Job => events.reduce(step, job);
const run = (...events: JobEvent[]): Job => from(fresh(), ...events);
const begun = (attempt: number): JobEvent => ({ kind: 'attempt-begun', attempt, at });
const finished = (party: string, attempt = 1): JobEvent => ({ kind: 'party-finished', party, attempt, at });
const attendance = (...away: string[]): JobEvent => ({ kind: 'attendance', at, away });
const failure: JobFailure = { code: 'duplicate-ids', message: 'm', party: 'tax', params: { count: 3 } };
const lost: JobFailure = { code: 'peer-lost', message: 'm', party: 'bank', params: {} };
const failed = (attempt: number, what = failure): JobEvent => ({ kind: 'attempt-failed', attempt, at, failure: what });
const training = (done: number, attempt: number): JobEvent => ({
  kind: 'progress',
  party: 'bank',
  attempt,
  stage: 'train',
  done,
  total: 30,
  unit: 'iterations',
});

describe('a job', () => {
  it('succeeds when every party has finished, not before', () => {
    const half = run(begun(1), finished('bank'));
    expect(half.state).toBe('running');
    expect(step(half, finished('tax'))).toMatchObject({ state: 'succeeded', finishedAt: at, open: false });
  });

  it('does not wait for its helper to finish', () => {
    const done = from(fresh('helper'), begun(1), finished('bank'), finished('tax'));
    expect(done.state).toBe('succeeded');
    expect(from(fresh('helper'), begun(1), finished('bank'), finished('helper')).state).toBe('running');
  });

  it('fails with the first fatal reason, and later reports change nothing', () => {
    const over = run(begun(1), failed(1));
    expect(over).toMatchObject({ state: 'failed', error: failure, parties: { tax: { state: 'failed' } } });
    for (const event of [failed(1, lost), finished('bank'), training(1, 1), attendance('tax'), begun(2)])
      expect(step(over, event)).toBe(over);
  });

  it('does not come back from cancelled', () => {
    const cancelled = run(begun(1), { kind: 'cancelled', at });
    for (const event of [finished('bank'), { kind: 'resumed', at, away: [] } as const])
      expect(step(cancelled, event)).toBe(cancelled);
  });

  it('takes no report of a party that is not in it', () => {
    const job = run(begun(1));
    expect(step(job, finished('mallory'))).toBe(job);
    expect(step(job, failed(1, { ...failure, party: 'mallory' }))).toBe(job);
    expect(step(job, attendance('mallory'))).toBe(job);
  });
});

describe('a party that is away', () => {
  it('makes the job wait, and run on when it is back with the attempt alive', () => {
    const waiting = run(begun(1), { kind: 'attendance', at: later, away: ['tax'] });
    expect(waiting).toMatchObject({ state: 'waiting', open: true, waitingFor: ['tax'], since: later });
    const back = step(waiting, attendance());
    expect(back).toMatchObject({ state: 'running', attempt: 1, waitingFor: [] });
    expect(back.since).toBeUndefined();
  });

  it('is not waited for once it has finished its part', () => {
    expect(run(begun(1), finished('tax'), attendance('tax'))).toMatchObject({ state: 'running', waitingFor: [] });
    // The next attempt needs it again.
    expect(run(begun(1), finished('tax'), attendance('tax'), failed(1, lost))).toMatchObject({ waitingFor: ['tax'] });
  });

  it('delays the first attempt', () => {
    expect(run(attendance('tax'))).toMatchObject({ state: 'waiting', waitingFor: ['tax'], attempt: 0 });
  });

  it('keeps the time since when the waiting began', () => {
    const waiting = run(attendance('tax'), { kind: 'attendance', at: later, away: ['bank', 'tax'] });
    expect(waiting.since).toBe(at);
  });
});

describe('an attempt that failed', () => {
  it.each(recoverableCodes)('with %s leads to the next one', (code) => {
    const between = run(begun(1), failed(1, { ...lost, code }));
    expect(between).toMatchObject({ state: 'waiting', open: false, lastError: { code }, attempt: 1 });
    expect(between.error).toBeUndefined();
    expect(step(between, begun(2))).toMatchObject({ state: 'running', attempt: 2, open: true });
  });

  it('is forgotten: late reports about it change nothing', () => {
    const second = run(begun(1), failed(1, lost), begun(2));
    for (const event of [failed(1), failed(1, lost), finished('bank', 1), training(9, 1), begun(1), begun(2)])
      expect(step(second, event)).toBe(second);
  });

  it('still learns the true reason until the next one begins', () => {
    const between = run(begun(1), failed(1, lost));
    expect(step(between, failed(1, { ...lost, party: 'tax' }))).toBe(between);
    expect(step(between, failed(1))).toMatchObject({ state: 'failed', error: failure });
  });

  it('needs every party again', () => {
    const second = run(begun(1), finished('bank'), failed(1, { ...lost, party: 'tax' }), begun(2), finished('tax', 2));
    expect(second.state).toBe('running');
  });
});

describe('attempts that come no further', () => {
  const stuck = (stages: readonly number[]): Job =>
    stages.reduce((job, done, i) => from(job, begun(i + 1), training(done, i + 1), failed(i + 1, lost)), fresh());

  it('end the job after five in a row, with a way to go on', () => {
    const waiting = stuck([3, 3, 2, 3, 1]);
    expect(waiting).toMatchObject({ state: 'waiting', fruitless: 4 });
    const over = stuck([3, 3, 2, 3, 1, 3]);
    expect(over).toMatchObject({
      state: 'failed',
      error: { code: 'job-stuck', params: { attempts: FRUITLESS_ATTEMPTS } },
    });
    expect(over.error!.message).toContain('peer-lost');
  });

  it('count anew after one that did', () => {
    expect(stuck([3, 3, 3, 3, 4, 4, 4])).toMatchObject({ state: 'waiting', fruitless: 2 });
  });
});

describe('a failed job', () => {
  it('is resumed under a new number, with its reason still to be seen', () => {
    const resumed = run(begun(1), failed(1), { kind: 'resumed', at: later, away: [] });
    expect(resumed).toMatchObject({ state: 'waiting', attempt: 2, since: later, lastError: failure, fruitless: 0 });
    expect(resumed.error).toBeUndefined();
    expect(resumed.finishedAt).toBeUndefined();
    expect(step(resumed, failed(1))).toBe(resumed);
    expect(step(resumed, begun(3))).toMatchObject({ state: 'running', attempt: 3 });
  });

  it('waits for those who are away when it is resumed, not when it failed', () => {
    const gone = run(begun(1), attendance('tax'), { kind: 'failed', at, failure });
    expect(step(gone, { kind: 'resumed', at: later, away: [] })).toMatchObject({ waitingFor: [] });
    expect(step(gone, { kind: 'resumed', at: later, away: ['bank', 'mallory'] })).toMatchObject({
      waitingFor: ['bank'],
    });
  });

  it('is the only kind that can be', () => {
    for (const job of [fresh(), run(begun(1)), run(begun(1), finished('bank'), finished('tax'))])
      expect(step(job, { kind: 'resumed', at, away: [] })).toBe(job);
  });
});

describe('whatever happens', () => {
  const party = fc.constantFrom('bank', 'tax', 'helper', 'mallory');
  const attempt = fc.nat(4);
  const code = fc.constantFrom('peer-lost', 'diverged');
  const event: fc.Arbitrary<JobEvent> = fc.oneof(
    fc.record({ kind: fc.constant('attendance' as const), at: fc.constant(at), away: fc.uniqueArray(party) }),
    fc.record({ kind: fc.constant('attempt-begun' as const), at: fc.constant(at), attempt }),
    fc.tuple(fc.nat(3), attempt).map(([done, number]) => training(done, number)),
    fc.tuple(party, attempt).map(([who, number]) => finished(who, number)),
    fc.tuple(party, attempt, code).map(([who, number, why]) => failed(number, { ...lost, party: who, code: why })),
    fc.constant<JobEvent>({ kind: 'resumed', at, away: [] }),
  );

  it('attempts only count up, an open one is the last, and the state says what the rest of the job says', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        let job = fresh('helper');
        for (const next of events) {
          const before = job;
          job = step(before, next);
          expect(job.attempt).toBeGreaterThanOrEqual(before.attempt);
          if (job.open && !before.open) expect(job.attempt).toBeGreaterThan(before.attempt);
          expect(job.state === 'running').toBe(job.open && job.waitingFor.length === 0);
          expect(isOver(job)).toBe(job.finishedAt !== undefined);
          if (job.state === 'waiting') expect(job.since).toBeDefined();
          for (const away of job.waitingFor) expect(Object.keys(job.parties)).toContain(away);
        }
      }),
    );
  });
});
