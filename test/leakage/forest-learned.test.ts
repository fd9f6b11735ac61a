/**
 * The leak table of a forest against what really crosses: whole jobs in memory, every message decoded as its receiver does.
 * The general checks are those of learned.test.ts; below them each line of the catalogue that only forests have.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRng } from '@coscore/models/data/rng.ts';
import type { Forest } from '@coscore/models/gbdt/forest.ts';
import type { ForestReport } from '@coscore/models/evaluate/report.ts';
import type { Recipe, recipeSchema } from '@coscore/node-core/recipe/index.ts';
import { approvalText } from '@coscore/party-node/approval.ts';
import { sendSides } from '@coscore/party-node/serve/forest-scoring.ts';
import type { ForestShard } from '@coscore/party-node/serve/forest-shard.ts';
import type { JobContext } from '@coscore/party-node/stages/context.ts';
import { wire } from '@coscore/proto';
import { HELPER } from '@coscore/protocols/helper/simulate.ts';
import { memoryNetwork, type TranscriptEntry } from '@coscore/protocols/memory-network.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { MemoryProject, type AttemptOutcome } from '../support/memory-project.ts';
import { writeSmallEconomy } from '../support/small-economy.ts';
import { BANK, type ForestTask, growTogether, TAX } from './forest-runs.ts';
import { shownGroups } from './shown-groups.ts';
import { strangeKinds, withoutLine, withoutMessage } from './told.ts';

type Input = z.input<typeof recipeSchema>;

interface Ran {
  readonly project: MemoryProject;
  readonly outcome: AttemptOutcome;
  readonly report: ForestReport;
}

const feature = (name: string) => ({ role: 'feature' as const, data: `${name}.csv`, id: 'firm_id' });
const bank = { role: 'label' as const, data: 'bank.csv', id: 'firm_id', label: 'defaulted', drop: ['year'] };
const two = { bank, tax: feature('tax') };
const base: Input = {
  name: 'forest',
  profile: 'aided',
  parties: two,
  split: { test: 0.3, seed: 7 },
  features: { bins: 8 },
  model: { kind: 'gbdt', trees: 4, depth: 3, learningRate: 0.3, seed: 3 },
};
const settings: Readonly<Record<string, Input>> = {
  aided: base,
  blind: { ...base, profile: 'blind', model: { kind: 'gbdt', trees: 2, depth: 2, seed: 3 } },
  'two feature parties': { ...base, parties: { ...two, registry: feature('registry') } },
  'early stopping': { ...base, model: { kind: 'gbdt', trees: 4, depth: 2, earlyStopping: { rounds: 2 } } },
  export: { ...base, policy: { allowExport: true } },
};

let data: string;
const ran = new Map<string, Ran>();

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'cs-forest-'));
  await writeSmallEconomy(data, 900);
  for (const [name, recipe] of Object.entries(settings)) {
    const project = await MemoryProject.open(recipe, data);
    const outcome = await project.attempt('job', 1);
    if (!outcome.succeeded) throw new Error(`${name} failed`, { cause: outcome.failure });
    ran.set(name, { project, outcome, report: (await project.report('job')) as unknown as ForestReport });
  }
  const { project } = ran.get('two feature parties')!;
  const model = { ...project.recipe.model, warmStart: 'job' } as Recipe['model'];
  const outcome = await project.attempt('more', 1, { recipe: { ...project.recipe, model } });
  if (!outcome.succeeded) throw new Error('the warm start failed', { cause: outcome.failure });
  ran.set('warm start', { project, outcome, report: (await project.report('more')) as unknown as ForestReport });
}, 180_000);

afterAll(async () => {
  await Promise.all([...new Set([...ran.values()].map(({ project }) => project))].map((project) => project.close()));
  if (data !== undefined) await rm(data, { recursive: true, force: true });
});

const messages = (setting: string, kind: string, to?: string): readonly TranscriptEntry[] => {
  const found = ran.get(setting)!.outcome.transcript.filter((one) => one.kind === kind && (to ?? one.to) === one.to);
  expect(found.length, `${kind} in ${setting}`).toBeGreaterThan(0);
  return found;
};

describe.each([...Object.keys(settings), 'warm start'])('with %s', (setting) => {
  it('no message crosses that the table of kinds does not know', () => {
    expect(strangeKinds(ran.get(setting)!.outcome.transcript)).toEqual([]);
  });

  it('whoever is told something has a line for it, and no line of a party is told by nothing', () => {
    const { outcome, report } = ran.get(setting)!;
    expect(withoutLine(outcome.transcript, report.learned)).toEqual([]);
    expect(withoutMessage(outcome.transcript, report.learned)).toEqual([]);
  });

  it('the owner read every line before signing, in the same words', () => {
    const { project, report } = ran.get(setting)!;
    for (const lang of ['en', 'zh'] as const) {
      const { learned } = approvalText(project.manifest, 'bank', lang);
      for (const line of report.learned) {
        const told = learned.find(({ party }) => party === line.party)?.lines ?? [];
        expect(told.some((one) => one.endsWith(line[lang])), `${line.party} ${line.what} (${lang})`).toBe(true); // prettier-ignore
      }
    }
  });
});

interface Turn {
  readonly note: wire.JobForestNote;
  /** Bits of the answer. */
  readonly sides: Uint8Array;
  /** Bytes of the note and of what was said to it, which the relay sees. */
  readonly sizes: readonly [number, number];
}

