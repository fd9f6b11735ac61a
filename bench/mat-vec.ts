/**
 * A private matrix times a private vector, in both profiles between real processes over loopback TCP, each beside the
 * plaintext product, and how time grows from n to 4n.
 *
 *   npm run bench -- mat-vec [--rows N] [--columns D] [--products P] [--no-growth] [--json]
 */
import { parseArgs } from 'node:util';
import { prg } from '@coscore/crypto';
import { decodePrime, encodePrime } from '@coscore/crypto/ring/prime-ring.ts';
import { decodeFixedPoint, encodeFixedPoint } from '@coscore/crypto/ring/fixed-point.ts';
import { finishDeals, serveHelper } from '@coscore/protocols/helper/index.ts';
import { type MatVecTrust, openMatVecOwner, openMatVecPeer } from '@coscore/protocols/mat-vec/index.ts';
import type { PartyId, Session } from '@coscore/protocols/transport.ts';
import {
  bestOfFive,
  bothProfiles,
  costsOf,
  eachGrowth,
  printCosts,
  round,
  type Costs,
  type Task as AnyTask,
} from './support/primitive.ts';
import { isParticipant, participate, runProcesses, type Role } from './support/processes.ts';

interface Task extends AnyTask {
  readonly columns: number;
  readonly products: number;
}

interface Timed {
  /** Until the first product may begin: keys, or the masked matrix. */
  readonly openSeconds: number;
  /** Of all products after the first, which fills caches. */
  readonly seconds: number;
  /** At the owner: the last product. */
  readonly product?: readonly number[];
}

interface MatVecCase extends Task, Costs {
  readonly openSeconds: number;
  readonly secondsPerProduct: number;
  readonly rowsPerSecond: number;
  readonly plaintextSeconds: number;
  readonly ratio: number;
}

const OWNER = 'tax' as PartyId;
const PEER = 'bank' as PartyId;
const HELPER = 'helper' as PartyId;
const COLUMN_BITS = 11;
const VECTOR_BITS = 14;

const columnsOf = ({ rows, columns }: Task): Int16Array[] =>
  Array.from({ length: columns }, (_, j) =>
    Int16Array.from({ length: rows }, (_, i) => ((Math.imul(i + 1, 40503 + 2 * j) >>> 8) % 4096) - 2048),
  );
/** [rows] in (-1, 1). */
function vectorOf({ rows }: Task, product: number): Float64Array {
  const words = new Int32Array(prg(new Uint8Array(32).fill(7), `vector ${product}`).bytes(rows * 4).buffer);
  return Float64Array.from(words, (word) => Math.round((word / 2 ** 31) * 2 ** VECTOR_BITS) / 2 ** VECTOR_BITS);
}

/** What the machine needs when there is nothing to hide. */
function plaintext(task: Task): { readonly seconds: number; readonly result: readonly number[] } {
  const columns = columnsOf(task).map((column) => Float64Array.from(column, (x) => x / 2 ** COLUMN_BITS));
  const u = vectorOf(task, task.products - 1);
  return bestOfFive(() =>
    columns.map((column) => {
      let sum = 0;
      for (let i = 0; i < u.length; i++) sum += column[i]! * u[i]!;
      return sum;
    }),
  );
}

/** Times opening, then every product but the first. */
async function timed(
  open: () => Promise<(product: number) => Promise<readonly number[] | undefined>>,
  products: number,
): Promise<Timed> {
  const start = performance.now();
  const multiply = await open();
  const openSeconds = (performance.now() - start) / 1000;
  let product = await multiply(0);
  const warm = performance.now();
  for (let i = 1; i < products; i++) product = await multiply(i);
  const seconds = (performance.now() - warm) / 1000;
  return { openSeconds, seconds, ...(product === undefined ? {} : { product }) };
}

