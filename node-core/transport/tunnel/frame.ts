/**
 * Frames of a tunnel: u32 little-endian header length, an `Envelope` (proto/envelope.proto), then its raw body.
 * The body is outside the protobuf message so that it is copied once only, from the socket into its final buffer.
 */
import { wire } from '@coscore/proto';
import { ProtocolError } from '@coscore/protocols/errors.ts';
import { MAX_HEADER_BYTES } from './limits.ts';

export interface FrameHeader {
  readonly topic: string;
  /** 1, 2, 3 ... per topic and direction; 0 in a pure acknowledgement. */
  readonly seq: number;
  /** Empty on every frame of a message but the first. */
  readonly kind: string;
  /** Body bytes in this frame. */
  readonly bodyBytes: number;
  /** Body bytes of this message in later frames. */
  readonly rest: number;
  /** Flow-control cost of the topic that the sender of this frame has consumed, in all. */
  readonly consumed: number;
}

/** Bodies up to this size are joined with their header: one small copy is cheaper than a second write. */
const JOIN_BYTES = 16 * 1024;

/** The frame as one buffer, or as header and body when the body is large (it is not copied then). */
export function encodeFrame(header: FrameHeader, body: Uint8Array): readonly Uint8Array[] {
  const envelope = wire.Envelope.encode(header).finish();
  const joined = body.length <= JOIN_BYTES;
  const prefix = Buffer.allocUnsafe(4 + envelope.length + (joined ? body.length : 0));
  prefix.writeUInt32LE(envelope.length, 0);
  prefix.set(envelope, 4);
  if (!joined) return [prefix, body];
  prefix.set(body, 4 + envelope.length);
  return [prefix];
}

export interface FrameSink {
  /** Checks the header, and returns where the body goes: a view of exactly `bodyBytes`. */
  open(header: FrameHeader): Uint8Array;
  /** The view that `open` returned is full. */
  close(header: FrameHeader): void;
}

const EMPTY = new Uint8Array(0);

/** Cuts a byte stream into frames. After a throw it must not be used again. */
export class FrameReader {
  readonly #sink: FrameSink;
  readonly #head = Buffer.allocUnsafe(4 + MAX_HEADER_BYTES);
  #headFilled = 0;
  #header: FrameHeader | undefined;
  #body: Uint8Array = EMPTY;
  #bodyFilled = 0;

  constructor(sink: FrameSink) {
    this.#sink = sink;
  }

  /** @throws ProtocolError `malformed`, `wrong-size`, and whatever the sink throws. */
  push(chunk: Uint8Array): void {
    let at = 0;
    while (at < chunk.length) at += this.#header === undefined ? this.#pushHead(chunk, at) : this.#pushBody(chunk, at);
  }

  /** @returns how many bytes it took. */
  #pushHead(chunk: Uint8Array, at: number): number {
    const wanted = this.#headFilled < 4 ? 4 : 4 + this.#headerBytes();
    const taken = Math.min(wanted - this.#headFilled, chunk.length - at);
    this.#head.set(chunk.subarray(at, at + taken), this.#headFilled);
    this.#headFilled += taken;
    if (this.#headFilled >= 4 && this.#headFilled === 4 + this.#headerBytes()) this.#openFrame();
    return taken;
  }

  #headerBytes(): number {
    const bytes = this.#head.readUInt32LE(0);
    if (bytes === 0 || bytes > MAX_HEADER_BYTES) {
      throw new ProtocolError('wrong-size', `a frame header of ${bytes} bytes, ${MAX_HEADER_BYTES} allowed`);
    }
    return bytes;
  }

  #openFrame(): void {
    this.#header = decodeHeader(this.#head.subarray(4, this.#headFilled));
    this.#headFilled = 0;
    this.#body = this.#sink.open(this.#header);
    this.#bodyFilled = 0;
    if (this.#body.length === 0) this.#closeFrame();
  }

  #pushBody(chunk: Uint8Array, at: number): number {
    const taken = Math.min(this.#body.length - this.#bodyFilled, chunk.length - at);
    this.#body.set(taken === chunk.length ? chunk : chunk.subarray(at, at + taken), this.#bodyFilled);
    this.#bodyFilled += taken;
    if (this.#bodyFilled === this.#body.length) this.#closeFrame();
    return taken;
  }

  #closeFrame(): void {
    const header = this.#header!;
    this.#header = undefined;
    this.#body = EMPTY;
    this.#sink.close(header);
  }
}

function decodeHeader(bytes: Uint8Array): FrameHeader {
  try {
    const { topic, seq, kind, bodyBytes, rest, consumed } = wire.Envelope.decode(bytes);
    return { topic, seq, kind, bodyBytes, rest, consumed: Number(consumed) };
  } catch (cause) {
    throw new ProtocolError('malformed', 'a frame header that cannot be decoded', { cause });
  }
}
