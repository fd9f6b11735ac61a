// Writes the tables of the threat model from the leak catalogue; `--check` only says whether they are current.
import { readFileSync, writeFileSync } from 'node:fs';
import { withLeakTables } from '../party-node/report/leak-table.ts';

const documents = [
  ['docs/threat-model.md', 'en'],
  ['docs/zh-CN/threat-model.md', 'zh'],
];
const check = process.argv.includes('--check');

for (const [path, language] of documents) {
  const file = new URL(`../${path}`, import.meta.url);
  const before = readFileSync(file, 'utf8');
  const after = withLeakTables(before, language);
  if (before === after) continue;
  if (check) {
    process.stderr.write(`${path} is behind the leak catalogue: run node tools/leak-docs.mjs\n`);
    process.exitCode = 1;
  } else {
    writeFileSync(file, after);
    process.stdout.write(`wrote ${path}\n`);
  }
}
