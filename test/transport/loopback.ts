/** A coordinator and nodes in this process, over real TLS on loopback. */
import { createIdentity } from '@coscore/node-core/identity/identity.ts';
import {
  CoordinatorEndpoint,
  NodeEndpoint,
  type ControlStream,
  type CoordinatorEndpointOptions,
  type NetworkSession,
  type NodeEndpointOptions,
  type NodeSessionOptions,
  type RefusedConnection,
  type TransportIdentity,
} from '@coscore/node-core/transport/index.ts';
import { memoryLedger } from '@coscore/protocols/memory-network.ts';
import type { PartyId, SessionId } from '@coscore/protocols/transport.ts';

export async function transportIdentity(id: string): Promise<TransportIdentity> {
  return (await createIdentity(id)).forTls();
}

export const party = (id: string): PartyId => id as PartyId;
export const sessionId = (id: string): SessionId => id as SessionId;

export interface Loopback {
  readonly coordinator: CoordinatorEndpoint;
  readonly coordinatorIdentity: TransportIdentity;
  readonly refused: RefusedConnection[];
  /** Control streams at the coordinator, by node. */
  readonly attended: Map<string, ControlStream>;
  identity(id: string): TransportIdentity;
  /** The coordinator takes this key for that node's too. */
  enrol(identity: TransportIdentity, id: string): void;
  /** Dials and waits until the coordinator has the control stream. */
  node(id: string, overrides?: Partial<NodeEndpointOptions>): Promise<NodeEndpoint>;
  /** Session options that name the other parties with their true fingerprints. */
  options(id: string, peers: readonly string[], extra?: Partial<NodeSessionOptions>): NodeSessionOptions;
  close(): Promise<void>;
}

export const COORDINATOR = 'coordinator';

export async function loopback(
  ids: readonly string[],
  overrides: Partial<CoordinatorEndpointOptions> = {},
): Promise<Loopback> {
  const identities = new Map<string, TransportIdentity>();
  for (const id of ids) identities.set(id, await transportIdentity(id));
  const enrolledIds = new Map([...identities].map(([id, { fingerprint }]) => [fingerprint, id]));
  const coordinatorIdentity = await transportIdentity(COORDINATOR);
  const refused: RefusedConnection[] = [];
  const attended = new Map<string, ControlStream>();
  const nodes: NodeEndpoint[] = [];
  const coordinator = await CoordinatorEndpoint.listen({
    identity: coordinatorIdentity,
    host: '127.0.0.1',
    port: 0,
    enrolled: (fingerprint) => enrolledIds.get(fingerprint),
    mayRelay: () => true,
    onAttend: (control) => attended.set(control.peer, control),
    onRefused: (info) => refused.push(info),
    ...overrides,
  });
  const identity = (id: string): TransportIdentity => identities.get(id)!;
  return {
    coordinator,
    coordinatorIdentity,
    refused,
    attended,
    identity,
    enrol: ({ fingerprint }, id) => void enrolledIds.set(fingerprint, id),
    async node(id, nodeOverrides = {}) {
      const connected = Promise.withResolvers<void>();
      const node = NodeEndpoint.connect({
        identity: identity(id),
        address: coordinator.address,
        coordinator: { ...coordinatorIdentity, certificatePem: coordinatorIdentity.certificatePem },
        onControl: () => undefined,
        ...nodeOverrides,
        onState: (state, error) => {
          if (state === 'connected') connected.resolve();
          nodeOverrides.onState?.(state, error);
        },
      });
      nodes.push(node);
      await connected.promise;
      return node;
    },
    options: (_id, peers, extra = {}) => ({
      id: sessionId('job-1/1'),
      peers: peers.map((peer) => ({ id: peer, fingerprint: identity(peer).fingerprint })),
      material: memoryLedger(),
      ...extra,
    }),
    async close() {
      await Promise.all(nodes.map((node) => node.close()));
      await coordinator.close();
    },
  };
}

/** One session between two nodes, `a` and `b`. */
export async function pair(
  net: Loopback,
  extra: Partial<NodeSessionOptions> = {},
): Promise<{ a: NetworkSession; b: NetworkSession; nodes: NodeEndpoint[] }> {
  const nodes = await Promise.all([net.node('a'), net.node('b')]);
  const [a, b] = await Promise.all([
    nodes[0]!.session(net.options('a', ['b'], extra)),
    nodes[1]!.session(net.options('b', ['a'], extra)),
  ]);
  return { a: a!, b: b!, nodes };
}
