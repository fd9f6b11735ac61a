// Makes a checkout ready to run: installs from the committed lock when needed, and finds a Node that runs TypeScript.
// Standard library only, and nothing newer than Node 18: this file runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** The first Node that runs `.ts` files as this project writes them, without a flag. */
export const wantedMajor = 24;

export class SetupError extends Error {
  name = 'SetupError';
}

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/**
 * Why `node_modules` is not what the lock says, or undefined when it is. npm leaves a hidden lock of what it really
 * installed; comparing contents, not file times, survives clones, copies and branch switches.
 * @param {string} dir root of a checkout
 * @returns {string | undefined}
 */
export function staleReason(dir) {
  const hidden = join(dir, 'node_modules/.package-lock.json');
  if (!existsSync(hidden)) return 'nothing is installed yet';
  const wanted = readJson(join(dir, 'package-lock.json')).packages ?? {};
  const installed = readJson(hidden).packages ?? {};
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue;
    const have = installed[path];
    // npm leaves out optional packages of other platforms; `nodeForTypeScript` checks the one that matters.
    if (have === undefined && (entry.optional || entry.devOptional)) continue;
    if (have === undefined) return `${path} is missing`;
    if (have.version !== entry.version || have.integrity !== entry.integrity) return `${path} is another version`;
  }
  for (const path of Object.keys(installed)) if (!(path in wanted)) return `${path} is not in package-lock.json`;
  return undefined;
}

/**
 * Installs exactly the committed lock. `npm install`, not `npm ci`: the latter refuses locks in which a registry lacked
 * some platform's optional binaries.
 * @throws SetupError when npm fails or changes the lock
 */
export function install(dir, { npm = 'npm', env = process.env } = {}) {
  const lockPath = join(dir, 'package-lock.json');
  const before = readFileSync(lockPath, 'utf8');
  const done = spawnSync(npm, ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: dir,
    // npm's own words go to stderr, so that stdout stays what the caller promised (for example JSON).
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    env: withoutNpmRunVariables(env),
  });
  if (done.error)
    throw new SetupError(`npm did not start (${done.error.message}). Install Node.js with npm, then try again.`);
  if (done.status !== 0) {
    throw new SetupError(
      `npm install failed with exit code ${done.status}. Its own message is above; set-up can be run again.`,
    );
  }
  if (readFileSync(lockPath, 'utf8') !== before) {
    throw new SetupError(
      'npm install changed package-lock.json, so package.json and the committed lock disagree. ' +
        'The changed file was left as it is: look at `git diff package-lock.json`, then commit it or take it back.',
    );
  }
}

/** An install started inside `npm run` would otherwise inherit that run's flags (`--prefix`, `--workspace`, ...). */
function withoutNpmRunVariables(env) {
  const dropped = /^npm_(package_|lifecycle_|command$|config_(workspace|workspaces|prefix|local_prefix|include|omit)$)/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !dropped.test(name)));
}

/** @returns {string} path of a Node >= 24: this very process, or the one that the lock carries for this platform. */
export function nodeForTypeScript(dir = root, version = process.versions.node) {
  if (Number.parseInt(version, 10) >= wantedMajor) return process.execPath;
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const binary = join(dir, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(binary)) return binary;
  throw new SetupError(
    `Coscore needs Node ${wantedMajor} or newer. This is Node ${version}, and the lock carries no ${name} for this machine. ` +
      `Install Node ${wantedMajor} from https://nodejs.org and try again.`,
  );
}

/**
 * The whole set-up.
 * @returns {string} path of the Node to run TypeScript with
 * @throws SetupError
 */
export function setUp({ say = (line) => process.stderr.write(`${line}\n`) } = {}) {
  const reason = staleReason(root);
  if (reason !== undefined) {
    say(`Setting up: ${reason}; installing the packages of package-lock.json ...`);
    const started = Date.now();
    install(root);
    const still = staleReason(root);
    if (still !== undefined)
      throw new SetupError(`npm install ended well, yet ${still}. Remove node_modules and try again.`);
    say(`Set up in ${Math.round((Date.now() - started) / 1000)} s.`);
  }
  return nodeForTypeScript();
}

/** Runs `action` and turns a SetupError into one clear line and exit code 1. */
export function orExplain(action) {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    process.stderr.write(`set-up failed: ${error.message}\n`);
    process.exit(1);
  }
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.stdout.write(`${orExplain(() => setUp())}\n`);
}
