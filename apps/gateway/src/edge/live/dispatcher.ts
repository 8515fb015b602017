import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import type { Ack } from '@diemcau/contracts/gateway/socket';
import { inRequest } from '@diemcau/service/log/request-context';
import { Injectable, Logger } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { LimitsConfig } from '../../config.js';
import { failureOf, problemBody } from '../http/problem.js';
import { TokenBucket } from '../limits/token-bucket.js';
import type { Connection } from './connection.js';
import { Messages } from './messages.js';
import { observeMessage } from './metrics.js';

type Acknowledge = (ack: Ack) => void;

/** Messages of one socket that wait for their answer at the same time. */
const mostAtOnce = 100;

/** Takes what a socket says apart and acknowledges every message: with the answer, or with the problem. */
@Injectable()
export class Dispatcher {
  private readonly log = new Logger(Dispatcher.name);

  constructor(
    private readonly messages: Messages,
    private readonly limits: LimitsConfig,
  ) {}

  /** @returns what to do with each packet of the connection: name, arguments, and the acknowledgement if asked for */
  listener(connection: Connection): (packet: readonly unknown[]) => void {
    const allowance = new TokenBucket(this.limits.message);
    const patience = new TokenBucket(this.limits.message);
    let waiting = 0;
    return (packet) => {
      const wait = allowance.take();
      if (wait > 0 && patience.take() > 0) {
        this.log.warn({ address: connection.address }, 'a socket flooded and was closed');
        return connection.close();
      }
      const acknowledge = packet.at(-1);
      // A message that wants no acknowledgement could not be refused either.
      if (typeof acknowledge !== 'function') return;
      const answer = async () => {
        if (wait > 0) throw new Failure(commonFailures.tooMany, { retryAfterS: wait });
        if (waiting >= mostAtOnce) throw new Failure(commonFailures.tooMany, { retryAfterS: 1 });
        waiting += 1;
        try {
          return await this.say(packet.slice(0, -1), connection);
        } finally {
          waiting -= 1;
        }
      };
      void this.acknowledged(String(packet[0]), connection, answer, acknowledge as Acknowledge);
    };
  }

  private async say([name, ...inputs]: readonly unknown[], connection: Connection): Promise<unknown> {
    if (typeof name !== 'string' || inputs.length > 1) throw new Failure(commonFailures.malformed);
    return this.messages.answer(name, inputs[0] ?? {}, connection);
  }

  private async acknowledged(
    name: string,
    connection: Connection,
    answer: () => Promise<unknown>,
    acknowledge: Acknowledge,
  ): Promise<void> {
    const requestId = randomUUID();
    const done = observeMessage(name);
    await inRequest({ requestId }, async () => {
      try {
        const body = await answer();
        acknowledge({ ok: true, body });
        done('ok');
      } catch (error) {
        const failure = failureOf(error);
        if (failure.is(commonFailures.internal) && failure !== error) {
          this.log.error({ message: name, err: error }, 'not expected');
        }
        acknowledge({ ok: false, problem: problemBody(failure, connection.language, requestId) });
        done(failure.kind.code);
      }
      connection.answered();
    });
  }
}
