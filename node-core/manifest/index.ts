export { authoriseJob, type JobRequest } from './authorise.ts';
export { describeManifest } from './describe.ts';
export { canonicalJson, digestOf } from './canonical.ts';
export {
  datasetSchema,
  directPair,
  directPairs,
  directPeers,
  helperOf,
  manifestPartySchema,
  manifestSchema,
  partyOf,
  reachable,
  type DirectAddressPair,
  type Join,
  type Manifest,
  type ManifestDataset,
  type ManifestParty,
  type NodeReference,
  type Profile,
} from './manifest.ts';
export {
  defaultPolicy,
  manifestPolicySchema,
  policyExcess,
  policySchema,
  type Policy,
  type PolicyKnob,
} from './policy.ts';
export { manifestDigest, parseManifest, signManifest, verifySignedManifest, type SignedManifest } from './signing.ts';
