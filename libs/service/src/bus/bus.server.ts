import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import type { Operation } from '@diemcau/contracts/core/contract';
import { validated } from '@diemcau/contracts/core/validate';
import { Logger } from '@nestjs/common';
import { type CustomTransportStrategy, type MessageHandler, Server } from '@nestjs/microservices';
import type { Msg, Subscription } from '@nats-io/transport-node';
import { lastValueFrom } from 'rxjs';
import { isDatabaseGone } from '../database/gone.js';
import { inRequest } from '../log/request-context.js';
import type { FactConsumers } from '../facts/fact.consumers.js';
import { observeRequest } from '../health/metrics.js';
import { busTransport, type FactExtras, type OperationExtras } from './handles.js';
import type { Nats } from './nats.js';
import { failureReply, readHeaders, type Reply, unavailable } from './wire.js';

interface Parts {
  readonly nats: Nats;
  /** All replicas of a service share the work under this name. */
  readonly queue: string;
  /** Name of this node, for operations that are addressed to one. */
  readonly node?: string;
  /** Absent in a service without a database. */
  readonly facts?: FactConsumers;
}

/** Nest transport: answers the operations and takes the facts that handlers are marked for. */
export class BusServer extends Server implements CustomTransportStrategy {
  override readonly transportId = busTransport;
  private readonly log = new Logger(BusServer.name);
  private readonly subscriptions: Subscription[] = [];
  private readonly running = new Set<Promise<void>>();
  private parts: Parts;

  /** Given after Nest has built the module, before it listens. */
  use(parts: Parts): void {
    this.parts = parts;
  }

  async listen(done: (error?: unknown) => void): Promise<void> {
    try {
      for (const handler of this.messageHandlers.values()) await this.bind(handler);
      await this.parts.nats.connection.flush();
      done();
    } catch (error) {
      done(error);
    }
  }

  /** Takes nothing new, finishes what runs, within the configured drain time. */
  async close(): Promise<void> {
    await this.parts.facts?.stop();
    if (this.parts.nats.connected)
      await Promise.all(this.subscriptions.map((subscription) => subscription.drain()));
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, this.parts.nats.config.drainMs);
    });
    await Promise.race([Promise.all(this.running), patience]);
    clearTimeout(timer);
  }

  /**
   * Of several methods that take one fact, all run, in the transaction that notes it as taken: none gets lost.
   * @throws Error for a second method that answers one operation
   */
  override addHandler(subject: string, handler: MessageHandler, isEvent = false, extras: object = {}): void {
    const known = this.messageHandlers.get(this.normalizePattern(subject));
    if (!known) return super.addHandler(subject, handler, isEvent, extras);
    if (!('fact' in extras))
      throw new Error(`two methods are marked with @Handles for ${subject}; one operation has one answer`);
    const both: MessageHandler = async (body: unknown, manager: unknown) => {
      await this.resultOf(known(body, manager));
      return handler(body, manager);
    };
    super.addHandler(subject, both, isEvent, extras);
  }

  on(): void {
    // The transport has no events of its own; Nats logs the connection's.
  }

  unwrap<T>(): T {
    return this.parts.nats.connection as T;
  }

  private async bind(handler: MessageHandler): Promise<void> {
    const extras = handler.extras as OperationExtras | FactExtras;
    if ('fact' in extras) {
      await this.parts.facts?.take(extras.fact, async (body, manager) => {
        await this.resultOf(handler(body, manager));
      });
      return;
    }
    const { operation } = extras;
    const subject = operation.addressed
      ? operation.subject.replace('@', this.parts.node ?? '')
      : operation.subject;
    const subscription = this.parts.nats.connection.subscribe(subject, {
      ...(!operation.addressed && { queue: this.parts.queue }),
      callback: (error, message) => {
        if (error) return this.log.error(error);
        const work = this.answer(operation, handler, message).finally(() => this.running.delete(work));
        this.running.add(work);
      },
    });
    this.subscriptions.push(subscription);
  }

  private async answer(operation: Operation, handler: MessageHandler, message: Msg): Promise<void> {
    const { caller, request } = readHeaders(message.headers);
    await inRequest(request, async () => {
      const done = observeRequest(operation.subject);
      const reply = await this.replyTo(operation, async () => {
        const input = validated(operation.input, message.json());
        return this.resultOf(handler(input, caller));
      });
      done('failure' in reply ? reply.failure.kind.code : 'ok');
      message.respond(JSON.stringify(reply));
    });
  }

  private async resultOf(answer: ReturnType<MessageHandler>): Promise<unknown> {
    return lastValueFrom(this.transformToObservable(await answer), { defaultValue: undefined });
  }

  private async replyTo(operation: Operation, work: () => Promise<unknown>): Promise<Reply> {
    try {
      return { body: await work() };
    } catch (error) {
      if (error instanceof Failure) return failureReply(error);
      if (error instanceof SyntaxError) return failureReply(new Failure(commonFailures.malformed));
      if (isDatabaseGone(error)) return failureReply(unavailable('database'));
      this.log.error({ operation: operation.subject, err: error }, `${operation.subject} failed`);
      return failureReply(new Failure(commonFailures.internal));
    }
  }
}
