import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIdentity } from '../identity/identity.ts';
import {
  auditEvents,
  GENESIS,
  nextEntry,
  verifyChain,
  type AuditDetails,
  type AuditEntry,
  type ChainHead,
} from './chain.ts';
import { counterSign, verifyCounterSignature } from './counter-sign.ts';

const AT = '2029-01-01T00:00:00.000Z';

function chainOf(contents: readonly (readonly [AuditEntry['event'], AuditDetails])[]): AuditEntry[] {
  const entries: AuditEntry[] = [];
  let head: ChainHead = GENESIS;
  for (const [event, details] of contents) {
    const entry = nextEntry(head, AT, event, details);
    entries.push(entry);
    head = entry;
  }
  return entries;
}

const detailsArbitrary = fc.dictionary(
  fc.string({ minLength: 1, maxLength: 5 }),
  fc.oneof(fc.string(), fc.integer(), fc.boolean()),
  { maxKeys: 3 },
);
const chainArbitrary = fc
  .array(fc.tuple(fc.constantFrom(...auditEvents), detailsArbitrary), { minLength: 1, maxLength: 12 })
  .map(chainOf);

const headOf = (entries: readonly AuditEntry[]): ChainHead => ({ seq: entries.length, hash: entries.at(-1)!.hash });

describe('verifyChain', () => {
  it('accepts what nextEntry made, and an empty log', () => {
    fc.assert(
      fc.property(chainArbitrary, (entries) => {
        expect(verifyChain(entries)).toEqual(headOf(entries));
      }),
    );
    expect(verifyChain([])).toEqual(GENESIS);
  });

  it('survives JSON', () => {
    fc.assert(
      fc.property(chainArbitrary, (entries) => {
        verifyChain(JSON.parse(JSON.stringify(entries)) as AuditEntry[]);
      }),
    );
  });

  it('finds any change of any field and says where', () => {
    const changes: readonly ((entry: AuditEntry) => AuditEntry)[] = [
      (e) => ({ ...e, at: '2029-01-01T00:00:00.001Z' }),
      (e) => ({ ...e, event: e.event === 'refused' ? 'sent' : 'refused' }),
      (e) => ({ ...e, details: { ...e.details, added: 1 } }),
      (e) => ({ ...e, seq: e.seq + 1 }),
      (e) => ({ ...e, previous: e.hash }),
      (e) => ({ ...e, hash: `${e.hash.slice(1)}${e.hash[0] === '0' ? '1' : '0'}` }),
    ];
    fc.assert(
      fc.property(chainArbitrary, fc.nat(), fc.constantFrom(...changes), (entries, pick, change) => {
        const i = pick % entries.length;
        const changed = entries.with(i, change(entries[i]!));
        expect(() => verifyChain(changed)).toThrow(
          expect.objectContaining({ code: 'audit-broken', params: { seq: i + 1 } }) as Error,
        );
      }),
    );
  });

  it('finds a removed, repeated or moved entry', () => {
    fc.assert(
      fc.property(chainArbitrary, fc.nat(), fc.nat(), (entries, a, b) => {
        fc.pre(entries.length >= 2);
        const i = a % (entries.length - 1); // removing the last one is the cut below
        const j = b % entries.length;
        expect(() => verifyChain(entries.toSpliced(i, 1))).toThrow(
          expect.objectContaining({ code: 'audit-broken' }) as Error,
        );
        expect(() => verifyChain(entries.toSpliced(j, 0, entries[j]!))).toThrow(
          expect.objectContaining({ code: 'audit-broken' }) as Error,
        );
        fc.pre(i !== j);
        expect(() => verifyChain(entries.with(i, entries[j]!).with(j, entries[i]!))).toThrow(
          expect.objectContaining({ code: 'audit-broken' }) as Error,
        );
      }),
    );
  });

  it('finds a cut or rewritten end against a counter-signed head', () => {
    fc.assert(
      fc.property(chainArbitrary, fc.nat(), (entries, pick) => {
        const head = headOf(entries);
        const cut = entries.slice(0, pick % entries.length);
        expect(() => verifyChain(cut, [head])).toThrow(
          expect.objectContaining({ code: 'audit-broken', params: { seq: cut.length + 1 } }) as Error,
        );
        const rewritten = [
          ...entries.slice(0, -1),
          nextEntry(entries.at(-2) ?? GENESIS, AT, 'refused', { rewritten: true }),
        ];
        expect(() => verifyChain(rewritten, [head])).toThrow(
          expect.objectContaining({ code: 'audit-broken' }) as Error,
        );
        expect(verifyChain(entries, [GENESIS, head])).toEqual(head);
      }),
    );
  });
});

describe('counterSign', () => {
  it('binds the node, the job and the head to the signer', async () => {
    const [bank, tax] = await Promise.all([createIdentity('bank'), createIdentity('tax')]);
    const head = { node: bank.fingerprint, job: 'j1', seq: 7, hash: 'a'.repeat(64) };
    const signed = counterSign(tax, head);
    expect(signed.by).toBe(tax.fingerprint);
    expect(verifyCounterSignature(tax.certificatePem, signed)).toBe(true);
    expect(verifyCounterSignature(bank.certificatePem, signed)).toBe(false);
    for (const other of [{ node: tax.fingerprint }, { job: 'j2' }, { seq: 6 }, { hash: 'b'.repeat(64) }]) {
      expect(verifyCounterSignature(tax.certificatePem, { ...signed, head: { ...head, ...other } })).toBe(false);
    }
  });
});
