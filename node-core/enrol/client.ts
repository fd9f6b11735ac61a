/** A node's end of an enrolment connection: dials the coordinator, checks its key, asks once. */
import { once } from 'node:events';
import { connect, type TLSSocket } from 'node:tls';
import { wire } from '@coscore/proto';
import { z } from 'zod';
import { NodeError, nodeErrorCodes, type NodeErrorCode } from '../errors/node-error.ts';
import { splitAddress } from '../identity/address.ts';
import { fingerprintOfKey } from '../identity/certificate.ts';
import type { Identity } from '../identity/identity.ts';
import { nodeIdSchema } from '../identity/ids.ts';
import { fingerprintMismatch, sameFingerprint, secureContext, TLS_SERVER_NAME } from '../transport/pin.ts';
import { type Invite, nodeRoleSchema } from './invite.ts';
import { readMessage, writeMessage } from './message.ts';
import { signRotation } from './rotation.ts';
import { ENROL_PROTOCOL } from './serve.ts';

/** A coordinator as a node keeps it. */
export interface KnownCoordinator {
  readonly id: string;
  readonly address: string;
  readonly fingerprint: string;
  readonly certificatePem: string;
}

const DIAL_MS = 15_000;
const ANSWER_MS = 30_000;

const acceptedSchema = z.object({ coordinator: nodeIdSchema, role: nodeRoleSchema });

/**
 * Uses an invite. What comes back is pinned: its key is the one that the invite names, proved by TLS.
 * @throws NodeError `coordinator-unreachable`, `fingerprint-mismatch`, `version-mismatch`, and as the coordinator refuses:
 * `invite-invalid`, `invite-used`, `invite-expired`, `name-taken`, `too-many-attempts`.
 */
export async function joinCoordinator(invite: Invite, identity: Identity): Promise<KnownCoordinator> {
  const token = Buffer.from(invite.token, 'base64url');
  const coordinator = { id: invite.coordinator, address: invite.address, fingerprint: invite.fingerprint };
  return ask(coordinator, identity, { join: { name: identity.id, token } });
}

/**
 * Has the coordinator enrol `next` in the place of `old`, which signs that it agrees. Asking again does no harm.
 * @throws NodeError as `joinCoordinator`.
 */
export async function rotateAtCoordinator(
  coordinator: Omit<KnownCoordinator, 'certificatePem'>,
  old: Identity,
  next: Identity,
): Promise<KnownCoordinator> {
  const signature = signRotation(old, next.fingerprint, coordinator.fingerprint);
  return ask(coordinator, next, { rotation: { name: next.id, signature } });
}

async function ask(
  coordinator: Omit<KnownCoordinator, 'certificatePem'>,
  identity: Identity,
  call: wire.EnrolCall.$Properties,
): Promise<KnownCoordinator> {
  const socket = await dial(coordinator, identity);
  try {
    const certificate = socket.getPeerX509Certificate();
    const found = certificate === undefined ? undefined : fingerprintOfKey(certificate.publicKey);
    // Checked before a byte of ours leaves: a token must not reach anybody else.
    if (certificate === undefined || found === undefined || !sameFingerprint(found, coordinator.fingerprint))
      throw fingerprintMismatch(coordinator.id, found);
    writeMessage(socket, wire.EnrolCall.encode(call).finish());
    const answer = await readMessage(socket, ANSWER_MS).catch((cause: unknown) => {
      throw unreachable(coordinator, cause instanceof Error ? cause.message : String(cause), cause);
    });
    checkAnswer(answer, coordinator.id);
    return { ...coordinator, certificatePem: certificate.toString() };
  } finally {
    socket.destroy();
  }
}

/** @throws NodeError as the coordinator refuses; `invite-invalid` when it is another one, or does not answer sensibly. */
function checkAnswer(bytes: Uint8Array, coordinator: string): void {
  const { accepted, refused } = decoded(bytes);
  if (refused) throw refusal(refused.code ?? '', refused.message ?? '');
  const parsed = acceptedSchema.safeParse(accepted);
  if (parsed.data?.coordinator === coordinator) return;
  throw new NodeError('invite-invalid', `what answers there does not call itself ${coordinator}`);
}

function decoded(bytes: Uint8Array): wire.EnrolAnswer {
  try {
    return wire.EnrolAnswer.decode(bytes);
  } catch (cause) {
    throw new NodeError('invite-invalid', 'what the coordinator answers cannot be read', { cause });
  }
}

async function dial(coordinator: Omit<KnownCoordinator, 'certificatePem'>, identity: Identity): Promise<TLSSocket> {
  // Self-signed certificates have no issuer; `ask` checks the key itself.
  const socket = connect({
    ...splitAddress(coordinator.address),
    secureContext: secureContext(identity.forTls()),
    servername: TLS_SERVER_NAME,
    rejectUnauthorized: false,
    ALPNProtocols: [ENROL_PROTOCOL],
  });
  try {
    await once(socket, 'secureConnect', { signal: AbortSignal.timeout(DIAL_MS) });
  } catch (cause) {
    socket.destroy();
    if (cause instanceof Error && 'code' in cause && String(cause.code).includes('NO_APPLICATION_PROTOCOL'))
      throw new NodeError(
        'version-mismatch',
        `coordinator ${coordinator.id} does not know ${ENROL_PROTOCOL}: it runs another version of Coscore`,
        { cause },
      );
    throw unreachable(coordinator, cause instanceof Error ? cause.message : String(cause), cause);
  }
  if (socket.alpnProtocol !== ENROL_PROTOCOL) {
    socket.destroy();
    throw new NodeError(
      'version-mismatch',
      `what answers at ${coordinator.address} does not know ${ENROL_PROTOCOL}: it is no coordinator, or of another version`,
    );
  }
  return socket;
}

function unreachable({ id, address }: { id: string; address: string }, why: string, cause: unknown): NodeError {
  return new NodeError('coordinator-unreachable', `coordinator ${id} at ${address} cannot be reached: ${why}`, {
    cause,
    params: { coordinator: id, address },
  });
}

const known: ReadonlySet<string> = new Set(nodeErrorCodes);

/** The coordinator's own words, without characters that could rewrite a terminal. */
function refusal(code: string, message: string): NodeError {
  const text = message.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').slice(0, 500);
  return new NodeError(known.has(code) ? (code as NodeErrorCode) : 'invite-invalid', text);
}
