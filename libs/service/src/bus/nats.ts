import { Logger } from '@nestjs/common';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { loadConfig } from '../config/config.js';
import { BusConfig } from '../config/service.config.js';

/** The process's one connection to NATS; reconnects for ever. */
export class Nats {
  private readonly log = new Logger(Nats.name);
  private up = true;
  private readonly disconnectListeners: (() => void)[] = [];
  private readonly reconnectListeners: (() => void)[] = [];

  private constructor(
    readonly connection: NatsConnection,
    readonly config: BusConfig,
  ) {
    void this.follow();
  }

  static async connect(name: string): Promise<Nats> {
    const config = loadConfig(BusConfig);
    const url = new URL(config.natsUrl);
    const connection = await connect({
      servers: `${url.protocol}//${url.host}`,
      ...(url.password
        ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
        : url.username && { token: decodeURIComponent(url.username) }),
      name,
      // The client's defaults give up for good after some 18 s.
      maxReconnectAttempts: -1,
      waitOnFirstConnect: true,
      reconnectTimeWait: 200,
      reconnectJitter: 100,
      // A stack kept for each message in case it fails costs more than the message.
      noAsyncTraces: true,
      pingInterval: 5000,
      maxPingOut: 2,
    });
    return new Nats(connection, config);
  }

  /** While false, whatever is published is dropped silently by the client: callers fail at once instead. */
  get connected(): boolean {
    return this.up && !this.connection.isClosed();
  }

  onDisconnect(listener: () => void): void {
    this.disconnectListeners.push(listener);
  }

  onReconnect(listener: () => void): void {
    this.reconnectListeners.push(listener);
  }

  async close(): Promise<void> {
    if (!this.connection.isClosed()) await this.connection.drain().catch(() => this.connection.close());
  }

  private async follow(): Promise<void> {
    for await (const status of this.connection.status()) {
      if (status.type === 'disconnect') {
        this.up = false;
        this.log.warn('NATS is gone, reconnecting');
        for (const listener of this.disconnectListeners) listener();
      } else if (status.type === 'reconnect') {
        this.up = true;
        this.log.log('NATS is back');
        for (const listener of this.reconnectListeners) listener();
      }
    }
  }
}
