/**
 * A firm of the made-up economy: hidden traits, and whether it defaults. Institutions see only noisy traces of these
 * traits, each of other ones, which is why a joint model knows more than the bank.
 */
import { creditCode } from './credit-code.ts';
import { Draw, sigmoid, type Weighted } from './draw.ts';

/** Names, share of firms, effect on the logit of default, share of firms that ship goods through the platform. */
const INDUSTRIES = [
  ['manufacturing', 0.24, 0.0, 0.9],
  ['wholesale', 0.17, 0.15, 0.92],
  ['retail', 0.14, 0.2, 0.88],
  ['construction', 0.1, 0.45, 0.7],
  ['transport', 0.08, 0.1, 0.95],
  ['catering', 0.07, 0.5, 0.62],
  ['business services', 0.08, -0.2, 0.55],
  ['software', 0.05, -0.35, 0.5],
  ['agriculture', 0.04, 0.05, 0.75],
  ['health and education', 0.03, -0.4, 0.45],
] as const;
export type Industry = (typeof INDUSTRIES)[number][0];

const REGIONS = [
  ['east coast', 0.3, -0.2],
  ['river delta', 0.22, -0.25],
  ['capital area', 0.14, -0.1],
  ['central plain', 0.14, 0.1],
  ['south-west', 0.1, 0.2],
  ['north-east', 0.06, 0.4],
  ['north-west', 0.04, 0.3],
] as const;
export type Region = (typeof REGIONS)[number][0];

const REGISTRATIONS: Weighted<Registration> = [
  ['limited company', 0.62],
  ['individual business', 0.24],
  ['partnership', 0.06],
  ['joint-stock company', 0.05],
  ['cooperative', 0.03],
];
export type Registration =
  'limited company' | 'individual business' | 'partnership' | 'joint-stock company' | 'cooperative';

export interface Firm {
  readonly code: string;
  readonly industry: Industry;
  readonly region: Region;
  readonly registration: Registration;
  /** Standard normal, higher is larger. */
  readonly size: number;
  readonly ageYears: number;
  /** Yearly revenue in yuan. */
  readonly revenue: number;
  /** Standard normal, higher is worse: how strained its debts are. The bank sees traces of it. */
  readonly strain: number;
  /** Standard normal, higher is better: how orderly its books and taxes are. The tax bureau sees traces of it. */
  readonly order: number;
  /** Standard normal, higher is better: how lively its trade is. The logistics platform sees traces of it. */
  readonly trade: number;
  readonly defaulted: boolean;
  /** Whether each institution knows the firm. */
  readonly at: { readonly bank: boolean; readonly tax: boolean; readonly logistics: boolean };
}

/** Share of a trait that is the firm's general health, which all institutions see a little of. */
const COMMON = 0.45;
const OWN = Math.sqrt(1 - COMMON ** 2);

/** Sets the share of defaults to about a tenth. */
const INTERCEPT = -3.15;

/** @param seed in [0, 2^20). @param index in [0, 2^28). */
export function makeFirm(seed: number, index: number): Firm {
  const draw = Draw.of(seed, index, 'firm');
  const [industry, , industryRisk, ships] = draw.pick(INDUSTRIES.map((row) => [row, row[1]] as const));
  const [region, , regionRisk] = draw.pick(REGIONS.map((row) => [row, row[1]] as const));
  const registration = draw.pick(REGISTRATIONS);
  const health = draw.normal();
  const strain = -COMMON * health + OWN * draw.normal();
  const order = COMMON * health + OWN * draw.normal();
  const trade = COMMON * health + OWN * draw.normal();
  const size = 0.25 * health + 0.97 * draw.normal() - (registration === 'individual business' ? 0.6 : 0);
  const ageYears = Math.min(40, draw.logNormal(1.8, 0.7));
  const revenue = draw.logNormal(14.6 + 1.1 * size, 0.35);
  const logit =
    INTERCEPT +
    0.85 * strain -
    0.66 * order -
    0.74 * trade -
    0.15 * size -
    0.2 * Math.log(ageYears / 6) +
    // Strained firms fail mostly when trade falls as well.
    0.15 * Math.max(0, strain) * Math.max(0, -trade) +
    industryRisk +
    regionRisk;
  return {
    code: creditCode(index, registration === 'individual business'),
    industry,
    region,
    registration,
    size,
    ageYears,
    revenue,
    strain,
    order,
    trade,
    defaulted: draw.chance(sigmoid(logit)),
    at: { bank: draw.chance(0.88), tax: draw.chance(0.95), logistics: draw.chance(ships) },
  };
}
