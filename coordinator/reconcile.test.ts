import { MOST_ATTEMPTS } from '@coscore/node-core/daemon/attempts.ts';
import { describe, expect, it } from 'vitest';
import { reconcile, type Reconciliation } from './reconcile.ts';

const open = { state: 'running', open: true, attempt: 3 } as const;
const between = { state: 'waiting', open: false, attempt: 3 } as const;
const over = { state: 'succeeded', open: false, attempt: 3 } as const;

describe('a node that connects', () => {
  it.each<[Reconciliation, Reconciliation, Reconciliation, string, number]>([
    // attempt open, between attempts, over
    ['agreed', 'agreed', 'tell-end', 'running', 3],
    ['was-lost', 'agreed', 'tell-end', 'interrupted', 3],
    ['was-lost', 'agreed', 'tell-end', 'failed', 3],
    ['was-finished', 'agreed', 'tell-end', 'succeeded', 3],
    ['was-cancelled', 'was-cancelled', 'tell-end', 'cancelled', 3],
    ['order-again', 'agreed', 'tell-end', 'running', 2],
    ['order-again', 'agreed', 'tell-end', 'succeeded', 2],
    ['was-cancelled', 'was-cancelled', 'tell-end', 'cancelled', 1],
    ['count-on', 'count-on', 'tell-end', 'interrupted', 4],
    ['absurd', 'absurd', 'tell-end', 'running', MOST_ATTEMPTS + 1],
  ])('%s / %s / %s when it says %s of attempt %i', (ifOpen, ifBetween, ifOver, state, attempt) => {
    const answers = [open, between, over].map((job) => reconcile(job, { state, attempt }));
    expect(answers).toEqual([ifOpen, ifBetween, ifOver]);
  });

  it('and does not know an attempt in which it took part was restored: the attempt is not ordered twice', () => {
    for (const told of [undefined, { attempt: 2, state: 'failed' }]) {
      expect(reconcile(open, told, 'running')).toBe('was-forgotten');
      expect(reconcile(open, told, 'finished')).toBe('was-forgotten');
      expect(reconcile(open, told, 'waiting')).toBe('order-again');
      expect(reconcile(between, told, 'waiting')).toBe('agreed');
    }
    expect(reconcile(open, { attempt: 3, state: 'running' }, 'running')).toBe('agreed');
    expect(reconcile(open, { attempt: 3, state: 'interrupted' }, 'running')).toBe('was-lost');
  });

  it('and does not mention the job has begun nothing of it', () => {
    expect([open, between, over].map((job) => reconcile(job, undefined))).toEqual(['order-again', 'agreed', 'agreed']);
    expect(reconcile({ state: 'waiting', open: false, attempt: 0 }, undefined)).toBe('agreed');
  });
});
