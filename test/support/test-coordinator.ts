/**
 * A coordinator in the hands of the test, and one real party node that has pinned it: for everything that a coordinator
 * or a peer may try and a node has to refuse. The other party, `tax`, is the test too.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PartyClient } from 'coscore/daemon-client.ts';
import { DaemonProcess } from 'coscore/lab/daemon-process.ts';
import { orders } from '@coscore/coordinator/control.ts';
import type { AuditEntry } from '@coscore/node-core/audit/index.ts';
import { createIdentity, type Identity } from '@coscore/node-core/identity/index.ts';
import {
  canonicalJson,
  datasetSchema,
  defaultPolicy,
  manifestDigest,
  manifestSchema,
  signManifest,
  type Manifest,
  type ManifestDataset,
  type SignedManifest,
} from '@coscore/node-core/manifest/index.ts';
import { recipeSchema, type Recipe } from '@coscore/node-core/recipe/index.ts';
import {
  CoordinatorEndpoint,
  NodeEndpoint,
  type ControlStream,
  type NetworkSession,
} from '@coscore/node-core/transport/index.ts';
import { wire } from '@coscore/proto';
import { memoryLedger } from '@coscore/protocols/memory-network.ts';
import type { SessionId } from '@coscore/protocols';
import { eventually, matches } from './running-lab.ts';

const COORDINATOR = 'coordinator';
/** More than one batch of points, so that one can be repeated. */
const ROWS = 1100;

export interface JobFailed {
  readonly code: string;
  readonly message: string;
}

const firmId = (index: number): string => `F${String(index).padStart(5, '0')}`;
export const firmIds: readonly string[] = Array.from({ length: ROWS }, (_, index) => firmId(index));

export class TestCoordinator {
  readonly endpoint: CoordinatorEndpoint;
  readonly identity: Identity;
  /** What the other party's key really is. */
  readonly tax: Identity;
  readonly bank: {
    readonly client: PartyClient;
    readonly process: DaemonProcess;
    readonly fingerprint: string;
    readonly certificatePem: string;
  };
  readonly home: string;
  readonly #enrolled: Map<string, string>;
  readonly #inbox: Inbox;
  #jobs = 0;

  private constructor(
    fields: Pick<TestCoordinator, 'endpoint' | 'identity' | 'tax' | 'bank' | 'home'>,
    enrolled: Map<string, string>,
    inbox: Inbox,
  ) {
    this.endpoint = fields.endpoint;
    this.identity = fields.identity;
    this.tax = fields.tax;
    this.bank = fields.bank;
    this.home = fields.home;
    this.#enrolled = enrolled;
    this.#inbox = inbox;
  }

  static async start(): Promise<TestCoordinator> {
    const home = await mkdtemp(join(tmpdir(), 'cs-rogue-'));
    const [identity, tax] = await Promise.all([createIdentity(COORDINATOR), createIdentity('tax')]);
    const enrolled = new Map([[tax.fingerprint, 'tax']]);
    const inbox = new Inbox();
    const endpoint = await CoordinatorEndpoint.listen({
      identity: identity.forTls(),
      host: '127.0.0.1',
      port: 0,
      enrolled: (fingerprint) => enrolled.get(fingerprint),
      mayRelay: () => true,
      onAttend: (control) => inbox.attend(control),
    });
    const bankHome = join(home, 'bank');
    const { process, ready } = await DaemonProcess.start({
      id: 'bank',
      main: resolve(import.meta.dirname, '../../party-node/main.ts'),
      home: bankHome,
    });
    enrolled.set(ready.fingerprint, 'bank');
    const client = new PartyClient(bankHome);
    const bank = { client, process, fingerprint: ready.fingerprint, certificatePem: ready.certificatePem };
    const started = new TestCoordinator({ endpoint, identity, tax, bank, home }, enrolled, inbox);
    await started.#introduce();
    return started;
  }

