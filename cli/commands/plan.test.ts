import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonLines, runCli } from '../fixtures/run-cli.ts';

let dir: string;
const recipe = (model: string): string => `
name: planned
profile: aided
parties:
  bank: { role: label, data: bank.csv, id: id, label: y }
  tax: { role: feature, data: not-here.csv, id: id }
split: { test: 0.5, seed: 7 }
features: { bins: 8 }
model: ${model}
`;
const trees = '{ kind: gbdt, trees: 10, depth: 3 }';

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'coscore-plan-'));
  const rows = Array.from(
    { length: 800 },
    (_, i) => `r${i},${i % 3 === 0 ? 1 : 0},${i % 97},${i % 2 === 0 ? 'a' : 'b'}`,
  );
  writeFileSync(join(dir, 'bank.csv'), `id,y,x,kind\n${rows.join('\n')}\n`);
  writeFileSync(join(dir, 'trees.yaml'), recipe(trees));
  writeFileSync(join(dir, 'scorecard.yaml'), recipe('{ kind: scorecard }'));
});
afterAll(() => rmSync(dir, { recursive: true }));

const plan = (file: string, ...words: string[]): ReturnType<typeof runCli> =>
  runCli(['job', 'plan', join(dir, file), ...words]);

describe('coscore job plan', () => {
  it('says what a forest would take in both profiles', async () => {
    const line = ['--bandwidth', '10mbit', '--delay', '50ms'];
    const { exitCode, stdout } = await plan('trees.yaml', '--columns', 'tax=6', ...line, '--json');
    expect(exitCode).toBe(0);
    const [answer] = jsonLines(stdout) as [
      {
        readonly shape: object;
        readonly plans: readonly { readonly profile: string; readonly secondsATree: number; readonly memory: object }[];
      },
    ];
    expect(answer.shape).toMatchObject({
      rows: 800,
      counted: 400,
      trees: 10,
      features: [{ party: 'tax', bins: [8, 8, 8, 8, 8, 8] }],
    });
    expect(answer.plans.map(({ profile }) => profile)).toEqual(['aided', 'blind']);
    for (const { secondsATree, memory } of answer.plans) {
      // Four exchanges of 100 ms each.
      expect(secondsATree).toBeGreaterThan(0.4);
      expect(Object.keys(memory).sort()).toEqual(['bank', 'coordinator', 'tax']);
    }
  }, 240_000);

  it.each([
    ['a model that is no forest', ['scorecard.yaml', '--columns', 'tax=6'], 'gbdt'],
    ['a table of which nothing is known', ['trees.yaml'], '--columns tax=COUNT'],
    ['a rate without a unit', ['trees.yaml', '--columns', 'tax=6', '--bandwidth', '100'], '100mbit'],
    ['columns without a party', ['trees.yaml', '--columns', '6'], 'PARTY=COUNT'],
  ])('refuses %s', async (_, [file, ...words], message) => {
    const { exitCode, stderr } = await plan(file!, ...words);
    expect(exitCode).not.toBe(0);
    expect(stderr).toContain(message);
  });
});
