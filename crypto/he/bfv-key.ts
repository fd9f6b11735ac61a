/** The holder of a BFV key pair: encrypts its vector and reads the products that come back. Apart from bfv-columns.ts. */
import type { Ciphertext, Decryptor, Encryptor, Plaintext, SecretKey } from 'node-seal/allows';
import { CryptoError } from '../errors.ts';
import { sumPrime } from '../ring/prime-ring.ts';
import { SLOTS } from './bfv-context.ts';
import { type BfvWire, bfvWire, fromWire, save, toWire } from './bfv-wire.ts';

/**
 * One key pair. Its secret half never leaves this object; `destroy` ends it. Methods are synchronous because they share
 * SEAL objects: a wait in the middle of one would let another put its own numbers there.
 */
export class BfvKey {
  /** Wire bytes. */
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly #bfv: BfvWire;
  readonly #secret: SecretKey;
  readonly #encryptor: Encryptor;
  readonly #decryptor: Decryptor;
  readonly #plain: Plaintext;
  readonly #cipher: Ciphertext;

  private constructor(library: BfvWire) {
    const { seal, context } = library;
    const generator = new seal.KeyGenerator(context);
    const publicKey = generator.createPublicKeySerializable();
    this.publicKey = toWire('public-key', save(library, publicKey));
    const expanded = generator.createPublicKey();
    this.#bfv = library;
    this.#secret = generator.secretKey();
    this.#encryptor = new seal.Encryptor(context, expanded, this.#secret);
    this.#decryptor = new seal.Decryptor(context, this.#secret);
    this.#plain = new seal.Plaintext();
    this.#cipher = new seal.Ciphertext();
    for (const object of [publicKey, expanded, generator]) object.delete();
  }

  static async generate(): Promise<BfvKey> {
    return new BfvKey(await bfvWire());
  }

  /**
   * Encrypts under the secret key, which leaves less noise and half of the ciphertext as a seed.
   * @param values [at most 8192] residues mod t; slots beyond them are 0. @returns wire bytes of a fresh ciphertext.
   * @throws CryptoError `bad-length`.
   */
  encrypt(values: BigUint64Array): Uint8Array<ArrayBuffer> {
    if (values.length > SLOTS) throw new CryptoError('bad-length', `${values.length} values for ${SLOTS} slots`);
    const slots = new BigUint64Array(SLOTS);
    slots.set(values);
    this.#bfv.encoder.encode(slots, this.#plain);
    slots.fill(0n);
    const cipher = this.#encryptor.encryptSymmetricSerializable(this.#plain);
    const wire = toWire('fresh', save(this.#bfv, cipher));
    cipher.delete();
    return wire;
  }

  /**
   * The slots of a reply.
   * @param reply wire bytes. @returns [8192] residues mod t.
   * @throws CryptoError `bad-length`; `bad-ciphertext` when it is unreadable or no noise budget is left, where decryption
   * would give a wrong number without saying so.
   */
  decrypt(reply: Uint8Array): BigUint64Array {
    if (this.budget(reply) <= 0) {
      throw new CryptoError('bad-ciphertext', 'a reply without noise budget: it cannot be decrypted reliably');
    }
    this.#decryptor.decrypt(this.#cipher, this.#plain);
    return this.#bfv.encoder.decodeBigUint64(this.#plain) as BigUint64Array;
  }

  /** Bits of noise that a reply could still take; 0 when it may not decrypt. @throws CryptoError `bad-length`; `bad-ciphertext`. */
  budget(reply: Uint8Array): number {
    fromWire(this.#bfv, 'reply', reply, this.#cipher);
    return this.#decryptor.invariantNoiseBudget(this.#cipher);
  }

  /** Sum of the slots of a reply, a residue mod t. @throws as `decrypt`. */
  decryptSum(reply: Uint8Array): number {
    return sumPrime(this.decrypt(reply));
  }

  /** SEAL wipes the memory of a secret key that is deleted. */
  destroy(): void {
    for (const object of [this.#decryptor, this.#encryptor, this.#secret, this.#plain, this.#cipher]) object.delete();
  }
}
