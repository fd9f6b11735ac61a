/** Everything that can be wrong with a party's own data. Messages carry counts and names of columns, never values. */

export const dataErrorCodes = [
  'file-not-found', // { file }
  'file-unreadable', // { file, reason }
  'file-ragged', // { file, count, line, expected, found }
  'file-empty', // { file }
  'encoding-unknown', // { file, encoding }
  'column-missing', // { column, columns }: `columns` lists those that the file has
  'column-constant', // { column, columns, count }: `column` is the first of them
  'column-unsupported-type', // { column, type, count }: `count` cells that do not fit, 0 when the whole column is of that type
  'column-not-finite', // { column, count }
  'ids-duplicate', // { column, count }: rows beyond the first of each id
  'ids-missing', // { column, count }
  'label-not-binary', // { column, count }: rows whose label is neither 0 nor 1
  'label-too-few-bads', // { column, goods, bads, needed }
  'secret-missing', // { variable }
  'source-unreachable', // { source, reason }: `source` is the environment variable of its URL
  'source-refused', // { source, reason }
  'dataset-unknown', // { dataset }
  'dataset-exists', // { dataset }
  'data-changed', // { job }: since an earlier attempt of it
] as const;

export type DataErrorCode = (typeof dataErrorCodes)[number];

export class DataError extends Error {
  override readonly name = 'DataError';
  readonly code: DataErrorCode;
  /** Values for the message template of the error catalogue: counts and names, as listed beside the codes above. */
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: DataErrorCode, message: string, params: Readonly<Record<string, string | number>> = {}) {
    super(message);
    this.code = code;
    this.params = params;
  }
}