  async #introduce(): Promise<void> {
    await this.pinMe();
    const lines = firmIds.map((id, i) => `${id},${i % 4 === 0 ? 1 : 0},${(i * 37) % 101},${i % 7}`);
    const path = join(this.home, 'bank.csv');
    await writeFile(path, `id,y,x,secret\n${lines.join('\n')}\n`);
    const dataset = { name: 'loans', path, id: 'id', label: 'y', drop: ['secret'], types: {}, role: 'label' as const };
    await this.bank.client.addDataset(dataset);
    await this.#inbox.control('bank');
  }

  async pinMe(): Promise<void> {
    const { address } = this.endpoint;
    await this.bank.client.pinCoordinator({ id: COORDINATOR, address, certificatePem: this.identity.certificatePem });
    await this.#inbox.control('bank');
  }

  /** A manifest between the real bank and the test's tax. @param purpose makes it another project */
  async manifest(purpose: string, changes: Partial<Manifest> = {}): Promise<Manifest> {
    const loans = await eventually('the bank publishes its table', () => this.#inbox.datasets.get('loans'));
    const { fingerprint } = this.identity;
    return manifestSchema.parse({
      version: 1,
      project: 'trust',
      profile: 'blind',
      coordinator: { id: COORDINATOR, fingerprint },
      parties: [
        {
          id: 'bank',
          role: 'label',
          fingerprint: this.bank.fingerprint,
          certificatePem: this.bank.certificatePem,
          dataset: loans,
        },
        {
          id: 'tax',
          role: 'feature',
          fingerprint: this.tax.fingerprint,
          certificatePem: this.tax.certificatePem,
          dataset: { name: 'firms', rowsRounded: ROWS, id: 'id', columns: [{ name: 'turnover', type: 'number' }] },
        },
      ],
      models: ['align'],
      join: 'inner',
      policy: defaultPolicy,
      purpose,
      expires: new Date(Date.now() + 3_600_000).toISOString(),
      runs: 9,
      ...changes,
    });
  }

  /**
   * Puts a manifest before the bank, which signs it.
   * @param tax who signs for the other party; of another key than before, the bank's owner says that it is right
   * @returns it with both signatures, not yet shown to the bank
   */
  async agree(manifest: Manifest, tax: Identity = this.tax): Promise<SignedManifest> {
    const digest = await this.offer(manifest);
    await this.bank.client.approve(digest, tax === this.tax ? [] : [tax.id]);
    const bank = await eventually('the bank’s signature', () => this.#inbox.signatures.get(digest));
    return { manifest, signatures: { bank, tax: signManifest(manifest, tax) } };
  }

  /** @returns the digest, once the bank has it before it */
  async offer(manifest: Manifest): Promise<string> {
    const digest = manifestDigest(manifest);
    await this.say(orders.sign(canonicalJson(manifest)));
    await eventually('the bank has the proposal', async () =>
      (await this.bank.client.projects()).find((known) => known.digest === digest),
    );
    return digest;
  }

  /** @returns the digest of a project that is active at the bank */
  async activate(purpose: string, changes: Partial<Manifest> = {}): Promise<string> {
    const signed = await this.agree(await this.manifest(purpose, changes));
    await this.say(orders.project(signed));
    const digest = manifestDigest(signed.manifest);
    await eventually('the project is active', async () =>
      (await this.bank.client.projects()).find((known) => known.digest === digest && known.state === 'active'),
    );
    return digest;
  }

  async say(order: Uint8Array): Promise<void> {
    (await this.#inbox.control('bank')).send(order);
  }

  /** Orders a job. @returns its id */
  async order(project: string, recipe: unknown): Promise<string> {
    const job = `job${++this.#jobs}`;
    await this.say(orders.job(job, 1, project, recipe));
    return job;
  }

  /** Why the bank stopped a job, in its own report. */
  failure(job: string): Promise<JobFailed> {
    return eventually(`the bank reports that ${job} failed`, async () => {
      if (!this.bank.process.running) throw await this.bank.process.failure('died');
      return this.#inbox.failures.get(job);
    });
  }

  async audit(): Promise<readonly AuditEntry[]> {
    return (await this.bank.client.audit()) as readonly AuditEntry[];
  }

  entry(event: AuditEntry['event'], about: Readonly<Record<string, unknown>>): Promise<AuditEntry> {
    return eventually(`the bank writes ${event} ${JSON.stringify(about)}`, async () =>
      (await this.audit()).find((found) => matches(found, event, about)),
    );
  }

  /** The other party's connection. @param identity another key that the coordinator takes for tax's */
  connect(identity: Identity = this.tax): NodeEndpoint {
    this.#enrolled.set(identity.fingerprint, 'tax');
    return NodeEndpoint.connect({
      identity: identity.forTls(),
      address: this.endpoint.address,
      coordinator: {
        id: COORDINATOR,
        fingerprint: this.identity.fingerprint,
        certificatePem: this.identity.certificatePem,
      },
      onControl: () => undefined,
    });
  }

  /** The other party's end of a job's session. */
  join(node: NodeEndpoint, job: string): Promise<NetworkSession> {
    return node.session({
      id: `${job}/1` as SessionId,
      peers: [{ id: 'bank', fingerprint: this.bank.fingerprint }],
      material: memoryLedger(),
    });
  }

  async close(): Promise<void> {
    await this.bank.process.stop();
    await this.bank.client.close();
    await this.endpoint.close();
    await rm(this.home, { recursive: true, force: true });
  }
}

/** What the bank reports. */
class Inbox {
  readonly datasets = new Map<string, ManifestDataset>();
  /** By manifest digest, base64. */
  readonly signatures = new Map<string, string>();
  readonly failures = new Map<string, JobFailed>();
  readonly #controls = new Map<string, ControlStream>();

  attend(control: ControlStream): void {
    this.#controls.set(control.peer, control);
    void control.closed.then(() => {
      if (this.#controls.get(control.peer) === control) this.#controls.delete(control.peer);
    });
    if (control.peer === 'bank') void this.#listen(control);
  }

  control(node: string): Promise<ControlStream> {
    return eventually(`${node} attends`, () => this.#controls.get(node));
  }

  async #listen(control: ControlStream): Promise<void> {
    for await (const body of control.messages) {
      const { dataset, signature, failed } = wire.NodeReport.decode(body);
      if (dataset && !dataset.removed)
        this.datasets.set(
          dataset.name ?? '',
          datasetSchema.parse(JSON.parse(Buffer.from(dataset.schema ?? []).toString())),
        );
      if (signature)
        this.signatures.set(signature.digest ?? '', Buffer.from(signature.signature ?? []).toString('base64'));
      if (failed) this.failures.set(failed.job ?? '', { code: failed.code ?? '', message: failed.message ?? '' });
    }
  }
}

/** The recipe that these projects allow. */
export const alignRecipe: Recipe = recipeSchema.parse({
  name: 'trust',
  profile: 'blind',
  parties: {
    bank: { role: 'label', data: 'bank.csv', id: 'id', label: 'y', drop: ['secret'] },
    tax: { role: 'feature', data: 'tax.csv', id: 'id' },
  },
  model: { kind: 'align' },
});
