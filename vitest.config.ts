import { defineConfig } from 'vitest/config';

// Unit tests sit beside the code; what crosses packages is in test/ and starts real processes.
export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: ['**/node_modules/**'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
