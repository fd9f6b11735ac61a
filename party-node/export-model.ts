/**
 * A whole forest out of its parts, for other programs: one LightGBM text model, one ONNX file, and what the columns mean. The
 * parts of the others are here only if every party signed for that (`allowExport`); without them there is nothing to export.
 */
import type { ExportedForest, ExportedOwner } from '@coscore/models/gbdt/export-columns.ts';
import { assembleForest, describeColumns } from '@coscore/models/gbdt/export-columns.ts';
import { exportLightgbm } from '@coscore/models/gbdt/export-lightgbm.ts';
import { exportOnnx } from '@coscore/models/gbdt/export-onnx.ts';
import type { Forest } from '@coscore/models/gbdt/forest.ts';
import { LEAST_PROBABILITY } from '@coscore/models/gbdt/raw-score.ts';
import { NodeError, type State } from '@coscore/node-core';
import type { ExportFile } from './export-files.ts';
import { labelShardSchema, type OwnerShard, ownerShardSchema, recordsOf, SHOWN_PART } from './stages/gbdt/shard.ts';

/** As raw-score.ts has it; what it adds beyond the ends only keeps rows apart. */
const FORMULAS: Readonly<Record<Forest['objective'], string>> = {
  binary: 'offset - factor * raw score',
  squared: `offset - factor * ln(p / (1 - p)), p = raw score held between ${LEAST_PROBABILITY} and ${1 - LEAST_PROBABILITY}`,
};

type Artefacts = Pick<State['artefacts'], 'latest'>;

/**
 * @param self name of this node. @param job that trained the model, and succeeded here.
 * @throws NodeError `model-not-exportable` for what is no forest, at a feature party, or where a part is missing or does not fit.
 */
export async function exportModel(
  artefacts: Artefacts,
  self: string,
  job: string,
): Promise<Readonly<Record<ExportFile, Uint8Array>>> {
  const stored = await artefact(artefacts, job, 'shard');
  const shard = labelShardSchema.safeParse(stored);
  if (!shard.success) {
    const kind = (stored as { readonly kind?: unknown } | undefined)?.kind;
    throw refusal(job, kind === 'gbdt' ? 'only the label party can put it together' : 'it is no forest');
  }
  const { forest, offered, scaling } = shard.data;
  const owners = new Map([[self, partOf(shard.data)]]);
  for (const party of Object.keys(offered)) {
    const part = ownerShardSchema.safeParse(await artefact(artefacts, job, `${SHOWN_PART}${party}`));
    if (!part.success)
      throw refusal(job, `${party} keeps its thresholds, as the project was signed without allowExport`);
    owners.set(party, partOf(part.data));
  }
  const { columns } = assembled(job, forest, owners);
  const description = {
    job,
    objective: forest.objective,
    // From the raw score to points.
    score: { ...scaling, formula: FORMULAS[forest.objective] },
    columns: describeColumns(columns),
  };
  return {
    'forest.lightgbm.txt': Buffer.from(exportLightgbm(forest, owners)),
    'forest.onnx': exportOnnx(forest, owners),
    'columns.json': Buffer.from(`${JSON.stringify(description, null, 2)}\n`),
  };
}

/** @throws NodeError `model-not-exportable` when a part does not fit the forest: files that were changed, or of another version. */
function assembled(job: string, forest: Forest, owners: ReadonlyMap<string, ExportedOwner>): ExportedForest {
  try {
    return assembleForest(forest, owners);
  } catch (cause) {
    if (cause instanceof RangeError) throw refusal(job, cause.message, cause);
    throw cause;
  }
}

function partOf(shard: Pick<OwnerShard, 'features' | 'records'>): ExportedOwner {
  return { features: shard.features.map(({ name, bins }) => ({ name, bins })), records: recordsOf(shard) };
}

async function artefact(artefacts: Artefacts, job: string, name: string): Promise<unknown> {
  const bytes = await artefacts.latest({ job, stage: 'train', name });
  return bytes === undefined ? undefined : (JSON.parse(Buffer.from(bytes).toString()) as unknown);
}

function refusal(job: string, why: string, cause?: unknown): NodeError {
  return new NodeError('model-not-exportable', `the model of job ${job} cannot be exported: ${why}`, {
    params: { job },
    cause,
  });
}
