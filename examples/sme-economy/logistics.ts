/** What the logistics platform has on its shippers: volumes, trend, punctuality, disputes. */
import { type Columns, sometimesMissing, traceOf } from './columns.ts';
import { clamp, type Draw, roundTo } from './draw.ts';
import type { Firm } from './firm.ts';

export const logisticsColumns: Columns = {
  credit_code: (firm) => firm.code,
  tenure_months: (firm, draw) => Math.floor(Math.min(firm.ageYears * 12, draw.logNormal(3.1, 0.7))),
  main_route: (firm, draw) => mainRoute(firm, draw),
  shipments_6m: (firm, draw) => Math.round(draw.logNormal(3.9 + 0.7 * firm.size + 0.3 * firm.trade, 0.8)),
  shipment_trend: (firm, draw) =>
    // Last three months against the three before; too few shipments have no trend.
    sometimesMissing(0.07, draw, roundTo(clamp(Math.exp(0.3 * traceOf(firm.trade, 0.55, draw)), 0.05, 6), 0.001)),
  freight_spend_6m: (firm, draw) => roundTo(draw.logNormal(9.1 + 0.9 * firm.size + 0.2 * firm.trade, 0.9), 0.01),
  consignees_6m: (firm, draw) => 1 + draw.poisson(draw.logNormal(1.6 + 0.4 * firm.size + 0.2 * firm.trade, 0.4)),
  longest_gap_days: (firm, draw) =>
    Math.round(clamp(draw.logNormal(2.4 - 0.3 * firm.trade - 0.3 * firm.size, 0.6), 1, 180)),
  on_time_pickup_share: (firm, draw) =>
    sometimesMissing(0.05, draw, roundTo(clamp(0.93 + 0.05 * traceOf(firm.trade, 0.35, draw), 0.3, 1), 0.001)),
  return_share: (firm, draw) => roundTo(clamp(draw.logNormal(-3.4 - 0.25 * firm.trade, 0.8), 0, 0.7), 0.0001),
  days_to_pay_freight: (firm, draw) =>
    sometimesMissing(0.1, draw, Math.round(clamp(draw.logNormal(3.0 - 0.25 * firm.trade, 0.5), 0, 240))),
  disputes_6m: (firm, draw) => draw.poisson(draw.logNormal(-1.6 - 0.3 * firm.trade, 0.6)),
  cold_chain: (firm, draw) =>
    draw.chance(firm.industry === 'catering' || firm.industry === 'agriculture' ? 0.4 : 0.04) ? 'yes' : 'no',
};

function mainRoute(firm: Firm, draw: Draw): string {
  return draw.pick([
    ['same city', firm.industry === 'catering' || firm.industry === 'retail' ? 0.5 : 0.22],
    ['same province', 0.33],
    ['other province', 0.36],
    ['abroad', firm.industry === 'manufacturing' ? 0.12 : 0.03],
  ]);
}
