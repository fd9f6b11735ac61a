/** The answering side of one stream of a tunnel: the connection of a node that asked for it, answered once. */
import type { TLSSocket } from 'node:tls';
import type { NodeErrorCode } from '../../errors/node-error.ts';
import type { Introduction } from '../grpc/service.ts';
import { decodeCall, encodeAnswer, readGreeting, type TunnelRequest } from './greeting.ts';

/** How long a node may take to say what it wants. */
const CALL_MS = 10_000;
/** How long a refusal may take to leave. */
const REFUSAL_MS = 5000;

export class TunnelCall {
  readonly socket: TLSSocket;
  readonly request: TunnelRequest;
  readonly #introduction: Introduction;
  readonly #onEarly = (): void => void this.socket.destroy();
  #answered = false;

  private constructor(socket: TLSSocket, request: TunnelRequest, introduction: Introduction) {
    this.socket = socket;
    this.request = request;
    this.#introduction = introduction;
    // Until it is answered the node has nothing to say. Reading goes on, or its leaving would not be heard.
    socket.on('data', this.#onEarly);
  }

  /** @returns undefined, and the socket is gone, when the node did not ask in time or cannot be understood. */
  static async read(socket: TLSSocket, introduction: Introduction): Promise<TunnelCall | undefined> {
    const late = setTimeout(() => socket.destroy(), CALL_MS);
    try {
      return new TunnelCall(socket, decodeCall(await readGreeting(socket)), introduction);
    } catch {
      socket.destroy();
      return undefined;
    } finally {
      clearTimeout(late);
    }
  }

  /** The other end is there. @returns the socket, which is paused: what it reads from now on is the tunnel's. */
  accept(): TLSSocket {
    this.#answered = true;
    this.socket.off('data', this.#onEarly).pause();
    if (!this.socket.destroyed) this.socket.write(encodeAnswer(this.#introduction));
    return this.socket;
  }

  /** Says why there is no tunnel; a stream that was there is cut. */
  refuse(code: NodeErrorCode, message: string): void {
    if (this.#answered || this.socket.destroyed) return void this.socket.destroy();
    this.#answered = true;
    this.socket.end(encodeAnswer(this.#introduction, { code, message }));
    setTimeout(() => this.socket.destroy(), REFUSAL_MS).unref();
  }
}
