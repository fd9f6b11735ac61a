/** Why there is no direct connection. None of these leads to the coordinator's relay: what all signed is the only way. */
import { NodeError } from '../../errors/node-error.ts';

/** @param cause of the last try; its words are about a connection, never about data. */
export function notReached(peer: string, address: string, cause: unknown): NodeError {
  const { message = '', code = '' } = cause instanceof Error ? (cause as Error & { code?: string }) : {};
  const why = message || code;
  return new NodeError(
    'direct-unreachable',
    `${peer} cannot be reached at ${address}, the address that the project names for it${why === '' ? '' : ` (${why})`}: see that its node runs and listens there, and that its firewall lets this node in`,
    { cause, params: { party: peer, address } },
  );
}

/** @param named by the project for this node. @param own what this node says its address is, if it listens at all */
export function notListening(named: string, own: string | undefined): NodeError {
  const now = own === undefined ? 'and it does not listen for peers' : `and its address is ${own}`;
  return new NodeError(
    'direct-unreachable',
    `the project names ${named} as the address of this node, ${now}: set it with \`coscore party listen\` and start the node again, or have a project proposed without it`,
    { params: { address: named } },
  );
}
