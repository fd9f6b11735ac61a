/** What a party lets others learn (docs/threat-model.md). One knob each; a job may ask for less than was signed, never more. */
import { z } from 'zod';

const contributionsSchema = z.enum(['sum', 'party', 'dimension', 'feature']);
const offSchema = z.literal('off');

/** The knobs without defaults: what a manifest holds, so that what is signed says everything. */
const knobs = {
  shareWoe: z
    .boolean()
    .describe('The label party returns the WoE of merged bins to their owner, who needs it to transform.'),
  minRowsPerBin: z.int().min(1).describe('Smaller bins of a column merge before anything is sent; training rows.'),
  minShare: z
    .number()
    .min(0)
    .max(0.5)
    .describe('Smallest share of the training rows in a bin whose WoE goes back to its owner.'),
  allowRawColumns: z.boolean().describe('Linear models on unbinned columns.'),
  maxLeverage: z.number().gt(0).max(1).describe('Columns whose joint design isolates rows beyond this are refused.'),
  shareContributions: contributionsSchema.describe("What a score's explanation shows the label party."),
  shareIv: z.boolean().describe('A feature party sees the IV of its own features.'),
  minIntersection: z.int().min(1).describe('Fewer common rows end the run with nothing else revealed.'),
  minRowsPerNodeBin: z
    .int()
    .min(1)
    .describe('Bins of a tree node and of its sibling merge until they hold this many rows.'),
  maxTreeEquations: z
    .union([offSchema, z.int().min(1)])
    .describe('A feature party ends a job that asks for more sums of its columns over tree nodes than this.'),
  histNoise: z.union([offSchema, z.number().gt(0)]).describe('Standard deviation of the noise on tree histograms.'),
  discloseRowGradients: z.boolean().describe('Split networks, which return one gradient a row.'),
  serveQuota: z.int().min(0).describe('Scores a day that may be asked for.'),
  allowExport: z
    .boolean()
    .describe('Owners hand the thresholds of a finished forest to the label party, which may export the whole model.'),
} as const;

/** Every knob, none optional and none unknown. */
export const manifestPolicySchema = z.strictObject(knobs);

export type Policy = z.infer<typeof manifestPolicySchema>;
export type PolicyKnob = keyof Policy;

export const defaultPolicy: Readonly<Policy> = Object.freeze({
  shareWoe: true,
  minRowsPerBin: 50,
  minShare: 0.05,
  allowRawColumns: false,
  maxLeverage: 0.2,
  shareContributions: 'sum',
  shareIv: true,
  minIntersection: 100,
  minRowsPerNodeBin: 20,
  maxTreeEquations: 'off',
  histNoise: 'off',
  discloseRowGradients: false,
  serveQuota: 0,
  allowExport: false,
});

/** The same as a person writes it: knobs left out take their default. */
export const policySchema = z.strictObject({
  shareWoe: knobs.shareWoe.default(defaultPolicy.shareWoe),
  minRowsPerBin: knobs.minRowsPerBin.default(defaultPolicy.minRowsPerBin),
  minShare: knobs.minShare.default(defaultPolicy.minShare),
  allowRawColumns: knobs.allowRawColumns.default(defaultPolicy.allowRawColumns),
  maxLeverage: knobs.maxLeverage.default(defaultPolicy.maxLeverage),
  shareContributions: knobs.shareContributions.default(defaultPolicy.shareContributions),
  shareIv: knobs.shareIv.default(defaultPolicy.shareIv),
  minIntersection: knobs.minIntersection.default(defaultPolicy.minIntersection),
  minRowsPerNodeBin: knobs.minRowsPerNodeBin.default(defaultPolicy.minRowsPerNodeBin),
  maxTreeEquations: knobs.maxTreeEquations.default(defaultPolicy.maxTreeEquations),
  histNoise: knobs.histNoise.default(defaultPolicy.histNoise),
  discloseRowGradients: knobs.discloseRowGradients.default(defaultPolicy.discloseRowGradients),
  serveQuota: knobs.serveQuota.default(defaultPolicy.serveQuota),
  allowExport: knobs.allowExport.default(defaultPolicy.allowExport),
});

/** How much a knob's value discloses: a job may ask for any value that discloses no more than the signed one. */
type Disclosure<K extends PolicyKnob> = (value: Policy[K]) => number;

const yes = (value: boolean): number => Number(value);
const more = (value: number): number => value;
const fewer = (value: number): number => -value;

const disclosure: { readonly [K in PolicyKnob]: Disclosure<K> } = {
  shareWoe: yes,
  minRowsPerBin: fewer,
  minShare: fewer,
  allowRawColumns: yes,
  maxLeverage: more,
  shareContributions: (value) => contributionsSchema.options.indexOf(value),
  shareIv: yes,
  minIntersection: fewer,
  minRowsPerNodeBin: fewer,
  maxTreeEquations: (value) => (value === 'off' ? Infinity : value),
  histNoise: (value) => (value === 'off' ? 0 : -value),
  discloseRowGradients: yes,
  serveQuota: more,
  allowExport: yes,
};

function exceeds<K extends PolicyKnob>(knob: K, signed: Policy, asked: Policy): boolean {
  return disclosure[knob](asked[knob]) > disclosure[knob](signed[knob]);
}

/** Knobs in which `asked` discloses more than `signed`; none means that it may run. */
export function policyExcess(signed: Policy, asked: Policy): readonly PolicyKnob[] {
  return manifestPolicySchema.keyof().options.filter((knob) => exceeds(knob, signed, asked));
}
