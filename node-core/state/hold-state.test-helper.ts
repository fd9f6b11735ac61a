/** Child process of the state tests: opens a directory, claims indexes 0, 1, 2 ... and prints each once it is on disk. */
import { openState } from './open.ts';

const state = await openState(process.argv[2] ?? '', { engine: 'pglite' });
process.stdout.write('open\n');
for (let index = 0; ; index++) {
  await state.material.claim('job/1', 'tax', 'mat-vec', index);
  process.stdout.write(`${index}\n`);
}
