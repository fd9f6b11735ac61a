/** A forest: what its columns carry, how it learned, and how it depends on the label party's own columns. */
import type { ForestReport, PartialDependence } from '@coscore/models/evaluate/report.ts';
import { IMPORTANCE_CHART_ROWS } from '../charts/forest.ts';
import { sum } from '../derive.ts';
import { count, fixed, percent } from '../format.ts';
import { type Html, html, type HtmlValue } from '../markup.ts';
import { t } from '../texts.ts';
import { bar, chart, partyTag, section, table } from './parts.ts';

export function forestSection(report: ForestReport): Html {
  const { forest, scaling } = report;
  const used = forest.importance.filter(({ splits }) => splits > 0).length;
  const bars = Math.min(used, IMPORTANCE_CHART_ROWS);
  return section(
    'forest',
    'sectionForest',
    html`<p>
        ${t(forest.objective === 'squared' ? 'forestSummarySquared' : 'forestSummary', {
          trees: count(forest.trees),
          leaves: count(forest.leaves),
          base: fixed(forest.baseRaw, 3),
        })}
        ${earlier(report)} ${stopped(report)}
        ${t('forestScaling', { score: count(scaling.baseScore), odds: scaling.baseOdds, pdo: scaling.pdo })}
      </p>
      <p class="note">${t(forest.exportable ? 'forestExportable' : 'forestNotExportable')}</p>
      ${bars === 0 ? undefined : chart('importance', 110 + bars * 24, 'importanceTitle')}
      <p class="note">
        ${t('importanceNote')}
        ${used > bars ? t('importanceTop', { n: bars, all: forest.importance.length }) : undefined}
      </p>
      ${importanceTable(report)} ${chart('learning-curve', 340, 'curveTitle')}
      <p class="note">${t('curveNote')}</p>`,
  );
}

function earlier({ forest }: ForestReport): HtmlValue {
  if (forest.earlier === undefined) return undefined;
  return t('forestEarlier', { model: forest.earlier.model, trees: count(forest.earlier.trees) });
}

function stopped({ forest }: ForestReport): HtmlValue {
  const kept = forest.trees - (forest.earlier?.trees ?? 0);
  if (kept >= forest.grown) return undefined;
  return html`${t('forestStopped', { grown: count(forest.grown), trees: count(kept) })} `;
}

function importanceTable(report: ForestReport): Html {
  const { importance } = report.forest;
  const total = Math.max(
    sum(importance, ({ gain }) => gain),
    Number.MIN_VALUE,
  );
  const highest = Math.max(...importance.map(({ gain }) => gain), Number.MIN_VALUE);
  return table(
    [
      { head: 'colFeature', text: true, cell: ({ feature }) => html`<span class="name">${feature}</span>` },
      { head: 'colParty', text: true, cell: ({ party }) => partyTag(report, party) },
      {
        head: 'colGain',
        cell: ({ gain }) => html`${bar(gain / highest)} <span class="sized">${fixed(gain, 1)}</span>`,
      },
      { head: 'colGainShare', cell: ({ gain }) => percent(gain / total) },
      { head: 'colSplits', cell: ({ splits }) => (splits === 0 ? t('noSplits') : count(splits)) },
    ],
    importance,
  );
}

/** Undefined when the label party has no column in the forest. */
export function dependenceSection(report: ForestReport): Html | undefined {
  const { partialDependence } = report.forest;
  if (partialDependence.length === 0) return undefined;
  return section(
    'dependence',
    'dependenceTitle',
    html`<p class="note">${t('dependenceNote', { party: report.labelParty })}</p>
      <div class="cards">${partialDependence.map((entry, i) => dependenceCard(report, entry, i))}</div>`,
  );
}

function dependenceCard(report: ForestReport, { feature, bins }: PartialDependence, index: number): Html {
  const of = report.forest.importance.find((entry) => entry.party === report.labelParty && entry.feature === feature);
  return html`<article class="card">
    <h3><span class="name">${feature}</span></h3>
    <p class="meta">
      ${partyTag(report, report.labelParty)} <span>${t('colSplits')} ${count(of?.splits ?? Number.NaN)}</span>
    </p>
    ${chart(`dependence-${index}`, 230)}
    <details>
      <summary>${t('showBins')}</summary>
      ${table(
        [
          { head: 'colBin', text: true, cell: ({ label }) => binName(label) },
          { head: 'colRows', cell: ({ rows }) => count(rows) },
          { head: 'colRaw', cell: ({ raw }) => fixed(raw, 4) },
        ],
        bins,
        { tight: true },
      )}
    </details>
  </article> `;
}

function binName(label: string): HtmlValue {
  if (label === 'missing') return t('missing');
  return label === 'other' ? t('other') : label;
}
