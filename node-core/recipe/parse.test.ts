import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { defaultGbdt } from '@coscore/models/gbdt/options.ts';
import { NodeError } from '../errors/node-error.ts';
import { parseRecipe, readRecipe, resolveDataPath } from './parse.ts';
import { featurePartiesOf, labelPartyOf } from './schema.ts';

const full = `name: sme-credit
profile: aided                # or blind
parties:
  bank:     { role: label,   data: bank.csv,     id: loan_id, label: defaulted, drop: [approval_fy] }
  registry: { role: feature, data: registry.csv, id: loan_id, types: { zip3: category, naics_sector: category } }
  platform: { role: feature, data: platform.csv, id: loan_id }
join: inner
split: { test: 0.3, seed: 7, stratify: true }
features: { binning: quantile, bins: 10, minShare: 0.05, merge: monotone, rare: 0.01, select: { iv: 0.02, correlation: 0.7 } }
model: { kind: scorecard, l2: 0.001, iterations: 30, baseScore: 600, baseOdds: 50, pdo: 20 }
policy: { allowRawColumns: false, maxLeverage: 0.2, shareContributions: feature }
`;

const minimal = `name: two
profile: blind
parties:
  bank: { role: label, data: bank.csv, id: id, label: y }
  shop: { role: feature, data: shop.csv, id: id }
`;

const third = '  third: { role: feature, data: third.csv, id: id }\n';

function refusal(text: string): NodeError {
  try {
    parseRecipe(text, 'r.yaml');
  } catch (error) {
    expect(error).toBeInstanceOf(NodeError);
    expect((error as NodeError).code).toBe('recipe-invalid');
    return error as NodeError;
  }
  throw new Error('the recipe was accepted');
}

