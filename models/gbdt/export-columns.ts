/**
 * A forest whose owners have put their splits together again, as tree libraries see one: columns in a row of numbers, and tests
 * on them. What each format makes of it is in export-lightgbm.ts and export-onnx.ts.
 *
 * Columns are named `party.column`. A category has no number of its own, so an exported one is the index of its bin: the codes
 * file (`describeColumns`) says which level has which code, what an unseen level gets, and what a missing value gets.
 */
import { holdsMissing, type BinSpec } from '../binning/spec.ts';
import type { Forest, Split, SplitRecord } from './forest.ts';

/** What an owner hands over when all parties have signed for it. */
export interface ExportedOwner {
  readonly features: readonly { readonly name: string; readonly bins: readonly BinSpec[] }[];
  /** In the order that `Split.record` counts. */
  readonly records: readonly SplitRecord[];
}

export interface ExportedColumn {
  /** Its name in the file: `party.column`, and what would end a name in a text file as `_`. */
  readonly name: string;
  readonly party: string;
  readonly column: string;
  readonly kind: 'number' | 'category';
  readonly bins: readonly BinSpec[];
}

/** What decides at a node. */
export type ExportedTest =
  /** x < threshold goes left. */
  | { readonly kind: 'below'; readonly column: number; readonly threshold: number; readonly missingLeft: boolean }
  /**
   * The code is one of these, ascending. The code of missing values never is: so a value that is no code at all (NaN) goes
   * where missing values go, which both formats agree on.
   */
  | {
      readonly kind: 'member';
      readonly column: number;
      readonly codes: readonly number[];
      readonly membersLeft: boolean;
    };

export interface ExportedForest {
  readonly columns: readonly ExportedColumn[];
  testOf(split: Split): ExportedTest;
}

/**
 * @param owners every party that offered columns, in the order their columns stand in the file.
 * @throws RangeError when a split's record is not there, is of another feature or size, or parts intervals out of their order.
 */
export function assembleForest(forest: Forest, owners: ReadonlyMap<string, ExportedOwner>): ExportedForest {
  const columns: ExportedColumn[] = [];
  const first = new Map<string, number>();
  const taken = new Set<string>();
  for (const [party, { features }] of owners) {
    first.set(party, columns.length);
    for (const { name: column, bins } of features) {
      columns.push({ name: freshName(`${party}.${column}`, taken), party, column, kind: kindOf(bins), bins });
    }
  }
  const testOf = ({ owner, record, feature }: Split): ExportedTest => {
    const known = owners.get(owner);
    const found = known?.records[record];
    const offset = first.get(owner);
    if (known === undefined || found === undefined || offset === undefined)
      throw new RangeError(`${owner} did not hand over its split ${record}`);
    const bins = known.features[feature]?.bins;
    if (found.feature !== feature || bins === undefined || bins.length !== found.goesLeft.length)
      throw new RangeError(`split ${record} of ${owner} is not of the feature that the tree says`);
    return kindOf(bins) === 'number'
      ? numberTest(offset + feature, bins, found.goesLeft)
      : memberTest(offset + feature, bins, found.goesLeft);
  };
  for (const { nodes } of forest.trees) for (const node of nodes) if (node.kind === 'split') testOf(node);
  return { columns, testOf };
}

/** What reads the exported files must know beside them: names, and codes of categories. Plain data, to be kept as JSON. */
export interface ColumnDescription {
  readonly name: string;
  readonly party: string;
  readonly column: string;
  readonly kind: 'number' | 'category';
  /** Code of every level; absent for numbers, which go in as they are with NaN for missing. */
  readonly codes?: Readonly<Record<string, number>>;
  /** Code of a level that training did not see, or too seldom. */
  readonly other?: number;
  /** Code of a missing value; NaN does as well. */
  readonly missing?: number;
}

export function describeColumns(columns: readonly ExportedColumn[]): ColumnDescription[] {
  return columns.map(({ name, party, column, kind, bins }) => {
    if (kind === 'number') return { name, party, column, kind };
    const codes: [string, number][] = [];
    let other: number | undefined;
    bins.forEach((spec, code) => {
      if (spec.kind !== 'levels') return;
      if (spec.other) other = code;
      for (const level of spec.levels) codes.push([level, code]);
    });
    const missing = bins.findIndex(holdsMissing);
    return {
      name,
      party,
      column,
      kind,
      codes: Object.fromEntries(codes),
      ...(other === undefined ? {} : { other }),
      ...(missing < 0 ? {} : { missing }),
    };
  });
}

/** Spaces, and the characters that LightGBM refuses in names, become `_`; a name that is taken then gets a number. */
function freshName(wanted: string, taken: Set<string>): string {
  const plain = wanted.replace(/[\s",:[\]{}]/gu, '_');
  let name = plain;
  for (let copy = 2; taken.has(name); copy++) name = `${plain}_${copy}`;
  taken.add(name);
  return name;
}

function kindOf(bins: readonly BinSpec[]): 'number' | 'category' {
  return bins.some((spec) => spec.kind === 'levels') ? 'category' : 'number';
}

/** Intervals that go left come before those that go right, so one threshold says it all. */
function numberTest(column: number, bins: readonly BinSpec[], goesLeft: Uint8Array): ExportedTest {
  const missing = bins.findIndex(holdsMissing);
  let threshold = -Infinity;
  let ended = false;
  bins.forEach((spec, bin) => {
    if (spec.kind !== 'interval') return;
    if (goesLeft[bin] === 1) {
      if (ended) throw new RangeError('a split sends intervals left that lie beyond one that goes right');
      threshold = spec.to ?? Infinity;
    } else ended = true;
  });
  return { kind: 'below', column, threshold, missingLeft: missing >= 0 && goesLeft[missing] === 1 };
}

function memberTest(column: number, bins: readonly BinSpec[], goesLeft: Uint8Array): ExportedTest {
  const missing = bins.findIndex(holdsMissing);
  const missingLeft = missing >= 0 && goesLeft[missing] === 1;
  const side = missingLeft ? 0 : 1;
  const codes = bins.flatMap((_, code) => (goesLeft[code] === side ? [code] : []));
  return { kind: 'member', column, codes, membersLeft: !missingLeft };
}
