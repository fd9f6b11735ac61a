// Checks .dependency-cruiser.cjs: which package may import which, and no cycles.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './setup.mjs';

const folders = 'proto kernels crypto protocols models node-core party-node coordinator cli examples bench test'.split(
  ' ',
);
const done = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'err',
    ...folders,
  ],
  { cwd: root, stdio: 'inherit' },
);
process.exitCode = done.status ?? 1;