function roleOf(self: string, task: Task): Role<Timed> {
  const { profile, rows, columns, products } = task;
  const trust: MatVecTrust = profile === 'aided' ? { profile, helper: HELPER } : { profile };
  const common = { ...trust, instance: 'bench', products, open: 'owner' as const };
  const bits = COLUMN_BITS + VECTOR_BITS;
  const finish = async (session: Session): Promise<void> => {
    if (profile === 'aided') await finishDeals(session, HELPER);
  };
  switch (self) {
    case OWNER: {
      const matrix = columnsOf(task);
      const decode = (product: BigUint64Array): number[] => [
        ...(profile === 'aided' ? decodeFixedPoint(product, bits) : decodePrime(product, bits)),
      ];
      return async (session) => {
        let close = (): Promise<void> => Promise.resolve();
        const result = await timed(async () => {
          const owner = await openMatVecOwner(session, { ...common, peer: PEER, columns: matrix });
          close = () => owner.close();
          return async () => decode(await owner.multiply());
        }, products);
        await close();
        await finish(session);
        return result;
      };
    }
    case PEER: {
      const format = { fractionBits: VECTOR_BITS, bound: 1 };
      const vectors = Array.from({ length: products }, (_, i) =>
        profile === 'aided' ? encodeFixedPoint(vectorOf(task, i), format) : encodePrime(vectorOf(task, i), format),
      );
      return async (session) => {
        let close = (): Promise<void> => Promise.resolve();
        const result = await timed(async () => {
          const peer = await openMatVecPeer(session, { ...common, peer: OWNER, rows, columns });
          close = () => peer.close();
          return async (i) => {
            await peer.multiply(vectors[i]!);
            return undefined;
          };
        }, products);
        await close();
        await finish(session);
        return result;
      };
    }
    default:
      return async (session) => {
        await serveHelper(session, { parties: [PEER, OWNER] });
        return { openSeconds: 0, seconds: 0 };
      };
  }
}

async function measure(task: Task): Promise<MatVecCase> {
  const baseline = plaintext(task);
  const names = task.profile === 'aided' ? [PEER, OWNER, HELPER] : [PEER, OWNER];
  const { byName } = await runProcesses<Task, Timed>(import.meta.url, names, task);
  const owner = byName.get(OWNER)!.result;
  const off = Math.max(...baseline.result.map((value, j) => Math.abs(value - owner.product![j]!)));
  if (!(off < 1e-6)) throw new Error(`the product is ${off} away from the plaintext one`);
  const secondsPerProduct = owner.seconds / (task.products - 1);
  return {
    ...task,
    openSeconds: round(owner.openSeconds),
    secondsPerProduct: round(secondsPerProduct),
    rowsPerSecond: Math.round(task.rows / secondsPerProduct),
    plaintextSeconds: baseline.seconds,
    ratio: Math.round(secondsPerProduct / baseline.seconds),
    ...costsOf(byName),
  };
}

function print(cases: readonly MatVecCase[]): void {
  for (const c of cases) {
    console.log(`${c.profile}: ${c.rows.toLocaleString('en')} x ${c.columns}, ${c.products} products`);
    console.log(`  opening ${c.openSeconds.toFixed(2)} s, then ${c.secondsPerProduct.toFixed(3)} s a product`);
    console.log(`  ${c.rowsPerSecond.toLocaleString('en')} rows/s`);
    console.log(`  plaintext ${(c.plaintextSeconds * 1000).toFixed(1)} ms, ${c.ratio.toLocaleString('en')} x`);
    printCosts(c);
  }
  eachGrowth(cases, (profile, small, large) => {
    console.log(`${profile}, n to 4n: time x ${(large.secondsPerProduct / small.secondsPerProduct).toFixed(2)}`);
  });
}

if (isParticipant()) await participate(roleOf);
else if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      rows: { type: 'string', default: '30000' },
      columns: { type: 'string', default: '12' },
      products: { type: 'string', default: '6' },
      'no-growth': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const [columns, products] = [Number(values.columns), Math.max(2, Number(values.products))];
  const cases = await bothProfiles({ rows: Number(values.rows), growth: !values['no-growth'] }, (size) =>
    measure({ ...size, columns, products }),
  );
  if (values.json) console.log(JSON.stringify({ bench: 'mat-vec', cases }, null, 2));
  else print(cases);
}
