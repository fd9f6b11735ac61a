/**
 * Seconds, bytes and memory of the training of a forest, from its sizes, this machine's rates and the line between nodes. Meant
 * to be right within a factor of two; alignment, binning and the report are not in it.
 *
 * A tree takes as long as the longest of three: its exchanges one after the other, what its busiest line carries, and the work of
 * the busiest process (of all together where they share a machine). Dealing is work that the exchanges of other trees hide.
 */
import { exchangesOf, repliesFor, treeLinks, type PlanLink, type PlanProfile } from './bytes.ts';
import type { MachineRates } from './calibrate.ts';
import { peakBytes } from './memory.ts';
import { stepsOf, wantedOf, type PlanShape } from './shape.ts';

export interface PlanLine {
  /** Of each node's line to the coordinator, each way; Infinity for none to speak of. */
  readonly bitsPerSecond: number;
  /** From one party to another, through the coordinator. */
  readonly delaySeconds: number;
}

export interface PlanSetting {
  readonly line: PlanLine;
  /** All processes on one machine like this one; otherwise each node has one of its own. */
  readonly together: boolean;
}

export interface ProfilePlan {
  readonly profile: PlanProfile;
  readonly secondsATree: number;
  readonly trainSeconds: number;
  /** Of one tree. */
  readonly links: readonly PlanLink[];
  /** [bytes] most resident memory, by process. */
  readonly memory: Readonly<Record<string, number>>;
  /** [s] processor time of one tree, by process. */
  readonly processor: Readonly<Record<string, number>>;
}

/** A byte through TLS and gRPC at one end, in units of the cipher's time for it: 147 MB/s and 550 MB/s (bench transport). */
const HOP = 4;
/** What processes and threads of a machine lose to each other: caches, memory, waiting. */
const EFFICIENCY = 0.65;
/** [s] of one processor, once in each process of a job: the engine optimises what it has not run before. */
const WARM_UP_SECONDS = 0.5;
/** Of a message through the relay, beside its bytes: frames, wake-ups, protobuf. */
const MESSAGE_SECONDS = 0.4e-3;

/** What waits in front of a slow line while material travels on it: an exchange gets behind that. */
const QUEUE_BYTES = 2 ** 18;

export function predict(
  shape: PlanShape,
  rates: MachineRates,
  setting: PlanSetting,
  profile: PlanProfile,
): ProfilePlan {
  const links = treeLinks(shape, profile);
  const work = profile === 'aided' ? aidedWork(shape, rates) : blindWork(shape, rates);
  const processor = withTransport(shape, work.processor, links, rates);
  const shared = sum(Object.values(processor)) / rates.cores / EFFICIENCY;
  // Ciphertexts are worked on by threads, everything of the aided profile by the one thread of its process.
  const threads = profile === 'blind' ? rates.cores * EFFICIENCY : 1;
  const apart = Math.max(...Object.values(processor)) / threads;
  const warmUp = setting.together ? (WARM_UP_SECONDS * Object.keys(processor).length) / rates.cores : WARM_UP_SECONDS;
  const wire = wireSeconds(shape, links, setting.line, rates);
  const queue = profile === 'aided' ? (exchangesOf(shape) * QUEUE_BYTES * 8) / setting.line.bitsPerSecond : 0;
  const secondsATree = Math.max(
    setting.together ? shared : apart,
    work.inTurn / threads + wire.inTurn + queue,
    wire.busiest,
  );
  return {
    profile,
    secondsATree,
    trainSeconds: secondsATree * shape.trees + work.once + warmUp,
    links,
    memory: peakBytes(shape, profile),
    processor,
  };
}

interface Work {
  /** By process. */
  readonly processor: Readonly<Record<string, number>>;
  /** One after the other: exchanges and the label party's own columns. */
  readonly inTurn: number;
  /** Once a job. */
  readonly once: number;
}

function localSeconds({ counted, label, depth, leaves, columnSample, rows }: PlanShape, rates: MachineRates): number {
  const levels = leaves === 0 ? depth : Math.log2(leaves);
  return rates.local * counted * wantedOf(label.bins.length, columnSample) * levels + rates.localRow * rows;
}

