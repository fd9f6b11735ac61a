/**
 * `node.json` in a node's folder: what it is, and which coordinator its owner chose. Commands may write it while no daemon
 * runs; the daemon reads it when it starts. No secret is in it, but what is in it decides whom the node dials.
 */
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Secret } from '@coscore/crypto/secret.ts';
import { z } from 'zod';
import { NodeError } from '../errors/node-error.ts';
import { addressSchema, dialAddressSchema } from '../identity/address.ts';
import { createIdentity, type Identity } from '../identity/identity.ts';
import { fingerprintSchema, nodeIdSchema } from '../identity/ids.ts';
import { loadIdentity, saveIdentity, type KeyProtection } from '../identity/keystore.ts';

const coordinatorSchema = z.strictObject({
  id: nodeIdSchema,
  address: addressSchema,
  fingerprint: fingerprintSchema,
  certificatePem: z.string().max(8192),
});

const nodeFileSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    version: z.literal(1),
    kind: z.literal('coordinator'),
    id: nodeIdSchema,
    /** Where it listens, and the address that others dial it at. */
    listen: addressSchema,
    address: addressSchema,
  }),
  z.strictObject({
    version: z.literal(1),
    kind: z.enum(['party', 'helper']),
    id: nodeIdSchema,
    /** Absent until the node has joined one. */
    coordinator: coordinatorSchema.optional(),
    /** Where other parties may connect directly; absent where the node only dials out. */
    direct: z.strictObject({ listen: addressSchema, address: dialAddressSchema }).optional(),
  }),
]);

export type NodeFile = z.infer<typeof nodeFileSchema>;
export type NodeKind = NodeFile['kind'];
export type MemberFile = Extract<NodeFile, { kind: 'party' | 'helper' }>;
/** `listen` is on the node's own machine, `address` what the others dial. */
export type DirectAddresses = NonNullable<MemberFile['direct']>;

export const keyPath = (home: string): string => join(resolve(home), 'identity', 'key.json');
const filePath = (home: string): string => join(resolve(home), 'node.json');

/** Encrypted where a passphrase is given, else a file that only its owner can read. */
export function keyProtection(passphrase: string | undefined): KeyProtection {
  return passphrase === undefined ? { kind: 'key-file' } : { kind: 'passphrase', passphrase: new Secret(passphrase) };
}

/**
 * A new folder for one node: its key, and the file that says what it is.
 * @throws NodeError `home-initialised` when there is a node in it already; `recipe-invalid` for a name that is none.
 */
export async function initHome(home: string, file: NodeFile, protection: KeyProtection): Promise<Identity> {
  if (existsSync(filePath(home)) || existsSync(keyPath(home))) {
    throw new NodeError('home-initialised', `there is a node in ${resolve(home)} already`, { params: { home } });
  }
  const identity = await createIdentity(file.id);
  await mkdir(join(resolve(home), 'identity'), { recursive: true, mode: 0o700 });
  await saveIdentity(keyPath(home), identity, protection);
  await writeNodeFile(home, file);
  return identity;
}

/** Replaces it whole: on disk when this returns. */
export async function writeNodeFile(home: string, file: NodeFile): Promise<void> {
  const temporary = `${filePath(home)}.new`;
  const handle = await open(temporary, 'w', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(nodeFileSchema.parse(file), null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, filePath(home));
}

/** @returns undefined when there is none: a folder of a lab, or an empty one. @throws NodeError `home-missing` when it cannot be read. */
export async function findNodeFile(home: string): Promise<NodeFile | undefined> {
  let text: string;
  try {
    text = await readFile(filePath(home), 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw new NodeError('home-missing', `${filePath(home)} cannot be read`, { cause, params: { home } });
  }
  try {
    return nodeFileSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new NodeError('home-missing', `${filePath(home)} is not a file that this version can read`, {
      cause,
      params: { home },
    });
  }
}

/** @throws NodeError `home-missing` when the folder holds no node of these kinds. */
export async function readNodeFile<K extends NodeKind>(
  home: string,
  ...kinds: readonly K[]
): Promise<Extract<NodeFile, { kind: K }>> {
  const file = await findNodeFile(home);
  if (file === undefined)
    throw new NodeError('home-missing', `there is no node in ${resolve(home)}`, { params: { home } });
  if (!(kinds as readonly NodeKind[]).includes(file.kind)) {
    throw new NodeError(
      'home-missing',
      `${resolve(home)} is of the ${file.kind} ${file.id}, not of a ${kinds.join(' or ')}`,
      {
        params: { home },
      },
    );
  }
  return file as Extract<NodeFile, { kind: K }>;
}

/** The key of an initialised folder. @throws NodeError as `loadIdentity`. */
export async function homeIdentity(home: string, protection: KeyProtection): Promise<Identity> {
  return loadIdentity(keyPath(home), protection.kind === 'passphrase' ? protection.passphrase : undefined);
}
