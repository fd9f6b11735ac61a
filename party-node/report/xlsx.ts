/** The report as a workbook, with the sheets that modellers expect. */
import type { AnyReport } from '@coscore/models/evaluate/report.ts';
import { coefficientsSheet, correlationSheet, ivSheet, scorecardSheet, woeSheet } from './sheets/features.ts';
import { curveSheet, dependenceSheet, importanceSheet } from './sheets/forest.ts';
import { learnedSheet, trafficSheet } from './sheets/job.ts';
import {
  dataSheet,
  gainsSheet,
  performanceSheet,
  stabilitySheet,
  strategySheet,
  summarySheet,
} from './sheets/summary.ts';

/**
 * Writes the workbook, replacing a file that is there.
 *
 * @throws the file system's own error (no such folder, no space) when `path` cannot be written.
 */
export async function writeReportXlsx(report: AnyReport, path: string): Promise<void> {
  // Loaded with the first report: it is a quarter of what a party's start would load.
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  workbook.creator = `Coscore ${report.coscoreVersion}`;
  for (const add of [summarySheet, dataSheet, performanceSheet, gainsSheet, strategySheet]) add(workbook, report);
  if (report.kind === 'forest') {
    for (const add of [importanceSheet, curveSheet, dependenceSheet]) add(workbook, report);
  } else {
    for (const add of [coefficientsSheet, correlationSheet, woeSheet, scorecardSheet, ivSheet]) add(workbook, report);
  }
  for (const add of [stabilitySheet, trafficSheet, learnedSheet]) add(workbook, report);
  await workbook.xlsx.writeFile(path);
}
