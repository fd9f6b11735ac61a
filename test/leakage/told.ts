/** The leak table of a job against its transcript: what the table misses, and what it says that no message tells. */
import type { LeakKey } from '@coscore/models/evaluate/leaks.ts';
import type { Learned } from '@coscore/models/evaluate/report.ts';
import type { TranscriptEntry } from '@coscore/protocols/memory-network.ts';
import { messageKinds } from './message-kinds.ts';

/** Lines that no message tells: the manifest, the relay's view, and what a party makes of what it has. */
const fromElsewhere: ReadonlySet<string> = new Set<LeakKey>([
  'job.published',
  'job.traffic',
  'forest.traffic',
  'evaluate.performance',
  'evaluate.registered',
  'train.raw',
  'train.coefficients',
]);

/** Kinds of message that the table of kinds does not know. */
export function strangeKinds(transcript: readonly TranscriptEntry[]): readonly string[] {
  return [...new Set(transcript.filter(({ kind }) => messageKinds[kind] === undefined).map(({ kind }) => kind))];
}

/** Messages that tell their receiver something for which it has no line. */
export function withoutLine(transcript: readonly TranscriptEntry[], learned: readonly Learned[]): readonly string[] {
  const lines = new Set(learned.map(({ party, what }) => `${party} ${what}`));
  return transcript.flatMap(({ kind, from, to }) => {
    const told = messageKinds[kind];
    if (told === undefined || !('learns' in told)) return [];
    return told.learns.some((key) => lines.has(`${to} ${key}`)) ? [] : [`${kind} from ${from} to ${to}`];
  });
}

/** Lines of data parties and helper that come from no message. */
export function withoutMessage(transcript: readonly TranscriptEntry[], learned: readonly Learned[]): readonly string[] {
  const heard = new Set<string>();
  for (const { kind, to } of transcript) {
    const told = messageKinds[kind];
    if (told !== undefined && 'learns' in told) for (const key of told.learns) heard.add(`${to} ${key}`);
  }
  return learned
    .filter(({ what }) => !fromElsewhere.has(what))
    .map(({ party, what }) => `${party} ${what}`)
    .filter((line) => !heard.has(line));
}
