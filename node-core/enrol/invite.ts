/**
 * A one-time invite: one line that a coordinator's operator hands to the owner of a node. It says where the coordinator is
 * and which key it has, so that the node can pin it before the first byte, and carries a token of 128 bits that the
 * coordinator accepts once, for one name. Whoever has the line can join in its place: it is sent the way a password is.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { systemCsprng, type Csprng } from '@coscore/crypto/rng.ts';
import { z } from 'zod';
import { NodeError } from '../errors/node-error.ts';
import { addressSchema } from '../identity/address.ts';
import { fingerprintSchema, nodeIdSchema } from '../identity/ids.ts';
import { canonicalJson } from '../manifest/canonical.ts';

export const TOKEN_BYTES = 16;
const VERSION = 'coscore1';
const CHECK_DIGITS = 8;

export const nodeRoleSchema = z.enum(['party', 'helper']);
export type NodeRole = z.infer<typeof nodeRoleSchema>;

const inviteSchema = z.strictObject({
  /** Where the node dials. */
  address: addressSchema,
  /** Name and key (SHA-256 of its SPKI) of the coordinator. */
  coordinator: nodeIdSchema,
  fingerprint: fingerprintSchema,
  /** Who is invited, as what. */
  name: nodeIdSchema,
  role: nodeRoleSchema,
  /** Base64url, 16 bytes. */
  token: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
  expires: z.iso.datetime(),
});
export type Invite = z.infer<typeof inviteSchema>;

export function newToken(csprng: Csprng = systemCsprng): string {
  return Buffer.from(csprng.bytes(TOKEN_BYTES)).toString('base64url');
}

/** What a coordinator keeps of a token: enough to recognise it, too little to use it. Lower-case hex SHA-256. */
export function tokenHash(token: Uint8Array): string {
  return createHash('sha256').update('coscore invite v1\0').update(token).digest('hex');
}

/** Takes the same time whichever digit differs. */
export function sameToken(hash: string, token: Uint8Array): boolean {
  return timingSafeEqual(Buffer.from(hash, 'hex'), Buffer.from(tokenHash(token), 'hex'));
}

export function encodeInvite(invite: Invite): string {
  const body = Buffer.from(canonicalJson(invite)).toString('base64url');
  return `${VERSION}.${body}.${checkOf(body)}`;
}

/** So that a line cut short in an e-mail is told from a forged one. */
function checkOf(body: string): string {
  return createHash('sha256').update(body).digest('hex').slice(0, CHECK_DIGITS);
}

/** @throws NodeError `invite-invalid` for anything that is not a whole invite of this version. */
export function parseInvite(line: string): Invite {
  const [version, body, check, ...rest] = line.trim().split('.');
  if (version !== VERSION || body === undefined || check === undefined || rest.length > 0) {
    throw notAnInvite(
      version !== VERSION && /^coscore\d+$/.test(version ?? '')
        ? 'it was made by another version of Coscore'
        : 'it has to be the whole line that `coscore coordinator invite` printed',
    );
  }
  if (checkOf(body) !== check) throw notAnInvite('a character of it was lost or changed on the way');
  try {
    return inviteSchema.parse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
  } catch {
    // No cause: it would quote the token.
    throw notAnInvite('what is in it does not fit');
  }
}

function notAnInvite(why: string): NodeError {
  return new NodeError('invite-invalid', `this is not an invite: ${why}`);
}

/** @throws NodeError `invite-invalid` when it is another node's; `invite-expired`. */
export function checkInvite(invite: Invite, self: { readonly id: string; readonly role: NodeRole }, now: Date): void {
  if (invite.name !== self.id || invite.role !== self.role) {
    throw new NodeError(
      'invite-invalid',
      `the invite is for the ${invite.role} ${invite.name}, and this folder is of the ${self.role} ${self.id}`,
      { params: { name: invite.name } },
    );
  }
  if (now.getTime() >= Date.parse(invite.expires)) throw inviteExpired(invite.expires);
}

export function inviteExpired(expires: string): NodeError {
  return new NodeError('invite-expired', `the invite was good until ${expires}`, { params: { expires } });
}
