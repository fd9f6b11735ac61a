/** Ranking, calibration, stability, and what a cut-off would do. */
import type { ReportBase } from '@coscore/models/evaluate/report.ts';
import { psiBand, strategyTable } from '../derive.ts';
import { count, fixed, percent, pValue } from '../format.ts';
import { type Html, html, type HtmlValue } from '../markup.ts';
import { t, type TextKey, texts } from '../texts.ts';
import { chart, pair, sampleName, section, table } from './parts.ts';

export function performanceSection(report: ReportBase): Html {
  const shown = report.evaluation.test ?? report.evaluation.train;
  const { chi2, df, p } = shown.hosmerLemeshow;
  return section(
    'performance',
    'sectionPerformance',
    html`${pair(chart('roc', 360, 'rocTitle'), chart('ks', 360, 'ksTitle'))}
      <h3>${t('gainsTitle')}</h3>
      <p class="note">${t('gainsNote', { sample: texts[sampleName(report)] })}</p>
      ${gainsTable(shown.gains)} ${chart('gains', 320)}
      ${pair(chart('calibration', 340, 'calibrationTitle'), chart('distribution', 340, 'distributionTitle'))}
      <p class="note">${t('hosmerLemeshow', { chi2: fixed(chi2, 1), df, p: pValue(p) })}</p>
      ${psiLine(report)}`,
  );
}

function gainsTable(gains: ReportBase['evaluation']['train']['gains']): Html {
  return table(
    [
      { head: 'colDecile', cell: (row) => row.decile },
      { head: 'colMinScore', cell: (row) => count(row.minScore) },
      { head: 'colMaxScore', cell: (row) => count(row.maxScore) },
      { head: 'colRows', cell: (row) => count(row.rows) },
      { head: 'colGoods', cell: (row) => count(row.goods) },
      { head: 'colBads', cell: (row) => count(row.bads) },
      { head: 'colBadRate', cell: (row) => html`<b>${percent(row.badRate)}</b>` },
      { head: 'colCumRows', cell: (row) => count(row.cumulativeRows) },
      { head: 'colCumBads', cell: (row) => percent(row.cumulativeBadShare) },
      { head: 'colCumGoods', cell: (row) => percent(row.cumulativeGoodShare) },
      { head: 'colCumBadRate', cell: (row) => percent(row.cumulativeBadRate) },
      { head: 'colKs', cell: (row) => fixed(row.ks, 3) },
      { head: 'colLift', cell: (row) => fixed(row.lift, 2) },
    ],
    gains,
    { tight: true },
  );
}

const PSI_TEXT = { stable: 'psiStable', moving: 'psiMoving', shifted: 'psiShifted' } as const satisfies Record<
  string,
  TextKey
>;

function psiLine({ scorePsi }: ReportBase): HtmlValue {
  if (scorePsi === undefined) return undefined;
  return html`<p class="note">
    ${t('psiLine', {
      psi: fixed(scorePsi.psi, 4),
      band: texts[PSI_TEXT[psiBand(scorePsi)]],
      threshold: fixed(scorePsi.threshold, 4),
    })}
  </p>`;
}

export function strategySection(report: ReportBase): Html {
  const shown = report.evaluation.test ?? report.evaluation.train;
  return section(
    'strategy',
    'sectionStrategy',
    html`<p class="note">${t('strategyNote', { sample: texts[sampleName(report)], party: report.labelParty })}</p>
      ${table(
        [
          { head: 'colCutOff', cell: (row) => html`<b>${count(row.cutOff)}</b>` },
          { head: 'colApproval', cell: (row) => percent(row.approvalRate) },
          { head: 'colApprovedBadRate', cell: (row) => html`<b>${percent(row.badRate)}</b>` },
          { head: 'colMarginalBadRate', cell: (row) => percent(row.marginalBadRate) },
          { head: 'colBadsAvoided', cell: (row) => percent(row.badsAvoided) },
          { head: 'colGoodsLost', cell: (row) => percent(row.goodsLost) },
        ],
        strategyTable(shown.gains),
        { tight: true },
      )}
      ${chart('strategy', 300)}`,
  );
}
