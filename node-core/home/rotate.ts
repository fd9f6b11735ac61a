/**
 * A new key for a node that has joined. The new key lies beside the old one until the coordinator has enrolled it, so that
 * a crash at any moment leaves a node that can be rotated again; then it takes the old one's place, of which only the
 * certificate is kept, for whoever checks old signatures.
 */
import { existsSync } from 'node:fs';
import { open, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { rotateAtCoordinator } from '../enrol/client.ts';
import { NodeError } from '../errors/node-error.ts';
import { createIdentity, type Identity } from '../identity/identity.ts';
import { loadIdentity, saveIdentity, type KeyProtection } from '../identity/keystore.ts';
import { homeIdentity, keyPath, readNodeFile } from './node-file.ts';

export interface Rotated {
  readonly old: Identity;
  readonly next: Identity;
}

/**
 * To be called while no daemon runs on the folder.
 * @throws NodeError `home-missing`; `peer-not-enrolled` before the node has joined; as `rotateAtCoordinator`.
 */
export async function rotateKey(home: string, protection: KeyProtection): Promise<Rotated> {
  const { coordinator, id } = await readNodeFile(home, 'party', 'helper');
  if (coordinator === undefined) {
    throw new NodeError('peer-not-enrolled', `${id} has joined no coordinator yet, so nobody knows its key`);
  }
  const old = await homeIdentity(home, protection);
  const next = await nextIdentity(nextPath(home), id, protection);
  await rotateAtCoordinator(coordinator, old, next);
  await writeFile(join(dirname(keyPath(home)), `retired-${old.fingerprint.slice(0, 16)}.pem`), old.certificatePem, {
    mode: 0o600,
  });
  await rename(nextPath(home), keyPath(home));
  await syncFolder(dirname(keyPath(home)));
  return { old, next };
}

const nextPath = (home: string): string => join(dirname(keyPath(home)), 'next.json');

/** The one that an interrupted rotation left, if any: the coordinator may have enrolled it already. */
async function nextIdentity(path: string, id: string, protection: KeyProtection): Promise<Identity> {
  if (existsSync(path)) return loadIdentity(path, protection.kind === 'passphrase' ? protection.passphrase : undefined);
  const next = await createIdentity(id);
  await saveIdentity(path, next, protection);
  return next;
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
