#!/usr/bin/env node
// The `coscore` command. Plain CommonJS on purpose: it must start on an old Node and in a checkout that is not set up,
// set it up, and hand over to cli/main.ts under a Node that runs TypeScript.
'use strict';
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

const root = join(__dirname, '..', '..');

async function main() {
  if (Number.parseInt(process.versions.node, 10) < 18) {
    throw new Error(`coscore starts on Node 18 or newer; this is ${process.versions.node}. See https://nodejs.org`);
  }
  const setup = await import(pathToFileURL(join(root, 'tools/setup.mjs')).href);
  const node = setup.orExplain(() => setup.setUp());
  const { runForeground } = await import(pathToFileURL(join(root, 'tools/spawn.mjs')).href);
  process.exitCode = await runForeground(node, [join(root, 'cli/main.ts'), ...process.argv.slice(2)]);
}

main().catch((error) => {
  process.stderr.write(`coscore did not start: ${error.message}\n`);
  process.exitCode = 1;
});
