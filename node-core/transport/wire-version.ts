/**
 * Versions of the wire format: control frames, calls for tunnels, tunnel frames. Every handshake (Attend, a call, the hello
 * of a tunnel) carries the range that its end speaks; both use the highest that is common, and refuse each other when none is.
 * Raise MAX with every change that an older node would misread, and MIN when support for an old one is dropped.
 */
import { NodeError } from '../errors/node-error.ts';

export interface VersionRange {
  readonly min: number;
  readonly max: number;
}

/** 1 carried tunnels in gRPC calls. */
export const WIRE_VERSIONS: VersionRange = { min: 2, max: 2 };

/** @returns the version that both speak. @throws NodeError `version-mismatch`, which names the side to update. */
export function commonVersion(
  ours: VersionRange,
  theirs: VersionRange | undefined,
  self: string,
  peer: string,
): number {
  const version = Math.min(ours.max, theirs?.max ?? 0);
  if (theirs !== undefined && version >= Math.max(ours.min, theirs.min)) return version;
  const update = theirs === undefined || theirs.max < ours.min ? peer : self;
  const said = theirs === undefined ? 'none' : written(theirs);
  throw new NodeError(
    'version-mismatch',
    `${self} speaks wire version ${written(ours)}, ${peer} speaks ${said}: update Coscore at ${update}`,
    { params: { peer, ours: written(ours), theirs: said, update } },
  );
}

/** `1` or `1-3`. */
export function written({ min, max }: VersionRange): string {
  return min === max ? String(min) : `${min}-${max}`;
}

/** @returns undefined unless the text is a range that `written` could have written. */
export function parseVersions(text: unknown): VersionRange | undefined {
  const found = typeof text === 'string' ? /^([1-9]\d{0,5})(?:-([1-9]\d{0,5}))?$/.exec(text) : null;
  if (found === null) return undefined;
  const [min, max] = [Number(found[1]), Number(found[2] ?? found[1])];
  return min <= max ? { min, max } : undefined;
}
