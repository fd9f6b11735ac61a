/**
 * The coordinator: enrols nodes, gathers signatures under project manifests, schedules jobs, relays ciphertext, deals
 * randomness in the `aided` profile, and keeps the record. It may ask a node for anything and can make it do nothing.
 */
import type { Logger } from 'pino';
import { exitWith } from '@coscore/node-core/daemon/exit.ts';
import { Changed } from '@coscore/node-core/daemon/signal.ts';
import {
  AuditLog,
  type AuditDetails,
  type AuditEntry,
  type AuditEvent,
  type AuditExport,
  type Identity,
  NodeError,
  type State,
} from '@coscore/node-core';
import { encodeInvite } from '@coscore/node-core/enrol/index.ts';
import { isCoded } from '@coscore/node-core/errors/coded.ts';
import { fingerprintWords } from '@coscore/node-core/identity/index.ts';
import { recipeSchema, type Recipe } from '@coscore/node-core/recipe/index.ts';
import type { ControlStream, CoordinatorEndpoint, RefusedConnection } from '@coscore/node-core/transport/index.ts';
import { wire } from '@coscore/proto';
import { Attendance, orders } from './control.ts';
import { Enrolment, type InviteRequest } from './enrolment.ts';
import { Jobs } from './jobs.ts';
import { ProjectBook, publishedDataset, type Offer } from './project-book.ts';
import type { Enrolled, Project, ProjectRequest } from './projects.ts';
import { Registry } from './registry.ts';

export class Coordinator {
  readonly changed = new Changed();
  readonly #identity: Identity;
  readonly #log: Logger;
  readonly #attendance = new Attendance();
  readonly enrolment: Enrolment;
  readonly #projects: ProjectBook;
  readonly jobs: Jobs;
  readonly registry: Registry;
  readonly #audit: AuditLog;
  #endpoint: CoordinatorEndpoint | undefined;
  /** Where nodes dial, when it is not where this process listens. */
  #address: string | undefined;
  #closed = false;

