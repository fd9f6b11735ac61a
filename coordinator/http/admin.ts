/** The operator's API of the coordinator, on its Unix socket. Shapes of requests are checked here, rules in `Coordinator`. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { jobRoutes } from '@coscore/node-core/daemon/job-routes.ts';
import type { Coordinator } from '../coordinator.ts';
import { inviteRequestSchema } from '../enrolment.ts';
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
const reasonSchema = z.strictObject({ reason: z.string().min(1).max(500) });

export function adminRoutes(coordinator: Coordinator, stop: () => void): (app: FastifyInstance) => void {
  return (app) => {
    app.get('/status', () => coordinator.status());
    app.post('/parties', async (request) => coordinator.enrol(enrolmentSchema.parse(request.body)));
    app.post('/invites', async (request) => coordinator.invite(inviteRequestSchema.parse(request.body)));
    app.get('/offers', () => coordinator.offers());
    app.post('/projects', async (request) => ({
      digest: await coordinator.propose(projectRequestSchema.parse(request.body)),
    }));
    app.get('/projects', () => coordinator.projects());
    app.get('/projects/:digest', (request) => coordinator.project(digestParams.parse(request.params).digest));
    app.post('/projects/:digest/revoke', async (request) => {
      const { reason } = reasonSchema.parse(request.body);
      await coordinator.revoke(digestParams.parse(request.params).digest, reason);
      return {};
    });
    app.post('/jobs', async (request) => {
      const { project, recipe } = jobRequestSchema.parse(request.body);
      return { job: await coordinator.jobs.start(project, recipe) };
    });
    jobRoutes(app, coordinator.jobs, coordinator.changed, isOver);
    app.post('/jobs/:id/cancel', async (request) => {
      await coordinator.jobs.cancel(idParams.parse(request.params).id, 'cancelled by the operator of the coordinator');
      return {};
    });
    app.post('/jobs/:id/resume', async (request) => {
      await coordinator.jobs.resume(idParams.parse(request.params).id);
      return {};
    });
    app.get('/models', () => coordinator.registry.list());
    app.get('/models/:id', (request) => coordinator.registry.show(idParams.parse(request.params).id));
    app.get('/audit', () => coordinator.audit());
    app.get('/audit/export', () => coordinator.exportAudit());
    app.post('/shutdown', () => {
      setImmediate(stop);
      return {};
    });
  };
}
