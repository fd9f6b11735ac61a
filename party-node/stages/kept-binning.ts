/**
 * What a party keeps of stage `binning`: what it was told. Its own bins follow from its own rows and the split, so they are
 * made again rather than stored.
 */
import type { BinDecision } from '@coscore/models/binning/decide-bins.ts';
import type { BinnedColumn } from '@coscore/models/binning/fine-bins.ts';
import { codedColumn } from '@coscore/models/scorecard/design-columns.ts';
import type { FeatureHistogram } from '@coscore/models/sources.ts';
import type { PartyId } from '@coscore/protocols';
import type { Stored } from './checkpoint-codec.ts';
import type { OwnFeature } from './feature-binning.ts';
import type { Candidate } from './label-binning.ts';

/** At a feature party: the columns that the label party decided on, by name. */
export function packFeatures(features: readonly OwnFeature[]): Stored {
  return features.map(({ column, map, iv }) => ({
    name: column.name,
    map,
    values: column.kind === 'coded' ? column.values : new Float64Array(0),
    ...(iv === undefined ? {} : { iv }),
  }));
}

interface StoredFeature {
  readonly name: string;
  readonly map: Uint16Array;
  readonly values: Float64Array;
  readonly iv?: number;
}

export function unpackFeatures(own: readonly BinnedColumn[], stored: Stored): readonly OwnFeature[] {
  const byName = new Map(own.map((binned) => [binned.name, binned]));
  return (stored as unknown as readonly StoredFeature[]).map(({ name, map, values, iv }) => {
    const binned = byName.get(name)!;
    return { column: codedColumn(binned, map, values), binned, map, ...(iv === undefined ? {} : { iv }) };
  });
}

/** At the label party: counts and decisions of everybody's columns. */
export function packCandidates(candidates: readonly Candidate[]): Stored {
  return candidates.map(({ party, name, iv, histogram, decision, useless }) => ({
    party,
    name,
    iv,
    ...(histogram === undefined ? {} : { histogram: { ...histogram } }),
    ...(decision === undefined ? {} : { decision: { ...decision } }),
    ...(useless === undefined ? {} : { useless }),
  }));
}

interface StoredCandidate {
  readonly party: PartyId;
  readonly name: string;
  readonly iv: number;
  readonly histogram?: FeatureHistogram;
  readonly decision?: BinDecision;
  readonly useless?: 'constant';
}

/** @param own the label party's own columns, which come first among the candidates. */
export function unpackCandidates(own: readonly BinnedColumn[], stored: Stored): readonly Candidate[] {
  return (stored as unknown as readonly StoredCandidate[]).map((candidate, i) => {
    const binned = own[i];
    return binned === undefined ? candidate : { ...candidate, binned };
  });
}
