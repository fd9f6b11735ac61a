// `npm run bench -- NAME [ARGS]`: runs bench/NAME.ts under Node 24. Without a name: lists the benches.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { orExplain, root, setUp } from './setup.mjs';
import { runForeground } from './spawn.mjs';

const [name, ...args] = process.argv.slice(2);
const names = readdirSync(join(root, 'bench'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'index.ts')
  .map((file) => file.slice(0, -3));
if (name === undefined || !existsSync(join(root, 'bench', `${name}.ts`))) {
  process.stderr.write(`usage: npm run bench -- NAME [ARGS]\nbenches: ${names.join(', ')}\n`);
  process.exit(2);
}
const node = orExplain(() => setUp());
process.exitCode = await runForeground(node, [join(root, 'bench', `${name}.ts`), ...args]);
