/**
 * The project manifest: everything the parties agree to, and the only thing a node takes orders from. It is signed as
 * canonical JSON, so it has no optional spelling: unknown keys are refused and no value has a default.
 */
import { z } from 'zod';
import { dialAddressSchema } from '../identity/address.ts';
import { fingerprintSchema, nodeIdSchema } from '../identity/ids.ts';
import { manifestPolicySchema } from './policy.ts';

/** Names and sentences from other parties end up on terminals and pages: no control or direction-changing characters. */
const text = (max: number): z.ZodString =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Co}]+$/u, 'control and invisible characters are not allowed');

const nodeReferenceSchema = z.strictObject({ id: nodeIdSchema, fingerprint: fingerprintSchema });
/** Where it is reached without the coordinator between; two participants that both name one are connected directly. */
const directAddressSchema = dialAddressSchema.optional();
const columnSchema = z.strictObject({ name: text(200), type: z.enum(['number', 'category']) });

export const datasetSchema = z.strictObject({
  name: text(100),
  /** Two significant digits: the exact count stays home. */
  rowsRounded: z.int().min(0),
  /** Columns that jobs may use; neither id nor label. */
  columns: z.array(columnSchema).max(10_000),
  /** Name of the id column. */
  id: text(200),
  /** Name of the label column; only at the label party. */
  label: text(200).optional(),
  /** Name of the column that jobs may divide train from test by; only at the label party. It is no feature by that. */
  split: text(200).optional(),
});

export const manifestPartySchema = z.strictObject({
  id: nodeIdSchema,
  role: z.enum(['label', 'feature']),
  fingerprint: fingerprintSchema,
  certificatePem: z.string().max(8192),
  dataset: datasetSchema,
  address: directAddressSchema,
});

const shape = z.strictObject({
  version: z.literal(1),
  project: text(200),
  profile: z.enum(['aided', 'blind']),
  /** Deals randomness in `aided`; absent means the coordinator does. */
  helper: nodeReferenceSchema.extend({ address: directAddressSchema }).optional(),
  coordinator: nodeReferenceSchema,
  parties: z.array(manifestPartySchema).min(2).max(8),
  models: z.array(text(50)).min(1).max(50),
  join: z.enum(['inner', 'left']),
  policy: manifestPolicySchema,
  purpose: text(2000),
  expires: z.iso.datetime({ offset: true }),
  runs: z.int().min(1),
});

type Shape = z.infer<typeof shape>;

function duplicates(values: readonly string[]): boolean {
  return new Set(values).size < values.length;
}

/** What is wrong between the fields, as [path, message]. */
function* contradictions(manifest: Shape): Generator<readonly [path: (string | number)[], message: string]> {
  const { parties, helper, coordinator, profile } = manifest;
  if (parties.filter((party) => party.role === 'label').length !== 1)
    yield [['parties'], 'exactly one label party is needed'];
  if (duplicates(manifest.models)) yield [['models'], 'a model kind is named twice'];
  if (profile === 'blind' && helper !== undefined) yield [['helper'], 'the blind profile has no helper'];
  // A helper or coordinator that is also a data party would see what the dealt randomness hides.
  const others = helper === undefined || helper.id === coordinator.id ? [coordinator] : [coordinator, helper];
  const everyone = [...others, ...parties];
  if (duplicates(everyone.map((node) => node.id))) yield [['parties'], 'two participants have the same name'];
  if (duplicates(everyone.map((node) => node.fingerprint))) yield [['parties'], 'two participants have the same key'];
  if (helper?.id === coordinator.id && helper.fingerprint !== coordinator.fingerprint) {
    yield [['helper', 'fingerprint'], 'the helper has the coordinator’s name and another key'];
  }
  if (helper?.id === coordinator.id && helper.address !== undefined)
    yield [['helper', 'address'], 'the coordinator is reached at its own address'];
  if (duplicates([...parties, helper].flatMap((node) => node?.address ?? [])))
    yield [['parties'], 'two participants have the same address'];
  for (const [i, { role, dataset }] of parties.entries()) {
    const at = (...rest: string[]): (string | number)[] => ['parties', i, 'dataset', ...rest];
    if (role === 'feature' && dataset.split !== undefined)
      yield [at('split'), 'only the label party names a column to split by'];
    if ((role === 'label') !== (dataset.label !== undefined))
      yield [at('label'), 'the label party, and only it, names a label'];
    const names = [
      dataset.id,
      ...(dataset.label === undefined ? [] : [dataset.label]),
      ...dataset.columns.map((c) => c.name),
    ];
    if (duplicates(names)) yield [at('columns'), 'a column is named twice, or is also the id or label'];
  }
}

export const manifestSchema = shape.superRefine((manifest, context) => {
  for (const [path, message] of contradictions(manifest)) context.addIssue({ code: 'custom', path, message });
});

export type Manifest = Shape;
export type ManifestParty = z.infer<typeof manifestPartySchema>;
export type ManifestDataset = z.infer<typeof datasetSchema>;
export type NodeReference = z.infer<typeof nodeReferenceSchema>;
export type Profile = Manifest['profile'];
export type Join = Manifest['join'];

/** Who deals randomness: the named helper, else the coordinator; nobody in `blind`. */
export function helperOf(manifest: Manifest): NodeReference | undefined {
  return manifest.profile === 'aided' ? (manifest.helper ?? manifest.coordinator) : undefined;
}

export function partyOf(manifest: Manifest, id: string): ManifestParty | undefined {
  return manifest.parties.find((party) => party.id === id);
}

/** A participant whose address all have signed. */
export interface Reachable extends NodeReference {
  readonly address: string;
}

/** The data parties and the helper that name an address: every two of them are connected directly. In the manifest's order. */
export function reachable({ parties, helper }: Manifest): readonly Reachable[] {
  return [...parties, ...(helper === undefined ? [] : [helper])].flatMap(({ id, fingerprint, address }) =>
    address === undefined ? [] : [{ id, fingerprint, address }],
  );
}

/** The two addresses of a direct connection, where both ends name one; else the two are connected through the coordinator. */
export interface DirectAddressPair {
  readonly own: string;
  readonly peer: string;
}

export function directPair(manifest: Manifest, self: string, peer: string): DirectAddressPair | undefined {
  const named = reachable(manifest);
  const [own, other] = [self, peer].map((id) => named.find((node) => node.id === id)?.address);
  return own === undefined || other === undefined || self === peer ? undefined : { own, peer: other };
}

/** Those that `self` is connected with directly. */
export function directPeers(manifest: Manifest, self: string): readonly Reachable[] {
  return reachable(manifest).filter(({ id }) => directPair(manifest, self, id) !== undefined);
}

/** Every two that are connected directly, once, in the manifest's order. */
export function directPairs(manifest: Manifest): readonly (readonly [string, string])[] {
  const ids = reachable(manifest).map(({ id }) => id);
  return ids.flatMap((a, i) => ids.slice(i + 1).map((b) => [a, b] as const));
}
