/**
 * Whatever a peer sends, a node decodes fixed message types, checks lengths and ranges, and ends with a named error: nothing
 * that comes off the wire is ever turned into objects or code (NVFlare CVE-2026-24186, FedML CVE-2026-5536, FATE #3812).
 * First every decoder is given noise, then every protocol runs with one of its messages changed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { wire } from '@coscore/proto';
import { memoryNetwork } from '@coscore/protocols/memory-network.ts';
import { receive, type MessageType, type PartyId, type ProtocolError } from '@coscore/protocols';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from './protocol-run.ts';
import { protocolRuns } from './protocol-runs.ts';

const types = Object.entries(wire as unknown as Record<string, MessageType<object>>).filter(
  ([, type]) => typeof type.decode === 'function',
);
const runs = Number(process.env['COSCORE_FUZZ_RUNS'] ?? 1);

/** What a role sees of a peer's bytes. */
async function decoded(type: MessageType<object>, body: Uint8Array): Promise<object> {
  const network = memoryNetwork('job/1');
  const [one, other] = ['one', 'other'] as [PartyId, PartyId];
  await network.session(one).channel(other, 'fuzz').send('message', body);
  return receive(network.session(other).channel(one, 'fuzz'), 'message', type);
}

async function decodesOrRefuses(type: MessageType<object>, body: Uint8Array): Promise<void> {
  try {
    const message = await decoded(type, body);
    expect(Object.getPrototypeOf(message)).toBe(Object.getPrototypeOf(type.decode(new Uint8Array(0))));
  } catch (error) {
    expect(error).toMatchObject({ name: 'ProtocolError', code: 'malformed' });
  }
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
}

/** Nested fields of every number, so that decoders with sub-messages go into them. */
const nested = fc.letrec<{ message: Uint8Array }>((tie) => ({
  message: fc
    .array(
      fc.oneof(
        fc.tuple(
          fc.integer({ min: 1, max: 20 }),
          fc.oneof({ depthSize: 'small' }, fc.uint8Array({ maxLength: 40 }), tie('message')),
        ),
        fc.tuple(fc.integer({ min: 1, max: 20 }), fc.nat(2 ** 31 - 1)),
      ),
      { maxLength: 6 },
    )
    .map((fields) =>
      Buffer.concat(
        fields.map(([field, value]) =>
          typeof value === 'number'
            ? Buffer.concat([varint(field << 3), varint(value)])
            : Buffer.concat([varint((field << 3) | 2), varint(value.length), value]),
        ),
      ),
    ),
})).message;

function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest]);
    bytes.push((rest % 128) | 128);
  }
}

describe.each(types)('%s', (_, type) => {
  it('decodes or refuses noise, and fields where they do not belong', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 200 }), nested), (body) => decodesOrRefuses(type, body)),
      { numRuns: 40 * runs, seed: 7 },
    );
  });

  it('decodes or refuses a message that was cut', async () => {
    await fc.assert(
      fc.asyncProperty(nested, fc.nat(), async (body, cut) => {
        await decodesOrRefuses(type, body.subarray(0, body.length === 0 ? 0 : cut % body.length));
      }),
      { numRuns: 20 * runs, seed: 8 },
    );
  });
});

describe('control', () => {
  it('the decoders alone throw what is no named error', async () => {
    const network = memoryNetwork('job/1');
    const [one, other] = ['one', 'other'] as [PartyId, PartyId];
    await network.session(one).channel(other, 'fuzz').send('message', Uint8Array.of(255));
    const raw = await network.session(other).channel(one, 'fuzz').receive('message');
    expect(() => wire.JobTerms.decode(raw)).toThrow(RangeError);
  });
});

type Mutation = readonly [how: 'cut' | 'flip' | 'noise' | 'longer' | 'empty' | 'other kind', at: number, value: number];

function mutated(body: Uint8Array, [how, at, value]: Mutation): Uint8Array {
  switch (how) {
    case 'cut':
      return body.slice(0, body.length === 0 ? 0 : at % body.length);
    case 'flip': {
      const copy = body.slice();
      if (copy.length > 0) copy[at % copy.length]! ^= 1 << (value % 8);
      return copy;
    }
    case 'noise':
      return body.map((byte, i) => byte ^ Math.imul(i + at, value * 2654435761) ^ (value & 255));
    case 'longer':
      return Buffer.concat([body, body.subarray(0, (at % 32) + 1), Uint8Array.of(value & 255)]);
    case 'empty':
      return new Uint8Array(0);
    case 'other kind':
      return body;
  }
}

describe.each(protocolRuns)('$name with one message changed', (protocol) => {
  const mutation: fc.Arbitrary<Mutation> = fc.tuple(
    fc.constantFrom('cut', 'flip', 'noise', 'longer', 'empty', 'other kind'),
    fc.nat(10_000),
    fc.nat(255),
  );

  it('ends well or with a named error', async () => {
    const codes = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.nat(1000), mutation, async (which, how) => {
        const count = protocol.messages;
        let sent = 0;
        const change: Change = (message) =>
          sent++ === which % count
            ? {
                ...message,
                kind: how[0] === 'other kind' ? 'helper-grant' : message.kind,
                body: mutated(message.body, how),
              }
            : message;
        const { failure } = await protocol.run(0, change);
        if (failure === undefined) return;
        expect(failure).toMatchObject({ name: 'ProtocolError' });
        codes.add((failure as ProtocolError).code);
      }),
      { numRuns: protocol.changes * runs, seed: 9 },
    );
    // The changes did arrive: some fail to decode, some decode to what cannot be.
    expect(codes).toContain('malformed');
    expect(codes.size).toBeGreaterThan(1);
  });
});

describe('the code that runs on a node', () => {
  const root = resolve(import.meta.dirname, '../..');
  const packages = [
    'proto',
    'kernels',
    'crypto',
    'protocols',
    'models',
    'node-core',
    'party-node',
    'coordinator',
    'cli',
  ];
  const forbidden = /v8['"]|\bdeserialize\(|\beval\(|new Function\(|node:vm|runInNewContext|pickle/;

  const sources = packages.flatMap((name) =>
    readdirSync(join(root, name), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(ts|mjs)$/.test(path) && !/\.test\.ts$|node_modules|generated/.test(path))
      .map((path) => join(root, name, path)),
  );

  it('turns no bytes into objects or code but through the message types', () => {
    expect(sources.length).toBeGreaterThan(200);
    const found = sources.filter((path) => forbidden.test(readFileSync(path, 'utf8')));
    expect(found.map((path) => relative(root, path))).toEqual([]);
  });

  it('control: it would be found', () => {
    for (const line of ["import { deserialize } from 'node:v8';", 'eval(text)', "import vm from 'node:vm';"])
      expect(forbidden.test(line), line).toBe(true);
  });
});
