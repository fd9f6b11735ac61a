/** Literal codes of what can go wrong in modelling. Messages carry counts and names of columns, never data values. */
export const modelErrorCodes = [
  'too-few-rows', // not enough training rows
  'too-few-bads', // not enough bad (or good) training rows
  'no-features-left', // selection dropped every column
  'leverage-too-high', // a column isolates rows
  'diverged', // the trainer left every sensible region
  'raw-columns-not-allowed', // unbinned columns without the policy that allows them
  'category-needs-woe', // an unbinned category has no number
  'rows-do-not-fit', // a party routed other rows of a tree node than it had counted
  'woe-not-shared', // the label party may not hand back this column's WoE
] as const;

export type ModelErrorCode = (typeof modelErrorCodes)[number];

export class ModelError extends Error {
  override readonly name = 'ModelError';
  readonly code: ModelErrorCode;
  /** Values for the message template of the error catalogue; counts and names only. */
  readonly params: Readonly<Record<string, string | number>>;

  constructor(
    code: ModelErrorCode,
    message: string,
    options: { cause?: unknown; params?: Readonly<Record<string, string | number>> } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.params = options.params ?? {};
  }
}
