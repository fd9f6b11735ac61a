// Generates proto/generated/wire.{js,d.ts} from proto/*.proto. `--check` fails when the committed output differs.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const target = join(root, 'proto/generated');
const work = mkdtempSync(join(tmpdir(), 'coscore-codegen-'));
const sources = readdirSync(join(root, 'proto'))
  .filter((name) => name.endsWith('.proto'))
  .sort()
  .map((name) => join(root, 'proto', name));
const bin = (name) => join(root, 'node_modules/protobufjs-cli/bin', name);
const run = (tool, args) =>
  execFileSync(process.execPath, [bin(tool), ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });

run('pbjs', [
  '-t',
  'static-module',
  '-w',
  'esm',
  '--no-service',
  '--no-delimited',
  '--no-convert',
  '--no-verify',
  '-o',
  join(work, 'wire.js'),
  ...sources,
]);
run('pbts', ['-o', join(work, 'wire.d.ts'), join(work, 'wire.js')]);

let stale = false;
for (const name of ['wire.js', 'wire.d.ts']) {
  let text = readFileSync(join(work, name), 'utf8');
  if (name === 'wire.js') text = text.replace(/from "protobufjs\/minimal(\.js)?"/, 'from "protobufjs/minimal.js"');
  if (process.argv.includes('--check')) stale ||= readFileSync(join(target, name), 'utf8') !== text;
  else writeFileSync(join(target, name), text);
}
if (stale) {
  process.stderr.write(
    'proto/generated is not what proto/*.proto gives: run `npm run codegen` and commit the result.\n',
  );
  process.exit(1);
}