/** What passed between the bank and one owner, tree by tree. */
function treesOf(setting: string, owner: string): readonly (readonly Turn[])[] {
  const trees: Turn[][] = [];
  let note: wire.JobForestNote | undefined;
  let size = 0;
  for (const { kind, from, to, body } of ran.get(setting)!.outcome.transcript) {
    if (kind === 'group-sum-refine' && to === owner) {
      const call = wire.GroupSumRefineCall.decode(body);
      if ((call.turn ?? 0) === 0) trees.push([]);
      note = call.turn === 1 || call.turn === 2 ? wire.JobForestNote.decode(call.note) : undefined;
      size = body.length;
    }
    if (kind !== 'group-sum-refined' || from !== owner || note === undefined) continue;
    const answer = wire.GroupSumRefineReply.decode(body);
    if ((answer.part ?? 0) > 0) continue;
    trees.at(-1)!.push({ note, sides: wire.JobForestReply.decode(answer.reply).right, sizes: [size, body.length] });
  }
  expect(trees.flat().length).toBeGreaterThan(5);
  return trees;
}

const u16 = (bytes: Uint8Array): Uint16Array => new Uint16Array(bytes.slice().buffer);
const u32 = (bytes: Uint8Array): Uint32Array => new Uint32Array(bytes.slice().buffer);
const bit = (bits: Uint8Array, at: number): number => ((bits[at >> 3] ?? 0) >> (at & 7)) & 1;

