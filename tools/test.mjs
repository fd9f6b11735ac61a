// `npm test [-- ARGS]`: set-up if needed, then vitest under Node 24. The last line is `N passed, N failed, N skipped`.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { orExplain, root, setUp } from './setup.mjs';
import { runForeground } from './spawn.mjs';

const node = orExplain(() => setUp());
// The tests start some hundred processes of ours: each finds its code compiled.
const compileCache = { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compile') };
const folder = mkdtempSync(join(tmpdir(), 'coscore-test-'));
const summary = join(folder, 'summary.json');
let exitCode = await runForeground(
  node,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    `--reporter=${join(root, 'tools/vitest-summary.mjs')}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, env: { ...process.env, ...compileCache, COSCORE_TEST_SUMMARY: summary } },
);
let counts = { passed: 0, failed: 0, skipped: 0 };
if (existsSync(summary)) counts = JSON.parse(readFileSync(summary, 'utf8'));
else {
  process.stderr.write('vitest ended before it reported any result.\n');
  exitCode ||= 1;
  counts.failed = 1;
}
rmSync(folder, { recursive: true });
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
process.exitCode = exitCode;
