/** A party node's daemon: its state, the one connection it dials, the port for its peers if it has one, its owner's socket. */
import { runDaemon, type ReadyLine } from '@coscore/node-core/daemon/daemon.ts';
import { openPeerPort, type PeerPort } from '@coscore/node-core/daemon/peer-port.ts';
import { adoptHome } from '@coscore/node-core/home/index.ts';
import { adminRoutes } from './http/admin.ts';
import { PartyNode } from './party-node.ts';

export interface RunPartyOptions extends PeerPort {
  readonly home: string;
  readonly id: string;
  readonly onReady?: ((line: ReadyLine) => void) | undefined;
}

/** Runs until it is told to stop. @throws NodeError as `runDaemon` and `openPeerPort`. */
export async function runParty({ home: folder, id, onReady, ...port }: RunPartyOptions): Promise<void> {
  await runDaemon({ home: folder, id, onReady }, async ({ home, identity, state, log }) => {
    const listener = await openPeerPort(port, { identity, state, log });
    const node = new PartyNode(home, identity, state, log, listener);
    const formerKey = await adoptHome(home, identity, state, node.audit);
    if (formerKey !== undefined) await node.projects.voidAll('its key was changed');
    await node.load();
    return {
      routes: (stop) => adminRoutes(node, stop),
      ...(listener === undefined ? {} : { ready: { direct: listener.address } }),
      async close() {
        await node.close();
        await listener?.close();
      },
    };
  });
}
