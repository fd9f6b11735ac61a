/** A secret in every form in which careless code would let it out: as it is, as a number's bytes, or under a hash without key. */
import { createHash } from 'node:crypto';
import { normaliseId } from '@coscore/protocols/align/index.ts';

/** Bytes to look for. */
export interface Needle {
  /** What is secret, as the test calls it; never its value. */
  readonly secret: string;
  readonly form: string;
  readonly bytes: Buffer;
}

const HASHES = ['sha256', 'sha1', 'md5', 'blake2b512'] as const;
/** A tag cut to 16 bytes is still a hash without key. */
const HASH_BYTES = 16;
/** Logits, columns, tables and products, in this order: 20, 12, 14 and 28 bits; 16 is what others use. */
const FRACTION_BITS = [0, 12, 14, 16, 20, 28] as const;

function needle(secret: string, form: string, bytes: Uint8Array | string): Needle {
  return { secret, form, bytes: typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : Buffer.from(bytes) };
}

/** Of an id or a category: as written, normalised, in lower case; each as UTF-8, UTF-16 and under each hash. */
export function textForms(secret: string, value: string): readonly Needle[] {
  const spellings = new Map<string, string>();
  for (const [name, text] of [
    ['raw', value],
    ['normalised', normaliseId(value)],
    ['lower case', value.toLowerCase()],
  ] as const) {
    if (![...spellings.values()].includes(text)) spellings.set(name, text);
  }
  return [...spellings].flatMap(([name, text]) => [
    needle(secret, `${name} UTF-8`, text),
    needle(secret, `${name} UTF-16`, Buffer.from(text, 'utf16le')),
    needle(secret, `${name} hex`, Buffer.from(text).toString('hex')),
    // Two characters less: the last ones depend on what follows.
    needle(secret, `${name} base64`, Buffer.from(text).toString('base64').replace(/=+$/, '').slice(0, -2)),
    ...HASHES.flatMap((hash) => hashForms(secret, `${hash} of ${name}`, createHash(hash).update(text).digest())),
  ]);
}

function hashForms(secret: string, form: string, digest: Buffer): readonly Needle[] {
  const start = digest.subarray(0, HASH_BYTES);
  const hex = start.toString('hex');
  return [
    needle(secret, `${form}, binary`, start),
    needle(secret, `${form}, hex`, hex),
    needle(secret, `${form}, upper hex`, hex.toUpperCase()),
    needle(secret, `${form}, base64`, start.toString('base64').slice(0, 21)),
  ];
}

/** Of a number: decimal text, float64 and int64 fixed point, in both byte orders. */
export function numberForms(secret: string, value: number): readonly Needle[] {
  const view = new DataView(new ArrayBuffer(8));
  const inBothOrders = (form: string, put: (littleEndian: boolean) => void): readonly Needle[] =>
    [true, false].map((littleEndian) => {
      put(littleEndian);
      return needle(secret, `${form}, ${littleEndian ? 'little' : 'big'}-endian`, new Uint8Array(view.buffer.slice(0)));
    });
  return [
    needle(secret, 'decimal', String(value)),
    ...inBothOrders('float64', (little) => view.setFloat64(0, value, little)),
    ...FRACTION_BITS.flatMap((bits) =>
      inBothOrders(`int64 at ${bits} bits`, (little) =>
        view.setBigInt64(0, BigInt(Math.round(value * 2 ** bits)), little),
      ),
    ),
  ];
}

/** Of a ring element: its eight bytes in both orders, and its decimal. */
export function residueForms(secret: string, residue: bigint): readonly Needle[] {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt.asUintN(64, residue));
  return [
    needle(secret, 'residue, little-endian', bytes),
    needle(secret, 'residue, big-endian', Buffer.from(bytes).reverse()),
    needle(secret, 'residue, decimal', String(BigInt.asUintN(64, residue))),
    needle(secret, 'signed residue, decimal', String(BigInt.asIntN(64, residue))),
  ];
}

/** Of a run of 32-bit numbers that are too short to be looked for one by one. */
export function wordForms(secret: string, words: Uint32Array): readonly Needle[] {
  const bytes = Buffer.alloc(words.length * 4);
  words.forEach((word, i) => bytes.writeUInt32LE(word, i * 4));
  return [
    needle(secret, 'words, little-endian', bytes),
    needle(secret, 'words, big-endian', Buffer.from(bytes).swap32()),
    needle(secret, 'words, decimal', [...words].join(',')),
  ];
}
