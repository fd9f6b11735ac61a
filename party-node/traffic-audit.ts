/** What left this node and what came in, into the audit log after each stage: kinds, counts, bytes and digests. */
import type { AuditLog } from '@coscore/node-core/audit/index.ts';
import type { NetworkSession } from '@coscore/node-core/transport/index.ts';

type Traffic = ReturnType<NetworkSession['traffic']>[number];

export class TrafficAudit {
  readonly #session: NetworkSession;
  readonly #audit: AuditLog;
  readonly #job: string;
  readonly #written = new Map<string, number>();

  constructor(session: NetworkSession, audit: AuditLog, job: string) {
    this.#session = session;
    this.#audit = audit;
    this.#job = job;
  }

  /** Writes every (peer, direction, kind) that moved since the last call. */
  async write(stage: string): Promise<void> {
    const moved: Record<'sent' | 'received', Traffic[]> = { sent: [], received: [] };
    for (const entry of this.#session.traffic()) {
      const key = `${entry.peer}\n${entry.direction}\n${entry.kind}`;
      if (this.#written.get(key) === entry.messages) continue;
      this.#written.set(key, entry.messages);
      moved[entry.direction].push(entry);
    }
    for (const direction of ['sent', 'received'] as const) {
      const messages = moved[direction].map(({ peer, kind, messages, bytes, sha256 }) => ({
        peer,
        kind,
        messages,
        bytes,
        sha256,
      }));
      if (messages.length > 0) await this.#audit.append(direction, { job: this.#job, stage, messages }, new Date());
    }
  }
}
