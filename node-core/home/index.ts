/** A node's folder: what lies in it besides its state, and what may be done to it while no daemon runs. */
export { adoptHome } from './adopt.ts';
export {
  findNodeFile,
  homeIdentity,
  initHome,
  keyPath,
  keyProtection,
  readNodeFile,
  writeNodeFile,
  type DirectAddresses,
  type MemberFile,
  type NodeFile,
  type NodeKind,
} from './node-file.ts';
export { rotateKey, type Rotated } from './rotate.ts';
