export {
  Identity,
  createIdentity,
  fingerprintOfCertificate,
  sign,
  verify,
  type TransportIdentity,
} from './identity.ts';
export { fingerprintSchema, NODE_ID_PATTERN, nodeIdSchema } from './ids.ts';
export { fingerprintWords } from './words.ts';
export { loadIdentity, openIdentity, saveIdentity, type KeyProtection } from './keystore.ts';
