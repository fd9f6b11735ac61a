/** What every blind scorecard must be: nobody but its parties takes part, and its figures are those of the aided one. */
import { expect } from 'vitest';
import type { Finished } from './running-lab.ts';

/** Issue 3: what the tangent in place of the sigmoid may cost. */
export const AUC_TOLERANCE = 0.004;
/** Relative, against the aided run. */
export const BRIER_TOLERANCE = 0.02;

export const brierOf = ({ report }: Finished): number => report.metrics.test!.brier;

export function expectBlind({ report }: Finished, parties: readonly string[]): void {
  expect(report.profile).toBe('blind');
  expect(report.helper).toBeUndefined();
  // Nobody but the parties sent or was sent anything, and nobody else learned anything of theirs.
  const ends = new Set(report.links.flatMap(({ from, to }) => [from, to]));
  expect([...ends].sort()).toEqual([...parties].sort());
  const helperRows = report.learned.filter(({ what }) => what.endsWith('.helper'));
  expect(helperRows).toEqual([]);
  const outsiders = report.learned.filter(({ party }) => !parties.includes(party));
  expect(new Set(outsiders.map(({ what }) => what))).toEqual(
    new Set(['job.published', 'job.traffic', 'evaluate.registered']),
  );
}
