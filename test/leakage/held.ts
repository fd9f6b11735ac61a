/** Everything that a node holds once it has stopped: every file of its folder, what is packed in them included. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { gunzipSync, inflateRawSync } from 'node:zlib';
import type { Haystack } from './scanner.ts';

export async function heldBy(folder: string): Promise<readonly Haystack[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const held: Haystack[] = [];
  for (const path of paths) held.push(...unpacked({ name: relative(folder, path), bytes: await readFile(path) }));
  return held;
}

/** A file and, when it is an archive, what is in it. */
export function unpacked(file: Haystack): readonly Haystack[] {
  const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
  if (bytes.length > 2 && bytes.readUInt16BE(0) === 0x1f8b)
    return [file, { name: `${file.name}, unpacked`, bytes: gunzipSync(bytes) }];
  if (bytes.length > 4 && bytes.readUInt32BE(0) === 0x504b0304)
    return [file, ...zipEntries({ name: file.name, bytes })];
  return [file];
}

/** Through the central directory (PKWARE APPNOTE 4.3): the sizes beside the entries may be left out. */
function* zipEntries({ name, bytes }: { readonly name: string; readonly bytes: Buffer }): Generator<Haystack> {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const stored = bytes.subarray(from, from + bytes.readUInt32LE(at + 20));
    const entry = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    yield { name: `${name}/${entry}`, bytes: bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(stored) : stored };
    at += 46 + nameLength + extra + comment;
  }
}
