/** `coscore score`: a file of applicants in, a file of scores out; the applicants' rows stay where they are. */
import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { InvalidArgumentError, type Command } from 'commander';
import { NodeError } from '@coscore/node-core/errors/node-error.ts';
import { count } from '@coscore/party-node/report/format.ts';
import type { BatchView } from '@coscore/party-node/serve/batches.ts';
import { PartyClient } from '../daemon-client.ts';
import { note, printJson, printLine, type Context } from '../io.ts';
import { RemoteError } from '../remote-error.ts';
import type { Session } from '../session.ts';
import { watch } from './watch.ts';
import { nodeCommand, withClient, type HomeOption } from './with-client.ts';

interface ScoreOptions extends HomeOption {
  readonly model?: string;
  readonly in?: string;
  readonly batch?: string;
  readonly out: string;
}

export function addScoreCommand(program: Command, session: Session): void {
  const { texts } = session;
  const score = nodeCommand(program, session, 'score', texts.score, [
    'coscore score --model 1a2b3c4d --in applicants.csv --out scores.csv --home /var/lib/coscore',
    'coscore score --batch 5e0c… --out scores.csv --home /var/lib/coscore',
  ])
    .option('--model <job>', texts.scoreModelOption)
    .option('--in <file>', texts.scoreInOption)
    .option('--batch <batch>', texts.scoreBatchOption)
    .requiredOption('--out <file>', texts.scoreOutOption);
  score.action(
    withClient(
      session,
      (home) => new PartyClient(home),
      (context, client) => run(context, client, score.opts<ScoreOptions>()),
    ),
  );
}

async function run(context: Context, client: PartyClient, options: ScoreOptions): Promise<void> {
  const { texts } = context;
  const { id } = await batchOf(context, client, options);
  const begun = await untilBegun(context, client, id);
  if (begun?.state === 'running') await watch(context, client, begun.job!);
  if (context.io.signal.aborted) return note(context, texts.scoreGoesOn(id));
  const { result } = await scored(client, id);
  const out = resolve(options.out);
  await mkdir(dirname(out), { recursive: true });
  await client.saveScores(id, out);
  if (context.json) return printJson(context, { event: 'scored', file: out, ...result });
  printLine(context.io.stdout, texts.scoreWritten(out, count(result.scored), count(result.applicants)));
  if (result.unseen > 0) printLine(context.io.stdout, texts.scoreUnseen(count(result.unseen)));
}

/** One that is asked for now, or that was before. */
async function batchOf(context: Context, client: PartyClient, options: ScoreOptions): Promise<BatchView> {
  const { model, in: file, batch } = options;
  if (batch !== undefined && model === undefined && file === undefined) return client.batch(batch);
  if (batch !== undefined || model === undefined || file === undefined)
    throw new InvalidArgumentError(context.texts.scoreUsage);
  const asked = await client.askScores(model, resolve(file));
  if (context.json) printJson(context, { event: 'asked', batch: asked.id });
  else note(context, context.texts.scoreAsked(asked.id));
  return asked;
}

const POLL_MS = 200;
/** The coordinator answers at once; beyond that it has gone, and the node asks again when it is back. */
const ANSWER_MS = 60_000;

/**
 * Until the job runs here or is over. Whom a job waits for is the coordinator's business, and how long the recipe's.
 * @returns undefined when the user gave up. @throws NodeError `coordinator-unreachable`.
 */
async function untilBegun(context: Context, client: PartyClient, id: string): Promise<BatchView | undefined> {
  const { io, texts } = context;
  const start = io.now();
  for (let told = false; !io.signal.aborted; await pause(io.signal)) {
    const batch = await client.batch(id);
    if (batch.state !== 'asked' && batch.state !== 'waiting') return batch;
    if (batch.state === 'waiting' && !told) note(context, texts.scoreWaits(batch.job!));
    told ||= batch.state === 'waiting';
    if (batch.state === 'asked' && io.now() - start > ANSWER_MS)
      throw new NodeError(
        'coordinator-unreachable',
        `the coordinator has not answered; the node asks again when it is back, and \`coscore score --batch ${id}\` fetches the scores`,
      );
  }
  return undefined;
}

async function pause(signal: AbortSignal): Promise<void> {
  await sleep(POLL_MS, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}

/** @throws RemoteError with the reason for which there are no scores. */
async function scored(client: PartyClient, id: string): Promise<Required<Pick<BatchView, 'result'>>> {
  const { result, error } = await client.batch(id);
  if (result !== undefined) return { result };
  const { code, message, params } = error ?? { code: 'job-failed', message: 'the batch has no scores', params: {} };
  throw new RemoteError(code, message, params);
}
