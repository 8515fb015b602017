import { type Operation, socketName } from '@diemcau/contracts/core/contract';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { plainObject, validated } from '@diemcau/contracts/core/validate';
import { socketMessages } from '@diemcau/contracts/gateway/socket';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { Access } from '../auth/access.js';
import { Askers } from '../auth/askers.js';
import { type LimitClass, Limits } from '../limits/limits.js';
import type { Connection } from './connection.js';
import { type Receiving, receivingOf } from './receives.js';

export interface Message {
  readonly access: Access;
  readonly limit: LimitClass | undefined;
  readonly receive: (input: unknown, connection: Connection) => Promise<unknown>;
}

/** Every socket message by name, and who answers it. */
@Injectable()
export class Messages implements OnModuleInit {
  private readonly byName = new Map<string, Message>();

  constructor(
    private readonly providers: DiscoveryService,
    private readonly askers: Askers,
    private readonly limits: Limits,
  ) {}

  /** A message that nobody or two would answer stops the gateway from starting. */
  onModuleInit(): void {
    for (const { instance } of this.providers.getProviders()) {
      if (typeof instance !== 'object' || instance === null) continue;
      for (const receiving of receivingOf(instance as object)) this.add(instance as object, receiving);
    }
    const unanswered = Object.keys(socketMessages).filter((name) => !this.byName.has(name));
    if (unanswered.length > 0) throw new Error(`Nobody answers ${unanswered.join(', ')} on the socket.`);
  }

  /** @throws Failure of the operation, or why it is not let through */
  async answer(name: string, input: unknown, connection: Connection): Promise<unknown> {
    const message = this.byName.get(name);
    if (!message) throw new Failure(commonFailures.notFound);
    const { access, limit, receive } = message;
    if (limit) this.limits.take(limit, connection.caller, connection.address);
    this.askers.admit(access, { caller: connection.caller, entryToken: null });
    return receive(input, connection);
  }

  private add(instance: object, { operations, access, limit, forwarded, method }: Receiving): void {
    const answerer = instance as Record<string, (...args: unknown[]) => Promise<unknown>>;
    for (const operation of operations) {
      const name = socketName(operation);
      if (this.byName.has(name) || !Object.hasOwn(socketMessages, name)) {
        throw new Error(`${name} is answered twice, or is no message of the socket.`);
      }
      const receive = forwarded
        ? (input: unknown, connection: Connection) =>
            answerer[method]!(operation, plainObject(input), connection)
        : (input: unknown, connection: Connection) =>
            answerer[method]!(validated((operation as Operation).input, input), connection);
      this.byName.set(name, { access, limit, receive });
    }
  }
}
