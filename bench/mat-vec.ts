/**
 * A private matrix times a private vector, in both profiles between real processes over loopback TCP, each beside the
 * plaintext product, and how time grows from n to 4n.
 *
 *   npm run bench -- mat-vec [--rows N] [--columns D] [--products P] [--no-growth] [--json]
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { prg } from '@coscore/crypto';
import { decodePrime, encodePrime } from '@coscore/crypto/ring/prime-ring.ts';
import { decodeFixedPoint, encodeFixedPoint } from '@coscore/crypto/ring/fixed-point.ts';
import { finishDeals, serveHelper } from '@coscore/protocols/helper/index.ts';
import { type MatVecTrust, openMatVecOwner, openMatVecPeer } from '@coscore/protocols/mat-vec/index.ts';
import type { PartyId, Session } from '@coscore/protocols/transport.ts';
import { listen, openSession } from './socket-session.ts';

interface Task {
  readonly profile: 'aided' | 'blind';
  readonly rows: number;
  readonly columns: number;
  readonly products: number;
}

interface Plan extends Task {
  readonly self: string;
  readonly names: readonly string[];
  readonly ports: readonly number[];
}

interface Outcome {
  /** Until the first product may begin: keys, or the masked matrix. */
  readonly openSeconds: number;
  /** Of all products after the first, which fills caches. */
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMb: number;
  /** [MB] to each other participant. */
  readonly sentMb: Readonly<Record<string, number>>;
  /** At the owner: the last product. */
  readonly product?: readonly number[];
}

