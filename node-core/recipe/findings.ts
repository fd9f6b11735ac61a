/** zod's issues in the words of someone who wrote the YAML by hand: which field, what is wrong, what was meant. */
import type { z } from 'zod';
import { policySchema } from '../manifest/policy.ts';
import { featuresSchema, selectSchema } from './features-schema.ts';
import { earlyStoppingSchema, gbdtSchema, gossSchema } from './gbdt-schema.ts';
import * as schema from './schema.ts';
import { nearest } from './suggest.ts';

export interface Finding {
  readonly path: readonly PropertyKey[];
  /** Set when the key itself is wrong, not its value. */
  readonly key?: string;
  readonly message: string;
}

type Issue = z.core.$ZodIssue;

/** Keys by kind of model, for those that are written by hand and have keys. */
const modelKeys: Readonly<Record<string, readonly string[]>> = {
  scorecard: Object.keys(schema.scorecardSchema.shape),
  logistic: Object.keys(schema.logisticSchema.shape),
  gbdt: Object.keys(gbdtSchema.shape),
};

/** Known keys by place; `*` stands for a party's name. */
const knownKeys: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(schema.recipeKeys.shape),
  'parties.*': Object.keys(schema.labelPartySchema.shape),
  features: Object.keys(featuresSchema.shape),
  'features.select': Object.keys(selectSchema.shape),
  model: [...new Set(Object.values(modelKeys).flat())],
  'model.goss': Object.keys(gossSchema.shape),
  'model.earlyStopping': Object.keys(earlyStoppingSchema.shape),
  policy: Object.keys(policySchema.shape),
  split: [...Object.keys(schema.columnSplitSchema.shape), ...Object.keys(schema.randomSplitSchema.shape)],
};

/** Values of the keys that tell variants apart. */
const options: Readonly<Record<string, readonly string[]>> = {
  role: ['label', 'feature'],
  kind: ['scorecard', 'logistic', 'gbdt'],
};

const placeOf = (path: readonly PropertyKey[]): string =>
  path.map((part, i) => (i === 1 && path[0] === 'parties' ? '*' : String(part))).join('.');

/** What an unknown key was meant to be: a near word in the same place, or the same word in its right place. */
function hint(key: string, path: readonly PropertyKey[], value: unknown): string {
  const place = placeOf(path);
  const here = knownKeys[place] ?? [];
  if (place === 'parties.*' && key === 'label') return 'only the party with role: label has a label column';
  if (place === 'model' && here.includes(key)) {
    const kinds = Object.keys(modelKeys).filter((kind) => modelKeys[kind]!.includes(key));
    return `${key} belongs to kind: ${kinds.join(' or ')}`;
  }
  if (place === 'split' && here.includes(key)) {
    const byColumn = typeof value === 'object' && value !== null && 'column' in value;
    return byColumn ? 'a split by column has only column and train' : 'train belongs to a split by column';
  }
  const near = nearest(key, here);
  if (near !== undefined) return `did you mean ${near}?`;
  const elsewhere = Object.entries(knownKeys).find(([, keys]) => keys.includes(key));
  if (elsewhere !== undefined)
    return elsewhere[0] === '' ? `${key} belongs at the top level` : `${key} belongs under ${elsewhere[0]}`;
  return here.length === 0 ? '' : `known keys: ${here.join(', ')}`;
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
};

function kindOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return typeNames[typeof value] ?? typeof value;
}

function oneOf(values: readonly unknown[], value: unknown): string {
  const options = values.map(String);
  const list = options.length === 1 ? `must be ${options[0]}` : `must be one of ${options.join(', ')}`;
  const near = typeof value === 'string' ? nearest(value, options) : undefined;
  return near === undefined ? list : `${list}; did you mean ${near}?`;
}

function wrongType(expected: string, value: unknown): string {
  if (value === undefined) return 'is missing';
  const wanted = typeNames[expected] ?? expected;
  if (expected === 'string' && typeof value === 'number') return 'must be text: put it in quotes';
  return `must be ${wanted}, not ${kindOf(value)}`;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value: unknown = input;
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value;
}

/** @param input the value that was checked, before defaults */
export function explain(issues: readonly Issue[], input: unknown): Finding[] {
  const split = valueAt(input, ['split']);
  if (typeof split !== 'object' || split === null || !issues.some((issue) => issue.path[0] === 'split')) {
    return findingsOf(issues, input);
  }
  // A union complains about every variant. The writer meant the one whose own key is there, so only that one is explained.
  const meant = 'column' in split || 'train' in split ? schema.columnSplitSchema : schema.randomSplitSchema;
  const others = issues.filter((issue) => issue.path[0] !== 'split');
  return [...findingsOf(others, input), ...findingsOf(meant.safeParse(split).error?.issues ?? [], input, ['split'])];
}

function findingsOf(issues: readonly Issue[], input: unknown, base: readonly PropertyKey[] = []): Finding[] {
  return issues.flatMap((issue) => findingsOfIssue(issue, input, [...base, ...issue.path]));
}

function findingsOfIssue(issue: Issue, input: unknown, path: readonly PropertyKey[]): Finding[] {
  const value = valueAt(input, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const help = hint(key, path, value);
        return { path, key, message: help === '' ? `unknown key ${key}` : `unknown key ${key}: ${help}` };
      });
    case 'invalid_union':
      return [{ path, message: unionMessage(issue, value) }];
    case 'invalid_key':
      return [
        { path: path.slice(0, -1), key: String(path.at(-1)), message: issue.issues[0]?.message ?? issue.message },
      ];
    case 'invalid_type':
      return [{ path, message: wrongType(issue.expected, value) }];
    case 'invalid_value':
      return [
        {
          path,
          message: value === undefined ? `is missing: ${oneOf(issue.values, value)}` : oneOf(issue.values, value),
        },
      ];
    case 'too_small':
      return [{ path, message: tooSmall(issue) }];
    case 'too_big':
      return [{ path, message: `must be ${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}` }];
    case 'invalid_format':
    case 'invalid_element':
    case 'not_multiple_of':
    case 'custom':
      return [{ path, message: issue.message }];
    default:
      return [{ path, message: (issue as Issue).message }];
  }
}

function tooSmall(issue: z.core.$ZodIssueTooSmall): string {
  if (issue.origin === 'array') return 'must not be an empty list';
  if (issue.origin === 'string') return 'must not be empty';
  return `must be ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`;
}

function unionMessage(issue: z.core.$ZodIssueInvalidUnion, value: unknown): string {
  // The path of a discriminated union's issue ends in the discriminator itself.
  const known = options[issue.discriminator ?? ''];
  if (known === undefined)
    return issue.errors
      .flatMap((branch) => findingsOf(branch, value))
      .map((found) => found.message)
      .join(', or ');
  return value === undefined ? `is missing: ${oneOf(known, value)}` : oneOf(known, value);
}
