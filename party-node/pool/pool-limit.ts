/** How much material dealt ahead a node keeps for one project, from its environment. */
import { NodeError } from '@coscore/node-core';

const VARIABLE = 'COSCORE_POOL_MB';
const DEFAULT_MB = 2000;

/** @returns bytes of files. @throws NodeError `setting-invalid` when `COSCORE_POOL_MB` is no whole number of megabytes. */
export function poolLimit(env: Readonly<Record<string, string | undefined>>): number {
  const text = env[VARIABLE];
  const megabytes = text === undefined || text === '' ? DEFAULT_MB : Number(text);
  if (Number.isSafeInteger(megabytes) && megabytes >= 0 && megabytes <= 1e9) return megabytes * 1e6;
  throw new NodeError('setting-invalid', `${VARIABLE} is a whole number of megabytes, such as ${DEFAULT_MB}`, {
    params: { variable: VARIABLE },
  });
}