describe('what each line says is all that there is', () => {
  it('forest.offered: numbers of bins, and neither cut points nor levels', () => {
    for (const { body } of messages('aided', 'offering', 'bank')) {
      const { features, dropped } = wire.JobOffering.decode(body);
      expect(features.length).toBeGreaterThan(3);
      const said = new Set(features.flatMap((offered) => Object.keys(offered)));
      expect([...said].filter((key) => !['name', 'ordered', 'bins', 'missingBinPlusOne'].includes(key))).toEqual([]);
      expect(new Set(dropped.flatMap((one) => Object.keys(one)))).toEqual(new Set());
    }
  });

  it('forest.sums: no joined bin below the floor, exact counts in aided only', () => {
    const floor = ran.get('blind')!.project.manifest.policy.minRowsPerNodeBin;
    const shown = messages('blind', 'group-sum-refine-answer', 'bank').flatMap(({ body }) => [
      ...u32(wire.GroupSumRefineBlindAnswer.decode(body).counts),
    ]);
    expect(shown.filter((count) => count > 0).length).toBeGreaterThan(20);
    expect(shown.filter((count) => count > 0 && count < floor)).toEqual([]);
    for (const [setting, owner] of [
      ['aided', 'tax'],
      ['two feature parties', 'registry'],
      ['early stopping', 'tax'],
    ] as const) {
      // prettier-ignore
      const offering = messages(setting, 'offering', 'bank').find(({ from }) => from === owner)!;
      const { transcript } = ran.get(setting)!.outcome;
      const { joined, exact } = shownGroups(transcript, owner, wire.JobOffering.decode(offering.body).features);
      const few = (counts: readonly number[]): readonly number[] =>
        counts.filter((count) => count > 0 && count < floor);
      expect(few(joined), setting).toEqual([]);
      expect(joined.filter((count) => count > 0).length, setting).toBeGreaterThan(50);
      // Positions tell more than sums do, and the line says so.
      expect(few(exact).length, setting).toBeGreaterThan(0);
    }
  });

  it('forest.sides: a bit for each row of a node that is split, and 0 for all others', () => {
    const rows = ran.get('aided')!.report.rowsAligned;
    let bits = 0;
    for (const turns of treesOf('aided', 'tax')) {
      const nodeOf = new Uint16Array(rows);
      for (const { note, sides } of turns) {
        const asked = new Set(note.own.map(({ node }) => node ?? 0));
        expect(sides.length).toBe(Math.ceil(rows / 8));
        for (let row = 0; row < rows; row++) {
          if (asked.has(nodeOf[row]!)) bits += bit(sides, row);
          else expect(bit(sides, row)).toBe(0);
        }
        if (!note.step) continue;
        const splits = u16(note.step.splits!);
        for (let row = 0; row < rows; row++) {
          const at = splits.findIndex((node, i) => i % 3 === 0 && node === nodeOf[row]!);
          if (at >= 0) nodeOf[row] = splits[at + 1 + (bit(sides, row) | bit(note.step.right!, row))]!;
        }
      }
    }
    expect(bits).toBeGreaterThan(50);
  });

  it('forest.sides: of an earlier forest too, and as long whoever’s columns part its nodes', async () => {
    const { project, report } = ran.get('warm start')!;
    const bytes = Math.ceil(report.rowsAligned / 8);
    const { forest } = JSON.parse(await project.shard('job', 'bank')) as { forest: Forest };
    const nodes = forest.trees.flatMap((tree) => tree.nodes);
    for (const owner of ['tax', 'registry']) {
      const asked = messages('warm start', 'forest-reach', owner).map(({ body }) => wire.JobForestReach.decode(body));
      const answers = messages('warm start', 'forest-sides', 'bank').filter(({ from }) => from === owner);
      expect(answers, 'one a level').toHaveLength(3);
      let [left, own] = [0, 0];
      answers.forEach(({ body }, i) => {
        const sides = wire.JobForestSides.decode(body).left;
        sides.forEach((byte, at) => expect(byte & ~asked[i]!.reach[at]!).toBe(0));
        left += sides.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);
        own += u32(asked[i]!.records).filter((record) => record !== 0xffff_ffff).length;
        expect(asked[i]!.reach).toHaveLength(sides.length);
      });
      expect(left).toBeGreaterThan(50);
      expect(own).toBe(nodes.filter((node) => node.kind === 'split' && node.owner === owner).length);
      const splits = nodes.filter(({ kind }) => kind === 'split').length;
      expect(asked.reduce((sum, { reach }) => sum + reach.length, 0)).toBe(splits * bytes);
    }
  });

  it('forest.bins: ends a job at the number of sums that was signed', async () => {
    const limit = 60;
    const project = await MemoryProject.open({ ...base, policy: { maxTreeEquations: limit } }, data);
    try {
      const { failure, transcript } = await project.attempt('job', 1);
      expect(failure).toMatchObject({ code: 'tree-equations-exhausted' });
      const shown = transcript
        .filter(({ kind }) => kind === 'group-sum-refined')
        .flatMap(({ body }) => [...wire.GroupSumRefineReply.decode(body).ends])
        .reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);
      expect(shown).toBeGreaterThan(0);
      expect(shown).toBeLessThanOrEqual(limit);
    } finally {
      await project.close();
    }
  });

  it('forest.own-splits: names own columns only', () => {
    for (const owner of ['tax', 'registry']) {
      const { project } = ran.get('two feature parties')!;
      const columns = project.manifest.parties.find(({ id }) => id === owner)!.dataset.columns.length;
      const notes = treesOf('two feature parties', owner).flatMap((turns) => turns.map(({ note }) => note));
      expect(notes.some(({ own }) => own.length > 0)).toBe(true);
      for (const { own, step } of notes) {
        for (const split of own) expect(split.feature ?? 0).toBeLessThan(columns);
        // Of other splits: which node parts into which, and the rows; neither column nor owner.
        if (step) expect(Object.keys(step).filter((key) => !['splits', 'measure', 'right'].includes(key))).toEqual([]); // prettier-ignore
      }
    }
  });

  it('forest.traffic: sizes follow the nodes that a step makes and measures, and not whose columns part them', () => {
    const sizesOf = new Map<string, Set<string>>();
    const ownOf = new Map<string, Set<number>>();
    for (const [setting, owner] of [
      ['aided', 'tax'],
      ['two feature parties', 'registry'],
    ] as const)
      // prettier-ignore
      for (const { note, sizes } of treesOf(setting, owner).flat()) {
        if (!note.step) continue;
        // A number of 0 and a mark that is not set take no room: the tree's, and that a state is kept, which follows the clock.
        const parted = `${note.step.splits!.length} ${note.step.measure!.length}`;
        const key = `${setting}: ${parted} ${(note.tree ?? 0) > 0} ${note.keep ?? false}`;
        sizesOf.set(key, (sizesOf.get(key) ?? new Set()).add(sizes.join(' ')));
        ownOf.set(key, (ownOf.get(key) ?? new Set()).add(note.own.length));
      }
    expect([...sizesOf].filter(([, sizes]) => sizes.size > 1)).toEqual([]);
    // Or there was nothing to hide.
    expect([...ownOf.values()].some((counts) => counts.size > 1)).toBe(true);
  });

  it('forest.importance: by published names, in the report of the label party', () => {
    const { report, project } = ran.get('two feature parties')!;
    const published = new Set(
      project.manifest.parties.flatMap(({ id, dataset }) => dataset.columns.map(({ name }) => `${id}.${name}`)),
    );
    const named = report.forest.importance.map(({ party, feature: name }) => `${party}.${name}`);
    expect(named.filter((name) => !published.has(name))).toEqual([]);
    expect(report.forest.importance.some(({ party, splits }) => party !== 'bank' && splits > 0)).toBe(true);
    expect(report.forest.partialDependence.every(({ feature: name }) => published.has(`bank.${name}`))).toBe(true);
  });

  it('forest.export: cut points leave where the policy allows it, and only there', () => {
    for (const setting of Object.keys(settings)) {
      for (const { body } of messages(setting, 'forest-shard', 'bank')) {
        const { digest, shard } = wire.JobForestShard.decode(body);
        expect(digest).toHaveLength(32);
        expect(shard.length > 0, setting).toBe(setting === 'export');
        if (shard.length > 0) expect(Buffer.from(shard).toString()).toContain('"to":');
      }
    }
  });
});

