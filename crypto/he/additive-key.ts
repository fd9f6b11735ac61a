/** Fresh keys of the additive schemes: a public half for peers, a secret half that only the engines below open. */
import type { Csprng } from '../rng.ts';
import { Secret } from '../secret.ts';
import type { AdditivePrivateKey } from './additive-ops.ts';
import type { AdditivePublicKey, AdditiveSchemeName } from './additive-scheme.ts';
import { makeOkamotoUchiyamaKey } from './okamoto-uchiyama.ts';
import { makePaillierKey } from './paillier.ts';

export interface AdditiveKeyPair {
  readonly publicKey: AdditivePublicKey;
  readonly privateKey: Secret<AdditivePrivateKey>;
}

/** Takes about a second. */
export async function makeAdditiveKey(scheme: AdditiveSchemeName, csprng: Csprng): Promise<AdditiveKeyPair> {
  const key = scheme === 'paillier' ? await makePaillierKey(csprng) : await makeOkamotoUchiyamaKey(csprng);
  const { n, g, h } = key;
  return { publicKey: { scheme, n, g, h }, privateKey: new Secret(key) };
}
