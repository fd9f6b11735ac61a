/**
 * A node's whole audit log as a file that its owner may hand to another party or to an auditor: it proves itself, given the
 * certificates in it, whose fingerprints are compared by words like any other.
 */
import { z } from 'zod';
import { NodeError } from '../errors/node-error.ts';
import { fingerprintOfCertificate } from '../identity/identity.ts';
import { fingerprintSchema, nodeIdSchema } from '../identity/ids.ts';
import { auditEvents, verifyChain, type AuditDetails, type AuditEntry, type ChainHead } from './chain.ts';
import { verifyCounterSignature } from './counter-sign.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const entrySchema = z.strictObject({
  seq: z.int().min(1),
  at: z.string(),
  event: z.enum(auditEvents),
  details: z.record(z.string(), z.json()),
  previous: hash,
  hash,
});

const exportSchema = z.strictObject({
  format: z.literal('coscore-audit-1'),
  exportedAt: z.string(),
  node: z.strictObject({ id: nodeIdSchema, fingerprint: fingerprintSchema }),
  /** Certificates of every key that this node or a peer of it has signed with, as far as it knows. */
  certificates: z.array(z.string().max(8192)).max(1000),
  entries: z.array(entrySchema),
});
export type AuditExport = Omit<z.infer<typeof exportSchema>, 'entries'> & { readonly entries: readonly AuditEntry[] };

/** @throws NodeError `audit-broken` (at entry 0) when it is not such a file. */
export function parseAuditExport(text: string): AuditExport {
  try {
    const parsed = exportSchema.parse(JSON.parse(text));
    return {
      ...parsed,
      entries: parsed.entries.map((entry) => ({ ...entry, details: entry.details as AuditDetails })),
    };
  } catch (cause) {
    throw new NodeError('audit-broken', 'this is not an audit log as `coscore audit export` writes it', {
      cause,
      params: { seq: 0 },
    });
  }
}

/** What a peer signed of this log, as the entry `counter-signed` keeps it. */
const counterSignedSchema = z.object({
  job: z.string(),
  seq: z.number(),
  hash,
  by: nodeIdSchema,
  signature: z.string(),
  peerSeq: z.number(),
  peerHash: hash,
});
export type CounterSigned = z.infer<typeof counterSignedSchema>;

export interface CheckedLog {
  readonly head: ChainHead;
  /** With the fingerprint of the key that signed. */
  readonly counterSigned: readonly (CounterSigned & { readonly byFingerprint: string; readonly entry: number })[];
}

/**
 * Checks the chain and every counter-signature under it.
 * @throws NodeError `audit-broken` with the first entry that does not fit.
 */
export function verifyAuditExport({ node, certificates, entries }: AuditExport): CheckedLog {
  verifyChain(entries);
  const counterSigned = entries.flatMap(({ seq, event, details }) => {
    if (event !== 'counter-signed') return [];
    const parsed = counterSignedSchema.safeParse(details);
    if (!parsed.success) throw broken(seq, 'its counter-signature is not one');
    const certificate = certificates.find((candidate) => signed(candidate, ownKeysOf(node, certificates), parsed.data));
    if (certificate === undefined) throw broken(seq, `${parsed.data.by} did not sign what it says`);
    return [{ ...parsed.data, entry: seq, byFingerprint: fingerprintOfCertificate(certificate) }];
  });
  return { head: verifyChain(entries, counterSigned), counterSigned };
}

/** This node's own keys: the present one and, after rotations, those before, of which nothing tells whose they are but the signature. */
function ownKeysOf(node: AuditExport['node'], certificates: readonly string[]): readonly string[] {
  return [...new Set([node.fingerprint, ...certificates.map(fingerprintOfCertificate)])];
}

function signed(
  certificatePem: string,
  owners: readonly string[],
  { job, seq, hash: at, signature }: CounterSigned,
): boolean {
  const by = fingerprintOfCertificate(certificatePem);
  return owners.some(
    (node) =>
      node !== by && verifyCounterSignature(certificatePem, { head: { node, job, seq, hash: at }, by, signature }),
  );
}

function broken(seq: number, why: string): NodeError {
  return new NodeError('audit-broken', `the audit log is broken at entry ${seq}: ${why}`, { params: { seq } });
}