function aidedWork(shape: PlanShape, rates: MachineRates): Work {
  const { counted, columnSample, label, helper } = shape;
  const measuring = stepsOf(shape).filter(({ measured }) => measured > 0).length;
  const exchanges = exchangesOf(shape);
  const processor: Record<string, number> = { [label.party]: localSeconds(shape, rates), [helper]: 0 };
  let longest = 0;
  for (const { party, bins } of shape.features) {
    const cells = counted * wantedOf(bins.length, columnSample);
    const online = cells * (rates.opening + rates.step * measuring) + exchanges * rates.exchange;
    const dealing = cells * rates.dealing;
    longest = Math.max(longest, online);
    // The permutation is drawn at both ends of the deal, its masks at all three.
    processor[helper]! += dealing * 0.45;
    processor[party] = online / 2 + dealing * 0.35;
    processor[label.party]! += online / 2 + dealing * 0.2;
  }
  return { processor, inTurn: longest + localSeconds(shape, rates), once: 0 };
}

function blindWork(shape: PlanShape, { blind, ...rates }: MachineRates): Work {
  const { counted, columnSample, label } = shape;
  // The smaller children of a level hold half of the rows at most, and about a third as trees go.
  const passes = 1 + stepsOf(shape).filter(({ measured }) => measured > 0).length / 3;
  const own = localSeconds(shape, rates as MachineRates);
  const processor: Record<string, number> = { [label.party]: counted * blind.seal + own };
  for (const { party, bins } of shape.features) {
    const wanted = wantedOf(bins.length, columnSample);
    const perNode = bins.reduce((total, count) => total + count, 0) * (wanted / Math.max(1, bins.length));
    const replies = [1, ...stepsOf(shape).map(({ measured }) => measured)].reduce(
      (total, nodes) => total + repliesFor(shape, nodes * perNode),
      0,
    );
    processor[party] = counted * wanted * passes * blind.add + replies * blind.reply * 0.6;
    processor[label.party]! += replies * blind.reply * 0.4;
  }
  const longest = Math.max(0, ...shape.features.map(({ party }) => processor[party]!));
  // Obfuscators of the next tree are made while this one is added up: only encryption itself waits for nobody.
  return { processor, inTurn: longest + own * rates.cores, once: 1 };
}

/** Adds what sending and passing on costs each process. */
function withTransport(
  { coordinator }: PlanShape,
  work: Readonly<Record<string, number>>,
  links: readonly PlanLink[],
  { cipher }: MachineRates,
): Record<string, number> {
  const processor: Record<string, number> = { [coordinator]: 0, ...work };
  for (const { from, to, bytes, messages } of links) {
    const seconds = bytes * cipher * HOP + messages * MESSAGE_SECONDS;
    for (const end of [from, to]) processor[end] = (processor[end] ?? 0) + seconds;
    if (from !== coordinator) processor[coordinator]! += 2 * bytes * cipher + messages * MESSAGE_SECONDS;
  }
  return processor;
}

function wireSeconds(
  shape: PlanShape,
  links: readonly PlanLink[],
  { bitsPerSecond, delaySeconds }: PlanLine,
  { cipher }: MachineRates,
): { readonly inTurn: number; readonly busiest: number } {
  const { label, features } = shape;
  const perByte = Math.max(8 / bitsPerSecond, 2 * HOP * cipher);
  const between = features.map(({ party }) =>
    sum(
      links
        .filter(({ from, to }) => [from, to].includes(party) && [from, to].includes(label.party))
        .map(({ bytes }) => bytes),
    ),
  );
  const loads = new Map<string, number>();
  for (const { from, to, bytes } of links) {
    loads.set(`${from} up`, (loads.get(`${from} up`) ?? 0) + bytes);
    loads.set(`${to} down`, (loads.get(`${to} down`) ?? 0) + bytes);
  }
  return {
    inTurn: Math.max(0, ...between) * perByte + exchangesOf(shape) * 2 * (delaySeconds + MESSAGE_SECONDS),
    busiest: Math.max(0, ...loads.values()) * (8 / bitsPerSecond),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
