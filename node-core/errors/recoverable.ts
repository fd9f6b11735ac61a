/**
 * Which failures a further attempt may cure: those that only say that somebody was not there. Everything else would come
 * again, or is somebody's decision, and ends the job. One table for the coordinator and every node.
 */
export const recoverableCodes = [
  'peer-lost',
  'peer-timeout',
  'party-away',
  'coordinator-unreachable',
  // The coordinator relays only for the attempt that it ordered last.
  'relay-refused',
  // A session that was closed because its attempt ended; an owner's own cancel is `job-cancelled`.
  'cancelled',
  'job-interrupted',
  // Chance alone; another attempt deals other randomness.
  'share-accident',
] as const;

const known: ReadonlySet<string> = new Set(recoverableCodes);

export function isRecoverable(code: string): boolean {
  return known.has(code);
}