describe('two sets of labels that part rows alike', () => {
  const rows = 600;
  const rng = seededRng(4);
  const codes = (bins: number): Uint16Array => Uint16Array.from({ length: rows }, () => rng.below(bins));
  const [age, turnover, sector] = [codes(5), codes(6), codes(5)];
  // Far from any tie: what decides is not how derivatives were rounded.
  const labels = Uint8Array.from({ length: rows }, (_, row) =>
    rng.next() < 0.08 + 0.5 * Number(turnover[row]! > 2) + 0.3 * Number([1, 3].includes(sector[row]!)) ? 1 : 0,
  );
  const task: ForestTask = {
    labels,
    own: [{ feature: 'age', bins: 5, ordered: true, missingBin: -1 }],
    ownCodes: [age],
    features: [
      { feature: 'turnover', bins: 6, ordered: true, missingBin: 5 },
      { feature: 'sector', bins: 5, ordered: false, missingBin: -1 },
    ],
    codes: [turnover, sector],
    trees: 2,
    depth: 2,
  };
  const opposite: ForestTask = { ...task, labels: labels.map((one) => 1 - one) };
  /** What a party received, without the masks, which are uniform (aided-views.test.ts of the protocol). */
  const received = (transcript: readonly TranscriptEntry[], to: string): readonly string[] =>
    transcript
      .filter((entry) => entry.to === to && entry.kind !== 'dealt')
      .map(({ from, topic, kind, body }) => {
        if (kind !== 'group-sum-refine') return `${from} ${topic} ${kind} ${Buffer.from(body).toString('hex')}`;
        const { delta, ...rest } = wire.GroupSumRefineCall.decode(body);
        return `${from} ${topic} ${delta.length} ${JSON.stringify(rest)}`;
      });

  it('forest.partitions: what a feature party is sent is the same for labels that part rows alike', async () => {
    const [one, other] = [await growTogether(task, 5), await growTogether(opposite, 5)];
    const splits = one.forest.trees.flatMap(({ nodes }) => nodes.filter(({ kind }) => kind === 'split'));
    expect(splits.some((node) => node.kind === 'split' && node.owner === TAX && node.feature === 1)).toBe(true);
    const leaves = ({ forest }: typeof one): readonly number[] =>
      forest.trees[0]!.nodes.flatMap((node) => (node.kind === 'leaf' ? [Math.sign(node.value)] : []));
    // The same tree with the opposite meaning.
    expect(leaves(one)).toEqual(leaves(other).map((sign) => -sign));
    expect(received(one.transcript, TAX).length).toBeGreaterThan(5);
    expect(received(one.transcript, TAX)).toEqual(received(other.transcript, TAX));
  });

  it('forest.helper: what it is sent is the same to the byte for two sets of labels', async () => {
    const other = labels.toReversed();
    const [one, two] = [await growTogether(task, 5), await growTogether({ ...task, labels: other }, 5)];
    expect(one.forest.trees).not.toEqual(two.forest.trees);
    expect(received(one.transcript, HELPER).length).toBeGreaterThan(0);
    expect(received(one.transcript, HELPER).toSorted()).toEqual(received(two.transcript, HELPER).toSorted());
  });
});

