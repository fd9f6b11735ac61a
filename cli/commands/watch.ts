/** Following a job until it ends. */
import type { DaemonClient } from '../daemon-client.ts';
import type { JobView } from '../daemon-views.ts';
import { printJson, printLine, type Context } from '../io.ts';
import { succeeded } from '../lab/lab.ts';
import { progressView } from '../output/progress.ts';

/** @throws as `succeeded`: the exit code tells how the job ended. Ctrl-C stops watching and leaves the job alone. */
export async function watch(context: Context, client: DaemonClient, id: string): Promise<void> {
  const view = progressView(context);
  let last: JobView | undefined;
  try {
    for await (const job of client.watchJob(id, context.io.signal)) {
      last = job;
      view.update(job);
    }
  } finally {
    view.stop();
  }
  if (context.io.signal.aborted || last === undefined) return;
  const job = succeeded(last);
  if (context.json) printJson(context, { event: 'finished', job });
  else printLine(context.io.stdout, `${job.id}: ${context.texts.states[job.state] ?? job.state}`);
}
