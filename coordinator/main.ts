/** The coordinator's process: `node coordinator/main.ts --home DIR --id NAME --listen HOST:PORT [--address HOST:PORT]`. */
import { parseArgs } from 'node:util';
import { exitWith } from '@coscore/node-core/daemon/exit.ts';
import { runCoordinator } from './run-coordinator.ts';

const { values } = parseArgs({
  options: {
    home: { type: 'string' },
    id: { type: 'string', default: 'coordinator' },
    listen: { type: 'string', default: '127.0.0.1:7443' },
    address: { type: 'string' },
  },
});

try {
  if (values.home === undefined) throw new Error('say where the coordinator keeps its state: --home DIR');
  await runCoordinator({ ...values, home: values.home });
} catch (error) {
  exitWith(error);
}
