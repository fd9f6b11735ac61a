/** The owner's API of a separate helper, on its Unix socket. */
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { changes } from '@coscore/node-core/daemon/admin.ts';
import type { HelperNode } from '../helper-node.ts';

const coordinatorSchema = z.strictObject({ id: z.string(), address: z.string(), certificatePem: z.string() });
const idParams = z.object({ id: z.string() });

export function helperRoutes(node: HelperNode, stop: () => void): (app: FastifyInstance) => void {
  return (app) => {
    app.get('/status', () => node.status());
    app.post('/coordinator', (request) => node.pinCoordinator(coordinatorSchema.parse(request.body)));
    app.get('/jobs', () => node.jobs.list());
    app.get('/jobs/:id', (request) => node.jobs.show(idParams.parse(request.params).id));
    app.get('/jobs/:id/events', async (request, reply) => {
      const { id } = idParams.parse(request.params);
      node.jobs.show(id);
      const lines = changes(
        () => node.jobs.show(id),
        (job) => job.state !== 'running' && job.state !== 'interrupted',
        () => node.jobs.changed.next(),
      );
      await reply.type('application/x-ndjson').send(Readable.from(lines));
    });
    app.get('/audit', () => node.audit());
    app.get('/audit/export', () => node.exportAudit());
    app.post('/shutdown', () => {
      setImmediate(stop);
      return {};
    });
  };
}
