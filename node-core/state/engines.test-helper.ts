/**
 * The engines that the tests of this folder run on, each test on all. PostgreSQL needs a server: COSCORE_TEST_DATABASE_URL
 * names one whose user may make schemas; without it that half is skipped, visibly.
 */
import { randomBytes } from 'node:crypto';
import { Secret } from '@coscore/crypto/secret.ts';
import type { StateOptions } from './options.ts';
import { dropPostgresSchema } from './postgres-engine.ts';

export const testDatabaseUrl = process.env['COSCORE_TEST_DATABASE_URL'];

export interface TestEngine {
  readonly name: StateOptions['engine'];
  readonly available: boolean;
  /** Options of a state of its own; the same name gives the same state. */
  options(name: string): StateOptions;
  /** Environment under which a child process finds the same state. */
  env(name: string): Readonly<Record<string, string | undefined>>;
  /** Removes what `options` named. */
  clean(): Promise<void>;
}

function pglite(): TestEngine {
  return {
    name: 'pglite',
    available: true,
    options: () => ({ engine: 'pglite' }),
    env: () => ({ COSCORE_DATABASE_URL: undefined }),
    clean: () => Promise.resolve(),
  };
}

export function postgresForTests(): TestEngine {
  const run = randomBytes(4).toString('hex');
  const used = new Set<string>();
  const url = new Secret(testDatabaseUrl ?? '');
  const schemaOf = (name: string): string => {
    const schema = `coscore_test_${run}_${name}`;
    used.add(schema);
    return schema;
  };
  return {
    name: 'postgres',
    available: testDatabaseUrl !== undefined,
    options: (name) => ({ engine: 'postgres', url, schema: schemaOf(name) }),
    env: (name) => ({ COSCORE_DATABASE_URL: testDatabaseUrl, COSCORE_DATABASE_SCHEMA: schemaOf(name) }),
    async clean() {
      for (const schema of used) await dropPostgresSchema(url, schema);
    },
  };
}

export const testEngines = (): readonly TestEngine[] => [pglite(), postgresForTests()];
