/** The joint model's report: what `report.json` holds, and what the HTML page and the workbook are drawn from. */

export interface Metrics {
  readonly auc: number;
  readonly gini: number;
  readonly ks: number;
  readonly prAuc: number;
  readonly brier: number;
  readonly rows: number;
  readonly bads: number;
}

export interface CurvePoint {
  readonly x: number;
  readonly y: number;
}

export interface GainsRow {
  readonly decile: number;
  readonly minScore: number;
  readonly maxScore: number;
  readonly rows: number;
  readonly goods: number;
  readonly bads: number;
  readonly badRate: number;
  readonly cumulativeBadShare: number;
  readonly cumulativeGoodShare: number;
  readonly cumulativeRows: number;
  readonly cumulativeBadRate: number;
  readonly ks: number;
  readonly lift: number;
}

export interface CalibrationBin {
  readonly predicted: number;
  readonly observed: number;
  readonly rows: number;
}

export interface Evaluation {
  readonly metrics: Metrics;
  /** x = false positive rate, y = true positive rate; at most 400 points. */
  readonly roc: readonly CurvePoint[];
  /** Cumulative share of goods and bads by score. */
  readonly ksCurve: readonly { readonly score: number; readonly goods: number; readonly bads: number }[];
  /** Decile 1 = riskiest (lowest score). */
  readonly gains: readonly GainsRow[];
  readonly calibration: readonly CalibrationBin[];
  readonly hosmerLemeshow: { readonly chi2: number; readonly df: number; readonly p: number };
  /** Rows whose score falls in each of equal-width bands. */
  readonly scoreDistribution: readonly {
    readonly from: number;
    readonly to: number;
    readonly goods: number;
    readonly bads: number;
  }[];
}

export interface ReportBin {
  /** `[1.5, 3)`, `missing`, `A | B`, `other`; for another party's column only a number, e.g. `bin 3`. */
  readonly label: string;
  readonly rows: number;
  readonly bads: number;
  readonly badRate: number;
  readonly share: number;
  readonly woe: number;
  readonly iv: number;
  /** Rounded scorecard points, where policy lets the label party see them. */
  readonly points?: number;
}

export interface ReportFeature {
  readonly party: string;
  /** The name its owner published. */
  readonly name: string;
  readonly iv: number;
  readonly selected: boolean;
  /** Why it was dropped, when it was. */
  readonly dropped?: 'iv' | 'missing' | 'one-value' | 'correlation' | 'vif' | 'sign' | 'constant';
  readonly bins: readonly ReportBin[];
}

export interface ReportStage {
  readonly name: string;
  readonly seconds: number;
  /** What all parties sent, and the helper sent them; other parties' parts to two digits. */
  readonly bytes?: number;
  /** The attempt that finished it; seconds and bytes count those before it too, as far as their work was gone on with. */
  readonly attempt?: number;
}

export interface ReportLink {
  readonly from: string;
  readonly to: string;
  readonly bytes: number;
  readonly messages: number;
  /** The two are connected without the coordinator between them. */
  readonly direct?: true;
}

/** One line of the leak table. `what` is a key of the shared leak catalogue; texts in both languages come with it. */
export interface Learned {
  readonly party: string;
  readonly stage: string;
  readonly what: string;
  readonly en: string;
  readonly zh: string;
}

/** One column of a forest, by the name its owner published. */
export interface ForestImportance {
  readonly party: string;
  readonly feature: string;
  /** Sum of the gains of its splits, over all trees of the model. */
  readonly gain: number;
  readonly splits: number;
}

/** Mean loss after a tree: log loss, or half the squared error where the objective is `squared`. */
export interface ForestCurvePoint {
  /** Of the forest: 1 is its first tree. */
  readonly tree: number;
  /** Over the rows that trees are grown on. */
  readonly trainLoss: number;
  /** Over the training rows held out to decide when to stop; with `earlyStopping` only. */
  readonly heldOutLoss?: number;
  /** Over the test rows, which decide nothing. */
  readonly testLoss?: number;
}