describe('parseRecipe', () => {
  it('reads every key', () => {
    const recipe = parseRecipe(full, 'r.yaml');
    expect(labelPartyOf(recipe)).toBe('bank');
    expect(featurePartiesOf(recipe)).toEqual(['registry', 'platform']);
    expect(recipe.parties['bank']).toMatchObject({ label: 'defaulted', drop: ['approval_fy'], types: {} });
    expect(recipe.parties['registry']?.types).toEqual({ zip3: 'category', naics_sector: 'category' });
    expect(recipe.split).toEqual({ test: 0.3, seed: 7, stratify: true });
    expect(recipe.features.select).toEqual({ iv: 0.02, correlation: 0.7 });
    expect(recipe.policy).toMatchObject({ shareContributions: 'feature', maxLeverage: 0.2, minRowsPerBin: 50 });
  });

  it('fills in defaults', () => {
    const recipe = parseRecipe(minimal, 'r.yaml');
    expect(recipe).toMatchObject({
      join: 'inner',
      split: { test: 0.3, seed: 1, stratify: true },
      features: { binning: 'quantile', bins: 50, merge: 'monotone', maxBins: 8, minShare: 0.05, rare: 0.01, woe: true },
      model: { kind: 'scorecard', l2: 0.001, iterations: 30, baseScore: 600, baseOdds: 50, pdo: 20 },
      policy: { shareWoe: true, minRowsPerBin: 50, allowRawColumns: false, minIntersection: 100 },
    });
    expect(recipe.features.select).toBeUndefined();
  });

  it('reads a split by column, and one that trains on every row', () => {
    const byColumn = parseRecipe(`${minimal}split: { column: approval_fy, train: "<=1997" }\n`, 'r.yaml');
    expect(byColumn.split).toEqual({ column: 'approval_fy', train: '<=1997' });
    expect(parseRecipe(`${minimal}split: { test: 0 }\n`, 'r.yaml').split).toMatchObject({ test: 0 });
  });

  it('gives the same recipe again from its own output', () => {
    const recipe = parseRecipe(full, 'r.yaml');
    expect(parseRecipe(JSON.stringify(recipe), 'r.json')).toEqual(recipe);
  });

  // [what is wrong, text, field, line, column, words of the message]
  const wrong: readonly (readonly [string, string, string, number, number, RegExp])[] = [
    ['broken YAML', 'name: [a\nprofile: aided\n', '', 2, 1, /./],
    ['a key twice', `${minimal}profile: aided\n`, '', 6, 1, /unique/],
    ['an empty file', '', '', 1, 1, /empty/],
    ['a list', '- a\n', '', 1, 1, /group of keys, not a list/],
    ['an unknown top key', `${minimal}featres: {}\n`, 'featres', 6, 1, /did you mean features\?/],
    ['a key in the wrong place', `${minimal}bins: 10\n`, 'bins', 6, 1, /belongs under features/],
    ['a nested unknown key', `${minimal}features: { mergee: chi }\n`, 'features.mergee', 6, 13, /did you mean merge\?/],
    [
      'an unknown policy knob',
      `${minimal}policy:\n  shareWOE: true\n`,
      'policy.shareWOE',
      7,
      3,
      /did you mean shareWoe\?/,
    ],
    [
      'an unknown party key',
      minimal.replace('id: id, label', 'id: id, lable: y, label'),
      'parties.bank.lable',
      4,
      48,
      /did you mean label\?/,
    ],
    [
      'a label at a feature party',
      minimal.replace('shop.csv, id: id', 'shop.csv, id: id, label: y'),
      'parties.shop.label',
      5,
      50,
      /only the party/,
    ],
    ['a wrong profile', minimal.replace('blind', 'aid'), 'profile', 2, 10, /one of aided, blind/],
    ['a missing profile', minimal.replace('profile: blind\n', ''), 'profile', 1, 1, /is missing/],
    ['a missing name', minimal.replace('name: two\n', ''), 'name', 1, 1, /is missing/],
    ['a name with a slash', minimal.replace('two', '../x'), 'name', 1, 7, /letters, digits/],
    ['a number for a name', minimal.replace('two', '7'), 'name', 1, 7, /quotes/],
    ['missing parties', 'name: a\nprofile: aided\n', 'parties', 1, 1, /is missing/],
    ['no role', minimal.replace('role: label, ', ''), 'parties.bank.role', 4, 3, /is missing/],
    ['a wrong role', minimal.replace('role: label', 'role: lable'), 'parties.bank.role', 4, 17, /did you mean label\?/],
    ['no label column', minimal.replace(', label: y', ''), 'parties.bank.label', 4, 3, /is missing/],
    ['no id', minimal.replace('shop.csv, id: id', 'shop.csv'), 'parties.shop.id', 5, 3, /is missing/],
    [
      'two label parties',
      minimal.replace('role: feature', 'role: label, label: z') + third,
      'parties.shop.role',
      5,
      17,
      /exactly one/,
    ],
    [
      'no label party',
      minimal.replace('role: label, ', 'role: feature, ').replace(', label: y', ''),
      'parties',
      3,
      1,
      /there is none/,
    ],
    ['no feature party', minimal.split('\n').slice(0, 4).join('\n'), 'parties', 3, 1, /at least one/],
    [
      'a party named coordinator',
      minimal.replace('shop:', 'coordinator:'),
      'parties.coordinator',
      5,
      3,
      /never a data party/,
    ],
    ['a party name with a space', minimal.replace('shop:', '"a b":'), 'parties.a b', 5, 3, /letters, digits/],
    [
      'an unknown type',
      minimal.replace('shop.csv,', 'shop.csv, types: { a: int },'),
      'parties.shop.types.a',
      5,
      54,
      /one of number, category/,
    ],
    [
      'the id as a feature',
      minimal.replace('shop.csv,', 'shop.csv, columns: [a, id],'),
      'parties.shop.columns.1',
      5,
      55,
      /id column/,
    ],
    ['the label as the id', minimal.replace('label: y', 'label: id'), 'parties.bank.label', 4, 55, /already the id/],
    ['a split above its range', `${minimal}split: { test: 1.5 }\n`, 'split.test', 6, 16, /at most 0.9/],
    [
      'a split rule without a number',
      `${minimal}split: { column: y, train: "then" }\n`,
      'split.train',
      6,
      28,
      /comparison/,
    ],
    ['a split by column without its rule', `${minimal}split: { column: y }\n`, 'split.train', 6, 1, /is missing/],
    [
      'two splits at once',
      `${minimal}split: { column: y, train: "<1", test: 0.3 }\n`,
      'split.test',
      6,
      34,
      /only column and train/,
    ],
    ['a fraction of bins', `${minimal}features: { bins: 2.5 }\n`, 'features.bins', 6, 19, /whole number/],
    ['too few bins', `${minimal}features: { bins: 1 }\n`, 'features.bins', 6, 19, /at least 2/],
    ['another binning', `${minimal}features: { binning: tree }\n`, 'features.binning', 6, 22, /must be quantile/],
    [
      'text for a number',
      `${minimal}model: { kind: scorecard, l2: small }\n`,
      'model.l2',
      6,
      31,
      /must be a number, not text/,
    ],
    ['an infinite number', `${minimal}model: { kind: scorecard, l2: .inf }\n`, 'model.l2', 6, 31, /number/],
    ['an unknown model', `${minimal}model: { kind: forest }\n`, 'model.kind', 6, 16, /scorecard, logistic, gbdt/],
    [
      'scaling for a logistic model',
      `${minimal}model: { kind: logistic, pdo: 20 }\n`,
      'model.pdo',
      6,
      26,
      /kind: scorecard/,
    ],
    ['an empty value', `${minimal}model:\n`, 'model', 6, 1, /group of keys, not empty/],
    [
      'a wrong policy value',
      `${minimal}policy: { shareContributions: all }\n`,
      'policy.shareContributions',
      6,
      31,
      /one of sum/,
    ],
    [
      'a wrong value of several kinds',
      `${minimal}policy: { histNoise: loud }\n`,
      'policy.histNoise',
      6,
      22,
      /must be off, or must be a number/,
    ],
    ['an empty split', `${minimal}split: []\n`, 'split', 6, 8, /a group of keys, not a list/],
    ['an unknown anchor', `${minimal}model: *m\n`, '', 1, 1, /m/],
  ];
  it.each(wrong)('refuses %s with its place', (_what, text, field, line, column, words) => {
    const error = refusal(text);
    expect(error.message).toMatch(words);
    expect({ field: error.params['field'], line: error.params['line'], column: error.params['column'] }).toEqual({
      field,
      line,
      column,
    });
    expect(error.message).toContain(`r.yaml:${line}:${column} `);
  });

  it('refuses nine parties', () => {
    const more = Array.from({ length: 8 }, (_, i) => `  f${i}: { role: feature, data: a.csv, id: id }\n`).join('');
    expect(refusal(minimal + more).message).toMatch(/at most 8 parties; there are 10/);
  });

  it('tells several mistakes at once, by line', () => {
    const error = refusal(minimal.replace('blind', 'x').replace(', label: y', '') + 'joint: inner\n');
    expect(error.params['findings']).toBe(3);
    expect(error.message.split('\n').map((line) => line.split(' ')[0])).toEqual([
      'r.yaml:2:10',
      'r.yaml:4:3',
      'r.yaml:6:1',
    ]);
  });

  it('never throws anything but recipe-invalid, whatever the text', () => {
    const lines = full.split('\n');
    const mangled = fc
      .tuple(fc.nat(full.length), fc.string({ maxLength: 6 }), fc.nat(30))
      .map(([at, noise, cut]) => full.slice(0, at) + noise + full.slice(at + cut));
    const shuffled = fc.shuffledSubarray(lines).map((some) => some.join('\n'));
    fc.assert(
      fc.property(fc.oneof(mangled, shuffled, fc.string()), (text) => {
        try {
          parseRecipe(text, 'r.yaml');
        } catch (error) {
          expect(error).toBeInstanceOf(NodeError);
          expect((error as NodeError).code).toBe('recipe-invalid');
          const line = Number((error as NodeError).params['line']);
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(text.split('\n').length + 1);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a recipe of kind gbdt', () => {
  const trees = (model: string, rest = ''): string => `${minimal}model: { kind: gbdt${model} }\n${rest}`;

  it('has defaults of its own, for bins too', () => {
    const { model, features } = parseRecipe(trees(''), 'r.yaml');
    expect(model).toEqual({
      kind: 'gbdt',
      objective: 'binary',
      trees: 100,
      depth: 4,
      leaves: 0,
      learningRate: 0.1,
      lambda: 1,
      gamma: 0,
      minChildWeight: 0.001,
      minRowsPerLeaf: 20,
      rowSample: 1,
      columnSample: 1,
      monotone: {},
      seed: 1,
      baseScore: 600,
      baseOdds: 50,
      pdo: 20,
    });
    expect(features).toMatchObject({ bins: 32, rare: 0.01 });
    expect(parseRecipe(trees('', 'features: { bins: 16 }\n'), 'r.yaml').features.bins).toBe(16);
  });

  it('has defaults that the trainer has', () => {
    const { model } = parseRecipe(trees(''), 'r.yaml');
    const { seed, gradientBits, ...shared } = defaultGbdt;
    expect(model).toMatchObject(shared);
    expect([seed, gradientBits]).toEqual([0, 12]);
  });

  it('reads every key, and gives the same recipe again from its own output', () => {
    const recipe = parseRecipe(
      trees(
        ', trees: 50, depth: 5, leaves: 16, goss: { top: 0.2, other: 0.1 }, earlyStopping: { rounds: 10 }, monotone: { bank: { income: -1 }, shop: { "a.b": 1 } }, objective: squared, warmStart: job-1',
        'policy: { maxTreeEquations: 100000, allowExport: true, minShare: 0.2 }\n',
      ),
      'r.yaml',
    );
    expect(recipe.model).toMatchObject({
      leaves: 16,
      earlyStopping: { rounds: 10, holdout: 0.2 },
      monotone: { bank: { income: -1 }, shop: { 'a.b': 1 } },
    });
    expect(recipe.policy).toMatchObject({ maxTreeEquations: 100000, allowExport: true });
    expect(parseRecipe(JSON.stringify(recipe), 'r.json')).toEqual(recipe);
  });

  it.each([
    ['merge: chi', 'features.merge', /merge none/],
    ['merge: monotone', 'features.merge', /merge none/],
    ['maxBins: 5', 'features.maxBins', /features.bins/],
    ['minShare: 0.1', 'features.minShare', /minRowsPerLeaf/],
    ['woe: false', 'features.woe', /bins, not WoE/],
    ['select: { iv: 0.02 }', 'features.select', /choose columns/],
  ])('refuses features: { %s }, which would have no effect', (setting, field, words) => {
    const error = refusal(trees('', `features: { ${setting} }\n`));
    expect(error.params['field']).toBe(field);
    expect(error.message).toMatch(words);
  });

  it.each([
    [', minRowsPerLeaf: 5', 'model.minRowsPerLeaf', /minRowsPerNodeBin \(20\)/],
    [', leaves: 1', 'model.leaves', /at least 2/],
    [', depth: 3, leaves: 9', 'model.leaves', /at most 8 leaves/],
    [', goss: { top: 0.8, other: 0.3 }', 'model.goss', /at most 1/],
    [', goss: { top: 0.2, other: 0.1 }, rowSample: 0.5', 'model.rowSample', /goss samples rows/],
    [', monotone: { shp: { age: 1 } }', 'model.monotone.shp', /no party/],
    [', monotone: { shop: { age: 2 } }', 'model.monotone.shop.age', /must be -1, or must be 1/],
    [', objective: huber', 'model.objective', /one of binary, squared/],
    [', objective: squared, initialLogOdds: -1', 'model.initialLogOdds', /share of bads/],
    [', warmStart: job-1, initialLogOdds: -1', 'model.initialLogOdds', /earlier forest/],
    [', warmStart: ../job', 'model.warmStart', /pattern/],
    [', bins: 20', 'model.bins', /belongs under features/],
    [', l2: 0.1', 'model.l2', /kind: scorecard or logistic/],
    [', earlyStopping: { round: 5 }', 'model.earlyStopping.round', /rounds/],
  ])('refuses model: { kind: gbdt%s }', (setting, field, words) => {
    const error = refusal(trees(setting));
    expect(error.message).toMatch(words);
    expect(error.message).toContain(` ${field}: `);
  });

  it('refuses noise, which nobody would add, and export of what is no forest', () => {
    expect(refusal(trees('', 'policy: { histNoise: 2 }\n')).message).toMatch(/policy.histNoise: .*no noise is added/);
    expect(refusal(`${minimal}policy: { allowExport: true }\n`).message).toMatch(/only a forest/);
  });

  it('is what is dealt ahead, in the aided profile', () => {
    const aided = trees('', 'dealAhead: 30\n').replace(/profile: \w+/, 'profile: aided');
    expect(parseRecipe(aided, 'r.yaml').dealAhead).toBe(30);
    expect(parseRecipe(trees(''), 'r.yaml')).not.toHaveProperty('dealAhead');
    expect(refusal(aided.replace('profile: aided', 'profile: blind')).message).toMatch(/dealAhead: .*no helper/);
    expect(refusal(aided.replace('kind: gbdt', 'kind: scorecard')).message).toMatch(/dealAhead: only for a forest/);
    expect(refusal(aided.replace('dealAhead: 30', 'dealAhead: 0')).message).toMatch(/dealAhead: must be at least 1/);
  });
});

describe('readRecipe', () => {
  it('names the file that is not there', async () => {
    await expect(readRecipe('/nowhere/r.yaml')).rejects.toMatchObject({
      code: 'recipe-not-found',
      params: { path: '/nowhere/r.yaml' },
    });
  });
});

describe('resolveDataPath', () => {
  it('is relative to the recipe, or to the data folder when there is one', () => {
    expect(resolveDataPath('a.csv', '/r/x.yaml')).toBe('/r/a.csv');
    expect(resolveDataPath('a.csv', '/r/x.yaml', '/data')).toBe('/data/a.csv');
    expect(resolveDataPath('/d/a.csv', '/r/x.yaml', '/data')).toBe('/d/a.csv');
  });
});
