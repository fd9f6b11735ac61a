/**
 * Who may connect: nodes that the operator enrolled, or that joined with an invite the operator made. A name has one key;
 * another one under it comes with the old key's signature (rotation) or by a new decision of the operator (`--replace`).
 */
import type { AuditDetails, AuditEvent, Identity, State } from '@coscore/node-core';
import {
  type EnrolRequest,
  inviteExpired,
  newToken,
  type NodeRole,
  sameToken,
  tokenHash,
  verifyRotation,
} from '@coscore/node-core/enrol/index.ts';
import { NodeError } from '@coscore/node-core/errors/node-error.ts';
import { nodeIdSchema } from '@coscore/node-core/identity/index.ts';
import { z } from 'zod';
import type { Enrolled } from './projects.ts';

export const inviteRequestSchema = z.strictObject({
  name: nodeIdSchema,
  role: z.enum(['party', 'helper']).default('party'),
  hours: z
    .number()
    .min(0.01)
    .max(24 * 30)
    .default(48),
  /** For a node that lost its key: the one that joins takes the place of the one enrolled. */
  replace: z.boolean().default(false),
});
export type InviteRequest = z.infer<typeof inviteRequestSchema>;

/** The newest invite of a name, as it lies in the state: its token's hash, never the token. */
const keptInviteSchema = z.object({
  hash: z.string(),
  role: z.enum(['party', 'helper']),
  expires: z.string(),
  replace: z.boolean(),
  usedAt: z.string().optional(),
});
type KeptInvite = z.infer<typeof keptInviteSchema>;

export interface EnrolmentOptions {
  readonly identity: Identity;
  readonly state: State;
  readonly record: (event: AuditEvent, details: AuditDetails) => Promise<void>;
  /** A name has another key now: what was signed with the old one is void, and what it opened is closed. */
  readonly onNewKey: (node: Enrolled, why: string) => Promise<void>;
  readonly onChange: () => void;
  /** A new key was half taken over: ends the process, and the next one finds what is left to do. */
  readonly broken: (error: unknown) => void;
  readonly now?: () => Date;
}

export class Enrolment {
  readonly #options: EnrolmentOptions;
  readonly #now: () => Date;
  readonly #nodes = new Map<string, Enrolled>();
  /** Requests in turn: of two that bring the same invite at once, one is the first. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: EnrolmentOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
  }

  async load(): Promise<void> {
    for (const peer of await this.#options.state.enrolled.list())
      this.#nodes.set(peer.id, { ...peer, role: peer.role === 'helper' ? 'helper' : 'party' });
  }

  list(): readonly Enrolled[] {
    return [...this.#nodes.values()];
  }

  get(id: string): Enrolled | undefined {
    return this.#nodes.get(id);
  }

  byFingerprint(fingerprint: string): Enrolled | undefined {
    return this.list().find((node) => node.fingerprint === fingerprint);
  }

  /** Enrols a certificate that the operator has in hand. @throws NodeError `fingerprint-mismatch` for a name with another key. */
  async put({ id, role, certificatePem }: Omit<Enrolled, 'fingerprint'>): Promise<Enrolled> {
    const { fingerprint } = await this.#options.state.enrolled.put({ id, role, certificatePem });
    const node: Enrolled = { id, role, certificatePem, fingerprint };
    this.#nodes.set(id, node);
    await this.#options.record('peer-enrolled', { peer: id, role, fingerprint });
    this.#options.onChange();
    return node;
  }

