import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createIdentity } from '../identity/identity.ts';
import { authoriseJob, type JobRequest } from './authorise.ts';
import { defaultPolicy, policyExcess, policySchema, type Policy, type PolicyKnob } from './policy.ts';
import { sample, signedBy, type Sample } from './sample.test-helper.ts';
import type { SignedManifest } from './signing.ts';

const NOW = new Date('2029-06-01T00:00:00Z');
let s: Sample;
let signed: SignedManifest;
let request: JobRequest;

beforeAll(async () => {
  s = await sample();
  signed = signedBy(s.manifest, s.bank, s.tax);
  request = {
    party: 'tax',
    ownFingerprint: s.tax.fingerprint,
    profile: 'aided',
    model: 'scorecard',
    columns: { bank: ['limit'], tax: ['invoices', 'vat_paid'] },
    policy: { ...defaultPolicy },
    join: 'inner',
    helper: 'coordinator',
  };
});

describe('authoriseJob', () => {
  it('lets a job pass that the manifest allows', () => {
    expect(authoriseJob(signed, request, NOW, 0).manifest).toEqual(s.manifest);
    expect(() => authoriseJob(signed, { ...request, columns: { bank: [], tax: ['vat_paid'] } }, NOW, 2)).not.toThrow();
  });

  const cases: readonly [string, string, (r: JobRequest) => Partial<JobRequest>][] = [
    [
      'column-not-allowed',
      'an own column outside',
      () => ({ columns: { bank: [], tax: ['vat_paid', 'owner_phone'] } }),
    ],
    ['column-not-allowed', 'another party’s column outside', () => ({ columns: { bank: ['ssn'], tax: [] } })],
    ['column-not-allowed', 'the label as a column', () => ({ columns: { bank: ['defaulted'], tax: [] } })],
    ['column-not-allowed', 'the id as a column', () => ({ columns: { bank: [], tax: ['uscc'] } })],
    ['column-not-allowed', 'a split by a column that was not signed', () => ({ split: 'approval_fy' })],
    ['column-not-allowed', 'a name every object has', () => ({ columns: { bank: [], tax: ['constructor'] } })],
    ['model-not-allowed', 'another model kind', () => ({ model: 'gbdt' })],
    ['profile-not-allowed', 'another profile', () => ({ profile: 'blind', helper: undefined })],
    ['party-not-allowed', 'another helper', () => ({ helper: 'bank' })],
    ['party-not-allowed', 'no helper', () => ({ helper: undefined })],
    ['party-not-allowed', 'a party left out', () => ({ columns: { tax: ['vat_paid'] } })],
    ['party-not-allowed', 'a stranger', (r) => ({ columns: { ...r.columns, platform: [] } })],
    ['party-not-allowed', 'a node that is no party', () => ({ party: 'platform' })],
    ['fingerprint-mismatch', 'another key of our own', () => ({ ownFingerprint: 'f'.repeat(64) })],
    ['policy-not-allowed', 'the left join', () => ({ join: 'left' })],
    ['policy-not-allowed', 'smaller bins', (r) => ({ policy: { ...r.policy, minRowsPerBin: 49 } })],
    ['policy-not-allowed', 'raw columns', (r) => ({ policy: { ...r.policy, allowRawColumns: true } })],
  ];
  it.each(cases)('refuses with %s: %s', (code, _what, change) => {
    expect(() => authoriseJob(signed, { ...request, ...change(request) }, NOW, 0)).toThrow(
      expect.objectContaining({ code }) as Error,
    );
  });

  it('ends with the expiry and the last run', () => {
    expect(() => authoriseJob(signed, request, new Date(Date.parse(s.manifest.expires) - 1), 0)).not.toThrow();
    expect(() => authoriseJob(signed, request, new Date(s.manifest.expires), 0)).toThrow(
      expect.objectContaining({ code: 'manifest-expired' }) as Error,
    );
    expect(() => authoriseJob(signed, request, NOW, 3)).toThrow(
      expect.objectContaining({ code: 'runs-exhausted' }) as Error,
    );
  });

  it('does not rely on anybody else having checked the signatures', async () => {
    expect(() => authoriseJob(signedBy(s.manifest, s.tax), request, NOW, 0)).toThrow(
      expect.objectContaining({ code: 'manifest-unsigned' }) as Error,
    );
    const wider = { ...s.manifest, models: ['scorecard', 'gbdt'] };
    expect(() => authoriseJob({ ...signed, manifest: wider }, { ...request, model: 'gbdt' }, NOW, 0)).toThrow(
      expect.objectContaining({ code: 'manifest-tampered' }) as Error,
    );
    // Somebody else's own project under our name: signed by its parties, but not with our key.
    const impostor = await createIdentity('tax');
    const parties = s.manifest.parties.map((party) =>
      party.id === 'tax'
        ? { ...party, fingerprint: impostor.fingerprint, certificatePem: impostor.certificatePem }
        : party,
    );
    const theirs = signedBy({ ...s.manifest, parties }, s.bank, impostor);
    expect(() => authoriseJob(theirs, request, NOW, 0)).toThrow(
      expect.objectContaining({ code: 'fingerprint-mismatch' }) as Error,
    );
  });
});

describe('policyExcess', () => {
  /** Least to most disclosure, per protocols.md. */
  const ordered: { readonly [K in PolicyKnob]: readonly [Policy[K], Policy[K]] } = {
    shareWoe: [false, true],
    minRowsPerBin: [51, 50],
    minShare: [0.05, 0.01],
    allowRawColumns: [false, true],
    maxLeverage: [0.1, 0.2],
    shareContributions: ['sum', 'party'],
    shareIv: [false, true],
    minIntersection: [101, 100],
    minRowsPerNodeBin: [21, 20],
    maxTreeEquations: [5, 'off'],
    histNoise: [1.5, 'off'],
    discloseRowGradients: [false, true],
    serveQuota: [0, 1],
    allowExport: [false, true],
  };

  it.each(Object.keys(ordered) as PolicyKnob[])('knows which way %s discloses more', (knob) => {
    const [less, more] = ordered[knob];
    const at = (value: unknown): Policy => ({ ...defaultPolicy, [knob]: value }) as Policy;
    expect(policyExcess(at(less), at(more))).toEqual([knob]);
    expect(policyExcess(at(more), at(less))).toEqual([]);
    expect(policyExcess(at(less), at(less))).toEqual([]);
  });

  it('orders contributions sum, party, dimension, feature', () => {
    const levels = ['sum', 'party', 'dimension', 'feature'] as const;
    fc.assert(
      fc.property(fc.nat(3), fc.nat(3), (a, b) => {
        const at = (i: number): Policy => ({ ...defaultPolicy, shareContributions: levels[i]! });
        expect(policyExcess(at(a), at(b)).length).toBe(b > a ? 1 : 0);
      }),
    );
  });

  it('has the defaults of the design', () => {
    expect(policySchema.parse({})).toEqual(defaultPolicy);
    expect(defaultPolicy).toMatchObject({
      minRowsPerBin: 50,
      maxLeverage: 0.2,
      shareContributions: 'sum',
      minIntersection: 100,
    });
  });
});
