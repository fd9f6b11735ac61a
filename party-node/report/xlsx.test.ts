import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '@coscore/models/evaluate/report.ts';
import { sampleReport } from './fixtures/sample-report.ts';
import { writeReportXlsx } from './xlsx.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'coscore-xlsx-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function reread(report: Report): Promise<ExcelJS.Workbook> {
  const path = join(folder, 'report.xlsx');
  await writeReportXlsx(report, path);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  return workbook;
}

function sheetOf(workbook: ExcelJS.Workbook, english: string): ExcelJS.Worksheet {
  const sheet = workbook.worksheets.find(({ name }) => name.startsWith(`${english} `));
  if (sheet === undefined) throw new Error(`no sheet ${english}`);
  return sheet;
}

function column(sheet: ExcelJS.Worksheet, head: string): ExcelJS.CellValue[] {
  const index = (sheet.getRow(1).values as ExcelJS.CellValue[]).indexOf(head);
  if (index < 1) throw new Error(`no column ${head}`);
  return Array.from({ length: sheet.rowCount - 1 }, (_, i) => sheet.getCell(i + 2, index).value);
}

describe('writeReportXlsx', () => {
  it('has the sheets that modellers expect, with frozen bilingual headers', async () => {
    const workbook = await reread(sampleReport());
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      'Summary 概要',
      'Data 数据',
      'Performance 表现',
      'Gains 增益',
      'Strategy 策略',
      'Coefficients 系数',
      'Correlation 相关系数',
      'WoE tables WoE 表',
      'Scorecard 评分卡',
      'IV 信息值',
      'PSI 稳定性',
      'Time and traffic 耗时与通信',
      'What each party learned 各方获知',
    ]);
    for (const sheet of workbook.worksheets) {
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
      expect(sheet.rowCount).toBeGreaterThan(1);
    }
  });

  it('holds the figures as numbers with formats', async () => {
    const report = sampleReport();
    const workbook = await reread(report);
    const performance = sheetOf(workbook, 'Performance');
    expect(column(performance, 'AUC')).toEqual([
      report.metrics.train.auc,
      report.labelPartyAlone.train.auc,
      report.metrics.test?.auc,
      report.labelPartyAlone.test?.auc,
    ]);
    expect(performance.getCell('C2').numFmt).toBe('0.0000');
    const woe = sheetOf(workbook, 'WoE tables');
    expect(column(woe, 'WoE / 证据权重 WoE')).toEqual(
      report.features.flatMap((feature) => feature.bins.map((bin) => bin.woe)),
    );
    expect(column(sheetOf(workbook, 'Gains'), 'Lift / 提升度')).toHaveLength(20);
    expect(sheetOf(workbook, 'Summary').getCell('B4').value).toEqual(new Date(report.createdAt));
    expect(column(sheetOf(workbook, 'IV'), 'In the model / 入模字段数')).toContain(false);
  });

  it('says which links did not go through the coordinator', async () => {
    const report = sampleReport();
    const [first, ...links] = report.links;
    const workbook = await reread({ ...report, links: [{ ...first!, direct: true }, ...links] });
    const ends = column(sheetOf(workbook, 'Time and traffic'), 'To / 接收方').filter((cell) => cell !== null);
    expect(ends).toEqual([expect.stringContaining(`${first!.to} (directly`), ...links.map(({ to }) => to)]);
  });

  it('gives the correlation matrix row by row', async () => {
    const report = sampleReport();
    const sheet = sheetOf(await reread(report), 'Correlation');
    const { names, values } = report.correlation ?? { names: [], values: [] };
    expect(sheet.rowCount).toBe(names.length + 1);
    expect(sheet.getCell(3, 2).value).toBe(values[names.length]);
    expect(sheet.getCell(2, 4).value).toBe(values[2]);
  });

  it('marks withheld points and numbers the bins of other parties', async () => {
    const sheet = sheetOf(await reread(sampleReport()), 'Scorecard');
    const parties = column(sheet, 'Party / 参与方');
    const points = column(sheet, 'Points / 分值');
    const bins = column(sheet, 'Bin / 分箱');
    parties.forEach((party, i) => {
      if (party === 'bank') expect(points[i]).toBeTypeOf('number');
      else {
        expect(points[i]).toBe('withheld / 不公开');
        expect(bins[i]).toMatch(/^(?:bin \d+ \/ 第 \d+ 箱|missing \/ 缺失)$/u);
      }
    });
  });

  it('keeps hostile names as text and broken characters out', async () => {
    const name = (plain: string): string => `=HYPERLINK("http://x","${plain}")\u0000\u001b\uD800<&>`;
    const workbook = await reread(sampleReport({ name }));
    const cell = sheetOf(workbook, 'Data').getCell('A2');
    expect(cell.type).toBe(ExcelJS.ValueType.String);
    expect(cell.value).toBe('=HYPERLINK("http://x","bank")\uFFFD\uFFFD\uFFFD<&>');
  });

  it('leaves out the matrix and the test columns when there are none', async () => {
    const workbook = await reread(sampleReport({ test: false, correlation: false }));
    expect(workbook.worksheets.some(({ name }) => name.startsWith('Correlation'))).toBe(false);
    expect(column(sheetOf(workbook, 'PSI'), 'Test share / 测试占比').every((value) => value === null)).toBe(true);
  });

  it('writes no number that a workbook cannot hold', async () => {
    const report = sampleReport();
    const train = { ...report.metrics.train, prAuc: Number.NaN, brier: Number.POSITIVE_INFINITY };
    const sheet = sheetOf(await reread({ ...report, metrics: { ...report.metrics, train } }), 'Performance');
    expect(sheet.getCell('F2').value).toBeNull();
    expect(sheet.getCell('G2').value).toBeNull();
  });

  it('reports a path that cannot be written', async () => {
    await expect(writeReportXlsx(sampleReport(), join(folder, 'absent', 'report.xlsx'))).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });
});
