/**
 * Each protocol run between two parties in memory, on secrets that two runs can differ in while what may be learned stays
 * the same, with fixed coins; and what a party would send whose masks are off.
 */
import { bytesOf } from '@coscore/crypto/ring/bytes.ts';
import { hashToPoints } from '@coscore/crypto/group/psi-curve.ts';
import { packIds } from '@coscore/crypto/packed-ids.ts';
import { columnResidues } from '@coscore/kernels';
import { seededRng } from '@coscore/models/data/rng.ts';
import { wire } from '@coscore/proto';
import type { PartyId } from '@coscore/protocols';
import { HASH_DOMAIN } from '@coscore/protocols/align/blind/party.ts';
import { alignAsHelper, alignAsParty, normaliseId, type AlignOptions } from '@coscore/protocols/align/index.ts';
import { groupSumAsFeature, groupSumAsLabel, packPairs } from '@coscore/protocols/group-sum/index.ts';
import { HELPER, seededCsprng, type Role } from '@coscore/protocols/helper/simulate.ts';
import { openMatVecOwner, openMatVecPeer } from '@coscore/protocols/mat-vec/index.ts';
import { encodeLogit, openSharedSigmoid } from '@coscore/protocols/shared-sigmoid/index.ts';
import { createHash } from 'node:crypto';
import { blindRuns } from './blind-runs.ts';
import { numberForms, residueForms, textForms, wordForms } from './forms.ts';
import {
  bank,
  changed,
  rotated,
  ROWS,
  simulated,
  tax,
  watched,
  type Change,
  type ProtocolRun,
  type Run,
  type Which,
} from './protocol-run.ts';
import { refinedGroupSum } from './refined-runs.ts';

// --- align

const idsOf = (party: PartyId, which: Which): readonly string[] => {
  // Same sizes, same number in common; not one id the same.
  const id = (index: number): string =>
    `firm-${which === 0 ? 'Alpha' : 'Omega'}-${String(index * 7919).padStart(8, '0')}`;
  return Array.from({ length: 60 }, (_, i) => id(party === bank ? i : i + 25));
};

const alignParties = [bank, tax];

async function align(
  profile: AlignOptions['profile'],
  sets: readonly (readonly string[])[],
  change: Change | undefined,
  coins = 1,
): Promise<Run> {
  const options: AlignOptions = {
    profile,
    parties: alignParties,
    labelParty: bank,
    join: 'inner',
    minIntersection: 10,
    ...(profile === 'aided' ? { helper: HELPER } : {}),
  };
  const network = watched('job/1', change);
  let failure: unknown;
  const guarded = (role: Promise<unknown>): Promise<void> =>
    role.then(
      () => undefined,
      (error: unknown) => {
        failure ??= error;
        network.abort();
      },
    );
  const roles = alignParties.map((party, i) =>
    alignAsParty(changed(network.session(party), change), sets[i]!, options, {
      threads: 1,
      rng: seededCsprng(3 * coins + i),
    }),
  );
  const helper =
    profile === 'aided' ? [alignAsHelper(network.session(HELPER), options, { rng: seededCsprng(3 * coins + 2) })] : [];
  await Promise.all([...roles, ...helper].map(guarded));
  return { transcript: network.transcript, failure };
}

/** The same ids in files of another order. */
export function alignInOrder(order: 'as it is' | 'reversed', change?: Change): Promise<Run> {
  const sets = alignParties.map((party) => idsOf(party, 0));
  return align('aided', order === 'as it is' ? sets : sets.map((ids) => ids.toReversed()), change);
}

