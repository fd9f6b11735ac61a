/** What the owner may ask of a party node over its socket. */
import { z } from 'zod';

export const coordinatorRequestSchema = z.strictObject({
  id: z.string(),
  address: z.string(),
  certificatePem: z.string(),
});
export type CoordinatorRequest = z.infer<typeof coordinatorRequestSchema>;

export const datasetRequestSchema = z.strictObject({
  name: z.string().min(1).max(100),
  path: z.string().min(1),
  id: z.string().min(1),
  label: z.string().min(1).optional(),
  /** Column of the label party that jobs may divide train from test by; it may be one of `drop`. */
  split: z.string().min(1).optional(),
  columns: z.array(z.string()).optional(),
  drop: z.array(z.string()).default([]),
  types: z.record(z.string(), z.enum(['number', 'category'])).default({}),
  role: z.enum(['label', 'feature']).optional(),
});
export type DatasetRequest = z.infer<typeof datasetRequestSchema>;

export const rejectionSchema = z.strictObject({ reason: z.string().min(1).max(500) });
