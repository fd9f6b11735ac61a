/** The port of a party or a separate helper for direct connections: who may come, and what is written down of who may not. */
import { NodeError } from '../errors/node-error.ts';
import { splitAddress } from '../identity/address.ts';
import type { Identity } from '../identity/identity.ts';
import { directPeers } from '../manifest/manifest.ts';
import type { State } from '../state/index.ts';
import { PeerListener, type TransportLog } from '../transport/index.ts';
import { exitWith } from './exit.ts';

/** As commands and `node.json` have them. */
export interface PeerPort {
  /** `host:port` on this machine; absent where the node only dials out. */
  readonly listen?: string | undefined;
  /** `host:port` that the others dial; that of `listen` when absent. */
  readonly address?: string | undefined;
}

/** @throws NodeError `recipe-invalid` when it cannot listen there. */
export async function openPeerPort(
  { listen, address }: PeerPort,
  { identity, state, log }: { readonly identity: Identity; readonly state: State; readonly log: TransportLog },
): Promise<PeerListener | undefined> {
  if (listen === undefined) return undefined;
  try {
    return await PeerListener.listen({
      identity: identity.forTls(),
      ...splitAddress(listen),
      address,
      log,
      isPeer: peersIn(state, identity.id),
      onRefused: (refused) => {
        state.audit.append('refused', { ...refused }, new Date()).catch(exitWith);
      },
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new NodeError('recipe-invalid', `this node cannot listen on ${listen}: ${reason}`, {
      cause,
      params: { field: '--listen' },
    });
  }
}

/**
 * By the projects that stand now: whoever's last one was revoked is a stranger again. What a digest stands for never changes,
 * so a stranger who knocks again and again does not make this node read manifests.
 */
function peersIn({ projects }: State, self: string): (fingerprint: string) => Promise<boolean> {
  const known = new Map<string, ReadonlySet<string>>();
  const peersOf = async (digest: string): Promise<ReadonlySet<string>> => {
    const { manifest } = await projects.require(digest);
    const peers = new Set(directPeers(manifest, self).map((peer) => peer.fingerprint));
    known.set(digest, peers);
    return peers;
  };
  return async (fingerprint) => {
    for (const digest of await projects.digests('active'))
      if ((known.get(digest) ?? (await peersOf(digest))).has(fingerprint)) return true;
    return false;
  };
}
