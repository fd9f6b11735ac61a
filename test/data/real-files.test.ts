/** The party-data reader on real files, where the machine has them (COSCORE_DATA, or shared/data beside the checkout). */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { profileTable, publishedSchema, readTable } from '@coscore/party-node/data/index.ts';

const data = process.env['COSCORE_DATA'] ?? join(import.meta.dirname, '../../../shared/data');
const sba = join(data, 'sba');
const defaultCredit = join(data, 'default-credit');

describe.skipIf(!existsSync(sba))('sba', () => {
  it('reads three parties that share 15,668 loans', async () => {
    const bank = await readTable(join(sba, 'bank.csv'), {
      id: 'loan_id',
      label: 'defaulted',
      drop: ['approval_fy'],
      side: ['approval_fy'],
    });
    const types = { zip3: 'category', naics_sector: 'category', urban_rural: 'category' } as const;
    const registry = await readTable(join(sba, 'registry.csv'), { id: 'loan_id', types });
    const platform = await readTable(join(sba, 'platform.csv'), { id: 'loan_id' });
    expect([bank.rows, registry.rows, platform.rows]).toEqual([21_352, 20_241, 17_572]);
    const other = [new Set(registry.ids), new Set(platform.ids)];
    expect(bank.ids.filter((id) => other.every((set) => set.has(id)))).toHaveLength(15_668);
    expect(bank.labels!.reduce((sum, label) => sum + label, 0)).toBe(4267);
    expect(bank.side.map((column) => [column.name, column.kind])).toEqual([['approval_fy', 'number']]);
    const levels = registry.frame.columns.map((c) => (c.kind === 'category' ? [c.name, c.levels.length] : [c.name]));
    expect(levels).toEqual([
      ['state', 51],
      ['naics_sector', 25],
      ['zip3', 852],
      ['urban_rural', 3],
      ['new_business', 2],
      ['franchise'],
    ]);
  });

  it('publishes no more than names, types and a rounded row count', async () => {
    const profile = await profileTable(join(sba, 'platform.csv'), { id: 'loan_id' });
    expect(profile.problems).toEqual([]);
    expect(publishedSchema(profile)).toEqual({
      rowsAbout: 18_000,
      columns: [
        { name: 'loan_id', type: 'id' },
        { name: 'employees', type: 'number' },
        { name: 'jobs_created', type: 'number' },
        { name: 'jobs_retained', type: 'number' },
        { name: 'lender_state', type: 'category' },
        { name: 'same_state_lender', type: 'number' },
      ],
    });
  });
});

describe.skipIf(!existsSync(defaultCredit))('default-credit', () => {
  it('reads the vertical split', async () => {
    const guest = await readTable(join(defaultCredit, 'default_credit_hetero_guest.csv'), { id: 'id', label: 'y' });
    const host = await readTable(join(defaultCredit, 'default_credit_hetero_host.csv'), { id: 'id' });
    expect(guest.labels!.reduce((sum, label) => sum + label, 0)).toBe(6636);
    expect(guest.frame.columns).toHaveLength(13);
    expect(host.frame.columns).toHaveLength(10);
    expect(new Set([...guest.ids, ...host.ids]).size).toBe(30_000);
  });

  it('reads the raw table, quoted names and all', async () => {
    const raw = await readTable(join(defaultCredit, 'UCI_Credit_Card.csv'), {
      id: 'ID',
      label: 'default.payment.next.month',
    });
    expect(raw.rows).toBe(30_000);
    expect(raw.frame.columns.map((column) => column.name).slice(0, 3)).toEqual(['LIMIT_BAL', 'SEX', 'EDUCATION']);
  });
});
