/** A small signed project for tests: one bank, one tax bureau, a coordinator that is the helper. */
import { createIdentity, type Identity } from '../identity/identity.ts';
import type { Manifest, ManifestParty } from './manifest.ts';
import { defaultPolicy } from './policy.ts';
import { signManifest, type SignedManifest } from './signing.ts';

export interface Sample {
  readonly bank: Identity;
  readonly tax: Identity;
  readonly coordinator: Identity;
  readonly manifest: Manifest;
}

function party(identity: Identity, role: ManifestParty['role'], columns: readonly string[]): ManifestParty {
  return {
    id: identity.id,
    role,
    fingerprint: identity.fingerprint,
    certificatePem: identity.certificatePem,
    dataset: {
      name: `${identity.id}.csv`,
      rowsRounded: 20_000,
      columns: columns.map((name) => ({ name, type: 'number' })),
      id: 'uscc',
      ...(role === 'label' ? { label: 'defaulted' } : {}),
    },
  };
}

export async function sample(): Promise<Sample> {
  const [bank, tax, coordinator] = await Promise.all(['bank', 'tax', 'coordinator'].map((id) => createIdentity(id)));
  if (bank === undefined || tax === undefined || coordinator === undefined)
    throw new Error('three identities were made');
  const manifest: Manifest = {
    version: 1,
    project: 'SME credit 小微企业授信',
    profile: 'aided',
    coordinator: { id: coordinator.id, fingerprint: coordinator.fingerprint },
    parties: [party(bank, 'label', ['balance', 'limit']), party(tax, 'feature', ['vat_paid', 'invoices'])],
    models: ['scorecard'],
    join: 'inner',
    policy: { ...defaultPolicy },
    purpose: 'credit decisions on small firms',
    expires: '2030-01-01T00:00:00Z',
    runs: 3,
  };
  return { bank, tax, coordinator, manifest };
}

export function signedBy(manifest: Manifest, ...identities: readonly Identity[]): SignedManifest {
  return {
    manifest,
    signatures: Object.fromEntries(identities.map((identity) => [identity.id, signManifest(manifest, identity)])),
  };
}
