/** What is left of a job that made a model: shards, reports, an entry in the registry, a line in the audit log. */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnyReport } from '@coscore/models/evaluate/report.ts';
import { canonicalJson, manifestDigest } from '@coscore/node-core/manifest/index.ts';
import { renderReportHtml } from '../report/html.ts';
import { writeReportXlsx } from '../report/xlsx.ts';
import { keepManifest, type ModelPart, modelManifest } from '../serve/claim.ts';
import type { JobInput } from './run-job.ts';
import type { Stages } from './stages.ts';

/** Each party keeps its own part of the model; the others only ever see its digest. @returns that digest, hex. */
export async function keepShard({ job, attempt, artefacts }: JobInput, shard: object): Promise<string> {
  const text = canonicalJson(shard);
  await artefacts.put({ job, stage: 'train', attempt, name: 'shard' }, Buffer.from(text));
  return createHash('sha256').update(text).digest('hex');
}

/**
 * The label party's end of a job: report, registry, audit log.
 * @param make the report as of now. @param parts everybody's part of the model.
 */
export async function finishAtLabelParty(
  input: JobInput,
  stages: Stages,
  make: () => AnyReport,
  parts: (report: AnyReport) => ReadonlyMap<string, ModelPart>,
): Promise<void> {
  // Drawn once to know how long that takes, and once more to say so.
  await stages.run('report', () => writeReports(input.reportFolder, make()));
  const report = make();
  await writeReports(input.reportFolder, report);
  await registerModel(input, report, parts(report));
  const learned = report.learned.filter(({ party }) => party === input.identity.id);
  await writeLearned(
    input,
    learned.map(({ what }) => what),
  );
}

/** For the coordinator's registry, and for the day on which the model scores: what everybody's part is by digest. */
async function registerModel(
  { job, attempt, recipe, manifest, artefacts }: JobInput,
  report: AnyReport,
  shards: ReadonlyMap<string, ModelPart>,
): Promise<void> {
  const project = manifestDigest(manifest);
  const made = modelManifest({ job, project, recipe, manifest, report, shards, now: new Date() });
  if (made !== undefined) await keepManifest(artefacts, { job, attempt }, made);
}

async function writeReports(folder: string, report: AnyReport): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(join(folder, 'report.json'), JSON.stringify(report, null, 2), { mode: 0o600 });
  await writeFile(join(folder, 'report.html'), renderReportHtml(report), { mode: 0o600 });
  await writeReportXlsx(report, join(folder, 'report.xlsx'));
}

export async function writeLearned({ audit, job }: JobInput, what: readonly string[]): Promise<void> {
  await audit.append('learned', { job, what }, new Date());
}
