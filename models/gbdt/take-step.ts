/** One step of a tree at all sources, in as few exchanges as there are: with one remote source a single one. */
import type { FeatureSums, HistogramSource, OwnedSplit, TreeStep } from './histogram-source.ts';

export interface StepResult {
  /** [ceil(rows / 8)] bits: the row goes right. */
  readonly right: Uint8Array;
  /** [sources][wanted]; empty when the step measures nothing. */
  readonly sums: readonly (readonly FeatureSums[])[];
}

/** @param own [sources] splits of each. @throws what a source throws, and RangeError when its bits are of another length. */
export async function takeStep(
  sources: readonly HistogramSource[],
  own: readonly (readonly OwnedSplit[])[],
  step: TreeStep,
  rows: number,
): Promise<StepResult> {
  const right = new Uint8Array((rows + 7) >> 3);
  const route = async (which: (source: HistogramSource) => boolean): Promise<void> => {
    const routed = sources.map((source, s) =>
      which(source) && own[s]!.length > 0 ? source.route(own[s]!) : undefined,
    );
    for (const bits of await Promise.all(routed)) if (bits !== undefined) mergeBits(right, bits);
  };
  const remotes = sources.filter((source) => source.remote);
  await route((source) => !source.remote);
  if (step.measure.length === 0) {
    await route((source) => source.remote);
    return { right, sums: [] };
  }
  const single = remotes.length === 1 ? sources.indexOf(remotes[0]!) : -1;
  if (single < 0) {
    await route((source) => source.remote);
    return { right, sums: await refineAll(sources, step, right, () => true) };
  }
  const remote = sources[single]!;
  const answering = remote.routeAndRefine(own[single]!, step, right);
  // Where the remote party owns no split, all bits are known already: local sums need not wait for its answer.
  if (own[single]!.length === 0) {
    const [answer, sums] = await Promise.all([answering, refineAll(sources, step, right, (source) => !source.remote)]);
    sums[single] = answer.sums;
    return { right, sums };
  }
  const answer = await answering;
  if (answer.right.length !== right.length) throw wrongBits(answer.right.length, right.length);
  const sums = await refineAll(sources, step, answer.right, (source) => !source.remote);
  sums[single] = answer.sums;
  return { right: answer.right, sums };
}

async function refineAll(
  sources: readonly HistogramSource[],
  step: TreeStep,
  right: Uint8Array,
  which: (source: HistogramSource) => boolean,
): Promise<(readonly FeatureSums[])[]> {
  const refine = (source: HistogramSource): Promise<readonly FeatureSums[]> | readonly FeatureSums[] =>
    which(source) ? source.refine(step, right) : [];
  // Remote sources are asked first: they work while this process sums its own columns.
  const order = [...sources.keys()].sort((a, b) => Number(sources[b]!.remote) - Number(sources[a]!.remote));
  const asked = order.map((s) => refine(sources[s]!));
  const answers = await Promise.all(asked);
  const sums: (readonly FeatureSums[])[] = new Array<readonly FeatureSums[]>(sources.length).fill([]);
  order.forEach((s, i) => (sums[s] = answers[i]!));
  return sums;
}

function mergeBits(into: Uint8Array, bits: Uint8Array): void {
  if (bits.length !== into.length) throw wrongBits(bits.length, into.length);
  for (let i = 0; i < bits.length; i++) into[i]! |= bits[i]!;
}

function wrongBits(given: number, wanted: number): RangeError {
  return new RangeError(`a source routed ${given} bytes of rows, not ${wanted}`);
}
