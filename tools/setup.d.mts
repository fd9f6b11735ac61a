// Types of setup.mjs, which is plain JavaScript because it runs on a Node that knows nothing else.
export const root: string;
export const wantedMajor: number;
export class SetupError extends Error {}
export function staleReason(dir: string): string | undefined;
export function install(dir: string, options?: { npm?: string; env?: NodeJS.ProcessEnv }): void;
export function nodeForTypeScript(dir?: string, version?: string): string;
export function setUp(options?: { say?: (line: string) => void }): string;
export function orExplain<T>(action: () => T): T;
