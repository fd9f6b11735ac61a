import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret } from '@coscore/crypto/secret.ts';
import { afterAll, describe, expect, it } from 'vitest';
import { createIdentity } from './identity/identity.ts';
import { createLogger } from './log.ts';

const dir = mkdtempSync(join(tmpdir(), 'coscore-log-'));
afterAll(() => rmSync(dir, { recursive: true }));

describe('createLogger', () => {
  it('writes one JSON line an event to a file of its owner', () => {
    const file = join(dir, 'logs', 'node.log');
    createLogger({ name: 'bank', file, env: {} }).info({ session: 's', round: 2, bytes: 10, ms: 1.5 }, 'sent');
    const line = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    expect(line).toMatchObject({ name: 'bank', msg: 'sent', session: 's', round: 2, bytes: 10 });
    expect(Number.isNaN(Date.parse(String(line['time'])))).toBe(false);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('never writes a key or a passphrase, whoever logs it', async () => {
    const file = join(dir, 'secrets.log');
    const identity = await createIdentity('bank');
    const tls = identity.forTls();
    const log = createLogger({ name: 'bank', file, env: {} });
    log.info({ identity });
    log.info(tls);
    log.info({ tls, options: { identity: tls } });
    log.warn({ passphrase: 'open sesame', login: { passphrase: 'open sesame' }, hidden: new Secret('open sesame') });
    const text = readFileSync(file, 'utf8');
    expect(text.split('\n')).toHaveLength(5);
    expect(text).not.toContain(tls.privateKeyPem.split('\n')[1]);
    expect(text).not.toContain('sesame');
  });

  it('takes its level from COSCORE_LOG and refuses another word', () => {
    expect(createLogger({ name: 'x', file: join(dir, 'l.log'), env: {} }).level).toBe('info');
    expect(createLogger({ name: 'x', file: join(dir, 'l.log'), env: { COSCORE_LOG: 'debug' } }).level).toBe('debug');
    expect(() => createLogger({ name: 'x', env: { COSCORE_LOG: 'verbose' } })).toThrow(
      expect.objectContaining({ code: 'recipe-invalid' }) as Error,
    );
  });
});
