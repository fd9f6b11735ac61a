/** A Python with the tree libraries, where there is one: `COSCORE_TEST_PYTHON`, else `python3`. */
import { spawnSync } from 'node:child_process';

/** @returns the interpreter's name, or undefined when it cannot import all of `modules`. */
export function pythonWith(modules: readonly string[]): string | undefined {
  const python = process.env['COSCORE_TEST_PYTHON'] ?? 'python3';
  return spawnSync(python, ['-c', `import ${modules.join(', ')}`], { stdio: 'ignore' }).status === 0
    ? python
    : undefined;
}

/** @throws with what it wrote to stderr when it fails. @returns what it printed. */
export function runPython(python: string, script: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(python, [script, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    env: { ...process.env, OMP_NUM_THREADS: '2' },
  });
  if (status !== 0) throw new Error(`${script} failed: ${stderr}`, { cause: error });
  return stdout;
}
