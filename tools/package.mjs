// `npm run package`: one tarball that needs no network to install: Node, the product as JavaScript, its packages, kernels,
// licences, a bill of materials and systemd units. Written to out/package/.
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { billOfMaterials, copyPackages, licenceTexts, runtimePackages } from './package/dependencies.mjs';
import { emitWorkspace } from './package/emit.mjs';
import { root } from './setup.mjs';

/** Workspaces that only developers need. */
const DEVELOPERS = new Set(['bench', 'test']);

const { values } = parseArgs({ options: { out: { type: 'string', default: join(root, 'out/package') } } });
const { version, workspaces } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const name = `coscore-${version}-${process.platform}-${process.arch}`;
const work = mkdtempSync(join(tmpdir(), 'coscore-package-'));
try {
  const dir = join(work, name);
  const lib = join(dir, 'lib');
  const packages = runtimePackages(root);
  layCode(lib);
  copyPackages(root, packages, lib);
  layNode(join(dir, 'node'));
  layRest(dir, packages);
  writeFileSync(join(dir, 'SHA256SUMS'), sums(dir));
  const file = join(resolve(values.out), `${name}.tar.gz`);
  mkdirSync(dirname(file), { recursive: true });
  // The same tree gives the same bytes.
  run(
    'tar',
    ['--sort=name', '--mtime=@0', '--owner=0', '--group=0', '--numeric-owner', '--format=gnu', '-czf', file, name],
    { cwd: work, env: { ...process.env, GZIP: '-n' } },
  );
  writeFileSync(`${file}.sha256`, `${createHash('sha256').update(readFileSync(file)).digest('hex')}  ${name}.tar.gz\n`);
  process.stdout.write(`${file}\n`);
} finally {
  rmSync(work, { recursive: true, force: true });
}

function layCode(lib) {
  for (const workspace of workspaces.filter((folder) => !DEVELOPERS.has(folder))) {
    emitWorkspace(join(root, workspace), join(lib, workspace));
    const { name: packageName } = JSON.parse(readFileSync(join(root, workspace, 'package.json'), 'utf8'));
    const link = join(lib, 'node_modules', packageName);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(packageName.includes('/') ? `../../${workspace}` : `../${workspace}`, link);
  }
  writeFileSync(
    join(lib, 'package.json'),
    `${JSON.stringify({ name: 'coscore-installed', version, private: true, type: 'module' }, null, 2)}\n`,
  );
}

function layNode(to) {
  mkdirSync(join(to, 'bin'), { recursive: true });
  cpSync(process.execPath, join(to, 'bin/node'), { dereference: true });
  chmodSync(join(to, 'bin/node'), 0o755);
  const home = resolve(dirname(process.execPath), '..');
  for (const file of readdirSync(home).filter((entry) => /^(license|readme)/i.test(entry))) {
    cpSync(join(home, file), join(to, file));
  }
}

function layRest(dir, packages) {
  mkdirSync(join(dir, 'bin'), { recursive: true });
  cpSync(join(root, 'packaging/coscore'), join(dir, 'bin/coscore'));
  chmodSync(join(dir, 'bin/coscore'), 0o755);
  cpSync(join(root, 'packaging/systemd'), join(dir, 'systemd'), { recursive: true });
  cpSync(join(root, 'packaging/INSTALL.md'), join(dir, 'INSTALL.md'));
  cpSync(join(root, 'docs'), join(dir, 'docs'), { recursive: true });
  cpSync(join(root, 'examples/recipes'), join(dir, 'examples'), {
    recursive: true,
    filter: (file) => !file.endsWith('.ts'),
  });
  for (const file of ['LICENSE', 'CHANGELOG.md', 'SECURITY.md']) cpSync(join(root, file), join(dir, file));
  writeFileSync(join(dir, 'THIRD-PARTY-LICENCES.txt'), licenceTexts(root, packages));
  writeFileSync(join(dir, 'sbom.cdx.json'), `${JSON.stringify(billOfMaterials(root, packages, version), null, 2)}\n`);
}

/** `sha256sum -c` reads it. */
function sums(dir) {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => `${createHash('sha256').update(readFileSync(file)).digest('hex')}  ${file.slice(dir.length + 1)}\n`)
    .join('');
}

function run(command, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...options,
  });
  if (error !== undefined) throw new Error(`${command} did not start: ${error.message}`);
  if (status !== 0) throw new Error(`${command} failed with ${status}: ${stderr.trim()}`);
  return stdout;
}
