import { NodeError } from '@coscore/node-core';
import { notReached } from '@coscore/node-core/transport/direct/failures.ts';
import { expect, it } from 'vitest';
import { forOthers, jobError } from './job-view.ts';

it('tells the owner why an address does not answer, and the others only that it does not', () => {
  const error = jobError(notReached('tax', 'db.bank:5432', new Error('connect ECONNREFUSED 10.1.2.3:5432')));
  expect(error.message).toContain('10.1.2.3');
  const told = forOthers(error);
  expect(told).toMatchObject({ code: 'direct-unreachable', params: { party: 'tax', address: 'db.bank:5432' } });
  expect(told.message).toContain('tax cannot be reached at db.bank:5432, the address that the project names for it:');
  expect(JSON.stringify(told)).not.toMatch(/10\.1\.2\.3|REFUSED/);
});

it('tells as it is what we wrote ourselves', () => {
  const error = jobError(new NodeError('peer-timeout', 'tax did not come', { params: { party: 'tax' } }));
  expect(forOthers(error)).toEqual(error);
});
