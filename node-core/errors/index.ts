export * from './catalogue.ts';
export { NodeError, nodeErrorCodes, type NodeErrorCode, type NodeErrorOptions } from './node-error.ts';
