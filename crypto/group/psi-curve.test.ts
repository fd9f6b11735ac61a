import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import sodium from 'sodium-native';
import { packIds } from '../packed-ids.ts';
import { systemCsprng } from '../rng.ts';
import { hashToPoints, maskPoints, randomScalar } from './psi-curve.ts';
import { inlinePsi, psiPool } from './psi-pool.ts';

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));
const hex = (data: Uint8Array): string => Buffer.from(data).toString('hex');
const P = 2n ** 255n - 19n;
const integer = (le: Uint8Array): bigint => BigInt(`0x${hex(Uint8Array.from(le).reverse())}`);
const power = (base: bigint, e: bigint): bigint => {
  let r = 1n;
  for (let b = base % P; e > 0n; e >>= 1n, b = (b * b) % P) if (e & 1n) r = (r * b) % P;
  return r;
};

describe('maskPoints (X25519, RFC 7748)', () => {
  it('gives the test vectors of section 5.2', () => {
    const masked = maskPoints(
      bytes('a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4'),
      bytes('e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c'),
    );
    expect(hex(masked)).toBe('c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552');
  });

  it('gives the result of 1,000 iterations of section 5.2', () => {
    let k = bytes('09'.padEnd(64, '0'));
    let u = k;
    for (let i = 0; i < 1000; i++)
      [k, u] = [
        maskPoints(
          k,
          Uint8Array.from(u, (b, at) => (at === 31 ? b & 0x7f : b)),
        ),
        k,
      ];
    expect(hex(k)).toBe('684cf59ba83309552800ef566f2f4d3c1c3887c49360e3875f2eb94d99532c51');
  });

  it.each([
    ['zero', '00'.repeat(32)],
    ['one', '01'.padEnd(64, '0')],
    ['order 8', 'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800'],
    ['order 8 again', '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157'],
    ['p - 1', `ec${'ff'.repeat(30)}7f`],
    ['p, unreduced', `ed${'ff'.repeat(30)}7f`],
    ['p + 1, unreduced', `ee${'ff'.repeat(30)}7f`],
    ['the top bit', `09${'00'.repeat(30)}80`],
  ])('refuses %s as bad-point', (_, point) => {
    const scalar = randomScalar(systemCsprng);
    expect(() => maskPoints(scalar, bytes(point))).toThrow(expect.objectContaining({ code: 'bad-point' }));
  });

  it('refuses other lengths', () => {
    const code = expect.objectContaining({ code: 'bad-length' }) as Error;
    expect(() => maskPoints(new Uint8Array(31), new Uint8Array(32))).toThrow(code);
    expect(() => maskPoints(new Uint8Array(32), new Uint8Array(33))).toThrow(code);
  });
});

describe('hashToPoints', () => {
  const ids = ['', 'a', '91310000MA1K', '某某有限公司', 'x'.repeat(300)];

  it('maps by Elligator 2 with the cofactor cleared (RFC 9380, J.5.2, edwards25519_XMD:SHA-512_ELL2_NU_, empty message)', () => {
    const u = Uint8Array.from(bytes('7f3e7fb9428103ad7f52db32f9df32505d7b427d894c5093f7a0f0374a30641d')).reverse();
    const point = new Uint8Array(32);
    sodium.crypto_core_ed25519_from_uniform(point, u);
    point[31]! &= 0x7f; // the sign of x does not enter the u-coordinate
    const py = '222e314d04a4d5725e9f2aff9fb2a6b69ef375a1214eb19021ceab2d687f0f9b';
    expect(hex(Uint8Array.from(point).reverse())).toBe(py);
  });

  it("equals libsodium's own hash and conversion, one by one", () => {
    const expected = ids.map((id) => {
      const digest = createHash('sha512').update(`test|${id}`).digest().subarray(0, 32);
      const [edwards, u] = [new Uint8Array(32), new Uint8Array(32)];
      sodium.crypto_core_ed25519_from_uniform(edwards, digest);
      sodium.crypto_sign_ed25519_pk_to_curve25519(u, edwards);
      return hex(u);
    });
    const points = hashToPoints('test|', packIds(ids));
    expect(ids.map((_, i) => hex(points.slice(i * 32, i * 32 + 32)))).toEqual(expected);
  });

  it('is the pinned point', () => {
    expect(hex(hashToPoints('dst|', packIds(['91310000'])))).toBe(
      '881e990a9fe3ae92b4386f08c82b5f889fdad4052e68255aa5572d98700c5b3b',
    );
  });

  it('gives points of the curve, never of its twist, for any id', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 20 }), (list) => {
        const points = hashToPoints('test|', packIds(list));
        for (let i = 0; i < list.length; i++) {
          const u = integer(points.slice(i * 32, i * 32 + 32));
          const square = (((u * u + 486662n * u + 1n) % P) * u) % P; // v^2 = u^3 + 486662 u^2 + u
          expect(power(square, (P - 1n) / 2n)).toBe(1n);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('gives points of prime order: (l - 8) P and 8 P have the same u-coordinate, as l P is neutral', () => {
    const points = hashToPoints('test|', packIds(ids));
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    for (let i = 0; i < ids.length; i++) {
      const u = integer(points.slice(i * 32, i * 32 + 32));
      expect(ladder(order - 8n, u)).toBe(ladder(8n, u));
    }
  });

  it('masks commute', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        (a, b) => {
          const points = hashToPoints('test|', packIds(ids));
          expect(hex(maskPoints(a, maskPoints(b, points)))).toBe(hex(maskPoints(b, maskPoints(a, points))));
        },
      ),
      { numRuns: 20 },
    );
  });
});

/** Montgomery ladder without clamping (RFC 7748, section 5), to check orders. */
function ladder(k: bigint, u: bigint): bigint {
  const mod = (x: bigint): bigint => ((x % P) + P) % P;
  let [x2, z2, x3, z3] = [1n, 0n, u, 1n];
  for (let t = 254n; t >= 0n; t--) {
    const bit = (k >> t) & 1n;
    if (bit) [x2, z2, x3, z3] = [x3, z3, x2, z2];
    const [a, b, c, d] = [x2 + z2, x2 - z2, x3 + z3, x3 - z3];
    const [aa, bb, da, cb] = [mod(a * a), mod(b * b), mod(d * a), mod(c * b)];
    const e = mod(aa - bb);
    [x3, z3] = [mod((da + cb) ** 2n), mod(u * mod((da - cb) ** 2n))];
    [x2, z2] = [mod(aa * bb), mod(e * (aa + 121665n * e))];
    if (bit) [x2, z2, x3, z3] = [x3, z3, x2, z2];
  }
  return mod(x2 * power(z2, P - 2n));
}

describe('psiPool', () => {
  it('does on threads what the calling thread does, and keeps error codes', async () => {
    const pool = psiPool(2);
    const inline = inlinePsi();
    const scalar = randomScalar(systemCsprng);
    const packed = packIds(Array.from({ length: 50 }, (_, i) => `F${i}`));
    try {
      const blinded = await inline.blind({ dst: 'test|', scalar, ids: packed });
      expect(hex(await pool.blind({ dst: 'test|', scalar, ids: packed }))).toBe(hex(blinded));
      expect(hex(await pool.mask({ scalar, points: blinded }))).toBe(hex(maskPoints(scalar, blinded)));
      for (const engine of [pool, inline]) {
        await expect(engine.mask({ scalar, points: new Uint8Array(32) })).rejects.toMatchObject({ code: 'bad-point' });
      }
    } finally {
      await pool.close();
    }
  });
});
