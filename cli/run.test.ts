import { describe, expect, it } from 'vitest';
import { jsonLines, runCli } from './fixtures/run-cli.ts';
import { langOf, texts } from './texts.ts';

const commands = [
  [],
  ['lab'],
  ['lab', 'run'],
  ['lab', 'up'],
  ['data'],
  ['data', 'add'],
  ['data', 'list'],
  ['data', 'show'],
  ['data', 'remove'],
  ['job'],
  ['job', 'start'],
  ['job', 'watch'],
  ['job', 'list'],
  ['job', 'show'],
  ['job', 'cancel'],
  ['job', 'report'],
];

describe('--help', () => {
  it.each(commands)('of coscore %s %s', async (...words) => {
    const { exitCode, stdout, stderr } = await runCli([...words, '--help']);
    expect(exitCode).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toMatchSnapshot();
  });

  it.each(commands.filter((words) => words.length === 2))(
    'of coscore %s %s has an example of itself',
    async (...words) => {
      const { stdout } = await runCli([...words, '--help']);
      expect(stdout).toMatch(new RegExp(`Examples:\\n  coscore ${words.join(' ')}`));
    },
  );

  it('is shown for no words at all, and is Chinese when asked for', async () => {
    const { exitCode, stdout } = await runCli([], { env: { LANG: 'zh_CN.UTF-8' } });
    expect(exitCode).toBe(0);
    expect(stdout).toContain(texts.zh.about);
    expect((await runCli(['--lang', 'zh', 'lab', 'run', '--help'])).stdout).toContain(texts.zh.labRun);
    expect((await runCli(['lab', 'run', '--help', '--lang=zh'])).stdout).toContain(texts.zh.labRun);
  });
});

describe('exit codes', () => {
  it.each([
    ['an unknown command', ['jobb']],
    ['an unknown option', ['lab', 'run', 'r.yaml', '--fast']],
    ['a missing argument', ['lab', 'run']],
    ['a missing option', ['data', 'add', 'a', 'a.csv']],
    ['a wrong choice', ['lab', 'run', 'r.yaml', '--profile', 'open']],
    ['a wrong type', ['data', 'add', 'a', 'a.csv', '--id', 'id', '--type', 'zip=text']],
    ['a recipe that is not there', ['lab', 'run', '/nowhere/r.yaml']],
  ])('2 for %s', async (_what, words) => {
    const { exitCode, stdout, stderr } = await runCli(words);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^error/);
  });

  it('is in the JSON too', async () => {
    const { exitCode, stdout } = await runCli(['lab', 'run', '/nowhere/r.yaml', '--json']);
    expect(exitCode).toBe(2);
    expect(jsonLines(stdout)).toMatchObject([
      {
        event: 'error',
        error: {
          code: 'recipe-not-found',
          exitCode: 2,
          docs: 'docs/errors/recipe-not-found.md',
          params: { path: '/nowhere/r.yaml' },
        },
      },
    ]);
    expect(jsonLines((await runCli(['lab', 'walk', '--json'])).stdout)).toMatchObject([
      { event: 'error', error: { code: 'usage', exitCode: 2 } },
    ]);
  });

  it('tells what, in detail, what to do and where to read more', async () => {
    const { stderr } = await runCli(['job', 'list', '--home', '/nowhere']);
    expect(stderr).toMatch(
      /^error\[daemon-not-running\] .+\n {2}.*\/nowhere.*\nWhat to do: .+\nMore: docs\/errors\/daemon-not-running\.md\n$/,
    );
  });

  it('asks for a node when none is named', async () => {
    const { exitCode, stderr } = await runCli(['job', 'list']);
    expect(exitCode).not.toBe(0);
    expect(stderr).toContain('COSCORE_HOME');
  });
});

describe('langOf', () => {
  it.each([
    [{}, 'en'],
    [{ LANG: 'C.UTF-8' }, 'en'],
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'en_GB.UTF-8' }, 'en'],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'zh_TW' }, 'zh'],
  ])('of %o is %s', (env: Record<string, string>, lang) => expect(langOf(env)).toBe(lang));
});