function alignRun(profile: AlignOptions['profile']): ProtocolRun {
  return {
    name: `align, ${profile}`,
    // Tags depend on ids, under a key that the helper lacks: that it cannot use them is what the scan is for.
    blindHelper: false,
    messages: 12,
    samples: 12,
    changes: 60,
    run: (which, change, coins) =>
      align(
        profile,
        alignParties.map((party) => idsOf(party, which)),
        change,
        coins,
      ),
    needles: (which) =>
      [...new Set(alignParties.flatMap((party) => idsOf(party, which)))].flatMap((id, i) => [
        ...textForms(`id ${i}`, id),
        { secret: `id ${i}`, form: 'point without a scalar', bytes: Buffer.from(pointsOf([normaliseId(id)])) },
      ]),
    unmasked: (which) => (message) => {
      const ids = idsOf(bank, which).map(normaliseId);
      const items =
        message.kind === 'align-points'
          ? pointsOf(ids)
          : Buffer.concat(ids.map((id) => createHash('blake2b512').update(id).digest().subarray(0, 16)));
      const isSet = message.kind === 'align-points' || message.kind === 'align-tags';
      return isSet ? { ...message, body: wire.AlignBatch.encode({ index: 0, items }).finish() } : message;
    },
  };
}

/** The protocol's own hash-to-curve; its domain is public. */
const pointsOf = (ids: readonly string[]): Uint8Array => hashToPoints(HASH_DOMAIN, packIds(ids));

// --- group-sum

const random = seededRng(11);
const whole = (bits: number): number => random.below(2 ** bits);
const gradients = Int32Array.from({ length: ROWS }, () => whole(24) - 2 ** 23);
const hessians = Uint32Array.from({ length: ROWS }, () => whole(24));
const codes = [5, 7].map((bins) => Uint16Array.from({ length: ROWS }, () => random.below(bins)));

const groupSum: ProtocolRun = {
  name: 'group-sum, aided',
  blindHelper: true,
  messages: 10,
  samples: 24,
  changes: 60,
  run(which, change, coins = 1) {
    const common = { profile: 'aided', instance: 'woe', helper: HELPER } as const;
    const [g, h] = [rotated(gradients, which), rotated(hessians, which)];
    const own = codes.map((column) => rotated(column, which));
    return simulated(
      {
        bank: (session) => groupSumAsLabel(session, { ...common, featureParty: tax, features: 2, g, h }),
        tax: (session) => groupSumAsFeature(session, { ...common, labelParty: bank, codes: own, bins: [5, 7] }),
      },
      change,
      coins,
    );
  },
  needles(which) {
    const pairs = packPairs(rotated(gradients, which), rotated(hessians, which));
    return [
      ...[...pairs].flatMap((pair, row) => residueForms(`pair of row ${row}`, pair)),
      ...[...rotated(gradients, which)].flatMap((value, row) => numberForms(`first of pair ${row}`, value)),
      ...codes.flatMap((column, f) => {
        const own = rotated(column, which);
        const name = `bins of feature ${f}`;
        return [
          ...wordForms(name, Uint32Array.from(own)),
          { secret: name, form: 'uint16', bytes: Buffer.from(bytesOf(own)) },
          { secret: name, form: 'bytes', bytes: Buffer.from(own) },
        ];
      }),
    ];
  },
  unmasked: (which) => (message) => {
    const delta = bytesOf(packPairs(rotated(gradients, which), rotated(hessians, which)));
    return message.kind === 'group-sum-delta'
      ? { ...message, body: wire.GroupSumDelta.encode({ delta }).finish() }
      : message;
  },
};

// --- mat-vec

const columns = Array.from({ length: 3 }, () => Int32Array.from({ length: ROWS }, () => whole(30) - 2 ** 29));
const vector = BigUint64Array.from({ length: ROWS }, () => (BigInt(whole(32)) << 32n) | BigInt(whole(32)));
/** X has 12 fraction bits. */
const SCALE = 2 ** 12;

