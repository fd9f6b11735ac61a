/** The connection of a node to its coordinator: who gets in, what is said when not, and coming back after a drop. */
import { connect } from 'node:tls';
import { once } from 'node:events';
import {
  CoordinatorEndpoint,
  NodeEndpoint,
  type ControlStream,
  type NodeEndpointState,
  type TransportIdentity,
} from '@coscore/node-core/transport/index.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { loopback, transportIdentity, type Loopback } from './loopback.ts';

let net: Loopback | undefined;
const nodes: NodeEndpoint[] = [];
afterEach(async () => {
  await Promise.all(nodes.splice(0).map((node) => node.close()));
  await net?.close();
  net = undefined;
});

async function start(...args: Parameters<typeof loopback>): Promise<Loopback> {
  return (net = await loopback(...args));
}

/** The code of the first failure that a node meets when it dials. */
function firstFailure(
  identity: TransportIdentity,
  address: string,
  coordinator: TransportIdentity,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const onState = (state: NodeEndpointState, error?: { code: string }): void => {
      if (state === 'reconnecting') resolve(error?.code);
      if (state === 'connected') resolve('connected');
    };
    nodes.push(NodeEndpoint.connect({ identity, address, coordinator, onControl: () => undefined, onState }));
  });
}

async function firstMessage(control: ControlStream): Promise<Uint8Array | undefined> {
  for await (const message of control.messages) return message;
  return undefined;
}

describe('control stream', () => {
  it('carries messages both ways, in order, and ends at both ends', async () => {
    const lan = await start(['a']);
    let mine: ControlStream | undefined;
    await lan.node('a', { onControl: (control) => (mine = control) });
    const theirs = lan.attended.get('a')!;
    const numbers = Array.from({ length: 500 }, (_, i) => i);
    for (const i of numbers) theirs.send(new Uint8Array([i & 255, i >> 8]));
    mine!.send(new Uint8Array([7]));
    expect(await firstMessage(theirs)).toEqual(new Uint8Array([7]));
    const got: number[] = [];
    for await (const [low, high] of mine!.messages) if (got.push(low! + 256 * high!) === 500) break;
    expect(got).toEqual(numbers);
    theirs.send(new Uint8Array([9]));
    theirs.close();
    theirs.send(new Uint8Array([10]));
    expect(await firstMessage(mine!)).toEqual(new Uint8Array([9]));
    await Promise.all([mine!.closed, theirs.closed]);
    expect(await firstMessage(mine!)).toBeUndefined();
  });

  it('names the running endpoint at its other end, and another one after a restart', async () => {
    const lan = await start(['a']);
    let mine: ControlStream | undefined;
    const first = await lan.node('a', { onControl: (control) => (mine = control) });
    expect(mine?.instance).toBe(lan.coordinator.instance);
    expect(lan.attended.get('a')?.instance).toBe(first.instance);
    await first.close();
    const second = await lan.node('a');
    expect(lan.attended.get('a')?.instance).toBe(second.instance);
    expect(new Set([first.instance, second.instance, lan.coordinator.instance]).size).toBe(3);
  });

  it('comes back after the coordinator was away', async () => {
    const lan = await start(['a']);
    const states: NodeEndpointState[] = [];
    const again = Promise.withResolvers<void>();
    await lan.node('a', {
      onState: (state) => {
        states.push(state);
        if (states.filter((s) => s === 'connected').length === 2) again.resolve();
      },
    });
    const port = Number(lan.coordinator.address.split(':')[1]);
    await lan.coordinator.close();
    const successor = await CoordinatorEndpoint.listen({
      identity: lan.coordinatorIdentity,
      host: '127.0.0.1',
      port,
      enrolled: () => 'a',
      mayRelay: () => true,
      onAttend: () => undefined,
    });
    await again.promise;
    expect(states[0]).toBe('connected');
    expect(states).toContain('reconnecting');
    await successor.close();
  });
});

