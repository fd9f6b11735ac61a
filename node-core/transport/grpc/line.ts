/**
 * A node's connection to its coordinator, made anew as often as it takes. grpc-js does that itself, but sets no limit to one
 * attempt: a path that is frozen in the middle of a TLS handshake would hold every call for ever.
 */
import {
  Client,
  connectivityState,
  type ChannelCredentials,
  type ClientDuplexStream,
  status,
  type Metadata,
  type ServiceError,
} from '@grpc/grpc-js';
import { clientOptions, coordinatorService, isRefusal, keepaliveOptions, type Keepalive } from './service.ts';

export type ClientCall = ClientDuplexStream<Buffer, Buffer>;

export class Line {
  readonly #make: () => Client;
  readonly #connectMs: number;
  readonly #onBroken: () => void;
  /** Clients that are watched, and those of them that have been connected. */
  readonly #watched = new WeakSet<Client>();
  readonly #connected = new WeakSet<Client>();
  #closed = false;
  readonly #calls = new Set<ClientCall>();
  #client: Client;

  /** @param address `host:port` @param onBroken a connection that was there is gone. */
  constructor(address: string, credentials: ChannelCredentials, keepalive: Keepalive, onBroken: () => void) {
    this.#make = () => new Client(address, credentials, { ...clientOptions, ...keepaliveOptions(keepalive) });
    this.#connectMs = keepalive.everyMs + keepalive.timeoutMs;
    this.#onBroken = onBroken;
    this.#client = this.#make();
  }

  call(method: keyof typeof coordinatorService, metadata: Metadata): ClientCall {
    const client = this.#client;
    const { path, requestSerialize, responseDeserialize } = coordinatorService[method];
    const call = client.makeBidiStreamRequest(path, requestSerialize, responseDeserialize, metadata);
    const late = setTimeout(() => this.#renew(client, call), this.#connectMs);
    const settled = (): void => clearTimeout(late);
    const ended = (): void => {
      settled();
      this.#calls.delete(call);
    };
    this.#calls.add(call);
    call.once('metadata', settled).once('status', ended);
    // An error after the call is no longer of interest must not end the process.
    call.on('error', (error: ServiceError) => {
      ended();
      const broken = error.code === status.UNAVAILABLE && !isRefusal(error);
      if (broken && this.#client === client && this.#connected.has(client)) this.#onBroken();
    });
    this.#watch(client);
    return call;
  }

  #watch(client: Client): void {
    if (this.#watched.has(client)) return;
    this.#watched.add(client);
    client.waitForReady(Infinity, (error) => {
      if (error === undefined) this.#connected.add(client);
    });
  }

  /**
   * Gives the connection up, and every call with it. Node's HTTP/2 stops reading while a write is under way, and then does
   * not hear of a reset before the next ping; who knows otherwise that the path is gone need not wait for that.
   */
  reset(): void {
    if (this.#closed) return;
    const client = this.#client;
    this.#client = this.#make();
    for (const call of this.#calls) call.cancel();
    client.close();
  }

  /** The call waits for the other end of its tunnel, which is fine, or for a connection that does not come about. */
  #renew(client: Client, call: ClientCall): void {
    if (client.getChannel().getConnectivityState(false) === connectivityState.READY) return;
    if (this.#client === client) this.reset();
    else call.cancel();
  }

  close(): void {
    this.#closed = true;
    this.#client.close();
  }
}
