/** Who may end a project, and what a coordinator ends by itself when it starts. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { NodeError, openState, type Identity, type State } from '@coscore/node-core';
import { signRotation } from '@coscore/node-core/enrol/rotation.ts';
import { createIdentity } from '@coscore/node-core/identity/index.ts';
import { manifestDigest } from '@coscore/node-core/manifest/index.ts';
import { sample, signedBy, type Sample } from '@coscore/node-core/manifest/sample.test-helper.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Attendance } from './control.ts';
import { Coordinator } from './coordinator.ts';
import { Enrolment } from './enrolment.ts';
import { ProjectBook } from './project-book.ts';

const log = pino({ level: 'silent' });
let folder: string;
let state: State;
let base: Sample;
let digest: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cs-book-'));
  state = await openState(join(folder, 'state'), { engine: 'pglite' });
  base = await sample();
  const { manifest, signatures } = signedBy(base.manifest, base.bank, base.tax);
  digest = manifestDigest(manifest);
  for (const { id, certificatePem } of [base.bank, base.tax])
    await state.enrolled.put({ id, role: 'party', certificatePem });
  await state.projects.propose(manifest, new Date().toISOString());
  await state.projects.addSignatures(digest, signatures);
  await state.projects.setState(digest, 'active');
}, 60_000);
afterEach(async () => {
  vi.restoreAllMocks();
  await state?.close();
  await rm(folder, { recursive: true, force: true });
});

const stored = async (): Promise<string | undefined> => (await state.projects.get(digest))?.state;

it('a node that is not in a project cannot end it; one that is in it can', async () => {
  const stopped: string[] = [];
  const refused: unknown[] = [];
  const book = new ProjectBook({
    identity: base.coordinator,
    state,
    attendance: new Attendance(),
    log,
    enrolled: () => undefined,
    record: async (event, { peer }) => void (event === 'refused' && refused.push(peer)),
    onChange: () => undefined,
    broken: (error) => expect.unreachable(String(error)),
    onRevoked: async (project) => void stopped.push(project.digest),
  });
  await book.load();
  await book.rejection('stranger', digest, 'because');
  expect([book.require(digest).state, await stored(), stopped, refused]).toEqual([
    'active',
    'active',
    [],
    ['stranger'],
  ]);
  await book.rejection('tax', digest, 'because');
  expect([book.require(digest).state, await stored(), stopped]).toEqual(['revoked', 'revoked', [digest]]);
});

const rotation = (old: Identity, next: Identity) =>
  ({
    kind: 'rotation',
    name: old.id,
    fingerprint: next.fingerprint,
    certificatePem: next.certificatePem,
    signature: signRotation(old, next.fingerprint, base.coordinator.fingerprint),
    from: 'x',
  }) as const;

it('a project that names a key which a node no longer has is void when the coordinator starts', async () => {
  const untouched = new Coordinator(base.coordinator, state, log);
  await untouched.load();
  expect(untouched.project(digest).state).toBe('active');
  // What a process leaves behind that died right after it took the new key over.
  await state.enrolled.replaceKey('tax', (await createIdentity('tax')).certificatePem);
  const coordinator = new Coordinator(base.coordinator, state, log);
  await coordinator.load();
  expect(coordinator.project(digest)).toMatchObject({ state: 'revoked', revokedBy: 'tax' });
  expect(await stored()).toBe('revoked');
});

it('a new key whose consequences cannot be written down stops the process', async () => {
  const broken: unknown[] = [];
  const steps: string[] = [];
  const enrolment = new Enrolment({
    identity: base.coordinator,
    state,
    record: async (event) => {
      steps.push(event);
      if (event === 'peer-removed') throw new NodeError('disk-full', 'no space is left');
    },
    onNewKey: async () => void steps.push('void'),
    onChange: () => undefined,
    broken: (error) => void broken.push(error),
  });
  await enrolment.load();
  const asked = rotation(base.tax, await createIdentity('tax'));
  await expect(enrolment.answer(asked)).rejects.toMatchObject({ code: 'disk-full' });
  expect(broken).toMatchObject([{ code: 'disk-full' }]);
  expect(steps.slice(0, 3)).toEqual(['key-rotated', 'void', 'peer-removed']);
});

it('an invite that replaces a key is used up before the key is replaced', async () => {
  const enrolment = new Enrolment({
    identity: base.coordinator,
    state,
    record: async () => undefined,
    onNewKey: async () => undefined,
    onChange: () => undefined,
    broken: () => undefined,
  });
  await enrolment.load();
  const { token } = await enrolment.invite({ name: 'tax', role: 'party', hours: 1, replace: true });
  const join = ({ id, fingerprint, certificatePem }: Identity) =>
    enrolment.answer({
      kind: 'join',
      name: id,
      token: Buffer.from(token, 'base64url'),
      fingerprint,
      certificatePem,
      from: 'x',
    });
  vi.spyOn(state.enrolled, 'replaceKey').mockRejectedValueOnce(new Error('died here'));
  await expect(join(await createIdentity('tax'))).rejects.toThrow('died here');
  await expect(join(await createIdentity('tax'))).rejects.toMatchObject({ code: 'invite-used' });
  expect((await state.enrolled.get('tax'))?.fingerprint).toBe(base.tax.fingerprint);
});

it.each([
  ['tax.example.org:7444', 'tax.example.org:7444'],
  ['0.0.0.0:7444', undefined],
  ['', undefined],
])('has the address of a node from its last hello, if others can dial it: %j', (said, kept) => {
  const book = new ProjectBook({
    identity: base.coordinator,
    state,
    attendance: new Attendance(),
    log,
    enrolled: () => undefined,
    record: () => Promise.resolve(),
    onChange: () => undefined,
    broken: (error) => expect.unreachable(String(error)),
    onRevoked: () => Promise.resolve(),
  });
  book.reachedAt('tax', 'before.example.org:1');
  book.reachedAt('tax', said);
  expect(book.addressOf('tax')).toBe(kept);
});
