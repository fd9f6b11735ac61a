/**
 * The leak table against what really crosses. Whole jobs run in memory, under each setting that changes the table; every
 * message is decoded as its receiver decodes it. The table must have a line for all that a message tells, each line of the
 * table must come from a message, and no message may hold more than its line says.
 */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '@coscore/models/evaluate/report.ts';
import { chiSquareSurvival } from '@coscore/models/evaluate/special.ts';
import { recipeSchema } from '@coscore/node-core/recipe/index.ts';
import { approvalText } from '@coscore/party-node/approval.ts';
import { wire } from '@coscore/proto';
import type { MessageType } from '@coscore/protocols';
import type { TranscriptEntry } from '@coscore/protocols/memory-network.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { HELPER_ID, MemoryProject, type AttemptOutcome } from '../support/memory-project.ts';
import { writeSmallEconomy } from '../support/small-economy.ts';
import { messageKinds, type Receiver } from './message-kinds.ts';
import { strangeKinds, withoutLine, withoutMessage } from './told.ts';

type Input = z.input<typeof recipeSchema>;

interface Ran {
  readonly project: MemoryProject;
  readonly outcome: AttemptOutcome;
  readonly report: Report;
}

const bank = { role: 'label' as const, data: 'bank.csv', id: 'firm_id', label: 'defaulted', drop: ['year'] };
const feature = (name: string) => ({ role: 'feature' as const, data: `${name}.csv`, id: 'firm_id' });
const three = { bank, tax: feature('tax'), registry: feature('registry') };
const two = { bank, tax: feature('tax') };
const base: Input = {
  name: 'base',
  profile: 'aided',
  parties: three,
  split: { test: 0.3, seed: 7, stratify: true },
  features: { bins: 10, merge: 'none', select: { iv: 0.001, correlation: 0.99 } },
  model: { kind: 'scorecard', iterations: 4 },
};
const numbers = ['turnover', 'filings', 'filings_last'];

/** A setting a name; each changes the table. */
const settings: Readonly<Record<string, Input>> = {
  base,
  'one feature party': { ...base, parties: two },
  'all points': { ...base, parties: two, policy: { shareContributions: 'feature', shareIv: false } },
  'left join': { ...base, parties: two, join: 'left' },
  'split by a column': { ...base, parties: two, split: { column: 'year', train: '< 1999' } },
  blind: { ...base, profile: 'blind' },
  'raw columns': {
    ...base,
    parties: {
      bank: { ...bank, columns: ['age'], drop: [] },
      tax: { ...feature('tax'), columns: numbers },
    },
    features: { woe: false },
    policy: { allowRawColumns: true },
  },
};

let data: string;
const ran = new Map<string, Ran>();

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'cs-learned-'));
  await writeSmallEconomy(data, 900);
  for (const [name, recipe] of Object.entries(settings)) {
    const project = await MemoryProject.open(recipe, data);
    const outcome = await project.attempt('job', 1);
    if (!outcome.succeeded) throw new Error(`${name} failed`, { cause: outcome.failure });
    ran.set(name, { project, outcome, report: await project.report('job') });
  }
}, 180_000);

afterAll(async () => {
  await Promise.all([...ran.values()].map(({ project }) => project.close()));
  if (data !== undefined) await rm(data, { recursive: true, force: true });
});

const receiverOf = (to: string): Receiver => (to === HELPER_ID ? 'helper' : to === 'bank' ? 'label' : 'feature');

/** Messages of one kind in one setting, decoded. */
function decoded<T>(setting: string, kind: string, type: MessageType<T>, to?: string): readonly T[] {
  const { outcome } = ran.get(setting)!;
  const found = outcome.transcript.filter((entry) => entry.kind === kind && (to === undefined || entry.to === to));
  expect(found.length, `${kind} in ${setting}`).toBeGreaterThan(0);
  return found.map(({ body }) => type.decode(body));
}

/** No such p-value in a billion uniform samples: a run takes about ten, with fresh masks each time. */
const BY_ACCIDENT = 1e-9;

/** Byte histogram against the uniform one. */
function uniformity(bytes: Uint8Array): number {
  const counts = new Float64Array(256);
  for (const byte of bytes) counts[byte]!++;
  const expected = bytes.length / 256;
  return chiSquareSurvival(
    counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0),
    255,
  );
}

const floats = (bytes: Uint8Array): readonly number[] => [...new Float64Array(bytes.slice().buffer)];
const ints = (bytes: Uint8Array): Int32Array => new Int32Array(bytes.slice().buffer);

