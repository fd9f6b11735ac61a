export type { MatVecTrust, Opening } from './options.ts';
export { openMatVecOwner, type MatVecOwner, type MatVecOwnerOptions } from './owner.ts';
export { openMatVecPeer, type MatVecPeer, type MatVecPeerOptions } from './peer.ts';
