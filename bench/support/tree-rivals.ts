/** LightGBM and XGBoost beside ours, where a Python has them: `COSCORE_TEST_PYTHON`, else `python3`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pythonWith, runPython } from '@coscore/test/export/python.ts';

export interface RivalTask {
  readonly trees: number;
  readonly depth: number;
  readonly learningRate: number;
  readonly lambda: number;
  readonly minChildWeight: number;
  readonly minRowsPerLeaf: number;
  readonly threads: number;
  /** The least of so many. */
  readonly runs: number;
  /** [columns] code of missing values, or -1. */
  readonly missing: readonly number[];
}

export interface Rival {
  readonly version: string;
  /** Of all trees, the data set built before. */
  readonly seconds: number;
  readonly buildSeconds: number;
  readonly trainAuc: number;
  readonly testAuc: number | null;
  readonly peakMb: number;
}

export interface RivalData {
  /** [columns][rows], below 256. */
  readonly codes: readonly Uint16Array[];
  /** [rows] */
  readonly labels: Uint8Array;
  readonly train: Uint8Array;
}

/** @returns by library; empty, with a word on stderr, where no Python has any. */
export function runRivals(task: RivalTask, { codes, labels, train }: RivalData): Readonly<Record<string, Rival>> {
  const python = pythonWith(['numpy']);
  if (python === undefined) {
    process.stderr.write('no Python with numpy: LightGBM and XGBoost are left out (COSCORE_TEST_PYTHON names one)\n');
    return {};
  }
  const dir = mkdtempSync(join(tmpdir(), 'coscore-rivals-'));
  try {
    const bytes = new Uint8Array(codes.length * labels.length);
    codes.forEach((column, i) => bytes.set(column, i * labels.length));
    writeFileSync(join(dir, 'task.json'), JSON.stringify(task));
    writeFileSync(join(dir, 'codes.bin'), bytes);
    writeFileSync(join(dir, 'labels.bin'), labels);
    writeFileSync(join(dir, 'train.bin'), train);
    return JSON.parse(runPython(python, join(import.meta.dirname, 'tree-rivals.py'), [dir])) as Record<string, Rival>;
  } finally {
    rmSync(dir, { recursive: true });
  }
}
