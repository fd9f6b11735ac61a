/**
 * Two parties' audit logs beside each other: that each still is the log whose head the other signed, and that what one says
 * it sent the other is what the other says it received, kind by kind, by count, size and digest.
 */
import { z } from 'zod';
import { NodeError } from '../errors/node-error.ts';
import type { AuditEntry } from './chain.ts';
import { verifyAuditExport, type AuditExport, type CheckedLog } from './export.ts';

export interface ComparedJob {
  readonly job: string;
  /** Kinds of messages compared, both ways together, and what they add up to. */
  readonly kinds: number;
  readonly messages: number;
  readonly bytes: number;
}

const movedSchema = z.object({
  job: z.string(),
  attempt: z.number().optional(),
  messages: z.array(
    z.object({ peer: z.string(), kind: z.string(), messages: z.number(), bytes: z.number(), sha256: z.string() }),
  ),
});
/** They carry the heads themselves, so the log that they close cannot count them; each leaves its own entry. */
const AFTER_THE_LAST_ENTRY: ReadonlySet<string> = new Set(['audit-head', 'counter-signature']);

type Moved = z.infer<typeof movedSchema>['messages'][number];

/**
 * Only jobs that both finished are compared: of an attempt that broke off, one side may know more than the other.
 * @returns the jobs, in the order of the first log.
 * @throws NodeError `audit-broken` for a log that does not verify by itself; `audit-differs` at the first difference.
 */
export function compareAudits(a: AuditExport, b: AuditExport): readonly ComparedJob[] {
  const logs = [
    { file: a, log: verifyAuditExport(a) },
    { file: b, log: verifyAuditExport(b) },
  ] as const;
  compareHeads(logs[0], logs[1]);
  compareHeads(logs[1], logs[0]);
  const common = succeeded(a).filter((job) => succeeded(b).includes(job));
  return common.map((job) => {
    const there = compareTraffic(job, a, b);
    const back = compareTraffic(job, b, a);
    const both = [...there, ...back];
    return {
      job,
      kinds: both.length,
      messages: both.reduce((sum, { messages }) => sum + messages, 0),
      bytes: both.reduce((sum, { bytes }) => sum + bytes, 0),
    };
  });
}

interface Side {
  readonly file: AuditExport;
  readonly log: CheckedLog;
}

/** The heads of `b`'s log that `a` saw and wrote down must still be in it. */
function compareHeads(a: Side, b: Side): void {
  for (const { by, job, peerSeq, peerHash, entry } of a.log.counterSigned) {
    if (by !== b.file.node.id) continue;
    const there = b.file.entries[peerSeq - 1];
    if (there?.hash === peerHash) continue;
    throw differs(
      job,
      there === undefined
        ? `the log of ${by} ends before entry ${peerSeq}, which ${a.file.node.id} signed (its entry ${entry})`
        : `entry ${peerSeq} of ${by} is another one than ${a.file.node.id} signed (its entry ${entry})`,
    );
  }
}

function succeeded({ entries }: AuditExport): readonly string[] {
  return entries.flatMap(({ event, details }) =>
    event === 'job-finished' && details['state'] === 'succeeded' && typeof details['job'] === 'string'
      ? [details['job']]
      : [],
  );
}

function compareTraffic(job: string, from: AuditExport, to: AuditExport): readonly Moved[] {
  const sent = lastOf(job, 'sent', to.node.id, from.entries);
  const received = lastOf(job, 'received', from.node.id, to.entries);
  for (const kind of new Set([...sent.keys(), ...received.keys()])) {
    if (AFTER_THE_LAST_ENTRY.has(kind)) continue;
    const [one, other] = [sent.get(kind), received.get(kind)];
    if (one?.messages === other?.messages && one?.bytes === other?.bytes && one?.sha256 === other?.sha256) continue;
    const said = (moved: Moved | undefined): string =>
      moved === undefined ? 'none' : `${moved.messages} messages, ${moved.bytes} bytes, ${moved.sha256.slice(0, 12)}`;
    throw differs(
      job,
      `${from.node.id} says it sent ${to.node.id} of ${kind}: ${said(one)}; ${to.node.id} says it received: ${said(other)}`,
    );
  }
  return [...sent.values()].filter(({ kind }) => !AFTER_THE_LAST_ENTRY.has(kind));
}

/** Entries count from the start of a session, so the last one of the last attempt says it all. By kind. */
function lastOf(
  job: string,
  direction: 'sent' | 'received',
  peer: string,
  entries: readonly AuditEntry[],
): ReadonlyMap<string, Moved> {
  let last = new Map<string, Moved>();
  for (const { event, details } of entries) {
    // A new attempt is a new session, which counts anew.
    if (event === 'job-started' && details['job'] === job) last = new Map();
    const moved = event === direction ? movedSchema.safeParse(details) : undefined;
    if (moved?.success !== true || moved.data.job !== job) continue;
    for (const message of moved.data.messages) if (message.peer === peer) last.set(message.kind, message);
  }
  return last;
}

function differs(job: string, why: string): NodeError {
  return new NodeError('audit-differs', `job ${job}: ${why}`, { params: { job } });
}
