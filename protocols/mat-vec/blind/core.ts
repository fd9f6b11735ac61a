/** Mat-vec, blind: what its two roles share. */
import { createHash } from 'node:crypto';
import { CryptoError } from '@coscore/crypto/errors.ts';
import { residuesOf } from '@coscore/crypto/ring/bytes.ts';
import { MAX_CHUNKS, SLOTS } from '@coscore/crypto/he/bfv-context.ts';
import { arePrimeResidues } from '@coscore/crypto/ring/prime-ring.ts';
import { wire } from '@coscore/proto';
import { ProtocolError } from '../../errors.ts';
import { expectBytes, WHOLE_INSTANCE } from '../../helper/deal.ts';
import { receive, send, type Channel, type PartyId, type Session } from '../../transport.ts';
import { matVecTopic, type MatVecShape, type Opening } from '../options.ts';

/** The noise is proved for so many rows. */
const MAX_BLIND_ROWS = MAX_CHUNKS * SLOTS;

export const chunksOf = (rows: number): number => Math.ceil(rows / SLOTS);

/**
 * Marks the instance as used, before anything of it leaves, and gives what both ends must agree on. Keys and masks are drawn
 * fresh and live in memory only, so the one mark rules out their reuse over crashes and resumes.
 * @param parties owner of the matrix, its peer. @returns SHA-256 of the terms.
 * @throws ProtocolError `out-of-range`; `material-reused`.
 */
export async function beginBlind(
  session: Session,
  options: { readonly peer: PartyId; readonly instance: string; readonly open: Opening },
  parties: readonly [PartyId, PartyId],
  { rows, columns, products }: MatVecShape,
): Promise<Uint8Array> {
  if (rows > MAX_BLIND_ROWS) {
    throw new ProtocolError(
      'out-of-range',
      `the blind profile multiplies at most ${MAX_BLIND_ROWS} rows, not ${rows}; use fewer training rows or the aided profile`,
      { params: { rows, limit: MAX_BLIND_ROWS } },
    );
  }
  const { instance, open, peer } = options;
  await session.material.claim(peer, matVecTopic(instance, parties), WHOLE_INSTANCE);
  const terms = ['coscore mat-vec blind v1', session.id, instance, parties, rows, columns, products, open];
  return createHash('sha256').update(JSON.stringify(terms)).digest();
}

/** Sends the digest of the terms and compares the other end's. @throws ProtocolError `parameter-mismatch`. */
export async function agreeOnTerms(channel: Channel, digest: Uint8Array): Promise<void> {
  await send(channel, 'mat-vec-terms', wire.MatVecTerms, { digest });
  const theirs = await receive<wire.MatVecTerms>(channel, 'mat-vec-terms', wire.MatVecTerms);
  if (!Buffer.from(digest).equals(theirs.digest)) {
    const { peer } = channel;
    throw new ProtocolError('parameter-mismatch', `${peer} multiplies another shape, or opens to another party`, {
      params: { party: peer },
    });
  }
}

/** [d] a peer's part of a product. @throws ProtocolError `wrong-size`, `out-of-range`. */
export function partFrom(bytes: Uint8Array, columns: number, peer: PartyId): BigUint64Array {
  expectBytes(columns * 8, bytes, peer, 'product part');
  const part = residuesOf(bytes);
  if (!arePrimeResidues(part)) throw new ProtocolError('out-of-range', `${peer} sent a part that is no residue mod t`);
  return part;
}

export interface Guard {
  /** Runs one step; any failure ends the instance, its keys and threads, before it is told. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Once. */
  close(): Promise<void>;
}

/** Ends what an instance holds when it is closed, when a step fails or when its session does, whichever is first. */
export function guardOf(session: Session, peer: PartyId, end: () => Promise<void>): Guard {
  let ended: Promise<void> | undefined;
  const onAbort = (): void => void close().catch(() => undefined);
  const close = (): Promise<void> => {
    session.signal.removeEventListener('abort', onAbort);
    return (ended ??= end());
  };
  session.signal.addEventListener('abort', onAbort, { once: true });
  if (session.signal.aborted) onAbort();
  return {
    close,
    async run(work) {
      try {
        return await work();
      } catch (cause) {
        await close().catch(() => undefined);
        if (session.signal.aborted && !(cause instanceof ProtocolError)) {
          throw new ProtocolError('cancelled', 'the session was cancelled', { cause });
        }
        throw asProtocolError(cause, peer);
      }
    },
  };
}

/** What the mathematics says of a peer's numbers, as the protocol's error. */
function asProtocolError(cause: unknown, peer: PartyId): unknown {
  if (!(cause instanceof CryptoError && cause.code === 'bad-ciphertext')) return cause;
  return new ProtocolError('bad-ciphertext', `${peer} sent ${cause.message}`, { cause, params: { party: peer } });
}
