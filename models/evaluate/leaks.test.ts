import { describe, expect, it } from 'vitest';
import { type LeakContext, leakKeys, learnedTable } from './leaks.ts';

const policy = {
  shareWoe: true,
  shareIv: true,
  shareContributions: 'sum',
  minRowsPerBin: 50,
  maxLeverage: 0.2,
  minRowsPerNodeBin: 20,
  maxTreeEquations: 'off',
  allowExport: false,
} as const;

const base: LeakContext = {
  profile: 'aided',
  labelParty: 'bank',
  featureParties: ['tax', 'logistics'],
  coordinator: 'coordinator',
  join: 'inner',
  policy,
  model: 'scorecard',
  correlation: true,
  raw: false,
};

function keysOf(context: LeakContext, party: string): string[] {
  return learnedTable(context)
    .filter((line) => line.party === party)
    .map((line) => line.what);
}

/** Every combination of what changes the table. */
function* contexts(): Generator<LeakContext> {
  for (const profile of ['aided', 'blind'] as const)
    for (const featureParties of [['tax'], ['tax', 'logistics']])
      for (const join of ['inner', 'left'] as const)
        for (const shareContributions of ['sum', 'party', 'dimension', 'feature'] as const)
          for (const model of ['scorecard', 'logistic', 'gbdt'] as const)
            for (const split of ['none', 'random', 'column'] as const)
              for (const flag of [true, false])
                yield {
                  ...base,
                  profile,
                  featureParties,
                  join,
                  model,
                  split,
                  raw: flag,
                  binned: !flag || model === 'scorecard',
                  correlation: flag,
                  serveQuota: flag ? 500 : 0,
                  ...(split === 'none' ? { direct: [['bank', 'tax']] as const } : {}),
                  policy: { ...policy, shareContributions, shareWoe: flag, shareIv: flag, allowExport: flag },
                };
}

