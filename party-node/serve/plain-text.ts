/** Text from outside that a person will read: without characters that could rewrite a terminal, and short. */
export function plainText(said: string): string {
  return said.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').slice(0, 300);
}
