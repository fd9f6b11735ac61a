/**
 * ECharts options as plain data. What JSON cannot hold stands in it as a marker that the page's script replaces:
 * `{ $t: key }` by the text in the language shown, `{ $f: name }` by a formatting function. Names of columns are always
 * plain strings, so no name can turn into a marker.
 */
import { cleanText } from '../markup.ts';
import type { chartTexts } from '../texts-charts.ts';
import type { forestTexts } from '../texts-forest.ts';

export type ChartTextKey = keyof typeof chartTexts | Extract<keyof typeof forestTexts, `chart${string}`>;

export interface TextMarker {
  readonly $t: ChartTextKey;
}

/** Formats that client.js knows. */
export interface FormatMarker {
  readonly $f: 'percent' | 'percent1' | 'axisPercent' | 'number3' | 'number4' | 'integer' | 'short' | 'cell' | 'woe';
}

export type OptionValue =
  | string
  | number
  | boolean
  | null
  | TextMarker
  | FormatMarker
  | readonly OptionValue[]
  | { readonly [key: string]: OptionValue | undefined };

export type ChartOption = { readonly [key: string]: OptionValue | undefined };

export function chartText(key: ChartTextKey): TextMarker {
  return { $t: key };
}

export function format(name: FormatMarker['$f']): FormatMarker {
  return { $f: name };
}

/** A name for a legend or an axis: no control characters, and no longer than fits. */
export function chartName(name: string, length = 28): string {
  const characters = [...cleanText(name)];
  return characters.length <= length ? characters.join('') : `${characters.slice(0, length - 1).join('')}…`;
}

export const colours = {
  ink: '#1b2733',
  soft: '#5b6875',
  line: '#d8dee5',
  joint: '#12395b',
  jointLight: '#6f93b3',
  alone: '#b4690e',
  aloneLight: '#d9ae72',
  goods: '#2b7a78',
  bads: '#b3382c',
} as const;

/** One for each party, the label party first; told apart by colour-blind readers too (after Okabe & Ito). */
const PARTY_COLOURS = ['#12395b', '#c46a00', '#1c8a70', '#a8437f', '#5b8fd0', '#8a7400', '#7a4fb0', '#6b6b6b'] as const;

export function partyColour(index: number): string {
  return PARTY_COLOURS[index % PARTY_COLOURS.length] ?? colours.soft;
}

/** Axis title in the middle, light grid lines. */
export function axis(type: 'value' | 'category', name: OptionValue, extra: ChartOption = {}): ChartOption {
  return {
    type,
    name,
    nameLocation: 'middle',
    nameGap: 30,
    nameTextStyle: { color: colours.soft, fontSize: 12 },
    axisLine: { lineStyle: { color: colours.soft } },
    axisLabel: { color: colours.ink, fontSize: 11, hideOverlap: true },
    splitLine: { lineStyle: { color: '#e9edf1' } },
    ...extra,
  };
}

export const grid: ChartOption = { left: 62, right: 24, top: 44, bottom: 52 };

export const legend: ChartOption = {
  top: 4,
  left: 'center',
  itemWidth: 18,
  itemHeight: 10,
  textStyle: { color: colours.ink, fontSize: 12 },
};
