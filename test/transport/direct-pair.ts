/** Two nodes, `a` who dials and `b` who listens, a proxy between them that breaks, and a coordinator that should carry nothing. */
import {
  PeerListener,
  type NetworkSession,
  type NodeEndpoint,
  type NodeEndpointOptions,
  type NodePeer,
  type NodeSessionOptions,
  type PeerListenerOptions,
  type RefusedPeer,
} from '@coscore/node-core/transport/index.ts';
import { TcpProxy } from '../support/tcp-proxy.ts';
import { loopback, type Loopback } from './loopback.ts';

export interface DirectPair {
  readonly lan: Loopback;
  readonly listener: PeerListener;
  /** What `a` dials. */
  readonly proxy: TcpProxy;
  readonly refused: RefusedPeer[];
  readonly nodes: Readonly<Record<'a' | 'b', NodeEndpoint>>;
  /** The other one, as a manifest that names both addresses has it. */
  peer(self: 'a' | 'b'): NodePeer;
  session(self: 'a' | 'b', extra?: Partial<NodeSessionOptions>): Promise<NetworkSession>;
  open(extra?: Partial<NodeSessionOptions>): Promise<{ a: NetworkSession; b: NetworkSession }>;
  close(): Promise<void>;
}

export async function directPair(
  options: {
    readonly listener?: Partial<PeerListenerOptions>;
    readonly node?: Partial<NodeEndpointOptions>;
    readonly relay?: Parameters<typeof loopback>[1];
  } = {},
): Promise<DirectPair> {
  const lan = await loopback(['a', 'b', 'stranger'], options.relay);
  const refused: RefusedPeer[] = [];
  const listen = (self: string, peer: string): Promise<PeerListener> =>
    PeerListener.listen({
      identity: lan.identity(self),
      host: '127.0.0.1',
      port: 0,
      isPeer: (fingerprint) => Promise.resolve(fingerprint === lan.identity(peer).fingerprint),
      onRefused: (refusal) => refused.push(refusal),
      ...options.listener,
    });
  const at = { a: await listen('a', 'b'), b: await listen('b', 'a') };
  const proxy = await TcpProxy.before(at.b.listen);
  const nodes = {
    a: await lan.node('a', { ...options.node, listener: at.a }),
    b: await lan.node('b', { ...options.node, listener: at.b }),
  };
  const peer = (self: 'a' | 'b'): NodePeer => {
    const id = self === 'a' ? 'b' : 'a';
    const direct = { own: at[self].address, peer: self === 'a' ? proxy.address : at.a.address };
    return { id, fingerprint: lan.identity(id).fingerprint, direct };
  };
  const session: DirectPair['session'] = (self, extra = {}) =>
    nodes[self].session(lan.options(self, [], { peers: [peer(self)], ...extra }));
  return {
    lan,
    listener: at.b,
    proxy,
    refused,
    nodes,
    peer,
    session,
    async open(extra) {
      const [a, b] = await Promise.all([session('a', extra), session('b', extra)]);
      return { a, b };
    },
    async close() {
      await lan.close();
      await Promise.all([at.a.close(), at.b.close(), proxy.close()]);
    },
  };
}
