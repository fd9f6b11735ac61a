/** A separate helper's process: `node coordinator/helper-main.ts --home DIR --id NAME [--listen HOST:PORT [--address HOST:PORT]]`. */
import { parseArgs } from 'node:util';
import { exitWith } from '@coscore/node-core/daemon/exit.ts';
import { runHelper } from './run-helper.ts';

const { values } = parseArgs({
  options: {
    home: { type: 'string' },
    id: { type: 'string', default: 'helper' },
    listen: { type: 'string' },
    address: { type: 'string' },
  },
});

try {
  if (values.home === undefined) throw new Error('say where the helper keeps its state: --home DIR');
  await runHelper({ ...values, home: values.home });
} catch (error) {
  exitWith(error);
}
