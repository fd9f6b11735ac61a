/** Joining and changing keys over the real listener: what a stranger may do, and everything else that it may not. */
import { mkdtemp, rm } from 'node:fs/promises';
import { connect as connectTls } from 'node:tls';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Enrolment } from '@coscore/coordinator/enrolment.ts';
import type { Enrolled } from '@coscore/coordinator/projects.ts';
import { openState, type State } from '@coscore/node-core';
import {
  encodeInvite,
  joinCoordinator,
  parseInvite,
  rotateAtCoordinator,
  type Invite,
} from '@coscore/node-core/enrol/index.ts';
import { createIdentity, type Identity } from '@coscore/node-core/identity/index.ts';
import { CoordinatorEndpoint, type RefusedConnection } from '@coscore/node-core/transport/index.ts';
import { secureContext } from '@coscore/node-core/transport/pin.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let home: string;
let state: State;
let coordinator: Identity;
let enrolment: Enrolment;
let endpoint: CoordinatorEndpoint;
let now = new Date('2030-01-01T00:00:00Z');
const newKeys: (readonly [id: string, why: string])[] = [];
const turnedAway: RefusedConnection[] = [];

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'cs-enrol-'));
  [state, coordinator] = await Promise.all([
    openState(join(home, 'state'), { engine: 'pglite' }),
    createIdentity('hub'),
  ]);
  enrolment = new Enrolment({
    identity: coordinator,
    state,
    record: async (event, details) => void (await state.audit.append(event, details, now)),
    onNewKey: async (node: Enrolled, why) => void newKeys.push([node.id, why]),
    onChange: () => undefined,
    broken: (error) => {
      throw error;
    },
    now: () => now,
  });
  await enrolment.load();
  endpoint = await CoordinatorEndpoint.listen({
    identity: coordinator.forTls(),
    host: '127.0.0.1',
    port: 0,
    enrolled: (fingerprint) => enrolment.byFingerprint(fingerprint)?.id,
    mayRelay: () => false,
    onAttend: () => undefined,
    onEnrol: (request) => enrolment.answer(request),
    onRefused: (refused) => turnedAway.push(refused),
  });
});
afterAll(async () => {
  await endpoint?.close();
  await state?.close();
  await rm(home, { recursive: true, force: true });
});

async function invite(name: string, options: { hours?: number; replace?: boolean } = {}): Promise<Invite> {
  const request = { name, role: 'party' as const, hours: options.hours ?? 48, replace: options.replace ?? false };
  const { token, expires } = await enrolment.invite(request);
  const { id, fingerprint } = coordinator;
  const line = {
    address: endpoint.address,
    coordinator: id,
    fingerprint,
    name,
    role: 'party' as const,
    token,
    expires,
  };
  return parseInvite(encodeInvite(line));
}

const refusals = async (): Promise<readonly unknown[]> =>
  (await state.audit.list()).filter(({ event }) => event === 'refused').map(({ details }) => details['code']);

describe('an invite', () => {
  it('enrols the key that the connection proves, and gives the coordinator to pin', async () => {
    const bank = await createIdentity('bank');
    const known = await joinCoordinator(await invite('bank'), bank);
    expect(known).toMatchObject({ id: 'hub', fingerprint: coordinator.fingerprint });
    expect(known.certificatePem.trim()).toBe(coordinator.certificatePem.trim());
    expect(enrolment.byFingerprint(bank.fingerprint)).toMatchObject({ id: 'bank', role: 'party' });
    expect((await state.enrolled.get('bank'))?.fingerprint).toBe(bank.fingerprint);
  });

  it('is good once; whoever used it may hear the answer again, another key may not', async () => {
    const [first, second] = await Promise.all([createIdentity('tax'), createIdentity('tax')]);
    const line = await invite('tax');
    await joinCoordinator(line, first);
    await joinCoordinator(line, first);
    await expect(joinCoordinator(line, second)).rejects.toMatchObject({ code: 'invite-used' });
    expect(enrolment.get('tax')?.fingerprint).toBe(first.fingerprint);
    expect(await refusals()).toContain('invite-used');
  });

  it('enrols one of two that bring it at once', async () => {
    const both = await Promise.all([createIdentity('twin'), createIdentity('twin')]);
    const line = await invite('twin');
    const ends = await Promise.allSettled(both.map((identity) => joinCoordinator(line, identity)));
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is refused when it expired, was made up, is of another name, or a newer one was made', async () => {
    const late = await createIdentity('late');
    const short = await invite('late', { hours: 1 });
    now = new Date(now.getTime() + 3_600_001);
    await expect(joinCoordinator(short, late)).rejects.toMatchObject({ code: 'invite-expired' });
    const made = { ...short, token: Buffer.alloc(16, 7).toString('base64url') };
    await expect(joinCoordinator(made, late)).rejects.toMatchObject({ code: 'invite-invalid' });
    const mine = await invite('late');
    await expect(joinCoordinator(mine, await createIdentity('other'))).rejects.toMatchObject({
      code: 'invite-invalid',
    });
    await invite('late');
    await expect(joinCoordinator(mine, late)).rejects.toMatchObject({ code: 'invite-invalid' });
    expect(enrolment.get('late')).toBeUndefined();
  });

  it('is not made for a name that is taken, or for the coordinator itself', async () => {
    for (const name of ['bank', 'hub']) await expect(invite(name)).rejects.toMatchObject({ code: 'name-taken' });
  });

  it('never reaches a coordinator with another key', async () => {
    const line = { ...(await invite('careful')), fingerprint: 'f'.repeat(64) };
    const careful = await createIdentity('careful');
    await expect(joinCoordinator(line, careful)).rejects.toMatchObject({ code: 'fingerprint-mismatch' });
    expect(enrolment.get('careful')).toBeUndefined();
  });

  it('leaves only a hash of its token in the state', async () => {
    const { token } = await invite('secretive');
    const kept = JSON.stringify(await state.meta.get('invite/secretive'));
    expect(kept).toContain('hash');
    for (const encoding of ['base64url', 'hex', 'base64'] as const)
      expect(kept).not.toContain(Buffer.from(token, 'base64url').toString(encoding));
  });

  it('says so when nobody answers', async () => {
    const line = { ...(await invite('far')), address: '127.0.0.1:1' };
    await expect(joinCoordinator(line, await createIdentity('far'))).rejects.toMatchObject({
      code: 'coordinator-unreachable',
    });
  });
});

