/**
 * What a forest would send, hold and take, as far as the manifest says: rounded rows and every column that was signed for.
 * Recipes are not signed, so sizes of trees are the default ones. Seconds are those of machines like the reader's.
 */
import { helperOf, type Manifest } from '@coscore/node-core/manifest/index.ts';
import { FOREST_BINS } from '@coscore/node-core/recipe/features-schema.ts';
import { gbdtSchema } from '@coscore/node-core/recipe/gbdt-schema.ts';
import { treeLinks } from './plan/bytes.ts';
import type { Calibration } from './plan/kept-calibration.ts';
import { peakBytes } from './plan/memory.ts';
import { type PlanLine, predict } from './plan/predict.ts';
import type { PlanParty, PlanShape } from './plan/shape.ts';
import { count } from './report/format.ts';
import type { Language } from './report/texts.ts';

/** No protocol takes more. */
const MOST_ROWS = 2 ** 24;

/** A line that needs no waiting for, and one as institutions have. */
const LINES: readonly [PlanLine, PlanLine] = [
  { bitsPerSecond: Infinity, delaySeconds: 0 },
  { bitsPerSecond: 100e6, delaySeconds: 0.01 },
];

/** Whether there is anything to predict: a forest may be trained, and somebody but the label party has columns. */
export function mayTrainForest(manifest: Manifest): boolean {
  if (!manifest.models.includes('gbdt')) return false;
  const shape = largestShape(manifest);
  return shape.rows > 0 && treeLinks(shape, manifest.profile).length > 0;
}

/** @param calibration of the reader's machine; absent: no seconds. @returns undefined where `mayTrainForest` says no. */
export function forestCost(manifest: Manifest, lang: Language, calibration?: Calibration): string | undefined {
  if (!mayTrainForest(manifest)) return undefined;
  const shape = largestShape(manifest);
  const links = treeLinks(shape, manifest.profile);
  const sent = links.map(({ from, to, bytes }) => `${from} > ${to} ${megabytes(bytes * shape.trees)}`);
  const held = Object.entries(peakBytes(shape, manifest.profile)).map(
    ([process, bytes]) => `${process} ${megabytes(bytes)}`,
  );
  const time = calibration === undefined ? '' : timeTaken(shape, manifest.profile, calibration, lang);
  const [rows, trees, depth] = [count(shape.rows), String(shape.trees), String(shape.depth)];
  return lang === 'zh'
    ? `成本（预测）：默认规模的树模型（${trees} 棵、${depth} 层，每字段至多 ${FOREST_BINS} 箱）若在约 ${rows} 个样本上使用全部字段，训练传输约 ${sent.join('，')}；内存峰值约 ${held.join('，')}。${time}其他规模和其他线路：coscore job plan RECIPE。`
    : `Predicted cost: a forest of the default size (${trees} trees of ${depth} levels, up to ${FOREST_BINS} bins a column) that uses all columns over about ${rows} rows sends, in training, some ${sent.join(', ')}; most memory: ${held.join(', ')}. ${time}For other sizes and lines: coscore job plan RECIPE.`;
}

function timeTaken(
  shape: PlanShape,
  profile: Manifest['profile'],
  { rates, machine, measuredAt }: Calibration,
  lang: Language,
): string {
  const [fast, slow] = LINES.map((line) =>
    duration(predict(shape, rates, { line, together: false }, profile).trainSeconds, lang),
  );
  const day = measuredAt.slice(0, 10);
  return lang === 'zh'
    ? `在与本机相当的机器上（${machine.cpu}，${machine.cores} 核，${day} 实测），训练约需 ${fast}（线路不成瓶颈时），100 Mbit/s、延迟 10 ms 的线路上约需 ${slow}；实际用时可能相差一倍。`
    : `Its training takes about ${fast} where the line does not limit it, and ${slow} at 100 Mbit/s with a delay of 10 ms, on machines like this one (${machine.cpu}, ${machine.cores} cores, measured on ${day}); expect it to be right within a factor of two. `;
}

/** Two digits are as much as is known. */
function duration(seconds: number, lang: Language): string {
  const units = { en: ['s', 'min', 'h'], zh: ['秒', '分钟', '小时'] }[lang];
  const [size, unit] = seconds < 100 ? [1, units[0]!] : seconds < 6000 ? [60, units[1]!] : [3600, units[2]!];
  const value = seconds / size;
  return `${value < 10 ? value.toPrecision(2) : count(Number(value.toPrecision(2)))} ${unit}`;
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
