/** How a daemon says why it cannot run: one JSON line on stdout for whoever started it, the text on stderr, its exit code. */
import { describeError } from '../errors/describe.ts';

export function exitWith(error: unknown): never {
  const { code, exitCode, detail, next } = describeError(error, 'en');
  process.stdout.write(`${JSON.stringify({ event: 'failed', code, message: detail })}\n`);
  process.stderr.write(`error[${code}] ${detail}\n  ${next}\n`);
  process.exit(exitCode);
}
