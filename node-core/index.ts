/** What both daemons stand on. The transport is imported by its own path, `@coscore/node-core/transport/index.ts`. */
export * from './audit/index.ts';
export * from './errors/index.ts';
export * from './identity/index.ts';
export { createLogger, logLevels, type Logger, type LogLevel, type LogOptions } from './log.ts';
export * from './manifest/index.ts';
export * from './state/index.ts';
