/** The report as a workbook, with the sheets that modellers expect. */
import ExcelJS from 'exceljs';
import type { Report } from '@coscore/models/evaluate/report.ts';
import { coefficientsSheet, correlationSheet, ivSheet, scorecardSheet, woeSheet } from './sheets/features.ts';
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
export async function writeReportXlsx(report: Report, path: string): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = `Coscore ${report.coscoreVersion}`;
  const sheets = [
    summarySheet,
    dataSheet,
    performanceSheet,
    gainsSheet,
    strategySheet,
    coefficientsSheet,
    correlationSheet,
    woeSheet,
    scorecardSheet,
    ivSheet,
    stabilitySheet,
    trafficSheet,
    learnedSheet,
  ];
  for (const add of sheets) add(workbook, report);
  await workbook.xlsx.writeFile(path);
}
