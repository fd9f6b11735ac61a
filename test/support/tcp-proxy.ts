/**
 * A TCP proxy between a node and its coordinator that breaks as networks do: connections reset at once or after so many
 * bytes, frozen without a word, slow, or refused. What is inside the connections it does not know.
 */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export class TcpProxy {
  readonly address: string;
  readonly #target: { readonly host: string; readonly port: number };
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #frozen = false;
  #refusing = false;
  #delayMs = 0;
  /** Bytes of both directions still to pass before every connection is reset; undefined: no limit. */
  #left: number | undefined;
  #onCut: (() => void) | undefined;
  /** Bytes that went through, both directions. */
  passed = 0;
  /** Connections accepted so far. */
  accepted = 0;

  private constructor(target: { host: string; port: number }, server: Server) {
    this.#target = target;
    this.#server = server;
    this.address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.on('connection', (near: Socket) => this.#accept(near));
  }

  /** @param address `host:port` of the coordinator. */
  static async before(address: string): Promise<TcpProxy> {
    const [host, port] = address.split(':') as [string, string];
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new TcpProxy({ host, port: Number(port) }, server);
  }

  /** Resets every connection now; new ones are let through. */
  drop(): void {
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }

  /** Resets every connection when so many more bytes have passed; resolves then. */
  cutAfter(bytes: number): Promise<void> {
    this.#left = bytes;
    return new Promise((resolve) => (this.#onCut = resolve));
  }

  /** Whatever is sent from now on vanishes, over old connections and new: nobody hears of an end. */
  freeze(): void {
    this.#frozen = true;
  }

  /** New connections work again; those that were frozen stay so, as after a firewall lost its table. */
  thaw(): void {
    this.#frozen = false;
  }

  /** New connections are reset at once, and the old ones too. */
  refuse(): void {
    this.#refusing = true;
    this.drop();
  }

  admit(): void {
    this.#refusing = false;
  }

  /** Every chunk waits so long. */
  delay(ms: number): void {
    this.#delayMs = ms;
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.refuse();
    await closed;
  }

  #accept(near: Socket): void {
    if (this.#refusing) return void near.resetAndDestroy();
    this.accepted += 1;
    const far = connect(this.#target.port, this.#target.host);
    const frozen = { at: this.#frozen };
    this.#carry(near, far, frozen);
    this.#carry(far, near, frozen);
  }

  #carry(from: Socket, to: Socket, state: { at: boolean }): void {
    this.#sockets.add(from);
    from.setNoDelay(true);
    from.on('data', (chunk: Buffer) => {
      state.at ||= this.#frozen;
      if (state.at) return;
      if (this.#delayMs > 0) setTimeout(() => this.#pass(from, to, chunk), this.#delayMs);
      else this.#pass(from, to, chunk);
    });
    to.on('drain', () => from.resume());
    from.on('error', () => undefined);
    from.on('close', () => {
      this.#sockets.delete(from);
      if (!state.at && !this.#frozen) to.destroy();
    });
  }

  #pass(from: Socket, to: Socket, chunk: Buffer): void {
    const allowed = Math.min(chunk.length, this.#left ?? Infinity);
    this.passed += allowed;
    if (allowed > 0 && !to.destroyed && !to.write(allowed < chunk.length ? chunk.subarray(0, allowed) : chunk))
      from.pause();
    if (this.#left === undefined) return;
    this.#left -= allowed;
    if (this.#left > 0) return;
    this.#left = undefined;
    // What passed is to arrive: a reset overtakes what is still buffered.
    setImmediate(() => {
      this.drop();
      this.#onCut?.();
    });
  }
}