export interface MatVecCase extends Task {
  readonly openSeconds: number;
  readonly secondsPerProduct: number;
  readonly rowsPerSecond: number;
  readonly plaintextSeconds: number;
  readonly ratio: number;
  readonly cpuSeconds: Readonly<Record<string, number>>;
  readonly peakMb: Readonly<Record<string, number>>;
  /** [MB] `from > to`, the opening and all products. */
  readonly sentMb: Readonly<Record<string, number>>;
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

/** What the machine needs when there is nothing to hide; the best of five. */
function plaintext(task: Task): { readonly seconds: number; readonly product: readonly number[] } {
  const columns = columnsOf(task).map((column) => Float64Array.from(column, (x) => x / 2 ** COLUMN_BITS));
  const u = vectorOf(task, task.products - 1);
  let seconds = Infinity;
  let product: number[] = [];
  for (let run = 0; run < 5; run++) {
    const start = performance.now();
    product = columns.map((column) => {
      let sum = 0;
      for (let i = 0; i < u.length; i++) sum += column[i]! * u[i]!;
      return sum;
    });
    seconds = Math.min(seconds, (performance.now() - start) / 1000);
  }
  return { seconds, product };
}

/** Forks one process a participant and gathers what each measured. */
async function processes(task: Task): Promise<ReadonlyMap<string, Outcome>> {
  const names = task.profile === 'aided' ? [PEER, OWNER, HELPER] : [PEER, OWNER];
  const children = names.map(() => fork(fileURLToPath(import.meta.url), ['--child']));
  try {
    const ports = await Promise.all(children.map((child) => next<number>(child)));
    children.forEach((child, i) => child.send({ ...task, self: names[i]!, names, ports } satisfies Plan));
    await Promise.all(children.map((child) => next<'ready'>(child)));
    for (const child of children) child.send('go');
    const outcomes = await Promise.all(children.map((child) => next<Outcome>(child)));
    return new Map(names.map((name, i) => [name, outcomes[i]!]));
  } finally {
    for (const child of children) child.kill();
  }
}

async function next<T>(child: ChildProcess): Promise<T> {
  const exited = once(child, 'exit').then(([code]) => Promise.reject(new Error(`a bench process ended with ${code}`)));
  const [message] = await Promise.race([once(child, 'message'), exited]);
  return message as T;
}

async function child(): Promise<void> {
  const own = await listen();
  process.send!(own.port);
  const [plan] = (await once(process, 'message')) as [Plan];
  const network = await openSession(plan.self, plan.names, plan.ports, own);
  const role = roleOf(plan);
  const go = once(process, 'message');
  process.send!('ready');
  await go;
  const cpu = process.cpuUsage();
  const result = await role(network.session);
  const { user, system } = process.cpuUsage(cpu);
  process.send!({
    ...result,
    cpuSeconds: (user + system) / 1e6,
    peakMb: process.resourceUsage().maxRSS / 1024,
    sentMb: Object.fromEntries(
      plan.names.filter((name) => name !== plan.self).map((name) => [name, network.sent(name) / 2 ** 20]),
    ),
  } satisfies Outcome);
}

type Timed = Pick<Outcome, 'openSeconds' | 'seconds' | 'product'>;

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

function roleOf(plan: Plan): (session: Session) => Promise<Timed> {
  const { profile, rows, columns, products } = plan;
  const trust: MatVecTrust = profile === 'aided' ? { profile, helper: HELPER } : { profile };
  const common = { ...trust, instance: 'bench', products, open: 'owner' as const };
  const bits = COLUMN_BITS + VECTOR_BITS;
  const finish = async (session: Session): Promise<void> => {
    if (profile === 'aided') await finishDeals(session, HELPER);
  };
  switch (plan.self) {
    case OWNER: {
      const matrix = columnsOf(plan);
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
        profile === 'aided' ? encodeFixedPoint(vectorOf(plan, i), format) : encodePrime(vectorOf(plan, i), format),
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
  const plain = plaintext(task);
  const outcomes = await processes(task);
  const owner = outcomes.get(OWNER)!;
  const off = Math.max(...plain.product.map((value, j) => Math.abs(value - owner.product![j]!)));
  if (!(off < 1e-6)) throw new Error(`the product is ${off} away from the plaintext one`);
  const by = (value: (o: Outcome) => number): Record<string, number> =>
    Object.fromEntries([...outcomes].map(([name, outcome]) => [name, round(value(outcome))]));
  const secondsPerProduct = owner.seconds / (task.products - 1);
  return {
    ...task,
    openSeconds: round(owner.openSeconds),
    secondsPerProduct: round(secondsPerProduct),
    rowsPerSecond: Math.round(task.rows / secondsPerProduct),
    plaintextSeconds: plain.seconds,
    ratio: Math.round(secondsPerProduct / plain.seconds),
    cpuSeconds: by((o) => o.cpuSeconds),
    peakMb: by((o) => o.peakMb),
    sentMb: Object.fromEntries(
      [...outcomes].flatMap(([from, { sentMb }]) =>
        Object.entries(sentMb).map(([to, mb]): [string, number] => [`${from} > ${to}`, round(mb)]),
      ),
    ),
  };
}

const round = (x: number): number => Math.round(x * 1000) / 1000;

/** @param rows the smallest case; with `growth` also twice and four times as many. */
export async function run(options: Omit<Task, 'profile'> & { readonly growth: boolean }): Promise<MatVecCase[]> {
  const { growth, ...task } = options;
  const cases: MatVecCase[] = [];
  for (const profile of ['aided', 'blind'] as const) {
    for (const factor of growth ? [1, 2, 4] : [1]) {
      cases.push(await measure({ ...task, profile, rows: task.rows * factor }));
    }
  }
  return cases;
}

function print(cases: readonly MatVecCase[]): void {
  const inWords = (values: Readonly<Record<string, number>>, unit: string): string =>
    Object.entries(values)
      .map(([name, value]) => `${name} ${value.toFixed(1)} ${unit}`)
      .join(', ');
  for (const c of cases) {
    console.log(`${c.profile}: ${c.rows.toLocaleString('en')} x ${c.columns}, ${c.products} products`);
    console.log(`  opening ${c.openSeconds.toFixed(2)} s, then ${c.secondsPerProduct.toFixed(3)} s a product`);
    console.log(`  ${c.rowsPerSecond.toLocaleString('en')} rows/s`);
    console.log(`  plaintext ${(c.plaintextSeconds * 1000).toFixed(1)} ms, ${c.ratio.toLocaleString('en')} x`);
    console.log(`  processor: ${inWords(c.cpuSeconds, 's')}`);
    console.log(`  peak memory: ${inWords(c.peakMb, 'MB')}`);
    console.log(`  sent: ${inWords(c.sentMb, 'MB')}`);
  }
  for (const profile of ['aided', 'blind']) {
    const [small, , large] = cases.filter((c) => c.profile === profile);
    if (large !== undefined)
      console.log(`${profile}, n to 4n: time x ${(large.secondsPerProduct / small!.secondsPerProduct).toFixed(2)}`);
  }
}

if (process.argv.includes('--child')) {
  process.on('disconnect', () => process.exit(1)); // the bench was stopped
  await child();
} else if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      rows: { type: 'string', default: '30000' },
      columns: { type: 'string', default: '12' },
      products: { type: 'string', default: '6' },
      'no-growth': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const cases = await run({
    rows: Number(values.rows),
    columns: Number(values.columns),
    products: Math.max(2, Number(values.products)),
    growth: !values['no-growth'],
  });
  if (values.json) console.log(JSON.stringify({ bench: 'mat-vec', cases }, null, 2));
  else print(cases);
}
