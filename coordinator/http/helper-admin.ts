/** The owner's API of a separate helper, on its Unix socket. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { jobRoutes, nodeJobIsOver } from '@coscore/node-core/daemon/job-routes.ts';
import type { HelperNode } from '../helper-node.ts';

const coordinatorSchema = z.strictObject({ id: z.string(), address: z.string(), certificatePem: z.string() });

export function helperRoutes(node: HelperNode, stop: () => void): (app: FastifyInstance) => void {
  return (app) => {
    app.get('/status', () => node.status());
    app.post('/coordinator', (request) => node.pinCoordinator(coordinatorSchema.parse(request.body)));
    jobRoutes(app, node.jobs, node.jobs.changed, nodeJobIsOver);
    app.get('/audit', () => node.audit());
    app.get('/audit/export', () => node.exportAudit());
    app.post('/shutdown', () => {
      setImmediate(stop);
      return {};
    });
  };
}
