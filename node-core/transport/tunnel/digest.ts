/** SHA-256 of a body that is sent or received in parts; one call for the usual body of one part. */
import { createHash, hash, type Hash } from 'node:crypto';

export class BodyDigest {
  #partial: Hash | undefined;

  /** @returns 32 bytes when this was the last part. */
  update(part: Uint8Array, last: boolean): Buffer | undefined {
    if (last && this.#partial === undefined) return hash('sha256', part, 'buffer');
    this.#partial ??= createHash('sha256');
    this.#partial.update(part);
    if (!last) return undefined;
    const digest = this.#partial.digest();
    this.#partial = undefined;
    return digest;
  }
}
