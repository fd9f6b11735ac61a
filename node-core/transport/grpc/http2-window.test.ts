import { connect, type Settings } from 'node:http2';
import { once } from 'node:events';
import { duplexPair } from 'node:stream';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { expect, it } from 'vitest';
import { widenWindows } from './http2-window.ts';

it('offers the wider window to a client', async () => {
  const server = new Server();
  const injector = server.createConnectionInjector(ServerCredentials.createInsecure());
  widenWindows(server, 1_234_567);
  const [near, far] = duplexPair();
  injector.injectConnection(far);
  const client = connect('http://coscore', { createConnection: () => near });
  // The first settings are the defaults, sent before the server hears of its session.
  const sizes: (number | undefined)[] = [];
  while (!sizes.includes(1_234_567) && sizes.length < 3) {
    const [settings] = (await once(client, 'remoteSettings')) as [Settings];
    sizes.push(settings.initialWindowSize);
  }
  expect(sizes).toContain(1_234_567);
  await new Promise((resolve) => client.ping(resolve)); // the window update has arrived before the answer
  expect(client.state.remoteWindowSize).toBe(1_234_567);
  client.destroy();
  server.forceShutdown();
});

it('says so when grpc-js has no HTTP/2 server where it used to be', () => {
  expect(() => widenWindows(new Server(), 1)).toThrowError(/adapt node-core\/transport\/grpc\/http2-window.ts/);
});
