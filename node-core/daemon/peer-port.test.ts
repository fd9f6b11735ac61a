/** Who gets further than the handshake at a node's own port: by the projects that stand, and in its audit log if not. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Identity } from '../identity/identity.ts';
import { manifestDigest } from '../manifest/index.ts';
import { sample, type Sample } from '../manifest/sample.test-helper.ts';
import { openState, type State } from '../state/index.ts';
import type { PeerListener } from '../transport/index.ts';
import { secureContext } from '../transport/pin.ts';
import { DIRECT_PROTOCOL, encodeCall } from '../transport/relay/greeting.ts';
import { openPeerPort } from './peer-port.ts';

const log = pino({ level: 'silent' });
let folder: string;
let state: State;
let s: Sample;
let listener: PeerListener;
let digest: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cs-port-'));
  state = await openState(join(folder, 'state'), { engine: 'pglite' });
  s = await sample();
  listener = (await openPeerPort({ listen: '127.0.0.1:0' }, { identity: s.tax, state, log }))!;
  const at = (address: string) => ({ address });
  const [bank, tax] = s.manifest.parties;
  const manifest = {
    ...s.manifest,
    parties: [
      { ...bank!, ...at('bank:1') },
      { ...tax!, ...at(listener.address) },
    ],
  };
  digest = manifestDigest(manifest);
  await state.projects.propose(manifest, '2029-01-01T00:00:00.000Z');
}, 60_000);
afterAll(async () => {
  await listener?.close();
  await state?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What the node says to a call for a tunnel of another node: a refusal for a peer, nothing for anybody else. */
async function answerTo(who: Identity): Promise<string> {
  const [host, port] = listener.listen.split(':') as [string, string];
  const context = { secureContext: secureContext(who.forTls()), rejectUnauthorized: false };
  const socket = connect({ host, port: Number(port), ...context, ALPNProtocols: [DIRECT_PROTOCOL] });
  let got = '';
  socket.on('error', () => undefined).on('data', (chunk: Buffer) => (got += chunk.toString('latin1')));
  const introduction = { instance: '1'.repeat(32), versions: { min: 2, max: 2 } };
  socket.write(encodeCall({ session: 's', peer: 'nobody' }, undefined, introduction));
  await once(socket, 'close');
  return got;
}

it('is closed where no owner has opened one', async () => {
  expect(await openPeerPort({}, { identity: s.tax, state, log })).toBeUndefined();
});

it('answers a peer while a project that names both addresses is active, and not before or after', async () => {
  expect(await answerTo(s.bank)).toBe('');
  await state.projects.setState(digest, 'active');
  expect(await answerTo(s.bank)).toContain('party-not-allowed');
  expect(await answerTo(s.coordinator)).toBe('');
  await state.projects.setState(digest, 'revoked');
  expect(await answerTo(s.bank)).toBe('');
  const refused = (await state.audit.list()).filter(({ event }) => event === 'refused').map(({ details }) => details);
  expect(refused.map(({ reason }) => reason)).toEqual(['not-a-peer', 'not-this-node', 'not-a-peer', 'not-a-peer']);
  expect(refused.map(({ fingerprint }) => fingerprint)).toEqual(
    [s.bank, s.bank, s.coordinator, s.bank].map(({ fingerprint }) => fingerprint),
  );
});

it('that is taken is named', async () => {
  const again = openPeerPort({ listen: listener.listen }, { identity: s.tax, state, log });
  await expect(again).rejects.toMatchObject({ code: 'recipe-invalid', params: { field: '--listen' } });
});
