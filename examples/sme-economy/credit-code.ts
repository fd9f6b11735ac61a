/**
 * Ids in the form of China's unified social credit code (GB 32100-2015): 18 characters of which the last is a check
 * character. The administrative division begins with 99, which no division has, so no code is that of a real firm.
 */

/** The 31 characters of the standard: no I, O, S, V, Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Code of a firm. @param firm in [0, 2^28). @param individual whether it is an individual business. */
export function creditCode(firm: number, individual: boolean): string {
  const division = 990_000 + ((firm * 7919) % 9000) + 100;
  const body = `9${individual ? '2' : '1'}${division}MA${base31(scramble(firm), 7)}`;
  return body + checkCharacter(body);
}

/** GB 32100-2015, 5.3: weights 3^i mod 31. @param body 17 characters of the alphabet. */
export function checkCharacter(body: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of body) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31]!;
}

/** A bijection of [0, 2^28), so that codes in order of firms look unordered and none repeats: an odd factor is invertible. */
const scramble = (firm: number): number => Number((BigInt(firm) * 0x9e3779bn + 0x51ed27n) % (1n << 28n));

function base31(value: number, length: number): string {
  let out = '';
  for (let rest = value; out.length < length; rest = Math.floor(rest / 31)) out = ALPHABET[rest % 31]! + out;
  return out;
}
