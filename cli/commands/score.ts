/** `coscore score`: a file of applicants in, a file of scores out; the applicants' rows stay where they are. */
import { dirname, resolve } from 'node:path';
import { mkdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import { NodeError } from '@coscore/node-core/errors/node-error.ts';
import type { Batch } from '@coscore/party-node/serve/batches.ts';
import { count } from '@coscore/party-node/report/format.ts';
import { PartyClient } from '../daemon-client.ts';
import { note, printJson, printLine, type Context } from '../io.ts';
import type { Session } from '../session.ts';
import { watch } from './job.ts';
import { nodeCommand, withClient, type HomeOption } from './with-client.ts';

interface ScoreOptions extends HomeOption {
  readonly model: string;
  readonly in: string;
  readonly out: string;
}

export function addScoreCommand(program: Command, session: Session): void {
  const { texts } = session;
  const score = nodeCommand(program, session, 'score', texts.score, [
    'coscore score --model 01J… --in applicants.csv --out scores.csv --home /var/lib/coscore',
  ])
    .requiredOption('--model <job>', texts.scoreModelOption)
    .requiredOption('--in <file>', texts.scoreInOption)
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
  const asked = await client.askScores(options.model, resolve(options.in));
  note(context, texts.scoreAsked(asked.id));
  const begun = await untilBegun(client, asked, context.io.signal);
  await watch(context, client, begun.job!);
  const { result } = await client.batch(asked.id);
  if (context.io.signal.aborted || result === undefined) return;
  const out = resolve(options.out);
  await mkdir(dirname(out), { recursive: true });
  await client.saveScores(asked.id, out);
  if (context.json) return printJson(context, { event: 'scored', file: out, ...result });
  printLine(context.io.stdout, texts.scoreWritten(out, count(result.scored), count(result.applicants)));
  if (result.unseen > 0) printLine(context.io.stdout, texts.scoreUnseen(count(result.unseen)));
}

const POLL_MS = 200;
/** The coordinator orders the job as soon as everybody attends; beyond that it waits, and shows whom for. */
const BEGIN_MS = 60_000;

/** @throws NodeError `party-away` when the job has not begun in time. */
async function untilBegun(client: PartyClient, { id }: Batch, signal: AbortSignal): Promise<Batch> {
  for (const start = Date.now(); Date.now() - start < BEGIN_MS;) {
    const batch = await client.batch(id);
    if (batch.job !== undefined) return batch;
    await sleep(POLL_MS, undefined, { signal });
  }
  throw new NodeError(
    'party-away',
    `the coordinator has not begun batch ${id}: a party is away; it goes on when all are back, and the scores will be at this node`,
    { params: { party: '' } },
  );
}
