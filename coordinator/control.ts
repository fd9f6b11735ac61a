/** Orders to one node and its reports back, over its Attend stream. */
import { wire } from '@coscore/proto';
import type { ControlStream } from '@coscore/node-core/transport/index.ts';

const text = (value: unknown): Uint8Array =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));

export const orders = {
  sign: (manifest: string): Uint8Array => wire.Order.encode({ sign: { manifest: text(manifest) } }).finish(),
  project: (signed: unknown): Uint8Array => wire.Order.encode({ project: { signedManifest: text(signed) } }).finish(),
  revoke: (digest: string, by: string, reason: string): Uint8Array =>
    wire.Order.encode({ revoke: { digest, by, reason } }).finish(),
  job: (
    job: string,
    attempt: number,
    project: string,
    recipe: unknown,
    role: 'party' | 'helper' = 'party',
  ): Uint8Array => wire.Order.encode({ job: { job, attempt, project, recipe: text(recipe), role } }).finish(),
  over: (job: string, state: 'succeeded' | 'failed' | 'cancelled', reason: string): Uint8Array =>
    wire.Order.encode({ over: { job, state, reason } }).finish(),
  score: (answer: wire.ScoreOrder.$Properties): Uint8Array => wire.Order.encode({ score: answer }).finish(),
} as const;

/** The nodes that are connected now. A node that connects again replaces its earlier stream. */
export class Attendance {
  readonly #streams = new Map<string, ControlStream>();
  readonly #greeted = new WeakSet<ControlStream>();

  add(stream: ControlStream): void {
    this.#streams.get(stream.peer)?.close();
    this.#streams.set(stream.peer, stream);
  }

  /** The node has said what it runs, and what had to be said to that was said: from here on it counts as present. */
  greeted(stream: ControlStream): void {
    this.#greeted.add(stream);
  }

  /** @returns whether it was the node's present stream */
  remove(stream: ControlStream): boolean {
    if (this.#streams.get(stream.peer) !== stream) return false;
    return this.#streams.delete(stream.peer);
  }

  has(party: string): boolean {
    const stream = this.#streams.get(party);
    return stream !== undefined && this.#greeted.has(stream);
  }

  /** @returns false when the node is not connected. */
  send(party: string, order: Uint8Array): boolean {
    const stream = this.#streams.get(party);
    stream?.send(order);
    return stream !== undefined;
  }

  closeAll(): void {
    for (const stream of this.#streams.values()) stream.close();
    this.#streams.clear();
  }
}
