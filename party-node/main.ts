/** A party node's process: `node party-node/main.ts --home DIR --id NAME [--listen HOST:PORT [--address HOST:PORT]]`. */
import { parseArgs } from 'node:util';
import { exitWith } from '@coscore/node-core/daemon/exit.ts';
import { runParty } from './run-party.ts';

const { values } = parseArgs({
  options: {
    home: { type: 'string' },
    id: { type: 'string' },
    listen: { type: 'string' },
    address: { type: 'string' },
  },
});

try {
  if (values.home === undefined || values.id === undefined)
    throw new Error('say who this node is and where it keeps its state: --id NAME --home DIR');
  await runParty({ ...values, home: values.home, id: values.id });
} catch (error) {
  exitWith(error);
}
