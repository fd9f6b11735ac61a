/** The first message of every stream: who speaks, in which session and process, and what of it has arrived so far. */
import { wire } from '@coscore/proto';
import { ProtocolError } from '@coscore/protocols/errors.ts';
import { commonVersion, type VersionRange } from '../wire-version.ts';
import type { Resume } from './outgoing-topic.ts';

export const INSTANCE_BYTES = 16;

export interface HelloOptions {
  readonly self: string;
  readonly peer: string;
  readonly session: string;
  readonly versions: VersionRange;
  /** INSTANCE_BYTES random bytes of this end's session object. */
  readonly instance: Uint8Array;
}

export interface Hello {
  readonly instance: Uint8Array;
  /** By topic. */
  readonly received: ReadonlyMap<string, Resume>;
}

/** @param known the peer's instance, from an earlier stream. @param received by topic */
export function encodeHello(
  { self, peer, session, versions, instance }: HelloOptions,
  known: Uint8Array | undefined,
  received: ReadonlyMap<string, Resume>,
): Uint8Array {
  return wire.TunnelHello.encode({
    minVersion: versions.min,
    maxVersion: versions.max,
    session,
    from: self,
    to: peer,
    instance,
    knows: known ?? new Uint8Array(0),
    resume: [...received].map(([topic, { seq, bytes, consumed }]) => ({ topic, seq, bytes, consumed })),
  }).finish();
}

/**
 * @param known the peer's instance, from an earlier stream.
 * @throws NodeError `version-mismatch`; ProtocolError `peer-lost` when either process was started again;
 *   `parameter-mismatch` when the hello belongs elsewhere; `malformed`.
 */
export function checkHello(body: Uint8Array, options: HelloOptions, known: Uint8Array | undefined): Hello {
  const { self, peer, session, versions, instance } = options;
  const hello = wire.TunnelHello.decode(body);
  commonVersion(versions, { min: hello.minVersion, max: hello.maxVersion }, self, peer);
  if (hello.session !== session || hello.from !== peer || hello.to !== self) {
    throw new ProtocolError('parameter-mismatch', 'a tunnel that belongs to another session or peer');
  }
  if (hello.instance.length !== INSTANCE_BYTES) throw new ProtocolError('malformed', 'a hello without an instance');
  if (known !== undefined && !same(hello.instance, known)) throw restarted(peer, peer);
  if (hello.knows.length > 0 && !same(hello.knows, instance)) throw restarted(self, peer);
  const received = new Map(
    hello.resume.map(({ topic, seq, bytes, consumed }): [string, Resume] => [
      topic ?? '',
      { seq: seq ?? 0, bytes: Number(bytes ?? 0), consumed: Number(consumed ?? 0) },
    ]),
  );
  if (received.size !== hello.resume.length) throw new ProtocolError('malformed', 'a hello that names a topic twice');
  return { instance: new Uint8Array(hello.instance), received };
}

function restarted(who: string, peer: string): ProtocolError {
  return new ProtocolError('peer-lost', `the node of ${who} was started again and has lost the session`, {
    params: { peer },
  });
}

/** Instances are no secrets. */
function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
