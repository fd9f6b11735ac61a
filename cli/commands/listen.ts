/** `party listen`, `helper listen`: whether peers may connect to a node directly, and where. */
import { NodeError } from '@coscore/node-core/errors/node-error.ts';
import { readNodeFile, writeNodeFile, type DirectAddresses } from '@coscore/node-core/home/index.ts';
import { addressSchema, dialAddressSchema, splitAddress } from '@coscore/node-core/identity/address.ts';
import { note, printJson, printLine, type Context } from '../io.ts';

export interface ListenOptions {
  readonly listen?: string;
  readonly address?: string;
}

/**
 * What is kept in the node's folder; undefined for a node that only dials out.
 * @throws NodeError `recipe-invalid` for an address that is none, or that nobody else can dial.
 */
export function directAddresses({ listen, address }: ListenOptions): DirectAddresses | undefined {
  if (listen === undefined) {
    if (address !== undefined) throw invalid('--address', 'say with --listen where the node listens');
    return undefined;
  }
  const [here, dialled] = [addressSchema.safeParse(listen), dialAddressSchema.safeParse(address ?? listen)];
  if (!here.success) throw invalid('--listen', here.error.issues[0]?.message ?? '');
  if (!dialled.success) throw invalid('--address', dialled.error.issues[0]?.message ?? '');
  // Another port at every start: nobody could dial the one that the projects name.
  if (splitAddress(here.data).port === 0) throw invalid('--listen', 'name a port; 0 is another one at every start');
  return { listen: here.data, address: dialled.data };
}

function invalid(field: string, why: string): NodeError {
  return new NodeError('recipe-invalid', `${field}: ${why}`, { params: { field } });
}

/** @param at `host:port` or `off`. @param isRunning whether the node runs now, with what it was started with */
export async function setListen(
  kind: 'party' | 'helper',
  home: string,
  context: Context,
  at: string,
  address: string | undefined,
  isRunning: () => Promise<boolean>,
): Promise<void> {
  const file = await readNodeFile(home, kind);
  const direct =
    at === 'off' ? undefined : directAddresses({ listen: at, ...(address === undefined ? {} : { address }) });
  await writeNodeFile(home, { ...file, direct });
  const { texts, io } = context;
  if (context.json) printJson(context, { id: file.id, direct: direct ?? null });
  else if (direct === undefined) printLine(io.stdout, texts.listensNoMore(file.id));
  else printLine(io.stdout, texts.listensNow(file.id, direct.listen, direct.address));
  if (await isRunning()) note(context, texts.startForPort);
}
