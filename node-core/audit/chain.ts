/**
 * The audit log's chain: each entry holds the hash of the one before, so that changing, removing or moving any entry but
 * the last shows by itself, and cutting the end shows against a head that somebody else signed (Haber and Stornetta 1991).
 */
import { createHash } from 'node:crypto';
import { NodeError } from '../errors/node-error.ts';
import { canonicalJson } from '../manifest/canonical.ts';

export const auditEvents = [
  'node-started',
  'peer-enrolled',
  'peer-removed',
  'invited',
  'key-rotated',
  'dataset-added',
  'dataset-removed',
  'proposed-manifest',
  'signed-manifest',
  'rejected-manifest',
  'active-manifest',
  'revoked-manifest',
  'refused',
  'violation',
  'job-started',
  'job-interrupted',
  'job-finished',
  'model-registered',
  'exported-model',
  'dealt-ahead',
  'used-ahead',
  'wiped-ahead',
  'sent',
  'received',
  'learned',
  'counter-signed',
  'state-restored',
] as const;

export type AuditEvent = (typeof auditEvents)[number];

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
/** Kinds, sizes, digests, names and ids; never values. */
export type AuditDetails = Readonly<Record<string, Json>>;

export interface AuditEntry {
  /** 1, 2, 3 ... */
  readonly seq: number;
  /** ISO 8601 in UTC, by this node's clock. */
  readonly at: string;
  readonly event: AuditEvent;
  readonly details: AuditDetails;
  /** Hash of the entry before; `GENESIS.hash` for the first. */
  readonly previous: string;
  /** SHA-256 of the canonical JSON of everything above, lower-case hex. */
  readonly hash: string;
}

export interface ChainHead {
  /** Number of entries. */
  readonly seq: number;
  readonly hash: string;
}

/** Head of an empty log. */
export const GENESIS: ChainHead = Object.freeze({ seq: 0, hash: '0'.repeat(64) });

function hashOf({ seq, at, event, details, previous }: Omit<AuditEntry, 'hash'>): string {
  return createHash('sha256').update(canonicalJson({ seq, at, event, details, previous })).digest('hex');
}

/** The entry that follows `head`. Pure. */
export function nextEntry(head: ChainHead, at: string, event: AuditEvent, details: AuditDetails): AuditEntry {
  const entry = { seq: head.seq + 1, at, event, details, previous: head.hash };
  return { ...entry, hash: hashOf(entry) };
}

function broken(seq: number, why: string): NodeError {
  return new NodeError('audit-broken', `the audit log is broken at entry ${seq}: ${why}`, { params: { seq } });
}

/**
 * Checks a whole log, from its first entry.
 * @param heads heads the log is known to have had, e.g. those a peer counter-signed; a cut or rewritten end misses one.
 * @returns its head.
 * @throws NodeError `audit-broken` with the first `seq` that does not fit.
 */
export function verifyChain(entries: readonly AuditEntry[], heads: readonly ChainHead[] = []): ChainHead {
  let head = GENESIS;
  for (const entry of entries) {
    const seq = head.seq + 1;
    if (entry.seq !== seq) throw broken(seq, `entry ${entry.seq} stands in its place`);
    if (entry.previous !== head.hash) throw broken(seq, 'it does not follow the entry before');
    if (entry.hash !== hashOf(entry)) throw broken(seq, 'its contents changed');
    head = { seq, hash: entry.hash };
  }
  for (const known of heads) {
    if (known.seq > entries.length)
      throw broken(entries.length + 1, `the log ends before entry ${known.seq}, which was counter-signed`);
    const there = known.seq === 0 ? GENESIS : entries[known.seq - 1];
    if (there?.hash !== known.hash) throw broken(known.seq, 'another entry was counter-signed');
  }
  return head;
}
