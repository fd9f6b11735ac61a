/** A job of trees on real processes: seconds of each stage, processor and memory of each process, bytes of each link. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Lab } from 'coscore/lab/lab.ts';
import type { ForestReport } from '@coscore/models/evaluate/report.ts';
import type { AuditEntry } from '@coscore/node-core/audit/index.ts';
import { readRecipe } from '@coscore/node-core/recipe/index.ts';
import type { AlignmentReport } from '@coscore/party-node/stages/alignment-report.ts';
import { ShapedLink, type LinkShape } from './shaped-link.ts';

/** What the label party says it is at while trees grow: the stage, or the primitive that it uses then. */
const TRAINING: ReadonlySet<string> = new Set(['train', 'group-sum']);

export interface LabRun {
  readonly report: ForestReport;
  /** [s] while the label party was in stage `train`, by process. */
  readonly trainCpuSeconds: Readonly<Record<string, number>>;
  /** Most resident memory of each process since it started. */
  readonly peakMb: Readonly<Record<string, number>>;
  /** Of stage `train`, by `from > to`. */
  readonly trainLinks: Readonly<Record<string, { readonly bytes: number; readonly messages: number }>>;
  /** [s] that dealing took, where it had a job of its own before this one. */
  readonly dealSeconds?: number;
}

export interface TreeLabOptions {
  /** Of every node to the coordinator; absent: loopback as it is. */
  readonly line?: LinkShape | undefined;
  /** What a forest needs of the helper is dealt in a job of its own before it is trained. */
  readonly dealAhead?: boolean;
  /** The parties are connected without the coordinator between them. */
  readonly direct?: boolean;
}

export async function runTreeLab(
  recipeText: string,
  dataDir: string,
  { line, dealAhead = false, direct = false }: TreeLabOptions,
): Promise<LabRun> {
  const work = await mkdtemp(join(tmpdir(), 'coscore-bench-'));
  const links: ShapedLink[] = [];
  try {
    const recipePath = join(work, 'recipe.yaml');
    await writeFile(recipePath, recipeText);
    const recipe = await readRecipe(recipePath);
    const dial = async (_: string, address: string): Promise<string> => {
      const link = await ShapedLink.before(address, line!);
      links.push(link);
      return link.address;
    };
    const lab = await Lab.start({ recipe, recipePath, dataDir, direct, ...(line === undefined ? {} : { dial }) });
    try {
      await lab.addData();
      const project = await lab.propose({ runs: 2 });
      const dealSeconds = dealAhead ? await deal(lab, project) : undefined;
      return { ...(await runJob(lab, project)), ...(dealSeconds === undefined ? {} : { dealSeconds }) };
    } finally {
      await lab.stop();
      await lab.removeState();
    }
  } finally {
    await Promise.all(links.map((link) => link.close()));
    await rm(work, { recursive: true, force: true });
  }
}

async function deal(lab: Lab, project: string): Promise<number> {
  const { model } = lab.recipe;
  if (model.kind !== 'gbdt') throw new Error('only for trees is material dealt ahead');
  const { id } = await lab.run(project, { recipe: { ...lab.recipe, dealAhead: model.trees } });
  const path = join(lab.home, 'dealt.json');
  await lab.labelParty.client.saveReport(id, 'report.json', path);
  const { stages } = JSON.parse(readFileSync(path, 'utf8')) as AlignmentReport;
  return stages.find(({ name }) => name === 'deal')!.seconds;
}

async function runJob(lab: Lab, project: string): Promise<LabRun> {
  const nodes = [lab.coordinator, ...lab.parties.values(), ...(lab.helper === undefined ? [] : [lab.helper])];
  const cpu = (): Record<string, number> =>
    Object.fromEntries(nodes.map((node) => [node.id, cpuSecondsOf(node.process.pid)]));
  // A stage is first heard of some way into it: what counts is the last word from before.
  let before = cpu();
  let training = false;
  let after: Record<string, number> | undefined;
  const job = await lab.run(project, {
    onView: ({ parties }) => {
      const stage = parties?.[lab.labelParty.id]?.stage;
      if (stage !== undefined && TRAINING.has(stage)) training = true;
      else if (training) after ??= cpu();
      else before = cpu();
    },
  });
  const saved = await lab.saveReports(job.id, join(lab.home, 'out'));
  const audits = await Promise.all(
    [...lab.parties.values()].map(
      async ({ id, client }) => [id, (await client.audit()) as readonly AuditEntry[]] as const,
    ),
  );
  const [start, end] = [before, after ?? cpu()];
  return {
    report: JSON.parse(readFileSync(saved['report.json'], 'utf8')) as ForestReport,
    trainCpuSeconds: Object.fromEntries(nodes.map(({ id }) => [id, end[id]! - start[id]!])),
    peakMb: Object.fromEntries(nodes.map((node) => [node.id, peakMbOf(node.process.pid)])),
    trainLinks: linksOf(audits, job.id),
  };
}

interface AuditedMessages {
  readonly job: string;
  readonly stage: string;
  readonly messages: readonly { peer: string; kind: string; messages: number; bytes: number }[];
}

/** What the parties' own audit logs say. Their counts go up over a job: what a stage moved is a difference. */
function linksOf(
  audits: readonly (readonly [party: string, entries: readonly AuditEntry[]])[],
  job: string,
): LabRun['trainLinks'] {
  const links: Record<string, { bytes: number; messages: number }> = {};
  const parties = new Set(audits.map(([party]) => party));
  for (const [party, entries] of audits) {
    const earlier = new Map<string, { bytes: number; messages: number }>();
    for (const { event, details } of entries) {
      if (event !== 'sent' && event !== 'received') continue;
      const { job: of, stage, messages } = details as unknown as AuditedMessages;
      if (of !== job) continue;
      for (const { peer, kind, ...now } of messages) {
        const key = `${event} ${peer} ${kind}`;
        const so = earlier.get(key) ?? { bytes: 0, messages: 0 };
        earlier.set(key, now);
        // The sender counts; a helper has no log of this kind, so what it sends is counted by who gets it.
        if (stage !== 'train' || (event === 'received' && parties.has(peer))) continue;
        const link = (links[event === 'sent' ? `${party} > ${peer}` : `${peer} > ${party}`] ??= {
          bytes: 0,
          messages: 0,
        });
        link.bytes += now.bytes - so.bytes;
        link.messages += now.messages - so.messages;
      }
    }
  }
  return links;
}

/** Clock ticks of Linux's /proc are hundredths of a second on every machine that Node runs on. */
function cpuSecondsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function peakMbOf(pid: number): number {
  const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}
