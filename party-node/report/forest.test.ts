import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IMPORTANCE_CHART_ROWS } from './charts/forest.ts';
import { chartData } from './charts/index.ts';
import { sampleForestReport } from './fixtures/sample-forest-report.ts';
import { renderReportHtml } from './html.ts';
import { writeReportXlsx } from './xlsx.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'coscore-forest-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

function body(page: string): string {
  return page.replace(/<script[^>]*>[\s\S]*?<\/script>/gu, '').replace(/<style>[\s\S]*?<\/style>/u, '');
}

describe('the page of a forest', () => {
  it('has its own sections and none of a scorecard, in both languages', () => {
    const report = sampleForestReport();
    const page = body(renderReportHtml(report));
    for (const id of ['performance', 'strategy', 'forest', 'dependence', 'learned', 'run', 'appendix']) {
      expect(page).toContain(`<section id="${id}">`);
      expect(page).toContain(`href="#${id}"`);
    }
    for (const id of ['features', 'woe', 'scorecard']) expect(page).not.toContain(`id="${id}"`);
    expect(page).toContain('the joint tree model ranks firms better than bank alone');
    expect(page).toContain('联合树模型的排序能力优于 bank 单方');
    expect(page).not.toMatch(/joint scorecard|联合评分卡|联合信用评分卡/u);
    for (const { feature } of report.forest.importance) expect(page).toContain(feature);
    expect(page).toContain('80 trees were grown');
    expect(page).toContain('61 trees with 854 leaves');
    expect(page.split('class="l-en"').length).toBe(page.split('class="l-zh"').length);
  });

  it('says that the bins of offered columns become known, and who may export', () => {
    const page = body(renderReportHtml(sampleForestReport()));
    expect(page).toContain('assume that it learns in which numbered bin of every offered column');
    expect(page).toContain('Each party keeps the thresholds');
    const exported = body(renderReportHtml(sampleForestReport({ allowExport: true })));
    expect(exported).toContain('All parties signed for export');
    expect(exported).toContain('cut points and category names of the bins of tax, logistics');
  });

  it('has a container for each chart and a chart for each container', () => {
    for (const report of [sampleForestReport(), sampleForestReport({ dependence: 0, test: false })]) {
      const containers = [...renderReportHtml(report).matchAll(/data-chart="([\w-]+)"/gu)].map(([, id]) => id);
      expect(containers.sort()).toEqual(Object.keys(chartData(report).charts).sort());
    }
  });

  it('draws no importance of a forest without a split', () => {
    const report = sampleForestReport({ dependence: 0 });
    const importance = report.forest.importance.map((entry) => ({ ...entry, gain: 0, splits: 0 }));
    const page = body(renderReportHtml({ ...report, forest: { ...report.forest, importance } }));
    expect(page).not.toContain('data-chart="importance"');
    expect(page).toContain('no split');
    expect(page).not.toContain('NaN');
  });

  it('draws only curves that there are, and marks where the forest was cut off', () => {
    const series = (report: ReturnType<typeof sampleForestReport>): unknown[] =>
      chartData(report).charts['learning-curve']!['series'] as unknown[];
    expect(series(sampleForestReport())).toHaveLength(3);
    expect(JSON.stringify(series(sampleForestReport()))).toContain('"xAxis":61');
    expect(series(sampleForestReport({ stoppedEarly: false, test: false }))).toHaveLength(1);
    expect(JSON.stringify(series(sampleForestReport({ stoppedEarly: false })))).not.toContain('markLine');
  });

  it('gives the bars of a party to that party only, the highest gain uppermost', () => {
    const report = sampleForestReport({ features: 60 });
    const { yAxis, series } = chartData(report).charts['importance'] as unknown as {
      yAxis: { data: string[] };
      series: { name: string; data: (number | null)[] }[];
    };
    const top = report.forest.importance.filter(({ splits }) => splits > 0).slice(0, IMPORTANCE_CHART_ROWS);
    expect(yAxis.data.toReversed()).toEqual(top.map(({ feature }) => feature));
    const total = report.forest.importance.reduce((sum, { gain }) => sum + gain, 0);
    top.forEach(({ party, gain }, i) => {
      const at = series
        .map(({ name, data }) => [name, data.toReversed()[i]] as const)
        .filter(([, value]) => value !== null);
      expect(at).toEqual([[party, gain / total]]);
    });
  });
});

