/** One run of the command line, from words to exit code. Touches nothing of the process, so tests can call it. */
import { readFileSync } from 'node:fs';
import { CommanderError } from 'commander';
import { printJson, type Context, type Io } from './io.ts';
import { reportError } from './output/error.ts';
import { buildProgram } from './program.ts';
import { langOf, texts, type Lang } from './texts.ts';

/** Wrong words on the command line. The same code as a wrong recipe: both are mended by writing something else. */
const USAGE_EXIT_CODE = 2;

/** @returns the exit code: 0 only when all that was asked has been done */
export async function run(words: readonly string[], io: Io): Promise<number> {
  const lang = langOfWords(words) ?? langOf(io.env);
  const context: Context = { io, lang, texts: texts[lang], json: words.includes('--json') };
  const program = buildProgram(io, lang, version());
  if (words.length === 0) {
    program.outputHelp();
    return 0;
  }
  try {
    await program.parseAsync(words, { from: 'user' });
    return 0;
  } catch (error) {
    if (!(error instanceof CommanderError)) return reportError(context, error);
    // commander has already written what is wrong, or the help that was asked for.
    if (error.exitCode === 0) return 0;
    const detail = error.message.replace(/^error: /, '');
    if (context.json)
      printJson(context, { event: 'error', error: { code: 'usage', exitCode: USAGE_EXIT_CODE, detail } });
    return USAGE_EXIT_CODE;
  }
}

/** The language must be known before the tree of commands, and so before its own option is parsed. */
function langOfWords(words: readonly string[]): Lang | undefined {
  const at = words.indexOf('--lang');
  const value = at >= 0 ? words[at + 1] : words.find((word) => word.startsWith('--lang='))?.slice('--lang='.length);
  return value === 'en' || value === 'zh' ? value : undefined;
}

function version(): string {
  const { version: text } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return text;
}
