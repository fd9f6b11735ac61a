/** Everything a node itself can refuse or fail at: trust, manifests, peers, state, jobs. */

export const nodeErrorCodes = [
  'manifest-invalid',
  'manifest-tampered',
  'manifest-unsigned',
  'manifest-expired',
  'runs-exhausted',
  'column-not-allowed',
  'model-not-allowed',
  'profile-not-allowed',
  'policy-not-allowed',
  'tree-equations-exhausted',
  'party-not-allowed',
  'fingerprint-mismatch',
  'peer-not-enrolled',
  'invite-invalid',
  'invite-used',
  'invite-expired',
  'name-taken',
  'too-many-attempts',
  'project-revoked',
  'coordinator-unreachable',
  'direct-unreachable',
  'relay-refused',
  'peer-timeout',
  'version-mismatch',
  'state-locked',
  'state-unwritable',
  'state-newer',
  'engine-unavailable',
  'engine-changed',
  'database-unreachable',
  'backup-invalid',
  'state-not-empty',
  'state-restored',
  'key-locked',
  'key-permissions',
  'key-missing',
  'key-not-sealed',
  'audit-broken',
  'audit-differs',
  'recipe-invalid',
  'recipe-not-found',
  'job-unknown',
  'job-failed',
  'job-cancelled',
  'job-interrupted',
  'job-stuck',
  'job-not-resumable',
  'party-away',
  'report-not-here',
  'model-unknown',
  'model-not-scorable',
  'warm-start-unfit',
  'model-not-exportable',
  'serve-quota-exceeded',
  'daemon-not-running',
  'home-initialised',
  'home-missing',
  'disk-full',
  'pool-full',
  'setting-invalid',
] as const;

export type NodeErrorCode = (typeof nodeErrorCodes)[number];

export interface NodeErrorOptions {
  readonly cause?: unknown;
  /** Values for the message template of the error catalogue: counts, names and ids, never data values. */
  readonly params?: Readonly<Record<string, string | number>>;
}

export class NodeError extends Error {
  override readonly name = 'NodeError';
  readonly code: NodeErrorCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: NodeErrorCode, message: string, options: NodeErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.params = options.params ?? {};
  }
}
