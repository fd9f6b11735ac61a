/**
 * The report as one self-contained page. Nothing is loaded from a network; the Content-Security-Policy names the digest
 * of each script, so that even markup that slipped through escaping could not run.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AnyReport } from '@coscore/models/evaluate/report.ts';
import { chartData } from './charts/index.ts';
import { titleOf } from './derive.ts';
import { type Html, html, safeJson, unsafeHtml } from './markup.ts';
import { appendixSection } from './sections/appendix.ts';
import { featuresSection, woeSection } from './sections/features.ts';
import { dependenceSection, forestSection } from './sections/forest.ts';
import { masthead } from './sections/masthead.ts';
import { performanceSection, strategySection } from './sections/performance.ts';
import { privacySection } from './sections/privacy.ts';
import { runSection } from './sections/run.ts';
import { scorecardSection } from './sections/scorecard.ts';
import { t, type TextKey, texts } from './texts.ts';

interface Assets {
  readonly echarts: string;
  readonly client: string;
  readonly style: string;
}

let loaded: Assets | undefined;

/** Read once a process: ECharts alone is 1.1 MB. */
function assets(): Assets {
  loaded ??= {
    echarts: readFileSync(createRequire(import.meta.url).resolve('echarts/dist/echarts.min.js'), 'utf8'),
    client: readFileSync(new URL('./client.js', import.meta.url), 'utf8'),
    style: readFileSync(new URL('./style.css', import.meta.url), 'utf8'),
  };
  return loaded;
}

/**
 * @returns the whole page, about 1.2 MB of it ECharts.
 * @throws when the report's files (ECharts, style sheet, script) are missing from the installation.
 */
export function renderReportHtml(report: AnyReport): string {
  const { echarts, client, style } = assets();
  const policy = `default-src 'none'; script-src ${[echarts, client].map(digest).join(' ')}; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
    <html lang="en" data-lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${unsafeHtml(policy)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="generator" content="Coscore ${report.coscoreVersion}" />
        <title>${texts[titleOf(report)].en} · ${report.name}</title>
        <style>
          ${unsafeHtml(style)}
        </style>
      </head>
      <body data-name="${report.name}">
        ${page(report)} ${script(safeJson(chartData(report)), ' type="application/json" id="coscore-data"')}
        ${script(echarts)} ${script(client)}
      </body>
    </html> `.toString();
}

/** The element's text is exactly `code`: a formatter that touched it would break its digest. */
function script(code: string, attributes = ''): Html {
  return unsafeHtml(`<script${attributes}>${code}</script>`);
}

function digest(code: string): string {
  return `'sha256-${createHash('sha256').update(code, 'utf8').digest('base64')}'`;
}

function page(report: AnyReport): Html {
  const sections: readonly Section[] = [
    ['performance', 'sectionPerformance', performanceSection(report)],
    ['strategy', 'sectionStrategy', strategySection(report)],
    ...modelSections(report),
    ['learned', 'sectionPrivacy', privacySection(report)],
    ['run', 'sectionRun', runSection(report)],
    ['appendix', 'sectionAppendix', appendixSection(report)],
  ];
  return html`<div class="top">
      <span class="mark">Coscore</span><span class="which">${report.name}</span
      ><button type="button" id="print">${t('print')}</button
      ><button type="button" id="language">${t('switchLanguage')}</button>
    </div>
    <div class="page">
      ${contents(sections)}
      <main>
        <noscript><p class="note">${t('noScript')}</p></noscript>
        ${masthead(report)}${sections.map(([, , body]) => body)}
        <footer>${t('footer', { party: report.labelParty })}</footer>
      </main>
    </div>`;
}

type Section = readonly [id: string, title: TextKey, body: Html];

/** What is there only for this kind of model. */
function modelSections(report: AnyReport): Section[] {
  if (report.kind === 'forest') {
    const dependence = dependenceSection(report);
    return [
      ['forest', 'sectionForest', forestSection(report)],
      ...(dependence === undefined ? [] : ([['dependence', 'dependenceTitle', dependence]] as const)),
    ];
  }
  const woe = woeSection(report);
  return [
    ['features', 'sectionFeatures', featuresSection(report)],
    ...(woe === undefined ? [] : ([['woe', 'sectionWoe', woe]] as const)),
    ['scorecard', 'sectionScorecard', scorecardSection(report)],
  ];
}

function contents(sections: readonly Section[]): Html {
  return html`<nav class="contents">
    <p>${t('contents')}</p>
    <ol>
      ${sections.map(([id, title]) => html`<li><a href="#${id}">${t(title)}</a></li>`)}
    </ol>
  </nav>`;
}