describe.each(Object.keys(settings))('with %s', (setting) => {
  it('no message crosses that the table of kinds does not know', () => {
    const { outcome } = ran.get(setting)!;
    expect(strangeKinds(outcome.transcript)).toEqual([]);
    expect(outcome.transcript.length).toBeGreaterThan(50);
  });

  it('whoever is told something has a line for it in the leak table', () => {
    const { outcome, report } = ran.get(setting)!;
    expect(withoutLine(outcome.transcript, report.learned)).toEqual([]);
  });

  it('every line of a data party or the helper comes from a message to it', () => {
    const { outcome, report } = ran.get(setting)!;
    expect(withoutMessage(outcome.transcript, report.learned)).toEqual([]);
  });
});

describe.each(Object.keys(settings))('before signing, with %s', (setting) => {
  it('the owner read every line that the report has, in the same words', () => {
    const { project, report } = ran.get(setting)!;
    for (const lang of ['en', 'zh'] as const) {
      const { learned } = approvalText(project.manifest, 'bank', lang);
      for (const line of report.learned) {
        const told = learned.find(({ party }) => party === line.party)?.lines ?? [];
        expect(
          told.some((one) => one.endsWith(line[lang])),
          `${line.party} ${line.what} (${lang})`,
        ).toBe(true);
      }
    }
  });
});

