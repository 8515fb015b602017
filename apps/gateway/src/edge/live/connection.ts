import { anonymous, type Caller } from '@diemcau/contracts/core/caller';
import type { Audience, Push, PushEnvelope } from '@diemcau/contracts/core/messages';
import type { Socket } from 'socket.io';
import type { Verified } from '../auth/access-tokens.js';
import type { Language } from '../http/language.js';

/** One client's socket: who is on it, what it hears, and what happens when it is gone. */
export class Connection {
  private readonly closers = new Map<object, () => void>();
  private readonly afterwards: (() => void)[] = [];
  private open = true;

  /** Set by the handshake and by `edge.identify`. */
  signedIn: Verified | null = null;

  constructor(
    private readonly socket: Socket,
    /** As the client comes to us, behind trusted proxies. */
    readonly address: string,
    readonly language: Language,
  ) {
    socket.once('disconnect', () => {
      this.open = false;
      for (const close of this.closers.values()) close();
    });
  }

  get isOpen(): boolean {
    return this.open;
  }

  /** A token that ran out speaks for nobody. */
  get caller(): Caller {
    return this.signedIn && this.signedIn.expiresAt > Date.now() ? this.signedIn.caller : anonymous;
  }

  hears(audience: Audience): boolean {
    return this.socket.rooms.has(audience);
  }

  /** Only {@link Audiences} and those who gave the right take it back. */
  join(audiences: readonly Audience[]): void {
    if (this.open) void this.socket.join([...audiences]);
  }

  leave(audiences: Iterable<Audience>): void {
    for (const audience of audiences) void this.socket.leave(audience);
  }

  get audiences(): Audience[] {
    return [...this.socket.rooms].filter((room): room is Audience => room.includes('.'));
  }

  push<B extends object>({ name }: Push<B>, body: B): void {
    this.relay({ name, body });
  }

  relay({ name, body }: PushEnvelope): void {
    this.socket.emit(name, body);
  }

  /** Runs when the answer to the message at hand has been sent, so that what follows from it comes after it. */
  afterAnswer(work: () => void): void {
    this.afterwards.push(work);
  }

  answered(): void {
    for (const work of this.afterwards.splice(0)) work();
  }

  /** Runs when the socket is gone; at once when it already is. Each owner has one such work. */
  onClose(owner: object, work: () => void): void {
    if (this.open) this.closers.set(owner, work);
    else work();
  }

  close(): void {
    this.socket.disconnect();
  }
}
