/** One process a participant, forked from the bench itself, with its inputs in memory before the clock starts. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Session } from '@coscore/protocols/transport.ts';
import { listen, openSession } from './socket-session.ts';

interface Seat<Task> {
  readonly self: string;
  readonly names: readonly string[];
  readonly ports: readonly number[];
  readonly task: Task;
}

/** What one process needed, from `go` to its result. */
export interface Measured<Result> {
  readonly result: Result;
  readonly seconds: number;
  /** Of all threads: steadier than wall time on a machine that others use too. */
  readonly cpuSeconds: number;
  readonly peakMb: number;
  /** [MB] to each other participant. */
  readonly sentMb: Readonly<Record<string, number>>;
}

export interface Run<Result> {
  /** From the moment that all are ready to the last result. */
  readonly seconds: number;
  readonly byName: ReadonlyMap<string, Measured<Result>>;
}

/** A role with its inputs made: what is timed is the call. */
export type Role<Result> = (session: Session) => Promise<Result>;

/**
 * Runs `task` once. In the forked processes the same file must call `participate`.
 * @param bench `import.meta.url` of the bench
 * @throws when a process ends without its result
 */
export async function runProcesses<Task, Result>(
  bench: string,
  names: readonly string[],
  task: Task,
): Promise<Run<Result>> {
  const children = names.map(() => fork(fileURLToPath(bench), ['--child'], { serialization: 'advanced' }));
  try {
    const ports = await Promise.all(children.map((child) => next<number>(child)));
    children.forEach((child, i) => child.send({ self: names[i]!, names, ports, task } satisfies Seat<Task>));
    await Promise.all(children.map((child) => next<'ready'>(child)));
    const start = performance.now();
    const outcomes = await Promise.all(
      children.map((child) => {
        child.send('go');
        return next<Measured<Result>>(child);
      }),
    );
    const seconds = (performance.now() - start) / 1000;
    return { seconds, byName: new Map(names.map((name, i) => [name, outcomes[i]!])) };
  } finally {
    for (const child of children) child.kill();
  }
}

async function next<T>(child: ChildProcess): Promise<T> {
  const exited = once(child, 'exit').then(([code]) => Promise.reject(new Error(`a bench process ended with ${code}`)));
  const [message] = await Promise.race([once(child, 'message'), exited]);
  return message as T;
}

/** Whether this process was forked by `runProcesses`. */
export const isParticipant = (): boolean => process.argv.includes('--child');

/** The forked side: takes its seat, makes its inputs, waits for `go`, and says what it needed. */
export async function participate<Task, Result>(prepare: (self: string, task: Task) => Role<Result>): Promise<void> {
  process.on('disconnect', () => process.exit(1)); // the bench was stopped
  const own = await listen();
  process.send!(own.port);
  const [{ self, names, ports, task }] = (await once(process, 'message')) as [Seat<Task>];
  const network = await openSession(self, names, ports, own);
  const role = prepare(self, task);
  const go = once(process, 'message');
  process.send!('ready');
  await go;
  const start = performance.now();
  const cpu = process.cpuUsage();
  const result = await role(network.session);
  const peers = names.filter((name) => name !== self);
  process.send!({
    result,
    seconds: (performance.now() - start) / 1000,
    cpuSeconds: cpuSince(cpu),
    peakMb: process.resourceUsage().maxRSS / 1024,
    sentMb: Object.fromEntries(peers.map((name) => [name, network.sent(name) / 2 ** 20])),
  } satisfies Measured<Result>);
}

export function cpuSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}
