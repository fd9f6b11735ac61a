/**
 * Where an attempt goes on: the last point that every party has reached in the same earlier attempts. Each party tells what
 * it has kept; all of them then come to the same point by the same rule, and make sure that they did.
 *
 * A point is a public fact about the job's progress. Telling less than one has costs time and shows nothing: what is done
 * again is done with the same inputs and must come to the same result (Checkpoints.expectSame).
 */
import { createHash } from 'node:crypto';
import { canonicalJson } from '@coscore/node-core/manifest/index.ts';
import { wire } from '@coscore/proto';
import { ProtocolError, receive, send, type PartyId } from '@coscore/protocols';
import { checkpointStages, type CheckpointStage } from './checkpoints.ts';
import { type JobContext, otherParties } from './context.ts';

/** A finished stage, or a state of training, and the attempt that came to it. */
export interface Mark {
  readonly stage: CheckpointStage;
  /** 0 for the finished stage; k for training's state before iteration k, counted from 1. */
  readonly iteration: number;
  readonly attempt: number;
}

export interface ResumePoint {
  /** Finished stages, from the first on without a gap. */
  readonly stages: readonly Mark[];
  /** Where training goes on, when the stages before it are finished and it is not. */
  readonly iteration?: Mark;
}

/** The stage that training follows; `binning` in a job without `select`. */
export type BeforeTraining = 'select' | 'binning';

/** Far above what a party keeps. */
const MAX_MARKS = 64;

const same = (a: Mark, b: Mark): boolean =>
  a.stage === b.stage && a.iteration === b.iteration && a.attempt === b.attempt;

/**
 * Two parties' marks of a stage stand for the same result only when they come from the same attempt.
 * @param claims every party's marks. @param trains who has columns in the model: nobody else has states of training.
 */
export function commonPoint(
  claims: ReadonlyMap<PartyId, readonly Mark[]>,
  trains: (party: PartyId) => boolean,
  after: BeforeTraining = 'select',
): ResumePoint {
  const everyone = [...claims.values()];
  const [own = [], ...others] = everyone;
  const stages: Mark[] = [];
  for (const stage of stagesOf(after)) {
    const mark = newest(own.filter((one) => one.stage === stage && one.iteration === 0 && inAll(one, others)));
    // What came after rests on what came before: a stage cannot be older than the one it follows.
    if (mark === undefined || mark.attempt < (stages.at(-1)?.attempt ?? 0)) break;
    stages.push(mark);
  }
  if (stages.at(-1)?.stage !== after) return { stages };
  const [mine = [], ...theirs] = [...claims].filter(([party]) => trains(party)).map(([, marks]) => marks);
  const since = stages.at(-1)!.attempt;
  const states = mine.filter((one) => one.iteration > 0 && one.attempt >= since && inAll(one, theirs));
  const iteration = newest(states);
  return iteration === undefined ? { stages } : { stages, iteration };
}

const stagesOf = (after: BeforeTraining): readonly CheckpointStage[] =>
  checkpointStages.filter((stage) => after === 'select' || stage !== 'select');

const inAll = (mark: Mark, others: readonly (readonly Mark[])[]): boolean =>
  others.every((marks) => marks.some((one) => same(one, mark)));

/** The furthest; of equals the one of the latest attempt. */
function newest(marks: readonly Mark[]): Mark | undefined {
  return marks.toSorted((a, b) => a.attempt - b.attempt || a.iteration - b.iteration).at(-1);
}

/**
 * @param own what this node kept. @param trains and @param after as in `commonPoint`.
 * @param withoutColumns this node has none for the model, so it has no states of training and needs none. The other feature
 * parties do not know that, and are not told: it claims the states that the label party claims.
 * @throws ProtocolError `out-of-range` for marks that cannot be; `parameter-mismatch` when a party came to another point.
 */
export async function agreeOnResumePoint(
  context: JobContext,
  own: readonly Mark[],
  trains: (party: PartyId) => boolean,
  after: BeforeTraining = 'select',
  withoutColumns = false,
): Promise<ResumePoint> {
  const { session, self, labelParty } = context;
  const hear = async (peer: PartyId): Promise<readonly Mark[]> =>
    checkedMarks(
      context,
      peer,
      await receive<wire.JobResume>(session.channel(peer, 'terms'), 'resume', wire.JobResume),
    );
  const first = withoutColumns ? await hear(labelParty) : undefined;
  const claimed = first === undefined ? own : claimedLike(own, first);
  const others = await Promise.all(
    otherParties(context).map(async (peer): Promise<[PartyId, readonly Mark[]]> => {
      const marks = claimed.map((mark) => ({ ...mark }));
      await send(session.channel(peer, 'terms'), 'resume', wire.JobResume, { marks });
      return [peer, peer === labelParty && first !== undefined ? first : await hear(peer)];
    }),
  );
  const point = commonPoint(new Map([[self, claimed], ...others]), trains, after);
  const digest = createHash('sha256').update(canonicalJson(point)).digest();
  await Promise.all(
    otherParties(context).map(async (peer) => {
      const channel = session.channel(peer, 'terms');
      await send(channel, 'resume-point', wire.JobTerms, { digest });
      const theirs = await receive<wire.JobTerms>(channel, 'resume-point', wire.JobTerms);
      if (!digest.equals(theirs.digest)) {
        throw new ProtocolError('parameter-mismatch', `${peer} told this node and another party different progress`, {
          params: { party: peer },
        });
      }
    }),
  );
  return point;
}

/** Training marks as the label party has them: a party without columns is done with training before anybody else is. */
function claimedLike(own: readonly Mark[], theirs: readonly Mark[]): readonly Mark[] {
  return [
    ...own.filter((mark) => mark.stage !== 'train' || theirs.some((one) => same(one, mark))),
    ...theirs.filter(({ iteration }) => iteration > 0),
  ];
}

function checkedMarks({ attempt }: JobContext, peer: PartyId, { marks }: wire.JobResume): readonly Mark[] {
  if (marks.length > MAX_MARKS)
    throw new ProtocolError('out-of-range', `${peer} claims ${marks.length} checkpoints, more than ${MAX_MARKS}`);
  return marks.map((mark) => {
    const stage = checkpointStages.find((known) => known === mark.stage);
    const made = mark.attempt ?? 0;
    const iteration = mark.iteration ?? 0;
    if (stage === undefined || made < 1 || made >= attempt || (iteration > 0 && stage !== 'train')) {
      throw new ProtocolError('out-of-range', `${peer} claims a checkpoint that this job cannot have`);
    }
    return { stage, iteration, attempt: made };
  });
}