describe('a node is told why it cannot attend', () => {
  it('fingerprint-mismatch: the coordinator has another key', async () => {
    const lan = await start(['a']);
    const expected = await transportIdentity('coordinator');
    expect(await firstFailure(lan.identity('a'), lan.coordinator.address, expected)).toBe('fingerprint-mismatch');
  });

  it('fingerprint-mismatch: the certificate given is not that of the pinned key', async () => {
    const lan = await start(['a']);
    const coordinator = { ...lan.coordinatorIdentity, fingerprint: lan.identity('a').fingerprint };
    const dial = (): NodeEndpoint =>
      NodeEndpoint.connect({
        identity: lan.identity('a'),
        address: lan.coordinator.address,
        coordinator,
        onControl: () => undefined,
      });
    expect(dial).toThrowError(expect.objectContaining({ code: 'fingerprint-mismatch' }));
  });

  it('peer-not-enrolled: the coordinator does not know its key', async () => {
    const lan = await start(['a']);
    const stranger = await transportIdentity('a');
    expect(await firstFailure(stranger, lan.coordinator.address, lan.coordinatorIdentity)).toBe('peer-not-enrolled');
    expect(lan.refused[0]).toMatchObject({ reason: 'not-enrolled', fingerprint: stranger.fingerprint });
    expect(lan.attended.size).toBe(0);
  });

  it.each([
    ['the node is older', { min: 2, max: 3 }, 'a', '1', '2-3'],
    ['the coordinator is older', { min: 1, max: 1 }, 'coordinator', '4-5', '1'],
  ])('version-mismatch: %s, and it says who has to be updated', async (_, theirs, update, ours, said) => {
    const lan = await start(['a'], { versions: theirs });
    const versions = update === 'a' ? { min: 1, max: 1 } : { min: 4, max: 5 };
    const error = await new Promise<{ code: string; params: object; message: string } | undefined>((resolve) => {
      nodes.push(
        NodeEndpoint.connect({
          identity: lan.identity('a'),
          address: lan.coordinator.address,
          coordinator: lan.coordinatorIdentity,
          versions,
          onControl: () => undefined,
          onState: (state, reason) => {
            if (state !== 'closed') resolve(reason);
          },
        }),
      );
    });
    expect(error).toMatchObject({
      code: 'version-mismatch',
      params: { peer: 'coordinator', ours, theirs: said, update },
      message: expect.stringContaining(`update Coscore at ${update}`) as string,
    });
    expect(lan.attended.size).toBe(0);
    expect(lan.refused).toEqual([{ reason: 'version-mismatch', from: 'a' }]);
  });

  it('coordinator-unreachable: nobody listens', async () => {
    const lan = await start(['a']);
    await lan.coordinator.close();
    const failure = await firstFailure(lan.identity('a'), lan.coordinator.address, lan.coordinatorIdentity);
    expect(failure).toBe('coordinator-unreachable');
  });
});

describe('the coordinator lets nobody in', () => {
  it('without a certificate', async () => {
    const lan = await start(['a']);
    const [host, port] = lan.coordinator.address.split(':');
    const socket = connect({
      host: host!,
      port: Number(port),
      rejectUnauthorized: false,
      ALPNProtocols: ['h2'],
      servername: 'x',
    });
    socket.on('error', () => undefined);
    let heard = 0;
    socket.on('data', (chunk) => (heard += chunk.length));
    await once(socket, 'close');
    expect(heard).toBe(0);
    expect(lan.refused).toMatchObject([{ reason: 'not-enrolled' }]);
    expect(lan.refused[0]).not.toHaveProperty('fingerprint');
  });

  it('with TLS 1.2', async () => {
    const lan = await start(['a']);
    const [host, port] = lan.coordinator.address.split(':');
    const { certificatePem: cert, privateKeyPem: key } = lan.identity('a');
    const socket = connect({
      host: host!,
      port: Number(port),
      cert,
      key,
      rejectUnauthorized: false,
      maxVersion: 'TLSv1.2',
      servername: 'x',
    });
    const [error] = (await once(socket, 'error')) as [Error & { code: string }];
    expect(error.code).toBe('ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION');
  });
});
