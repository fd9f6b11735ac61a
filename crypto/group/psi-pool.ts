/** Batches of PSI group operations on worker threads, or on the calling thread where a set is too small to pay for them. */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { CryptoError } from '../errors.ts';
import type { PackedIds } from '../packed-ids.ts';
import { blind, mask, type BlindTask, type MaskTask, type PsiReply } from './psi-worker.ts';

export interface PsiEngine {
  /** How many batches run at once; callers keep a few more waiting. */
  readonly threads: number;
  /**
   * X25519(scalar, P(id)) of every id.
   * @returns [n x 32], in the order of `ids`.
   */
  blind(task: BlindTask): Promise<Uint8Array<ArrayBuffer>>;
  /**
   * X25519(scalar, point) of every point.
   * @throws CryptoError `bad-point`, `bad-length`.
   */
  mask(task: MaskTask): Promise<Uint8Array<ArrayBuffer>>;
  /** Ends the threads; batches under way reject. */
  close(): Promise<void>;
}

export type { BlindTask, MaskTask, PackedIds };

// The packaged build holds JavaScript beside this file, the checkout TypeScript.
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './psi-worker.ts' : './psi-worker.js', import.meta.url);

/** @param threads worker threads; the cores available to this process by default. */
export function psiPool(threads: number = availableParallelism()): PsiEngine {
  const pool = new Piscina({ filename: fileURLToPath(WORKER), minThreads: threads, maxThreads: threads });
  // A batch that ends while the pool is being closed has nobody waiting for it, which Piscina tells by this event; without a
  // listener it would end the process. What goes wrong with a batch rejects its own `run`.
  pool.on('error', () => undefined);
  const run = async (name: 'blind' | 'mask', task: BlindTask | MaskTask): Promise<Uint8Array<ArrayBuffer>> =>
    pointsOf((await pool.run(task, { name })) as PsiReply);
  return {
    threads,
    blind: (task) => run('blind', task),
    // Cloning a view to a thread clones all of its buffer, so a batch that is part of a network read is copied first.
    mask: (task) => run('mask', { ...task, points: new Uint8Array(task.points) }),
    close: () => pool.destroy(),
  };
}

/** The same operations on the calling thread. */
export function inlinePsi(): PsiEngine {
  return {
    threads: 1,
    blind: async (task) => pointsOf(await Promise.resolve(blind(task))),
    mask: async (task) => pointsOf(await Promise.resolve(mask(task))),
    close: () => Promise.resolve(),
  };
}

function pointsOf(reply: PsiReply): Uint8Array<ArrayBuffer> {
  switch (reply.kind) {
    case 'points':
      return reply.points;
    case 'refused':
      throw new CryptoError(reply.code, reply.message);
  }
}
