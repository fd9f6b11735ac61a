/** Thread entry of kept-pool.ts: the rows that this thread was given stay here. Errors cross as codes. */
import { parentPort, workerData } from 'node:worker_threads';
import { CryptoError, type CryptoErrorCode } from '../errors.ts';
import type { AdditivePublicKey } from './additive-scheme.ts';
import { keptOps, type KeptOps } from './kept-ops.ts';

export type KeptCall = {
  readonly [Name in keyof KeptOps]: { readonly name: Name; readonly input: Parameters<KeptOps[Name]>[0] };
}[keyof KeptOps];

export type KeptReply =
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly code: CryptoErrorCode; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string };

const ops = keptOps(workerData as AdditivePublicKey);

parentPort!.on('message', (call: KeptCall) => parentPort!.postMessage(answer(call)));

function answer(call: KeptCall): KeptReply {
  try {
    return { kind: 'done', value: carryOut(call) };
  } catch (error) {
    if (error instanceof CryptoError) return { kind: 'refused', code: error.code, message: error.message };
    return { kind: 'failed', message: String(error) };
  }
}

function carryOut(call: KeptCall): unknown {
  switch (call.name) {
    case 'reset':
      return ops.reset(call.input);
    case 'load':
      return ops.load(call.input);
    case 'begin':
      return ops.begin(call.input);
    case 'add':
      return ops.add(call.input);
    case 'finish':
      return ops.finish(call.input);
  }
}
