/**
 * What one tree sends, by link: bytes inside the messages, from their formats (protocols/group-sum/refined, notes.ts). Framing
 * and TLS add about one in a hundred.
 */
import { ADDITIVE_SCHEMES, widthsOf } from '@coscore/crypto/he/additive-scheme.ts';
import { pairLayout, widestBits } from '@coscore/crypto/he/packing.ts';
import { codeWidth } from '@coscore/protocols/group-sum/refined/aided-sizes.ts';
import { stepsOf, wantedOf, type PlanParty, type PlanShape } from './shape.ts';

export type PlanProfile = 'aided' | 'blind';

export interface PlanLink {
  readonly from: string;
  readonly to: string;
  /** Of one tree. */
  readonly bytes: number;
  readonly messages: number;
}

/** Numbers of a message beside its arrays. */
const HEADER_BYTES = 16;
/** node, left, right and the column of one split in a note, beside its bits. */
const SPLIT_BYTES = 16;
/** Positions of one message of an answer (aided-sizes.ts), and ciphertexts of one (blind layout.ts). */
const PART_BYTES = 2 ** 20;
const ROWS_A_BATCH = 1024;
/** Residues of one message of dealt material. */
const BLOCK_RESIDUES = 2 ** 16;
const DERIVATIVE_BITS = 12;
/** As `additiveGroup` has them. */
const PAYLOAD_BITS = { 'okamoto-uchiyama': 600, paillier: 2900 } as const;

const bitBytes = (count: number): number => Math.ceil(count / 8);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

export function treeLinks(shape: PlanShape, profile: PlanProfile): PlanLink[] {
  return shape.features
    .filter(({ bins }) => bins.length > 0)
    .flatMap((party) => (profile === 'aided' ? aidedLinks(shape, party) : blindLinks(shape, party)));
}

/** Exchanges between the label party and each feature party with columns, one after the other, in one tree. */
export function exchangesOf(shape: PlanShape): number {
  const owners = shape.features.filter(({ bins }) => bins.length > 0).length;
  if (owners === 0) return 0;
  const steps = stepsOf(shape);
  // With one feature party its splits and the next sums travel together; the last step only asks for sides.
  return 1 + (owners === 1 ? steps.length : 2 * steps.length - 1);
}

function aidedLinks(shape: PlanShape, party: PlanParty): PlanLink[] {
  const { rows, counted, label, helper } = shape;
  const bins = wantedBins(shape, party);
  const steps = stepsOf(shape);
  const measuring = steps.filter(({ measured }) => measured > 0);
  const nodes = 1 + sum(measuring.map(({ measured }) => measured));
  const notes = noteBytes(shape, party);
  const codes = sum(bins.map((count) => bitBytes(counted * codeWidth(count, 0))));
  const sides = measuring.length * bins.length * bitBytes(counted);
  const groups = nodes * sum(bins);
  const parts =
    Math.ceil((bins.length * counted * 2) / PART_BYTES) +
    measuring.length * Math.ceil((bins.length * bitBytes(counted)) / PART_BYTES);
  return [
    {
      from: label.party,
      to: party.party,
      bytes: 8 * counted + bitBytes(rows) + 4 * bins.length + notes.asked,
      messages: exchangesOf(shape),
    },
    {
      from: party.party,
      to: label.party,
      bytes: codes + sides + groups * 8 + bitBytes(groups) + notes.answered,
      messages: exchangesOf(shape) - 1 - measuring.length + parts,
    },
    {
      from: helper,
      to: party.party,
      bytes: 8 * counted * bins.length,
      messages: bins.length * Math.ceil(counted / BLOCK_RESIDUES),
    },
  ];
}

function blindLinks(shape: PlanShape, party: PlanParty): PlanLink[] {
  const { rows, counted, label, additive } = shape;
  const { ciphertext } = widthsOf(ADDITIVE_SCHEMES[additive]);
  const bins = wantedBins(shape, party);
  const notes = noteBytes(shape, party);
  const groups = [1, ...stepsOf(shape).map(({ measured }) => measured)].map((nodes) => nodes * sum(bins));
  return [
    {
      from: label.party,
      to: party.party,
      bytes: ciphertext * counted + bitBytes(rows) + 4 * bins.length + notes.asked,
      messages: exchangesOf(shape) + Math.ceil(counted / ROWS_A_BATCH),
    },
    {
      from: party.party,
      to: label.party,
      bytes:
        sum(groups.map((count) => ciphertext * repliesFor(shape, count) + 4 * count + bitBytes(count))) +
        notes.answered,
      messages: exchangesOf(shape),
    },
  ];
}

/** Ciphertexts that hold so many sums. */
export function repliesFor({ counted, additive }: PlanShape, sums: number): number {
  const { g, h } = widestBits(counted);
  const bits = { g: Math.min(g, DERIVATIVE_BITS), h: Math.min(h, DERIVATIVE_BITS) };
  return Math.ceil(sums / pairLayout(counted, bits, PAYLOAD_BITS[additive]).slots);
}

/** The wanted ones are drawn: where a tree takes a part of the columns, ones of the mean size stand for them. */
function wantedBins({ columnSample }: PlanShape, { bins }: PlanParty): readonly number[] {
  const wanted = wantedOf(bins.length, columnSample);
  return wanted === bins.length ? bins : new Array<number>(wanted).fill(Math.ceil(sum(bins) / bins.length));
}

/**
 * Bits of rows in both directions, and which nodes part. Every column is taken to be as good as any other: of a step's splits
 * the party owns its share, and it answers where it owns at least one.
 */
function noteBytes(shape: PlanShape, { bins }: PlanParty): { readonly asked: number; readonly answered: number } {
  const sides = bitBytes(shape.rows);
  const widest = bins.reduce((most, count) => Math.max(most, count), 0);
  const single = shape.features.length === 1;
  const columns = sum([shape.label, ...shape.features].map((party) => party.bins.length));
  const share = bins.length / columns;
  let [asked, answered] = [0, 0];
  for (const { splits, measured } of stepsOf(shape)) {
    const owns = 1 - (1 - share) ** splits;
    asked += splits * share * (SPLIT_BYTES + bitBytes(widest)) + HEADER_BYTES;
    if (measured > 0) asked += sides + 6 * splits + 2 * measured + (single ? 0 : HEADER_BYTES);
    answered += owns * sides + HEADER_BYTES;
  }
  return { asked: Math.round(asked), answered: Math.round(answered) };
}