  constructor(identity: Identity, state: State, log: Logger) {
    this.#identity = identity;
    this.#log = log;
    this.#audit = new AuditLog(state.db);
    const onChange = (): void => this.changed.fire();
    const record = (event: AuditEvent, details: AuditDetails): Promise<void> => this.#record(event, details);
    this.enrolment = new Enrolment({
      identity,
      state,
      record,
      onChange,
      broken: (error) => this.#broken(error),
      onNewKey: async (node, why) => {
        this.#endpoint?.disconnect(node.id);
        await this.#projects.voidOf(node.id, why);
      },
    });
    this.#projects = new ProjectBook({
      identity,
      state,
      attendance: this.#attendance,
      log,
      enrolled: (id) => this.enrolment.get(id),
      record,
      onChange,
      broken: (error) => this.#broken(error),
      onRevoked: ({ digest, reason = '', revokedBy = '' }) =>
        this.jobs.stopProject(digest, {
          code: 'project-revoked',
          message: `the project was revoked by ${reason}`,
          party: revokedBy,
          params: { project: digest },
          own: true,
        }),
    });
    this.registry = new Registry(state, log);
    this.jobs = new Jobs({
      identity,
      state,
      log,
      attendance: this.#attendance,
      endpoint: () => this.#listening(),
      project: (digest) => this.project(digest),
      registry: this.registry,
      record,
      changed: onChange,
      broken: (error) => this.#broken(error),
    });
  }

  /** Memory is ahead of the disk: this process ends, and the next one goes on from what is there. */
  #broken(error: unknown): void {
    if (this.#closed) {
      this.#log.warn({ event: 'broken', err: error }, 'something was under way when this coordinator shut down');
      return;
    }
    this.#log.fatal({ event: 'broken', err: error }, 'the state of this coordinator cannot be written; stopping');
    exitWith(error);
  }

  /** Reads what an earlier process left. */
  async load(): Promise<void> {
    await this.enrolment.load();
    await this.#projects.load();
    await this.jobs.load();
    // A process that died between a node's new key and the end of its projects left these behind.
    await this.#projects.voidStale();
  }

  /** @param address where nodes dial it, when that is not where it listens (behind a firewall or a port mapping). */
  attach(endpoint: CoordinatorEndpoint, address?: string): void {
    this.#endpoint = endpoint;
    this.#address = address;
  }

  // --- the transport's questions ---

  enrolledAs(fingerprint: string): string | undefined {
    return this.enrolment.byFingerprint(fingerprint)?.id;
  }

  mayRelay(from: string, to: string, session: string): boolean {
    return this.jobs.mayRelay(from, to, session);
  }

  /** A connection or relay that was turned away. Never throws. */
  async refused({ reason, from, fingerprint, to, session, unrecorded }: RefusedConnection): Promise<void> {
    await this.#record('refused', {
      reason,
      from,
      fingerprint: fingerprint ?? '',
      to: to ?? '',
      session: session ?? '',
      ...(unrecorded === undefined ? {} : { unrecorded }),
    }).catch((error: unknown) => this.#broken(error));
  }

  async #record(event: AuditEvent, details: AuditDetails): Promise<void> {
    await this.#audit.append(event, details, new Date());
  }

  /** The whole log; nobody counter-signs a coordinator's. */
  async exportAudit(): Promise<AuditExport> {
    const { id, fingerprint, certificatePem } = this.#identity;
    const certificates = [...new Set([certificatePem, ...this.enrolment.list().map((node) => node.certificatePem)])];
    const entries = await this.#audit.list();
    return {
      format: 'coscore-audit-1',
      exportedAt: new Date().toISOString(),
      node: { id, fingerprint },
      certificates,
      entries,
    };
  }

  audit(): Promise<readonly AuditEntry[]> {
    return this.#audit.list();
  }

  attend(control: ControlStream): void {
    this.#log.info({ event: 'node-connected', node: control.peer }, 'node connected');
    this.#attendance.add(control);
    this.#projects.resend(control.peer);
    this.changed.fire();
    this.#listen(control).catch((error: unknown) => this.#broken(error));
  }

  /** @throws what this coordinator itself fails at; what a node says that cannot be used ends its stream. */
  async #listen(control: ControlStream): Promise<void> {
    const reports = control.messages[Symbol.asyncIterator]();
    for (;;) {
      const handle = await this.#next(control, reports);
      if (handle === undefined) break;
      await handle();
    }
    if (!this.#attendance.remove(control)) return;
    this.#log.info({ event: 'node-away', node: control.peer }, 'node away');
    this.changed.fire();
    await this.jobs.away(control.peer);
  }

  /** What is to be done about the node's next report; undefined at the end of its stream, or of our patience. */
  async #next(control: ControlStream, reports: AsyncIterator<Uint8Array>): Promise<Handler | undefined> {
    try {
      const next = await reports.next();
      return next.done === true ? undefined : this.#checked(control, wire.NodeReport.decode(next.value));
    } catch (error) {
      this.#log.warn(
        { event: 'bad-report', node: control.peer, err: error },
        'a node sent a report that cannot be used',
      );
      control.close();
      return undefined;
    }
  }

  /** Everything that may be wrong with a report is found here, before anything is done about it. @throws for what is. */
  #checked(control: ControlStream, report: wire.NodeReport): Handler {
    const party = control.peer;
    const { hello, dataset, signature, rejection, progress, finished, failed, score } = report;
    if (dataset) {
      const published = publishedDataset(dataset);
      return async () => this.#projects.published(party, published);
    }
    if (signature) {
      const { digest } = this.project(signature.digest ?? '');
      const text = Buffer.from(signature.signature ?? []).toString('base64');
      return () => this.#projects.signature(party, digest, text);
    }
    if (rejection) {
      const { digest } = this.project(rejection.digest ?? '');
      return () => this.#projects.rejection(party, digest, rejection.reason ?? '');
    }
    if (hello) return () => this.#hello(control, hello);
    if (progress) return () => this.jobs.progress(party, progress);
    if (finished) return () => this.jobs.finished(party, finished);
    if (failed) return () => this.jobs.failed(party, failed);
    if (score) return () => this.#score(party, score);
    // A later version's, of which this one knows nothing.
    return () => Promise.resolve();
  }

  /** Only the label party of a project asks for scores; what it asks is held against the manifest by every other party. */
  async #score(party: string, { project, recipe }: wire.ScoreReport.$Properties): Promise<void> {
    const answer = (order: wire.ScoreOrder.$Properties): boolean => this.#attendance.send(party, orders.score(order));
    let batch = '';
    try {
      const asked = scoringRecipe(recipe);
      batch = asked.model.batch;
      const { manifest } = this.project(project ?? '');
      if (manifest.parties.find(({ id }) => id === party)?.role !== 'label')
        throw new NodeError('party-not-allowed', `${party} may not ask for scores`, { params: { party } });
      // A node that was not told asks again.
      answer({ batch, job: this.jobs.scoring(project ?? '', batch) ?? (await this.jobs.start(project ?? '', asked)) });
    } catch (error) {
      if (!isCoded(error)) throw error;
      const { code, message } = error;
      this.#log.warn({ event: 'score-refused', node: party, code }, 'a node asked for scores that it may not have');
      await this.#record('refused', { peer: party, code, what: 'score' });
      answer({ batch, code, message });
    }
  }

  async #hello(control: ControlStream, hello: wire.HelloReport.$Properties): Promise<void> {
    this.#projects.reachedAt(control.peer, hello.address ?? '');
    await this.jobs.hello(control.peer, hello);
    this.#attendance.greeted(control);
    this.changed.fire();
    await this.jobs.attended(control.peer);
  }

  // --- the operator's API ---

  status(): object {
    const { id, fingerprint, certificatePem } = this.#identity;
    const parties = this.enrolment.list().map((node) => ({
      id: node.id,
      role: node.role,
      fingerprint: node.fingerprint,
      connected: this.#attendance.has(node.id),
      address: this.#projects.addressOf(node.id),
    }));
    return {
      id,
      fingerprint,
      words: fingerprintWords(fingerprint, 'en'),
      certificatePem,
      address: this.#address ?? this.#endpoint?.address,
      parties,
    };
  }

  enrol(request: { id: string; role: 'party' | 'helper'; certificatePem: string }): Promise<Enrolled> {
    return this.enrolment.put(request);
  }

  /** One line for the owner of a node, good once. @throws NodeError `name-taken`. */
  async invite(request: InviteRequest): Promise<{ invite: string; expires: string }> {
    const { token, expires } = await this.enrolment.invite(request);
    const address = this.#address ?? this.#listening().address;
    const { name, role } = request;
    const { id: coordinator, fingerprint } = this.#identity;
    return { invite: encodeInvite({ address, coordinator, fingerprint, name, role, token, expires }), expires };
  }

  /** What its nodes have published since this process started. */
  offers(): readonly Offer[] {
    return this.#projects.offers();
  }

  propose(request: ProjectRequest): Promise<string> {
    return this.#projects.propose(request);
  }

  projects(): readonly Project[] {
    return this.#projects.list();
  }

  /** @throws NodeError `recipe-invalid`. */
  project(digest: string): Project {
    return this.#projects.require(digest);
  }

  /** The operator withdraws a project: nothing runs under it any more. */
  async revoke(digest: string, reason: string): Promise<void> {
    await this.#projects.revoke(digest, this.#identity.id, reason);
  }

  #listening(): CoordinatorEndpoint {
    if (this.#endpoint === undefined) throw new Error('the coordinator is not listening');
    return this.#endpoint;
  }

  close(): void {
    this.#closed = true;
    this.jobs.close();
    this.#attendance.closeAll();
  }
}

type Handler = () => Promise<void>;

type ScoringRecipe = Recipe & { readonly model: Extract<Recipe['model'], { kind: 'score' }> };

/** @throws NodeError `recipe-invalid`, without a word of the text, which is from outside. */
function scoringRecipe(text: Uint8Array | null | undefined): ScoringRecipe {
  try {
    const recipe = recipeSchema.parse(JSON.parse(Buffer.from(text ?? []).toString()));
    if (recipe.model.kind === 'score') return { ...recipe, model: recipe.model };
  } catch (cause) {
    throw new NodeError('recipe-invalid', 'what was asked for is no valid recipe', { cause, params: { field: '' } });
  }
  throw new NodeError('recipe-invalid', 'what was asked for scores nobody', { params: { field: 'model' } });
}
