/** Projects: a manifest is drafted here from what its parties published, and is active once every one of them signed. */
import { NodeError } from '@coscore/node-core';
import {
  defaultPolicy,
  directPairs,
  manifestDigest,
  manifestSchema,
  policySchema,
  reachable,
  verifySignedManifest,
  type Manifest,
} from '@coscore/node-core/manifest/index.ts';
import { z } from 'zod';

/** What the operator asks for; fingerprints and schemas come from the enrolment and from what the nodes published. */
export const projectRequestSchema = z.strictObject({
  project: z.string().min(1).max(100),
  profile: z.enum(['aided', 'blind']),
  parties: z
    .array(z.strictObject({ id: z.string(), role: z.enum(['label', 'feature']), dataset: z.string() }))
    .min(2)
    .max(8),
  models: z.array(z.string()).min(1),
  join: z.enum(['inner', 'left']).default('inner'),
  /** A node enrolled as helper; the coordinator itself when absent. */
  helper: z.string().optional(),
  policy: policySchema.partial().default({}),
  purpose: z.string().min(1),
  expires: z.iso.datetime(),
  runs: z.int().positive(),
  /** Name the addresses of the nodes that listen, so that every two of them are connected directly. */
  direct: z.boolean().default(false),
});
export type ProjectRequest = z.infer<typeof projectRequestSchema>;

/** One enrolled node. */
export interface Enrolled {
  readonly id: string;
  readonly role: 'party' | 'helper';
  readonly certificatePem: string;
  readonly fingerprint: string;
}

export type ProjectState = 'proposed' | 'active' | 'rejected' | 'revoked';

export interface Project {
  readonly digest: string;
  readonly state: ProjectState;
  readonly manifest: Manifest;
  readonly signatures: Readonly<Record<string, string>>;
  readonly reason?: string;
  /** Who withdrew, once it is revoked. */
  readonly revokedBy?: string;
}

/** What a data party published of one dataset. */
export type PublishedDataset = Omit<Manifest['parties'][number]['dataset'], never>;

/** What this coordinator knows of its nodes. */
export interface Roster {
  readonly enrolled: (id: string) => Enrolled | undefined;
  readonly dataset: (party: string, name: string) => PublishedDataset | undefined;
  /** Where a node said that its peers reach it. */
  readonly address: (id: string) => string | undefined;
}

/**
 * @throws NodeError `party-not-allowed` for a party that is not enrolled or has not published that dataset;
 *   `recipe-invalid` when fewer than two could be connected directly, though that was asked for.
 */
export function draftManifest(
  request: ProjectRequest,
  coordinator: { id: string; fingerprint: string },
  roster: Roster,
): Manifest {
  const { enrolled, dataset } = roster;
  const at = (id: string): { address?: string } => {
    const address = request.direct ? roster.address(id) : undefined;
    return address === undefined ? {} : { address };
  };
  const parties = request.parties.map(({ id, role, dataset: name }) => {
    const node = enrolled(id);
    if (node === undefined) {
      throw new NodeError('party-not-allowed', `${id} is not enrolled at this coordinator; enrol it first`, {
        params: { party: id },
      });
    }
    const published = dataset(id, name);
    if (published === undefined) {
      throw new NodeError(
        'party-not-allowed',
        `${id} has not published a dataset ${name}; it must run \`coscore data add\` first`,
        {
          params: { party: id },
        },
      );
    }
    const { fingerprint, certificatePem } = node;
    return { id, role, fingerprint, certificatePem, dataset: published, ...at(id) };
  });
  const { project, profile, models, join, purpose, expires, runs } = request;
  const helper = profile === 'aided' ? helperNode(request, coordinator, enrolled) : undefined;
  const own = helper === undefined || helper.id === coordinator.id ? {} : at(helper.id);
  const manifest = manifestSchema.parse({
    version: 1,
    project,
    profile,
    ...(helper === undefined ? {} : { helper: { ...helper, ...own } }),
    coordinator,
    parties,
    models,
    join,
    policy: { ...defaultPolicy, ...request.policy },
    purpose,
    expires,
    runs,
  });
  if (request.direct && directPairs(manifest).length === 0) throw nobodyListens(manifest);
  return manifest;
}

function nobodyListens(manifest: Manifest): NodeError {
  const listening = reachable(manifest).map(({ id }) => id);
  const who = listening.length === 0 ? 'no node of this project listens' : `only ${listening.join(', ')} listens`;
  return new NodeError(
    'recipe-invalid',
    `two nodes are connected directly when both listen, and ${who}: their owners run \`coscore party listen\` and start them again`,
    { params: { field: '--direct' } },
  );
}

export function proposed(manifest: Manifest): Project {
  return { digest: manifestDigest(manifest), state: 'proposed', manifest, signatures: {} };
}

/** Takes one party's signature; the project turns active when the last one is in and all of them verify. */
export function signed(project: Project, party: string, signature: string): Project {
  if (project.state !== 'proposed' || !project.manifest.parties.some(({ id }) => id === party)) return project;
  const signatures = { ...project.signatures, [party]: signature };
  const complete = project.manifest.parties.every(({ id }) => signatures[id] !== undefined);
  if (complete) verifySignedManifest({ manifest: project.manifest, signatures });
  return { ...project, signatures, state: complete ? 'active' : 'proposed' };
}

export function rejected(project: Project, party: string, reason: string): Project {
  if (project.state !== 'proposed' || !project.manifest.parties.some(({ id }) => id === party)) return project;
  return { ...project, state: 'rejected', reason: `${party}: ${reason}` };
}

/** A party withdrew from what all had signed, or signed with a key that is no longer its own. */
export function revoked(project: Project, by: string, reason: string): Project {
  if (project.state !== 'active' && project.state !== 'proposed') return project;
  return { ...project, state: 'revoked', revokedBy: by, reason: `${by}: ${reason}` };
}

/** @throws NodeError `party-not-allowed` unless the named node is enrolled as helper and brings no data. */
function helperNode(
  request: ProjectRequest,
  coordinator: { id: string; fingerprint: string },
  enrolled: (id: string) => Enrolled | undefined,
): { id: string; fingerprint: string } {
  const { helper } = request;
  if (helper === undefined || helper === coordinator.id) return coordinator;
  const node = enrolled(helper);
  if (node?.role !== 'helper' || request.parties.some(({ id }) => id === helper)) {
    throw new NodeError('party-not-allowed', `${helper} is not enrolled as a helper at this coordinator`, {
      params: { party: helper },
    });
  }
  return { id: node.id, fingerprint: node.fingerprint };
}

export function projectRevoked({ manifest, digest, reason }: Project): NodeError {
  return new NodeError('project-revoked', `project ${manifest.project} was revoked by ${reason ?? 'a party'}`, {
    params: { project: digest },
  });
}
