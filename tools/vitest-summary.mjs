// A vitest reporter that writes the counts to the file named by COSCORE_TEST_SUMMARY, for tools/test.mjs to print last.
import { writeFileSync } from 'node:fs';

export default class SummaryReporter {
  onTestRunEnd(modules, unhandledErrors) {
    writeFileSync(process.env.COSCORE_TEST_SUMMARY, JSON.stringify(countTests(modules, unhandledErrors)));
  }
}

/**
 * A file that could not be loaded, a suite whose hook failed, and an error outside any test each count as one failure:
 * else a run in which nothing ran would look green.
 */
export function countTests(modules, unhandledErrors) {
  const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
  for (const module of modules) {
    counts.failed += module.errors().length;
    for (const suite of module.children.allSuites()) counts.failed += suite.errors().length;
    for (const test of module.children.allTests()) {
      const state = test.result().state;
      if (state === 'passed') counts.passed++;
      else if (state === 'failed') counts.failed++;
      else counts.skipped++;
    }
  }
  return counts;
}
