// Writes docs/errors/*.md from the error catalogue. `--check` fails when the committed pages differ. Needs Node 24.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = resolve(import.meta.dirname, '..');
const target = join(root, 'docs/errors');
const { catalogue } = await import(pathToFileURL(join(root, 'node-core/errors/catalogue.ts')).href);

const groups = {
  unexpected: ['unexpected', '未预期'],
  usage: ['usage and recipe', '用法与方案'],
  data: ['data', '数据'],
  trust: ['trust and manifest', '信任与清单'],
  protocol: ['protocol and peers', '协议与对端'],
  model: ['model', '模型'],
  state: ['state and disk', '状态与磁盘'],
  cancelled: ['cancelled', '取消'],
};

// `{column}` in a title is a value of the error; on the page it reads as a placeholder.
const readable = (text) => text.replace(/\{(\w+)\}/g, '`<$1>`');

const page = ({ code, group, exitCode, en, zh }) => `# ${code}

${readable(en.title)}.

**What to do.** ${readable(en.next)}

${readable(zh.title)}。

**处理办法。** ${readable(zh.next)}

Exit code ${exitCode} (${groups[group][0]}) · 退出码 ${exitCode}（${groups[group][1]}） · [all errors · 全部错误](README.md)
`;

const entries = [...catalogue.values()];
const section = (group) => {
  const own = entries.filter((entry) => entry.group === group);
  const rows = own.map(
    ({ code, en, zh }) => `| [${code}](${code}.md) | ${readable(en.title)} | ${readable(zh.title)} |`,
  );
  return `## ${own[0].exitCode}: ${groups[group][0]} · ${groups[group][1]}\n\n| code | what happened | 发生了什么 |\n|---|---|---|\n${rows.join('\n')}\n`;
};

const index = `# Error codes · 错误码

Generated from node-core/errors/catalogue by \`node tools/error-docs.mjs\`. The number is the exit code of the \`coscore\` command.
由 node-core/errors/catalogue 生成。数字为 \`coscore\` 命令的退出码。

${Object.keys(groups).map(section).join('\n')}`;

const pages = new Map([['README.md', index], ...entries.map((entry) => [`${entry.code}.md`, page(entry)])]);
const present = existsSync(target) ? readdirSync(target) : [];
const stale = [
  ...[...pages]
    .filter(([name, text]) => !present.includes(name) || readFileSync(join(target, name), 'utf8') !== text)
    .map(([name]) => name),
  ...present.filter((name) => !pages.has(name)),
];

if (process.argv.includes('--check')) {
  if (stale.length > 0) {
    process.stderr.write(
      `docs/errors is not what the catalogue gives (${stale.join(', ')}): run \`node tools/error-docs.mjs\` and commit.\n`,
    );
    process.exit(1);
  }
} else {
  mkdirSync(target, { recursive: true });
  for (const name of present) if (!pages.has(name)) rmSync(join(target, name));
  for (const [name, text] of pages) writeFileSync(join(target, name), text);
}
