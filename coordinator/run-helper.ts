/** A separate helper's daemon: its state, the one connection it dials, the port for its peers if it has one, its owner's socket. */
import { runDaemon, type ReadyLine } from '@coscore/node-core/daemon/daemon.ts';
import { openPeerPort, type PeerPort } from '@coscore/node-core/daemon/peer-port.ts';
import { adoptHome } from '@coscore/node-core/home/index.ts';
import { HelperNode } from './helper-node.ts';
import { helperRoutes } from './http/helper-admin.ts';

export interface RunHelperOptions extends PeerPort {
  readonly home: string;
  readonly id: string;
  readonly onReady?: ((line: ReadyLine) => void) | undefined;
}

/** Runs until it is told to stop. @throws NodeError as `runDaemon` and `openPeerPort`. */
export async function runHelper({ home, id, onReady, ...port }: RunHelperOptions): Promise<void> {
  await runDaemon({ home, id, onReady }, async ({ home: folder, identity, state, log }) => {
    const listener = await openPeerPort(port, { identity, state, log });
    await adoptHome(folder, identity, state, state.audit);
    const node = new HelperNode(identity, state, log, listener);
    await node.load();
    return {
      routes: (stop) => helperRoutes(node, stop),
      ...(listener === undefined ? {} : { ready: { direct: listener.address } }),
      async close() {
        await node.close();
        await listener?.close();
      },
    };
  });
}
