import type { Caller } from '@diemcau/contracts/core/caller';
import { Bus, type Operation } from '@diemcau/contracts/core/contract';
import { Injectable } from '@nestjs/common';
import { errors } from '@nats-io/transport-node';
import { Answers } from './answers.js';
import { Nats } from './nats.js';
import { answerOf, headersFor, type Reply, unavailable } from './wire.js';

/** Requests over NATS: always with a timeout; no answer is a failure, never assumed done. */
@Injectable()
export class NatsBus extends Bus {
  private readonly answers: Answers;

  constructor(private readonly nats: Nats) {
    super();
    this.answers = new Answers(nats);
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
      const message = await this.answers.ask(subject, JSON.stringify(input), headersFor(caller));
      return answerOf(message.json<Reply>()) as Out;
    } catch (error) {
      if (error instanceof errors.ClosedConnectionError || error instanceof errors.DrainingConnectionError) {
        throw unavailable('bus');
      }
      throw error;
    }
  }
}
