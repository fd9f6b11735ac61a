/** The owner's API of a party node, on its Unix socket. Shapes of requests are checked here, rules in `PartyNode`. */
import { createReadStream } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { jobRoutes, nodeJobIsOver } from '@coscore/node-core/daemon/job-routes.ts';
import { exportFiles } from '../export-files.ts';
import type { PartyNode } from '../party-node.ts';
import {
  approvalSchema,
  coordinatorRequestSchema,
  datasetRequestSchema,
  rejectionSchema,
  scoreRequestSchema,
} from './requests.ts';

const REPORT_TYPES = {
  'report.json': 'application/json; charset=utf-8',
  'report.html': 'text/html; charset=utf-8',
  'report.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
const reportParams = z.object({ id: z.string(), file: z.enum(['report.json', 'report.html', 'report.xlsx']) });

const exportParams = z.object({ id: z.string(), file: z.enum(exportFiles) });

const idParams = z.object({ id: z.string() });
const nameParams = z.object({ name: z.string() });
const digestParams = z.object({ digest: z.string() });

export function adminRoutes(node: PartyNode, stop: () => void): (app: FastifyInstance) => void {
  return (app) => {
    app.get('/status', () => node.status());
    app.post('/coordinator', async (request) => node.pinCoordinator(coordinatorRequestSchema.parse(request.body)));

    app.post('/datasets', async (request) => ({
      profile: await node.datasets.add(datasetRequestSchema.parse(request.body)),
    }));
    app.get('/datasets', () => node.datasets.list());
    app.get('/datasets/:name', (request) => node.datasets.show(nameParams.parse(request.params).name));
    app.delete('/datasets/:name', async (request) => {
      await node.datasets.remove(nameParams.parse(request.params).name);
      return {};
    });

    app.get('/projects', () => node.projects.list());
    app.post('/projects/:digest/approve', async (request) => {
      const { newKeys } = approvalSchema.parse(request.body ?? {});
      await node.projects.approve(digestParams.parse(request.params).digest, newKeys);
      return {};
    });
    app.post('/projects/:digest/reject', async (request) => {
      const { reason } = rejectionSchema.parse(request.body);
      await node.projects.reject(digestParams.parse(request.params).digest, reason);
      return {};
    });

    app.post('/projects/:digest/revoke', async (request) => {
      const { reason } = rejectionSchema.parse(request.body);
      await node.revoke(digestParams.parse(request.params).digest, reason);
      return {};
    });

    jobRoutes(app, node.jobs, node.jobs.changed, nodeJobIsOver);
    app.post('/jobs/:id/cancel', async (request) => {
      await node.jobs.cancel(idParams.parse(request.params).id);
      return {};
    });
    app.get('/jobs/:id/:file', async (request, reply) => {
      const { id, file } = reportParams.parse(request.params);
      await reply.type(REPORT_TYPES[file]).send(createReadStream(node.jobs.reportFile(id, file)));
    });

    app.get('/models', () => node.models.list());
    app.get('/models/:id', (request) => node.models.show(idParams.parse(request.params).id));

    app.get('/models/:id/:file', async (request, reply) => {
      const { id, file } = exportParams.parse(request.params);
      await reply.type('application/octet-stream').send(Buffer.from(await node.exportModel(id, file)));
    });

    app.post('/scores', async (request) => {
      const { model, file } = scoreRequestSchema.parse(request.body);
      return node.batches.ask(model, file);
    });
    app.get('/scores', () => node.batches.list());
    app.get('/scores/:id', (request) => node.batches.show(idParams.parse(request.params).id));
    app.get('/scores/:id/scores.csv', async (request, reply) => {
      const path = node.batches.file(idParams.parse(request.params).id);
      await reply.type('text/csv; charset=utf-8').send(createReadStream(path));
    });

    app.get('/pool', () => node.pool.list());
    app.post('/pool/:digest/wipe', async (request) => ({
      wiped: await node.pool.wipe(digestParams.parse(request.params).digest, 'owner'),
    }));

    app.get('/audit', () => node.audit.list());
    app.get('/audit/export', () => node.exportAudit());
    app.post('/shutdown', () => {
      setImmediate(stop);
      return {};
    });
  };
}
