/** What the store below can fail at, in the words of the error catalogue. */
import { NodeError } from '../errors/node-error.ts';

/** SQLSTATE disk_full (PostgreSQL appendix A), and what the file system itself says. */
const DISK_FULL_CODES: ReadonlySet<unknown> = new Set(['53100', 'ENOSPC', 'EDQUOT']);
/** The file system's, then insufficient_privilege and read_only_sql_transaction. */
const UNWRITABLE_CODES: ReadonlySet<unknown> = new Set([
  ...['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'],
  ...['42501', '25006'],
]);

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

/** Whether this error, or what caused it, is a full disk. The embedded engine reports some only by PostgreSQL's message. */
export function isDiskFull(error: unknown): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (DISK_FULL_CODES.has(codeOf(at)) || at.message.includes('No space left on device')) return true;
  }
  return false;
}

/**
 * The named error for a failure to use `dir`, or the failure itself when it is none of ours.
 * @returns NodeError `disk-full` or `state-unwritable`, else `error` unchanged.
 */
export function stateError(error: unknown, dir: string): unknown {
  if (error instanceof NodeError) return error;
  const options = { cause: error, params: { directory: dir } };
  if (isDiskFull(error)) return new NodeError('disk-full', `no space is left for the state in ${dir}`, options);
  if (UNWRITABLE_CODES.has(codeOf(error))) {
    return new NodeError('state-unwritable', `the state in ${dir} cannot be written`, options);
  }
  return error;
}
