/**
 * Rates of the ring kernels, each beside the same loop on doubles in plain JavaScript, in the same run.
 * node bench/ring.ts [--rows N]
 */
import { parseArgs } from 'node:util';
import { prg } from '@coscore/crypto';
import { uniformPermutation } from '@coscore/crypto/permutation.ts';
import * as kernels from '@coscore/kernels';

const { values } = parseArgs({ options: { rows: { type: 'string', default: '300000' } } });
const n = Number(values.rows);
const stream = prg(new Uint8Array(32), 'bench');
const [a, b] = [stream.u64(n), stream.u64(n)];
const [fa, fb] = [
  Float64Array.from({ length: n }, (_, i) => i % 97),
  Float64Array.from({ length: n }, (_, i) => i % 89),
];
const i16 = Int16Array.from({ length: n }, (_, i) => (i * 7919) & 0x3fff);
const rho = uniformPermutation(prg(new Uint8Array(32), 'rho'), n);
const groups = Uint32Array.from({ length: n }, (_, i) => (i * 2654435761) % 50);
const offsets = new Uint32Array(51);
for (const g of groups) offsets[g + 1]!++;
for (let g = 0; g < 50; g++) offsets[g + 1]! += offsets[g]!;
const angles = Uint32Array.from({ length: n }, (_, i) => Math.imul(i, 2654435761) & (2 ** 30 - 1));
const coefficients = Float64Array.from({ length: 8 }, (_, k) => 9000 / (k + 1));
const mask = stream.u64(n * 16);
const width = kernels.bitsFor(n);
const packed = kernels.packBits(rho, width);
const columns = [a, b, a, b, a, b, a, b, a, b];
const floats = columns.map((_, i) => (i % 2 ? fa : fb));
const out = new BigUint64Array(n);
// Short columns need more runs until the engine has optimised the kernels.
const runs = Math.max(7, Math.ceil(2e6 / n));

/** Nanoseconds per element of the best of several runs. */
function nanoseconds(elements: number, work: () => unknown): number {
  let best = Infinity;
  for (let run = 0; run < runs; run++) {
    const start = process.hrtime.bigint();
    work();
    best = Math.min(best, Number(process.hrtime.bigint() - start) / elements);
  }
  return best;
}

function plainGather(): Float64Array {
  const moved = new Float64Array(n);
  for (let j = 0; j < n; j++) moved[j] = fa[rho[j]!]! - fb[j]!;
  return moved;
}

function plainHistogram(): Float64Array {
  const sums = new Float64Array(50);
  for (let i = 0; i < n; i++) sums[groups[i]!]! += fa[i]!;
  return sums;
}

function plainDot(): number {
  let total = 0;
  for (const column of floats) for (let i = 0; i < n; i++) total += column[i]! * fb[i]!;
  return total;
}

function plainSigmoid(): Float64Array {
  const p = new Float64Array(n);
  for (let i = 0; i < n; i++) p[i] = 1 / (1 + Math.exp(-fa[i]!));
  return p;
}

function plainAdd(): Float64Array {
  const sum = new Float64Array(n);
  for (let i = 0; i < n; i++) sum[i] = fa[i]! + fb[i]!;
  return sum;
}

const rows: readonly (readonly [string, number, () => unknown, (() => unknown) | undefined])[] = [
  ['add', n, () => kernels.addResidues(a, b), plainAdd],
  ['dot, 10 u64 columns by a u64 vector', n * 10, () => kernels.dotColumns(columns, [b]), plainDot],
  ['dot, i16 column by a u64 vector', n, () => kernels.dotFixedColumns([i16], b), undefined],
  ['i16 column less a mask', n, () => kernels.subtractFromColumn(i16, a), undefined],
  ['gather less a mask', n, () => kernels.gatherLess(a, rho, b), plainGather],
  ['segment sums by index', n, () => kernels.segmentSums(a, rho, offsets), plainHistogram],
  ['sort positions by group', n, () => kernels.sortedByGroup(groups, rho, offsets), undefined],
  ['invert a permutation', n, () => kernels.inverted(rho), undefined],
  ['uniform permutation', n, () => uniformPermutation(prg(new Uint8Array(32), 'p'), n), undefined],
  ['pack to ceil(log2 n) bits', n, () => kernels.packBits(rho, width), undefined],
  ['unpack', n, () => kernels.unpackBits(packed, n, width, n), undefined],
  ['encode doubles', n, () => kernels.encodeFixed(fa, 20, 1000), undefined],
  ['deal 8 harmonics a row', n, () => kernels.harmonicsLess(angles, 8, 14, mask), undefined],
  [
    'sum 8 harmonics a row',
    n,
    () => kernels.sumHarmonics(angles, coefficients, mask, { negative: false, shift: 22, constant: 0n }, out),
    plainSigmoid,
  ],
  ['AES-CTR, a residue', n, () => prg(new Uint8Array(32), 'r').u64(n), undefined],
];

console.log(`${n} rows; ns an element, best of ${runs}`);
console.log(`${'kernel'.padEnd(40)}${'kernel'.padStart(8)}${'plain JS'.padStart(10)}`);
for (const [name, elements, kernel, plain] of rows) {
  const baseline = plain === undefined ? '-' : nanoseconds(elements, plain).toFixed(2);
  console.log(`${name.padEnd(40)}${nanoseconds(elements, kernel).toFixed(2).padStart(8)}${baseline.padStart(10)}`);
}
