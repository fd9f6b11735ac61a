/** The part of sodium-native 5 (bindings of libsodium) that Coscore calls; the package ships no types. */
declare module 'sodium-native' {
  interface Sodium {
    /** SHA-512 of `input` into `out` (64 bytes). */
    crypto_hash_sha512(out: Uint8Array, input: Uint8Array): void;
    /** Elligator 2 of `r` (32 bytes) with the cofactor cleared, as an Ed25519 point `p` (32 bytes). Throws on failure. */
    crypto_core_ed25519_from_uniform(p: Uint8Array, r: Uint8Array): void;
    /** Birational map of an Ed25519 point of prime order to its X25519 u-coordinate. Throws on low order. */
    crypto_sign_ed25519_pk_to_curve25519(u: Uint8Array, p: Uint8Array): void;
    /** X25519: `q = n * p` (32 bytes each). Throws when the result is all zero. */
    crypto_scalarmult(q: Uint8Array, n: Uint8Array, p: Uint8Array): void;
    /** X25519 with the base point 9. */
    crypto_scalarmult_base(q: Uint8Array, n: Uint8Array): void;
    /** BLAKE2b, `out` of 16 to 64 bytes, `key` of 16 to 64 bytes. */
    crypto_generichash(out: Uint8Array, input: Uint8Array, key: Uint8Array): void;
  }
  const sodium: Sodium;
  export default sodium;
}
