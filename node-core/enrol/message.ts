/** One message each way on an enrolment connection: four bytes of length, big-endian, then so many bytes. */
import type { Socket } from 'node:net';

/** A token, a name, a signature: nothing that belongs here is longer. */
const MAX_BYTES = 8 * 1024;
const HEADER_BYTES = 4;

export function writeMessage(socket: Socket, body: Uint8Array): void {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32BE(body.length);
  socket.write(Buffer.concat([header, body]));
}

/** @throws Error when the socket closes or fails first, the time is up, or the message is too long. */
export function readMessage(socket: Socket, timeoutMs: number): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  let got = Buffer.alloc(0);
  const onData = (chunk: Buffer): void => {
    got = Buffer.concat([got, chunk]);
    if (got.length < HEADER_BYTES) return;
    const length = got.readUInt32BE();
    if (length > MAX_BYTES || got.length > HEADER_BYTES + length) reject(new Error('a message that is too long'));
    else if (got.length === HEADER_BYTES + length) resolve(new Uint8Array(got.subarray(HEADER_BYTES)));
  };
  const onEnd = (): void => reject(new Error('the connection was closed before an answer'));
  const timer = setTimeout(() => reject(new Error(`no message within ${timeoutMs / 1000} s`)), timeoutMs);
  socket.on('data', onData).once('error', reject).once('end', onEnd).once('close', onEnd);
  return promise.finally(() => {
    clearTimeout(timer);
    socket.off('data', onData).off('error', reject).off('end', onEnd).off('close', onEnd);
  });
}
