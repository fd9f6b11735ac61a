import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { withEngine, withWorkspace } from './engine.ts';
import { text } from './sql.ts';
import { type TestFolder, testFolder } from './test-files.ts';

let folder: TestFolder;
beforeAll(async () => {
  folder = await testFolder();
});
afterAll(() => folder.remove());

it('sees its own file and nothing else', async () => {
  const own = await folder.write('own.csv', 'a\n1\n');
  const other = await folder.write('other.csv', 'a\n2\n');
  await withWorkspace(folder.dir, (workspace) =>
    withEngine(workspace, own, {}, async (engine, file) => {
      expect(await engine.rows(`SELECT * FROM read_csv(${text(file)})`)).toHaveLength(1);
      const refusals = [
        `SELECT * FROM read_csv(${text(other)})`,
        `SELECT * FROM read_csv(${text(join(folder.dir, '*.csv'))})`,
        `SELECT * FROM read_text('/etc/hostname')`,
        `SELECT * FROM read_csv('https://example.org/a.csv')`,
        `COPY (SELECT 1) TO ${text(join(folder.dir, 'out.csv'))}`,
        `ATTACH ${text(join(folder.dir, 'x.db'))}`,
        'INSTALL httpfs',
        'LOAD httpfs',
        `SET enable_external_access = true`,
        `SET memory_limit = '64GB'`,
      ];
      for (const sql of refusals) {
        await expect(engine.rows(sql), sql).rejects.toMatchObject({ code: 'engine-unavailable' });
      }
    }),
  );
  await expect(readFile(join(folder.dir, 'out.csv'))).rejects.toMatchObject({ code: 'ENOENT' });
});

it('keeps to its memory limit and names no data in its errors', async () => {
  const own = await folder.write('own.csv', 'a\nS3CRET\n');
  await withWorkspace(folder.dir, (workspace) =>
    withEngine(workspace, own, { memoryMb: 128 }, async (engine, file) => {
      const limit = await engine.rows(`SELECT current_setting('memory_limit') AS m, current_setting('threads') AS t`);
      expect(limit).toEqual([{ m: '122.0 MiB', t: 2n }]);
      const error: unknown = await engine
        .rows(`SELECT CAST(a AS INTEGER) FROM read_csv(${text(file)})`)
        .catch((reason: unknown) => reason);
      expect(error).toMatchObject({ code: 'engine-unavailable', params: { kind: 'Conversion Error' } });
      expect(JSON.stringify(error) + String(error) + String((error as Error).cause)).not.toContain('S3CRET');
    }),
  );
});
