/** Columns of text that line up on a terminal, Chinese characters included. */

/** East Asian wide characters take two cells; combining marks none. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60\uffe0-\uffe6]/u;
const ZERO = /[\p{Mn}\p{Me}\u200b-\u200f]/u;

/** Terminal cells that `text` takes. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += ZERO.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}

export function pad(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'left' ? text + space : space + text;
}

/**
 * @param rows the first one holds the headers
 * @param align one letter per column: `l` or `r`
 */
export function renderTable(rows: readonly (readonly string[])[], align: string): string {
  const widths = [...align].map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => pad(cell, widths[column]!, align[column] === 'r' ? 'right' : 'left'))
      .join('  ')
      .trimEnd();
  const [head, ...body] = rows.map(line);
  return [head, '─'.repeat(widths.reduce((sum, width) => sum + width + 2, -2)), ...body].join('\n');
}

/** A Latin word with the space after it, or one wide character with the punctuation that may not start a line. */
const UNITS = /[^\s\p{Script=Han}]+\s*|\p{Script=Han}[，。；：、！？）》”]*\s*/gu;

/** Breaks text into lines of at most `width` cells, the first after `first` and the others after as many spaces. */
export function wrap(text: string, width: number, first: string): string {
  const indent = ' '.repeat(displayWidth(first));
  const lines: string[] = [];
  let line = first;
  for (const [unit] of text.matchAll(UNITS)) {
    const tooLong = displayWidth(line) + displayWidth(unit.trimEnd()) > width;
    if (tooLong && line.trim() !== '' && line !== first) {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += unit;
  }
  return [...lines, line.trimEnd()].join('\n');
}
