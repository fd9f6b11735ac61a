/** What each party counted itself of its messages, gathered at the label party for the report. */
import type { NetworkSession } from '@coscore/node-core/transport/index.ts';
import { wire } from '@coscore/proto';
import { ProtocolError, receive, send, type PartyId } from '@coscore/protocols';
import { type JobContext, type StageName, stageNames } from './context.ts';

type Profile = 'aided' | 'blind';

interface Totals {
  sent: number;
  fromHelper: number;
}

/** Bytes of each stage: what this node sent, and what the helper sent it. */
export class StageTraffic {
  readonly #session: NetworkSession;
  readonly #helper: string | undefined;
  readonly #stages = new Map<StageName, Totals>();
  #last: Totals = { sent: 0, fromHelper: 0 };

  constructor(session: NetworkSession, helper: string | undefined) {
    this.#session = session;
    this.#helper = helper;
  }

  /** Books everything since the last call under `stage`. */
  book(stage: StageName): void {
    const now: Totals = { sent: 0, fromHelper: 0 };
    for (const { peer, direction, bytes } of this.#session.traffic()) {
      if (direction === 'sent') now.sent += bytes;
      else if (peer === this.#helper) now.fromHelper += bytes;
    }
    const booked = this.#stages.get(stage) ?? { sent: 0, fromHelper: 0 };
    booked.sent += now.sent - this.#last.sent;
    booked.fromHelper += now.fromHelper - this.#last.fromHelper;
    this.#stages.set(stage, booked);
    this.#last = now;
  }

  get stages(): ReadonlyMap<StageName, Totals> {
    return this.#stages;
  }
}

export interface PartyTraffic {
  readonly profile: Profile;
  readonly rows: number;
  readonly clippedRows: number;
  readonly stages: ReadonlyMap<StageName, Totals>;
  readonly links: readonly {
    readonly peer: string;
    readonly sentBytes: number;
    readonly sentMessages: number;
    readonly receivedBytes: number;
    readonly receivedMessages: number;
  }[];
}

/** Kinds of message that only one profile of a primitive sends: tags and dealt material, or masked points. */
const AIDED_KINDS: ReadonlySet<string> = new Set(['align-tags', 'helper-call', 'helper-grant', 'dealt']);
const BLIND_KINDS: ReadonlySet<string> = new Set(['align-points']);

/**
 * The profile that ran, from the kinds of messages that really crossed: never from what was asked for.
 * @throws ProtocolError `parameter-mismatch` when messages of both or of neither profile crossed.
 */
export function observedProfile(traffic: ReturnType<NetworkSession['traffic']>): Profile {
  const aided = traffic.some(({ kind }) => AIDED_KINDS.has(kind));
  const blind = traffic.some(({ kind }) => BLIND_KINDS.has(kind));
  if (aided === blind) {
    throw new ProtocolError(
      'parameter-mismatch',
      `the transcript shows ${aided ? 'messages of both trust profiles' : 'no message that tells its trust profile'}`,
    );
  }
  return aided ? 'aided' : 'blind';
}

export function ownTraffic(
  session: NetworkSession,
  stages: StageTraffic,
  rows: number,
  clippedRows: number,
): PartyTraffic {
  const traffic = session.traffic();
  const peers = [...new Set(traffic.map(({ peer }) => peer))];
  const total = (peer: string, direction: 'sent' | 'received', what: 'bytes' | 'messages'): number =>
    traffic.reduce((sum, entry) => sum + (entry.peer === peer && entry.direction === direction ? entry[what] : 0), 0);
  return {
    profile: observedProfile(traffic),
    rows,
    clippedRows,
    stages: stages.stages,
    links: peers.map((peer) => ({
      peer,
      sentBytes: total(peer, 'sent', 'bytes'),
      sentMessages: total(peer, 'sent', 'messages'),
      receivedBytes: total(peer, 'received', 'bytes'),
      receivedMessages: total(peer, 'received', 'messages'),
    })),
  };
}

/** To two digits: exact sizes of tags and points would tell how many rows this party has. */
function about(count: number): number {
  return Number(count.toPrecision(2));
}

export async function sendTraffic(
  context: JobContext,
  { profile, rows, clippedRows, stages, links }: PartyTraffic,
): Promise<void> {
  await send(context.session.channel(context.labelParty, 'report'), 'traffic', wire.JobTraffic, {
    profile,
    rows: about(rows),
    clippedRows: about(clippedRows),
    stages: [...stages].map(([stage, { sent, fromHelper }]) => ({
      stage,
      bytesSent: about(sent),
      bytesFromHelper: about(fromHelper),
    })),
    links: links.map((link) => ({
      peer: link.peer,
      bytesSent: about(link.sentBytes),
      messagesSent: about(link.sentMessages),
      bytesReceived: about(link.receivedBytes),
      messagesReceived: about(link.receivedMessages),
    })),
  });
}

/** @throws ProtocolError `parameter-mismatch` when another party observed another profile. */
export async function gatherTraffic(
  context: JobContext,
  own: PartyTraffic,
): Promise<ReadonlyMap<PartyId, PartyTraffic>> {
  const others = await Promise.all(
    context.featureParties.map(async (party): Promise<[PartyId, PartyTraffic]> => {
      const traffic = await receive<wire.JobTraffic>(
        context.session.channel(party, 'report'),
        'traffic',
        wire.JobTraffic,
      );
      if (traffic.profile !== own.profile) {
        throw new ProtocolError(
          'parameter-mismatch',
          `${party} observed the ${traffic.profile} profile, this node ${own.profile}`,
        );
      }
      return [party, fromWire(traffic, own.profile)];
    }),
  );
  return new Map([[context.self, own], ...others]);
}

function fromWire({ rows, clippedRows, stages, links }: wire.JobTraffic, profile: Profile): PartyTraffic {
  const known = stages.flatMap(({ stage, bytesSent, bytesFromHelper }): [StageName, Totals][] => {
    const name = stageNames.find((candidate) => candidate === stage);
    return name === undefined ? [] : [[name, { sent: bytesSent ?? 0, fromHelper: bytesFromHelper ?? 0 }]];
  });
  return {
    profile,
    rows,
    clippedRows,
    stages: new Map(known),
    links: links.map((link) => ({
      peer: link.peer ?? '',
      sentBytes: link.bytesSent ?? 0,
      sentMessages: link.messagesSent ?? 0,
      receivedBytes: link.bytesReceived ?? 0,
      receivedMessages: link.messagesReceived ?? 0,
    })),
  };
}
