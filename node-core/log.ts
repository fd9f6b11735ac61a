/** Structured logs (pino): events, sizes and times; kinds of messages, never contents. */
import { destination, pino, type Logger } from 'pino';
import { NodeError } from './errors/node-error.ts';

export type { Logger } from 'pino';

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export interface LogOptions {
  /** Name of the node. */
  readonly name: string;
  /** File to append to, made for its owner only; standard error when absent. */
  readonly file?: string;
  /** Normally `process.env`; `COSCORE_LOG` sets the level, `info` when it is not set. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** What must not be written even if somebody logs the object it hangs on. `Secret` values hide themselves anyway. */
const SECRET_KEYS = ['privateKey', 'privateKeyPem', 'passphrase', 'password', 'seed', 'scalar'];
const SECRET_PATHS = SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);

function levelOf(text: string | undefined): LogLevel {
  const level = text === undefined || text === '' ? 'info' : logLevels.find((known) => known === text);
  if (level === undefined) {
    throw new NodeError('recipe-invalid', `COSCORE_LOG is one of ${logLevels.join(', ')}`, {
      params: { variable: 'COSCORE_LOG' },
    });
  }
  return level;
}

/** @throws NodeError `recipe-invalid` when `COSCORE_LOG` is not a level. */
export function createLogger(options: LogOptions): Logger {
  const { name, file, env = process.env } = options;
  // Synchronous, so that the last words before a crash are there.
  const target =
    file === undefined
      ? destination({ fd: 2, sync: true })
      : destination({ dest: file, sync: true, mode: 0o600, mkdir: true });
  return pino(
    {
      name,
      level: levelOf(env['COSCORE_LOG']),
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      redact: { paths: SECRET_PATHS, censor: '[secret]' },
    },
    target,
  );
}
