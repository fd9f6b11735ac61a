/** The coordinator's daemon: its state, its listening port and its operator's socket. */
import { runDaemon, type ReadyLine } from '@coscore/node-core/daemon/daemon.ts';
import { NodeError } from '@coscore/node-core/errors/node-error.ts';
import { splitAddress } from '@coscore/node-core/identity/address.ts';
import { CoordinatorEndpoint, type CoordinatorEndpointOptions } from '@coscore/node-core/transport/index.ts';
import { Coordinator } from './coordinator.ts';
import { adminRoutes } from './http/admin.ts';

export interface RunCoordinatorOptions {
  readonly home: string;
  readonly id: string;
  /** `host:port`; port 0 is any free one. */
  readonly listen: string;
  /** What invites say: where nodes dial it; the listening address when absent. */
  readonly address?: string | undefined;
  readonly onReady?: ((line: ReadyLine) => void) | undefined;
}

/** Runs until it is told to stop. @throws NodeError as `runDaemon`; `recipe-invalid` when it cannot listen there. */
export async function runCoordinator({ home, id, listen, address, onReady }: RunCoordinatorOptions): Promise<void> {
  await runDaemon({ home, id, onReady }, async ({ identity, state, log }) => {
    const coordinator = new Coordinator(identity, state, log);
    await coordinator.load();
    const endpoint = await listening(listen, {
      identity: identity.forTls(),
      enrolled: (fingerprint) => coordinator.enrolledAs(fingerprint),
      mayRelay: (from, to, session) => coordinator.jobs.mayRelay(from, to, session),
      onRefused: (refusal) => void coordinator.refused(refusal),
      onAttend: (control) => coordinator.attend(control),
      onEnrol: (request) => coordinator.enrolment.answer(request),
      log,
    });
    coordinator.attach(endpoint, address);
    return {
      ready: { address: endpoint.address },
      routes: (stop) => adminRoutes(coordinator, stop),
      async close() {
        coordinator.close();
        await endpoint.close();
      },
    };
  });
}

async function listening(
  listen: string,
  options: Omit<CoordinatorEndpointOptions, 'host' | 'port'>,
): Promise<CoordinatorEndpoint> {
  try {
    return await CoordinatorEndpoint.listen({ ...options, ...splitAddress(listen) });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new NodeError('recipe-invalid', `the coordinator cannot listen on ${listen}: ${reason}`, {
      cause,
      params: { field: '--listen' },
    });
  }
}
