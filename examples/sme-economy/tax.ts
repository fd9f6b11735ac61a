/** What the tax bureau has on firms: the register, declarations, invoices, discipline. */
import { type Columns, sometimesMissing, traceOf } from './columns.ts';
import { clamp, type Draw, roundTo } from './draw.ts';
import type { Firm } from './firm.ts';

export const taxColumns: Columns = {
  credit_code: (firm) => firm.code,
  industry: (firm, draw) => sometimesMissing(0.01, draw, firm.industry),
  region: (firm) => firm.region,
  registration_type: (firm) => firm.registration,
  years_registered: (firm) => roundTo(firm.ageYears, 0.1),
  taxpayer_grade: (firm, draw) => taxpayerGrade(firm, draw),
  declared_revenue_12m: (firm, draw) =>
    sometimesMissing(0.03, draw, roundTo(firm.revenue * draw.logNormal(-0.05 + 0.05 * firm.order, 0.25), 0.01)),
  revenue_growth: (firm, draw) => {
    const growth = roundTo(clamp(0.06 + 0.22 * traceOf(firm.order, 0.3, draw) + 0.05 * draw.normal(), -0.9, 3), 0.001);
    // No year to compare with.
    return firm.ageYears < 2 ? null : sometimesMissing(0.02, draw, growth);
  },
  vat_paid_12m: (firm, draw) => roundTo(firm.revenue * 0.028 * draw.logNormal(0.12 * firm.order, 0.5), 0.01),
  // Small individual businesses are taxed at a fixed amount and issue few invoices.
  invoices_12m: (firm, draw) =>
    firm.registration === 'individual business' && draw.chance(0.35)
      ? null
      : Math.round(draw.logNormal(4.6 + 0.7 * firm.size + 0.1 * firm.order, 0.7)),
  void_invoice_share: (firm, draw) => roundTo(clamp(draw.logNormal(-3.6 - 0.3 * firm.order, 0.7), 0, 0.6), 0.0001),
  largest_customer_share: (firm, draw) =>
    sometimesMissing(0.08, draw, roundTo(clamp(0.34 - 0.05 * firm.size + 0.16 * draw.normal(), 0.02, 1), 0.001)),
  months_without_invoices: (firm, draw) => Math.min(12, draw.poisson(draw.logNormal(-0.6 - 0.4 * firm.order, 0.7))),
  late_filings_12m: (firm, draw) => Math.min(12, draw.poisson(draw.logNormal(-1.4 - 0.55 * firm.order, 0.7))),
  tax_arrears: (firm, draw) => arrears(firm, draw),
  insured_employees: (firm, draw) =>
    sometimesMissing(0.05, draw, Math.round(draw.logNormal(2.1 + 0.8 * firm.size, 0.5))),
};

/** The yearly grade of the bureau: A best, D worst, M for firms too young to be graded. */
function taxpayerGrade(firm: Firm, draw: Draw): string {
  const seen = traceOf(firm.order, 0.6, draw);
  if (firm.ageYears < 1.5) return 'M';
  return seen > 1.1 ? 'A' : seen > -0.9 ? 'B' : seen > -1.9 ? 'C' : 'D';
}

/** Nothing for most, a heavy tail for the rest. */
function arrears(firm: Firm, draw: Draw): number {
  const owes = traceOf(firm.order, 0.5, draw) < -1.25;
  const amount = roundTo(Math.min(draw.pareto(2000, 1.1), 0.2 * firm.revenue), 0.01);
  return owes ? amount : 0;
}
