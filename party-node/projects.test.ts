/** What meets on its way: the owner's decision stays, whatever the coordinator says in the same moment. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuditLog, openState, type State } from '@coscore/node-core';
import { type Manifest, manifestDigest } from '@coscore/node-core/manifest/index.ts';
import { type Sample, sample, signedBy } from '@coscore/node-core/manifest/sample.test-helper.ts';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { Datasets } from './datasets.ts';
import { Projects } from './projects.ts';

const AT = '2029-01-01T00:00:00.000Z';
const WHY = 'the owner withdrew';
let folder: string;
let state: State;
let s: Sample;
let projects: Projects;
let made = 0;
let manifest: Manifest;
let digest: string;
let told: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cs-projects-'));
  state = await openState(join(folder, 'state'), { engine: 'pglite' });
  s = await sample();
}, 60_000);
afterAll(async () => {
  await state.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  told = [];
  const audit = new AuditLog(state.db);
  projects = new Projects(s.tax, state, audit, new Datasets(state, audit, () => undefined), {
    signature: () => told.push('signed'),
    rejection: (_digest, reason) => told.push(reason),
  });
  manifest = { ...s.manifest, purpose: `purpose ${++made}` };
  digest = manifestDigest(manifest);
  await state.projects.propose(manifest, AT);
});

const signed = (): string => JSON.stringify(signedBy(manifest, s.bank, s.tax));
const stateNow = async (): Promise<string> => (await state.projects.require(digest)).state;
const entries = async (): Promise<readonly string[]> =>
  (await new AuditLog(state.db).list())
    .filter(({ details }) => details['project'] === digest)
    .map(({ event }) => event);

it('activates a project that this node approved', async () => {
  await state.projects.setState(digest, 'approved');
  await projects.activated(signed());
  expect(await stateNow()).toBe('active');
  expect(await entries()).toEqual(['active-manifest']);
});

it('does not activate what this node has not approved', async () => {
  await projects.activated(signed());
  expect(await stateNow()).toBe('proposed');
  expect(told).toEqual([]);
});

it('stays revoked when the last signature arrives between the look and the change', async () => {
  await state.projects.setState(digest, 'approved');
  const add = state.projects.addSignatures.bind(state.projects);
  const between = vi.spyOn(state.projects, 'addSignatures').mockImplementationOnce(async (...what) => {
    await projects.revoke(digest, WHY);
    return add(...what);
  });
  await projects.activated(signed());
  expect(between).toHaveBeenCalledOnce();
  between.mockRestore();
  expect(await stateNow()).toBe('revoked');
  expect(await entries()).toEqual(['revoked-manifest']);
  // The second time, since the coordinator takes it for active.
  expect(told).toEqual([WHY, `tax: ${WHY}`]);
  await expect(projects.active(digest)).rejects.toMatchObject({ code: 'project-revoked' });
});

it('signs nothing that was revoked or rejected while its owner was approving', async () => {
  vi.spyOn(Datasets.prototype, 'show').mockResolvedValue({
    published: { ...manifest.parties[1]!.dataset },
  } as unknown as Awaited<ReturnType<Datasets['show']>>);
  const list = state.enrolled.list.bind(state.enrolled);
  const between = vi.spyOn(state.enrolled, 'list');
  between.mockImplementationOnce(async () => {
    await projects.revokedElsewhere(digest, 'bank', 'bank: over');
    return list();
  });
  await expect(projects.approve(digest)).rejects.toMatchObject({ code: 'project-revoked' });

  manifest = { ...s.manifest, purpose: 'rejected meanwhile' };
  digest = manifestDigest(manifest);
  await state.projects.propose(manifest, AT);
  between.mockImplementationOnce(async () => {
    await projects.reject(digest, 'no');
    return list();
  });
  await expect(projects.approve(digest)).rejects.toMatchObject({ code: 'manifest-unsigned' });
  expect(await stateNow()).toBe('rejected');
  expect(told).toEqual(['no']);

  // Control: without anybody in between it is signed.
  manifest = { ...s.manifest, purpose: 'approved' };
  digest = manifestDigest(manifest);
  await state.projects.propose(manifest, AT);
  await projects.approve(digest);
  expect(await stateNow()).toBe('approved');
  expect(told).toEqual(['no', 'signed']);
  vi.restoreAllMocks();
});

it('keeps who withdrew first, and what was rejected', async () => {
  await state.projects.setState(digest, 'active');
  await Promise.all([
    projects.revokedElsewhere(digest, 'bank', 'bank: over'),
    projects.revokedElsewhere(digest, 'bank', 'bank: again'),
  ]);
  expect(await entries()).toEqual(['revoked-manifest']);
  await expect(projects.reject(digest, 'no')).rejects.toMatchObject({ code: 'manifest-unsigned' });
  await state.projects.setState(digest, 'rejected', 'no');
  await projects.revokedElsewhere(digest, 'bank', 'bank: over');
  expect(await stateNow()).toBe('rejected');
});

it('signs no manifest that names another address for this node than its own', async () => {
  const [bank, tax] = s.manifest.parties;
  manifest = { ...manifest, parties: [bank!, { ...tax!, address: 'elsewhere.example.org:7444' }] };
  digest = manifestDigest(manifest);
  await state.projects.propose(manifest, AT);
  await expect(projects.approve(digest)).rejects.toMatchObject({
    code: 'direct-unreachable',
    params: { address: 'elsewhere.example.org:7444' },
  });
  expect([await stateNow(), told]).toEqual(['proposed', []]);
});
