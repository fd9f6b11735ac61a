/** The control of the searches of memory in processes.test.ts: a process that has a secret is found to have it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { numberForms, textForms } from './forms.ts';
import { canReadMemory, heapSnapshots, memoryOf, snapshotOptions } from './memory.ts';
import { scannerFor } from './scanner.ts';

/** Put together at run time: the text of the program has none of it. */
const LEAKY = `
const id = ['firm', 'Leak', (0x7a31).toString(16)].join('-');
globalThis.string = id + ' of another';
globalThis.buffer = Buffer.from(id, 'utf16le');
globalThis.numbers = Float64Array.of(0, 59182 * 1e5 + 73645.19, 1);
console.log('ready');
setInterval(() => undefined, 1000);
`;
const NUMBER = 59182 * 1e5 + 73645.19;
const scanner = scannerFor([...textForms('id', 'firm-Leak-7a31'), ...numberForms('number', NUMBER)]);

let dir: string;
let leaky: ChildProcess;
let clean: ChildProcess;

async function started(program: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: snapshotOptions(dir) },
  });
  await once(child.stdout!, 'data');
  return child;
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'cs-heap-'));
  leaky = await started(LEAKY);
  clean = await started(`console.log('ready'); setInterval(() => undefined, 1000);`);
});

afterAll(async () => {
  for (const child of [leaky, clean]) child?.kill('SIGKILL');
  await rm(dir, { recursive: true, force: true });
});

describe('the memory of a process', () => {
  it('as V8 tells it, has its strings', async () => {
    const snapshots = await heapSnapshots([leaky.pid!, clean.pid!], dir);
    const found = scanner.scan([snapshots.get(leaky.pid!)!]);
    expect(found).toContainEqual({ secret: 'id', form: 'raw UTF-8', where: 'heap' });
    expect(scanner.scan([snapshots.get(clean.pid!)!])).toEqual([]);
  });

  it.skipIf(!canReadMemory)('as the kernel has it, has strings, buffers and arrays of numbers', () => {
    const found = new Set(scanner.scan(memoryOf(leaky.pid!)).map(({ form }) => form));
    for (const form of ['raw UTF-8', 'raw UTF-16', 'float64, little-endian']) expect(found).toContain(form);
    expect(scanner.scan(memoryOf(clean.pid!))).toEqual([]);
  });
});
