/** An error as the user sees it: what, in detail, what to do next, where to read more. */
import { describeError } from '@coscore/node-core/errors/index.ts';
import type { Context } from '../io.ts';
import { printJson, printLine } from '../io.ts';

/** Prints it in the context's language and form. @returns the exit code */
export function reportError(context: Context, error: unknown): number {
  const { code, exitCode, title, detail, next, docs, params } = describeError(error, context.lang);
  if (context.json) {
    printJson(context, { event: 'error', error: { code, exitCode, title, detail, next, docs, params } });
    return exitCode;
  }
  const { texts } = context;
  const indented = detail.split('\n').map((line) => `  ${line}`);
  for (const line of [
    `${texts.errorHead}[${code}] ${title}`,
    ...indented,
    `${texts.next}: ${next}`,
    `${texts.docs}: ${docs}`,
  ]) {
    printLine(context.io.stderr, line);
  }
  return exitCode;
}
