/**
 * HTML that is safe by construction: whatever is put into the `html` template is escaped unless it already is `Html`.
 * Names in a report come from other parties, so nothing here may ever concatenate them by hand.
 */

/** Markup that has been through `html` or `unsafeHtml`. */
export class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

export type HtmlValue = Html | string | number | undefined | readonly HtmlValue[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Control characters, lone surrogates and marks that turn the writing direction become U+FFFD: none belongs in a name. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/gu, '\uFFFD');
}

/** Safe between tags and inside quoted attributes. */
export function escapeHtml(text: string): string {
  return cleanText(text).replace(/[&<>"'`]/gu, (character) => ENTITIES[character] ?? '');
}

function render(value: HtmlValue): string {
  if (value === undefined) return '';
  if (value instanceof Html) return value.toString();
  if (Array.isArray(value)) return (value as readonly HtmlValue[]).map(render).join('');
  return escapeHtml(String(value));
}

export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(strings.reduce((text, part, i) => text + render(values[i - 1]) + part));
}

/** For our own files (style sheet, scripts) only. */
export function unsafeHtml(markup: string): Html {
  return new Html(markup);
}

/**
 * JSON that can stand inside a `<script>` element: no `<`, `>` or `&`, so neither `</script>` nor `<!--` can appear, and
 * no line separator that older parsers choke on.
 */
export function safeJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
