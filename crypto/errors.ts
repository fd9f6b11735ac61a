export type CryptoErrorCode = 'bad-ciphertext' | 'bad-length' | 'bad-point' | 'out-of-range' | 'overflow';

export class CryptoError extends Error {
  override readonly name = 'CryptoError';
  readonly code: CryptoErrorCode;

  constructor(code: CryptoErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
