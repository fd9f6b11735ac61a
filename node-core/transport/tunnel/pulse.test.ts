import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Pulse } from './pulse.ts';

describe('a pulse', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const start = (): { pulse: Pulse; said: string[] } => {
    const said: string[] = [];
    const keepalive = { everyMs: 200, timeoutMs: 100 };
    return {
      pulse: new Pulse(
        keepalive,
        () => said.push('beat'),
        () => said.push('dead'),
      ),
      said,
    };
  };

  it('beats at its interval, whatever is heard', () => {
    const { pulse, said } = start();
    for (let i = 0; i < 6; i++) {
      vi.advanceTimersByTime(100);
      pulse.heard();
    }
    expect(said).toEqual(['beat', 'beat', 'beat']);
    pulse.stop();
  });

  it('is dead once, when nothing came for interval and time-out together, and not before', () => {
    const { said } = start();
    vi.advanceTimersByTime(299);
    expect(said).toEqual(['beat']);
    vi.advanceTimersByTime(2);
    expect(said).toEqual(['beat', 'dead']);
    vi.advanceTimersByTime(5000);
    expect(said).toEqual(['beat', 'dead']);
  });

  it('counts from what was heard last', () => {
    const { pulse, said } = start();
    vi.advanceTimersByTime(250);
    pulse.heard();
    vi.advanceTimersByTime(298);
    expect(said).not.toContain('dead');
    vi.advanceTimersByTime(4);
    expect(said).toContain('dead');
  });

  it('is quiet after it was stopped', () => {
    const { pulse, said } = start();
    pulse.stop();
    vi.advanceTimersByTime(5000);
    expect(said).toEqual([]);
  });
});

it('of a process that was busy reads what came meanwhile before it judges', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const near = connect((server.address() as AddressInfo).port, '127.0.0.1');
  let dead = false;
  try {
    const [[far]] = (await Promise.all([once(server, 'connection'), once(near, 'connect')])) as [[Socket], unknown];
    const pulse = new Pulse(
      { everyMs: 20, timeoutMs: 20 },
      () => undefined,
      () => (dead = true),
    );
    near.on('data', () => pulse.heard());
    far.write('here'); // in the kernel at once; read when this process next looks
    const until = performance.now() + 100;
    while (performance.now() < until);
    await once(near, 'data');
    await new Promise(setImmediate);
    pulse.stop();
    expect(dead).toBe(false);
    far.destroy();
  } finally {
    near.destroy();
    server.close();
  }
});