/** How the model's raw score depends on one of the label party's own columns, the others as they are. */
export interface PartialDependence {
  readonly feature: string;
  /** In the order of the bins, the one of missing values last; without those that hold no training row. */
  readonly bins: readonly { readonly label: string; readonly rows: number; readonly raw: number }[];
}

export interface ForestSection {
  /** `binary`: raw scores are log odds of being bad; `squared`: linear probabilities. */
  readonly objective: 'binary' | 'squared';
  /** The forest that this one goes on from (warm start): its trees are the first ones. */
  readonly earlier?: { readonly model: string; readonly trees: number };
  /** Trees in the model. */
  readonly trees: number;
  /** Trees grown by this job: with those of `earlier` more than `trees` when those after the best were cut off. */
  readonly grown: number;
  readonly stoppedEarly: boolean;
  /** Of all trees in the model. */
  readonly leaves: number;
  /** Raw score before the first tree. */
  readonly baseRaw: number;
  /** Every offered column, those without a split too; highest gain first. */
  readonly importance: readonly ForestImportance[];
  /** One point a grown tree. */
  readonly curve: readonly ForestCurvePoint[];
  readonly partialDependence: readonly PartialDependence[];
  /** Whether the owners handed their thresholds over, so that the whole model can be exported. */
  readonly exportable: boolean;
}

/** What the reports of all kinds of models have. */
export interface ReportBase {
  readonly version: 1;
  readonly name: string;
  readonly job: string;
  readonly createdAt: string;
  readonly coscoreVersion: string;
  /** As observed in the protocols' own transcripts. */
  readonly profile: 'aided' | 'blind';
  readonly helper?: string;
  readonly labelParty: string;
  readonly rowsAligned: number;
  readonly parties: Readonly<
    Record<
      string,
      {
        readonly role: 'label' | 'feature';
        readonly rows: number;
        readonly features: number;
        readonly selected: number;
      }
    >
  >;
  readonly metrics: { readonly train: Metrics; readonly test?: Metrics };
  readonly evaluation: { readonly train: Evaluation; readonly test?: Evaluation };
  readonly labelPartyAlone: { readonly train: Metrics; readonly test?: Metrics };
  /** ROC of the label party alone, to lay under the joint one; at most 400 points each. */
  readonly labelPartyAloneRoc?: { readonly train: readonly CurvePoint[]; readonly test?: readonly CurvePoint[] };
  readonly scaling: {
    readonly baseScore: number;
    readonly baseOdds: number;
    readonly pdo: number;
    /** Points; 0 for a forest, whose scores are rounded once and not column by column. */
    readonly largestRoundingError: number;
  };
  /** Population stability of the score, test against train. */
  readonly scorePsi?: { readonly psi: number; readonly threshold: number };
  /** Sessions it took, the one that finished the job included; absent in reports of versions that had but one. */
  readonly attempts?: number;
  readonly stages: readonly ReportStage[];
  readonly links: readonly ReportLink[];
  readonly learned: readonly Learned[];
  readonly recipe: unknown;
  readonly model: { readonly id: string; readonly digest: string };
  readonly warnings: readonly { readonly en: string; readonly zh: string }[];
}

/** Of a scorecard or a logistic regression. */
export interface Report extends ReportBase {
  readonly kind?: 'linear';
  readonly features: readonly ReportFeature[];
  /** Correlations over the selected columns, in `names` order; [names x names] row-major. */
  readonly correlation?: { readonly names: readonly string[]; readonly values: readonly number[] };
  /** Our own coefficients by feature; of the others only what policy allows. */
  readonly coefficients: Readonly<
    Record<
      string,
      readonly { readonly name: string; readonly value: number; readonly standardError?: number; readonly p?: number }[]
    >
  >;
  readonly intercept: number;
  readonly platt: { readonly slope: number; readonly intercept: number };
  readonly training: { readonly iterations: number; readonly gradientNorm: number; readonly converged: boolean };
}

/** Of boosted trees. */
export interface ForestReport extends ReportBase {
  readonly kind: 'forest';
  readonly forest: ForestSection;
}

/** What `report.json` of a trained model holds. */
export type AnyReport = Report | ForestReport;
