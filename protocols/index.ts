export { ProtocolError, unreachable, type ProtocolErrorCode } from './errors.ts';
export * from './transport.ts';
