/** Names of nodes. ASCII only: they travel in gRPC metadata and certificates, and look-alike letters must not pass. */
import { z } from 'zod';

export const NODE_ID_PATTERN = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;

export const nodeIdSchema = z
  .string()
  .regex(
    NODE_ID_PATTERN,
    'a name has 1 to 63 letters, digits, dots, dashes or underscores and starts with a letter or digit',
  );

/** Lower-case hex SHA-256. */
export const fingerprintSchema = z.string().regex(/^[0-9a-f]{64}$/, 'a fingerprint is 64 lower-case hex digits');
