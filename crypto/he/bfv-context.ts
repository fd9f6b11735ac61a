/**
 * BFV (Brakerski, CRYPTO 2012; Fan and Vercauteren, ePrint 2012/144) on Microsoft SEAL 4.1.2: the one set of parameters that
 * Coscore uses, proved in protocols/mat-vec/protocol.md, and the library bound to this thread.
 *
 * N = 8192 with SEAL's default moduli for 128-bit security (homomorphicencryption.org standard: 218 bits), t a 50-bit prime
 * that batches. SEAL draws its own randomness from the operating system (getrandom through the WASM runtime).
 */
import { initialize } from 'node-seal/allows';
import type { BatchEncoder, Evaluator, MainModule, ParmsIdType, SEALContext } from 'node-seal/allows';
import { CryptoError } from '../errors.ts';
import { PRIME } from '../ring/prime-ring.ts';

/** N: slots of one ciphertext. */
export const SLOTS = 8192;
/** The proof covers sums of so many chunks: n up to 2^20. */
export const MAX_CHUNKS = 128;
/** Moduli q_0..q_3 of a fresh ciphertext; the fifth, the special prime, is used by keys only. */
export const DATA_PRIMES: readonly number[] = [8796092858369, 8796092792833, 17592186028033, 17592185438209];
const SPECIAL_PRIME = 17592184717313;
/** Moduli left in a reply after two switches. */
export const REPLY_PRIMES = 2;

export interface Bfv {
  readonly seal: MainModule;
  readonly context: SEALContext;
  readonly encoder: BatchEncoder;
  readonly evaluator: Evaluator;
  /** Of fresh ciphertexts. */
  readonly first: ParmsIdType;
}

let loaded: Promise<Bfv> | undefined;

/**
 * SEAL with Coscore's parameters, loaded once a thread. The build that allows transparent ciphertexts: a chunk of zeros gives
 * one before masking, and the build that throws there would let the data decide the course of the computation. Every
 * ciphertext that leaves is re-randomised, so none of them is transparent.
 */
export function bfv(): Promise<Bfv> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Bfv> {
  const seal = await initialize();
  const parameters = new seal.EncryptionParameters(seal.SchemeType.bfv);
  parameters.setPolyModulusDegree(SLOTS);
  const moduli = seal.CoeffModulus.BFVDefault(SLOTS, seal.SecLevelType.tc128);
  const plain = seal.PlainModulus.Batching(SLOTS, 50);
  parameters.setCoeffModulus(moduli);
  parameters.setPlainModulus(plain);
  const context = new seal.SEALContext(parameters, true, seal.SecLevelType.tc128);
  const found = Array.from({ length: moduli.size() }, (_, i) => Number(moduli.get(i)?.value()));
  const expected = [...DATA_PRIMES, SPECIAL_PRIME];
  if (
    !context.parametersSet() ||
    Number(plain.value()) !== PRIME ||
    found.length !== expected.length ||
    found.some((prime, i) => prime !== expected[i])
  ) {
    throw new CryptoError(
      'out-of-range',
      'SEAL chose other moduli than the ones whose noise is proved: wrong version of node-seal',
    );
  }
  return {
    seal,
    context,
    encoder: new seal.BatchEncoder(context),
    evaluator: new seal.Evaluator(context),
    first: context.firstParmsId(),
  };
}
