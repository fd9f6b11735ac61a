import { describe, expect, it } from 'vitest';
import { countTests } from './vitest-summary.mjs';

const withErrors = (count: number): { errors: () => Error[] } => ({
  errors: () => Array.from({ length: count }, () => new Error('x')),
});
const moduleOf = (
  states: readonly string[],
  errors = 0,
  suiteErrors: readonly number[] = [],
): Parameters<typeof countTests>[0][number] => ({
  ...withErrors(errors),
  children: {
    allSuites: () => suiteErrors.map(withErrors),
    allTests: () => states.map((state) => ({ result: () => ({ state }) })),
  },
});

describe('countTests', () => {
  it('counts tests of all files by state; what never ran counts as skipped', () => {
    const modules = [moduleOf(['passed', 'failed', 'skipped']), moduleOf(['passed', 'pending'])];
    expect(countTests(modules, [])).toEqual({ passed: 2, failed: 1, skipped: 2 });
  });

  it('counts a file that could not be loaded, a failing hook and a stray error as failures', () => {
    expect(countTests([moduleOf([], 1), moduleOf(['passed'], 0, [1])], [new Error('stray')])).toEqual({
      passed: 1,
      failed: 3,
      skipped: 0,
    });
  });
});
