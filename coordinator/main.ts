/** The coordinator's process: `node coordinator/main.ts --home DIR --id NAME --listen HOST:PORT`. */
import { parseArgs } from 'node:util';
import { runDaemon } from '@coscore/node-core/daemon/daemon.ts';
import { exitWith } from '@coscore/node-core/daemon/exit.ts';
import { CoordinatorEndpoint } from '@coscore/node-core/transport/index.ts';
import { Coordinator } from './coordinator.ts';
import { adminRoutes } from './http/admin.ts';

const { values } = parseArgs({
  options: {
    home: { type: 'string' },
    id: { type: 'string', default: 'coordinator' },
    listen: { type: 'string', default: '127.0.0.1:7443' },
  },
});

try {
  if (values.home === undefined) throw new Error('say where the coordinator keeps its state: --home DIR');
  await runDaemon({ home: values.home, id: values.id }, async ({ identity, state, log }) => {
    const coordinator = new Coordinator(identity, state, log);
    await coordinator.load();
    const at = values.listen.lastIndexOf(':');
    const endpoint = await CoordinatorEndpoint.listen({
      identity: identity.forTls(),
      host: values.listen.slice(0, at),
      port: Number(values.listen.slice(at + 1)),
      enrolled: (fingerprint) => coordinator.enrolledAs(fingerprint),
      mayRelay: (from, to, session) => coordinator.mayRelay(from, to, session),
      onRefused: (refusal) => void coordinator.refused(refusal),
      onAttend: (control) => coordinator.attend(control),
      log,
    });
    coordinator.attach(endpoint);
    return {
      ready: { address: endpoint.address },
      routes: (stop) => adminRoutes(coordinator, stop),
      async close() {
        coordinator.close();
        await endpoint.close();
      },
    };
  });
} catch (error) {
  exitWith(error);
}
