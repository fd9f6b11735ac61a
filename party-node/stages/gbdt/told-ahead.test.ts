import { joinBins } from '@coscore/models/gbdt/join-bins.ts';
import { ProtocolError, type PartyId } from '@coscore/protocols';
import { describe, expect, it } from 'vitest';
import { SplitOwner } from './split-owner.ts';
import { ToldAhead } from './told-ahead.ts';

const ROWS = 100;
const BANK = 'bank' as PartyId;
const features = [{ feature: 'turnover', bins: 4, ordered: true, missingBin: -1 }];
const train = new Uint8Array(ROWS).fill(1);
const quarters = Uint32Array.of(25, 25, 25, 25);

/** What survives an attempt at the node. */
function disk() {
  let [told, rows]: [number, string | undefined] = [0, undefined];
  return {
    told: () => told,
    willTell: (count: number): Promise<void> => {
      told = count;
      return Promise.resolve();
    },
    expectSameRows: (bytes: Uint8Array): Promise<void> => {
      const hex = Buffer.from(bytes).toString('hex');
      if (rows !== undefined && hex !== rows) throw new ProtocolError('parameter-mismatch', 'other rows');
      rows = hex;
      return Promise.resolve();
    },
  };
}

function attempt(stages: ReturnType<typeof disk>, places = Int32Array.from(train, (_, row) => row), grown = ROWS) {
  const options = { features, train, rowSample: 1, maxEquations: 100, told: stages.told() };
  const owner = new SplitOwner({
    ...options,
    labelParty: BANK,
    codes: [Uint16Array.from(train, (_, row) => row % 4)],
    rows: ROWS,
    depth: 2,
    trees: 50,
    grown,
    leastRows: 2,
    onKeep: () => undefined,
  });
  const handler = new ToldAhead(owner, { ...options, stages, places });
  const join = owner.counting(joinBins(1));
  return {
    handler,
    tree: async (active?: Uint8Array): Promise<void> => {
      await handler.started({ wanted: [0], active });
      // On disk before the sums are made.
      expect(stages.told()).toBeGreaterThanOrEqual(owner.equations + 4 > 100 ? 100 : owner.equations + 4);
      join(quarters, undefined, undefined, -1);
    },
  };
}

const exhausted = { code: 'tree-equations-exhausted', params: { party: BANK, limit: 100 } };

describe('sums of all attempts', () => {
  it('count against one limit when each attempt ends by itself', async () => {
    const stages = disk();
    for (let i = 0; i < 5; i++) {
      const { handler, tree } = attempt(stages);
      for (let trees = 0; trees < 5; trees++) await tree();
      await handler.settle();
      expect(stages.told()).toBe(20 * (i + 1));
    }
    await expect(attempt(stages).tree()).rejects.toMatchObject(exhausted);
  });

  it('count against it when attempts are killed: what was to be told counts as told', async () => {
    const stages = disk();
    let shown = 0;
    const untilRefused = async (): Promise<void> => {
      for (;;) {
        await attempt(stages).tree();
        shown += 4;
      }
    };
    await expect(untilRefused()).rejects.toMatchObject(exhausted);
    expect(shown).toBeGreaterThan(50);
    expect(shown).toBeLessThanOrEqual(100);
  });
});

it('refuses other rows than an earlier attempt was asked about, in whatever order they come', async () => {
  const stages = disk();
  const places = Int32Array.from(train, (_, row) => row);
  await attempt(stages, places, ROWS - 1).tree(train.with(7, 0));
  await expect(attempt(stages, places, ROWS - 1).tree(train.with(8, 0))).rejects.toMatchObject({
    code: 'parameter-mismatch',
  });
  const turned = places.toReversed();
  await attempt(stages, turned, ROWS - 1).tree(train.with(ROWS - 1 - 7, 0));
});
