/** Ids as the parties compare them. Their values never enter an error, a log or a progress event. */
import { ProtocolError } from '../errors.ts';

/** Two spellings of one id become one string: outer white space cut, compatibility forms folded (NFKC), upper case. */
export function normaliseId(id: string): string {
  const trimmed = id.trim();
  return (isAscii(trimmed) ? trimmed : trimmed.normalize('NFKC')).toUpperCase();
}

/** NFKC leaves ASCII as it is, and a million calls of `normalize` are most of the cost of normalising. */
function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}

/** @throws ProtocolError `malformed` when ids are empty: an empty id would match another party's empty id. */
export function normaliseIds(ids: readonly string[]): string[] {
  const normalised = ids.map(normaliseId);
  const empty = normalised.reduce((count, id) => count + (id === '' ? 1 : 0), 0);
  if (empty > 0) {
    throw new ProtocolError('malformed', `${empty} of ${ids.length} ids are empty: remove those rows`, {
      params: { count: empty, rows: ids.length },
    });
  }
  return normalised;
}

export function duplicateIds(count: number, whose: string): ProtocolError {
  return new ProtocolError(
    'duplicate-ids',
    `${count} ids of ${whose} occur more than once after normalisation (trim, NFKC, upper case): keep one row an id`,
    { params: { count, party: whose } },
  );
}
