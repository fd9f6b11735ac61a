/** What every daemon's owner may ask about its state. */
import { isAbsolute } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { backUpNode } from '../state/backup/index.ts';
import type { State } from '../state/index.ts';
import { COSCORE_VERSION } from './version.ts';

const backupRequestSchema = z.strictObject({
  /** Absolute path of a new file, written by the daemon. */
  file: z.string().refine(isAbsolute, 'an absolute path is needed'),
  withKeys: z.boolean().default(false),
});
export type BackupRequest = z.input<typeof backupRequestSchema>;

export function stateRoutes(app: FastifyInstance, { home, state }: { home: string; state: State }): void {
  // The daemon writes the file itself: a reader that stalls must not hold the snapshot, and with it the node, open.
  app.post('/state/backup', (request) => {
    const { file, withKeys } = backupRequestSchema.parse(request.body);
    return backUpNode(state, { home, file, withKeys, software: COSCORE_VERSION });
  });
}
