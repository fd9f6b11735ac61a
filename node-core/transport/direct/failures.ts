/** Why there is no direct connection. None of these leads to the coordinator's relay: what all signed is the only way. */
import { NodeError } from '../../errors/node-error.ts';

/** @param cause of the last try; its words are about a connection, never about data. */
export function notReached(peer: string, address: string, cause: unknown): NodeError {
  const { message = '', code = '' } = cause instanceof Error ? (cause as Error & { code?: string }) : {};
  const why = message || code;
  return new NodeError('direct-unreachable', unreached(peer, address, why === '' ? '' : ` (${why})`), {
    cause,
    params: { party: peer, address },
  });
}

function unreached(peer: string, address: string, why: string): string {
  return `${peer} cannot be reached at ${address}, the address that the project names for it${why}: see that its node runs and listens there, and that its firewall lets this node in`;
}

interface Told {
  readonly code: string;
  readonly message: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/**
 * What the coordinator and the others may hear of a failure. Why an address does not answer is for this node's owner alone:
 * a refusal, a name's IP address, another protocol would tell them what there is in the network here.
 */
export function withoutReason<E extends Told>(error: E): E {
  const { party, address } = error.params;
  if (error.code !== 'direct-unreachable' || party === undefined || address === undefined) return error;
  return { ...error, message: unreached(String(party), String(address), '') };
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
