/** Any thrown thing in the words of the catalogue. */
import { catalogue, unexpected } from './catalogue/all.ts';
import type { CatalogueEntry, Lang } from './catalogue/entry.ts';

export interface DescribedError {
  readonly code: string;
  readonly exitCode: number;
  /** What happened. */
  readonly title: string;
  /** What to do now. */
  readonly next: string;
  /** The error's own message, in English; counts and names only. */
  readonly detail: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** Page of the code, relative to the repository. */
  readonly docs: string;
}

/** These only say that another error ended something; the cause is what the user needs. */
const WRAPPERS: ReadonlySet<string> = new Set(['job-failed']);
/** Other people's codes for things we have a name for. */
const ALIASES: Readonly<Record<string, string>> = { ENOSPC: 'disk-full', EDQUOT: 'disk-full', ABORT_ERR: 'cancelled' };
const MAX_CAUSES = 16;

function* causes(error: unknown): Generator<object> {
  let at = error;
  for (let depth = 0; typeof at === 'object' && at !== null && depth < MAX_CAUSES; depth++) {
    yield at;
    at = 'cause' in at ? at.cause : undefined;
  }
}

function entryFor(error: object): CatalogueEntry | undefined {
  if ('code' in error && typeof error.code === 'string') {
    const code = Object.hasOwn(ALIASES, error.code) ? ALIASES[error.code] : error.code;
    return catalogue.get(code ?? '');
  }
  return 'name' in error && error.name === 'AbortError' ? catalogue.get('cancelled') : undefined;
}

function paramsOf(error: object): Readonly<Record<string, string | number>> {
  if (!('params' in error) || typeof error.params !== 'object' || error.params === null) return {};
  const plain = Object.entries(error.params).filter(
    ([, value]) => typeof value === 'string' || typeof value === 'number',
  );
  return Object.fromEntries(plain) as Record<string, string | number>;
}

function fill(template: string, params: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : '…',
  );
}

/**
 * The first error in the chain of causes that the catalogue knows, wrappers last. Takes errors, and `{ code, message,
 * params }` as a daemon sends them. What nobody knows is `unexpected`, exit code 1.
 */
export function describeError(error: unknown, lang: Lang): DescribedError {
  const known = [...causes(error)].flatMap((at) => {
    const found = entryFor(at);
    return found === undefined ? [] : [{ at, entry: found }];
  });
  const chosen = known.find(({ entry }) => !WRAPPERS.has(entry.code)) ?? known[0];
  const { at, entry } = chosen ?? { at: error, entry: unexpected };
  const params = typeof at === 'object' && at !== null ? paramsOf(at) : {};
  const detail = typeof at === 'object' && at !== null && 'message' in at ? String(at.message) : String(at);
  return {
    code: entry.code,
    exitCode: entry.exitCode,
    title: fill(entry[lang].title, params),
    next: fill(entry[lang].next, params),
    detail,
    params,
    docs: `docs/errors/${entry.code}.md`,
  };
}
