import { anonymous, type KeyCaller, type ServiceCaller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import {
  apiKey,
  keyErrors,
  KeyFacts,
  type KeyHolder,
  KeysClient,
  rightsOfKey,
} from '@diemcau/contracts/identity/keys';
import { SessionFacts } from '@diemcau/contracts/identity/sessions';
import { Nats } from '@diemcau/service/bus/nats';
import { Pushes } from '@diemcau/service/bus/pushes';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Limits } from '../limits/limits.js';
import { type Allows, allowList } from './allow-list.js';

const self: ServiceCaller = { kind: 'service', name: 'gateway' };
/** Keys remembered; the longest known is forgotten first. */
const most = 10_000;

interface Known {
  readonly caller: KeyCaller;
  readonly madeById: string;
  readonly allows: Allows;
  /** Unix time in ms. */
  readonly until: number;
}

/**
 * Who sent an API key. What identity says is believed for a minute, and forgotten at once when the key is revoked or its
 * maker's rights change (I6). Facts are not repeated to edges: whatever is known is forgotten when the bus was lost.
 */
@Injectable()
export class ApiKeys implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly known = new Map<string, Known>();
  private readonly asking = new Map<string, Promise<Known | null>>();
  private readonly stopListening: (() => void)[] = [];
  /** Rises with all that may make an answer on its way untrue. */
  private age = 0;

  constructor(
    private readonly keys: KeysClient,
    private readonly pushes: Pushes,
    private readonly nats: Nats,
    private readonly limits: Limits,
  ) {}

  onApplicationBootstrap(): void {
    this.stopListening.push(
      this.pushes.overhear(KeyFacts.revoked, ({ keyIds }) =>
        this.forget(({ caller }) => keyIds.includes(caller.keyId)),
      ),
      this.pushes.overhear(SessionFacts.rightsChanged, ({ users }) => {
        const changed = new Set(users.map(({ userId }) => userId));
        this.forget(({ madeById }) => changed.has(madeById));
      }),
    );
    this.nats.onReconnect(() => this.forget(() => true));
  }

  onModuleDestroy(): void {
    for (const stop of this.stopListening) stop();
  }

  /**
   * Null when the key is not good, or not from this address; a promise only for a key that has to be asked for.
   * @throws Failure `common.tooMany` for an address that sends many unknown keys, `common.unavailable` without identity
   */
  of(token: string, address: string): KeyCaller | null | Promise<KeyCaller | null> {
    const [, digits, secret] = apiKey.pattern.exec(token) ?? [];
    if (!digits || !secret) return null;
    const secretHash = createHash('sha256').update(secret).digest('hex');
    const name = `${digits} ${secretHash}`;
    const known = this.known.get(name);
    if (known && known.until > Date.now()) return known.allows(address) ? known.caller : null;
    this.limits.take('signIn', anonymous, address);
    return this.ask(name, uuidOf(digits), secretHash).then((asked) =>
      asked?.allows(address) ? asked.caller : null,
    );
  }

  private ask(name: string, keyId: string, secretHash: string): Promise<Known | null> {
    const asked =
      this.asking.get(name) ?? this.askOnce(name, keyId, secretHash).finally(() => this.asking.delete(name));
    this.asking.set(name, asked);
    return asked;
  }

  private async askOnce(name: string, keyId: string, secretHash: string): Promise<Known | null> {
    const { age } = this;
    try {
      const found = knownOf(await this.keys.recognise({ keyId, secretHash }, self));
      if (age === this.age) this.remember(name, found);
      return found;
    } catch (error) {
      if (error instanceof Failure && error.is(keyErrors.unknown)) return null;
      throw error;
    }
  }

  private remember(name: string, known: Known): void {
    this.known.delete(name);
    this.known.set(name, known);
    const [oldest] = this.known.keys();
    if (this.known.size > most && oldest !== undefined) this.known.delete(oldest);
  }

  private forget(isConcerned: (known: Known) => boolean): void {
    this.age += 1;
    for (const [name, known] of this.known) if (isConcerned(known)) this.known.delete(name);
  }
}

const uuidOf = (digits: string): string =>
  digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

const knownOf = (holder: KeyHolder): Known => ({
  caller: { kind: 'key', keyId: holder.keyId, ...rightsOfKey(holder) },
  madeById: holder.madeById,
  allows: allowList(holder.addresses),
  until: Math.min(Date.now() + apiKey.trustS * 1000, Date.parse(holder.until)),
});
