/** Columns: information value, weight of evidence, correlation. */
import type { Report, ReportFeature } from '@coscore/models/evaluate/report.ts';
import { hasCorrelation } from '../charts/index.ts';
import { IV_CHART_ROWS } from '../charts/features.ts';
import { featuresByIv, type IvBand, ivBand } from '../derive.ts';
import { count, fixed, percent } from '../format.ts';
import { type Html, html, type HtmlValue } from '../markup.ts';
import { t, type TextKey } from '../texts.ts';
import { bar, binCell, chart, partyTag, section, table } from './parts.ts';

const IV_TEXT = {
  useless: 'ivUseless',
  weak: 'ivWeak',
  medium: 'ivMedium',
  strong: 'ivStrong',
  suspicious: 'ivSuspicious',
} as const satisfies Record<IvBand, TextKey>;

export function featuresSection(report: Report): Html {
  const sorted = featuresByIv(report);
  const bars = Math.min(sorted.length, IV_CHART_ROWS);
  return section(
    'features',
    'sectionFeatures',
    html`${chart('iv', 110 + bars * 24, 'ivTitle')}
      <p class="note">
        ${t('ivNote')} ${sorted.length > bars ? t('ivTop', { n: bars, all: sorted.length }) : undefined}
      </p>
      ${ivTable(report, sorted)}
      ${hasCorrelation(report) ? chart('correlation', heatMapHeight(report.correlation.names.length), 'correlationTitle') : undefined}`,
  );
}

function heatMapHeight(names: number): number {
  return 200 + Math.max(220, Math.min(names, 60) * 24);
}

function ivTable(report: Report, features: readonly ReportFeature[]): Html {
  const highest = Math.max(...features.map((feature) => feature.iv), 1e-9);
  return table(
    [
      { head: 'colFeature', text: true, cell: (feature) => html`<span class="name">${feature.name}</span>` },
      { head: 'colParty', text: true, cell: (feature) => partyTag(report, feature.party) },
      { head: 'colIv', cell: (feature) => html`${bar(feature.iv / highest)} ${fixed(feature.iv, 4)}` },
      { head: 'colBand', text: true, cell: (feature) => t(ivText(feature.iv)) },
      { head: 'colBins', cell: (feature) => feature.bins.length },
      { head: 'colStatus', text: true, cell: status },
    ],
    features,
  );
}

function status(feature: ReportFeature): HtmlValue {
  const text = t(statusKey(feature));
  return feature.selected ? html`<b>${text}</b>` : text;
}

export function statusKey(feature: ReportFeature): TextKey {
  if (feature.selected) return 'selected';
  return feature.dropped === undefined ? 'notSelected' : `dropped_${feature.dropped}`;
}

export function ivText(iv: number): TextKey {
  return IV_TEXT[ivBand(iv)];
}

/** Undefined when no column in the model has bins (raw columns). */
export function woeSection(report: Report): Html | undefined {
  const cards = report.features
    .map((feature, i) => ({ feature, i }))
    .filter(({ feature }) => feature.selected && feature.bins.length > 0)
    .sort((a, b) => b.feature.iv - a.feature.iv);
  if (cards.length === 0) return undefined;
  return section(
    'woe',
    'sectionWoe',
    html`<p class="note">${t('woeNote')} ${t('woeTop')}</p>
      <div class="cards">${cards.map(({ feature, i }) => woeCard(report, feature, i))}</div>`,
  );
}

function woeCard(report: Report, feature: ReportFeature, index: number): Html {
  return html`<article class="card">
    <h3><span class="name">${feature.name}</span></h3>
    <p class="meta">${partyTag(report, feature.party)} <span>IV ${fixed(feature.iv, 4)}</span></p>
    ${chart(`woe-${index}`, 230)}
    <details>
      <summary>${t('showBins')}</summary>
      ${binTable(report, feature)}
    </details>
  </article> `;
}

function binTable(report: Report, feature: ReportFeature): Html {
  return table(
    [
      { head: 'colBin', text: true, cell: (bin, i) => binCell(report, feature, bin, i) },
      { head: 'colRows', cell: (bin) => count(bin.rows) },
      { head: 'colShare', cell: (bin) => percent(bin.share) },
      { head: 'colBads', cell: (bin) => count(bin.bads) },
      { head: 'colBadRate', cell: (bin) => percent(bin.badRate) },
      { head: 'colWoe', cell: (bin) => fixed(bin.woe, 4) },
    ],
    feature.bins,
    { tight: true },
  );
}
