/** Fingerprints as words that two people can compare by telephone. */
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as chinese } from '@scure/bip39/wordlists/simplified-chinese.js';
import { NodeError } from '../errors/node-error.ts';
import { fingerprintSchema } from './ids.ts';

const WORDS = 12;
const BITS_PER_WORD = 11n;

/**
 * The first 132 bits of a fingerprint as 12 words of the BIP-39 list, most significant first, without BIP-39's checksum:
 * 2^132 hash evaluations to imitate all of them, and a mismatch shows in the first words.
 * @param fingerprint 64 lower-case hex digits.
 * @throws NodeError `fingerprint-mismatch` when it is not a fingerprint.
 */
export function fingerprintWords(fingerprint: string, lang: 'en' | 'zh'): readonly string[] {
  if (!fingerprintSchema.safeParse(fingerprint).success) {
    throw new NodeError(
      'fingerprint-mismatch',
      `a fingerprint has 64 hex digits; this one has ${fingerprint.length} characters`,
    );
  }
  const list = lang === 'zh' ? chinese : english;
  let bits = BigInt(`0x${fingerprint}`) >> (256n - BITS_PER_WORD * BigInt(WORDS));
  const words: string[] = [];
  for (let i = 0; i < WORDS; i++) {
    words.unshift(list[Number(bits & 0x7ffn)]!);
    bits >>= BITS_PER_WORD;
  }
  return words;
}
