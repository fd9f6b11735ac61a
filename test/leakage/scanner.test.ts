/** The control of every test beside: what is planted is found, in each form, wherever it stands. */
import { deflateRawSync, gzipSync } from 'node:zlib';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { prg } from '@coscore/crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { numberForms, residueForms, textForms, wordForms } from './forms.ts';
import { heldBy } from './held.ts';
import { scannerFor } from './scanner.ts';

const needles = [
  ...textForms('id', 'canary-Tax-5b1e'),
  ...numberForms('value', 7321508364.71),
  ...numberForms('negative value', -7.5),
  ...residueForms('residue', -81985529216486895n),
  ...wordForms('words', Uint32Array.of(0x0012f0a1, 0x01ffeed0, 7)),
];
const scanner = scannerFor(needles);
/** Noise with runs of zeros, as in a database's files. */
const noise = prg(new Uint8Array(32).fill(1), 'noise')
  .bytes(1 << 16)
  .fill(0, 1 << 14, 1 << 15);

describe('the scanner', () => {
  it('has a form for every way of writing that it promises', () => {
    const forms = new Set(needles.map(({ form }) => form));
    for (const hash of ['sha256', 'sha1', 'md5', 'blake2b512']) {
      for (const spelling of ['raw', 'normalised']) {
        for (const written of ['binary', 'hex', 'base64'])
          expect(forms).toContain(`${hash} of ${spelling}, ${written}`);
      }
    }
    for (const order of ['little', 'big']) {
      expect(forms).toContain(`float64, ${order}-endian`);
      for (const bits of [12, 16, 20, 28]) expect(forms).toContain(`int64 at ${bits} bits, ${order}-endian`);
    }
    expect(forms).toContain('decimal');
    expect(forms).toContain('raw UTF-8');
    expect(forms).toContain('normalised UTF-8');
  });

  it('agrees with the bytes that others write', () => {
    const bytesOf = (form: string): string => needles.find((needle) => needle.form === form)!.bytes.toString('hex');
    const id = 'CANARY-TAX-5B1E';
    expect(bytesOf('sha256 of normalised, binary')).toBe(createHash('sha256').update(id).digest('hex').slice(0, 32));
    expect(bytesOf('float64, little-endian')).toBe(Buffer.from(Float64Array.of(7321508364.71).buffer).toString('hex'));
    const fixed = BigInt64Array.of(BigInt(Math.round(7321508364.71 * 2 ** 20)));
    expect(bytesOf('int64 at 20 bits, little-endian')).toBe(Buffer.from(fixed.buffer).toString('hex'));
  });

  it.each(needles.map((needle) => [`${needle.secret} as ${needle.form}`, needle] as const))('finds %s', (_, needle) => {
    // At the start, at an odd place within zeros, and at the very end.
    for (const at of [0, (1 << 14) + 7777, noise.length - needle.bytes.length]) {
      const bytes = noise.slice();
      bytes.set(needle.bytes, at);
      const { secret, form } = needle;
      expect(scanner.scan([{ name: 'noise', bytes }])).toContainEqual({ secret, form, where: 'noise' });
    }
  });

  it('finds nothing in noise', () => {
    expect(scanner.scan([{ name: 'noise', bytes: noise }])).toEqual([]);
  });

  it('refuses a needle that is in every file by chance', () => {
    expect(() => scannerFor(textForms('short', 'ab'))).toThrow(RangeError);
  });
});

describe('what a folder holds', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cs-held-'));
    await mkdir(join(folder, 'a/b'), { recursive: true });
    await writeFile(join(folder, 'a/b/plain'), 'x canary-Tax-5b1e y');
    await writeFile(join(folder, 'old.log.gz'), gzipSync('canary-Tax-5b1e'));
    await writeFile(join(folder, 'report.xlsx'), zipOf('xl/sheet1.xml', '<v>7321508364.71</v>'.repeat(9)));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('includes folders in it and what is packed', async () => {
    const found = scanner.scan(await heldBy(folder));
    const at = (form: string): readonly string[] => found.filter((one) => one.form === form).map(({ where }) => where);
    expect(at('raw UTF-8').toSorted()).toEqual(['a/b/plain', 'old.log.gz, unpacked']);
    expect(at('decimal')).toEqual(['report.xlsx/xl/sheet1.xml']);
  });
});

/** An archive of one entry whose sizes stand in the central directory only, as streaming writers leave it. */
function zipOf(name: string, text: string): Buffer {
  const packed = deflateRawSync(text);
  const local = Buffer.alloc(30);
  local.writeUInt32BE(0x504b0304);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32BE(0x504b0102);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(text.length, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32BE(0x504b0506);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end]);
}
