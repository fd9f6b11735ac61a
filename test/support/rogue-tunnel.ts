/** A peer that speaks below the session: its own frames, numbered as it likes, in a tunnel that it may rightfully open. */
import type { Identity } from '@coscore/node-core/identity/index.ts';
import { coordinatorUnreachable, KEEPALIVE } from '@coscore/node-core/transport/grpc/service.ts';
import { secureTunnel, type PinnedPeer } from '@coscore/node-core/transport/pin.ts';
import { dialTunnel } from '@coscore/node-core/transport/relay/dial.ts';
import { TUNNEL_PROTOCOL } from '@coscore/node-core/transport/relay/greeting.ts';
import { WIRE_VERSIONS } from '@coscore/node-core/transport/wire-version.ts';
import { encodeFrame, type FrameHeader } from '@coscore/node-core/transport/tunnel/frame.ts';
import { encodeHello, INSTANCE_BYTES } from '@coscore/node-core/transport/tunnel/hello.ts';

export interface RogueTunnel {
  /** Writes one frame as it is. */
  frame(header: Partial<FrameHeader>, body?: Uint8Array): void;
  /** Writes anything. */
  raw(bytes: Uint8Array): void;
  close(): void;
}

/** Opens the tunnel of a session and says hello; the rest is up to the test. */
export async function openRogueTunnel(options: {
  readonly identity: Identity;
  readonly address: string;
  readonly coordinator: PinnedPeer;
  readonly session: string;
  readonly peer: PinnedPeer;
}): Promise<RogueTunnel> {
  const { identity, address, coordinator, session, peer } = options;
  const [host, port] = address.split(':');
  const relay = await dialTunnel({
    identity: identity.forTls(),
    host: host!,
    port: Number(port),
    server: coordinator,
    protocol: TUNNEL_PROTOCOL,
    target: { session, peer: peer.id },
    line: '0'.repeat(32),
    introduction: { instance: '0'.repeat(32), versions: WIRE_VERSIONS },
    keepalive: KEEPALIVE,
    onSocket: () => undefined,
    signal: new AbortController().signal,
    refusedBy: { coordinator: coordinator.id },
    unreachable: (cause) => coordinatorUnreachable(coordinator.id, cause),
  });
  const socket = await secureTunnel(relay, identity.forTls(), peer);
  socket.on('error', () => undefined).resume();
  const write = (bytes: Uint8Array): void => {
    if (!socket.destroyed) socket.write(bytes);
  };
  const frame: RogueTunnel['frame'] = (header, body = new Uint8Array(0)) => {
    const whole = { topic: '', seq: 1, kind: '', bodyBytes: body.length, rest: 0, consumed: 0, ...header };
    for (const buffer of encodeFrame(whole, body)) write(buffer);
  };
  const who = { self: identity.id, peer: peer.id, session, versions: WIRE_VERSIONS };
  frame({ kind: 'hello' }, encodeHello({ ...who, instance: new Uint8Array(INSTANCE_BYTES) }, undefined, new Map()));
  return {
    frame,
    raw: write,
    close() {
      socket.destroy();
      relay.destroy();
    },
  };
}
