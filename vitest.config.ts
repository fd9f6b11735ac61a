import { defineConfig } from 'vitest/config';
import { ProcessesFirst } from './tools/vitest-order.mjs';

/** Packages whose tests need no process of their own: pure functions and their own folders, with nothing left behind. */
const TOGETHER = ['{crypto,kernels,models,party-node,protocols}/**/*.test.ts'];

// Unit tests sit beside the code; what crosses packages is in test/ and starts real processes.
export default defineConfig({
  test: {
    exclude: ['**/node_modules/**'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    sequence: { sequencer: ProcessesFirst },
    projects: [
      {
        extends: true,
        test: { name: 'apart', include: ['**/*.test.ts'], exclude: ['**/node_modules/**', ...TOGETHER] },
      },
      // Loading the same modules for each of a hundred files again took as long as their tests.
      { extends: true, test: { name: 'together', include: TOGETHER, isolate: false } },
    ],
  },
});
