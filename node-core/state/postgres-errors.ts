/** What a PostgreSQL server can refuse a node, by SQLSTATE (PostgreSQL appendix A), in words that hold no password. */
import { NodeError } from '../errors/node-error.ts';

/** What to do about it, by code; the rest is told by its code alone, because messages may quote values. */
const REASONS: Readonly<Record<string, string>> = {
  '28P01': 'the password is wrong',
  '28000': 'the server does not accept this user from here (pg_hba.conf)',
  '3D000': 'there is no such database; create it first',
  '53300': 'the server has no connection left (max_connections)',
  '57P01': 'the server is shutting down',
  '57P02': 'the server crashed',
  '57P03': 'the server is starting up or shutting down',
  ECONNREFUSED: 'nothing listens there',
  ENOENT: 'there is no such socket',
  ENOTFOUND: 'its name is not known',
  EAI_AGAIN: 'its name cannot be looked up now',
  ETIMEDOUT: 'it did not answer in time',
  EHOSTUNREACH: 'there is no route to it',
  ENETUNREACH: 'there is no route to it',
  ECONNRESET: 'it closed the connection',
  EPIPE: 'it closed the connection',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by nobody that sslrootcert names',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by nobody that sslrootcert names',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is signed by nobody that sslrootcert names',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
};

/** Code of an error, or of the first of several tries. */
function codeOf(error: unknown): string | undefined {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return undefined;
}

/** A reason without any value of ours, for the log and the owner. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error);
  if (code !== undefined) return REASONS[code] ?? `code ${code}`;
  const message = error instanceof Error ? error.message : '';
  // Words of the pg library, which has no codes for these.
  if (message.includes('timeout')) return 'it did not answer in time';
  if (message.includes('does not support SSL')) return 'it does not speak TLS, which the URL asks for';
  if (message.includes('Connection terminated')) return 'it closed the connection';
  if (message.includes('password must be a string')) return 'it asks for a password, and the URL has none';
  return 'the connection failed';
}

/** @param where host, port and database. */
export function unreachable(where: string, error: unknown, consequence = ''): NodeError {
  const reason = reasonOf(error);
  return new NodeError('database-unreachable', `PostgreSQL at ${where} cannot be used: ${reason}${consequence}`, {
    // The library's own error may carry the connection's settings; its code is all that is kept.
    params: { where, reason },
  });
}

/**
 * A server's error as plain fields: PostgreSQL's detail line quotes the values of the row, and they would end up in a log.
 */
export function withoutRow(error: unknown): unknown {
  if (!(error instanceof Error) || !('severity' in error)) return error;
  const { code, severity } = error as { code?: unknown; severity?: unknown };
  return Object.assign(new Error(error.message), { code, severity });
}
