export { CryptoError, type CryptoErrorCode } from './errors.ts';
export { prg, SEED_BYTES, type Prg } from './prg.ts';
export { systemCsprng, type Csprng, type SeededRng } from './rng.ts';
export { Secret } from './secret.ts';
