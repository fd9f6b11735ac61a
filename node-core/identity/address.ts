/** Where a node listens, or is dialled: `HOST:PORT`; an IPv6 host stands in brackets. */
import { isIPv6 } from 'node:net';
import { z } from 'zod';

const FORM = 'an address is HOST:PORT, such as coordinator.example.org:7443';

export const addressSchema = z
  .string()
  .max(300)
  .regex(/^(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+):\d{1,5}$/, FORM)
  .refine((address) => !address.startsWith('[') || isIPv6(splitAddress(address).host), FORM)
  .refine((address) => splitAddress(address).port <= 65_535, 'a port is at most 65535');

/** One that means something on another machine too. */
export const dialAddressSchema = addressSchema.refine(
  (address) => !/^([0.]+|\[[0:.]*(ffff:)?[0:.]+\]):/i.test(address) && !/:0+$/.test(address),
  'nobody can dial this: name the host and port where the other institutions reach the node',
);

/** As node:net takes it: the host without brackets. */
export function splitAddress(address: string): { readonly host: string; readonly port: number } {
  const colon = address.lastIndexOf(':');
  return { host: address.slice(0, colon).replace(/^\[|\]$/g, ''), port: Number(address.slice(colon + 1)) };
}

export function joinAddress(host: string, port: number): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}
