/** ControlStream over an Attend call; the same at both ends. */
import { wire } from '@coscore/proto';
import type { ControlStream } from '../types.ts';
import type { BytesCall } from './service.ts';

/** Messages that wait to be read before the sender is held back, and to be sent before the peer counts as gone. */
const UNREAD_MESSAGES = 64;
const UNSENT_MESSAGES = 10_000;
/** How long a closed stream waits for the peer to end its side. */
const CLOSE_MS = 1000;

/**
 * @param instance of the peer's endpoint.
 * @param call with serialised ControlFrame messages.
 * @param abandon ends the call at once.
 */
export function controlStream(peer: string, instance: string, call: BytesCall, abandon: () => void): ControlStream {
  const closed = Promise.withResolvers<void>();
  const unread: Uint8Array[] = [];
  let wake: (() => void) | undefined;
  let closing: NodeJS.Timeout | undefined;
  let ended = false;
  const end = (): void => {
    if (ended) return;
    ended = true;
    clearTimeout(closing);
    abandon();
    wake?.();
    closed.resolve();
  };
  call.on('data', (frame: Buffer) => {
    try {
      unread.push(new Uint8Array(wire.ControlFrame.decode(frame).body));
    } catch {
      return end(); // not a ControlFrame: the peer speaks another protocol
    }
    if (unread.length >= UNREAD_MESSAGES) call.pause();
    wake?.();
  });
  for (const event of ['end', 'error', 'close', 'cancelled']) call.on(event, end);

  async function* read(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const message = unread.shift();
      if (message !== undefined) {
        call.resume();
        yield message;
      } else if (ended) return;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  }

  return {
    peer,
    instance,
    send(body) {
      if (ended || closing !== undefined) return;
      call.write(Buffer.from(wire.ControlFrame.encode({ body }).finish()));
      if (call.writableLength > UNSENT_MESSAGES) end();
    },
    messages: { [Symbol.asyncIterator]: read },
    closed: closed.promise,
    close() {
      if (ended || closing !== undefined) return;
      call.end(); // what was sent before still arrives, then the peer ends its side
      closing = setTimeout(end, CLOSE_MS);
    },
  };
}
