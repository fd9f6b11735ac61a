/** How nodes and coordinators get to know each other: invites, joining, changing keys. */
export { joinCoordinator, rotateAtCoordinator, type KnownCoordinator } from './client.ts';
export {
  checkInvite,
  encodeInvite,
  inviteExpired,
  newToken,
  nodeRoleSchema,
  parseInvite,
  sameToken,
  tokenHash,
  type Invite,
  type NodeRole,
} from './invite.ts';
export { verifyRotation, type RotationStatement } from './rotation.ts';
export { ENROL_PROTOCOL, EnrolServer, type EnrolHandler, type EnrolRequest } from './serve.ts';
