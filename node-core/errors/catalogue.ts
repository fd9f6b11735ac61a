/** Every error a user can meet, by code: what it means, what to do, and the exit code. Each has a page in docs/errors. */
export { catalogue, unexpected } from './catalogue/all.ts';
export { exitCodes, type CatalogueEntry, type ErrorGroup, type Lang } from './catalogue/entry.ts';
export { describeError, type DescribedError } from './describe.ts';