describe('the workbook of a forest', () => {
  it('has its own sheets, with figures as numbers', async () => {
    const report = sampleForestReport({ stoppedEarly: false });
    const path = join(folder, 'report.xlsx');
    await writeReportXlsx(report, path);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(path);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      'Summary 概要',
      'Data 数据',
      'Performance 表现',
      'Gains 增益',
      'Strategy 策略',
      'Importance 重要性',
      'Learning curve 学习曲线',
      'Dependence 部分依赖',
      'PSI 稳定性',
      'Time and traffic 耗时与通信',
      'What each party learned 各方获知',
    ]);
    const importance = workbook.getWorksheet('Importance 重要性')!;
    expect(importance.rowCount).toBe(report.forest.importance.length + 1);
    expect(importance.getCell('C2').value).toBe(report.forest.importance[0]!.gain);
    const curve = workbook.getWorksheet('Learning curve 学习曲线')!;
    expect(curve.rowCount).toBe(101);
    expect(curve.getCell('B2').value).toBe(report.forest.curve[0]!.trainLoss);
    expect(curve.getCell('C2').value).toBeNull();
    expect(curve.getCell('D2').value).toBe(report.forest.curve[0]!.testLoss);
    const dependence = workbook.getWorksheet('Dependence 部分依赖')!;
    expect(dependence.getCell('D2').value).toBe(report.forest.partialDependence[0]!.bins[0]!.raw);
    const summary = workbook.getWorksheet('Summary 概要')!;
    const items = new Map(
      Array.from({ length: summary.rowCount }, (_, i) => [
        summary.getCell(i + 1, 1).value,
        summary.getCell(i + 1, 2).value,
      ]),
    );
    expect(items.get('Trees in the model / 模型中的树')).toBe(100);
    expect(items.has('Platt slope / 校准斜率')).toBe(false);
  });

  it('leaves out the dependence when no own column is in the forest', async () => {
    const path = join(folder, 'none.xlsx');
    await writeReportXlsx(sampleForestReport({ dependence: 0 }), path);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(path);
    expect(workbook.worksheets.some(({ name }) => name.startsWith('Dependence'))).toBe(false);
  });
});

const CHROMIUM = '/usr/bin/chromium';

describe.skipIf(!existsSync(CHROMIUM))('the page of a forest in Chromium', () => {
  it('draws every chart', async () => {
    const report = sampleForestReport({ name: (plain) => `${plain}"'><img src=x>` });
    const file = join(folder, 'forest.html');
    writeFileSync(file, renderReportHtml(report));
    const flags = ['headless', 'no-sandbox', 'disable-gpu', 'disable-quic', 'no-first-run', 'disable-component-update'];
    const more = ['disable-background-networking', 'disable-sync', `user-data-dir=${join(folder, 'profile')}`];
    const mode = ['window-size=1280,16000', 'virtual-time-budget=5000', 'dump-dom'];
    const args = [...flags, ...more, ...mode].map((flag) => `--${flag}`);
    const { stdout } = await promisify(execFile)(CHROMIUM, [...args, `${pathToFileURL(file).href}?lang=zh`], {
      maxBuffer: 64e6,
      timeout: 50_000,
    });
    expect(stdout.match(/<svg/gu)?.length).toBe(Object.keys(chartData(report).charts).length + 1);
    expect(stdout).toContain('建树样本');
    expect(stdout).not.toContain('<img src="x"');
  });
});
