/** What the owner may ask of a party node over its socket. */
import { z } from 'zod';

export const coordinatorRequestSchema = z.strictObject({
  id: z.string(),
  address: z.string(),
  certificatePem: z.string(),
});
export type CoordinatorRequest = z.infer<typeof coordinatorRequestSchema>;

/** A table or query of a PostgreSQL server; its URL stays in the environment of the node's process. */
const postgresReferenceSchema = z
  .strictObject({
    urlEnv: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,99}$/, 'the name of an environment variable is needed'),
    table: z.string().min(1).max(300).optional(),
    query: z.string().min(1).max(50_000).optional(),
  })
  .refine(({ table, query }) => (table === undefined) !== (query === undefined), 'name either a table or a query');

const datasetShape = z.strictObject({
  name: z.string().min(1).max(100),
  /** CSV or Parquet file. */
  path: z.string().min(1).optional(),
  postgres: postgresReferenceSchema.optional(),
  id: z.string().min(1),
  label: z.string().min(1).optional(),
  /** Column of the label party that jobs may divide train from test by; it may be one of `drop`. */
  split: z.string().min(1).optional(),
  columns: z.array(z.string()).optional(),
  drop: z.array(z.string()).default([]),
  types: z.record(z.string(), z.enum(['number', 'category'])).default({}),
  role: z.enum(['label', 'feature']).optional(),
});

export const datasetRequestSchema = datasetShape.refine(
  ({ path, postgres }) => (path === undefined) !== (postgres === undefined),
  'name either a file or a PostgreSQL source',
);
export type DatasetRequest = z.infer<typeof datasetRequestSchema>;

/** Names whose other key than before the owner accepts. */
export const approvalSchema = z.strictObject({ newKeys: z.array(z.string()).max(8).default([]) });

export const rejectionSchema = z.strictObject({ reason: z.string().min(1).max(500) });

/** @see Batches.ask */
export const scoreRequestSchema = z.strictObject({ model: z.string().min(1).max(64), file: z.string().min(1) });
