/**
 * What the owner did while no daemon ran, taken over by the daemon when it starts: a coordinator that was joined, a key that
 * was changed. Both are in the node's folder; here they enter the state and the audit log.
 */
import type { AuditLog } from '../audit/log.ts';
import type { Identity } from '../identity/identity.ts';
import type { State } from '../state/open.ts';
import { z } from 'zod';
import { findNodeFile } from './node-file.ts';

const KEY = 'identity/fingerprint';

/**
 * To be called before the daemon dials.
 * @returns the fingerprint of the key that this node had when the daemon last ran, if it has another one now.
 * @throws NodeError `home-missing` when the folder's file cannot be read.
 */
export async function adoptHome(
  home: string,
  identity: Identity,
  state: State,
  audit: AuditLog,
): Promise<string | undefined> {
  await adoptCoordinator(home, state, audit);
  return adoptKey(identity, state, audit);
}

async function adoptKey(identity: Identity, state: State, audit: AuditLog): Promise<string | undefined> {
  const { id, fingerprint } = identity;
  const before = z
    .string()
    .optional()
    .parse(await state.meta.get(KEY));
  if (before === fingerprint) return undefined;
  if (before !== undefined) await audit.append('key-rotated', { peer: id, from: before, to: fingerprint }, new Date());
  await state.meta.put(KEY, fingerprint);
  return before;
}

async function adoptCoordinator(home: string, state: State, audit: AuditLog): Promise<void> {
  const file = await findNodeFile(home);
  const joined = file === undefined || file.kind === 'coordinator' ? undefined : file.coordinator;
  if (joined === undefined) return;
  const known = (await state.enrolled.list()).find((peer) => peer.role === 'coordinator');
  const same = known?.id === joined.id && known.fingerprint === joined.fingerprint;
  if (same && known.address === joined.address) return;
  if (known !== undefined && !same) {
    await state.enrolled.remove(known.id);
    const { id: peer, fingerprint } = known;
    await audit.append('peer-removed', { peer, fingerprint, role: 'coordinator' }, new Date());
  }
  const { id, address, certificatePem } = joined;
  const { fingerprint } = await state.enrolled.put({ id, role: 'coordinator', certificatePem, address });
  await audit.append('peer-enrolled', { peer: id, role: 'coordinator', fingerprint, address }, new Date());
}
