import { anonymous } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { Injectable } from '@nestjs/common';
import type { Socket } from 'socket.io';
import { GatewayConfig, LimitsConfig } from '../../config.js';
import { type Language, languageOf } from '../http/language.js';
import { addressOf, lineOf, type Trust, trustOf } from '../limits/address.js';
import { Limits } from '../limits/limits.js';
import { Connection } from './connection.js';
import { openSockets } from './metrics.js';

/** Lets sockets in, not too fast and not too many from one address. */
@Injectable()
export class Entrance {
  private readonly trust: Trust;
  private readonly perLine = new Map<string, number>();

  constructor(
    { trustedProxies }: GatewayConfig,
    private readonly config: LimitsConfig,
    private readonly limits: Limits,
  ) {
    this.trust = trustOf(trustedProxies);
  }

  /** @throws Failure `common.tooMany` */
  check({ request }: Socket): void {
    const address = addressOf(request, this.trust);
    this.limits.take('socket', anonymous, address);
    if ((this.perLine.get(lineOf(address)) ?? 0) >= this.config.socketsPerAddress) {
      throw new Failure(commonFailures.tooMany, { retryAfterS: 10 });
    }
  }

  welcome(socket: Socket): Connection {
    const connection = new Connection(socket, addressOf(socket.request, this.trust), languageIn(socket));
    const line = lineOf(connection.address);
    this.count(line, 1);
    connection.onClose(this, () => this.count(line, -1));
    return connection;
  }

  private count(line: string, more: 1 | -1): void {
    openSockets.inc(more);
    const open = (this.perLine.get(line) ?? 0) + more;
    if (open > 0) this.perLine.set(line, open);
    else this.perLine.delete(line);
  }
}

/** As the client says in its handshake, else as its browser wishes. */
export function languageIn({ handshake, request }: Socket): Language {
  const { language } = handshake.auth as { language?: unknown };
  return language === 'vi' || language === 'en' ? language : languageOf(request.headers['accept-language']);
}
