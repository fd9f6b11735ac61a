/** `npm run package` makes a tarball that an empty folder and no network are enough for. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generate } from '@coscore/examples/sme-economy/generate.ts';

const root = resolve(import.meta.dirname, '../..');
/** A network namespace of its own with nothing but loopback. */
const OFFLINE = ['unshare', '--net', '--map-root-user', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh'];
const canGoOffline = spawnSync(OFFLINE[0]!, [...OFFLINE.slice(1), 'true']).status === 0;

const read = (path: string): string => readFileSync(path, 'utf8');

describe('the package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'coscore-package-test-'));
  let installed: string;

  beforeAll(() => {
    const made = spawnSync(process.execPath, ['tools/package.mjs', '--out', folder], { cwd: root, encoding: 'utf8' });
    if (made.status !== 0) throw new Error(made.stderr);
    const tarball = made.stdout.trim();
    const unpacked = spawnSync('tar', ['-xzf', tarball, '-C', folder], { encoding: 'utf8' });
    if (unpacked.status !== 0) throw new Error(unpacked.stderr);
    installed = join(
      folder,
      readdirSync(folder).find((name) => existsSync(join(folder, name, 'bin/coscore')))!,
    );
  }, 180_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('holds what its sums say', () => {
    const check = spawnSync('sha256sum', ['--check', '--quiet', '--strict', 'SHA256SUMS'], { cwd: installed });
    expect(check.status).toBe(0);
  });

  it('holds JavaScript only, and every path in it leads somewhere', () => {
    const ours = readdirSync(join(installed, 'lib'), { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && entry.name !== 'node_modules',
    );
    const files = ours.flatMap(({ name }) =>
      readdirSync(join(installed, 'lib', name), { recursive: true, encoding: 'utf8' }).map((file) => join(name, file)),
    );
    expect(files.filter((file) => file.endsWith('.ts'))).toEqual([]);
    const dangling = files
      .filter((file) => file.endsWith('.js'))
      .flatMap((file) => {
        const imports = read(join(installed, 'lib', file)).matchAll(/^(?:import|export) .*?from '(\.[^']+)';$/gm);
        return [...imports].map(([, path]) => join(installed, 'lib', file, '..', path!));
      })
      .filter((path) => !existsSync(path));
    expect(dangling).toEqual([]);
  });

  it('names every package it carries in the bill of materials, and shows its licence', () => {
    const { components } = JSON.parse(read(join(installed, 'sbom.cdx.json'))) as {
      components: readonly { name: string; version: string }[];
    };
    const listed = new Map(components.map(({ name, version }) => [name, version]));
    const licences = read(join(installed, 'THIRD-PARTY-LICENCES.txt'));
    for (const name of ['@duckdb/node-api', 'sodium-native', 'node-seal', 'pg', '@grpc/grpc-js']) {
      expect(existsSync(join(installed, 'lib/node_modules', name))).toBe(true);
      const { version } = JSON.parse(read(join(installed, 'lib/node_modules', name, 'package.json'))) as {
        version: string;
      };
      expect(listed.get(name)).toBe(version);
      expect(licences).toContain(`${name} `);
    }
    expect(listed.get('node')).toBe(process.versions.node);
    expect(existsSync(join(installed, 'lib/node_modules/typescript'))).toBe(false);
    expect(listed.has('typescript')).toBe(false);
    expect(existsSync(join(installed, 'node/LICENSE'))).toBe(true);
  });

  it.each(['coordinator', 'helper', 'party'])('has a unit for the %s that starts an existing command', (role) => {
    const unit = read(join(installed, `systemd/coscore-${role}.service`));
    const command = /^ExecStart=\/opt\/coscore\/(\S+) (\w+) (\w+) --home/m.exec(unit);
    expect(command?.slice(1)).toEqual(['bin/coscore', role, 'start']);
    const help = spawnSync(join(installed, 'bin/coscore'), [role, 'start', '--help'], { encoding: 'utf8' });
    expect(help.status).toBe(0);
    expect(help.stdout).toContain(`${role} start`);
  });

  it.skipIf(!canGoOffline)(
    'runs the main job with no network and nothing of this machine on its path',
    async () => {
      const data = join(folder, 'data');
      await generate({ rows: 4000, seed: 7, dir: data });
      const command = [join(installed, 'bin/coscore'), 'lab', 'run', join(data, 'recipe.yaml'), '--json'];
      const job = spawnSync(OFFLINE[0]!, [...OFFLINE.slice(1), ...command, '--out', join(folder, 'out')], {
        encoding: 'utf8',
        cwd: folder,
        env: { PATH: '/usr/bin:/bin:/usr/sbin:/sbin', HOME: folder, LANG: 'C.UTF-8' },
      });
      expect(job.status, job.stderr).toBe(0);
      const report = JSON.parse(read(join(folder, 'out/report.json'))) as {
        readonly rowsAligned: number;
        readonly evaluation: { readonly test: { readonly metrics: { readonly auc: number } } };
      };
      expect(report.rowsAligned).toBeGreaterThan(2000);
      expect(report.evaluation.test.metrics.auc).toBeGreaterThan(0.6);
      expect(existsSync(join(folder, 'out/report.html'))).toBe(true);
    },
    180_000,
  );
});
