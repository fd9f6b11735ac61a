// `npm run check`: everything that CI holds against a change, besides the tests. Runs all steps, then says which failed.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { orExplain, root, setUp } from './setup.mjs';
import { runForeground } from './spawn.mjs';

const bin = (path) => join('node_modules', path);

/** [what it holds against the change, script, arguments] */
const steps = [
  ['types', bin('typescript/bin/tsc'), ['-p', '.']],
  ['lint', bin('eslint/bin/eslint.js'), ['.', '--max-warnings', '0']],
  ['format', bin('prettier/bin/prettier.cjs'), ['--check', '--log-level', 'warn', '.']],
  ['boundaries', 'tools/boundaries.mjs', []],
  ['proto/generated', 'tools/codegen.mjs', ['--check']],
  ['kernels/generated', 'kernels/build.mjs', ['--check']],
  ['docs/errors', 'tools/error-docs.mjs', ['--check']],
  ['docs/threat-model.md', 'tools/leak-docs.mjs', ['--check']],
  ['docs/recipe.schema.json', 'tools/recipe-schema.mjs', ['--check']],
];

const node = orExplain(() => setUp());
const failed = [];
for (const [name, script, args] of steps) {
  const started = Date.now();
  const path = join(root, script);
  const code = existsSync(path) ? await runForeground(node, [path, ...args], { cwd: root }) : 127;
  if (code === 127) process.stderr.write(`${script} is not there\n`);
  if (code !== 0) failed.push(name);
  process.stdout.write(
    `${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`,
  );
}
if (failed.length > 0) {
  process.stderr.write(`check failed: ${failed.join(', ')}\n`);
  process.exitCode = 1;
}
