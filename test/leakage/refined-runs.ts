/** Refined group-sum, aided, for the tests beside this file: two columns, each with steps, in partitions that both secrets share. */
import { bytesOf } from '@coscore/crypto/ring/bytes.ts';
import { seededRng } from '@coscore/models/data/rng.ts';
import { wire } from '@coscore/proto';
import { packPairs } from '@coscore/protocols/group-sum/index.ts';
import {
  openRefinedAsLabel,
  serveRefinedAsFeature,
  type Refinement,
} from '@coscore/protocols/group-sum/refined/index.ts';
import { HELPER } from '@coscore/protocols/helper/simulate.ts';
import { numberForms, residueForms, wordForms } from './forms.ts';
import { bank, ROWS, simulated, tax, type ProtocolRun, type Which } from './protocol-run.ts';

const random = seededRng(23);
const HALF = ROWS / 2;
const BINS = [5, 7];
const COLUMNS = 2;

const gradients = Array.from({ length: COLUMNS }, () =>
  Int32Array.from({ length: ROWS }, () => random.below(2 ** 24) - 2 ** 23),
);
const hessians = Array.from({ length: COLUMNS }, () => Uint32Array.from({ length: ROWS }, () => random.below(2 ** 24)));
const codes = BINS.map((bins) => Uint16Array.from({ length: ROWS }, () => random.below(bins)));

/** Both halves of the rows go the same way, so that changing places between them changes no sum. */
const right = (): Uint8Array => {
  const half = Uint8Array.from({ length: HALF / 8 }, () => random.below(256));
  return Uint8Array.of(...half, ...half);
};
const steps: readonly Refinement[] = [
  { splits: [{ node: 0, left: 1, right: 2 }], right: right(), measure: [1] },
  {
    splits: [
      { node: 1, left: 3, right: 4 },
      { node: 2, left: 5, right: 6 },
    ],
    right: right(),
    measure: [4, 5],
  },
  { splits: [{ node: 4, left: 7, right: 8 }], right: right(), measure: [] },
];

function swapped<T extends { slice(from: number, to?: number): T; set(values: T, at?: number): void }>(
  values: T,
  which: Which,
): T {
  if (which === 0) return values;
  const out = values.slice(0);
  out.set(values.slice(HALF), 0);
  out.set(values.slice(0, HALF), HALF);
  return out;
}

export const refinedGroupSum: ProtocolRun = {
  name: 'group-sum refined, aided',
  blindHelper: true,
  messages: 24,
  samples: 24,
  changes: 60,
  run(which, change, coins = 1) {
    const features = BINS.map((bins) => ({ bins, missingBin: -1 }));
    const common = {
      profile: 'aided',
      instance: 'forest',
      helper: HELPER,
      n: ROWS,
      features,
      columns: COLUMNS,
    } as const;
    const own = codes.map((column) => swapped(column, which));
    return simulated(
      {
        async bank(session) {
          const sums = await openRefinedAsLabel(session, { ...common, featureParty: tax });
          for (let column = 0; column < COLUMNS; column++) {
            const pairs = { g: swapped(gradients[column]!, which), h: swapped(hessians[column]!, which) };
            await sums.start(pairs, { wanted: [0, 1], active: undefined });
            for (const [i, step] of steps.entries()) await sums.step(Uint8Array.of(i), () => step);
          }
          await sums.close();
        },
        tax: (session) =>
          serveRefinedAsFeature(
            session,
            {
              ...common,
              labelParty: bank,
              codes: own,
              joinBins: (child) => new Uint8Array(child.length).fill(1),
            },
            {
              started: () => undefined,
              asked: (note) => note,
              // A note that no honest party sends, in a test that changes messages, is the first step again.
              stepped: (note) => ({ reply: note, refinement: steps[note[0] ?? 0] ?? steps[0]! }),
            },
          ),
      },
      change,
      coins,
    );
  },
  needles: (which) => [
    ...gradients.flatMap((g, column) => {
      const pairs = packPairs(swapped(g, which), swapped(hessians[column]!, which));
      return [...pairs].flatMap((pair, row) => residueForms(`pair of row ${row}, column ${column}`, pair));
    }),
    ...[...swapped(gradients[0]!, which)].flatMap((value, row) => numberForms(`first of pair ${row}`, value)),
    ...codes.flatMap((column, f) => {
      const own = swapped(column, which);
      const name = `bins of feature ${f}`;
      return [
        ...wordForms(name, Uint32Array.from(own)),
        { secret: name, form: 'uint16', bytes: Buffer.from(bytesOf(own)) },
        { secret: name, form: 'bytes', bytes: Buffer.from(own) },
      ];
    }),
  ],
  unmasked: (which) => (message) => {
    if (message.kind !== 'group-sum-refine') return message;
    const call = wire.GroupSumRefineCall.decode(message.body);
    if (call.turn !== 0) return message;
    const delta = bytesOf(packPairs(swapped(gradients[0]!, which), swapped(hessians[0]!, which)));
    return { ...message, body: wire.GroupSumRefineCall.encode({ ...call, delta }).finish() };
  },
};
