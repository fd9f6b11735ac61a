/**
 * The coordinator's end of an enrolment connection: the only thing that a certificate may do which nobody enrolled. It gets
 * one request of a few hundred bytes and no HTTP/2; everything else is refused before it is read.
 */
import type { TLSSocket } from 'node:tls';
import { wire } from '@coscore/proto';
import { isCoded } from '../errors/coded.ts';
import { NodeError } from '../errors/node-error.ts';
import { fingerprintOfKey } from '../identity/certificate.ts';
import { addressOf, RateLimit } from './rate-limit.ts';
import { readMessage, writeMessage } from './message.ts';
import { TOKEN_BYTES, type NodeRole } from './invite.ts';

/** Application protocol (ALPN) of these connections; another version of it gets another name. */
export const ENROL_PROTOCOL = 'coscore-enrol/1';

/** What a stranger asks, with the key that its TLS handshake has proved. */
export type EnrolRequest = {
  readonly name: string;
  readonly certificatePem: string;
  readonly fingerprint: string;
  /** Remote address, for the record. */
  readonly from: string;
} & (
  { readonly kind: 'join'; readonly token: Uint8Array } | { readonly kind: 'rotation'; readonly signature: Uint8Array }
);

/** @throws a coded error, which is told to the other end. */
export type EnrolHandler = (
  request: EnrolRequest,
) => Promise<{ readonly coordinator: string; readonly role: NodeRole }>;

const READ_MS = 10_000;
const MAX_OPEN = 16;

export class EnrolServer {
  readonly #handle: EnrolHandler;
  readonly #limit: RateLimit;
  #open = 0;

  constructor(handle: EnrolHandler, limit: RateLimit = new RateLimit()) {
    this.#handle = handle;
    this.#limit = limit;
  }

  /** Answers once and ends the connection. Never throws. */
  async serve(socket: TLSSocket): Promise<void> {
    this.#open++;
    try {
      writeMessage(socket, wire.EnrolAnswer.encode(await this.#answer(socket)).finish());
      socket.end();
    } catch {
      socket.destroy(); // the other end is gone
    } finally {
      this.#open--;
    }
  }

  async #answer(socket: TLSSocket): Promise<wire.EnrolAnswer.$Properties> {
    try {
      if (!this.#limit.allows(addressOf(socket)) || this.#open > MAX_OPEN)
        throw new NodeError('too-many-attempts', 'too many nodes try to join at once; try again in a minute');
      const accepted = await this.#handle(await requestOf(socket));
      return { accepted };
    } catch (error) {
      if (isCoded(error)) return { refused: { code: error.code, message: error.message } };
      throw error;
    }
  }
}

async function requestOf(socket: TLSSocket): Promise<EnrolRequest> {
  const certificate = socket.getPeerX509Certificate();
  if (certificate === undefined) throw malformed('no certificate');
  const { join, rotation } = decoded(await readMessage(socket, READ_MS));
  const common = {
    certificatePem: certificate.toString(),
    fingerprint: fingerprintOfKey(certificate.publicKey),
    from: `${addressOf(socket)}:${socket.remotePort ?? 0}`,
  };
  if (join) {
    if (join.token?.length !== TOKEN_BYTES) throw malformed('a token of another length');
    return { ...common, kind: 'join', name: join.name ?? '', token: join.token };
  }
  if (rotation)
    return {
      ...common,
      kind: 'rotation',
      name: rotation.name ?? '',
      signature: rotation.signature ?? new Uint8Array(),
    };
  throw malformed('an unknown request');
}

function decoded(bytes: Uint8Array): wire.EnrolCall {
  try {
    return wire.EnrolCall.decode(bytes);
  } catch {
    throw malformed('a request that cannot be read');
  }
}

function malformed(what: string): NodeError {
  return new NodeError('invite-invalid', `the enrolment connection brought ${what}`);
}
