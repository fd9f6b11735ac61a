/** Looks for many needles in many bytes at once. */
import type { Needle } from './forms.ts';

export interface Haystack {
  /** Where the bytes are from, for the message of a test that fails. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Finding {
  readonly secret: string;
  readonly form: string;
  readonly where: string;
}

/** Four bytes of a needle that decide whether the rest is compared. */
const ANCHOR = 4;

export interface Scanner {
  /** @returns each needle once for each haystack that has it */
  scan(haystacks: Iterable<Haystack>): readonly Finding[];
}

export function scannerFor(needles: readonly Needle[]): Scanner {
  const byAnchor = new Map<number, { readonly needle: Needle; readonly at: number }[]>();
  // A first sieve on two bytes: almost every position ends here.
  const starts = new Uint8Array(1 << 16);
  for (const needle of needles) {
    const at = anchorOf(needle.bytes);
    const word = needle.bytes.readUInt32LE(at);
    byAnchor.set(word, [...(byAnchor.get(word) ?? []), { needle, at }]);
    starts[word & 0xffff] = 1;
  }

  const scanOne = ({ name, bytes }: Haystack): readonly Finding[] => {
    const hay = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const found = new Set<Needle>();
    for (let i = 0; i + ANCHOR <= hay.length; i++) {
      if (starts[hay[i]! | (hay[i + 1]! << 8)] === 0) continue;
      for (const { needle, at } of byAnchor.get(hay.readUInt32LE(i)) ?? []) {
        const from = i - at;
        const to = from + needle.bytes.length;
        if (from >= 0 && to <= hay.length && hay.compare(needle.bytes, 0, needle.bytes.length, from, to) === 0)
          found.add(needle);
      }
    }
    return [...found].map(({ secret, form }) => ({ secret, form, where: name }));
  };
  return {
    scan(haystacks) {
      // One after the other: what is scanned may be larger than what can be held.
      const found: Finding[] = [];
      for (const haystack of haystacks) found.push(...scanOne(haystack));
      return found;
    },
  };
}

/** The four bytes with the most different values and the fewest zeros: files are full of zeros. */
function anchorOf(bytes: Buffer): number {
  if (bytes.length < ANCHOR) throw new RangeError(`a needle of ${bytes.length} bytes would be found everywhere`);
  let best = 0;
  let bestVariety = -1;
  for (let at = 0; at + ANCHOR <= bytes.length; at++) {
    const window = bytes.subarray(at, at + ANCHOR);
    const variety = new Set(window).size - window.filter((byte) => byte === 0).length;
    if (variety > bestVariety) [best, bestVariety] = [at, variety];
  }
  return best;
}

/** Findings as a failed assertion should show them. */
export function told(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ secret, form, where }) => `${secret} as ${form} in ${where}`);
}
