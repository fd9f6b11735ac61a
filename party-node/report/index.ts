export { renderReportHtml } from './html.ts';
export { writeReportXlsx } from './xlsx.ts';
