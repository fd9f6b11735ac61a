/**
 * Preloaded into a process (`tapOptions(dir)`), it writes down every byte that comes to the process by any stream, decrypted
 * as far as the process itself decrypts it: at the coordinator what it relays, at a party what its peers sent it. A file a
 * stream, `PID-N`, so that what came in two pieces is found too.
 */
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { isMainThread } from 'node:worker_threads';

const DIR = 'dir';

/** What makes a node write into `dir`: an option of Node, nothing of ours. */
export function tapOptions(dir: string): string {
  const url = new URL(import.meta.url);
  url.search = String(new URLSearchParams({ [DIR]: dir }));
  return `--import=${url.href}`;
}

/** Files of one process. */
export const isOf = (pid: number, file: string): boolean => file.startsWith(`${pid}-`);

function listen(dir: string): void {
  const names = new WeakMap<Readable, string>();
  let streams = 0;
  // Node's own streams (sockets, TLS, HTTP/2, files) all come through here, without a listener that would start them.
  const push = Readable.prototype.push;
  Readable.prototype.push = function (chunk: unknown, encoding?: BufferEncoding): boolean {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) {
      const name = names.get(this) ?? `${process.pid}-${streams++}`;
      names.set(this, name);
      appendFileSync(join(dir, name), chunk);
    }
    return push.call(this, chunk, encoding);
  };
}

const into = new URL(import.meta.url).searchParams.get(DIR);
// Threads have no connections of their own.
if (into !== null && isMainThread) {
  writeFileSync(join(into, `${process.pid}-argv`), process.argv.join(' '));
  listen(into);
}
