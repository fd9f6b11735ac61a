/** A byte stream over the RelayChunk messages of one gRPC call, with backpressure both ways. */
import { Duplex } from 'node:stream';
import { wire } from '@coscore/proto';
import type { BytesCall } from './service.ts';

const STREAM_BYTES = 512 * 1024;
/** Body bytes of one chunk: under the message limit of service.ts. */
const MAX_CHUNK_BYTES = 1024 * 1024;
/** Protobuf tag of RelayChunk.body: field 1, length-delimited. */
const BODY_TAG = 0x0a;

/** RelayChunk{ body: the parts joined }, copied once; wire.RelayChunk would need them joined before. */
export function encodeChunk(parts: readonly Uint8Array[]): Buffer {
  const bytes = parts.reduce((sum, part) => sum + part.length, 0);
  const lengthBytes = bytes < 1 << 7 ? 1 : bytes < 1 << 14 ? 2 : bytes < 1 << 21 ? 3 : 4;
  const chunk = Buffer.allocUnsafe(1 + lengthBytes + bytes);
  chunk[0] = BODY_TAG;
  for (let i = 0; i < lengthBytes; i++) chunk[1 + i] = ((bytes >>> (7 * i)) & 0x7f) | (i + 1 < lengthBytes ? 0x80 : 0);
  let at = 1 + lengthBytes;
  for (const part of parts) {
    chunk.set(part, at);
    at += part.length;
  }
  return chunk;
}

export interface RelayStreamOptions {
  /** A server that ends a call ends both directions, so it does so only after the client has. */
  readonly end: 'server' | 'client';
  /** Tells the other end of the call that no more will come; called once. */
  readonly abandon: (error: Error | null) => void;
}

export class RelayStream extends Duplex {
  readonly #call: BytesCall;
  readonly #options: RelayStreamOptions;
  #callEnded = false;

  constructor(call: BytesCall, options: RelayStreamOptions) {
    super({ readableHighWaterMark: STREAM_BYTES, writableHighWaterMark: STREAM_BYTES, autoDestroy: false });
    this.#call = call;
    this.#options = options;
    call.on('data', (message: Buffer) => this.#onMessage(message));
    call.on('end', () => {
      this.#callEnded = true;
      this.push(null);
    });
    call.on('error', (error: Error) => this.destroy(error));
    call.on('cancelled', () => this.destroy(new Error('the other end cancelled the call')));
  }

  #onMessage(message: Buffer): void {
    let body: Uint8Array;
    try {
      body = wire.RelayChunk.decode(message).body;
    } catch (cause) {
      this.destroy(new Error('a relay chunk that cannot be decoded', { cause }));
      return;
    }
    if (body.length > 0 && !this.push(body)) this.#call.pause();
  }

  override _read(): void {
    this.#call.resume();
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#writeParts([chunk], done);
  }

  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    this.#writeParts(
      chunks.map(({ chunk }) => chunk),
      done,
    );
  }

  #writeParts(parts: readonly Buffer[], done: () => void): void {
    let more = true;
    let batch: Buffer[] = [];
    let bytes = 0;
    const flush = (): void => {
      if (bytes > 0) more = this.#call.write(encodeChunk(batch));
      batch = [];
      bytes = 0;
    };
    for (const part of parts) {
      for (let at = 0; at < part.length; at += MAX_CHUNK_BYTES) {
        const piece = part.subarray(at, at + MAX_CHUNK_BYTES);
        if (bytes + piece.length > MAX_CHUNK_BYTES) flush();
        batch.push(piece);
        bytes += piece.length;
      }
    }
    flush();
    if (more) done();
    else this.#call.once('drain', done);
  }

  override _final(done: () => void): void {
    if (this.#options.end === 'client' || this.#callEnded) this.#call.end();
    else this.#call.once('end', () => this.#call.end());
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#options.abandon(error);
    done(error);
  }
}
