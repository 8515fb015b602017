import type { Caller } from '@diemcau/contracts/core/caller';
import { Bus, type Operation } from '@diemcau/contracts/core/contract';
import { Injectable } from '@nestjs/common';
import { errors } from '@nats-io/transport-node';
import { Nats } from './nats.js';
import { answerOf, headersFor, type Reply, unavailable } from './wire.js';

/** Requests over NATS: always with a timeout; no answer is a failure, never assumed done. */
@Injectable()
export class NatsBus extends Bus {
  constructor(private readonly nats: Nats) {
    super();
  }

  /** @throws Failure of the operation, or `common.unavailable` when nobody answered in time */
  async call<In extends object, Out>(
    operation: Operation<In, Out>,
    input: In,
    caller: Caller,
    node?: string,
  ): Promise<Out> {
    if (!this.nats.connected) throw unavailable('bus');
    const subject = node === undefined ? operation.subject : operation.subject.replace('@', node);
    try {
      const message = await this.nats.connection.request(subject, JSON.stringify(input), {
        timeout: this.nats.config.timeoutMs,
        headers: headersFor(caller),
      });
      return answerOf(message.json<Reply>()) as Out;
    } catch (error) {
      if (error instanceof errors.RequestError && error.isNoResponders()) throw unavailable('nobody listens');
      if (error instanceof errors.TimeoutError) throw unavailable('no answer in time');
      if (error instanceof errors.ConnectionError || error instanceof errors.ClosedConnectionError) {
        throw unavailable('bus');
      }
      throw error;
    }
  }
}
