/** Pieces that the sections share: tables, chart frames, names of bins and stages. */
import type { ReportBase, ReportBin, ReportFeature } from '@coscore/models/evaluate/report.ts';
import { binName, partiesOf } from '../derive.ts';
import { type Html, html, type HtmlValue } from '../markup.ts';
import { isTextKey, t, type TextKey } from '../texts.ts';
import { partyColour } from '../charts/option.ts';

export interface Column<Row> {
  readonly head: TextKey;
  readonly cell: (row: Row, index: number) => HtmlValue;
  /** Text is set left, numbers right. */
  readonly text?: boolean;
}

/** A table that scrolls sideways on narrow screens instead of breaking the page. */
export function table<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  options: { readonly foot?: HtmlValue; readonly tight?: boolean } = {},
): Html {
  const align = (column: Column<Row>): string => (column.text === true ? 'text' : 'number');
  return html`<div class="scroll">
    <table class="${options.tight === true ? 'tight' : ''}">
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col" class="${align(column)}">${t(column.head)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row, i) =>
            html`<tr>
              ${columns.map((column) => html`<td class="${align(column)}">${column.cell(row, i)}</td>`)}
            </tr> `,
        )}
      </tbody>
      ${
        options.foot === undefined
          ? undefined
          : html`<tfoot>
              ${options.foot}
            </tfoot>`
      }
    </table>
  </div>`;
}

export function section(id: string, title: TextKey, body: HtmlValue): Html {
  return html`<section id="${id}">
    <h2>${t(title)}</h2>
    ${body}
  </section> `;
}

/** @param height pixels */
export function chart(id: string, height: number, title?: TextKey): Html {
  const heading = title === undefined ? undefined : html`<h3>${t(title)}</h3>`;
  return html`<figure>
    ${heading}
    <div class="chart" role="img" data-chart="${id}" style="height:${height}px"></div>
  </figure>`;
}

/** Two figures beside each other where there is room. */
export function pair(left: Html, right: Html): Html {
  return html`<div class="pair">${left}${right}</div>`;
}

export function bar(share: number): Html {
  const width = Math.max(0, Math.min(1, share)) * 100;
  return html`<span class="bar" aria-hidden="true"><i style="width:${width.toFixed(1)}%"></i></span>`;
}

/** The party's name with its colour from the charts. */
export function partyTag(report: ReportBase, party: string): Html {
  const index = partiesOf(report).indexOf(party);
  const colour = index < 0 ? '#5b6875' : partyColour(index);
  return html`<span class="party" title="${party}"><i style="background:${colour}"></i>${party}</span>`;
}

export function binCell(report: ReportBase, feature: ReportFeature, bin: ReportBin, index: number): HtmlValue {
  const name = binName(report, feature, bin, index);
  switch (name.kind) {
    case 'own':
      return name.label;
    case 'number':
      return t('binNumber', { n: name.number });
    case 'missing':
      return t('missing');
    case 'other':
      return t('other');
  }
}

/** A stage that this version does not know keeps its own name. */
export function stageName(stage: string): HtmlValue {
  const key = `stage_${stage}`;
  return isTextKey(key) ? t(key) : stage;
}

export function sampleName(report: ReportBase): TextKey {
  return report.evaluation.test === undefined ? 'sampleTrain' : 'sampleTest';
}
