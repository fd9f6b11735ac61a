// `node tools/run.mjs FILE ARGS...`: set-up if needed, then FILE (path from the root of the checkout) under Node 24.
import { join } from 'node:path';
import { orExplain, root, setUp } from './setup.mjs';
import { runForeground } from './spawn.mjs';

const [file, ...args] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('usage: node tools/run.mjs FILE [ARGS...]\n');
  process.exit(2);
}
const node = orExplain(() => setUp());
process.exitCode = await runForeground(node, [join(root, file), ...args], { env: process.env });
