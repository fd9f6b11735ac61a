/** A node's one connection to its coordinator: pinned by the owner, dialled, greeted, and followed order by order. */
import type { Logger } from 'pino';
import { wire } from '@coscore/proto';
import type { AuditLog } from '../audit/index.ts';
import { NodeError } from '../errors/node-error.ts';
import { isCoded } from '../errors/coded.ts';
import { fingerprintWords, type Identity } from '../identity/index.ts';
import type { State } from '../state/index.ts';
import { type ControlStream, NodeEndpoint, type NodeEndpointState, type PeerListener } from '../transport/index.ts';
import { COSCORE_VERSION } from './version.ts';

export interface CoordinatorAddress {
  readonly id: string;
  /** `host:port`. */
  readonly address: string;
  readonly certificatePem: string;
}

export interface LinkStatus {
  /** Absent before a coordinator is pinned. */
  readonly id?: string;
  readonly address?: string;
  readonly fingerprint?: string;
  readonly state: 'none' | NodeEndpointState;
  readonly error?: string;
  readonly detail?: string;
}

export interface CoordinatorLinkOptions {
  readonly identity: Identity;
  readonly state: State;
  readonly audit: AuditLog;
  readonly log: Logger;
  /** Where peers reach this node directly; the coordinator is told, so that projects can name it. */
  readonly listener?: PeerListener | undefined;
  /** The jobs whose end this node was not told. */
  readonly openJobs: () => readonly wire.OpenJob.$Properties[];
  /** After the hello: what else a coordinator that may have missed it should know. */
  readonly onAttend?: () => Promise<void>;
  /** What it throws is written down as a refusal of the order; the connection stays. */
  readonly onOrder: (order: wire.Order) => Promise<void>;
}

export class CoordinatorLink {
  readonly #options: CoordinatorLinkOptions;
  #endpoint: NodeEndpoint | undefined;
  #control: ControlStream | undefined;
  #connection: 'none' | NodeEndpointState = 'none';
  #pinned: { readonly id: string; readonly address: string; readonly fingerprint: string } | undefined;
  #error: NodeError | undefined;

  constructor(options: CoordinatorLinkOptions) {
    this.#options = options;
  }

  /** Dials the coordinator that an earlier process pinned, if one did. */
  async load(): Promise<void> {
    const known = (await this.#options.state.enrolled.list()).find((peer) => peer.role === 'coordinator');
    if (known?.address !== undefined)
      this.#dial({ id: known.id, address: known.address, certificatePem: known.certificatePem }, known.fingerprint);
  }

  /** Pins the coordinator and dials it. @throws NodeError `fingerprint-mismatch` when another key is pinned under its name. */
  async pin(coordinator: CoordinatorAddress): Promise<{ id: string; fingerprint: string; words: readonly string[] }> {
    const { state, audit } = this.#options;
    const { id, fingerprint } = await state.enrolled.put({ ...coordinator, role: 'coordinator' });
    await audit.append('peer-enrolled', { peer: id, role: 'coordinator', fingerprint }, new Date());
    this.#dial(coordinator, fingerprint);
    return { id, fingerprint, words: fingerprintWords(fingerprint, 'en') };
  }

  /** How the connection is, and why it is not. */
  status(): LinkStatus {
    const error = this.#error;
    return {
      ...this.#pinned,
      state: this.#connection,
      ...(error === undefined ? {} : { error: error.code, detail: error.message }),
    };
  }

  /** Without a connection it is lost: the next hello says what matters of it. */
  report(report: wire.NodeReport.$Properties): void {
    this.#control?.send(wire.NodeReport.encode(report).finish());
  }

  /** As `report`, for what nothing repeats. @throws NodeError `coordinator-unreachable` without a connection. */
  request(report: wire.NodeReport.$Properties): void {
    if (this.#control === undefined || this.#connection !== 'connected') {
      throw new NodeError('coordinator-unreachable', 'the coordinator is not connected now; try again when it is', {
        params: {},
      });
    }
    this.report(report);
  }

  /** @throws NodeError `coordinator-unreachable` before one is pinned. */
  endpoint(): NodeEndpoint {
    if (this.#endpoint !== undefined) return this.#endpoint;
    throw new NodeError('coordinator-unreachable', 'this node has no coordinator yet', { params: {} });
  }

  #dial(coordinator: CoordinatorAddress, fingerprint: string): void {
    const { identity, log, listener } = this.#options;
    const { id, address, certificatePem } = coordinator;
    void this.#endpoint?.close();
    this.#pinned = { id, address, fingerprint };
    const endpoint = NodeEndpoint.connect({
      identity: identity.forTls(),
      address,
      coordinator: { id, fingerprint, certificatePem },
      listener,
      onControl: (control) => void this.#attend(control),
      onState: (state, error) => {
        // The last words of an endpoint that another has replaced say nothing about this node's connection.
        if (this.#endpoint !== endpoint) return;
        this.#connection = state;
        const why = error === undefined ? {} : { err: error };
        log.info({ event: 'coordinator', state, ...why }, `coordinator ${state}`);
        void this.#note(id, error);
      },
    });
    this.#endpoint = endpoint;
  }

  /** Another key where the coordinator's should be is written down: once, though the node goes on dialling. */
  async #note(coordinator: string, error: NodeError | undefined): Promise<void> {
    const before = this.#error;
    this.#error = error;
    if (error?.code !== 'fingerprint-mismatch' || before?.code === error.code) return;
    const { audit } = this.#options;
    await audit.append('refused', { peer: coordinator, code: error.code, message: error.message }, new Date());
  }

  /** Says what there is, then follows orders as far as this node's owner allows. */
  async #attend(control: ControlStream): Promise<void> {
    const { log, openJobs, onAttend, listener } = this.#options;
    this.#control = control;
    try {
      this.report({
        hello: { version: COSCORE_VERSION, jobs: [...openJobs()], address: listener?.address ?? '' },
      });
      await onAttend?.();
      for await (const body of control.messages) await this.#follow(wire.Order.decode(body));
    } catch (error) {
      log.warn({ event: 'bad-order', err: error }, 'the coordinator sent what is no order');
      control.close();
    }
    if (this.#control === control) this.#control = undefined;
  }

  async #follow(order: wire.Order): Promise<void> {
    const { log, audit, onOrder } = this.#options;
    try {
      await onOrder(order);
    } catch (error) {
      const code = isCoded(error) ? error.code : 'unexpected';
      const kind = order.order ?? 'none';
      log.warn({ event: 'order-refused', order: kind, code, err: error }, 'an order of the coordinator was refused');
      const message = error instanceof Error ? error.message : '';
      await audit.append('refused', { order: kind, code, message }, new Date());
    }
  }

  async close(): Promise<void> {
    await this.#endpoint?.close();
  }
}
