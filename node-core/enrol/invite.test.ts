import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkInvite, encodeInvite, newToken, parseInvite, sameToken, tokenHash, type Invite } from './invite.ts';

const invite: Invite = {
  address: 'coordinator.example.org:7443',
  coordinator: 'coordinator',
  fingerprint: 'a'.repeat(64),
  name: 'bank',
  role: 'party',
  token: newToken(),
  expires: '2030-01-01T00:00:00.000Z',
};
const invalid = expect.objectContaining({ code: 'invite-invalid' }) as Error;

describe('an invite', () => {
  it('is one line that survives e-mail, and says all that a node needs', () => {
    const line = encodeInvite(invite);
    expect(line).toMatch(/^coscore1\.[A-Za-z0-9_-]+\.[0-9a-f]{8}$/);
    expect(parseInvite(`  ${line}\r\n`)).toEqual(invite);
  });

  it('is refused when any character of it is lost, added or another', () => {
    const line = encodeInvite(invite);
    fc.assert(
      fc.property(fc.nat(line.length - 1), fc.constantFrom('', 'A', '_', '.', '7'), (at, other) => {
        fc.pre(line[at] !== other);
        const changed = line.slice(0, at) + other + line.slice(at + 1);
        expect(() => parseInvite(changed)).toThrow(invalid);
      }),
    );
    expect(() => parseInvite(line.slice(0, -20))).toThrow(invalid);
  });

  it.each(['', 'coscore2.abc.def', 'https://example.org', 'coscore1..'])('is not %j', (line) => {
    expect(() => parseInvite(line)).toThrow(invalid);
  });

  it('never quotes its token in an error', () => {
    const body = Buffer.from(JSON.stringify({ ...invite, port: 1 })).toString('base64url');
    const line = `coscore1.${body}.00000000`;
    expect(() => parseInvite(line)).toThrow(expect.not.stringContaining(invite.token));
  });

  it('is for one node, in one role, until it expires', () => {
    const before = new Date('2029-12-31T23:59:59Z');
    expect(() => checkInvite(invite, { id: 'bank', role: 'party' }, before)).not.toThrow();
    expect(() => checkInvite(invite, { id: 'tax', role: 'party' }, before)).toThrow(invalid);
    expect(() => checkInvite(invite, { id: 'bank', role: 'helper' }, before)).toThrow(invalid);
    expect(() => checkInvite(invite, { id: 'bank', role: 'party' }, new Date(invite.expires))).toThrow(
      expect.objectContaining({ code: 'invite-expired' }) as Error,
    );
  });
});

describe('a token', () => {
  it('has 128 bits and is recognised by its hash alone', () => {
    const [token, other] = [newToken(), newToken()].map((text) => Buffer.from(text, 'base64url'));
    expect(token).toHaveLength(16);
    expect(sameToken(tokenHash(token!), token!)).toBe(true);
    expect(sameToken(tokenHash(token!), other!)).toBe(false);
    expect(tokenHash(token!)).not.toContain(token!.toString('hex'));
  });
});
