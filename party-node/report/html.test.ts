import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chartData } from './charts/index.ts';
import { sampleReport } from './fixtures/sample-report.ts';
import { renderReportHtml } from './html.ts';

const PAYLOAD = `"'></script><script>document.title='pwned'</script><img src=x onerror="document.title='pwned'">{{\${1}}}`;
const hostile = (plain: string): string => plain + PAYLOAD;

/** The page without its scripts and style: what a name could have broken. */
function body(page: string): string {
  return page.replace(/<script[^>]*>[\s\S]*?<\/script>/gu, '').replace(/<style>[\s\S]*?<\/style>/u, '');
}

describe('renderReportHtml', () => {
  it('shows the verdict, every section, and every column of the model in both languages', () => {
    const page = body(renderReportHtml(sampleReport()));
    for (const id of ['performance', 'strategy', 'features', 'woe', 'scorecard', 'learned', 'run', 'appendix']) {
      expect(page).toContain(`<section id="${id}">`);
      expect(page).toContain(`href="#${id}"`);
    }
    expect(page).toMatch(/ranks firms better than bank alone: AUC 0\.\d{3} against 0\.\d{3} \(\+0\.\d{3}\)/u);
    expect(page).toContain('联合评分卡的排序能力优于 bank 单方');
    for (const { name } of sampleReport().features) expect(page).toContain(name);
    for (const { en, zh } of sampleReport().learned) {
      expect(page).toContain(en.replaceAll("'", '&#39;'));
      expect(page).toContain(zh);
    }
  });

  it('has as many English texts as Chinese ones', () => {
    const page = body(renderReportHtml(sampleReport()));
    expect(page.split('class="l-en"').length).toBe(page.split('class="l-zh"').length);
  });

  it('does not show cut points of other parties, nor points that the policy withholds', () => {
    const report = sampleReport();
    const features = report.features.map((feature) => ({
      ...feature,
      bins: feature.bins.map((bin) => (feature.party === 'bank' ? bin : { ...bin, label: '[secret, edge)' })),
    }));
    const page = renderReportHtml({ ...report, features });
    expect(page).not.toContain('[secret, edge)');
    expect(page).toContain('withheld');
    expect(body(renderReportHtml(sampleReport({ shareContributions: 'feature' })))).not.toContain('>withheld<');
  });

  it('says so when the joint model is no better, and when there is no test sample', () => {
    const report = sampleReport();
    const page = renderReportHtml({ ...report, labelPartyAlone: report.metrics });
    expect(page).toContain('does not rank firms better');
    expect(renderReportHtml(sampleReport({ test: false }))).toContain('There is no test sample.');
  });

  it('names the profile that ran', () => {
    const page = body(renderReportHtml({ ...sampleReport(), profile: 'blind' }));
    expect(page).toContain('Profile observed: blind');
    expect(page).not.toContain('Profile observed: aided');
  });

  it('says which links did not go through the coordinator', () => {
    const report = sampleReport();
    const [first, ...links] = report.links;
    const page = body(renderReportHtml({ ...report, links: [{ ...first!, direct: true }, ...links] }));
    expect(page.split('>directly<')).toHaveLength(2);
    expect(page).toContain('>直接<');
    expect(body(renderReportHtml(report))).not.toContain('>directly<');
  });

  it('loads nothing from a network and allows exactly its own two scripts', () => {
    const page = renderReportHtml(sampleReport());
    expect(body(page)).not.toMatch(/(?:src|href)=(?!"#)/u);
    const allowed = [...page.matchAll(/'sha256-([^']+)'/gu)].map(([, digest]) => digest);
    const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/gu)].map(([, code]) => code ?? '');
    expect(scripts).toHaveLength(2);
    expect(scripts.map((code) => createHash('sha256').update(code, 'utf8').digest('base64'))).toEqual(allowed);
    expect(page).toContain("default-src 'none'");
  });

  it('keeps hostile names inert', () => {
    const page = renderReportHtml(sampleReport({ name: hostile }));
    expect(page.match(/<script/gu)).toHaveLength(3);
    expect(body(page)).not.toMatch(/<img|<script|onerror="document|onerror='document/u);
    const data = /<script type="application\/json" id="coscore-data">([\s\S]*?)<\/script>/u.exec(page)?.[1] ?? '';
    expect(JSON.parse(data)).toEqual(JSON.parse(JSON.stringify(chartData(sampleReport({ name: hostile })))));
  });

  it('renders a report of raw columns, without bins or correlation', () => {
    const report = sampleReport({ correlation: false });
    const features = report.features.map((feature) => ({ ...feature, bins: [] }));
    const page = body(renderReportHtml({ ...report, features }));
    expect(page).not.toContain('id="woe"');
    expect(page).not.toContain('data-chart="correlation"');
  });

  it('has a container for each chart and a chart for each container', () => {
    const report = sampleReport();
    const containers = [...renderReportHtml(report).matchAll(/data-chart="([\w-]+)"/gu)].map(([, id]) => id);
    expect(containers.sort()).toEqual(Object.keys(chartData(report).charts).sort());
  });
});

const CHROMIUM = '/usr/bin/chromium';

describe.skipIf(!existsSync(CHROMIUM))('the page in Chromium', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'coscore-report-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

  /** The document after its scripts ran. */
  async function open(page: string, language: string): Promise<string> {
    const file = join(folder, `${language}.html`);
    writeFileSync(file, page);
    const flags = ['headless', 'no-sandbox', 'disable-gpu', 'disable-quic', 'no-first-run', 'disable-component-update'];
    const more = ['disable-background-networking', 'disable-sync', `user-data-dir=${join(folder, 'profile')}`];
    const mode = ['window-size=1280,16000', 'virtual-time-budget=5000', 'dump-dom'];
    const args = [...flags, ...more, ...mode].map((flag) => `--${flag}`);
    const url = `${pathToFileURL(file).href}?lang=${language}`;
    const { stdout } = await promisify(execFile)(CHROMIUM, [...args, url], { maxBuffer: 64e6, timeout: 50_000 });
    return stdout;
  }

  it('draws every chart in the language asked for, and runs nothing out of a name', async () => {
    const report = sampleReport({ name: hostile });
    const document = await open(renderReportHtml(report), 'zh');
    expect(document).toMatch(/<html lang="zh-CN" data-lang="zh">/u);
    const title = /<title>([^<]*)<\/title>/u.exec(document)?.[1] ?? '';
    expect(title.startsWith('联合信用评分卡报告 · sme-credit')).toBe(true);
    // The traffic diagram is an SVG of the page itself.
    expect(document.match(/<svg/gu)?.length).toBe(Object.keys(chartData(report).charts).length + 1);
    expect(document).toContain('联合·测试');
    expect(document).not.toContain('Joint, test</text>');
    // An element would come back as `<img src="x"`; inside an attribute the payload keeps its own spelling.
    expect(document).not.toContain('<img src="x"');
  });
});
