/** What the daemon does about material dealt ahead; the rest of it is tested on real processes. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manifestDigest, openState, type State } from '@coscore/node-core';
import { sample } from '@coscore/node-core/manifest/sample.test-helper.ts';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PartyNode } from './party-node.ts';

const home = mkdtempSync(join(tmpdir(), 'cs-party-'));
let state: State;

beforeAll(async () => {
  state = await openState(join(home, 'state'), { engine: 'pglite' });
});
afterAll(async () => {
  await state.close();
  rmSync(home, { recursive: true, force: true });
});

const files = (): readonly string[] => readdirSync(join(home, 'pool'));

it('wipes what a dead job had taken when it starts, and what a project has when it is revoked', async () => {
  const { manifest, tax } = await sample();
  const project = manifestDigest(manifest);
  await state.projects.propose(manifest, '2029-01-01T00:00:00Z');
  await state.projects.setState(project, 'active');
  const open = (): PartyNode => new PartyNode(home, tax, state, pino({ level: 'silent' }));
  const add = async (node: PartyNode, id: string): Promise<void> => {
    const key = { project, peer: 'bank', helper: 'h', slots: 1, features: 1 };
    const writer = await node.pool.create({ ...key, id, role: 'feature', columns: 1, bytes: 40 }, new Uint8Array(32));
    await writer.write(new Uint8Array(8));
    await writer.keep();
  };
  const before = open();
  await before.load();
  await add(before, 'taken');
  await add(before, 'ready');
  await before.pool.claim([(await before.pool.list()).find(({ id }) => id === 'taken')!], 'job');
  await before.close();
  expect(files()).toHaveLength(2);

  const after = open();
  await after.load();
  expect(files()).toEqual(['ready']);
  await after.revoke(project, 'over');
  expect(files()).toEqual([]);
  expect(await after.pool.list()).toEqual([]);
  await after.close();
});
