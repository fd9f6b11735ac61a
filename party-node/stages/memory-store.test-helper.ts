import type { ArtefactKey } from '@coscore/node-core/state/artefacts.ts';
import type { CheckpointStore } from './checkpoints.ts';

/** The artefact table's contract, in memory. */
export function memoryStore(): CheckpointStore & { readonly names: () => string[] } {
  const rows = new Map<string, { key: ArtefactKey; bytes: Uint8Array }>();
  const id = ({ job, stage, attempt, name }: ArtefactKey): string => [job, stage, attempt, name].join();
  return {
    names: () => [...rows.values()].map(({ key }) => `${key.stage}/${key.name}@${key.attempt}`),
    put: (key, value, instead = []) => {
      rows.set(id(key), { key, bytes: value.slice() });
      for (const gone of instead) rows.delete(id(gone));
      return Promise.resolve();
    },
    get: (key) => Promise.resolve(rows.get(id(key))?.bytes),
    list: (job) => Promise.resolve([...rows.values()].map(({ key }) => key).filter((key) => key.job === job)),
    remove: (keys) => {
      for (const key of keys) rows.delete(id(key));
      return Promise.resolve();
    },
  };
}
