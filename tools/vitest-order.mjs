// The order of test files. vitest begins the largest file first where it has no times of an earlier run, as in CI; a short file
// that starts processes would then run alone at the end, for most of a minute.
import { relative } from 'node:path';
import { BaseSequencer } from 'vitest/node';

export class ProcessesFirst extends BaseSequencer {
  async sort(files) {
    const sorted = await super.sort(files);
    const last = (file) => (/^test[\\/]/.test(relative(this.ctx.config.root, file.moduleId)) ? 0 : 1);
    return sorted.sort((a, b) => last(a) - last(b));
  }
}
