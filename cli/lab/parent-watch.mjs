// Preloaded into every daemon of a lab: ends it when the process that started it is gone, even by SIGKILL, so that no
// daemon of a lab outlives its lab. The parent holds the other end of our stdin, and the kernel closes it with the parent.
import { isMainThread } from 'node:worker_threads';

/** Time for an orderly end, in milliseconds. */
const GRACE = 10_000;

if (isMainThread) {
  process.stdin.on('end', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), GRACE).unref();
  });
  process.stdin.on('error', () => undefined);
  process.stdin.resume();
  process.stdin.unref?.();
}
