import { describe, expect, it } from 'vitest';
import { addressSchema, dialAddressSchema, joinAddress, splitAddress } from './address.ts';

describe('an address', () => {
  it.each([
    ['bank.example.org:7444', 'bank.example.org', 7444],
    ['10.0.0.7:1', '10.0.0.7', 1],
    ['[2001:db8::7]:7444', '2001:db8::7', 7444],
  ])('%s is a host and a port', (address, host, port) => {
    expect(dialAddressSchema.parse(address)).toBe(address);
    expect(splitAddress(address)).toEqual({ host, port });
    expect(joinAddress(host, port)).toBe(address);
  });

  it.each([
    'bank',
    'bank:',
    ':7444',
    'bank:99999',
    'https://bank:1',
    '2001:db8::7:7444',
    '[1::2::3]:1',
    '[::1%eth0]:1',
    'a b:1',
    'bank:1\n',
  ])('is not %j', (text) => expect(addressSchema.safeParse(text).success).toBe(false));

  it.each([
    '0.0.0.0:7444',
    '[::]:7444',
    '[0:0:0:0:0:0:0:0]:7444',
    '[::ffff:0.0.0.0]:7444',
    '0:7444',
    'bank:0',
    'bank:00',
  ])('of a listener alone cannot be dialled: %s', (text) => {
    expect(addressSchema.safeParse(text).success).toBe(true);
    expect(dialAddressSchema.safeParse(text).success).toBe(false);
  });
});
