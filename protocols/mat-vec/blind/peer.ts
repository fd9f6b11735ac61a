/** Mat-vec, blind: the role of the peer Q, who holds the vectors and the key. Notation of protocol.md. */
import { SLOTS } from '@coscore/crypto/he/bfv-context.ts';
import { type BfvEngine, type BfvKeyHolder, sharedBfv } from '@coscore/crypto/he/bfv-pool.ts';
import { bfvBytes } from '@coscore/crypto/he/bfv-wire.ts';
import { bytesOf } from '@coscore/crypto/ring/bytes.ts';
import { addPrime, arePrimeResidues, primeResidues } from '@coscore/crypto/ring/prime-ring.ts';
import { wire } from '@coscore/proto';
import { ProtocolError } from '../../errors.ts';
import { expectBytes, expectIndex } from '../../helper/deal.ts';
import { receive, send, type Channel, type Session } from '../../transport.ts';
import { checkMatVec, matVecTopic, nextProduct, type Opening } from '../options.ts';
import type { MatVecPeer, MatVecPeerOptions } from '../peer.ts';
import { agreeOnTerms, beginBlind, chunksOf, guardOf, partFrom } from './core.ts';

/** Gets ready to make a key for each product alone. @throws as `openMatVecPeer`. */
export async function openBlindPeer<O extends Opening>(
  session: Session,
  options: MatVecPeerOptions<O>,
  engine: BfvEngine = sharedBfv,
): Promise<MatVecPeer<O>> {
  const { peer, rows, columns, products, open, instance } = options;
  checkMatVec(options);
  const parties = [peer, session.self] as const;
  const terms = await beginBlind(session, options, parties, options);
  const channel = session.channel(peer, matVecTopic(instance, parties));
  await agreeOnTerms(channel, terms);
  const key = engine.keys();
  const guard = guardOf(session, peer, () => key.close());
  let used = 0;

  const multiply = async (u: BigUint64Array): Promise<BigUint64Array | undefined> => {
    if (u.length !== rows) throw new ProtocolError('wrong-size', `a vector of ${u.length} rows, not ${rows}`);
    if (!arePrimeResidues(u)) throw new ProtocolError('out-of-range', 'a vector that is not of residues mod t');
    const index = nextProduct(used++, products);
    await sendKey(channel, key, index);
    await sendVector(channel, key, index, u);
    const share = await receiveSums(channel, key, index, columns);
    switch (open as Opening) {
      case 'shares':
        return share;
      case 'owner':
        await send(channel, 'mat-vec-opening', wire.MatVecOpening, { index, part: bytesOf(share) });
        return undefined;
      case 'peer': {
        const opening = await receive<wire.MatVecOpening>(channel, 'mat-vec-opening', wire.MatVecOpening);
        expectIndex(index, opening.index, peer);
        return addPrime(share, partFrom(opening.part, columns, peer));
      }
    }
  };
  return {
    multiply: ((u: BigUint64Array) => guard.run(() => multiply(u))) as MatVecPeer<O>['multiply'],
    close: guard.close,
  };
}

/** A deviating owner reads 23 coefficients of the secret key off a column: with a key a product it never reads them all. */
async function sendKey(channel: Channel, key: BfvKeyHolder, index: number): Promise<void> {
  await send(channel, 'mat-vec-key', wire.MatVecKey, { index, publicKey: await key.renew() });
}

async function sendVector(channel: Channel, key: BfvKeyHolder, index: number, u: BigUint64Array): Promise<void> {
  for (let chunk = 0; chunk < chunksOf(u.length); chunk++) {
    const cipher = await key.encrypt(u.subarray(chunk * SLOTS, (chunk + 1) * SLOTS));
    await send(channel, 'mat-vec-encrypted', wire.MatVecEncrypted, { index, chunk, cipher });
  }
}

/** [d] sums of the masked products' slots: this party's share. */
async function receiveSums(
  channel: Channel,
  key: BfvKeyHolder,
  index: number,
  columns: number,
): Promise<BigUint64Array> {
  const sums: Promise<number>[] = [];
  for (let column = 0; column < columns; column++) {
    const message = await receive<wire.MatVecHiddenProduct>(
      channel,
      'mat-vec-hidden-product',
      wire.MatVecHiddenProduct,
    );
    expectIndex(index, message.index, channel.peer);
    expectIndex(column, message.column, channel.peer);
    expectBytes(bfvBytes('reply'), message.cipher, channel.peer, 'masked product');
    const sum = key.decryptSum(message.cipher);
    // It is heard below; until then its failure must not end the process.
    sum.catch(() => undefined);
    sums.push(sum);
  }
  return primeResidues(await Promise.all(sums));
}
