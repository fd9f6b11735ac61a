/** The `pool` commands: what a party node keeps of material dealt ahead. */
import type { Command } from 'commander';
import type { PoolBatch } from '@coscore/node-core/state/pool.ts';
import { bytes, count } from '@coscore/party-node/report/format.ts';
import { PartyClient } from '../daemon-client.ts';
import { printJson, printLine, type Context } from '../io.ts';
import { renderTable } from '../output/table.ts';
import type { Session } from '../session.ts';
import { findProject } from './project.ts';
import { nodeCommand, withClient } from './with-client.ts';

const party = (home: string): PartyClient => new PartyClient(home);

export function addPoolCommands(program: Command, session: Session): void {
  const { texts } = session;
  const pool = program.command('pool').description(texts.pool);

  const list = nodeCommand(pool, session, 'list', texts.poolList, [
    'coscore pool list',
    'coscore pool list --json',
  ]).option('--project <digest>', texts.poolProjectFilter);
  list.action(
    withClient(session, party, async (context, client) => {
      const { project } = list.opts<{ project?: string }>();
      const digest = project === undefined ? undefined : (await findProject(client, project)).digest;
      const all = await client.pool();
      show(context, digest === undefined ? all : all.filter((batch) => batch.project === digest));
    }),
  );

  const wipe = nodeCommand(pool, session, 'wipe', texts.poolWipe, [
    'coscore pool wipe --project 3f9c0a12',
  ]).requiredOption('--project <digest>', texts.poolProjectOption);
  wipe.action(
    withClient(session, party, async (context, client) => {
      const { digest } = await findProject(client, wipe.opts<{ project: string }>().project);
      const wiped = await client.wipePool(digest);
      if (context.json) printJson(context, { project: digest, wiped });
      else printLine(context.io.stdout, context.texts.poolWiped(count(wiped)));
    }),
  );
}

/** Batches of one project, peer, helper and size are one line: that is what a job can use together. */
function show(context: Context, batches: readonly PoolBatch[]): void {
  const { io, texts } = context;
  if (context.json) {
    printJson(context, batches);
    return;
  }
  if (batches.length === 0) {
    printLine(io.stdout, texts.poolEmpty);
    return;
  }
  const groups = new Map<string, PoolBatch[]>();
  for (const batch of batches) {
    const { project, peer, helper, slots, features } = batch;
    const key = [project, peer, helper, slots, features].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), batch]);
  }
  const trees = (of: readonly PoolBatch[], state: PoolBatch['state']): string =>
    count(of.filter((batch) => batch.state === state).reduce((sum, { columns }) => sum + columns, 0));
  const rows = [...groups.values()].map((of) => {
    const { project, peer, slots, features, madeAt } = of[0]!;
    const size = of.reduce((sum, batch) => sum + batch.bytes, 0);
    return [
      project.slice(0, 12),
      peer,
      count(slots),
      count(features),
      trees(of, 'ready'),
      trees(of, 'claimed'),
      bytes(size),
      madeAt,
    ];
  });
  const head = [
    texts.poolProject,
    texts.poolPeer,
    texts.poolRows,
    texts.poolColumns,
    texts.poolTrees,
    texts.poolInUse,
    texts.poolBytes,
    texts.poolSince,
  ];
  printLine(io.stdout, renderTable([head, ...rows], 'llrrrrrl'));
}
