import { beforeAll, describe, expect, it } from 'vitest';
import { createIdentity, type Identity } from '../identity/identity.ts';
import { GENESIS, nextEntry, type AuditDetails, type AuditEntry, type AuditEvent, type ChainHead } from './chain.ts';
import { compareAudits } from './compare.ts';
import { counterSign } from './counter-sign.ts';
import { parseAuditExport, verifyAuditExport, type AuditExport } from './export.ts';

const AT = '2029-01-01T00:00:00.000Z';
type Event = readonly [AuditEvent, AuditDetails];

const chain = (events: readonly Event[]): AuditEntry[] => {
  const entries: AuditEntry[] = [];
  for (const [event, details] of events)
    entries.push(nextEntry((entries.at(-1) as ChainHead | undefined) ?? GENESIS, AT, event, details));
  return entries;
};

let bank: Identity;
let tax: Identity;
beforeAll(async () => {
  [bank, tax] = await Promise.all([createIdentity('bank'), createIdentity('tax')]);
});

const moved = (peer: string, kind: string, bytes: number, sha256 = 'ab'.repeat(32)): AuditDetails => ({
  job: 'j1',
  stage: 'train',
  messages: [{ peer, kind, messages: 2, bytes, sha256 }],
});
const started: Event = ['job-started', { job: 'j1', attempt: 1 }];
const finished: Event = ['job-finished', { job: 'j1', state: 'succeeded' }];

/** Both parties' logs after a job: what each moved, heads signed by the other. */
function logs(bankMoved: readonly Event[], taxMoved: readonly Event[]): [AuditExport, AuditExport] {
  const before = { bank: chain([started, ...bankMoved]), tax: chain([started, ...taxMoved]) };
  const head = (entries: readonly AuditEntry[]): ChainHead => ({ seq: entries.length, hash: entries.at(-1)!.hash });
  const complete = (own: Identity, peer: Identity, entries: AuditEntry[], theirs: AuditEntry[]): AuditExport => {
    const [mine, other] = [head(entries), head(theirs)];
    const { signature } = counterSign(peer, { node: own.fingerprint, job: 'j1', ...mine });
    const signed = { job: 'j1', ...mine, by: peer.id, signature, peerSeq: other.seq, peerHash: other.hash };
    const counterSigned = nextEntry(mine, AT, 'counter-signed', signed);
    return {
      format: 'coscore-audit-1',
      exportedAt: AT,
      node: { id: own.id, fingerprint: own.fingerprint },
      certificates: [own.certificatePem, peer.certificatePem],
      entries: [...entries, counterSigned, nextEntry(counterSigned, AT, ...finished)],
    };
  };
  return [complete(bank, tax, before.bank, before.tax), complete(tax, bank, before.tax, before.bank)];
}

const honest = (): [AuditExport, AuditExport] =>
  logs(
    [
      ['sent', moved('tax', 'delta', 800)],
      ['received', moved('tax', 'sums', 64)],
    ],
    [
      ['received', moved('bank', 'delta', 800)],
      ['sent', moved('bank', 'sums', 64)],
    ],
  );
const broken = expect.objectContaining({ code: 'audit-broken' }) as Error;
const differs = expect.objectContaining({ code: 'audit-differs' }) as Error;

describe('an exported log', () => {
  it('proves itself, also after a trip through a file', () => {
    const [file] = honest();
    const read = parseAuditExport(JSON.stringify(file));
    expect(verifyAuditExport(read).counterSigned).toMatchObject([{ by: 'tax', byFingerprint: tax.fingerprint }]);
    expect(() => parseAuditExport('{"entries":[]}')).toThrow(broken);
    expect(() => parseAuditExport('nothing')).toThrow(broken);
  });

  it('does not when an entry is changed, or a signature is of somebody else', async () => {
    const [file] = honest();
    const changed = { ...file.entries[1]!, details: moved('tax', 'delta', 801) };
    expect(() => verifyAuditExport({ ...file, entries: file.entries.with(1, changed) })).toThrow(broken);
    const stranger = await createIdentity('tax');
    expect(() => verifyAuditExport({ ...file, certificates: [bank.certificatePem, stranger.certificatePem] })).toThrow(
      broken,
    );
  });
});

describe('compareAudits', () => {
  it('agrees on honest logs and says how much it compared', () => {
    expect(compareAudits(...honest())).toEqual([{ job: 'j1', kinds: 2, messages: 4, bytes: 864 }]);
  });

  it('counts an attempt anew', () => {
    const again: Event = ['job-started', { job: 'j1', attempt: 2 }];
    const [a, b] = logs(
      [['sent', moved('tax', 'delta', 300)], again, ['sent', moved('tax', 'delta', 800)]],
      [again, ['received', moved('bank', 'delta', 800)]],
    );
    expect(compareAudits(a, b)).toMatchObject([{ bytes: 800 }]);
  });

  it.each([
    ['sizes', 'delta', 808, 'ab'],
    ['digests', 'delta', 800, 'cd'],
    ['kinds', 'delta-2', 800, 'ab'],
  ])('finds other %s', (_what, kind, size, digest) => {
    const [a, b] = logs(
      [['sent', moved('tax', 'delta', 800)]],
      [['received', moved('bank', kind, size, digest.repeat(32))]],
    );
    expect(() => compareAudits(a, b)).toThrow(differs);
    expect(() => compareAudits(b, a)).toThrow(differs);
  });

  it('finds a log that was written anew after the other signed it', () => {
    const [a] = honest();
    const [, rewritten] = logs(
      [
        ['sent', moved('tax', 'delta', 800)],
        ['received', moved('tax', 'sums', 64)],
      ],
      [
        ['received', moved('bank', 'delta', 800)],
        ['sent', moved('bank', 'sums', 65)],
      ],
    );
    expect(() => compareAudits(a, rewritten)).toThrow(differs);
  });

  it('finds a log whose end was cut off', () => {
    const [a, b] = honest();
    const cut = { ...b, entries: b.entries.slice(0, 2) };
    expect(() => verifyAuditExport(cut)).not.toThrow();
    expect(() => compareAudits(a, cut)).toThrow(/ends before entry 3/);
  });
});
