import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Metrics, Report } from '@coscore/models/evaluate/report.ts';
import type { JobView } from '../daemon-views.ts';
import type { Context } from '../io.ts';
import { texts } from '../texts.ts';
import { progressView } from './progress.ts';
import { clock, RateMeter } from './rate.ts';
import { renderSummary, summaryOf } from './summary.ts';
import { displayWidth, renderTable, wrap } from './table.ts';

describe('renderTable', () => {
  it('lines up Chinese and Latin text', () => {
    const text = renderTable(
      [
        ['列', 'rows'],
        ['注册资本', '1'],
        ['age', '1,000'],
      ],
      'lr',
    );
    expect(text.split('\n')).toEqual(['列         rows', '───────────────', '注册资本      1', 'age       1,000']);
  });

  it('gives every right-aligned table lines of one width', () => {
    const cell = fc.string({ maxLength: 6, unit: fc.constantFrom('a', '中', '1', '，') });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        const ended = rows.map(([a, b]) => [a, `${b}|`]);
        const lines = renderTable(ended, 'lr')
          .split('\n')
          .filter((line) => line.endsWith('|'));
        expect(new Set(lines.map(displayWidth)).size).toBe(1);
      }),
    );
  });
});

describe('wrap', () => {
  it('breaks between words, and indents what follows', () => {
    expect(wrap('one two three four', 11, '- ')).toBe('- one two\n  three\n  four');
    expect(wrap('short', 80, '- ')).toBe('- short');
  });

  it('breaks Chinese text anywhere but before punctuation', () => {
    expect(wrap('每一行数据，都不出本机构', 12, '- ')).toBe('- 每一行数\n  据，都不出\n  本机构');
  });

  it('keeps every character but spaces, and no line is too wide that could be broken', () => {
    const word = fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom('a', 'b', '中', '文') });
    fc.assert(
      fc.property(fc.array(word), fc.integer({ min: 12, max: 30 }), (words, width) => {
        const text = wrap(words.join(' '), width, '> ');
        expect(text.slice(2).replace(/\s/g, '')).toBe(words.join(''));
        for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('RateMeter', () => {
  it('knows nothing at first, then speed and time left', () => {
    const meter = new RateMeter();
    expect(meter.measure('train', 0, 30, 1000)).toEqual({ rate: 0 });
    expect(meter.measure('train', 10, 30, 6000)).toEqual({ rate: 2, left: 10 });
  });

  it('starts afresh with each stage, and when a stage starts again', () => {
    const meter = new RateMeter();
    meter.measure('align', 0, 10, 0);
    expect(meter.measure('train', 5, 10, 1000)).toEqual({ rate: 0 });
    expect(meter.measure('train', 7, 10, 2000)).toEqual({ rate: 2, left: 1.5 });
    expect(meter.measure('train', 1, 10, 3000)).toEqual({ rate: 0 });
  });
});

describe('clock', () => {
  it.each([
    [0, '0:00'],
    [6.2, '0:07'],
    [750, '12:30'],
    [3723, '1:02:03'],
  ])('of %d s is %s', (seconds, text) => expect(clock(seconds)).toBe(text));
});

function contextWith(options: { readonly json?: boolean; readonly tty?: boolean }): {
  readonly context: Context;
  readonly out: () => string;
  readonly err: () => string;
} {
  let out = '';
  let err = '';
  let nowMs = 0;
  const stderr = {
    write: (text: string) => (err += text) !== '',
    isTTY: options.tty === true,
    ...(options.tty === true
      ? {
          columns: 120,
          cursorTo: () => true,
          moveCursor: () => true,
          clearLine: () => true,
          clearScreenDown: () => true,
        }
      : {}),
  };
  const context: Context = {
    io: {
      stdout: { write: (text) => (out += text) },
      stderr,
      env: {},
      signal: new AbortController().signal,
      now: () => (nowMs += 1000),
    },
    lang: 'en',
    texts: texts.en,
    json: options.json === true,
  };
  return { context, out: () => out, err: () => err };
}

const at = (stage: string, done: number, state: 'waiting' | 'running' | 'finished' = 'running'): JobView => ({
  id: 'j',
  state: 'running',
  parties: {
    bank: { stage, done, total: 1000, unit: 'rows', state },
    shop: { stage: '', done: 0, total: 0, unit: '', state: 'waiting' },
  },
});

describe('progressView', () => {
  it('prints a line a stage, and again every five seconds, without a terminal', () => {
    const { context, err, out } = contextWith({});
    const view = progressView(context);
    for (const job of [
      at('align', 0),
      at('align', 100),
      at('train', 0),
      at('train', 200),
      at('train', 400),
      at('train', 600),
      at('train', 800),
      at('train', 900),
    ]) {
      view.update(job);
    }
    view.update(at('done', 0, 'finished'));
    view.stop();
    expect(out()).toBe('');
    expect(err().split('\n')).toEqual([
      '  bank: align 0/1,000 rows',
      '  bank: train 0/1,000 rows',
      '  bank: train 900/1,000 rows  180 rows/s',
      '  bank: finished',
      '',
    ]);
  });

  it('prints every change as a line of JSON', () => {
    const { context, err, out } = contextWith({ json: true });
    progressView(context).update(at('align', 1));
    expect(err()).toBe('');
    expect(JSON.parse(out())).toEqual({ event: 'progress', job: at('align', 1) });
  });

  it('draws a bar for each party on a terminal, with rate and time left', () => {
    const { context, err } = contextWith({ tty: true });
    const view = progressView(context);
    view.update(at('align', 0));
    view.update(at('align', 500));
    view.stop();
    expect(err()).toMatch(/bank {2}align .*█.* 50% {2}500\/1,000 rows {2}250 rows\/s {2}0:02 left/);
    expect(err()).toMatch(/shop {2}waiting/);
  });
});

const metrics = (auc: number, ks: number): Metrics => ({
  auc,
  ks,
  gini: 2 * auc - 1,
  prAuc: 0.4,
  brier: 0.1,
  rows: 100,
  bads: 10,
});
const report = {
  name: 'sme',
  job: 'j1',
  profile: 'aided',
  labelParty: 'bank',
  rowsAligned: 15668,
  parties: {
    bank: { role: 'label', rows: 22001, features: 9, selected: 7 },
    registry: { role: 'feature', rows: 20000, features: 5, selected: 3 },
  },
  metrics: { train: metrics(0.72, 0.33), test: metrics(0.717, 0.323) },
  labelPartyAlone: { train: metrics(0.69, 0.29), test: metrics(0.684, 0.273) },
  stages: [
    { name: 'align', seconds: 1.5, bytes: 2_500_000 },
    { name: 'train', seconds: 3.25, bytes: 12_000 },
  ],
  links: [{ from: 'bank', to: 'registry', bytes: 1_234_567, messages: 89 }],
  learned: [
    { party: 'bank', stage: 'align', what: 'a', en: 'which of its rows are common', zh: '哪些行是共有的' },
    { party: 'registry', stage: 'align', what: 'a', en: 'the same', zh: '同上' },
    { party: 'bank', stage: 'train', what: 'b', en: 'its own gradients', zh: '自己的梯度' },
  ],
  warnings: [{ en: 'few bads', zh: '坏样本少' }],
  model: { id: 'm', digest: 'd' },
  evaluation: { train: {}, test: {} },
} as unknown as Report;

describe('renderSummary', () => {
  it('in English', () => expect(renderSummary(report, texts.en, 'en')).toMatchSnapshot());
  it('in Chinese', () => expect(renderSummary(report, texts.zh, 'zh')).toMatchSnapshot());

  it('says which links did not go through the coordinator', () => {
    const links = [{ from: 'bank', to: 'tax', bytes: 1, messages: 1, direct: true as const }];
    expect(renderSummary({ ...report, links }, texts.en, 'en')).toContain('tax (directly)');
    expect(renderSummary({ ...report, links }, texts.zh, 'zh')).toContain('tax (直接)');
  });

  it('without a test sample and without bytes a stage', () => {
    const bare = {
      ...report,
      metrics: { train: report.metrics.train },
      labelPartyAlone: { train: report.labelPartyAlone.train },
      stages: [{ name: 'align', seconds: 1 }],
    };
    const text = renderSummary(bare, texts.en, 'en');
    expect(text).toContain('Model        AUC train  KS train\n');
    expect(text).toContain('Stage    Time\n');
  });
});

describe('summaryOf', () => {
  it('keeps the figures and leaves out the curves', () => {
    expect(summaryOf(report)).toMatchObject({
      rowsAligned: 15668,
      metrics: { test: { auc: 0.717 } },
      model: { id: 'm' },
    });
    expect(summaryOf(report)).not.toHaveProperty('evaluation');
  });
});