describe('what each line says is all that there is', () => {
  it('job.published: names, types and a rounded number of rows', () => {
    const { project } = ran.get('base')!;
    for (const { dataset } of project.manifest.parties) {
      expect(Object.keys(dataset).toSorted()).toEqual(
        ['columns', 'id', 'name', 'rowsRounded', ...(dataset.label === undefined ? [] : ['label'])].toSorted(),
      );
      expect(dataset.rowsRounded).toBe(Number(dataset.rowsRounded.toPrecision(2)));
      for (const column of dataset.columns) expect(Object.keys(column).toSorted()).toEqual(['name', 'type']);
    }
  });

  it('job.counts: every number to two digits', () => {
    for (const traffic of decoded<wire.JobTraffic>('base', 'traffic', wire.JobTraffic, 'bank')) {
      const all = [
        traffic.rows,
        traffic.clippedRows,
        ...traffic.stages.flatMap(({ bytesSent, bytesFromHelper }) => [bytesSent, bytesFromHelper]),
        ...traffic.links.flatMap((link) => [
          link.bytesSent,
          link.messagesSent,
          link.bytesReceived,
          link.messagesReceived,
        ]),
      ].map((count) => count ?? 0);
      expect(all.length).toBeGreaterThan(10);
      for (const count of all) expect(Number(count.toPrecision(2))).toBe(count);
    }
  });

  it('job.audit-heads: a number and a digest', () => {
    for (const { seq, hash } of decoded<wire.JobAuditHead>('base', 'audit-head', wire.JobAuditHead)) {
      expect(seq).toBeGreaterThan(0);
      expect(hash).toHaveLength(32);
    }
  });

  it('split.random, split.column: one bit a common row', () => {
    for (const setting of ['base', 'split by a column']) {
      const { report } = ran.get(setting)!;
      for (const { rows, train } of decoded<wire.JobSplit>(setting, 'split', wire.JobSplit)) {
        expect(rows).toBe(report.rowsAligned);
        expect(train).toHaveLength(Math.ceil(rows / 8));
      }
    }
  });

  it('binning.counts: numbered bins without cut points or levels, none below the floor', () => {
    for (const { features } of decoded<wire.JobOffering>('base', 'offering', wire.JobOffering, 'bank')) {
      for (const offered of features)
        expect(
          Object.keys(offered).filter((key) => !['name', 'ordered', 'bins', 'missingBinPlusOne'].includes(key)),
        ).toEqual([]);
    }
    const floor = ran.get('base')!.project.manifest.policy.minRowsPerBin;
    for (const { counts, bins } of decoded<wire.GroupSumFeature>('base', 'group-sum-feature', wire.GroupSumFeature)) {
      expect(counts).toHaveLength(4 * bins);
      for (const count of ints(counts)) expect(count).toBeGreaterThanOrEqual(floor);
    }
  });

  it('binning.woe: WoE to two decimals, of bins that hold enough', () => {
    const { minShare } = ran.get('base')!.project.manifest.policy;
    for (const { features } of decoded<wire.JobBinDecisions>('base', 'bin-decisions', wire.JobBinDecisions)) {
      for (const { woe, map } of features) {
        const values = floats(woe ?? new Uint8Array(0));
        for (const value of values) expect(value).toBe(Math.round(value * 100) / 100);
        expect(values.length).toBeLessThanOrEqual(Math.floor(1 / minShare));
        expect(map!.length).toBeGreaterThanOrEqual(2 * values.length);
      }
    }
  });

  it('binning.merges: without shared WoE no decision is sent, and the job ends', async () => {
    const project = await MemoryProject.open({ ...base, parties: two, policy: { shareWoe: false } }, data);
    try {
      const { failure, transcript } = await project.attempt('job', 1);
      expect(failure).toMatchObject({ code: 'woe-not-shared' });
      expect(transcript.filter(({ kind }) => kind === 'bin-decisions')).toEqual([]);
    } finally {
      await project.close();
    }
  });

  it('binning.iv: sent where the policy has it, and only there', () => {
    const withIv = (setting: string): readonly boolean[] =>
      decoded<wire.JobBinDecisions>(setting, 'bin-decisions', wire.JobBinDecisions).flatMap(({ features }) =>
        features.map(({ iv }) => typeof iv === 'number'),
      );
    expect(new Set(withIv('base'))).toEqual(new Set([true]));
    expect(new Set(withIv('all points'))).toEqual(new Set([false]));
  });

  it('select.dropped: own columns, numbers of columns, own bound', () => {
    for (const party of ['tax', 'registry']) {
      const { project } = ran.get('base')!;
      const own = project.manifest.parties.find(({ id }) => id === party)!.dataset.columns.map(({ name }) => name);
      for (const kind of ['candidates', 'selection']) {
        for (const selection of decoded<wire.JobSelection>('base', kind, wire.JobSelection, party)) {
          expect(selection.names.filter((name) => !own.includes(name))).toEqual([]);
          expect(selection.parties.map(({ party: id }) => id)).toEqual(['bank', 'tax', 'registry']);
        }
      }
    }
  });

  it('select.correlation: a matrix over published names, at the label party only', () => {
    const { outcome, report } = ran.get('base')!;
    const kinds = ['own-correlation', 'correlation-shares', 'mat-vec-opening'];
    const told = outcome.transcript.filter(({ kind, topic }) => kinds.includes(kind) && !topic.includes('train'));
    expect(new Set(told.map(({ to }) => to))).toEqual(new Set(['bank']));
    const names = report.features.filter(({ selected }) => selected).map(({ name }) => name);
    expect(report.correlation?.names.map((name) => name.split('.').at(-1))).toEqual(names);
  });

  it('train.gradient: everything that training sends a party is uniform to it, but for the opened product', () => {
    for (const [setting, shares] of Object.entries(trainingShares)) {
      const masked = ran
        .get(setting)!
        .outcome.transcript.filter(
          ({ topic, to }) => (topic.includes('train') || topic === 'logit') && to !== HELPER_ID,
        );
      for (const [kind, { part, least }] of Object.entries(shares)) {
        const bytes = Buffer.concat(masked.filter((entry) => entry.kind === kind).map(part));
        expect(bytes.length, `${kind} in ${setting}`).toBeGreaterThan(least);
        expect(uniformity(bytes), `${kind} in ${setting}`).toBeGreaterThan(BY_ACCIDENT);
      }
    }
  });

  it('train.totals: with three parties each vector is masked', () => {
    const values = decoded<wire.ZeroSumVector>('base', 'zero-sum-vector', wire.ZeroSumVector).map(
      (vector) => vector.values,
    );
    // Both peers get the same one.
    const once = new Map(values.map((vector) => [Buffer.from(vector).toString('hex'), vector]));
    expect(uniformity(Buffer.concat([...once.values()]))).toBeGreaterThan(BY_ACCIDENT);
  });

  it('train.gram: with two parties the vectors of inner products travel as they are', () => {
    const values = decoded<wire.ZeroSumVector>('one feature party', 'zero-sum-vector', wire.ZeroSumVector).map(
      (vector) => vector.values,
    );
    expect(uniformity(Buffer.concat(values))).toBeLessThan(BY_ACCIDENT);
  });

  it('evaluate.contribution-sum: masked parts whose sum alone is small', () => {
    const parts = decoded<wire.JobContribution>('base', 'contribution', wire.JobContribution, 'bank').map(
      ({ values }) => ints(values),
    );
    expect(parts).toHaveLength(2);
    for (const part of parts)
      expect(part.filter((steps) => Math.abs(steps) > 1000).length).toBeGreaterThan(0.9 * part.length);
    const sum = parts[0]!.map((steps, i) => (steps + parts[1]![i]!) | 0);
    expect(Math.max(...sum.map(Math.abs))).toBeLessThan(32 * 12);
  });

  it('evaluate.contribution-party: one party’s part, in steps of 1/32', () => {
    const [part] = decoded<wire.JobContribution>('one feature party', 'contribution', wire.JobContribution, 'bank').map(
      ({ values }) => ints(values),
    );
    expect(Math.max(...part!.map(Math.abs))).toBeLessThan(32 * 12);
    expect(new Set(part).size).toBeGreaterThan(20);
  });

  it('evaluate.feature-points: shown at that setting, and at no other', () => {
    for (const setting of Object.keys(settings)) {
      const shown = decoded<wire.JobShard>(setting, 'shard', wire.JobShard, 'bank').flatMap(({ features }) => features);
      expect(shown.length > 0, setting).toBe(setting === 'all points');
    }
  });

  it('evaluate.dimensions: no recipe can ask for it yet', () => {
    expect(recipeSchema.safeParse({ ...base, policy: { shareContributions: 'dimension' } }).success).toBe(false);
    expect(recipeSchema.safeParse(base).success).toBe(true);
  });

  it('evaluate.own-points: three numbers', () => {
    for (const { slope, intercept, features } of decoded<wire.JobScaling>('base', 'scaling', wire.JobScaling, 'tax')) {
      expect([slope, intercept, features].every(Number.isFinite)).toBe(true);
    }
  });

  it('evaluate.performance: the report stays at the label party', async () => {
    const { project } = ran.get('base')!;
    const files = async (party: string): Promise<readonly string[]> =>
      readdir(project.reportFolder('job', party)).catch(() => []);
    expect(await files('bank')).toContain('report.json');
    for (const party of ['tax', 'registry']) expect(await files(party)).toEqual([]);
  });
});

