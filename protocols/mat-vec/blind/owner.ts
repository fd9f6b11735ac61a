/** Mat-vec, blind: the role of the matrix's owner P, who sees only ciphertexts. Notation of protocol.md. */
import { createHash } from 'node:crypto';
import { type BfvEngine, type BfvMatrix, sharedBfv } from '@coscore/crypto/he/bfv-pool.ts';
import { bfvBytes } from '@coscore/crypto/he/bfv-wire.ts';
import { bytesOf } from '@coscore/crypto/ring/bytes.ts';
import { addPrime, primeResidues, subtractPrime } from '@coscore/crypto/ring/prime-ring.ts';
import { wire } from '@coscore/proto';
import { expectBytes, expectIndex } from '../../helper/deal.ts';
import { receive, send, type Channel, type Session } from '../../transport.ts';
import { matVecTopic, nextProduct, shapeOfColumns, type Opening } from '../options.ts';
import type { MatVecOwner, MatVecOwnerOptions } from '../owner.ts';
import { agreeOnTerms, beginBlind, chunksOf, guardOf, partFrom } from './core.ts';

/** Encodes X, which every product's key then meets. @throws as `openMatVecOwner`. */
export async function openBlindOwner<O extends Opening>(
  session: Session,
  options: MatVecOwnerOptions<O>,
  engine: BfvEngine = sharedBfv,
): Promise<MatVecOwner<O>> {
  const { columns, peer, products, open, instance } = options;
  const shape = shapeOfColumns(columns, products);
  const parties = [session.self, peer] as const;
  const terms = await beginBlind(session, options, parties, shape);
  const channel = session.channel(peer, matVecTopic(instance, parties));
  await agreeOnTerms(channel, terms);
  const matrix = await engine.matrix(columns);
  const guard = guardOf(session, peer, () => matrix.close());
  let used = 0;

  const multiply = async (): Promise<BigUint64Array | undefined> => {
    const index = nextProduct(used++, products);
    await takeKey(channel, matrix, index);
    await takeVector(channel, matrix, index, shape.rows);
    const masks = await sendMasked(channel, matrix, index, shape.columns);
    const share = subtractPrime(new BigUint64Array(shape.columns), masks);
    switch (open as Opening) {
      case 'shares':
        return share;
      case 'owner': {
        const opening = await receive<wire.MatVecOpening>(channel, 'mat-vec-opening', wire.MatVecOpening);
        expectIndex(index, opening.index, peer);
        return addPrime(share, partFrom(opening.part, shape.columns, peer));
      }
      case 'peer':
        await send(channel, 'mat-vec-opening', wire.MatVecOpening, { index, part: bytesOf(share) });
        return undefined;
    }
  };
  return {
    digest: digestOf(columns),
    multiply: (() => guard.run(multiply)) as MatVecOwner<O>['multiply'],
    close: guard.close,
  };
}

/** This product's key: its predecessor is forgotten. */
async function takeKey(channel: Channel, matrix: BfvMatrix, index: number): Promise<void> {
  const message = await receive<wire.MatVecKey>(channel, 'mat-vec-key', wire.MatVecKey);
  expectIndex(index, message.index, channel.peer);
  expectBytes(bfvBytes('public-key'), message.publicKey, channel.peer, 'public key');
  await matrix.use(message.publicKey);
}

async function takeVector(channel: Channel, matrix: BfvMatrix, index: number, rows: number): Promise<void> {
  for (let chunk = 0; chunk < chunksOf(rows); chunk++) {
    const message = await receive<wire.MatVecEncrypted>(channel, 'mat-vec-encrypted', wire.MatVecEncrypted);
    expectIndex(index, message.index, channel.peer);
    expectIndex(chunk, message.chunk, channel.peer);
    expectBytes(bfvBytes('fresh'), message.cipher, channel.peer, 'encrypted vector');
    await matrix.take(message.cipher);
  }
}

/** @returns [d] sums of the masks mod t. */
async function sendMasked(
  channel: Channel,
  matrix: BfvMatrix,
  index: number,
  columns: number,
): Promise<BigUint64Array> {
  const finished = Array.from({ length: columns }, (_, column) => matrix.finish(column));
  // One that fails while another is being sent must not go unheard.
  void Promise.allSettled(finished);
  const masks: number[] = [];
  for (const [column, product] of finished.entries()) {
    const { reply, maskSum } = await product;
    await send(channel, 'mat-vec-hidden-product', wire.MatVecHiddenProduct, { index, column, cipher: reply });
    masks.push(maskSum);
  }
  return primeResidues(masks);
}

function digestOf(columns: readonly (Int16Array | Int32Array)[]): string {
  const hash = createHash('sha256');
  for (const x of columns) hash.update(`${x.BYTES_PER_ELEMENT} ${x.length}\n`).update(bytesOf(x));
  return hash.digest('hex');
}
