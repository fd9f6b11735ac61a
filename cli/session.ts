/** What the commands share: the outer world, the language, and how to find the node they talk to. */
import type { Command } from 'commander';
import { NodeError } from '@coscore/node-core/errors/node-error.ts';
import type { Context, Io } from './io.ts';
import { texts as allTexts, type Lang, type Texts } from './texts.ts';

export class Session {
  readonly io: Io;
  readonly lang: Lang;
  readonly texts: Texts;

  constructor(io: Io, lang: Lang) {
    this.io = io;
    this.lang = lang;
    this.texts = allTexts[lang];
  }

  context(command: Command): Context {
    const { json } = command.optsWithGlobals<{ json?: boolean }>();
    return { io: this.io, lang: this.lang, texts: this.texts, json: json === true };
  }

  examples(lines: readonly string[]): string {
    return `\n${this.texts.examples}\n${lines.map((line) => `  ${line}`).join('\n')}`;
  }

  /**
   * Folder of the node that a command talks to.
   * @throws NodeError `daemon-not-running` when none is named
   */
  home(options: { readonly home?: string }): string {
    const home = options.home ?? this.io.env['COSCORE_HOME'];
    if (home !== undefined && home !== '') return home;
    throw new NodeError('daemon-not-running', 'no node is named: give --home DIR, or set COSCORE_HOME', {
      params: { home: '' },
    });
  }
}
