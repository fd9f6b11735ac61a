/**
 * A node's line to its coordinator as a slow network has it: both directions have a bandwidth of their own, shared by all
 * connections, and every byte arrives some time after it was sent. In one process of plain TCP, so it runs where `tc` may not.
 */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export interface LinkShape {
  readonly bitsPerSecond: number;
  /** From one end to the other. */
  readonly delayMs: number;
}

/** What may wait for the line before the sender is held back, as a router's buffer does. */
const BUFFER_BYTES = 2 ** 18;

/** Does things at their time and in their order: separate timers would let one chunk overtake another. */
class Schedule {
  readonly #due: { readonly at: number; readonly act: () => void }[] = [];
  #timer: NodeJS.Timeout | undefined;

  /** @param at ms of `performance.now`, never before the last one's. */
  add(at: number, act: () => void): void {
    this.#due.push({ at, act });
    this.#wait();
  }

  #wait(): void {
    const next = this.#due[0];
    if (next === undefined || this.#timer !== undefined) return;
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        while (this.#due.length > 0 && this.#due[0]!.at <= performance.now()) this.#due.shift()!.act();
        this.#wait();
      },
      Math.max(1, next.at - performance.now()),
    );
  }
}

/** One direction: chunks leave one after the other at the line's rate, and arrive in order. */
class Direction {
  readonly #shape: LinkShape;
  readonly #leaving = new Schedule();
  readonly #arriving = new Schedule();
  /** When the last byte so far has left, in ms of `performance.now`. */
  #freeAt = 0;

  constructor(shape: LinkShape) {
    this.#shape = shape;
  }

  carry(from: Socket, to: Socket): void {
    let waiting = 0;
    from.setNoDelay(true);
    from.on('data', (chunk: Buffer) => {
      waiting += chunk.length;
      if (waiting > BUFFER_BYTES) from.pause();
      this.#send(
        chunk.length,
        () => {
          waiting -= chunk.length;
          from.resume();
        },
        () => to.destroyed || to.write(chunk),
      );
    });
    // The end travels like a byte: it must not overtake what is still on the line.
    from.on('end', () => this.#send(1, undefined, () => to.end()));
    from.on('error', () => to.destroy());
  }

  #send(bytes: number, left: (() => void) | undefined, arrived: () => void): void {
    this.#freeAt = Math.max(performance.now(), this.#freeAt) + (bytes * 8000) / this.#shape.bitsPerSecond;
    if (left !== undefined) this.#leaving.add(this.#freeAt, left);
    this.#arriving.add(this.#freeAt + this.#shape.delayMs, arrived);
  }
}

export class ShapedLink {
  readonly address: string;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(server: Server) {
    this.#server = server;
    this.address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** @param address `host:port` of the coordinator. */
  static async before(address: string, shape: LinkShape): Promise<ShapedLink> {
    const [host, port] = address.split(':') as [string, string];
    const server = createServer({ allowHalfOpen: true });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const link = new ShapedLink(server);
    const [up, down] = [new Direction(shape), new Direction(shape)];
    server.on('connection', (near: Socket) => {
      const far = connect({ host, port: Number(port), allowHalfOpen: true });
      link.#keep(near);
      link.#keep(far);
      up.carry(near, far);
      down.carry(far, near);
    });
    return link;
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}
