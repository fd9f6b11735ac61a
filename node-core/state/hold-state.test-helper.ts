/** Child process of the state tests: opens a state, claims indexes 0, 1, 2 ... and prints each once it is on disk. */
import { openState } from './open.ts';
import { stateOptions } from './options.ts';

const state = await openState(process.argv[2] ?? '', stateOptions(process.env, 'node'));
process.stdout.write('open\n');
for (let index = 0; ; index++) {
  await state.material.claim('job/1', 'tax', 'mat-vec', index);
  process.stdout.write(`${index}\n`);
}
