/** The operator's API of the coordinator, on its Unix socket. Shapes of requests are checked here, rules in `Coordinator`. */
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { changes } from '@coscore/node-core/daemon/admin.ts';
import type { Coordinator } from '../coordinator.ts';
import { isOver } from '../job.ts';
import { projectRequestSchema } from '../projects.ts';

const enrolmentSchema = z.strictObject({
  id: z.string(),
  role: z.enum(['party', 'helper']),
  certificatePem: z.string(),
});
const jobRequestSchema = z.strictObject({ project: z.string(), recipe: z.unknown() });
const idParams = z.object({ id: z.string() });
const digestParams = z.object({ digest: z.string() });

export function adminRoutes(coordinator: Coordinator, stop: () => void): (app: FastifyInstance) => void {
  return (app) => {
    app.get('/status', () => coordinator.status());
    app.post('/parties', async (request) => coordinator.enrol(enrolmentSchema.parse(request.body)));
    app.post('/projects', async (request) => ({
      digest: await coordinator.propose(projectRequestSchema.parse(request.body)),
    }));
    app.get('/projects', () => coordinator.projects());
    app.get('/projects/:digest', (request) => coordinator.project(digestParams.parse(request.params).digest));
    app.post('/jobs', async (request) => {
      const { project, recipe } = jobRequestSchema.parse(request.body);
      return { job: await coordinator.startJob(project, recipe) };
    });
    app.get('/jobs', () => coordinator.jobs());
    app.get('/jobs/:id', (request) => coordinator.job(idParams.parse(request.params).id));
    app.get('/jobs/:id/events', async (request, reply) => {
      const { id } = idParams.parse(request.params);
      const first = coordinator.job(id);
      const lines = changes(
        () => coordinator.job(id),
        (job) => isOver(job),
        () => coordinator.changed.next(),
      );
      await reply.type('application/x-ndjson').header('x-job', first.id).send(Readable.from(lines));
    });
    app.post('/jobs/:id/cancel', async (request) => {
      await coordinator.cancel(idParams.parse(request.params).id, 'cancelled by the operator of the coordinator');
      return {};
    });
    app.get('/audit', () => coordinator.audit());
    app.post('/shutdown', () => {
      setImmediate(stop);
      return {};
    });
  };
}
