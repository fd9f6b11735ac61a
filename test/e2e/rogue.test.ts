/**
 * What a real node refuses from a coordinator and from a peer that do not keep to the rules. Both are played by the test;
 * the node under attack is a process of its own, and every refusal has its name and its entry in the audit log.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { orders } from '@coscore/coordinator/control.ts';
import { verifyChain } from '@coscore/node-core/audit/index.ts';
import { createIdentity } from '@coscore/node-core/identity/index.ts';
import { canonicalJson, manifestDigest, type Manifest } from '@coscore/node-core/manifest/index.ts';
import type { NodeEndpoint } from '@coscore/node-core/transport/index.ts';
import { agreeTerms } from '@coscore/party-node/stages/agree-terms.ts';
import { agreeOnResumePoint } from '@coscore/party-node/stages/resume-point.ts';
import type { JobContext } from '@coscore/party-node/stages/context.ts';
import { wire } from '@coscore/proto';
import type { PartyId, Session } from '@coscore/protocols';
import { alignAsParty } from '@coscore/protocols/align/index.ts';
import { openRogueTunnel, type RogueTunnel } from '../support/rogue-tunnel.ts';
import { eventually } from '../support/running-lab.ts';
import { tampering, type Outgoing } from '../support/tampering.ts';
import { alignRecipe, firmIds, TestCoordinator, type JobFailed } from '../support/test-coordinator.ts';

let rogue: TestCoordinator;
const cleanup: (() => void | Promise<void>)[] = [];

beforeAll(async () => {
  rogue = await TestCoordinator.start();
}, 120_000);
afterEach(async () => {
  for (const close of cleanup.splice(0)) await close();
});
afterAll(() => rogue?.close());

/** Sends the final manifest as bytes and waits for the node's refusal. */
async function refusedProject(purpose: string, change: (text: string) => string): Promise<Record<string, unknown>> {
  const signed = await rogue.agree(await rogue.manifest(purpose));
  const before = (await rogue.audit()).length;
  const text = change(JSON.stringify(signed));
  expect(text).not.toBe(JSON.stringify(signed));
  await rogue.say(orders.project(text));
  const entry = await eventually('a refusal', async () =>
    (await rogue.audit()).slice(before).find(({ event }) => event === 'refused'),
  );
  const project = (await rogue.bank.client.projects()).find(({ digest }) => digest === manifestDigest(signed.manifest));
  expect(project?.state).toBe('approved');
  return entry.details;
}

