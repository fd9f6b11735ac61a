import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createIdentity } from '../identity/identity.ts';
import { canonicalJson, digestOf } from './canonical.ts';
import { describeManifest } from './describe.ts';
import { directPair, directPairs, helperOf, type Manifest } from './manifest.ts';
import { sample, signedBy, type Sample } from './sample.test-helper.ts';
import { manifestDigest, parseManifest, signManifest, verifySignedManifest } from './signing.ts';

let s: Sample;
beforeAll(async () => {
  s = await sample();
});

const refusal = (code: string): unknown => expect.objectContaining({ code });

/** Deep copy with the value at `path` replaced. */
function withValue(value: unknown, path: readonly (string | number)[], change: (old: unknown) => unknown): unknown {
  const copy: unknown = structuredClone(value);
  let at = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  const last = path.at(-1)!;
  at[last] = change(at[last]);
  return copy;
}

function leaves(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, child]) =>
    leaves(child, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

describe('canonicalJson (RFC 8785)', () => {
  it('is the example of section 3.2.2', () => {
    const value = {
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts by UTF-16 code units and does not depend on the order of keys', () => {
    expect(canonicalJson({ '\ufb33': 1, '\u{1f600}': 2, '\u20ac': 3, '1': 4 })).toBe(
      '{"1":4,"\u20ac":3,"\u{1f600}":2,"\ufb33":1}',
    );
    expect(digestOf({ a: 1, b: [{ c: 2, d: 3 }] })).toBe(digestOf({ b: [{ d: 3, c: 2 }], a: 1 }));
  });

  it.each([[undefined], [{ a: NaN }], [() => 1]])('refuses %s', (value) => {
    expect(() => canonicalJson(value)).toThrow(refusal('manifest-invalid') as Error);
  });
});

describe('parseManifest', () => {
  it('keeps a valid manifest as it is, through JSON too', () => {
    expect(parseManifest(JSON.parse(JSON.stringify(s.manifest)))).toEqual(s.manifest);
  });

  const cases: readonly [string, (m: Manifest) => unknown, string][] = [
    ['an unknown key', (m) => ({ ...m, extra: 1 }), ''],
    ['a knob left out', (m) => ({ ...m, policy: { ...m.policy, shareIv: undefined } }), 'policy.shareIv'],
    ['an unknown knob', (m) => ({ ...m, policy: { ...m.policy, shareAll: true } }), 'policy'],
    ['a single party', (m) => ({ ...m, parties: m.parties.slice(0, 1) }), 'parties'],
    ['two label parties', (m) => withValue(m, ['parties', 1, 'role'], () => 'label'), 'parties'],
    [
      'a label at a feature party',
      (m) => withValue(m, ['parties', 1, 'dataset', 'label'], () => 'y'),
      'parties.1.dataset.label',
    ],
    [
      'a label among the columns',
      (m) => withValue(m, ['parties', 0, 'dataset', 'label'], () => 'limit'),
      'parties.0.dataset.columns',
    ],
    ['the same name twice', (m) => withValue(m, ['parties', 1, 'id'], () => 'bank'), 'parties'],
    [
      'a party as coordinator',
      (m) => ({ ...m, coordinator: { id: 'x', fingerprint: m.parties[1]!.fingerprint } }),
      'parties',
    ],
    ['a party as helper', (m) => ({ ...m, helper: { id: 'tax', fingerprint: m.parties[1]!.fingerprint } }), 'parties'],
    ['a helper in blind', (m) => ({ ...m, profile: 'blind', helper: m.coordinator }), 'helper'],
    ['an escape sequence in a name', (m) => ({ ...m, purpose: 'fine\u001b[2J' }), 'purpose'],
    [
      'a right-to-left override',
      (m) => withValue(m, ['parties', 1, 'dataset', 'columns', 0, 'name'], () => 'a\u202eb'),
      'parties.1.dataset.columns.0.name',
    ],
    [
      'an address that nobody else can dial',
      (m) => withValue(m, ['parties', 0, 'address'], () => '0.0.0.0:7444'),
      'parties.0.address',
    ],
    ['an address without a port', (m) => withValue(m, ['parties', 0, 'address'], () => 'bank'), 'parties.0.address'],
    ['one address for two', (m) => ({ ...m, parties: m.parties.map((p) => ({ ...p, address: 'x:1' })) }), 'parties'],
    [
      'an address of the coordinator as helper',
      (m) => ({ ...m, helper: { ...m.coordinator, address: 'x:1' } }),
      'helper.address',
    ],
    ['no time zone in the expiry', (m) => ({ ...m, expires: '2030-01-01T00:00:00' }), 'expires'],
    ['no runs', (m) => ({ ...m, runs: 0 }), 'runs'],
  ];
  it.each(cases)('refuses %s', (_what, change, field) => {
    expect(() => parseManifest(change(s.manifest))).toThrow(
      expect.objectContaining({
        code: 'manifest-invalid',
        params: expect.objectContaining({ field }) as object,
      }) as Error,
    );
  });

  it('names the helper: the coordinator unless another is given, nobody in blind', () => {
    expect(helperOf(s.manifest)?.id).toBe('coordinator');
    expect(helperOf({ ...s.manifest, helper: { id: 'notary', fingerprint: 'a'.repeat(64) } })?.id).toBe('notary');
    expect(helperOf({ ...s.manifest, profile: 'blind' })).toBeUndefined();
  });
});

describe('verifySignedManifest', () => {
  it('accepts what everybody signed, in any key order', () => {
    const signed = signedBy(s.manifest, s.bank, s.tax);
    const reordered = Object.fromEntries(Object.entries(s.manifest).reverse());
    expect(verifySignedManifest({ ...signed, manifest: reordered }).manifest).toEqual(s.manifest);
  });

  it('names the party that has not signed', () => {
    expect(() => verifySignedManifest(signedBy(s.manifest, s.bank))).toThrow(
      expect.objectContaining({ code: 'manifest-unsigned', params: { party: 'tax' } }) as Error,
    );
  });

  it('does not take one party’s signature for another’s', () => {
    const { signatures } = signedBy(s.manifest, s.bank, s.tax);
    const swapped = { manifest: s.manifest, signatures: { bank: signatures['tax'], tax: signatures['bank'] } };
    expect(() => verifySignedManifest(swapped)).toThrow(refusal('manifest-tampered') as Error);
  });

  it('refuses any changed leaf of the manifest', () => {
    const signed = signedBy(s.manifest, s.bank, s.tax);
    const change = (old: unknown): unknown => {
      if (typeof old === 'number') return old + 1;
      if (typeof old === 'boolean') return !old;
      return `${String(old)}x`;
    };
    fc.assert(
      fc.property(fc.constantFrom(...leaves(s.manifest)), (path) => {
        const manifest = withValue(s.manifest, path, change);
        expect(() => verifySignedManifest({ ...signed, manifest })).toThrow(
          expect.objectContaining({
            code: expect.stringMatching(
              /^(manifest-tampered|manifest-invalid|manifest-unsigned|fingerprint-mismatch)$/,
            ) as string,
          }) as Error,
        );
      }),
    );
  });

  it('calls a valid but changed manifest tampered', () => {
    const signed = signedBy(s.manifest, s.bank, s.tax);
    for (const path of [['runs'], ['purpose'], ['policy', 'minRowsPerBin'], ['parties', 0, 'dataset', 'rowsRounded']]) {
      const manifest = withValue(s.manifest, path, (old) => (typeof old === 'number' ? old + 1 : `${String(old)}!`));
      expect(() => verifySignedManifest({ ...signed, manifest })).toThrow(refusal('manifest-tampered') as Error);
    }
  });

  it('refuses a certificate of another key', async () => {
    const other = await createIdentity('tax');
    const manifest = withValue(s.manifest, ['parties', 1, 'certificatePem'], () => other.certificatePem) as Manifest;
    const signed = {
      manifest,
      signatures: { bank: signManifest(manifest, s.bank), tax: signManifest(manifest, s.tax) },
    };
    expect(() => verifySignedManifest(signed)).toThrow(refusal('fingerprint-mismatch') as Error);
  });

  it.each([[null], [[]], [{ bank: 'short' }], [{ bank: 7 }]])('refuses the signatures %j', (signatures) => {
    expect(() => verifySignedManifest({ manifest: s.manifest, signatures })).toThrow(
      refusal('manifest-invalid') as Error,
    );
  });
});

describe('addresses', () => {
  const addressed = (...addresses: readonly (string | undefined)[]): Manifest => ({
    ...s.manifest,
    parties: s.manifest.parties.map((party, i) =>
      addresses[i] === undefined ? party : { ...party, address: addresses[i] },
    ),
  });
  const helper = { id: 'dealer', fingerprint: 'a'.repeat(64), address: 'dealer.example.org:7444' };

  it('connect every two that name one, the helper among them, and nobody else', () => {
    expect(directPairs(s.manifest)).toEqual([]);
    expect(directPairs(addressed('bank.example.org:1'))).toEqual([]);
    const two = addressed('bank.example.org:1', '[2001:db8::1]:2');
    expect(directPairs(two)).toEqual([['bank', 'tax']]);
    expect(directPair(two, 'tax', 'bank')).toEqual({ own: '[2001:db8::1]:2', peer: 'bank.example.org:1' });
    expect(directPair(two, 'tax', 'coordinator')).toBeUndefined();
    const three = parseManifest({ ...addressed(undefined, 'tax.example.org:2'), helper });
    expect(directPairs(three)).toEqual([['tax', 'dealer']]);
    expect(directPair(three, 'bank', 'tax')).toBeUndefined();
  });

  it('are signed like everything else', () => {
    const two = addressed('bank.example.org:1', 'tax.example.org:2');
    const signed = signedBy(two, s.bank, s.tax);
    expect(verifySignedManifest(signed).manifest).toEqual(two);
    for (const manifest of [s.manifest, addressed('bank.example.org:1'), addressed('bank.example.org:1', 'spy:2')])
      expect(() => verifySignedManifest({ ...signed, manifest })).toThrow(refusal('manifest-tampered') as Error);
  });

  it('names every address of a direct connection in the text that all sign', () => {
    const said = (manifest: Manifest, lang: 'en' | 'zh'): string => describeManifest(manifest, 'bank', lang).join('\n');
    const three = { ...addressed('bank.example.org:1', 'tax.example.org:2'), helper };
    for (const lang of ['en', 'zh'] as const)
      for (const address of ['bank.example.org:1', 'tax.example.org:2', helper.address])
        expect(said(three, lang)).toContain(address);
    expect(said(three, 'en')).toContain('Connected with each other directly');
    expect(said(three, 'zh')).toContain('直接连接，不经协调方');
    expect(said(addressed('bank.example.org:1'), 'en')).toContain('nobody else names one');
    expect(said(addressed('bank.example.org:1'), 'zh')).toContain('全部经协调方连接');
    expect(said(s.manifest, 'en')).not.toMatch(/directly|address/);
  });
});

describe('signManifest', () => {
  it('is only for parties, and only with the key that is named', async () => {
    expect(() => signManifest(s.manifest, s.coordinator)).toThrow(refusal('party-not-allowed') as Error);
    const impostor = await createIdentity('bank');
    expect(() => signManifest(s.manifest, impostor)).toThrow(refusal('fingerprint-mismatch') as Error);
  });

  it('gives every manifest its own digest', () => {
    expect(manifestDigest(s.manifest)).toMatch(/^[0-9a-f]{64}$/);
    expect(manifestDigest({ ...s.manifest, runs: 4 })).not.toBe(manifestDigest(s.manifest));
  });
});

describe('describeManifest', () => {
  it.each(['en', 'zh'] as const)('says who gives which columns, what for and how long (%s)', (lang) => {
    const text = describeManifest(s.manifest, 'bank', lang).join('\n');
    for (const part of [
      'vat_paid',
      'invoices',
      'balance',
      'defaulted',
      'credit decisions on small firms',
      '2030-01-01',
      'coordinator',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('says that applicants may be scored, where they may', () => {
    const policy = { ...s.manifest.policy, serveQuota: 700 };
    const said = (manifest: Manifest): string => describeManifest(manifest, 'bank', 'en').join('\n');
    const serving = said({ ...s.manifest, models: ['scorecard', 'score'], policy });
    expect(serving).toContain('bank may have up to 700 applicants a day scored');
    expect(serving).toContain('Models that may be trained: scorecard.');
    expect(said({ ...s.manifest, policy })).not.toContain('applicants');
    expect(said({ ...s.manifest, models: ['scorecard', 'score'] })).not.toContain('applicants');
  });

  it('says that a forest may be exported, where it may', () => {
    const said = (changes: Partial<Manifest>, lang: 'en' | 'zh' = 'en'): string =>
      describeManifest({ ...s.manifest, ...changes }, 'tax', lang).join('\n');
    const allowed = { models: ['gbdt'], policy: { ...s.manifest.policy, allowExport: true } };
    expect(said(allowed)).toContain('trained: gbdt (boosted trees).');
    expect(said(allowed)).toContain('hands its cut points and category names to bank');
    expect(said(allowed, 'zh')).toContain('bank 可导出完整模型');
    for (const other of [{ models: ['gbdt'] }, { ...allowed, models: ['scorecard'] }])
      expect(said(other)).not.toContain('cut points');
  });

  it('shows every knob that is not the default', () => {
    const policy = { ...s.manifest.policy, shareContributions: 'feature', minRowsPerBin: 7 } as const;
    const text = describeManifest({ ...s.manifest, policy }, 'tax', 'en').join('\n');
    expect(text).toContain('shareContributions is feature (default sum)');
    expect(text).toContain('minRowsPerBin is 7 (default 50)');
  });
});
