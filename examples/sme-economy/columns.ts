/** How an institution's file is described: one function a column. */
import type { Draw } from './draw.ts';
import type { Firm } from './firm.ts';

/** null is an empty cell. */
export type Cell = string | number | null;

/** Columns in file order; each is computed once a firm, in this order, from the institution's own draws. */
export type Columns = Readonly<Record<string, (firm: Firm, draw: Draw) => Cell>>;

/** A trace of a hidden trait: itself with noise. @param share of the trait in the trace, in (0, 1]. */
export const traceOf = (trait: number, share: number, draw: Draw): number =>
  share * trait + Math.sqrt(1 - share ** 2) * draw.normal();

/** The cell, or nothing with this probability. The cell is drawn either way, so later columns do not shift. */
export const sometimesMissing = (probability: number, draw: Draw, cell: Cell): Cell =>
  draw.chance(probability) ? null : cell;
