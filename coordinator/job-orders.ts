/** What the jobs of a coordinator need of projects, sessions and orders, without any state. */
import { NodeError } from '@coscore/node-core';
import { helperOf, type Manifest } from '@coscore/node-core/manifest/index.ts';
import { orders } from './control.ts';
import type { Job } from './job.ts';
import { projectRevoked, type Project } from './projects.ts';

/** The session of one attempt: one-time material is numbered inside it, so it is never used twice. */
export function sessionId(job: { readonly id: string; readonly attempt: number }): string {
  return `${job.id}/${job.attempt}`;
}

/** The helper that is a node of its own. */
export function separateHelper(manifest: Manifest): string | undefined {
  const helper = helperOf(manifest);
  return helper === undefined || helper.id === manifest.coordinator.id ? undefined : helper.id;
}

/** @throws NodeError `manifest-unsigned`, `project-revoked`. */
export function mustBeActive(project: Project): Project {
  const { state, manifest } = project;
  if (state === 'revoked') throw projectRevoked(project);
  if (state !== 'active') {
    throw new NodeError('manifest-unsigned', `project ${manifest.project} is ${state}, not signed by every party`, {
      params: { party: '' },
    });
  }
  return project;
}

/** The nodes look at their own clocks as well; this spares them an attempt. @throws NodeError `manifest-expired`. */
export function mustNotBeExpired({ manifest }: Project): void {
  if (Date.now() < Date.parse(manifest.expires)) return;
  throw new NodeError('manifest-expired', `the manifest of ${manifest.project} expired at ${manifest.expires}`, {
    params: { expires: manifest.expires },
  });
}

/** Tells a node how the job has ended for all. */
export function endOrder({ id, state, error }: Job, reason?: string): Uint8Array {
  const why = reason ?? (error === undefined ? `the job is ${state}` : `${error.party} stopped with ${error.code}`);
  return orders.over(id, state as 'succeeded' | 'failed' | 'cancelled', why);
}
