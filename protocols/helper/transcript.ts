/** What an observer of a transcript sees without reading contents: for the tests that it says nothing about the secret. */
import type { TranscriptEntry } from '../memory-network.ts';

/** Every channel's kinds and sizes in order; channels sorted, because their interleaving is the scheduler's. */
export function shapeOf(transcript: readonly TranscriptEntry[]): Readonly<Record<string, readonly string[]>> {
  const channels = new Map<string, string[]>();
  for (const { from, to, topic, kind, body } of transcript) {
    const name = `${from} > ${to} ${topic}`;
    const messages = channels.get(name) ?? [];
    messages.push(`${kind} ${body.length}`);
    channels.set(name, messages);
  }
  return Object.fromEntries([...channels].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Pearson's statistic of bytes against the uniform distribution: about 255 with standard deviation 22.6 when they are
 * uniform, far above when they are not.
 */
export function byteChiSquare(bytes: Uint8Array): number {
  const counts = new Float64Array(256);
  for (const byte of bytes) counts[byte]!++;
  const expected = bytes.length / 256;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** The statistic's mean plus eight standard deviations: uniform bytes pass, anything structured fails. */
export const BYTE_CHI_SQUARE_LIMIT = 255 + 8 * 22.6;
