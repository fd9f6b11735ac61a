/** At the end of a job two parties sign each other's chain heads, so that neither can later cut or rewrite its log unseen. */
import { sign, verify, type Identity } from '../identity/identity.ts';
import { canonicalJson } from '../manifest/canonical.ts';
import type { ChainHead } from './chain.ts';

/** Which node's log, after which job. */
export interface HeadStatement extends ChainHead {
  /** Fingerprint of the node whose log it is. */
  readonly node: string;
  readonly job: string;
}

export interface CounterSignature {
  readonly head: HeadStatement;
  /** Fingerprint of who signed. */
  readonly by: string;
  /** Base64, 64 bytes. */
  readonly signature: string;
}

function statementBytes({ node, job, seq, hash }: HeadStatement): Buffer {
  return Buffer.from(`audit head\n${canonicalJson({ node, job, seq, hash })}`);
}

/** Signs another node's head. */
export function counterSign(identity: Identity, head: HeadStatement): CounterSignature {
  const signature = Buffer.from(sign(identity, statementBytes(head))).toString('base64');
  return { head, by: identity.fingerprint, signature };
}

/** Whether the owner of this certificate signed this head. The caller checks that the head is the one it sent. */
export function verifyCounterSignature(certificatePem: string, signed: CounterSignature): boolean {
  return verify(certificatePem, statementBytes(signed.head), Buffer.from(signed.signature, 'base64'));
}
