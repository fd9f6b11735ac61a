/** Fingerprints as two people read them to each other. */
import { fingerprintWords } from '@coscore/node-core/identity/index.ts';

/** Both lists, whatever the language of the command: the one at the other end of the line may use the other. */
export function wordLines(fingerprint: string): readonly string[] {
  return [`  ${fingerprintWords(fingerprint, 'en').join(' ')}`, `  ${fingerprintWords(fingerprint, 'zh').join(' ')}`];
}
