/** A session over plain loopback TCP between child processes: the least a network can cost, so that a bench shows the protocol. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { memoryLedger } from '@coscore/protocols/memory-network.ts';
import { ProtocolError } from '@coscore/protocols/errors.ts';
import type { Channel, PartyId, Session, SessionId } from '@coscore/protocols/transport.ts';

interface Frame {
  readonly kind: string;
  readonly body: Uint8Array;
}

class Mailboxes {
  readonly #queues = new Map<string, Frame[]>();
  readonly #waiting = new Map<string, (frame: Frame) => void>();

  put(key: string, frame: Frame): void {
    const waiting = this.#waiting.get(key);
    if (waiting === undefined) this.#queues.set(key, [...(this.#queues.get(key) ?? []), frame]);
    else {
      this.#waiting.delete(key);
      waiting(frame);
    }
  }

  take(key: string): Promise<Frame> {
    const frame = this.#queues.get(key)?.shift();
    return frame === undefined ? new Promise((resolve) => this.#waiting.set(key, resolve)) : Promise.resolve(frame);
  }
}

/** Frame: length of header (u32), length of body (u32), header `topic NUL kind`, body. */
function readFrames(socket: Socket, peer: string, boxes: Mailboxes): void {
  let pending: Buffer[] = [];
  let bytes = 0;
  socket.on('data', (chunk: Buffer) => {
    pending.push(chunk);
    bytes += chunk.length;
    while (bytes >= 8) {
      if (pending[0]!.length < 8) pending = [Buffer.concat(pending)];
      const size = 8 + pending[0]!.readUInt32LE(0) + pending[0]!.readUInt32LE(4);
      if (bytes < size) return;
      const all = pending.length === 1 ? pending[0]! : Buffer.concat(pending);
      const header = all.readUInt32LE(0);
      const [topic, kind] = all.toString('utf8', 8, 8 + header).split('\0') as [string, string];
      boxes.put(`${peer}\n${topic}`, { kind, body: Uint8Array.from(all.subarray(8 + header, size)) });
      pending = all.length === size ? [] : [all.subarray(size)];
      bytes -= size;
    }
  });
}

async function write(socket: Socket, topic: string, kind: string, body: Uint8Array): Promise<void> {
  const header = Buffer.from(`${topic}\0${kind}`);
  const lengths = Buffer.alloc(8);
  lengths.writeUInt32LE(header.length, 0);
  lengths.writeUInt32LE(body.length, 4);
  socket.cork();
  socket.write(lengths);
  socket.write(header);
  const more = socket.write(body);
  socket.uncork();
  if (!more) await once(socket, 'drain');
}

export interface Listening {
  readonly port: number;
  readonly server: Server;
  /** Sockets that arrived, also before anybody asks for them: a peer may be quicker than our own plan. */
  next(): Promise<Socket>;
}

export async function listen(): Promise<Listening> {
  const arrived: Socket[] = [];
  let wake: (() => void) | undefined;
  const server = createServer((socket) => {
    arrived.push(socket);
    wake?.();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    server,
    port: (server.address() as AddressInfo).port,
    async next() {
      while (arrived.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      return arrived.shift()!;
    },
  };
}

/**
 * Connects to every participant after `self` in the list and waits for those before it.
 * @param ports [participants]
 */
export async function openSession(
  self: string,
  names: readonly string[],
  ports: readonly number[],
  own: Listening,
): Promise<{
  readonly session: Session;
  /** Bytes, to one participant or to all. */
  readonly sent: (peer?: string) => number;
  close(): void;
}> {
  const boxes = new Mailboxes();
  const sockets = new Map<string, Socket>();
  const place = names.indexOf(self);
  for (let i = place + 1; i < names.length; i++) {
    const socket = connect(ports[i]!, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(Uint8Array.of(place));
    sockets.set(names[i]!, socket);
    readFrames(socket, names[i]!, boxes);
  }
  for (let i = 0; i < place; i++) {
    const socket = await own.next();
    let first: Buffer | null;
    while ((first = socket.read(1) as Buffer | null) === null) await once(socket, 'readable');
    const peer = names[first[0]!]!;
    sockets.set(peer, socket);
    readFrames(socket, peer, boxes);
  }
  for (const socket of sockets.values()) socket.setNoDelay(true).on('error', () => undefined);
  const channel = (peer: PartyId, topic: string): Channel => ({
    self: self as PartyId,
    peer,
    topic,
    send: (kind, body) => write(sockets.get(peer)!, topic, kind, body),
    async receive(kind) {
      const frame = await boxes.take(`${peer}\n${topic}`);
      if (frame.kind !== kind) throw new ProtocolError('wrong-round', `${frame.kind} came where ${kind} was due`);
      return frame.body;
    },
  });
  const session: Session = {
    id: 'bench/1' as SessionId,
    self: self as PartyId,
    signal: new AbortController().signal,
    material: memoryLedger(),
    channel,
    progress: () => undefined,
  };
  return {
    session,
    sent: (to) =>
      [...sockets].reduce((sum, [peer, s]) => sum + (to === undefined || to === peer ? s.bytesWritten : 0), 0),
    close() {
      for (const socket of sockets.values()) socket.destroy();
      own.server.close();
    },
  };
}
