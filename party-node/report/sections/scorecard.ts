/** Points, coefficients, scaling and how training went. */
import type { Report, ReportFeature } from '@coscore/models/evaluate/report.ts';
import { partiesOf } from '../derive.ts';
import { count, fixed, percent, pValue } from '../format.ts';
import { type Html, html, type HtmlValue } from '../markup.ts';
import { t } from '../texts.ts';
import { binCell, partyTag, section, table } from './parts.ts';

export function scorecardSection(report: Report): Html {
  const { scaling, platt, training } = report;
  const norm = training.gradientNorm.toExponential(1);
  return section(
    'scorecard',
    'sectionScorecard',
    html`<p>
        ${t('scaling', {
          score: count(scaling.baseScore),
          odds: scaling.baseOdds,
          pdo: scaling.pdo,
          rounding: fixed(scaling.largestRoundingError, 2),
        })}
      </p>
      ${pointsTable(report)}
      <h3>${t('coefficientsTitle')}</h3>
      <p class="note">${t('coefficientsNote')}</p>
      ${coefficientsTable(report)}
      <ul class="plain">
        <li>${t('plattLine', { slope: fixed(platt.slope, 3), intercept: fixed(platt.intercept, 3) })}</li>
        <li>${t(training.converged ? 'trainingConverged' : 'trainingStopped', { n: training.iterations, norm })}</li>
      </ul>`,
  );
}

function pointsTable(report: Report): HtmlValue {
  const features = report.features.filter((feature) => feature.selected && feature.bins.length > 0);
  if (features.length === 0) return undefined;
  const withheld = features.some((feature) => feature.bins.some((bin) => bin.points === undefined));
  const heads = [
    ['colFeature', 'text'],
    ['colBin', 'text'],
    ['colShare', 'number'],
    ['colBadRate', 'number'],
    ['colWoe', 'number'],
    ['colPoints', 'number'],
  ] as const;
  return html`<h3>${t('pointsTitle')}</h3>
    <div class="scroll">
      <table class="grouped">
        <thead>
          <tr>
            ${heads.map(([key, align]) => html`<th scope="col" class="${align}">${t(key)}</th>`)}
          </tr>
        </thead>
        ${features.map((feature) => pointsRows(report, feature))}
      </table>
    </div>
    ${withheld ? html`<p class="note">${t('withheldNote')}</p>` : undefined}`;
}

/** One body a feature, so that a printed page breaks between features. */
function pointsRows(report: Report, feature: ReportFeature): Html {
  const head = html`<th scope="rowgroup" class="text" rowspan="${feature.bins.length}">
    <span class="name">${feature.name}</span><br />${partyTag(report, feature.party)}
  </th>`;
  return html`<tbody>
    ${feature.bins.map(
      (bin, i) =>
        html`<tr>
          ${i === 0 ? head : undefined}
          <td class="text">${binCell(report, feature, bin, i)}</td>
          <td class="number">${percent(bin.share)}</td>
          <td class="number">${percent(bin.badRate)}</td>
          <td class="number">${fixed(bin.woe, 3)}</td>
          <td class="number">
            ${bin.points === undefined ? html`<span class="soft">${t('withheld')}</span>` : html`<b>${fixed(bin.points, 0)}</b>`}
          </td>
        </tr> `,
    )}
  </tbody> `;
}

interface CoefficientRow {
  readonly party?: string;
  readonly name: HtmlValue;
  readonly value: number;
  readonly standardError?: number;
  readonly p?: number;
}

function coefficientsTable(report: Report): Html {
  const parties = partiesOf(report);
  const rows: CoefficientRow[] = [{ name: t('intercept'), value: report.intercept }];
  for (const party of parties) {
    for (const coefficient of report.coefficients[party] ?? []) rows.push({ party, ...coefficient });
  }
  const hidden = parties
    .map((party) => ({ party, n: (report.parties[party]?.selected ?? 0) - (report.coefficients[party]?.length ?? 0) }))
    .filter(({ n }) => n > 0);
  return html`${table<CoefficientRow>(
    [
      { head: 'colFeature', text: true, cell: (row) => html`<span class="name">${row.name}</span>` },
      { head: 'colParty', text: true, cell: (row) => (row.party === undefined ? '' : partyTag(report, row.party)) },
      { head: 'colCoefficient', cell: (row) => html`<b>${fixed(row.value, 4)}</b>` },
      { head: 'colStdError', cell: (row) => (row.standardError === undefined ? '—' : fixed(row.standardError, 4)) },
      { head: 'colP', cell: (row) => (row.p === undefined ? '—' : pValue(row.p)) },
    ],
    rows,
  )}${hidden.map(({ party, n }) => html`<p class="note">${t('coefficientsWithheld', { party, n })}</p>`)}`;
}