describe('scoring an applicant', () => {
  const shard: ForestShard = {
    kind: 'forest',
    digest: '0'.repeat(64),
    features: [
      {
        name: 'turnover',
        splits: 2,
        bins: [10, 20, 30].map((to, i) => ({
          kind: 'interval',
          ...(i === 0 ? {} : { from: to - 10 }),
          to,
          missing: i === 2,
        })),
      },
    ],
    records: [
      { feature: 0, goesLeft: Uint8Array.of(1, 0, 0) },
      { feature: 0, goesLeft: Uint8Array.of(1, 1, 0) },
    ],
  };
  const told = async (values: readonly number[]): Promise<readonly TranscriptEntry[]> => {
    const network = memoryNetwork('job/1');
    const session = network.session(TAX);
    const context: JobContext = {
      job: 'job',
      attempt: 1,
      recipe: ran.get('aided')!.project.recipe,
      self: TAX,
      labelParty: BANK,
      featureParties: [TAX],
      columns: new Map(),
      helper: undefined,
      session,
      progress: () => undefined,
    };
    const frame = { rows: values.length, columns: [{ kind: 'number' as const, name: 'turnover', values: Float64Array.from(values) }] }; // prettier-ignore
    await sendSides(context, shard, frame, 'model');
    return network.transcript;
  };

  it('serve.forest-sides: a bit for every own split of an applicant, and no bin', async () => {
    const transcript = await told([5, 15, 25]);
    const { left } = wire.ScoreSides.decode(Buffer.concat(transcript.map(({ body }) => body)));
    expect([...left]).toEqual([0b001, 0b011]);
    expect(withoutLine(transcript, [{ party: BANK, stage: 'serve', what: 'serve.forest-sides', en: '', zh: '' }])).toEqual([]); // prettier-ignore
    // Values that no split tells apart look the same.
    const bodies = async (values: readonly number[]): Promise<readonly string[]> =>
      (await told(values)).map(({ body }) => Buffer.from(body).toString('hex'));
    expect(await bodies([1, 19, 29])).toEqual(await bodies([9, 11, 21]));
  });
});
