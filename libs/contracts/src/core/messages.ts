import type { Dto } from './contract.js';

/** A fact in the past tense: written with the change, carried by JetStream, seen by gateways and other services. */
export interface Fact<Body extends object = object> {
  readonly subject: string;
  readonly body: Dto<Body>;
}

/** A live message from a service to clients, over core NATS: may be lost, so its body says how to notice and heal that. */
export interface Push<Body extends object = object> {
  /** The socket message's name. */
  readonly name: string;
  readonly body: Dto<Body>;
}

type Bodies = Record<string, Dto>;
type BodyOf<D> = D extends Dto<infer B> ? B : never;

/** Declares the facts of one feature: subject `fact.<feature>.<name>`. */
export function facts<B extends Bodies>(
  feature: string,
  bodies: B,
): { readonly [K in keyof B]: Fact<BodyOf<B[K]>> } {
  const declared = Object.entries(bodies).map(([name, body]) => [
    name,
    { subject: `fact.${feature}.${name}`, body },
  ]);
  return Object.fromEntries(declared) as { readonly [K in keyof B]: Fact<BodyOf<B[K]>> };
}

/** Declares the live messages of one feature: socket name `<feature>.<name>`. */
export function pushes<B extends Bodies>(
  feature: string,
  bodies: B,
): { readonly [K in keyof B]: Push<BodyOf<B[K]>> } {
  const declared = Object.entries(bodies).map(([name, body]) => [name, { name: `${feature}.${name}`, body }]);
  return Object.fromEntries(declared) as { readonly [K in keyof B]: Push<BodyOf<B[K]>> };
}

/** To whom a push goes. A socket joins the audiences it has a right to. */
export type Audience = `${'room' | 'peer' | 'lobby' | 'entry' | 'session' | 'attachment' | 'line'}.${string}`;

export const everyoneIn = (roomId: string): Audience => `room.${roomId}`;
export const onlyPeer = (peerId: string): Audience => `peer.${peerId}`;
export const onlyAttachment = (attachmentId: string): Audience => `attachment.${attachmentId}`;
export const hostsOf = (roomId: string): Audience => `lobby.${roomId}`;
export const askerOf = (entryId: string): Audience => `entry.${entryId}`;

/** The core NATS subject of an audience. */
export const pushSubject = (audience: Audience): string => `push.${audience}`;

/** What travels on {@link pushSubject}. */
export interface PushEnvelope {
  readonly name: string;
  readonly body: object;
}
