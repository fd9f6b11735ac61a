import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRng } from '../data/rng.ts';
import type { LinearSource } from '../sources.ts';
import { DesignMatrix, INTERCEPT } from './design.ts';
import type { DesignColumn } from './design-columns.ts';
import { LocalLinearSource, sigmoid } from './local-linear.ts';
import { fitNewton } from './newton.ts';
import { trainingEnded, trainLinear, type LinearState } from './train-linear.ts';

interface Problem {
  readonly design: DesignMatrix;
  readonly labels: Uint8Array;
}

/** Correlated columns, as WoE columns of one firm are: every column shares a common factor. */
function problem(columns: number, { rows = 600, seed = 1, common = 0.7 } = {}): Problem {
  const rng = seededRng(seed);
  const gauss = (): number => Math.sqrt(-2 * Math.log(1 - rng.next())) * Math.cos(2 * Math.PI * rng.next());
  const factor = Float64Array.from({ length: rows }, gauss);
  const made = Array.from({ length: columns }, (_, j): DesignColumn => ({
    kind: 'dense',
    name: `x${j}`,
    values: factor.map((f) => Math.max(-4, Math.min(4, common * f + (1 - common) * gauss()))),
  }));
  const design = new DesignMatrix(rows, [INTERCEPT, ...made]);
  const truth = Float64Array.from({ length: columns + 1 }, (_, j) =>
    j === 0 ? -1.5 : 0.8 / Math.sqrt(columns) + 0.2 * gauss(),
  );
  const labels = Uint8Array.from(design.times(truth), (z) => Number(rng.next() < sigmoid(z)));
  return { design, labels };
}

/** Every party waits until all have put in; all get the same total, added in the same order. */
class AllReduce {
  readonly #parties: number;
  calls = 0;
  #waiting: { at: number; vector: Float64Array; resolve: (total: Float64Array) => void }[] = [];

  constructor(parties: number) {
    this.#parties = parties;
  }