describe('a stranger', () => {
  it('is cut off on every other protocol without a byte', async () => {
    const stranger = await createIdentity('stranger');
    const [host, port] = endpoint.address.split(':');
    const socket = connectTls({
      host,
      port: Number(port),
      secureContext: secureContext(stranger.forTls()),
      rejectUnauthorized: false,
      ALPNProtocols: ['h2'],
    });
    let bytes = 0;
    socket.on('data', (chunk: Buffer) => (bytes += chunk.length)).on('error', () => undefined);
    await new Promise((done) => socket.once('close', done));
    expect(bytes).toBe(0);
    expect(turnedAway).toContainEqual(expect.objectContaining({ fingerprint: stranger.fingerprint }));
  });
});

describe('a lost key', () => {
  it('is replaced by a new decision of the operator only', async () => {
    const [old, next] = await Promise.all([createIdentity('mill'), createIdentity('mill')]);
    await joinCoordinator(await invite('mill'), old);
    await joinCoordinator(await invite('mill', { replace: true }), next);
    expect(enrolment.byFingerprint(old.fingerprint)).toBeUndefined();
    expect(enrolment.byFingerprint(next.fingerprint)?.id).toBe('mill');
    expect(newKeys).toContainEqual(['mill', 'its key was lost and replaced']);
  });
});

describe('a rotated key', () => {
  const known = (): Parameters<typeof rotateAtCoordinator>[0] => ({
    id: coordinator.id,
    address: endpoint.address,
    fingerprint: coordinator.fingerprint,
  });

  it('follows the old one with its signature, again after a lost answer, and not backwards', async () => {
    const [old, next] = await Promise.all([createIdentity('port'), createIdentity('port')]);
    await joinCoordinator(await invite('port'), old);
    await rotateAtCoordinator(known(), old, next);
    await rotateAtCoordinator(known(), old, next);
    expect(enrolment.get('port')?.fingerprint).toBe(next.fingerprint);
    expect(newKeys.filter(([id]) => id === 'port')).toEqual([['port', 'its key was rotated']]);
    const rotations = (await state.audit.list()).filter(({ event }) => event === 'key-rotated');
    expect(rotations.map(({ details }) => details)).toMatchObject([
      { peer: 'port', from: old.fingerprint, to: next.fingerprint },
    ]);
    // What the old key signs counts no more.
    await expect(rotateAtCoordinator(known(), old, await createIdentity('port'))).rejects.toMatchObject({
      code: 'fingerprint-mismatch',
    });
  });

  it('is refused with the signature of any other key', async () => {
    const [mine, thief] = await Promise.all([createIdentity('shop'), createIdentity('shop')]);
    await joinCoordinator(await invite('shop'), mine);
    await expect(rotateAtCoordinator(known(), thief, await createIdentity('shop'))).rejects.toMatchObject({
      code: 'fingerprint-mismatch',
    });
    await expect(rotateAtCoordinator(known(), thief, await createIdentity('nobody'))).rejects.toMatchObject({
      code: 'fingerprint-mismatch',
    });
    expect(enrolment.get('shop')?.fingerprint).toBe(mine.fingerprint);
  });
});

describe('too many strangers', () => {
  it('are told to wait', async () => {
    const made: Invite = { ...(await invite('flood')), token: Buffer.alloc(16).toString('base64url') };
    const flood = await createIdentity('flood');
    const codes: string[] = [];
    for (let i = 0; i < 40; i++)
      codes.push(
        await joinCoordinator(made, flood).then(
          () => 'in',
          (error: { code: string }) => error.code,
        ),
      );
    expect(codes.at(-1)).toBe('too-many-attempts');
    expect(codes.filter((code) => code !== 'too-many-attempts').every((code) => code === 'invite-invalid')).toBe(true);
  });
});

it('strangers that knock without end are not recorded without end', async () => {
  const key = secureContext((await createIdentity('loud')).forTls());
  const [host, port] = endpoint.address.split(':');
  const before = turnedAway.length;
  for (let knock = 0; knock < 40; knock++) {
    const options = { host, port: Number(port), secureContext: key, rejectUnauthorized: false, ALPNProtocols: ['h2'] };
    const socket = connectTls(options).on('error', () => undefined);
    socket.resume();
    await new Promise((done) => socket.once('close', done));
  }
  const told = turnedAway.slice(before);
  const unrecorded = told.reduce((sum, refused) => sum + (refused.unrecorded ?? 0), 0);
  expect(told.length).toBeLessThan(40);
  expect(told.length + unrecorded).toBeLessThanOrEqual(40);
});
