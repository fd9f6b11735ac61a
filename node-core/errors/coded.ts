/** Every package's error class carries a literal `code`; this is their common shape. */
export interface Coded extends Error {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

const NAMES = new Set(['NodeError', 'ProtocolError', 'DataError', 'ModelError', 'CryptoError', 'RemoteError']);

/** One of our own errors, as against an operating system's, which also has a `code`. */
export function isCoded(error: unknown): error is Coded {
  return error instanceof Error && NAMES.has(error.name) && typeof (error as { code?: unknown }).code === 'string';
}