const matVec: ProtocolRun = {
  name: 'mat-vec, aided',
  blindHelper: true,
  messages: 10,
  samples: 24,
  changes: 60,
  run(which, change, coins = 1) {
    const common = { profile: 'aided', instance: 'gradient', helper: HELPER, products: 1, open: 'owner' } as const;
    const own = columns.map((column) => rotated(column, which));
    return simulated(
      {
        async tax(session) {
          const matrix = await openMatVecOwner(session, { ...common, peer: bank, columns: own });
          await matrix.multiply();
          await matrix.close();
        },
        async bank(session) {
          const matrix = await openMatVecPeer(session, { ...common, peer: tax, rows: ROWS, columns: columns.length });
          await matrix.multiply(rotated(vector, which));
          await matrix.close();
        },
      },
      change,
      coins,
    );
  },
  needles: (which) => [
    ...columns.flatMap((column, j) =>
      [...rotated(column, which)].flatMap((value, row) => numberForms(`cell ${row} of column ${j}`, value / SCALE)),
    ),
    ...[...rotated(vector, which)].flatMap((value, row) => residueForms(`entry ${row} of the vector`, value)),
  ],
  unmasked: (which) => (message) => {
    if (message.kind === 'mat-vec-masked') {
      const masked = wire.MatVecMasked.decode(message.body);
      const residues = bytesOf(columnResidues(rotated(columns[masked.column]!, which)));
      return { ...message, body: wire.MatVecMasked.encode({ ...masked, residues }).finish() };
    }
    if (message.kind === 'mat-vec-product') {
      const product = wire.MatVecProduct.decode(message.body);
      return {
        ...message,
        body: wire.MatVecProduct.encode({ ...product, delta: bytesOf(rotated(vector, which)) }).finish(),
      };
    }
    return message;
  },
};

// --- shared-sigmoid

/** Each party's share; both are secret, and so is their sum. */
const logits = [0, 1].map(() => [0, 1].map(() => Float64Array.from({ length: ROWS }, () => 10 * random.next() - 5)));
const logitOf = (party: 0 | 1, which: Which): Float64Array => logits[which]![party]!;

const sharedSigmoid: ProtocolRun = {
  name: 'shared-sigmoid',
  blindHelper: true,
  messages: 10,
  samples: 24,
  changes: 60,
  run(which, change, coins = 1) {
    const role =
      (party: 0 | 1): Role =>
      async (session) => {
        const peer = party === 0 ? tax : bank;
        const terms = [8];
        const shared = await openSharedSigmoid(session, {
          profile: 'aided',
          instance: 'p',
          helper: HELPER,
          peer,
          first: party === 0,
          rows: ROWS,
          terms,
        });
        await shared.evaluate(encodeLogit(logitOf(party, which)));
        await shared.close();
      };
    return simulated({ bank: role(0), tax: role(1) }, change, coins);
  },
  needles(which) {
    const [one, two] = [logitOf(0, which), logitOf(1, which)];
    const sum = one.map((value, row) => value + two[row]!);
    return (
      [
        ['share of bank', one],
        ['share of tax', two],
        ['logit', sum],
      ] as const
    ).flatMap(([name, values]) => {
      const words = encodeLogit(values);
      return [
        ...[...values].flatMap((value, row) => numberForms(`${name}, row ${row}`, value)),
        // Two rows at a time: 25 bits alone are too short to be looked for.
        ...Array.from({ length: ROWS - 1 }, (_, row) =>
          wordForms(`${name}, rows ${row} and ${row + 1}`, words.subarray(row, row + 2)),
        ).flat(),
      ];
    });
  },
  unmasked: (which) => (message) => {
    if (message.kind !== 'shared-sigmoid-masked') return message;
    const masked = wire.SharedSigmoidMasked.decode(message.body);
    return {
      ...message,
      body: wire.SharedSigmoidMasked.encode({ ...masked, values: bytesOf(encodeLogit(logitOf(0, which))) }).finish(),
    };
  },
};

export const protocolRuns: readonly ProtocolRun[] = [
  alignRun('aided'),
  alignRun('blind'),
  groupSum,
  refinedGroupSum,
  matVec,
  sharedSigmoid,
  ...blindRuns,
];