  sum(at: number, vector: Float64Array): Promise<Float64Array> {
    return new Promise((resolve) => {
      this.#waiting.push({ at, vector, resolve });
      if (this.#waiting.length < this.#parties) return;
      const all = this.#waiting.sort((a, b) => a.at - b.at);
      this.#waiting = [];
      this.calls++;
      expect(new Set(all.map((each) => each.vector.length)).size).toBe(1);
      const total = all[0]!.vector.map((_, i) => all.reduce((sum, each) => sum + each.vector[i]!, 0));
      for (const each of all) each.resolve(total);
    });
  }
}

/** One party's columns; the logits of all meet in a second all-reduce that stands in for the private primitives. */
function partySources(
  { design, labels }: Problem,
  cuts: readonly number[],
): { sources: LinearSource[]; inner: AllReduce } {
  const bounds = [0, ...cuts, design.columns.length];
  const inner = new AllReduce(bounds.length - 1);
  const outer = new AllReduce(bounds.length - 1);
  const sources = bounds.slice(1).map((end, at): LinearSource => {
    const own = design.takeColumns(Array.from({ length: end - bounds[at]! }, (_, i) => bounds[at]! + i));
    return {
      columns: own.columns.length,
      totalColumns: design.columns.length,
      ...(own.intercept < 0 ? {} : { intercept: own.intercept }),
      secondMoments: own.secondMoments(),
      async gradient(weights) {
        const z = await outer.sum(at, own.times(weights));
        return own.transposeTimes(z.map((value, i) => sigmoid(value) - labels[i]!)).map((sum) => sum / labels.length);
      },
      sumOverParties: (partial) => inner.sum(at, partial),
    };
  });
  return { sources, inner };
}

const closeTo = (actual: Float64Array, expected: Float64Array, within: number): void => {
  actual.forEach((value, j) => expect(Math.abs(value - expected[j]!), `weight ${j}`).toBeLessThan(within));
};

describe('trainLinear', () => {
  it.each([1, 5, 23, 60])('reaches the Newton optimum with %d correlated columns', async (columns) => {
    const { design, labels } = problem(columns);
    const fit = await trainLinear(new LocalLinearSource(design, labels), {
      l2: 0.001,
      iterations: 200,
      tolerance: 1e-8,
    });
    expect(fit.converged).toBe(true);
    closeTo(fit.weights, fitNewton(design, labels, { l2: 0.001 }).weights, 1e-5);
  });

  it('is within 1e-2 of the optimum after 30 iterations', async () => {
    const { design, labels } = problem(23, { rows: 3000 });
    const fit = await trainLinear(new LocalLinearSource(design, labels), { l2: 0.001, iterations: 30, tolerance: 0 });
    expect(fit.iterations).toBe(30);
    closeTo(fit.weights, fitNewton(design, labels, { l2: 0.001 }).weights, 1e-2);
  });

  it('gives k parties together the weights of one that has it all, with one sum an iteration', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 1000 }), async (parties, seed) => {
        const joint = problem(9, { rows: 300, seed });
        const cuts = Array.from({ length: parties - 1 }, (_, i) => 2 + 2 * i);
        const { sources, inner } = partySources(joint, cuts);
        const options = { l2: 0.01, iterations: 25, tolerance: 1e-6 };
        const fits = await Promise.all(sources.map((source) => trainLinear(source, options)));
        const pooled = await trainLinear(new LocalLinearSource(joint.design, joint.labels), options);
        closeTo(Float64Array.from(fits.flatMap((fit) => [...fit.weights])), pooled.weights, 1e-6);
        expect(inner.calls).toBe(pooled.iterations);
        for (const fit of fits) expect(fit.iterations).toBe(pooled.iterations);
      }),
      { numRuns: 20 },
    );
  });

  it('resumes from any iteration to the same bits', async () => {
    const { design, labels } = problem(8);
    const options = { l2: 0.01, iterations: 15, tolerance: 0 };
    const states: LinearState[] = [];
    const whole = await trainLinear(new LocalLinearSource(design, labels), {
      ...options,
      onIteration: ({ state }) => void states.push(structuredClone(state)),
    });
    for (const at of [0, 4, 13]) {
      const resumed = await trainLinear(new LocalLinearSource(design, labels), { ...options, resumeFrom: states[at]! });
      expect(resumed).toEqual(whole);
    }
    // From its end there is nothing left to ask for.
    const silent: LinearSource = {
      columns: design.columns.length,
      totalColumns: design.columns.length,
      secondMoments: design.secondMoments(),
      gradient: () => Promise.reject(new Error('a gradient was asked for')),
      sumOverParties: () => Promise.reject(new Error('a sum was asked for')),
    };
    const last = states.at(-1)!;
    expect(trainingEnded(last, options.iterations)).toBe(true);
    expect(await trainLinear(silent, { ...options, resumeFrom: last })).toEqual(whole);
  });

  it('keeps weights at zero or above under positive signs, at the constrained optimum', async () => {
    const { design, labels } = problem(12, { seed: 5 });
    const fit = await trainLinear(new LocalLinearSource(design, labels), {
      l2: 0.001,
      iterations: 300,
      tolerance: 1e-7,
      signs: 'positive',
    });
    const free = fitNewton(design, labels, { l2: 0.001 }).weights;
    expect(free.subarray(1).some((weight) => weight < 0)).toBe(true);
    expect(fit.weights[0]).toBeLessThan(0);
    const gradient = await new LocalLinearSource(design, labels).gradient(fit.weights);
    fit.weights.forEach((weight, j) => {
      if (j === 0) return expect(gradient[0]).toBeCloseTo(0, 5);
      // Karush-Kuhn-Tucker: at the bound the objective rises inwards, elsewhere it is flat.
      expect(weight).toBeGreaterThanOrEqual(0);
      if (weight === 0) expect(gradient[j]!).toBeGreaterThan(-1e-6);
      else expect(gradient[j]! + 0.001 * weight).toBeCloseTo(0, 5);
    });
  });

  it('does not run away with 115 columns that move together', async () => {
    const joint = problem(115, { common: 0.95 });
    const source = new LocalLinearSource(joint.design, joint.labels);
    let largest = 0;
    const watched: LinearSource = {
      columns: source.columns,
      totalColumns: source.totalColumns,
      intercept: 0,
      secondMoments: source.secondMoments,
      gradient(weights) {
        for (const z of joint.design.times(weights)) largest = Math.max(largest, Math.abs(z));
        return source.gradient(weights);
      },
      sumOverParties: (partial) => source.sumOverParties(partial),
    };
    await trainLinear(watched, { l2: 0.001, iterations: 30, tolerance: 0 });
    const optimum = joint.design.times(fitNewton(joint.design, joint.labels, { l2: 0.001 }).weights);
    expect(largest).toBeLessThan(1.2 * optimum.reduce((most, z) => Math.max(most, Math.abs(z)), 0));
  });

  it('drops the pair across a change of arithmetic', async () => {
    const { design, labels } = problem(23, { rows: 3000 });
    const exact = new LocalLinearSource(design, labels);
    const coarseUntil = (change: number, told: boolean): LinearSource => ({
      columns: exact.columns,
      totalColumns: exact.totalColumns,
      intercept: 0,
      secondMoments: exact.secondMoments,
      ...(told ? { arithmeticChangesAt: [change] } : {}),
      async gradient(weights, iteration) {
        const gradient = await exact.gradient(weights);
        return iteration < change ? gradient.map((g, j) => g + 2e-3 * Math.sin(j)) : gradient;
      },
      sumOverParties: (partial) => exact.sumOverParties(partial),
    });
    const options = { l2: 0.001, iterations: 24, tolerance: 0 };
    const optimum = fitNewton(design, labels, { l2: 0.001 }).weights;
    closeTo((await trainLinear(coarseUntil(12, true), options)).weights, optimum, 1e-2);
    const untold = (await trainLinear(coarseUntil(12, false), options)).weights;
    expect(Math.max(...untold.map((weight, j) => Math.abs(weight - optimum[j]!)))).toBeGreaterThan(1e-2);
  });

  it('sums nothing that fixed point cannot hold where exact arithmetic follows a rough optimum', async () => {
    // Columns without a common factor: descent is all but done long before the arithmetic changes.
    const { design, labels } = problem(4, { rows: 3000, common: 0 });
    const exact = new LocalLinearSource(design, labels);
    const seen: number[] = [];
    const source: LinearSource = {
      columns: exact.columns,
      totalColumns: exact.totalColumns,
      intercept: 0,
      secondMoments: exact.secondMoments,
      arithmeticChangesAt: [20],
      async gradient(weights, iteration) {
        const gradient = await exact.gradient(weights);
        return iteration < 20 ? gradient.map((g, j) => g + 1e-3 * Math.cos(j)) : gradient;
      },
      sumOverParties(partial) {
        seen.push(...partial.map(Math.abs));
        return exact.sumOverParties(partial);
      },
    };
    const norms: number[] = [];
    const { weights } = await trainLinear(source, {
      l2: 0.001,
      iterations: 30,
      tolerance: 1e-9,
      onIteration: ({ gradientNorm }) => void norms.push(gradientNorm),
    });
    expect(norms[20]! / norms[19]!).toBeGreaterThan(1e4);
    // What secure-sum carries (protocols/secure-sum), and no NaN.
    expect(seen.every((value) => value < 2 ** 18)).toBe(true);
    closeTo(weights, fitNewton(design, labels, { l2: 0.001 }).weights, 1e-6);
  });

  it('refuses a gradient that is no number', async () => {
    const source: LinearSource = {
      columns: 1,
      totalColumns: 1,
      secondMoments: Float64Array.of(1),
      gradient: () => Promise.resolve(Float64Array.of(NaN)),
      sumOverParties: (partial) => Promise.resolve(partial),
    };
    await expect(trainLinear(source, { l2: 0, iterations: 5, tolerance: 0 })).rejects.toMatchObject({
      code: 'diverged',
    });
  });
});

