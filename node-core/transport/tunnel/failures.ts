/** How a tunnel says why it cannot go on; each names the peer. */
import { ProtocolError } from '@coscore/protocols/errors.ts';

export function lostTo(peer: string, cause: unknown): ProtocolError {
  if (cause instanceof ProtocolError) return cause;
  const why = cause instanceof Error ? `: ${cause.message}` : '';
  return new ProtocolError('peer-lost', `the tunnel to ${peer} broke${why}`, { cause, params: { peer } });
}

export function awayTooLong(peer: string, ms: number): ProtocolError {
  return new ProtocolError('peer-lost', `${peer} was away for more than ${ms / 1000} s`, { params: { peer } });
}

/** The peer broke the rules, in the words of whoever noticed. */
export function violation(peer: string, cause: unknown): ProtocolError {
  const known = cause instanceof ProtocolError;
  return new ProtocolError(
    known ? cause.code : 'malformed',
    `${peer} broke the rules of the tunnel: ${known ? cause.message : 'a frame that cannot be read'}`,
    { cause, params: { peer } },
  );
}
