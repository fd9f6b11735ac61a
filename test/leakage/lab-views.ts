/** What a test looks into of the nodes of a running lab. */
import type { RunningLab } from '../support/running-lab.ts';
import type { Haystack } from './scanner.ts';

export const pidsOf = ({ lab }: RunningLab): ReadonlyMap<string, number> =>
  new Map([lab.coordinator, ...lab.parties.values()].map(({ id, process: { pid } }) => [id, pid]));

/** What each daemon says over its socket: a database may pack what it stores, an answer does not. */
export async function answersOf({ lab }: RunningLab): Promise<ReadonlyMap<string, Haystack>> {
  const { client } = lab.coordinator;
  const said = new Map<string, unknown>([
    [lab.coordinator.id, [await client.status(), await client.jobs(), await client.models(), await client.audit()]],
  ]);
  for (const [id, party] of lab.parties) {
    said.set(id, [
      await party.client.status(),
      await party.client.jobs(),
      await party.client.projects(),
      await party.client.audit(),
    ]);
  }
  return new Map(
    [...said].map(([id, answer]) => [id, { name: 'answers', bytes: Buffer.from(JSON.stringify(answer)) }]),
  );
}
