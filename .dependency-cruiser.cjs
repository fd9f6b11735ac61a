// Which package may import which (docs: architecture, "Layout"). Tests, benches and examples may import anything.
'use strict';

const packages = ['proto', 'kernels', 'crypto', 'protocols', 'models', 'node-core', 'party-node', 'coordinator', 'cli'];
const anyOf = (names) => `^(${names.join('|')})/`;
const tests = ['\\.test\\.ts$', '/test-', '/fixtures/'];

/** `from` may import, of our packages, only itself and `allowed`; `except` adds single files or folders of others. */
function only(from, allowed, except = []) {
  const forbidden = packages
    .concat('examples', 'bench', 'test')
    .filter((name) => name !== from && !allowed.includes(name));
  return {
    name: `${from}-imports`,
    comment: `${from} may import ${allowed.length === 0 ? 'none of our packages' : allowed.join(', ')}.`,
    severity: 'error',
    from: { path: anyOf([from]), pathNot: tests },
    to: { path: anyOf(forbidden), ...(except.length === 0 ? {} : { pathNot: except.map((path) => `^${path}`) }) },
  };
}

/** Of these files `from` may use types only: they vanish before anything runs. */
function typesOnly(from, files) {
  return {
    name: `${from}-types-only`,
    comment: `${from} may use ${files.join(', ')} as types only.`,
    severity: 'error',
    from: { path: anyOf([from]), pathNot: tests },
    to: { path: files.map((path) => `^${path}`), dependencyTypesNot: ['type-only'] },
  };
}

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or lack a third.',
      severity: 'error',
      from: { pathNot: 'node_modules' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    only('proto', []),
    only('kernels', []),
    only('crypto', ['kernels']),
    only('protocols', ['crypto', 'kernels', 'proto']),
    only('models', ['kernels', 'protocols', 'proto']),
    typesOnly('models', ['protocols/', 'proto/']),
    // Carrying protocols' messages, node-core needs their types and their error class, and nothing that computes.
    only('node-core', ['crypto', 'proto'], ['protocols/(errors|transport|index)\\.ts$']),
    only('party-node', ['node-core', 'models', 'protocols', 'crypto', 'proto']),
    // The helper's roles deal randomness; a data party's role inside the coordinator would be a privacy defect.
    only(
      'coordinator',
      ['node-core', 'crypto', 'proto'],
      ['protocols/(errors|transport|index)\\.ts$', 'protocols/helper/', 'protocols/align/index\\.ts$'],
    ),
    typesOnly('coordinator', ['protocols/align/']),
    only('cli', ['node-core', 'party-node', 'coordinator'], ['models/evaluate/report\\.ts$', 'examples/sme-economy/']),
    typesOnly('cli', ['models/']),
    {
      name: 'demo-only',
      comment: 'Only the demo generates the made-up economy.',
      severity: 'error',
      from: { path: '^cli/', pathNot: ['^cli/demo\\.ts$', ...tests] },
      to: { path: '^examples/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/generated/|/assembly/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
