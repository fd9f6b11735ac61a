// Compiles assembly/ to generated/kernels.wasm. `--check` fails when the committed file differs from what the source gives.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from 'assemblyscript/asc';

const here = import.meta.dirname;
const target = join(here, 'generated/kernels.wasm');
let built;
// No runtime and no collector: the kernels allocate nothing. SIMD and relaxed SIMD are in every engine we run on.
const { error, stderr } = await main(
  [
    'assembly/index.ts',
    '--baseDir',
    here,
    '--outFile',
    'kernels.wasm',
    '-O3',
    '--noAssert',
    '--runtime',
    'stub',
    '--enable',
    'simd',
    '--enable',
    'relaxed-simd',
  ],
  {
    writeFile: (name, contents) => {
      if (name.endsWith('.wasm')) built = contents;
    },
  },
);
if (error) {
  process.stderr.write(`${stderr.toString()}\n${error.message}\n`);
  process.exit(1);
}
if (process.argv.includes('--check')) {
  if (Buffer.compare(readFileSync(target), Buffer.from(built)) !== 0) {
    process.stderr.write(
      'kernels/generated/kernels.wasm is not what kernels/assembly gives: run `node kernels/build.mjs` and commit it.\n',
    );
    process.exit(1);
  }
} else {
  writeFileSync(target, built);
}