  /**
   * Makes a one-time invite; an earlier one of the same name is no longer good.
   * @returns the token, which is kept nowhere.
   * @throws NodeError `name-taken`; `home-missing` to replace a name that nobody has.
   */
  async invite({ name, role, hours, replace }: InviteRequest): Promise<{ token: string; expires: string }> {
    const known = this.#nodes.get(name);
    if (name === this.#options.identity.id) throw nameTaken(name);
    if (known !== undefined && (!replace || known.role !== role)) throw nameTaken(name);
    const token = newToken();
    const expires = new Date(this.#now().getTime() + hours * 3_600_000).toISOString();
    const kept: KeptInvite = { hash: tokenHash(Buffer.from(token, 'base64url')), role, expires, replace };
    await this.#options.state.meta.put(metaKey(name), kept);
    await this.#options.record('invited', { peer: name, role, expires, replace });
    return { token, expires };
  }

  /** @throws NodeError `invite-invalid`, `invite-used`, `invite-expired`, `name-taken`, `fingerprint-mismatch`. */
  answer(request: EnrolRequest): Promise<{ coordinator: string; role: NodeRole }> {
    const answered = this.#last.then(() => this.#answer(request));
    this.#last = answered.catch(() => undefined);
    return answered;
  }

  async #answer(request: EnrolRequest): Promise<{ coordinator: string; role: NodeRole }> {
    const { record, identity } = this.#options;
    try {
      const node = request.kind === 'join' ? await this.#join(request) : await this.#rotate(request);
      return { coordinator: identity.id, role: node.role };
    } catch (error) {
      if (error instanceof NodeError) {
        const { from, fingerprint, name, kind } = request;
        await record('refused', { request: kind, peer: name.slice(0, 63), code: error.code, from, fingerprint });
      }
      throw error;
    }
  }

  async #join(request: Extract<EnrolRequest, { kind: 'join' }>): Promise<Enrolled> {
    const { name, token, fingerprint, certificatePem } = request;
    const kept = await this.#kept(name);
    if (kept === undefined || !sameToken(kept.hash, token)) {
      // The same words for both: who has no invite learns not even which names have one.
      throw new NodeError(
        'invite-invalid',
        `this coordinator made no such invite for ${name.slice(0, 63)}, or a newer one since`,
      );
    }
    const known = this.#nodes.get(name);
    // Its answer was lost: whoever holds the key that this very invite enrolled may hear it again.
    if (kept.usedAt !== undefined && known?.fingerprint === fingerprint) return known;
    if (kept.usedAt !== undefined)
      throw new NodeError('invite-used', `the invite of ${name} was used at ${kept.usedAt}`, { params: { name } });
    if (this.#now().getTime() >= Date.parse(kept.expires)) throw inviteExpired(kept.expires);
    const node =
      known === undefined || known.fingerprint === fingerprint
        ? await this.put({ id: name, role: kept.role, certificatePem })
        : await this.#replaceOrRefuse(known, kept, certificatePem);
    await this.#used(name, kept);
    return node;
  }

  async #used(name: string, kept: KeptInvite): Promise<void> {
    await this.#options.state.meta.put(metaKey(name), { ...kept, usedAt: this.#now().toISOString() });
  }

  async #replaceOrRefuse(known: Enrolled, kept: KeptInvite, certificatePem: string): Promise<Enrolled> {
    if (!kept.replace) throw nameTaken(known.id);
    // Used up first: after a crash in between, the operator makes another one; nobody can replace the new key with this.
    await this.#used(known.id, kept);
    return this.#newKey(known, certificatePem, 'its key was lost and replaced');
  }

  async #rotate(request: Extract<EnrolRequest, { kind: 'rotation' }>): Promise<Enrolled> {
    const { name, fingerprint, certificatePem, signature } = request;
    const known = this.#nodes.get(name);
    // Done before, and the answer was lost.
    if (known?.fingerprint === fingerprint) return known;
    const { identity, record } = this.#options;
    const statement = {
      node: name,
      from: known?.fingerprint ?? '',
      to: fingerprint,
      coordinator: identity.fingerprint,
    };
    if (known === undefined || !verifyRotation(known.certificatePem, statement, signature)) {
      throw new NodeError(
        'fingerprint-mismatch',
        `the new key of ${name.slice(0, 63)} does not come with the signature of the enrolled one`,
        { params: { party: name.slice(0, 63) } },
      );
    }
    await record('key-rotated', {
      peer: name,
      from: known.fingerprint,
      to: fingerprint,
      signature: Buffer.from(signature).toString('base64'),
    });
    return this.#newKey(known, certificatePem, 'its key was rotated');
  }

  async #newKey(old: Enrolled, certificatePem: string, why: string): Promise<Enrolled> {
    const { state, broken, onChange } = this.#options;
    const { fingerprint } = await state.enrolled.replaceKey(old.id, certificatePem);
    const node: Enrolled = { ...old, certificatePem, fingerprint };
    this.#nodes.set(old.id, node);
    try {
      await this.#replaced(old, node, why);
    } catch (error) {
      // Asked again, it would say that all is done.
      broken(error);
      throw error;
    }
    onChange();
    return node;
  }

  /** What was signed with the old key is void before anything else: the start of a process looks after that alone. */
  async #replaced(old: Enrolled, node: Enrolled, why: string): Promise<void> {
    const { record, onNewKey } = this.#options;
    await onNewKey(node, why);
    await record('peer-removed', { peer: old.id, fingerprint: old.fingerprint, why });
    await record('peer-enrolled', { peer: old.id, role: old.role, fingerprint: node.fingerprint });
  }

  async #kept(name: string): Promise<KeptInvite | undefined> {
    const value = await this.#options.state.meta.get(metaKey(name));
    return value === undefined ? undefined : keptInviteSchema.parse(value);
  }
}

const metaKey = (name: string): string => `invite/${name}`;

function nameTaken(name: string): NodeError {
  return new NodeError('name-taken', `${name} is enrolled here already, under a key of its own`, { params: { name } });
}
