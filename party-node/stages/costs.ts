/** What each stage took: seconds, and the messages of every peer. Stages that are not done again keep the record of when they were. */
import type { NetworkSession } from '@coscore/node-core/transport/index.ts';
import type { Stored } from './checkpoint-codec.ts';
import type { StageName } from './context.ts';

export interface LinkCost {
  readonly peer: string;
  readonly sentBytes: number;
  readonly sentMessages: number;
  readonly receivedBytes: number;
  readonly receivedMessages: number;
}

export interface StageCost {
  readonly seconds: number;
  readonly links: readonly LinkCost[];
  /** Kinds of message that crossed: the profile that ran is read from them. */
  readonly kinds: readonly string[];
  /** The attempt that finished it. */
  readonly attempt: number;
}

type Traffic = ReturnType<NetworkSession['traffic']>;

export class StageCosts {
  readonly #session: Pick<NetworkSession, 'traffic'>;
  readonly #attempt: number;
  readonly #stages = new Map<StageName, StageCost>();
  readonly #started = new Map<StageName, number>();
  /** Traffic up to here is booked. */
  #booked: Traffic = [];

  constructor(session: Pick<NetworkSession, 'traffic'>, attempt: number) {
    this.#session = session;
    this.#attempt = attempt;
  }

  get stages(): ReadonlyMap<StageName, StageCost> {
    return this.#stages;
  }

  begin(stage: StageName): void {
    this.#started.set(stage, performance.now());
  }

  /** Books the time since `begin`, and everything that moved since the last stage ended. */
  end(stage: StageName): void {
    this.#stages.set(stage, this.soFar(stage));
    this.#started.delete(stage);
    this.#booked = this.#session.traffic();
  }

  /** What a stage under way has cost by now. */
  soFar(stage: StageName): StageCost {
    const seconds = (performance.now() - (this.#started.get(stage) ?? performance.now())) / 1000;
    const traffic = this.#session.traffic();
    const now = { seconds, ...moved(this.#booked, traffic), attempt: this.#attempt };
    const before = this.#stages.get(stage);
    return before === undefined ? now : sum(before, now);
  }

  /** @throws Error for a stage that was not run. */
  of(stage: StageName): StageCost {
    const cost = this.#stages.get(stage);
    if (cost === undefined) throw new Error(`stage ${stage} has not run`);
    return cost;
  }

  /** What earlier attempts spent on a stage, finished or to go on with. */
  restore(stage: StageName, cost: StageCost): void {
    this.#stages.set(stage, cost);
  }

  /** Every link over all attempts, as far as its stages are known, with what this session moved since its last stage. */
  links(): readonly LinkCost[] {
    return mergeLinks([
      ...[...this.#stages.values()].flatMap(({ links }) => links),
      ...moved(this.#booked, this.#session.traffic()).links,
    ]);
  }

  kinds(): readonly string[] {
    const now = this.#session.traffic().map(({ kind }) => kind);
    return [...new Set([...[...this.#stages.values()].flatMap(({ kinds }) => kinds), ...now])];
  }
}

function moved(before: Traffic, now: Traffic): Pick<StageCost, 'links' | 'kinds'> {
  const key = ({ peer, direction, kind }: Traffic[number]): string => `${peer}\n${direction}\n${kind}`;
  const earlier = new Map(before.map((entry) => [key(entry), entry]));
  const links: LinkCost[] = [];
  const kinds = new Set<string>();
  for (const entry of now) {
    const { peer, direction, kind } = entry;
    const { messages = 0, bytes = 0 } = earlier.get(key(entry)) ?? {};
    if (entry.messages === messages) continue;
    kinds.add(kind);
    const sent = direction === 'sent';
    links.push({
      peer,
      sentBytes: sent ? entry.bytes - bytes : 0,
      sentMessages: sent ? entry.messages - messages : 0,
      receivedBytes: sent ? 0 : entry.bytes - bytes,
      receivedMessages: sent ? 0 : entry.messages - messages,
    });
  }
  return { links: mergeLinks(links), kinds: [...kinds] };
}

function mergeLinks(links: readonly LinkCost[]): readonly LinkCost[] {
  const byPeer = new Map<string, LinkCost>();
  for (const link of links) {
    const so = byPeer.get(link.peer);
    byPeer.set(
      link.peer,
      so === undefined
        ? link
        : {
            peer: link.peer,
            sentBytes: so.sentBytes + link.sentBytes,
            sentMessages: so.sentMessages + link.sentMessages,
            receivedBytes: so.receivedBytes + link.receivedBytes,
            receivedMessages: so.receivedMessages + link.receivedMessages,
          },
    );
  }
  return [...byPeer.values()];
}

function sum(a: StageCost, b: StageCost): StageCost {
  return {
    seconds: a.seconds + b.seconds,
    links: mergeLinks([...a.links, ...b.links]),
    kinds: [...new Set([...a.kinds, ...b.kinds])],
    attempt: b.attempt,
  };
}

export function storeCost({ seconds, links, kinds, attempt }: StageCost): Stored {
  return { seconds, kinds, attempt, links: links.map((link) => ({ ...link })) };
}

export function readCost(stored: Stored): StageCost {
  return stored as unknown as StageCost;
}
