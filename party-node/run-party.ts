/** A party node's daemon: its state, the one connection it dials, and its owner's socket. */
import { runDaemon, type ReadyLine } from '@coscore/node-core/daemon/daemon.ts';
import { adoptHome } from '@coscore/node-core/home/index.ts';
import { adminRoutes } from './http/admin.ts';
import { PartyNode } from './party-node.ts';

export interface RunPartyOptions {
  readonly home: string;
  readonly id: string;
  readonly onReady?: ((line: ReadyLine) => void) | undefined;
}

/** Runs until it is told to stop. @throws NodeError as `runDaemon`. */
export async function runParty({ home: folder, id, onReady }: RunPartyOptions): Promise<void> {
  await runDaemon({ home: folder, id, onReady }, async ({ home, identity, state, log }) => {
    const node = new PartyNode(home, identity, state, log);
    const formerKey = await adoptHome(home, identity, state, node.audit);
    if (formerKey !== undefined) await node.projects.voidAll('its key was changed');
    await node.load();
    return { routes: (stop) => adminRoutes(node, stop), close: () => node.close() };
  });
}
