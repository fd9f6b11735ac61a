import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeScores } from './score-file.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'coscore-scores-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('writes a line an applicant, quoted where a cell needs it, empty where there is no score', async () => {
  const path = join(folder, 'scores.csv');
  await writeScores(path, 'firm, id', ['A"1', 'B', 'C'], {
    scores: Float64Array.of(612, NaN, 580),
    probabilities: Float64Array.of(0.0125, NaN, 0.5),
    contributions: [
      { name: 'bank', points: Int32Array.of(600, 0, 590) },
      { name: 'others', points: Int32Array.of(12, 0, -10) },
    ],
    scored: 2,
    unseen: 0,
  });
  expect(readFileSync(path, 'utf8')).toBe(
    '"firm, id",score,probability,bank,others\n"A""1",612,0.012500,600,12\nB,,,,\nC,580,0.500000,590,-10\n',
  );
  expect(readdirSync(folder)).toEqual(['scores.csv']);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

it('writes thousands of lines in order', async () => {
  const n = 2500;
  const path = join(folder, 'scores.csv');
  const ids = Array.from({ length: n }, (_, i) => `F${i}`);
  await writeScores(path, 'id', ids, {
    scores: new Float64Array(n).fill(600),
    probabilities: new Float64Array(n).fill(0.02),
    contributions: [],
    scored: n,
    unseen: 0,
  });
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  expect(lines.slice(1).map((text) => text.split(',')[0])).toEqual(ids);
});
