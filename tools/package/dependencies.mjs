// The packages of other authors that the product needs at run time: which they are, their files, their licences.
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Carried apart, as the Node that runs everything. */
const NODE = /^node_modules\/node-(linux|darwin|win)-/;
/** Nothing at run time reads source maps and type declarations. */
const LEFT_OUT = /\.(map|d\.[cm]?ts)$/;
const LICENCE = /^(licen[cs]e|copying|notice)/i;

/**
 * @param {string} root of a checkout that is set up
 * @returns {string[]} paths like `node_modules/pino`, sorted
 * @throws Error when the lock names one that is not installed
 */
export function runtimePackages(root) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const names = Object.entries(packages)
    .filter(([path, entry]) => path.startsWith('node_modules/') && !entry.link && !entry.dev && !entry.devOptional)
    .filter(([path]) => !NODE.test(path));
  const here = names.filter(([path]) => existsSync(join(root, path)));
  const missing = names.find(([path, entry]) => !entry.optional && !existsSync(join(root, path)));
  if (missing !== undefined) throw new Error(`${missing[0]} is not installed: run npm run setup`);
  return here.map(([path]) => path).sort();
}

/** @param {string} to folder that gets a `node_modules` */
export function copyPackages(root, packages, to) {
  for (const path of packages) {
    // Packages inside packages have entries of their own.
    const inner = join(root, path, 'node_modules');
    cpSync(join(root, path), join(to, path), {
      recursive: true,
      dereference: true,
      filter: (file) => !file.startsWith(inner) && !LEFT_OUT.test(file),
    });
  }
}

/** @returns {string} every package's name, version, licence and the text it ships */
export function licenceTexts(root, packages) {
  return packages
    .map((path) => {
      const { name, version, license } = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));
      const stated = typeof license === 'string' ? license : (license?.type ?? 'not stated');
      const texts = readdirSync(join(root, path))
        .filter((file) => LICENCE.test(basename(file)))
        .map((file) => join(root, path, file))
        .filter((file) => !readdirSyncSafe(file))
        .map((file) => readFileSync(file, 'utf8').trim());
      return [`${name} ${version} (${stated})`, ...texts].join('\n\n');
    })
    .join(`\n\n${'-'.repeat(100)}\n\n`);
}

function readdirSyncSafe(file) {
  try {
    readdirSync(file);
    return true;
  } catch {
    return false;
  }
}

/**
 * What the tarball carries, as CycloneDX 1.5 (https://cyclonedx.org/docs/1.5/json/): made from the lock, because Debian's npm
 * has no `npm sbom`, and of exactly the packages that are copied.
 */
export function billOfMaterials(root, packages, version) {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const components = packages.map((path) => {
    const { version: found, integrity = '', license } = lock[path];
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const [, algorithm, digest] = /^(sha\d+)-(.+)$/.exec(integrity) ?? [];
    return {
      type: 'library',
      name,
      version: found,
      purl: `pkg:npm/${name.replace('@', '%40')}@${found}`,
      'bom-ref': path,
      ...(license === undefined ? {} : { licenses: [{ expression: license }] }),
      ...(digest === undefined
        ? {}
        : {
            hashes: [{ alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(digest, 'base64').toString('hex') }],
          }),
    };
  });
  const node = process.versions.node;
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { type: 'application', name: 'coscore', version } },
    components: [{ type: 'platform', name: 'node', version: node, purl: `pkg:generic/node@${node}` }, ...components],
  };
}
