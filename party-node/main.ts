/** A party node's process: `node party-node/main.ts --home DIR --id NAME`. */
import { parseArgs } from 'node:util';
import { runDaemon } from '@coscore/node-core/daemon/daemon.ts';
import { exitWith } from '@coscore/node-core/daemon/exit.ts';
import { adminRoutes } from './http/admin.ts';
import { PartyNode } from './party-node.ts';

const { values } = parseArgs({ options: { home: { type: 'string' }, id: { type: 'string' } } });

try {
  if (values.home === undefined || values.id === undefined)
    throw new Error('say who this node is and where it keeps its state: --id NAME --home DIR');
  await runDaemon({ home: values.home, id: values.id }, async ({ home, identity, state, log }) => {
    const node = new PartyNode(home, identity, state, log);
    await node.load();
    return {
      routes: (stop) => adminRoutes(node, stop),
      close: () => node.close(),
    };
  });
} catch (error) {
  exitWith(error);
}
