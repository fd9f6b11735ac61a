import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NodeError } from '../errors/node-error.ts';
import { Rendezvous, type Arrival } from './rendezvous.ts';

describe('rendezvous', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const refused: string[] = [];
  beforeEach(() => void (refused.length = 0));
  const arrival = (from: string, to: string, session = 's'): Arrival<string> => ({
    session,
    from,
    to,
    value: `${from} for ${to}`,
    refuse: (error: NodeError) => refused.push(`${from}: ${error.code}`),
    part: () => refused.push(`${from}: parted`),
  });

  it('gives the second end the first, once', () => {
    const meet = new Rendezvous<string>(1000);
    expect(meet.arrive(arrival('a', 'b'))).toBeUndefined();
    expect(meet.arrive(arrival('b', 'a'))?.value).toBe('a for b');
    expect(meet.arrive(arrival('b', 'a'))).toBeUndefined();
  });

  it('keeps sessions and pairs apart', () => {
    const meet = new Rendezvous<string>(1000);
    meet.arrive(arrival('a', 'b'));
    expect(meet.arrive(arrival('b', 'a', 'other'))).toBeUndefined();
    expect(meet.arrive(arrival('b', 'c'))).toBeUndefined();
  });

  it('refuses an end whose peer does not come in time', () => {
    const meet = new Rendezvous<string>(1000);
    meet.arrive(arrival('a', 'b'));
    vi.advanceTimersByTime(1000);
    expect(refused).toEqual(['a: peer-timeout']);
    expect(meet.arrive(arrival('b', 'a'))).toBeUndefined();
  });

  it('refuses the earlier of two arrivals of the same end', () => {
    const meet = new Rendezvous<string>(1000);
    meet.arrive(arrival('a', 'b'));
    expect(meet.arrive(arrival('a', 'b'))).toBeUndefined();
    expect(refused).toEqual(['a: relay-refused']);
    expect(meet.arrive(arrival('b', 'a'))?.value).toBe('a for b');
  });

  it('parts two ends when one of them comes anew, and brings them together again', () => {
    const meet = new Rendezvous<string>(1000);
    meet.arrive(arrival('a', 'b'));
    meet.arrive(arrival('b', 'a'));
    expect(meet.arrive(arrival('b', 'a'))).toBeUndefined();
    expect(refused).toEqual(['a: parted', 'b: parted']);
    expect(meet.arrive(arrival('a', 'b'))?.value).toBe('b for a');
  });

  it('does not part ends of which one is known to be gone', () => {
    const meet = new Rendezvous<string>(1000);
    const first = arrival('a', 'b');
    meet.arrive(first);
    meet.arrive(arrival('b', 'a'));
    meet.leave(first);
    meet.arrive(arrival('b', 'a'));
    expect(refused).toEqual([]);
  });

  it('forgets an end that has left', () => {
    const meet = new Rendezvous<string>(1000);
    const first = arrival('a', 'b');
    meet.arrive(first);
    meet.leave(first);
    expect(meet.arrive(arrival('b', 'a'))).toBeUndefined();
    meet.clear();
    vi.advanceTimersByTime(2000);
    expect(refused).toEqual([]);
  });
});
