/**
 * What a forest would send and hold, as far as the manifest says: rounded rows and every column that was signed for. Recipes
 * are not signed, so sizes of trees are the default ones; seconds need the machine to be measured, which `job plan` does.
 */
import { helperOf, type Manifest } from '@coscore/node-core/manifest/index.ts';
import { FOREST_BINS } from '@coscore/node-core/recipe/features-schema.ts';
import { gbdtSchema } from '@coscore/node-core/recipe/gbdt-schema.ts';
import { treeLinks } from './plan/bytes.ts';
import { peakBytes } from './plan/memory.ts';
import type { PlanParty, PlanShape } from './plan/shape.ts';
import { count } from './report/format.ts';
import type { Language } from './report/texts.ts';

/** No protocol takes more. */
const MOST_ROWS = 2 ** 24;

/** @returns undefined where no forest may be trained, or nobody but the label party has columns or anybody rows. */
export function forestCost(manifest: Manifest, lang: Language): string | undefined {
  if (!manifest.models.includes('gbdt')) return undefined;
  const shape = largestShape(manifest);
  const links = shape.rows === 0 ? [] : treeLinks(shape, manifest.profile);
  if (links.length === 0) return undefined;
  const sent = links.map(({ from, to, bytes }) => `${from} > ${to} ${megabytes(bytes * shape.trees)}`);
  const held = Object.entries(peakBytes(shape, manifest.profile)).map(
    ([process, bytes]) => `${process} ${megabytes(bytes)}`,
  );
  const [rows, trees, depth] = [count(shape.rows), String(shape.trees), String(shape.depth)];
  return lang === 'zh'
    ? `成本（预测）：默认规模的树模型（${trees} 棵、${depth} 层，每字段至多 ${FOREST_BINS} 箱）若在约 ${rows} 个样本上使用全部字段，训练传输约 ${sent.join('，')}；内存峰值约 ${held.join('，')}。其他规模，以及在本机和给定线路上的用时：coscore job plan RECIPE。`
    : `Predicted cost: a forest of the default size (${trees} trees of ${depth} levels, up to ${FOREST_BINS} bins a column) that uses all columns over about ${rows} rows sends, in training, some ${sent.join(', ')}; most memory: ${held.join(', ')}. For other sizes, and for the time it takes on this machine and a given line: coscore job plan RECIPE.`;
}

function largestShape({ parties, join, coordinator, ...manifest }: Manifest): PlanShape {
  const label = parties.find(({ role }) => role === 'label')!;
  const rowsOf = join === 'left' ? [label] : parties;
  const rows = Math.min(MOST_ROWS, ...rowsOf.map(({ dataset }) => dataset.rowsRounded));
  const table = ({ id, dataset }: Manifest['parties'][number]): PlanParty => ({
    party: id,
    bins: new Array<number>(dataset.columns.length).fill(FOREST_BINS),
  });
  const { trees, depth, leaves, columnSample } = gbdtSchema.parse({ kind: 'gbdt' });
  return {
    rows,
    counted: rows,
    label: table(label),
    features: parties.filter(({ role }) => role === 'feature').map(table),
    coordinator: coordinator.id,
    helper: helperOf({ parties, join, coordinator, ...manifest })?.id ?? coordinator.id,
    ...{ trees, depth, leaves, columnSample },
    additive: 'okamoto-uchiyama',
  };
}

/** Two digits are as much as is known. */
function megabytes(bytes: number): string {
  const millions = bytes / 1e6;
  const digits = millions < 10 ? millions.toPrecision(2) : count(Number(millions.toPrecision(2)));
  return `${digits} MB`;
}
