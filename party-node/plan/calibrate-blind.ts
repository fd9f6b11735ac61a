/** Processor time of the blind profile's units, threads included, by running its roles in this process on few rows. */
import { derivativeBits } from '@coscore/models/gbdt/derivatives.ts';
import { makeAdditiveKey } from '@coscore/crypto/he/additive-key.ts';
import { systemCsprng } from '@coscore/crypto';
import { pairLayout } from '@coscore/crypto/he/packing.ts';
import type { AdditiveSchemeName } from '@coscore/crypto/he/additive-scheme.ts';
import { GroupSumKey } from '@coscore/protocols/group-sum/index.ts';
import {
  openRefinedAsLabel,
  SealedColumns,
  serveRefinedAsFeature,
} from '@coscore/protocols/group-sum/refined/index.ts';
import { memoryNetwork } from '@coscore/protocols/memory-network.ts';
import type { PartyId } from '@coscore/protocols';
import { GRADIENT_BITS } from '../stages/gbdt/forest-options.ts';

/** All in seconds of one processor. */
export interface BlindRates {
  /** A row: obfuscator, encryption, and what the transport of it costs in one process. */
  readonly seal: number;
  /** A row and column: one product. */
  readonly add: number;
  /** A ciphertext of a reply: packed, hidden again, and opened. */
  readonly reply: number;
}

const BANK = 'bank' as PartyId;
const PLATFORM = 'platform' as PartyId;

interface Probe {
  readonly rows: number;
  readonly columns: number;
  readonly bins: number;
}

export async function calibrateBlind(scheme: AdditiveSchemeName): Promise<BlindRates> {
  const pair = await makeAdditiveKey(scheme, systemCsprng);
  const run = async ({ rows, columns, bins }: Probe): Promise<{ seconds: number; replies: number }> => {
    const network = memoryNetwork('plan/1');
    const features = Array.from({ length: columns }, () => ({ bins, missingBin: -1 }));
    const codes = features.map((_, f) => Uint16Array.from({ length: rows }, (_row, i) => (i * (2 * f + 3)) % bins));
    const shared = { instance: 'plan', profile: 'blind', n: rows, features } as const;
    const before = process.cpuUsage();
    const key = GroupSumKey.from(pair, { rows });
    const sealed = new SealedColumns(key, { readers: 1, bits: derivativeBits(GRADIENT_BITS, rows) });
    const label = async (): Promise<void> => {
      const sums = await openRefinedAsLabel(network.session(BANK), { ...shared, featureParty: PLATFORM, sealed });
      const g = Int32Array.from({ length: rows }, (_, i) => (i % 2047) - 1023);
      const h = Uint32Array.from({ length: rows }, (_, i) => i % 1024);
      await sums.start({ g, h }, { wanted: features.map((_, f) => f), active: undefined });
      await sums.close();
    };
    const feature = serveRefinedAsFeature(
      network.session(PLATFORM),
      { ...shared, labelParty: BANK, codes, scheme, joinBins: (child) => new Uint8Array(child.length).fill(1) },
      {
        started: () => undefined,
        asked: (note) => note,
        stepped: () => {
          throw new Error('a calibration takes no step');
        },
      },
    );
    await Promise.all([label(), feature]);
    const { user, system } = process.cpuUsage(before);
    const { slots } = pairLayout(rows, sealed.bits, key.group.payloadBits);
    await key.destroy();
    return { seconds: (user + system) / 1e6, replies: Math.ceil((columns * bins) / slots) };
  };
  // Each rate from two runs that differ in little else, and in that by so much that what threads do at their start is lost in it.
  const [few, many, columns] = [1100, 4400, 24];
  await run({ rows: 200, columns: 2, bins: 4 });
  const fine = await run({ rows: few, columns, bins: 128 });
  const coarse = await run({ rows: few, columns, bins: 4 });
  const reply = Math.max(0, fine.seconds - coarse.seconds) / (fine.replies - coarse.replies);
  const narrow = await run({ rows: many, columns, bins: 4 });
  const wide = await run({ rows: many, columns: 4 * columns, bins: 4 });
  const added = wide.seconds - narrow.seconds - (wide.replies - narrow.replies) * reply;
  const add = Math.max(0, added) / (many * 3 * columns);
  const seal = Math.max(0, (narrow.seconds - coarse.seconds) / (many - few) - columns * add);
  return { seal, add, reply };
}
