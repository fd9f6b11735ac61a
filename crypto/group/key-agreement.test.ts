import { describe, expect, it } from 'vitest';
import { systemCsprng } from '../rng.ts';
import { agreeKey, generateKeyPair, openOnce, publicKeyOf, sealOnce } from './key-agreement.ts';

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));
const hex = (data: Uint8Array): string => Buffer.from(data).toString('hex');

describe('key agreement', () => {
  it("has Alice's public key of RFC 7748, section 6.1", () => {
    const secretKey = bytes('77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a');
    expect(hex(publicKeyOf(secretKey))).toBe('8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a');
  });

  it('gives both ends the same key, another one for another info', () => {
    const [a, b] = [generateKeyPair(systemCsprng), generateKeyPair(systemCsprng)];
    expect(hex(agreeKey(a, b.publicKey, 'x'))).toBe(hex(agreeKey(b, a.publicKey, 'x')));
    expect(hex(agreeKey(a, b.publicKey, 'x'))).not.toBe(hex(agreeKey(a, b.publicKey, 'y')));
  });

  it('refuses keys of low order and of another length', () => {
    const a = generateKeyPair(systemCsprng);
    expect(() => agreeKey(a, new Uint8Array(32), 'x')).toThrow(expect.objectContaining({ code: 'bad-point' }));
    expect(() => agreeKey(a, new Uint8Array(31), 'x')).toThrow(expect.objectContaining({ code: 'bad-length' }));
  });
});

describe('sealOnce', () => {
  it('opens what it sealed, and nothing that was changed, cut or sealed under another key', () => {
    const key = systemCsprng.bytes(32);
    const sealed = sealOnce(key, bytes('010203'));
    expect(sealed).toHaveLength(19);
    expect(hex(openOnce(key, sealed)!)).toBe('010203');
    for (let at = 0; at < sealed.length; at++) {
      expect(
        openOnce(
          key,
          Uint8Array.from(sealed, (b, i) => (i === at ? b ^ 1 : b)),
        ),
      ).toBeUndefined();
    }
    expect(openOnce(key, sealed.subarray(0, 5))).toBeUndefined();
    expect(openOnce(systemCsprng.bytes(32), sealed)).toBeUndefined();
  });

  it('is AES-256-GCM (McGrew and Viega, test case 14: zero key, nonce and block)', () => {
    const sealed = sealOnce(new Uint8Array(32), new Uint8Array(16));
    expect(hex(sealed)).toBe('cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919');
  });
});
