import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PartyId } from '@coscore/protocols';
import { memoryNetwork } from '@coscore/protocols/memory-network.ts';
import { checkpointStages } from './checkpoints.ts';
import type { JobContext } from './context.ts';
import { agreeOnResumePoint, commonPoint, type Mark, type ResumePoint } from './resume-point.ts';

const parties = ['bank', 'tax', 'registry'].map((id) => id as PartyId);
const everyone = (): boolean => true;

const done = (count: number, attempt = 1): Mark[] =>
  checkpointStages.slice(0, count).map((stage) => ({ stage, iteration: 0, attempt }));
const states = (attempt: number, ...iterations: number[]): Mark[] =>
  iterations.map((iteration) => ({ stage: 'train', iteration, attempt }));
const claims = (...marks: (readonly Mark[])[]): Map<PartyId, readonly Mark[]> =>
  new Map(marks.map((own, i) => [parties[i]!, own]));
const SELECTED = 4;

describe('where an attempt goes on', () => {
  it('is the beginning when one party has nothing', () => {
    expect(commonPoint(claims(done(6), [], done(3)), everyone)).toEqual({ stages: [] });
  });

  it('is after the last stage that all have finished', () => {
    expect(commonPoint(claims(done(6), done(3), done(4)), everyone).stages).toEqual(done(3));
  });

  it('is the last iteration that all who train have kept', () => {
    const marks = claims(
      [...done(SELECTED), ...states(1, 7, 8, 9)],
      [...done(SELECTED), ...states(1, 8, 9, 10)],
      done(SELECTED),
    );
    expect(commonPoint(marks, (party) => party !== 'registry')).toEqual({
      stages: done(SELECTED),
      iteration: states(1, 9)[0],
    });
    // Were the third to train, it would have to begin.
    expect(commonPoint(marks, everyone)).toEqual({ stages: done(SELECTED) });
  });

  it('goes back into training for a party that has not written its end down', () => {
    const finished = [...done(6), ...states(1, 18, 19, 20)];
    const behind = [...done(SELECTED), ...states(1, 17, 18, 19)];
    expect(commonPoint(claims(finished, behind, finished), everyone).iteration).toEqual(states(1, 19)[0]);
  });

  it('never joins results of different attempts', () => {
    // One redid the alignment in attempt 2, another still has that of attempt 1.
    expect(commonPoint(claims(done(2, 2), done(2, 1)), everyone)).toEqual({ stages: [] });
    // A stage older than the one it rests on is no longer true.
    const stale = [...done(1, 2), ...done(3, 1).slice(1)];
    expect(commonPoint(claims(stale, stale), everyone).stages).toEqual(done(1, 2));
    // Nor are states of a training that began on other columns.
    const old = [...done(SELECTED, 2), ...states(1, 9)];
    expect(commonPoint(claims(old, old), everyone)).toEqual({ stages: done(SELECTED, 2) });
  });

  it('prefers the later attempt where states of two are kept', () => {
    const both = [...done(SELECTED), ...states(1, 10), ...states(2, 11)];
    expect(commonPoint(claims(both, both), everyone).iteration).toEqual(states(2, 11)[0]);
    expect(commonPoint(claims(both, [...done(SELECTED), ...states(1, 10)]), everyone).iteration).toEqual(
      states(1, 10)[0],
    );
  });

  const marks = fc
    .array(
      fc.record({
        stage: fc.constantFrom(...checkpointStages),
        iteration: fc.integer({ min: 0, max: 3 }),
        attempt: fc.integer({ min: 1, max: 3 }),
      }),
      { maxLength: 20 },
    )
    .map((all) => all.filter(({ stage, iteration }) => iteration === 0 || stage === 'train'));

  it('is the same at every party, and something that every party claimed', () => {
    fc.assert(
      fc.property(
        fc.tuple(marks, marks, marks),
        fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
        ([a, b, c], order) => {
          const own = claims(a, b, c);
          const point = commonPoint(own, everyone);
          const entries = [...own];
          expect(commonPoint(new Map(order.map((i) => entries[i]!)), everyone)).toEqual(point);
          const used = [...point.stages, ...(point.iteration === undefined ? [] : [point.iteration])];
          for (const mark of used) for (const claimed of own.values()) expect(claimed).toContainEqual(mark);
          expect(point.stages.map(({ stage }) => stage)).toEqual(checkpointStages.slice(0, point.stages.length));
        },
      ),
    );
  });
});

describe('agreeing', () => {
  it('waits for no states of a party without columns, and tells nobody that it is one', async () => {
    const network = memoryNetwork('resume/2');
    const stages = done(3);
    const agree = (self: PartyId, own: readonly Mark[], withoutColumns: boolean): Promise<ResumePoint> => {
      const [labelParty, ...featureParties] = parties;
      const context = { self, labelParty, featureParties, attempt: 2, session: network.session(self) };
      return agreeOnResumePoint(context as unknown as JobContext, own, everyone, 'binning', withoutColumns);
    };
    const trained = [...stages, ...states(1, 4)];
    const points = await Promise.all(parties.map((party, i) => agree(party, i === 2 ? done(5).toSpliced(3, 1) : trained, i === 2))); // prettier-ignore
    for (const point of points) expect(point.iteration).toMatchObject({ iteration: 4 });
    const told = network.transcript.filter(({ kind }) => kind === 'resume');
    expect(told).toHaveLength(6);
    for (const { body } of told) expect(body).toEqual(told[0]!.body);
  });
});

describe('states of training', () => {
  it('written while the next iteration runs, three kept, always leave one that all have', () => {
    // Each party: iterations finished, and the newest state that is on disk (the state before iteration k has number k).
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2), fc.boolean()), { maxLength: 300 }), (steps) => {
        const finished = [0, 0, 0];
        const onDisk = [0, 0, 0];
        // Iteration k is begun once k - 1 is finished and the state before k - 1 is on disk; it ends once all have begun it.
        const mayEnd = (k: number): boolean => [0, 1, 2].every((p) => finished[p]! >= k && onDisk[p]! >= k - 1);
        for (const [party, writes] of steps) {
          if (writes && onDisk[party]! < finished[party]!) onDisk[party]!++;
          else if (!writes && mayEnd(finished[party]!)) finished[party]!++;
          expect(Math.max(...onDisk) - Math.min(...onDisk)).toBeLessThanOrEqual(2);
          const kept = onDisk.map((newest) => states(1, ...[newest - 2, newest - 1, newest].filter((k) => k > 0)));
          const { iteration } = commonPoint(claims(...kept.map((own) => [...done(SELECTED), ...own])), everyone);
          expect(iteration?.iteration ?? 0).toBe(Math.min(...onDisk));
        }
      }),
    );
  });
});
