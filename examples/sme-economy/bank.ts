/** What the bank has on its borrowers: the loan, the account, the repayment record, and who defaulted. */
import { type Columns, sometimesMissing, traceOf } from './columns.ts';
import { clamp, type Draw, roundTo, sigmoid } from './draw.ts';
import type { Firm } from './firm.ts';

const FIRST_DAY = Date.UTC(2022, 0, 1);
const DAY_MS = 86_400_000;

export const bankColumns: Columns = {
  credit_code: (firm) => firm.code,
  approved_on: (_, draw) => new Date(FIRST_DAY + Math.floor(draw.uniform() * 730) * DAY_MS).toISOString().slice(0, 10),
  loan_amount: (firm, draw) => roundTo(clamp(draw.logNormal(12.4 + 0.8 * firm.size, 0.5), 10_000, 30_000_000), 1000),
  term_months: (_, draw) =>
    draw.pick([
      [6, 0.14],
      [12, 0.46],
      [18, 0.08],
      [24, 0.17],
      [36, 0.15],
    ]),
  interest_rate: (firm, draw) => roundTo(clamp(5.2 + 0.9 * traceOf(firm.strain, 0.3, draw), 3.45, 15.4), 0.05),
  collateral: (firm, draw) => collateral(firm, draw),
  debt_to_assets: (firm, draw) =>
    sometimesMissing(0.06, draw, roundTo(clamp(0.52 + 0.17 * traceOf(firm.strain, 0.5, draw), 0.02, 1.6), 0.001)),
  credit_line_usage: (firm, draw) =>
    // Firms without a credit line have no usage.
    sometimesMissing(0.14, draw, roundTo(sigmoid(0.2 + 1.1 * traceOf(firm.strain, 0.5, draw)), 0.001)),
  average_deposit_6m: (firm, draw) => roundTo(draw.logNormal(10.8 + 0.9 * firm.size - 0.3 * firm.strain, 1.1), 0.01),
  deposit_volatility_6m: (firm, draw) => roundTo(draw.logNormal(-0.9 + 0.12 * firm.strain, 0.5), 0.001),
  account_age_months: (firm, draw) => Math.floor(Math.min(firm.ageYears * 12, draw.logNormal(3.5, 0.8))),
  late_payments_24m: (firm, draw) => draw.poisson(draw.logNormal(-1.1 + 0.6 * firm.strain, 0.5)),
  enquiries_6m: (firm, draw) => draw.poisson(draw.logNormal(0.3 + 0.22 * firm.strain, 0.5)),
  guarantees_given: (firm, draw) =>
    draw.chance(0.12 + 0.05 * sigmoid(firm.strain)) ? roundTo(draw.pareto(50_000, 1.3), 1000) : 0,
  defaulted: (firm) => (firm.defaulted ? 1 : 0),
};

function collateral(firm: Firm, draw: Draw): string {
  return draw.pick(
    [
      ['mortgage', 0.34 + 0.06 * firm.size],
      ['guarantee', 0.32],
      ['unsecured', Math.max(0.02, 0.24 - 0.05 * firm.size)],
      ['receivables', 0.07],
      ['pledge', 0.03],
    ].map(([kind, weight]) => [kind as string, Math.max(0.01, weight as number)] as const),
  );
}
