/** The end of a job: every two parties sign each other's audit heads, so that neither can later cut or rewrite its log unseen. */
import type { Identity } from '@coscore/node-core';
import {
  type AuditLog,
  counterSign,
  type HeadStatement,
  verifyCounterSignature,
} from '@coscore/node-core/audit/index.ts';
import { type Manifest, partyOf } from '@coscore/node-core/manifest/index.ts';
import { wire } from '@coscore/proto';
import { ProtocolError, receive, send, type PartyId } from '@coscore/protocols';
import { type JobContext, otherParties } from './context.ts';

export async function exchangeAuditHeads(
  context: JobContext,
  manifest: Manifest,
  identity: Identity,
  audit: AuditLog,
): Promise<void> {
  const head = await audit.head();
  const own: HeadStatement = { node: identity.fingerprint, job: context.job, seq: head.seq, hash: head.hash };
  const signatures = await Promise.all(
    otherParties(context).map((peer) => exchangeWith(context, manifest, identity, own, peer)),
  );
  for (const details of signatures)
    await audit.append('counter-signed', { job: context.job, seq: own.seq, hash: own.hash, ...details }, new Date());
}

async function exchangeWith(
  context: JobContext,
  manifest: Manifest,
  identity: Identity,
  own: HeadStatement,
  peer: PartyId,
): Promise<{ by: string; signature: string; peerSeq: number; peerHash: string }> {
  const channel = context.session.channel(peer, 'audit');
  const { certificatePem, fingerprint } = partyOf(manifest, peer)!;
  await send(channel, 'audit-head', wire.JobAuditHead, { seq: own.seq, hash: Buffer.from(own.hash, 'hex') });
  const theirs = await receive<wire.JobAuditHead>(channel, 'audit-head', wire.JobAuditHead);
  if (theirs.hash.length !== 32)
    throw new ProtocolError('wrong-size', `${peer} sent an audit head of ${theirs.hash.length} bytes, not 32`);
  const head: HeadStatement = {
    node: fingerprint,
    job: context.job,
    seq: theirs.seq,
    hash: Buffer.from(theirs.hash).toString('hex'),
  };
  const { signature } = counterSign(identity, head);
  await send(channel, 'counter-signature', wire.JobCounterSignature, { signature: Buffer.from(signature, 'base64') });
  const answer = await receive<wire.JobCounterSignature>(channel, 'counter-signature', wire.JobCounterSignature);
  const signed = { head: own, by: fingerprint, signature: Buffer.from(answer.signature).toString('base64') };
  if (!verifyCounterSignature(certificatePem, signed)) {
    throw new ProtocolError('malformed', `${peer} did not sign this node's audit head`);
  }
  return { by: peer, signature: signed.signature, peerSeq: head.seq, peerHash: head.hash };
}
