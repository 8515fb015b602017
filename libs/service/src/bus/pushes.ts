import {
  type Audience,
  type Fact,
  type Push,
  type PushEnvelope,
  pushSubject,
} from '@diemcau/contracts/core/messages';
import { Injectable } from '@nestjs/common';
import { Nats } from './nats.js';

/** Live messages over core NATS: fast, and lost while NATS is away; receivers heal by version. */
@Injectable()
export class Pushes {
  constructor(private readonly nats: Nats) {}

  send<B extends object>(audience: Audience, push: Push<B>, body: B): void {
    if (!this.nats.connected) return;
    this.nats.connection.publish(
      pushSubject(audience),
      JSON.stringify({ name: push.name, body } satisfies PushEnvelope),
    );
  }

  /** Calls back for every push to the audience until the returned function is called. */
  listen(audience: Audience, heard: (envelope: PushEnvelope) => void): () => void {
    const subscription = this.nats.connection.subscribe(pushSubject(audience), {
      callback: (error, message) => {
        if (!error) heard(message.json<PushEnvelope>());
      },
    });
    return () => subscription.unsubscribe();
  }

  /** Every replica hears a fact as it passes, for live push; what must not be missed uses `OnFact`. */
  overhear<B extends object>(fact: Fact<B>, heard: (body: B) => void): () => void {
    const subscription = this.nats.connection.subscribe(fact.subject, {
      callback: (error, message) => {
        if (!error) heard(message.json<B>());
      },
    });
    return () => subscription.unsubscribe();
  }
}
