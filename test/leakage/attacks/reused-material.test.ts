/**
 * Dealt randomness hides once. With the same `r` for two columns, `delta - delta'` is `v - v'`; with the same masking matrix,
 * `E - E'` is `X - X'`. Tried: opening an instance again, asking the helper again, and a grant of an earlier attempt put
 * before a later one. Control: two sessions with the same randomness and no ledger between them.
 */
import { residuesOf } from '@coscore/crypto/ring/bytes.ts';
import { subtractResidues } from '@coscore/kernels';
import { seededRng } from '@coscore/models/data/rng.ts';
import { wire } from '@coscore/proto';
import type { MaterialLedger, PartyId, Session } from '@coscore/protocols';
import { groupSumAsFeature, groupSumAsLabel, packPairs } from '@coscore/protocols/group-sum/index.ts';

import { HELPER, seededCsprng, simulate, type Simulation } from '@coscore/protocols/helper/simulate.ts';
import { memoryLedger, memoryNetwork, type MemoryNetwork } from '@coscore/protocols/memory-network.ts';
import { describe, expect, it } from 'vitest';
import { tampering } from '../../support/tampering.ts';

const ROWS = 256;
const bank = 'bank' as PartyId;
const tax = 'tax' as PartyId;
const rng = seededRng(3);
const codes = [Uint16Array.from({ length: ROWS }, () => rng.below(6))];
const columns = [0, 1].map(() => Int32Array.from({ length: ROWS }, () => rng.below(1000) - 500));
const ones = new Uint32Array(ROWS).fill(1);

/** What crosses when a group-sum is run once for each of `runs` labels, in one session. */
function sums(
  network: MemoryNetwork,
  runs: readonly Int32Array[],
  { as = (session) => session, seed = 1 }: { readonly as?: (session: Session) => Session; readonly seed?: number } = {},
): Promise<Simulation> {
  const common = { profile: 'aided', instance: 'woe', helper: HELPER } as const;
  return simulate(
    network,
    {
      async bank(session) {
        for (const g of runs)
          await groupSumAsLabel(as(session), { ...common, featureParty: tax, features: 1, g, h: ones });
      },
      async tax(session) {
        for (let run = 0; run < runs.length; run++)
          await groupSumAsFeature(as(session), { ...common, labelParty: bank, codes, bins: [6] });
      },
    },
    seededCsprng(seed),
  );
}

/** What the feature party receives of the label party's column, one entry a run. */
const deltas = ({ transcript }: MemoryNetwork): readonly BigUint64Array[] =>
  transcript
    .filter(({ kind }) => kind === 'group-sum-delta')
    .map(({ body }) => residuesOf(wire.GroupSumDelta.decode(body).delta));

const difference = packedDifference();
function packedDifference(): BigUint64Array {
  return subtractResidues(packPairs(columns[0]!, ones), packPairs(columns[1]!, ones));
}

/** A session whose ledger allows everything. */
function withoutLedger(session: Session): Session {
  const material: MaterialLedger = { claim: () => Promise.resolve() };
  return { ...tampering(session, (message) => [message]), material };
}

describe('dealt material used twice', () => {
  it('is refused by the ledger, and the second column stays at home', async () => {
    const network = memoryNetwork('job/1');
    const { failure } = await sums(network, columns);
    expect(failure).toMatchObject({ name: 'ProtocolError', code: 'material-reused' });
    expect(deltas(network)).toHaveLength(1);
  });

  it('is refused by the helper as well, should both parties have lost their ledgers', async () => {
    const network = memoryNetwork('job/1');
    const { failure } = await sums(network, columns, { as: withoutLedger });
    expect(failure).toMatchObject({ name: 'ProtocolError', code: 'replayed' });
    expect(deltas(network)).toHaveLength(1);
  });

  it('is refused when it is a grant of an earlier attempt', async () => {
    const earlier = memoryNetwork('job/1');
    expect((await sums(earlier, columns.slice(0, 1))).failure).toBeUndefined();
    const grants = new Map(
      earlier.transcript.filter(({ kind }) => kind === 'helper-grant').map((entry) => [entry.to, entry]),
    );
    const later = memoryNetwork('job/2', {
      tamper: (entry) => [entry.kind === 'helper-grant' ? { ...grants.get(entry.to)!, topic: entry.topic } : entry],
    });
    const { failure } = await sums(later, columns.slice(1), { seed: 2 });
    expect(failure).toMatchObject({ name: 'ProtocolError', code: 'parameter-mismatch' });
    expect(deltas(later)).toEqual([]);
  });

  it('is refused after a restart: the mark outlives the session object', async () => {
    const ledger = memoryLedger();
    await ledger.claim(tax, 'group-sum/woe/bank+tax', 0);
    const session = memoryNetwork('job/1').session(bank);
    const restarted = { ...tampering(session, (message) => [message]), material: ledger };
    const common = { profile: 'aided', instance: 'woe', helper: HELPER } as const;
    const again = groupSumAsLabel(restarted, { ...common, featureParty: tax, features: 1, g: columns[1]!, h: ones });
    await expect(again).rejects.toMatchObject({ code: 'material-reused' });
  });

  it('shows nothing of the difference when the deals are fresh', async () => {
    const networks = ['job/1', 'job/2'].map((id) => memoryNetwork(id));
    for (const [i, network] of networks.entries())
      expect((await sums(network, [columns[i]!], { seed: i + 1 })).failure).toBeUndefined();
    const [one, other] = networks.map((network) => deltas(network)[0]!);
    const seen = subtractResidues(one!, other!);
    expect(seen.filter((value, i) => value === difference[i])).toHaveLength(0);
  });

  it('control: with the same randomness twice, the feature party subtracts and has v - v', async () => {
    const networks = ['job/1', 'job/2'].map((id) => memoryNetwork(id));
    for (const [i, network] of networks.entries())
      expect((await sums(network, [columns[i]!], { seed: 1 })).failure).toBeUndefined();
    const [one, other] = networks.map((network) => deltas(network)[0]!);
    expect(subtractResidues(one!, other!)).toEqual(difference);
  });
});
