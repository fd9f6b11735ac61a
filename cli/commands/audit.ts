/** The `audit` commands: what a node did, proved by its chain and by the signatures of others under it. */
import { readFile, writeFile } from 'node:fs/promises';
import { InvalidArgumentError, type Command } from 'commander';
import {
  compareAudits,
  parseAuditExport,
  verifyAuditExport,
  type AuditExport,
} from '@coscore/node-core/audit/index.ts';
import { NodeError } from '@coscore/node-core/errors/node-error.ts';
import { bytes, count } from '@coscore/party-node/report/format.ts';
import { DaemonClient } from '../daemon-client.ts';
import { printJson, printLine, type Context } from '../io.ts';
import { renderTable } from '../output/table.ts';
import { wordLines } from '../output/words.ts';
import type { Session } from '../session.ts';
import { nodeCommand, withClient, type HomeOption } from './with-client.ts';

const anyNode = (home: string): DaemonClient => new DaemonClient(home);
const DETAILS_WIDTH = 110;

export function addAuditCommands(program: Command, session: Session): void {
  const { texts } = session;
  const audit = program.command('audit').description(texts.audit);

  const show = nodeCommand(audit, session, 'show', texts.auditShow, ['coscore audit show --limit 50']).option(
    '--limit <entries>',
    texts.limitOption,
    limit,
    20,
  );
  show.action(
    withClient(session, anyNode, async (context, client) => {
      showEntries(context, (await client.audit()).slice(-show.opts<{ limit: number }>().limit));
    }),
  );

  nodeCommand(audit, session, 'verify', texts.auditVerify, ['coscore audit verify', 'coscore audit verify bank.json'])
    .argument('[file]', texts.auditFile)
    .action(async (file: string | undefined, options: HomeOption, self: Command) => {
      const context = session.context(self);
      if (file !== undefined) return verify(context, await readExport(file));
      const client = anyNode(session.home(options));
      verify(context, await client.exportAudit().finally(() => client.close()));
    });

  const write = nodeCommand(audit, session, 'export', texts.auditExport, [
    'coscore audit export --out bank.json',
  ]).option('--out <file>', texts.outFileOption);
  write.action(
    withClient(session, anyNode, async (context, client) => {
      const { out } = write.opts<{ out?: string }>();
      const text = `${JSON.stringify(await client.exportAudit(), null, 1)}\n`;
      if (out === undefined) context.io.stdout.write(text);
      else {
        await writeFile(out, text, { mode: 0o600 });
        printLine(context.io.stdout, context.json ? JSON.stringify({ file: out }) : texts.saved(out));
      }
    }),
  );

  audit
    .command('compare')
    .description(texts.auditCompare)
    .argument('<a>', texts.auditFile)
    .argument('<b>', texts.auditFile)
    .addHelpText('after', session.examples(['coscore audit compare bank.json tax.json']))
    .action(async (a: string, b: string, _options: unknown, self: Command) =>
      compare(session.context(self), await readExport(a), await readExport(b)),
    );
}

/** @throws NodeError `recipe-invalid` when there is no such file; `audit-broken` when it is something else. */
async function readExport(file: string): Promise<AuditExport> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    throw new NodeError('recipe-invalid', `there is no readable file ${file}`, { cause, params: { field: 'FILE' } });
  }
  return parseAuditExport(text);
}

function showEntries(context: Context, entries: AuditExport['entries']): void {
  const { texts, io } = context;
  if (context.json) return entries.forEach((entry) => printJson(context, entry));
  const rows = entries.map(({ seq, at, event, details }) => {
    const text = JSON.stringify(details);
    return [String(seq), at, event, text.length > DETAILS_WIDTH ? `${text.slice(0, DETAILS_WIDTH)}…` : text];
  });
  printLine(io.stdout, renderTable([['', texts.time, texts.event, texts.details], ...rows], 'rlll'));
}

/** @throws NodeError `audit-broken`. */
function verify(context: Context, file: AuditExport): void {
  const { texts, io } = context;
  const { head, counterSigned } = verifyAuditExport(file);
  const { id, fingerprint } = file.node;
  if (context.json) return printJson(context, { node: file.node, head, counterSigned });
  for (const line of [
    texts.auditWhole(id, head.seq, counterSigned.length),
    texts.auditHead(head.hash),
    texts.auditKey(id),
    ...wordLines(fingerprint),
  ])
    printLine(io.stdout, line);
}

/** @throws NodeError `audit-broken`, `audit-differs`. */
function compare(context: Context, a: AuditExport, b: AuditExport): void {
  const { texts, io } = context;
  const jobs = compareAudits(a, b);
  if (context.json) return printJson(context, { agree: true, jobs });
  printLine(io.stdout, texts.auditsAgree(a.node.id, b.node.id));
  if (jobs.length === 0) printLine(io.stdout, texts.noCommonJobs);
  for (const { job, messages, bytes: size } of jobs)
    printLine(io.stdout, texts.auditJob(job, count(messages), bytes(size)));
}

function limit(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value <= 0) throw new InvalidArgumentError('It is a whole number above 0.');
  return value;
}