interface TrainingShare {
  /** Of the message, what is a share; of residues, the bytes that are whole ones. */
  readonly part: (entry: TranscriptEntry) => Uint8Array;
  /** Bytes that a job has at least. */
  readonly least: number;
}

/** The lower bytes of the first 4096 words of eight. */
const lower = (words: Uint8Array, bytes: number): Uint8Array =>
  words.subarray(0, 4096 * 8).filter((_, i) => i % 8 < bytes);

/** The part of a training message that is a share, by setting and kind. */
const trainingShares: Readonly<Record<string, Readonly<Record<string, TrainingShare>>>> = {
  base: {
    'mat-vec-masked': { part: ({ body }) => wire.MatVecMasked.decode(body).residues, least: 5000 },
    'mat-vec-product': { part: ({ body }) => wire.MatVecProduct.decode(body).delta, least: 5000 },
    // 25 bits an angle: the lower three bytes are whole ones.
    'shared-sigmoid-masked': {
      part: ({ body }) => wire.SharedSigmoidMasked.decode(body).values.filter((_, i) => i % 4 !== 3),
      least: 5000,
    },
  },
  // Of a gradient in two parts, gradient-parts.test.ts has what the receiver makes of them.
  blind: {
    'logit-share': { part: ({ body }) => lower(wire.JobLogitShare.decode(body).values, 6), least: 5000 },
    'mat-vec-encrypted': { part: ({ body }) => lower(wire.MatVecEncrypted.decode(body).cipher, 5), least: 5000 },
    'mat-vec-hidden-product': {
      part: ({ body }) => lower(wire.MatVecHiddenProduct.decode(body).cipher, 5),
      least: 5000,
    },
    'mat-vec-opening': { part: ({ body }) => lower(wire.MatVecOpening.decode(body).part, 6), least: 200 },
  },
};

describe('the settings together', () => {
  it('show every line that an aided job can have', () => {
    const seen = new Set([...ran.values()].flatMap(({ report }) => report.learned.map(({ what }) => what)));
    for (const key of [
      'train.raw',
      'align.left-feature',
      'align.left-label',
      'split.column',
      'evaluate.feature-points',
    ])
      expect(seen).toContain(key);
  });

  it('name receivers that are in the table of parties', () => {
    const { outcome } = ran.get('base')!;
    expect(new Set(outcome.transcript.map(({ to }) => receiverOf(to)))).toEqual(
      new Set(['helper', 'label', 'feature']),
    );
  });

  it('control: a kind that nobody knows is noticed', () => {
    expect(messageKinds['canary']).toBeUndefined();
    expect(uniformity(new Uint8Array(10_000))).toBeLessThan(BY_ACCIDENT);
  });
});
