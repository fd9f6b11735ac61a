/** What every daemon answers about its jobs: all, one, and one as it changes. */
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { changes } from './admin.ts';
import type { Changed } from './signal.ts';

export interface ShownJobs<J> {
  list(): readonly J[];
  /** @throws NodeError `job-unknown`. */
  show(id: string): J;
}

const idParams = z.object({ id: z.string() });

/** @param isOver after which the events of a job end. */
export function jobRoutes<J>(
  app: FastifyInstance,
  jobs: ShownJobs<J>,
  changed: Changed,
  isOver: (job: J) => boolean,
): void {
  app.get('/jobs', () => jobs.list());
  app.get('/jobs/:id', (request) => jobs.show(idParams.parse(request.params).id));
  app.get('/jobs/:id/events', async (request, reply) => {
    const { id } = idParams.parse(request.params);
    jobs.show(id);
    const lines = changes(
      () => jobs.show(id),
      isOver,
      () => changed.next(),
    );
    await reply.type('application/x-ndjson').send(Readable.from(lines));
  });
}

/** A node's own part of a job: between two attempts it is not over. */
export function nodeJobIsOver({ state }: { readonly state: string }): boolean {
  return state !== 'running' && state !== 'interrupted';
}
