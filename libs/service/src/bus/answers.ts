import { createInbox, type Msg, type MsgHdrs } from '@nats-io/transport-node';
import type { Nats } from './nats.js';
import { unavailable, unheard } from './wire.js';

interface Waiting {
  readonly resolve: (message: Msg) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/** The server's word that nobody is subscribed. */
const isNobody = (message: Msg): boolean => message.data.length === 0 && message.headers?.code === 503;

/**
 * Requests and the one inbox for all their answers. The client's own `request` makes an error with its stack for each
 * request, answered or not, and waits for the timeout when the connection breaks.
 */
export class Answers {
  private readonly inbox = createInbox();
  private readonly waiting = new Map<string, Waiting>();
  private asked = 0;

  constructor(private readonly nats: Nats) {
    nats.connection.subscribe(`${this.inbox}.*`, {
      callback: (error, message) => {
        if (!error) this.heard(message);
      },
    });
    const lost = () => {
      for (const token of this.waiting.keys()) this.take(token)?.reject(unavailable('bus'));
    };
    nats.onDisconnect(lost);
    void nats.connection.closed().then(lost);
  }

  /** @throws Failure `common.unavailable` when the bus is away, nobody listens or no answer came in time */
  ask(subject: string, body: string, headers: MsgHdrs): Promise<Msg> {
    this.asked += 1;
    const token = this.asked.toString(36);
    return new Promise<Msg>((resolve, reject) => {
      const timer = setTimeout(
        () => this.take(token)?.reject(unavailable('no answer in time')),
        this.nats.config.timeoutMs,
      );
      this.waiting.set(token, { resolve, reject, timer });
      try {
        this.nats.connection.publish(subject, body, { reply: `${this.inbox}.${token}`, headers });
      } catch (error) {
        this.take(token);
        reject(error);
      }
    });
  }

  private heard(message: Msg): void {
    const waiting = this.take(message.subject.slice(this.inbox.length + 1));
    if (isNobody(message)) waiting?.reject(unavailable(unheard));
    else waiting?.resolve(message);
  }

  private take(token: string): Waiting | undefined {
    const waiting = this.waiting.get(token);
    this.waiting.delete(token);
    clearTimeout(waiting?.timer);
    return waiting;
  }
}
