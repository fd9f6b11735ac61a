/** The answer to a batch: one line an applicant, in the order of the file that was asked about. */
import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Scores } from './score-job.ts';

/** Lines joined before each write. */
const LINES = 1000;

/**
 * Columns: the id, `score`, `probability` (of default), then the parts of the score. Score and probability stay empty for
 * an applicant that not every party knows (`join: inner`). The file appears whole or not at all.
 * @param ids [applicants] as in the file asked about.
 */
export async function writeScores(
  path: string,
  idColumn: string,
  ids: readonly string[],
  scores: Scores,
): Promise<void> {
  const partial = `${path}.partial`;
  await pipeline(Readable.from(chunks(idColumn, ids, scores)), createWriteStream(partial, { mode: 0o600 }));
  await rename(partial, path);
}

function* chunks(idColumn: string, ids: readonly string[], scores: Scores): Generator<string> {
  const { contributions } = scores;
  yield `${[idColumn, 'score', 'probability', ...contributions.map(({ name }) => name)].map(cell).join(',')}\n`;
  let lines: string[] = [];
  for (let row = 0; row < ids.length; row++) {
    lines.push(`${line(ids[row]!, row, scores)}\n`);
    if (lines.length < LINES && row < ids.length - 1) continue;
    yield lines.join('');
    lines = [];
  }
}

function line(id: string, row: number, { scores, probabilities, contributions }: Scores): string {
  const score = scores[row]!;
  if (Number.isNaN(score)) return [cell(id), '', '', ...contributions.map(() => '')].join(',');
  const parts = contributions.map(({ points }) => points[row]!);
  return [cell(id), score, probabilities[row]!.toFixed(6), ...parts].join(',');
}

/** RFC 4180. */
function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
