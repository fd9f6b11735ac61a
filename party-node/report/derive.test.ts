import { describe, expect, it } from 'vitest';
import { aucHalfWidth, binName, headline, ivBand, psiBand, strategyTable } from './derive.ts';
import { sampleReport } from './fixtures/sample-report.ts';
import { bytes, count, difference, fixed, instant, percent, pValue, seconds } from './format.ts';

describe('derived figures', () => {
  it('has the Hanley and McNeil interval', () => {
    // Worked by hand: AUC 0.8, 50 bads, 50 goods: q1 = 0.66667, q2 = 0.71111,
    // variance = (0.16 + 49 * 0.026667 + 49 * 0.071111) / 2500 = 0.00198044.
    const metrics = { auc: 0.8, gini: 0.6, ks: 0.5, prAuc: 0.7, brier: 0.1, rows: 100, bads: 50 };
    expect(aucHalfWidth(metrics)).toBeCloseTo(1.96 * Math.sqrt(0.00198044), 5);
    expect(aucHalfWidth({ ...metrics, bads: 0 })).toBeNaN();
  });

  it('reads the strategy off the gains: everybody at the lowest cut-off, the safest decile at the highest', () => {
    const { gains, metrics } = sampleReport().evaluation.train;
    const rows = strategyTable(gains);
    const badRate = metrics.bads / metrics.rows;
    expect(rows).toHaveLength(10);
    expect(rows[0]).toMatchObject({ cutOff: gains[9]?.minScore, approvalRate: (gains[9]?.rows ?? 0) / metrics.rows });
    expect(rows[0]?.badRate).toBe(rows[0]?.marginalBadRate);
    expect(rows[9]).toMatchObject({ approvalRate: 1, badsAvoided: 0, goodsLost: 0 });
    expect(rows[9]?.badRate).toBeCloseTo(badRate, 12);
    expect(rows[9]?.marginalBadRate).toBe(gains[0]?.badRate);
    expect(strategyTable([])).toEqual([]);
  });

  it('has the bands of the credit conventions', () => {
    expect([0.019, 0.02, 0.1, 0.3, 0.5, 0.51].map(ivBand)).toEqual([
      'useless',
      'weak',
      'medium',
      'strong',
      'strong',
      'suspicious',
    ]);
    expect(psiBand({ psi: 0.09, threshold: 0.01 })).toBe('stable');
    expect(psiBand({ psi: 0.12, threshold: 0.15 })).toBe('stable');
    expect(psiBand({ psi: 0.12, threshold: 0.01 })).toBe('moving');
    expect(psiBand({ psi: 0.25, threshold: 0.01 })).toBe('shifted');
  });

  it('judges by the test rows, and by training rows without them', () => {
    expect(headline(sampleReport()).sample).toBe('test');
    expect(headline(sampleReport({ test: false })).sample).toBe('train');
  });

  it('numbers the bins of other parties whatever their label says', () => {
    const report = sampleReport();
    const [own, other] = report.features;
    const bin = { label: '[3, 5)', rows: 1, bads: 0, badRate: 0, share: 1, woe: 0, iv: 0 };
    if (own === undefined || other === undefined) throw new Error('the sample has columns');
    expect(binName(report, own, bin, 2)).toEqual({ kind: 'own', label: '[3, 5)' });
    expect(binName(report, other, bin, 2)).toEqual({ kind: 'number', number: 3 });
    expect(binName(report, other, { ...bin, label: 'missing' }, 2)).toEqual({ kind: 'missing' });
    expect(binName(report, other, { ...bin, label: 'other' }, 2)).toEqual({ kind: 'number', number: 3 });
  });
});

describe('formats', () => {
  it('writes numbers as a report does', () => {
    expect(fixed(-0.5, 2)).toBe('\u22120.50');
    expect(fixed(Number.NaN, 2)).toBe('—');
    expect([difference(0.0834, 3), difference(-0.01, 3)]).toEqual(['+0.083', '\u22120.010']);
    expect([percent(0.1234), count(1234567), pValue(1e-9), pValue(0.25)]).toEqual([
      '12.3%',
      '1,234,567',
      '< 0.001',
      '0.250',
    ]);
    expect([bytes(999), bytes(1500), bytes(999_960), bytes(61_700_000)]).toEqual([
      '999 B',
      '1.5 kB',
      '1.0 MB',
      '61.7 MB',
    ]);
    expect([seconds(0.019), seconds(12.34), seconds(345.6)]).toEqual(['0.02 s', '12.3 s', '346 s']);
    expect(instant('2026-03-02T09:30:00.000Z')).toBe('2026-03-02 09:30 UTC');
    expect(instant('yesterday')).toBe('yesterday');
  });
});
