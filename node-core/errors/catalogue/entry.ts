/** One page of the error catalogue. Titles may name `{params}` of the error; codes and exit codes never change meaning. */

/** What a shell script can tell apart. */
export const exitCodes = {
  success: 0,
  unexpected: 1,
  usage: 2,
  data: 3,
  trust: 4,
  protocol: 5,
  model: 6,
  state: 7,
  cancelled: 8,
} as const;

export type ErrorGroup = Exclude<keyof typeof exitCodes, 'success'>;
export type Lang = 'en' | 'zh';

export interface Words {
  /** What happened, in one sentence without its full stop. */
  readonly title: string;
  /** What to do now. */
  readonly next: string;
}

export interface CatalogueEntry {
  readonly code: string;
  readonly group: ErrorGroup;
  readonly exitCode: number;
  readonly en: Words;
  readonly zh: Words;
}

/** Texts of a code as written in the files beside: group, English title and next step, Chinese title and next step. */
export type Texts = readonly [group: ErrorGroup, en: readonly [string, string], zh: readonly [string, string]];

export function entry(code: string, [group, en, zh]: Texts): CatalogueEntry {
  return Object.freeze({
    code,
    group,
    exitCode: exitCodes[group],
    en: Object.freeze({ title: en[0], next: en[1] }),
    zh: Object.freeze({ title: zh[0], next: zh[1] }),
  });
}
