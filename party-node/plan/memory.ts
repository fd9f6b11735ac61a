/** Most resident memory of each process of a job of trees, from what its stages hold at once. */
import { ADDITIVE_SCHEMES, widthsOf } from '@coscore/crypto/he/additive-scheme.ts';
import { columnsAhead, POSITION_BYTES } from '@coscore/protocols/group-sum/refined/aided-sizes.ts';
import type { PlanProfile } from './bytes.ts';
import { wantedOf, type PlanShape } from './shape.ts';

/** A daemon that has done nothing: its state is PGlite, whose start takes most of this for a moment. */
const DAEMON_BYTES = 760 * 2 ** 20;
/** Of that, what start-up gives back, and a job may take again. */
const STARTUP_BYTES = 450 * 2 ** 20;
/** A row beside its columns: its id as text, its place in the common order, keys of the alignment. */
const ROW_BYTES = 400;
/** A value as it is read and as it is aligned, its bin code, and the trainer's copy of that. */
const CELL_BYTES = 8 + 8 + 2 + 2;
/** A row of the trainer: scores, derivatives, nodes, drawn rows. */
const TRAINER_ROW_BYTES = 80;
/** A position of dealt material at the label party. */
const LABEL_POSITION_BYTES = 12;
/** A ciphertext as bytes and, in the threads, as a number. */
const CIPHERTEXT_COPIES = 2.5;
/** Messages on their way, in a process that passes them on. */
const PASSING_BYTES = 64 * 2 ** 20;

/** @returns [bytes] by process. */
export function peakBytes(shape: PlanShape, profile: PlanProfile): Record<string, number> {
  const { rows, counted, label, features, coordinator, helper, columnSample, additive } = shape;
  const memory: Record<string, number> = { [coordinator]: PASSING_BYTES };
  const table = (columns: number): number => rows * (ROW_BYTES + columns * CELL_BYTES);
  memory[label.party] = table(label.bins.length) + rows * TRAINER_ROW_BYTES;
  const { ciphertext } = widthsOf(ADDITIVE_SCHEMES[additive]);
  for (const { party, bins } of features) {
    memory[party] = table(bins.length);
    const wanted = wantedOf(bins.length, columnSample);
    if (profile === 'aided') {
      // What is ready, what is in use, and what is being unpacked.
      const columns = columnsAhead(counted, wanted) + 2;
      memory[party] += columns * counted * wanted * POSITION_BYTES;
      memory[label.party]! += columns * counted * wanted * LABEL_POSITION_BYTES;
      memory[helper] = Math.max(memory[helper] ?? 0, counted * 24 + PASSING_BYTES);
    } else {
      memory[party] += counted * ciphertext * CIPHERTEXT_COPIES;
      memory[label.party]! += counted * ciphertext;
    }
  }
  return Object.fromEntries(
    Object.entries(memory).map(([process, bytes]) => [process, DAEMON_BYTES + Math.max(0, bytes - STARTUP_BYTES)]),
  );
}
