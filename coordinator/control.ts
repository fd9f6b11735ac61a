/** Orders to one node and its reports back, over its Attend stream. */
import { wire } from '@coscore/proto';
import type { ControlStream } from '@coscore/node-core/transport/index.ts';

const text = (value: unknown): Uint8Array =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));

export const orders = {
  sign: (manifest: string): Uint8Array => wire.Order.encode({ sign: { manifest: text(manifest) } }).finish(),
  project: (signed: unknown): Uint8Array => wire.Order.encode({ project: { signedManifest: text(signed) } }).finish(),
  job: (job: string, attempt: number, project: string, recipe: unknown): Uint8Array =>
    wire.Order.encode({ job: { job, attempt, project, recipe: text(recipe) } }).finish(),
  cancel: (job: string, reason: string): Uint8Array => wire.Order.encode({ cancel: { job, reason } }).finish(),
} as const;

/** The nodes that are connected now. A node that connects again replaces its earlier stream. */
export class Attendance {
  readonly #streams = new Map<string, ControlStream>();

  add(stream: ControlStream): void {
    this.#streams.get(stream.peer)?.close();
    this.#streams.set(stream.peer, stream);
  }

  remove(stream: ControlStream): boolean {
    if (this.#streams.get(stream.peer) !== stream) return false;
    return this.#streams.delete(stream.peer);
  }

  has(party: string): boolean {
    return this.#streams.has(party);
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
