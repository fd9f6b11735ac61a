/**
 * A seed to which every data party contributed and which none could steer: commit, then reveal (Blum 1981), joined by HKDF.
 * It travels between data parties only; the helper never sees it. Carries the agreement on options and, under `blind`,
 * the set sizes.
 */
import { createHash, hkdfSync } from 'node:crypto';
import type { Csprng } from '@coscore/crypto';
import { wire } from '@coscore/proto';
import { ProtocolError } from '../errors.ts';
import { receive, send, type PartyId, type Session } from '../transport.ts';
import { checkDigest, checkSetSize, digestOf, peersOf, topicOf, type AlignOptions } from './options.ts';

export interface Agreement {
  /** [32] of the joint seed, one independent key a label. */
  derive(label: string): Uint8Array;
  /** Ids of every party under `blind`; zero for the others under `aided`, which does not tell. */
  readonly setSizes: ReadonlyMap<PartyId, number>;
}

const CONTRIBUTION_BYTES = 32;

/** @throws ProtocolError `parameter-mismatch`; `wrong-size`; `out-of-range` when a peer opens another commitment. */
export async function agree(session: Session, options: AlignOptions, ownSize: number, rng: Csprng): Promise<Agreement> {
  const digest = digestOf(session, options);
  const topic = topicOf(options);
  const peers = peersOf(session, options);
  const contribution = Uint8Array.from(rng.bytes(CONTRIBUTION_BYTES));
  const commitments = new Map([[session.self, commit(session.self, digest, contribution)]]);
  const contributions = new Map<PartyId, Uint8Array>([[session.self, contribution]]);
  const setSizes = new Map([[session.self, ownSize]]);

  const hello = { digest, commitment: commitments.get(session.self)!, setSize: ownSize };
  await Promise.all(
    peers.map(async (peer) => {
      const channel = session.channel(peer, topic);
      await send(channel, 'align-hello', wire.AlignHello, hello);
      const theirs = await receive<wire.AlignHello>(channel, 'align-hello', wire.AlignHello);
      checkDigest(digest, theirs.digest, peer);
      commitments.set(peer, exactly(theirs.commitment, peer));
      setSizes.set(peer, checkSetSize(theirs.setSize, peer));
    }),
  );
  const commitmentsDigest = digestInOrder(options.parties, commitments);
  await Promise.all(
    peers.map(async (peer) => {
      const channel = session.channel(peer, topic);
      await send(channel, 'align-reveal', wire.AlignReveal, { contribution, commitmentsDigest });
      const theirs = await receive<wire.AlignReveal>(channel, 'align-reveal', wire.AlignReveal);
      const opened = commit(peer, digest, exactly(theirs.contribution, peer));
      if (
        Buffer.compare(opened, commitments.get(peer)!) !== 0 ||
        Buffer.compare(theirs.commitmentsDigest, commitmentsDigest) !== 0
      ) {
        throw new ProtocolError('out-of-range', `${peer} opened another commitment than it made`, {
          params: { party: peer },
        });
      }
      contributions.set(peer, theirs.contribution);
    }),
  );
  const joint = Buffer.concat(options.parties.map((party) => contributions.get(party)!));
  return {
    setSizes,
    derive: (label) => new Uint8Array(hkdfSync('sha256', joint, digest, `coscore align ${label}`, 32)),
  };
}

function commit(party: PartyId, digest: Uint8Array, contribution: Uint8Array): Uint8Array {
  return createHash('sha256')
    .update('coscore align commitment v1')
    .update(digest)
    .update(contribution)
    .update(party)
    .digest();
}

function digestInOrder(parties: readonly PartyId[], commitments: ReadonlyMap<PartyId, Uint8Array>): Uint8Array {
  const hash = createHash('sha256');
  for (const party of parties) hash.update(commitments.get(party)!);
  return hash.digest();
}

function exactly(bytes: Uint8Array, peer: PartyId): Uint8Array<ArrayBuffer> {
  if (bytes.length === CONTRIBUTION_BYTES) return Uint8Array.from(bytes);
  throw new ProtocolError('wrong-size', `${peer} sent ${bytes.length} bytes where 32 are due`, {
    params: { party: peer },
  });
}
