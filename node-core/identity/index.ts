export {
  Identity,
  createIdentity,
  fingerprintOfCertificate,
  sign,
  verify,
  type TransportIdentity,
} from './identity.ts';
export { addressSchema, dialAddressSchema, joinAddress, splitAddress } from './address.ts';
export { fingerprintSchema, NODE_ID_PATTERN, nodeIdSchema } from './ids.ts';
export { fingerprintWords } from './words.ts';
export { loadIdentity, openIdentity, saveIdentity, type KeyProtection } from './keystore.ts';