describe('leak catalogue', () => {
  it('has every entry reachable, and both languages for it', () => {
    const seen = new Set<string>();
    // `binning.woe` and `train.coefficients` need WoE columns with what the flags above never combine with them.
    for (const context of [...contexts(), base, { ...base, profile: 'blind' } as const]) {
      for (const line of learnedTable(context)) {
        seen.add(line.what);
        expect(line.en, line.what).toMatch(/[a-z].*\.$/su);
        expect(line.zh, line.what).toMatch(/\p{Script=Han}.*。$/su);
        expect(line.en + line.zh).not.toMatch(/undefined|\[object/u);
      }
    }
    expect([...seen].sort()).toEqual([...leakKeys].sort());
  });

  it('never repeats a line for a party', () => {
    for (const context of contexts()) {
      const lines = learnedTable(context).map((line) => `${line.party} ${line.what}`);
      expect(new Set(lines).size).toBe(lines.length);
    }
  });

  it('gives every participant a line, the separate helper too', () => {
    const parties = new Set(learnedTable({ ...base, helper: 'notary' }).map((line) => line.party));
    expect(parties).toEqual(new Set(['bank', 'tax', 'logistics', 'coordinator', 'notary']));
    expect(keysOf({ ...base, helper: 'notary' }, 'coordinator')).toEqual([
      'job.published',
      'job.traffic',
      'evaluate.registered',
    ]);
  });

  it('puts what the helper learns on the coordinator when it is the helper', () => {
    expect(keysOf(base, 'coordinator')).toEqual([
      'job.published',
      'job.traffic',
      'align.helper',
      'binning.helper',
      'select.helper',
      'train.helper',
      'evaluate.registered',
    ]);
  });

  it('has no helper in blind, and set sizes at every party', () => {
    const blind = { ...base, profile: 'blind' } as const;
    expect(keysOf(blind, 'coordinator')).toEqual(['job.published', 'job.traffic', 'evaluate.registered']);
    expect(keysOf(blind, 'tax')).toContain('align.sizes');
    expect(keysOf(blind, 'bank')).toContain('align.pairs');
    expect(keysOf(base, 'bank')).not.toContain('align.sizes');
  });

  it('says that two parties see the angles of each other, and three only totals', () => {
    expect(keysOf({ ...base, featureParties: ['tax'] }, 'tax')).toContain('train.gram');
    expect(keysOf(base, 'tax')).toContain('train.totals');
    expect(keysOf(base, 'tax')).not.toContain('train.gram');
  });

  it('says that the label party can solve for the coefficients of a blind model, where it has what that takes', () => {
    const blind = { ...base, profile: 'blind' } as const;
    expect(keysOf(blind, 'bank')).toContain('train.coefficients');
    expect(keysOf(blind, 'tax')).not.toContain('train.coefficients');
    for (const other of [base, { ...blind, correlation: false }, { ...blind, raw: true }])
      expect(keysOf(other, 'bank')).not.toContain('train.coefficients');
  });

  it('says who learns what of applicants, only where they may be scored', () => {
    const serving = { ...base, serveQuota: 500 };
    const served = (context: LeakContext, party: string): string[] =>
      keysOf(context, party).filter((key) => key.startsWith('serve.'));
    expect(served(serving, 'tax')).toEqual(['serve.asked']);
    expect(served(serving, 'bank')).toEqual(['serve.known', 'serve.points-sum']);
    expect(served(serving, 'coordinator')).toEqual(['serve.helper']);
    expect(served({ ...serving, featureParties: ['tax'] }, 'bank')).toContain('serve.points-party');
    expect(served({ ...serving, trainingParties: ['bank', 'tax'] }, 'bank')).toContain('serve.points-party');
    expect(learnedTable(base).filter(({ stage }) => stage === 'serve')).toEqual([]);
    expect(learnedTable(serving).find(({ what }) => what === 'serve.asked')!.en).toContain(
      'at most 500 applicants a day',
    );
  });

  it('does not call one feature party a sum', () => {
    expect(keysOf({ ...base, featureParties: ['tax'] }, 'bank')).toContain('evaluate.contribution-party');
    expect(keysOf(base, 'bank')).toContain('evaluate.contribution-sum');
  });

  it('shows bins at the label party only where the policy gives points by feature', () => {
    expect(keysOf(base, 'bank')).not.toContain('evaluate.feature-points');
    expect(keysOf({ ...base, policy: { ...policy, shareContributions: 'feature' } }, 'bank')).toContain(
      'evaluate.feature-points',
    );
  });

  it('drops WoE and IV lines that the policy withholds', () => {
    const closed = { ...base, policy: { ...policy, shareWoe: false, shareIv: false } };
    const keys = keysOf(closed, 'tax');
    expect(keys).toContain('binning.merges');
    expect(keys).not.toContain('binning.woe');
    expect(keys).not.toContain('binning.iv');
  });

  it('warns about raw columns, and counts no bins then', () => {
    const raw = { ...base, raw: true };
    expect(keysOf(raw, 'tax')).toContain('train.raw');
    expect(learnedTable(raw).filter((line) => line.stage === 'binning')).toEqual([]);
  });

  it('says of a forest what adds up, and no line of a scorecard', () => {
    const forest: LeakContext = { ...base, model: 'gbdt' };
    expect(keysOf(forest, 'bank').filter((key) => key.startsWith('forest.'))).toEqual([
      'forest.offered',
      'forest.sums',
      'forest.sides',
      'forest.bins',
      'forest.importance',
    ]);
    expect(keysOf(forest, 'tax').filter((key) => key.startsWith('forest.'))).toEqual([
      'forest.partitions',
      'forest.own-splits',
    ]);
    expect(keysOf(forest, 'coordinator')).toContain('forest.helper');
    expect(keysOf({ ...forest, profile: 'blind' }, 'coordinator')).toContain('forest.traffic');
    expect(learnedTable(forest).filter(({ what }) => /^(binning|select|train)\./u.test(what))).toEqual([]);
    const line = (context: LeakContext, key: string): string =>
      learnedTable(context).find(({ what }) => what === key)!.en;
    // With one feature party, every split that is not its own is the label party's.
    expect(line(forest, 'forest.own-splits')).toContain('Not whose columns');
    expect(line({ ...forest, featureParties: ['tax'] }, 'forest.own-splits')).toMatch(
      /All other splits are by columns of bank/u,
    );
    expect(line(forest, 'forest.traffic')).toContain('which parties are asked');
    expect(line({ ...forest, featureParties: ['tax'] }, 'forest.traffic')).not.toContain('which parties');
    expect(line(forest, 'forest.bins')).toContain('maxTreeEquations is off');
    const bounded = { ...forest, policy: { ...policy, maxTreeEquations: 4000 } };
    expect(line(bounded, 'forest.bins')).toContain('more than 4000 sums');
    expect(line(forest, 'forest.sums')).toContain('exact number of training rows');
    expect(line({ ...forest, profile: 'blind' }, 'forest.sums')).not.toContain('exact');
    expect(keysOf({ ...forest, policy: { ...policy, allowExport: true } }, 'bank')).toContain('forest.export');
    expect(keysOf({ ...forest, serveQuota: 10 }, 'bank')).toContain('serve.forest-sides');
    expect(keysOf({ ...forest, profile: 'blind', serveQuota: 10 }, 'coordinator')).not.toContain('forest.helper');
  });

  it('refuses a data party as helper', () => {
    expect(() => learnedTable({ ...base, helper: 'tax' })).toThrow(RangeError);
    expect(() => learnedTable({ ...base, featureParties: [] })).toThrow(RangeError);
    expect(() => learnedTable({ ...base, featureParties: ['bank'] })).toThrow(RangeError);
  });
});
