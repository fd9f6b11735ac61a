/** What each party counted itself of its messages, gathered at the label party for the report. */
import { wire } from '@coscore/proto';
import { ProtocolError, receive, send, type PartyId } from '@coscore/protocols';
import { type JobContext, type StageName, stageNames } from './context.ts';
import type { LinkCost, StageCosts } from './costs.ts';

type Profile = 'aided' | 'blind';

interface Totals {
  readonly sent: number;
  readonly fromHelper: number;
}

export interface PartyTraffic {
  readonly profile: Profile;
  readonly rows: number;
  readonly clippedRows: number;
  readonly stages: ReadonlyMap<StageName, Totals>;
  readonly links: readonly LinkCost[];
}

/** Kinds of message that only one profile of a primitive sends: tags and dealt material, or masked points and ciphertexts. */
const AIDED_KINDS: ReadonlySet<string> = new Set([
  'align-tags',
  'helper-call',
  'helper-grant',
  'dealt',
  'group-sum-delta',
  'group-sum-feature',
  'group-sum-refine',
  'group-sum-refined',
  'mat-vec-masked',
  'mat-vec-product',
  'shared-sigmoid-masked',
]);
const BLIND_KINDS: ReadonlySet<string> = new Set([
  'align-points',
  'group-sum-key',
  'group-sum-rows',
  'group-sum-sums',
  'group-sum-refine-key',
  'group-sum-refine-turn',
  'group-sum-refine-answer',
  'mat-vec-key',
  'mat-vec-encrypted',
  'mat-vec-hidden-product',
]);

/**
 * The profile that ran, from the kinds of messages that really crossed: never from what was asked for.
 * @throws ProtocolError `parameter-mismatch` when messages of both or of neither profile crossed.
 */
export function observedProfile(traffic: readonly { readonly kind: string }[]): Profile {
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

/** What this node counted, over all attempts as far as their stages were finished or are gone on with. */
export function ownTraffic({ helper }: JobContext, costs: StageCosts, rows: number, clippedRows: number): PartyTraffic {
  const totals = [...costs.stages].map(([stage, { links }]): [StageName, Totals] => [
    stage,
    {
      sent: links.reduce((sum, { sentBytes }) => sum + sentBytes, 0),
      fromHelper: links.reduce((sum, { peer, receivedBytes }) => sum + (peer === helper ? receivedBytes : 0), 0),
    },
  ]);
  return {
    profile: observedProfile(costs.kinds().map((kind) => ({ kind }))),
    rows,
    clippedRows,
    stages: new Map(totals),
    links: costs.links(),
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
