/** A separate helper's daemon: its state, the one connection it dials, and its owner's socket. */
import { runDaemon, type ReadyLine } from '@coscore/node-core/daemon/daemon.ts';
import { adoptHome } from '@coscore/node-core/home/index.ts';
import { HelperNode } from './helper-node.ts';
import { helperRoutes } from './http/helper-admin.ts';

export interface RunHelperOptions {
  readonly home: string;
  readonly id: string;
  readonly onReady?: ((line: ReadyLine) => void) | undefined;
}

/** Runs until it is told to stop. @throws NodeError as `runDaemon`. */
export async function runHelper({ home, id, onReady }: RunHelperOptions): Promise<void> {
  await runDaemon({ home, id, onReady }, async ({ home: folder, identity, state, log }) => {
    await adoptHome(folder, identity, state, state.audit);
    const node = new HelperNode(identity, state, log);
    await node.load();
    return { routes: (stop) => helperRoutes(node, stop), close: () => node.close() };
  });
}
