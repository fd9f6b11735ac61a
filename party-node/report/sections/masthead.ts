/** The first screen: what was built, in which profile, and whether it was worth it. */
import type { Metrics, AnyReport } from '@coscore/models/evaluate/report.ts';
import { aucHalfWidth, headline, titleOf } from '../derive.ts';
import { count, difference, fixed, instant, percent } from '../format.ts';
import { type Html, html, type HtmlValue } from '../markup.ts';
import { both, t, type TextKey, texts } from '../texts.ts';
import { table } from './parts.ts';

export function masthead(report: AnyReport): Html {
  const { name, job, createdAt, coscoreVersion, labelParty } = report;
  return html`<header class="masthead">
    <p class="eyebrow">${t(titleOf(report))}</p>
    <h1>${name}</h1>
    <dl class="facts">
      <div>
        <dt>${t('owner')}</dt>
        <dd>${labelParty}</dd>
      </div>
      <div>
        <dt>${t('created')}</dt>
        <dd>${instant(createdAt)}</dd>
      </div>
      <div>
        <dt>${t('job')}</dt>
        <dd>${job}</dd>
      </div>
      <div>
        <dt>${t('software')}</dt>
        <dd>Coscore ${coscoreVersion}</dd>
      </div>
    </dl>
    ${badges(report)} ${verdict(report)} ${warnings(report)} ${metricsTable(report)}
  </header> `;
}

function badges(report: AnyReport): Html {
  const aided = report.profile === 'aided';
  return html`<div class="badges">
      <span class="badge strong">${t(aided ? 'profileAided' : 'profileBlind')}</span>
      <span class="badge">${t('rowsAligned', { n: count(report.rowsAligned) })}</span>
      <span class="badge">${t('partyCount', { n: Object.keys(report.parties).length })}</span>
    </div>
    <p class="note">
      ${aided ? t('profileAidedMeaning', { helper: report.helper ?? '—' }) : t('profileBlindMeaning')}
      ${t('profileNote')}
    </p>`;
}

/** A gain that its own rounding hides is none. */
const SMALLEST_GAIN = 0.0005;

function verdict(report: AnyReport): Html {
  const { sample, joint, alone } = headline(report);
  const gain = joint.auc - alone.auc;
  const better: TextKey = sample === 'test' ? 'verdictBetterTest' : 'verdictBetterTrain';
  const key: TextKey = gain >= SMALLEST_GAIN ? better : 'verdictSame';
  const on = sample === 'test' ? t('onTest') : t('onTrain');
  return html`<div class="verdict">
    <p class="lead">
      ${t(key, {
        model: texts[report.kind === 'forest' ? 'modelForest' : 'modelScorecard'],
        party: report.labelParty,
        joint: fixed(joint.auc, 3),
        alone: fixed(alone.auc, 3),
        gain: difference(gain, 3),
        ksJoint: fixed(joint.ks, 3),
        ksAlone: fixed(alone.ks, 3),
      })}
    </p>
    <div class="tiles">
      ${tile(html`${t('jointModel')}`, joint, on, 'joint')}
      ${tile(t('aloneModel', { party: report.labelParty }), alone, on, 'alone')}
      <div class="tile gain">
        <p class="what">${t('gain')}</p>
        <p class="figure"><b>${difference(gain, 3)}</b> AUC</p>
        <p class="figure second"><b>${difference(joint.ks - alone.ks, 3)}</b> KS</p>
        <p class="on">${on}</p>
      </div>
    </div>
  </div>`;
}

function tile(what: HtmlValue, metrics: Metrics, on: Html, kind: string): Html {
  return html`<div class="tile ${kind}">
    <p class="what">${what}</p>
    <p class="figure"><b>${fixed(metrics.auc, 3)}</b> AUC</p>
    <p class="figure second"><b>${fixed(metrics.ks, 3)}</b> KS</p>
    <p class="on">${on}${interval(metrics)}</p>
  </div>`;
}

function interval(metrics: Metrics): HtmlValue {
  const half = aucHalfWidth(metrics);
  if (!Number.isFinite(half)) return undefined;
  const from = fixed(Math.max(0, metrics.auc - half), 3);
  return html`<br />${t('interval', { from, to: fixed(Math.min(1, metrics.auc + half), 3) })}`;
}

function warnings(report: AnyReport): HtmlValue {
  if (report.warnings.length === 0) return undefined;
  return html`<aside class="warnings">
    <h2>${t('warnings')}</h2>
    <ul>
      ${report.warnings.map((text) => html`<li>${literal(text)}</li>`)}
    </ul>
  </aside>`;
}

/** A warning's own braces are no placeholders. */
function literal(text: { readonly en: string; readonly zh: string }): Html {
  return both({ en: '{text}', zh: '{text}' }, { text });
}

interface MetricsRow {
  readonly sample: TextKey;
  readonly model: HtmlValue;
  readonly metrics: Metrics;
}

function metricsTable(report: AnyReport): Html {
  const alone = t('aloneModel', { party: report.labelParty });
  const rows: MetricsRow[] = [];
  for (const [sample, part] of [
    ['test', 'test'],
    ['train', 'train'],
  ] as const satisfies readonly (readonly [keyof typeof texts, 'test' | 'train'])[]) {
    const joint = report.metrics[part];
    const single = report.labelPartyAlone[part];
    if (joint !== undefined) rows.push({ sample, model: html`<b>${t('jointModel')}</b>`, metrics: joint });
    if (single !== undefined) rows.push({ sample, model: alone, metrics: single });
  }
  return html`${table<MetricsRow>(
      [
        { head: 'colSample', text: true, cell: (row) => t(row.sample) },
        { head: 'colModel', text: true, cell: (row) => row.model },
        { head: 'colAuc', cell: (row) => html`<b>${fixed(row.metrics.auc, 4)}</b>` },
        { head: 'colKs', cell: (row) => html`<b>${fixed(row.metrics.ks, 4)}</b>` },
        { head: 'colGini', cell: (row) => fixed(row.metrics.gini, 4) },
        { head: 'colPrAuc', cell: (row) => fixed(row.metrics.prAuc, 4) },
        { head: 'colBrier', cell: (row) => fixed(row.metrics.brier, 4) },
        { head: 'colRows', cell: (row) => count(row.metrics.rows) },
        { head: 'colBads', cell: (row) => count(row.metrics.bads) },
        { head: 'colBadRate', cell: (row) => percent(row.metrics.bads / row.metrics.rows) },
      ],
      rows,
    )}
    <p class="note">${t('metricsNote', { party: report.labelParty })}</p>`;
}
