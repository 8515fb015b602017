import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Server as HttpServer } from 'node:http';
import { type ExtendedError, Server, type Socket } from 'socket.io';
import { GatewayConfig } from '../../config.js';
import { failureOf, problemBody } from '../http/problem.js';
import { Audiences } from './audiences.js';
import { Dispatcher } from './dispatcher.js';
import { Entrance, languageIn } from './entrance.js';
import { Identities } from './identities.js';
import { textParser } from './text-parser.js';

/** How long farewells to clients and to the rooms they sat in may take, in ms. */
const farewellMs = 300;

/** socket.io on the public port: one socket a client, acknowledged messages, no rules of its own. */
@Injectable()
export class SocketServer implements BeforeApplicationShutdown {
  private io: Server | undefined;

  constructor(
    private readonly config: GatewayConfig,
    private readonly entrance: Entrance,
    private readonly identities: Identities,
    private readonly dispatcher: Dispatcher,
    private readonly audiences: Audiences,
  ) {}

  serve(http: HttpServer): void {
    this.io = new Server(http, {
      // Replicas stand side by side without sticky sessions: a poll would reach another one.
      transports: ['websocket'],
      serveClient: false,
      maxHttpBufferSize: this.config.bodyLimitBytes,
      // A line that went silent is noticed within 15 s.
      pingInterval: 10_000,
      pingTimeout: 5000,
      connectTimeout: 10_000,
      parser: textParser,
    });
    this.io.use((socket, next) => this.admit(socket, next));
    this.io.on('connection', (socket) => this.welcome(socket));
    this.audiences.serve(this.io);
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (!this.io) return;
    this.io.disconnectSockets(true);
    await new Promise((resolve) => setTimeout(resolve, farewellMs));
    this.io.engine.close();
  }

  private admit(socket: Socket, next: (error?: ExtendedError) => void): void {
    try {
      this.entrance.check(socket);
      next();
    } catch (error) {
      const problem = problemBody(failureOf(error), languageIn(socket), randomUUID());
      next(Object.assign(new Error(problem.code), { data: problem }));
    }
  }

  private welcome(socket: Socket): void {
    const connection = this.entrance.welcome(socket);
    const { accessToken } = socket.handshake.auth as { accessToken?: unknown };
    this.identities.recognise(connection, typeof accessToken === 'string' ? accessToken : null);
    // As a middleware that ends here, so that no name a client made up reaches an event emitter.
    const listen = this.dispatcher.listener(connection);
    socket.use((packet) => listen(packet));
  }
}
