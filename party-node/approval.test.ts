import { beforeAll, expect, it } from 'vitest';
import type { Manifest } from '@coscore/node-core/manifest/index.ts';
import { type Sample, sample } from '@coscore/node-core/manifest/sample.test-helper.ts';
import { approvalText } from './approval.ts';
import type { Calibration } from './plan/kept-calibration.ts';

const calibration: Calibration = {
  version: 1,
  measuredAt: '2026-03-01T12:00:00.000Z',
  machine: { cpu: 'Xeon', cores: 2, coscore: '1.0.0' },
  additive: 'okamoto-uchiyama',
  rates: {
    ...{
      cores: 2,
      local: 2e-9,
      localRow: 5e-8,
      dealing: 6e-8,
      opening: 3e-8,
      step: 1e-8,
      exchange: 1e-3,
      cipher: 1e-9,
    },
    blind: { seal: 2e-4, add: 4e-6, reply: 3e-3 },
  },
};

let s: Sample;
beforeAll(async () => {
  s = await sample();
});

const linesOf = (manifest: Manifest, party: string, lang: 'en' | 'zh'): readonly string[] =>
  approvalText(manifest, 'bank', lang).learned.find((one) => one.party === party)?.lines ?? [];

it.each([
  ['en', /^Score applicants: Each time bank has a file of applicants scored, at most 700 applicants a day/],
  ['zh', /^评分：每当 bank 请求为一个文件中的申请人评分时（每天至多 700 个）/],
] as const)('tells who learns what when applicants are scored, where the manifest allows it (%s)', (lang, asked) => {
  const policy = { ...s.manifest.policy, serveQuota: 700 };
  const serving: Manifest = { ...s.manifest, models: ['scorecard', 'score'], policy };
  const [stage] = asked.source.slice(1).split(/[:：]/);
  const served = (manifest: Manifest, party: string): readonly string[] =>
    linesOf(manifest, party, lang).filter((line) => line.startsWith(stage!));
  expect(served(serving, 'tax')).toEqual([expect.stringMatching(asked)]);
  expect(served(serving, 'bank')).toHaveLength(2);
  expect(served(serving, 'coordinator')).toHaveLength(1);
  for (const party of ['tax', 'bank', 'coordinator']) {
    expect(served({ ...serving, policy: s.manifest.policy }, party)).toEqual([]);
    expect(served({ ...serving, models: ['scorecard'] }, party)).toEqual([]);
  }
});

it('tells of a forest what adds up, beside what a scorecard tells where both may be trained', () => {
  const both: Manifest = { ...s.manifest, models: ['scorecard', 'gbdt'] };
  const forest: Manifest = { ...s.manifest, models: ['gbdt'] };
  const adds = /assume that it learns in which numbered bin of every offered column/;
  const woe = /WoE of its own final bins/;
  expect(linesOf(forest, 'bank', 'en').filter((line) => adds.test(line))).toHaveLength(1);
  expect(linesOf(forest, 'bank', 'zh').some((line) => line.includes('应当假定'))).toBe(true);
  expect(linesOf(forest, 'tax', 'en').filter((line) => woe.test(line))).toEqual([]);
  expect(linesOf(both, 'bank', 'en').filter((line) => adds.test(line))).toHaveLength(1);
  expect(linesOf(both, 'tax', 'en').filter((line) => woe.test(line))).toHaveLength(1);
  expect(linesOf(s.manifest, 'bank', 'en').filter((line) => adds.test(line))).toEqual([]);
});

it.each([
  ['en', 'Predicted cost', 'about 20,000 rows'],
  ['zh', '成本（预测）', '约 20,000 个样本'],
] as const)(
  'tells what a forest of the default size sends and holds, where one may be trained (%s)',
  (lang, what, rows) => {
    const notes = (manifest: Manifest): readonly string[] => approvalText(manifest, 'bank', lang).notes;
    const cost = (manifest: Manifest): readonly string[] => notes(manifest).filter((note) => note.startsWith(what));
    const forest: Manifest = { ...s.manifest, models: ['gbdt'] };
    const [told] = cost(forest);
    expect(told).toContain(rows);
    expect(told).toMatch(/bank > tax [\d.,]+ MB.*tax > bank [\d.,]+ MB.*bank [\d,]+ MB/);
    expect(cost(s.manifest)).toEqual([]);
    // Seconds only where the machine was measured; the line is what the reader may have.
    expect(told).not.toMatch(/100 Mbit/);
    const [timed] = approvalText(forest, 'bank', lang, calibration).notes.filter((note) => note.startsWith(what));
    expect(timed).toMatch(lang === 'zh' ? /Xeon，2 核，2026-03-01 实测.*约需 [\d.]+ 秒.*100 Mbit/ : /about [\d.]+ s where .* [\d.]+ (s|min) at 100 Mbit\/s .*\(Xeon, 2 cores, measured on 2026-03-01\)/); // prettier-ignore
    // Of the rows of the smallest table, and of columns that feature parties bring.
    const parties = forest.parties.map((party, i) => (i === 0 ? party : { ...party, dataset: { ...party.dataset, rowsRounded: 1_000_000 } })); // prettier-ignore
    expect(cost({ ...forest, parties })).toEqual([told]);
    const none = forest.parties.map((party) => ({ ...party, dataset: { ...party.dataset, columns: [] } }));
    expect(cost({ ...forest, parties: none })).toEqual([]);
  },
);