describe('a manifest that is not what the parties signed', () => {
  const changes: readonly (readonly [what: string, code: string, change: (text: string) => string])[] = [
    ['one more run', 'manifest-tampered', (text) => text.replace('"runs":9', '"runs":10')],
    ['another purpose', 'manifest-tampered', (text) => text.replace('"purpose":"one', '"purpose":"two')],
    ['a weaker policy', 'manifest-tampered', (text) => text.replace('"minRowsPerBin":50', '"minRowsPerBin":51')],
    ['another profile', 'manifest-tampered', (text) => text.replace('"profile":"blind"', '"profile":"aided"')],
    ['one more column', 'manifest-tampered', (text) => text.replace('"name":"turnover"', '"name":"turnovers"')],
    [
      'one signature less',
      'manifest-unsigned',
      (text) => text.replace(/"signatures":\{"bank":"[^"]*",/, '"signatures":{'),
    ],
    [
      'a signature with one bit changed',
      'manifest-tampered',
      (text) =>
        text.replace(
          /("signatures":\{"bank":")(.)/,
          (_, head: string, first: string) => head + (first === 'A' ? 'B' : 'A'),
        ),
    ],
    ['an unknown key', 'manifest-invalid', (text) => text.replace('"version":1', '"version":1,"debug":true')],
    ['a cut text', 'manifest-invalid', (text) => text.slice(0, -20)],
  ];
  it.each(changes)('(%s) is refused as %s', async (what, code, change) => {
    expect(await refusedProject(`one ${what}`, change)).toMatchObject({ order: 'project', code });
  });

  it('is refused wherever one byte is changed', async () => {
    const signed = await rogue.agree(await rogue.manifest('any byte'));
    const text = JSON.stringify(signed);
    const before = (await rogue.audit()).length;
    const places = Array.from({ length: 25 }, (_, i) => Math.floor((i * text.length) / 25));
    for (const at of places) {
      await rogue.say(orders.project(text.slice(0, at) + (text[at] === 'x' ? 'y' : 'x') + text.slice(at + 1)));
    }
    const refused = await eventually('every refusal', async () => {
      const found = (await rogue.audit()).slice(before).filter(({ event }) => event === 'refused');
      return found.length >= places.length ? found : undefined;
    });
    const codes = new Set(refused.map(({ details }) => details['code']));
    const known = ['manifest-tampered', 'manifest-invalid', 'manifest-unsigned', 'fingerprint-mismatch'];
    for (const code of codes) expect(known).toContain(code);
    expect(
      (await rogue.bank.client.projects()).find(({ digest }) => digest === manifestDigest(signed.manifest))?.state,
    ).toBe('approved');
  });

  it('and names another key for the other party than its certificate has is refused: fingerprint-mismatch', async () => {
    const impostor = await createIdentity('tax');
    const honest = await rogue.manifest('another key');
    const [bank, tax] = honest.parties as [Manifest['parties'][number], Manifest['parties'][number]];
    const manifest: Manifest = { ...honest, parties: [bank, { ...tax, fingerprint: impostor.fingerprint }] };
    // Signed by the key that it names, but shown with the certificate of the true one.
    const signed = await rogue.agree(manifest, impostor);
    await rogue.say(orders.project(signed));
    await rogue.entry('refused', { order: 'project', code: 'fingerprint-mismatch' });
    const digest = manifestDigest(manifest);
    expect((await rogue.bank.client.projects()).find((project) => project.digest === digest)?.state).toBe('approved');
  });

  it('and describes the node’s own table or key otherwise is not signed by it', async () => {
    const honest = await rogue.manifest('own part');
    const [bank, tax] = honest.parties as [Manifest['parties'][number], Manifest['parties'][number]];
    const columns = [...bank.dataset.columns, { name: 'secret', type: 'number' as const }];
    const wider = await rogue.offer({ ...honest, parties: [{ ...bank, dataset: { ...bank.dataset, columns } }, tax] });
    await expect(rogue.bank.client.approve(wider)).rejects.toMatchObject({ code: 'manifest-tampered' });
    const other = await createIdentity('bank');
    const key = { fingerprint: other.fingerprint, certificatePem: other.certificatePem };
    const foreign = await rogue.offer({ ...honest, purpose: 'own key', parties: [{ ...bank, ...key }, tax] });
    await expect(rogue.bank.client.approve(foreign)).rejects.toMatchObject({ code: 'fingerprint-mismatch' });
  });
});

describe('a job', () => {
  const failed = async (job: string): Promise<JobFailed & { readonly audited: unknown }> => ({
    ...(await rogue.failure(job)),
    audited: (await rogue.entry('refused', { job })).details['code'],
  });

  it('under a manifest that nobody put before this node', async () => {
    const job = await rogue.order('0'.repeat(64), alignRecipe);
    expect(await failed(job)).toMatchObject({ code: 'manifest-unsigned', audited: 'manifest-unsigned' });
  });

  it('under a manifest that its owner has not signed', async () => {
    const digest = await rogue.offer(await rogue.manifest('not approved'));
    expect(await failed(await rogue.order(digest, alignRecipe))).toMatchObject({
      code: 'manifest-unsigned',
      audited: 'manifest-unsigned',
    });
  });

  it('under a manifest that the other party has not signed', async () => {
    const { manifest } = await rogue.agree(await rogue.manifest('half signed'));
    const job = await rogue.order(manifestDigest(manifest), alignRecipe);
    expect(await failed(job)).toMatchObject({ code: 'manifest-unsigned', audited: 'manifest-unsigned' });
  });

  it('with a recipe that is none', async () => {
    const project = await rogue.activate('no recipe');
    const job = await rogue.order(project, { ...alignRecipe, model: { kind: 'read-everything' } });
    expect(await failed(job)).toMatchObject({ code: 'recipe-invalid', audited: 'recipe-invalid' });
    expect(await failed(await rogue.order(project, '{"name":'))).toMatchObject({
      code: 'recipe-invalid',
      audited: 'recipe-invalid',
    });
  });

  it('with a column or a policy outside the manifest', async () => {
    const project = await rogue.activate('outside');
    const { bank, tax } = alignRecipe.parties;
    const asked = [
      ['column-not-allowed', { parties: { bank: { ...bank!, drop: [], columns: ['secret'] }, tax: tax! } }],
      ['policy-not-allowed', { policy: { ...alignRecipe.policy, minIntersection: 1 } }],
    ] as const;
    for (const [code, changes] of asked) {
      expect(await failed(await rogue.order(project, { ...alignRecipe, ...changes }))).toMatchObject({
        code,
        audited: code,
      });
    }
  });

  it('with a kind of model outside the manifest', async () => {
    const project = await rogue.activate('other models', { models: ['scorecard'] });
    expect(await failed(await rogue.order(project, alignRecipe))).toMatchObject({
      code: 'model-not-allowed',
      audited: 'model-not-allowed',
    });
  });

  it('ordered many times at once gets no more runs than were signed', async () => {
    const project = await rogue.activate('one run', { runs: 1 });
    const jobs = await Promise.all([1, 2, 3].map(() => rogue.order(project, alignRecipe)));
    const refused = await eventually('two refusals', async () => {
      const found = (await rogue.audit()).filter(
        ({ event, details }) =>
          event === 'refused' && details['code'] === 'runs-exhausted' && jobs.includes(String(details['job'])),
      );
      return found.length === 2 ? found : undefined;
    });
    const started = (await rogue.audit()).filter(
      ({ event, details }) => event === 'job-started' && details['project'] === project,
    );
    expect(started).toHaveLength(1);
    await rogue.say(orders.over(String(started[0]!.details['job']), 'cancelled', 'the test is over'));
    expect(refused).toHaveLength(2);
  });

  it('ordered again under the same id is refused, and the first goes on', async () => {
    const project = await rogue.activate('twice');
    const job = await rogue.order(project, alignRecipe);
    await rogue.entry('job-started', { job });
    await rogue.say(orders.job(job, 1, project, alignRecipe));
    await rogue.entry('refused', { job, code: 'replayed' });
    expect(await rogue.bank.client.job(job)).toMatchObject({ state: 'running' });
    await rogue.say(orders.over(job, 'cancelled', 'the test is over'));
    expect(await rogue.failure(job)).toMatchObject({ code: 'job-cancelled' });
  });
});

/** Orders a job that the bank starts. @returns its id */
async function started(purpose: string): Promise<string> {
  return rogue.order(await rogue.activate(purpose), alignRecipe);
}

function connect(...identity: Parameters<TestCoordinator['connect']>): NodeEndpoint {
  const node = rogue.connect(...identity);
  cleanup.push(() => node.close());
  return node;
}

function contextOf(job: string, session: Session): JobContext {
  return {
    job,
    attempt: 1,
    recipe: alignRecipe,
    self: 'tax' as PartyId,
    labelParty: 'bank' as PartyId,
    featureParties: ['tax' as PartyId],
    columns: new Map(),
    helper: undefined,
    session,
    progress: () => undefined,
  };
}

/** The other party's part of a blind alignment, honest but for what `change` does to its messages. */
async function alignWith(
  job: string,
  project: string,
  change: (message: Outgoing) => readonly Outgoing[],
): Promise<void> {
  const session = tampering(await rogue.join(connect(), job), change);
  const context = contextOf(job, session);
  await agreeTerms(context, project);
  await agreeOnResumePoint(context, [], () => false);
  await alignAsParty(session, firmIds, {
    profile: 'blind',
    parties: ['bank' as PartyId, 'tax' as PartyId],
    labelParty: 'bank' as PartyId,
    join: 'inner',
    minIntersection: alignRecipe.policy.minIntersection,
  });
}

/** Runs a job against a peer that changes its messages. @returns why the bank stopped */
async function brokenBy(purpose: string, change: (message: Outgoing) => readonly Outgoing[]): Promise<JobFailed> {
  const project = await rogue.activate(purpose);
  const job = await rogue.order(project, alignRecipe);
  const peer = alignWith(job, project, change).catch((error: unknown) => error);
  const failure = await rogue.failure(job);
  await peer;
  const { details } = await rogue.entry('job-finished', { job, state: 'failed' });
  expect(details['code']).toBe(failure.code);
  // The entry says who it was.
  expect(details['message']).toContain('tax');
  return failure;
}

const onPoints =
  (edit: (batch: wire.AlignBatch) => wire.AlignBatch.$Properties): ((message: Outgoing) => readonly Outgoing[]) =>
  (message) => {
    if (message.kind !== 'align-points') return [message];
    return [{ ...message, body: wire.AlignBatch.encode(edit(wire.AlignBatch.decode(message.body))).finish() }];
  };

describe('a peer with a valid key', () => {
  it('and honest messages is served: the harness itself breaks nothing', async () => {
    const project = await rogue.activate('honest');
    const job = await rogue.order(project, alignRecipe);
    await alignWith(job, project, (message) => [message]);
    await eventually('the alignment is written down', async () =>
      (await rogue.audit()).find(
        ({ event, details }) => event === 'received' && details['job'] === job && details['stage'] === 'align',
      ),
    );
    await rogue.say(orders.over(job, 'cancelled', 'the test is over'));
    await rogue.failure(job);
  });

  it('that was given another recipe by the coordinator is noticed: parameter-mismatch', async () => {
    const failure = await brokenBy('other terms', (message) =>
      message.kind === 'terms'
        ? [{ ...message, body: wire.JobTerms.encode({ digest: new Uint8Array(32) }).finish() }]
        : [message],
    );
    expect(failure.code).toBe('parameter-mismatch');
  });

  it('and batches of a wrong size is refused: wrong-size', async () => {
    const failure = await brokenBy(
      'wrong size',
      onPoints(({ index, items }) => ({ index, items: items.subarray(0, items.length - 32) })),
    );
    expect(failure.code).toBe('wrong-size');
  });

  it('and points that are not on the curve’s prime-order group is refused: bad-point', async () => {
    const failure = await brokenBy(
      'bad points',
      onPoints(({ index, items }) => ({ index, items: new Uint8Array(items.length) })),
    );
    expect(failure.code).toBe('bad-point');
  });

  it('and a batch that was sent before is refused: replayed', async () => {
    const failure = await brokenBy(
      'replayed batch',
      onPoints(({ items }) => ({ index: 0, items })),
    );
    expect(failure.code).toBe('replayed');
  });

  it('and bytes that are no message is refused: malformed', async () => {
    const failure = await brokenBy('no message', (message) =>
      message.kind === 'align-points' ? [{ ...message, body: new Uint8Array([0xff, 0xff, 0xff]) }] : [message],
    );
    expect(failure.code).toBe('malformed');
  });

  it('and a message of another step is refused: wrong-round', async () => {
    const failure = await brokenBy('wrong step', (message) =>
      message.kind === 'align-points' ? [{ ...message, kind: 'align-rows' }] : [message],
    );
    expect(failure.code).toBe('wrong-round');
  });

  it('and another set size than it announced cannot make the node wait for memory: out-of-range', async () => {
    const failure = await brokenBy('huge set', (message) => {
      if (message.kind !== 'align-hello') return [message];
      const hello = wire.AlignHello.decode(message.body);
      return [{ ...message, body: wire.AlignHello.encode({ ...hello, setSize: 0xffff_ffff }).finish() }];
    });
    expect(failure.code).toBe('out-of-range');
  });
});

describe('a peer that breaks the tunnel', () => {
  async function tunnel(job: string): Promise<RogueTunnel> {
    const opened = await openRogueTunnel({
      identity: rogue.tax,
      address: rogue.endpoint.address,
      coordinator: rogue.identity,
      session: `${job}/1`,
      peer: { id: 'bank', fingerprint: rogue.bank.fingerprint },
    });
    cleanup.push(() => opened.close());
    return opened;
  }

  const breaches: readonly (readonly [what: string, code: string, breach: (tunnel: RogueTunnel) => void])[] = [
    [
      'a replayed frame',
      'replayed',
      (peer) => {
        peer.frame({ topic: 'split', seq: 1, kind: 'split' }, new Uint8Array(4));
        peer.frame({ topic: 'split', seq: 1, kind: 'split' }, new Uint8Array(4));
      },
    ],
    ['a frame out of turn', 'wrong-size', (peer) => peer.frame({ topic: 'split', seq: 5, kind: 'split' })],
    ['a second hello', 'malformed', (peer) => peer.frame({ topic: '', seq: 1, kind: 'hello' })],
    ['a header that is too long', 'wrong-size', (peer) => peer.raw(new Uint8Array(64).fill(0xff))],
    [
      'a body that is too long',
      'wrong-size',
      (peer) => peer.frame({ topic: 'terms', seq: 1, kind: 'terms', rest: 0x7fff_ffff }, new Uint8Array(8)),
    ],
  ];
  it.each(breaches)('by %s fails the job as %s, with a violation in the audit log', async (what, code, breach) => {
    const job = await started(what);
    const peer = await tunnel(job);
    breach(peer);
    const failure = await rogue.failure(job);
    expect(failure.code).toBe(code);
    expect((await rogue.entry('violation', { job })).details).toMatchObject({ peer: 'tax', code });
    await rogue.entry('job-finished', { job, state: 'failed', code });
  });
});

describe('a wrong key', () => {
  it('of the peer: the bank ends the job as fingerprint-mismatch, before a word is said', async () => {
    const job = await started('impostor');
    const impostor = await createIdentity('tax');
    const node = connect(impostor);
    const session = rogue.join(node, job).catch((error: unknown) => error);
    const failure = await rogue.failure(job);
    expect(failure.code).toBe('fingerprint-mismatch');
    expect(failure.message).toContain('tax');
    await rogue.entry('job-finished', { job, state: 'failed', code: 'fingerprint-mismatch' });
    await node.close(); // it dials again, for the bank might have been cut off
    await session;
    const log = await rogue.audit();
    expect(log.some(({ event, details }) => event === 'sent' && details['job'] === job)).toBe(false);
  });

  it('of the coordinator: the node does not attend it, says why, and writes it down once', async () => {
    const { certificatePem } = await createIdentity('other');
    const { client } = rogue.bank;
    await expect(
      client.pinCoordinator({ id: 'coordinator', address: rogue.endpoint.address, certificatePem }),
    ).rejects.toMatchObject({
      code: 'fingerprint-mismatch',
    });
    await client.pinCoordinator({ id: 'elsewhere', address: rogue.endpoint.address, certificatePem });
    const entry = await rogue.entry('refused', { peer: 'elsewhere', code: 'fingerprint-mismatch' });
    expect(entry.details['message']).toContain('fingerprint words');
    expect((await client.status()).coordinator).toMatchObject({ error: 'fingerprint-mismatch' });
    await rogue.pinMe();
    await eventually('connected again', async () =>
      (await client.status()).coordinator?.state === 'connected' ? true : undefined,
    );
    expect(
      (await rogue.audit()).filter(({ details }) => details['peer'] === 'elsewhere' && details['code'] !== undefined),
    ).toHaveLength(1);
  });
});

it('and after all of this the node’s log is one whole chain, without a data value', async () => {
  const log = await rogue.audit();
  verifyChain(log);
  expect(log.length).toBeGreaterThan(50);
  const text = canonicalJson(log);
  for (const id of firmIds) expect(text).not.toContain(id);
});
