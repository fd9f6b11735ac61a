/**
 * What a feature party could do with a stratified draw that it can repeat. It knows the ids and so their order, the class
 * totals, and which rows train. With the seed it also knows for the k-th good and the k-th bad, counted in the order of ids,
 * whether they train: only where the bads stand among the goods is hidden. That is a hidden Markov model whose state is the
 * number of bads so far, and forward-backward (Rabiner 1989) gives each row's probability of being bad.
 */

export interface Draw {
  /** [goods] 1 = the k-th good trains. */
  readonly goods: Uint8Array;
  /** [bads] 1 = the k-th bad trains. */
  readonly bads: Uint8Array;
}

/** What a row is believed to be wrong by: so that a draw that is not the right one still gives a ranking. */
const DOUBT = 0.01;

/**
 * @param train [rows] in the order of ids; what everybody is told
 * @param draw what the attacker believes was drawn
 * @returns [rows] probability of bad
 */
export function rankByDraw(train: Uint8Array, { goods, bads }: Draw): Float64Array {
  const n = train.length;
  const width = bads.length + 1;
  const fits = (expected: number | undefined, is: number): number =>
    expected === undefined ? 0 : expected === is ? 1 - DOUBT : DOUBT;
  // The prior of a step, given how many of either class are left.
  const steps = (i: number, b: number): readonly [good: number, bad: number] => {
    const left = n - i;
    const badShare = (bads.length - b) / left;
    return [(1 - badShare) * fits(goods[i - b], train[i]!), badShare * fits(bads[b], train[i]!)];
  };
  // [rows + 1][bads so far] each row scaled to a sum of 1.
  const forward = Array.from({ length: n + 1 }, () => new Float64Array(width));
  const reachable = (i: number): readonly [number, number] => [Math.max(0, i - goods.length), Math.min(i, bads.length)];
  forward[0]![0] = 1;
  for (let i = 0; i < n; i++) {
    const [low, high] = reachable(i);
    for (let b = low; b <= high; b++) {
      const [good, bad] = steps(i, b);
      forward[i + 1]![b]! += forward[i]![b]! * good;
      if (b + 1 < width) forward[i + 1]![b + 1]! += forward[i]![b]! * bad;
    }
    scale(forward[i + 1]!);
  }
  const probability = new Float64Array(n);
  let backward = new Float64Array(width);
  backward[bads.length] = 1;
  for (let i = n - 1; i >= 0; i--) {
    const before = new Float64Array(width);
    const [low, high] = reachable(i);
    let [isGood, isBad] = [0, 0];
    for (let b = low; b <= high; b++) {
      const [good, bad] = steps(i, b);
      const viaGood = good * backward[b]!;
      const viaBad = b + 1 < width ? bad * backward[b + 1]! : 0;
      before[b] = viaGood + viaBad;
      isGood += forward[i]![b]! * viaGood;
      isBad += forward[i]![b]! * viaBad;
    }
    probability[i] = isBad / (isGood + isBad);
    backward = scale(before);
  }
  return probability;
}

function scale<T extends Float64Array>(values: T): T {
  const sum = values.reduce((total, value) => total + value, 0);
  values.forEach((value, i) => (values[i] = value / sum));
  return values;
}
