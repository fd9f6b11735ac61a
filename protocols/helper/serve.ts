/**
 * The helper's one entry point for a job: pairs the parties' requests and deals to all of them at once. It sees sizes and
 * counts, never a message between data parties, and keeps nothing of what it shipped.
 */
import { SEED_BYTES, systemCsprng, type Csprng } from '@coscore/crypto';
import { wire } from '@coscore/proto';
import { alignAsHelper, type AlignOptions } from '../align/index.ts';
import { ProtocolError } from '../errors.ts';
import { dealGroupSum } from '../group-sum/dealer.ts';
import { dealMatVec } from '../mat-vec/aided/dealer.ts';
import { dealSharedSigmoid } from '../shared-sigmoid/dealer.ts';
import { receive, send, type PartyId, type Session } from '../transport.ts';
import { dealName, HELPER_TOPIC, RECIPIENT, type HelperProtocol } from './deal.ts';
import { DealerContext, type Dealer } from './dealer.ts';

const DEALERS: Readonly<Record<HelperProtocol, Dealer>> = {
  'group-sum': dealGroupSum,
  'mat-vec': dealMatVec,
  'shared-sigmoid': dealSharedSigmoid,
};

export interface HelperOptions {
  /** The data parties of the job. */
  readonly parties: readonly PartyId[];
  /** Also match tags for this alignment, if the parties come to it. */
  readonly align?: AlignOptions;
  /** Where the deals' seeds come from; the system's generator by default. */
  readonly csprng?: Csprng;
}

interface Request {
  readonly name: string;
  readonly protocol: HelperProtocol;
  readonly parties: readonly [PartyId, PartyId];
  readonly params: ReadonlyMap<string, readonly number[]>;
}

/**
 * Serves until every party has said that it asks for no more and everything granted is dealt or closed.
 * @throws ProtocolError `parameter-mismatch` when two ends of a deal disagree, or one end never asked; `replayed` when a
 * deal is asked for twice; `out-of-range` and `malformed` on senseless requests; `cancelled`; `peer-lost`.
 */
export async function serveHelper(session: Session, options: HelperOptions): Promise<void> {
  const csprng = options.csprng ?? systemCsprng;
  const waiting = new Map<string, { readonly from: PartyId; readonly request: Request }>();
  const granted = new Set<string>();
  const done = new Map(options.parties.map((party) => [party, Promise.withResolvers<void>()]));
  const tasks: Promise<void>[] = [];
  let someIsDone = false;
  const failed = Promise.withResolvers<never>();
  const start = (task: Promise<void>): void => {
    task.catch(failed.reject);
    tasks.push(task);
  };

  const accept = (from: PartyId, request: Request): void => {
    const { name } = request;
    const first = waiting.get(name);
    if (granted.has(name) || first?.from === from)
      throw new ProtocolError('replayed', `${from} asked for ${name} twice`);
    if (first === undefined) {
      waiting.set(name, { from, request });
      return;
    }
    waiting.delete(name);
    granted.add(name);
    const recipient = request.parties[RECIPIENT[request.protocol]];
    start(dealOne(session, first.request, request, csprng, done.get(recipient)!.promise));
  };

  const attend = async (party: PartyId): Promise<void> => {
    const channel = session.channel(party, HELPER_TOPIC);
    for (;;) {
      const call = await receive<wire.HelperCall>(channel, 'helper-call', wire.HelperCall);
      if (call.done) break;
      accept(party, checkedRequest(call, party, options.parties));
    }
    someIsDone = true;
    done.get(party)!.resolve();
  };

  // Not awaited below: a job that goes on after its alignment never asks for one, and parties that are done have had theirs.
  // When the first of them leaves, what waits for its message fails, and that is nobody's failure any more.
  if (options.align !== undefined) {
    alignAsHelper(session, options.align).catch((error: unknown) => {
      if (!someIsDone) failed.reject(error);
    });
  }
  const attending = Promise.all(options.parties.map(attend));
  await Promise.race([attending, failed.promise]);
  for (const { from, request } of waiting.values()) {
    throw new ProtocolError('parameter-mismatch', `${from} asked for ${request.name}, its counterpart never did`);
  }
  await Promise.race([Promise.all(tasks), failed.promise]);
}

async function dealOne(
  session: Session,
  one: Request,
  other: Request,
  csprng: Csprng,
  recipientDone: Promise<void>,
): Promise<void> {
  const { name, protocol, parties } = one;
  const matched = sameParams(one.params, other.params);
  const seeds: readonly [Uint8Array, Uint8Array] = [csprng.bytes(SEED_BYTES), csprng.bytes(SEED_BYTES)];
  const channels = parties.map((party) => session.channel(party, `deal/${name}`));
  for (const [i, channel] of channels.entries()) {
    const seed = matched ? seeds[i]! : new Uint8Array(0);
    await send(channel, 'helper-grant', wire.HelperGrant, { session: session.id, matched, seed });
  }
  if (!matched) throw new ProtocolError('parameter-mismatch', `the two ends of ${name} asked for different parameters`);
  const channel = channels[RECIPIENT[protocol]]!;
  const closed = Promise.race([channel.receive('deal-close').then(() => undefined), recipientDone]);
  const context = new DealerContext({ params: one.params, seeds, channel, signal: session.signal, closed });
  await DEALERS[protocol](context);
  await context.end();
}

function checkedRequest(call: wire.HelperCall, from: PartyId, known: readonly PartyId[]): Request {
  const { protocol, instance } = call;
  const [first, second] = call.parties.map((id) => known.find((party) => party === id));
  if (!isHelperProtocol(protocol) || !/^[\w.:/-]{1,80}$/.test(instance)) {
    throw new ProtocolError('malformed', `${from} asked for no deal we know`);
  }
  if (first === undefined || second === undefined || first === second || call.parties.length !== 2) {
    throw new ProtocolError('out-of-range', `${from} asked for a deal that is not between two parties of this job`);
  }
  if (from !== first && from !== second) {
    throw new ProtocolError('out-of-range', `${from} asked for a deal between ${first} and ${second}`);
  }
  const params = new Map(call.params.map(({ name, values }) => [name ?? '', values ?? []]));
  return { name: dealName(protocol, instance, [first, second]), protocol, parties: [first, second], params };
}

function isHelperProtocol(name: string): name is HelperProtocol {
  return Object.hasOwn(DEALERS, name);
}

function sameParams(a: ReadonlyMap<string, readonly number[]>, b: ReadonlyMap<string, readonly number[]>): boolean {
  const text = (params: ReadonlyMap<string, readonly number[]>): string => JSON.stringify([...params].sort());
  return text(a) === text(b);
}
