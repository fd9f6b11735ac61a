/** Worker thread: the embedded engine, apart from the thread that does the node's own work (pglite-client.ts says why). */
import { parentPort, workerData } from 'node:worker_threads';
import { openPglite } from './pglite-engine.ts';
import type { EngineAnswer, EngineFailure, EngineRequest } from './pglite-client.ts';

const port = parentPort;
if (port === null) throw new Error('this file is a worker thread');

/** An error as plain fields: what a thread can hand to another. Query values stay here. */
function failureOf(error: unknown): EngineFailure {
  if (!(error instanceof Error)) return { exit: true, name: 'Exit', message: String(error) };
  const { code, severity } = error as { code?: unknown; severity?: unknown };
  const cause = error.cause === undefined ? {} : { cause: failureOf(error.cause) };
  return { exit: false, name: error.name, message: error.message, code, severity, ...cause };
}

const engine = await openPglite((workerData as { dir: string }).dir).catch((error: unknown) => {
  port.postMessage({ id: -1, failure: failureOf(error) } satisfies EngineAnswer);
});

async function answer({ id, sql, params }: EngineRequest): Promise<EngineAnswer> {
  try {
    if (sql === undefined) {
      await engine?.close();
      return { id };
    }
    const { rows, affectedRows, command } = await engine!.query(sql, params);
    return { id, result: { rows, affectedRows, command } };
  } catch (error) {
    return { id, failure: failureOf(error) };
  }
}

if (engine !== undefined) {
  port.on('message', (request: EngineRequest) => {
    void answer(request).then((reply) => {
      port.postMessage(reply);
      if (request.sql === undefined) port.close();
    });
  });
  port.postMessage({ id: -1 } satisfies EngineAnswer);
}
