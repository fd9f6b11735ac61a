/** The engines that state can stand on, by name. Each opens a directory and gives a kysely dialect; nothing else differs. */
import type { Dialect } from 'kysely';
import { NodeError } from '../errors/node-error.ts';
import { clusterTemplate, ensureCluster } from './cluster.ts';
import { pgliteDialect } from './pglite-dialect.ts';
import { openPgliteThread } from './pglite-client.ts';

/** @param explain turns an engine's error into ours. */
export type OpenEngine = (dir: string, explain: (error: unknown) => unknown) => Promise<Dialect>;

const engines: Readonly<Record<string, OpenEngine>> = {
  async pglite(dir, explain) {
    await ensureCluster(dir);
    return pgliteDialect(await openPgliteThread(dir), explain);
  },
};

/** @throws NodeError `engine-unavailable`. */
export function openEngine(name: string): OpenEngine {
  const engine = Object.hasOwn(engines, name) ? engines[name] : undefined;
  if (engine === undefined) {
    throw new NodeError(
      'engine-unavailable',
      `this version keeps state in ${Object.keys(engines).join(', ')} only, not in ${name}`,
      {
        params: { engine: name },
      },
    );
  }
  return engine;
}

/** Makes the empty cluster that first starts copy, where it is missing: about 3 s, worth doing while installing. */
export async function prepareEngine(): Promise<void> {
  await clusterTemplate();
}