describe('a source whose arithmetic is noisy', () => {
  /** As in the private trainer: every gradient is off a little, and every entry of a sum has a bound. */
  function noisy(design: DesignMatrix, labels: Uint8Array, seed: number): LinearSource {
    const exact = new LocalLinearSource(design, labels);
    const rng = seededRng(seed);
    return {
      columns: exact.columns,
      totalColumns: exact.totalColumns,
      intercept: exact.intercept!,
      secondMoments: exact.secondMoments,
      resolution: 1e-6,
      gradient: async (weights) => (await exact.gradient(weights)).map((g) => g + (rng.next() - 0.5) * 2e-5),
      sumOverParties(partial) {
        expect(partial.every((value) => Math.abs(value) < 2 ** 17)).toBe(true);
        return exact.sumOverParties(partial);
      },
    };
  }

  it('settles where it can tell no smaller gradient, near the optimum', async () => {
    const { design, labels } = problem(6);
    const optimum = fitNewton(design, labels, { l2: 0.001 }).weights;
    for (let seed = 1; seed <= 20; seed++) {
      const fit = await trainLinear(noisy(design, labels, seed), { l2: 0.001, iterations: 500, tolerance: 0 });
      expect(fit.converged).toBe(true);
      expect(fit.iterations).toBeLessThan(200);
      fit.weights.forEach((w, j) => expect(Math.abs(w - optimum[j]!)).toBeLessThan(1e-2));
    }
  });
});
