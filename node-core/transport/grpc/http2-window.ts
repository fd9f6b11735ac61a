/**
 * Larger HTTP/2 windows on a grpc-js server. grpc-js has the option `grpc-node.flow_control_window` for clients only, and
 * a 64 KiB window caps what a node can upload at 64 KiB a round trip.
 */
import type { Http2Server, ServerHttp2Session } from 'node:http2';
import type { Server } from '@grpc/grpc-js';

/**
 * Call it after `createConnectionInjector` and before the first connection is injected.
 * grpc-js has no public way to its HTTP/2 server, so this reads the private field `http2Servers` of the pinned version.
 * @throws Error when another version of grpc-js has moved it.
 */
export function widenWindows(server: Server, windowBytes: number): void {
  const http2Servers: unknown = Reflect.get(server, 'http2Servers');
  if (!(http2Servers instanceof Map) || http2Servers.size === 0) {
    throw new Error(
      'this version of @grpc/grpc-js keeps its HTTP/2 servers elsewhere: adapt node-core/transport/grpc/http2-window.ts',
    );
  }
  for (const http2Server of (http2Servers as Map<Http2Server, unknown>).keys()) {
    http2Server.on('session', (session: ServerHttp2Session) => {
      session.settings({ initialWindowSize: windowBytes });
      session.setLocalWindowSize(windowBytes);
    });
  }
}
