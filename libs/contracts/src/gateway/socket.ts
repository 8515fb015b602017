import type { Contract, Dto, Operation } from '../core/contract.js';
import type { Push } from '../core/messages.js';
import { Line } from '../media/line.js';
import { Mirror } from '../media/mirror.js';
import { LiveRoom, RoomPushes } from '../media/room.js';
import { StreamPushes, Streams } from '../media/streams.js';
import { Edge, EdgePushes, LineDoor, MirrorDoor, RoomDoor } from './edge.js';

type Named<Feature extends string, C> = { readonly [K in keyof C & string as `${Feature}.${K}`]: C[K] };

function named<F extends string, C extends object>(feature: F, members: C): Named<F, C> {
  const entries = Object.entries(members).map(([name, member]) => [`${feature}.${name}`, member]);
  return Object.fromEntries(entries) as Named<F, C>;
}

function except<C extends Contract, K extends keyof C>(operations: C, ...hidden: K[]): Omit<C, K> {
  const shown = Object.entries(operations).filter(([name]) => !hidden.some((key) => key === name));
  return Object.fromEntries(shown) as Omit<C, K>;
}

/** Everything a client may say on the socket, by the message's name. Each is acknowledged with an {@link Ack}. */
export const socketMessages = {
  ...named('edge', Edge),
  ...named('media.room', RoomDoor),
  // Seats are taken and given up by the edge, for the socket that holds them.
  ...named('media.room', except(LiveRoom, 'attach', 'detach')),
  ...named('media.streams', Streams),
  ...named('media.line', LineDoor),
  ...named('media.line', except(Line, 'open')),
  ...named('media.mirror', MirrorDoor),
  ...named('media.mirror', except(Mirror, 'open')),
};
export type SocketMessages = typeof socketMessages;
export type SocketMessage = keyof SocketMessages;

/** Everything a client may hear, by the message's name. */
export const socketPushes = {
  ...named('edge', EdgePushes),
  ...named('media.room', RoomPushes),
  ...named('media.streams', StreamPushes),
};
export type SocketPushes = typeof socketPushes;
export type SocketPush = keyof SocketPushes;

export type InputOf<O> = O extends { readonly input: Dto<infer In> } ? In : never;
export type AnswerOf<O> = O extends Operation<infer _In, infer Out> ? Out : never;
export type BodyOf<P> = P extends Push<infer Body> ? Body : never;

/** The handshake's `auth`; what does not fit is ignored, and the socket goes on as a guest's. */
export interface Handshake {
  readonly accessToken?: string | null;
  /** Of the problems' titles; `vi` unless given. */
  readonly language?: 'vi' | 'en';
}

/** RFC 9457 problem details: the body of every error, over REST and over the socket. */
export interface ProblemBody {
  /** `urn:diemcau:problem:<code>` */
  readonly type: string;
  /** For people, in their language. */
  readonly title: string;
  /** HTTP status. */
  readonly status: number;
  /** `lobby.notWaiting`: what programs branch on. */
  readonly code: string;
  readonly errors?: readonly { readonly path: string; readonly code: string }[];
  /** What the failure says about itself, by code. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** Give it to support. */
  readonly requestId: string;
}

/** The acknowledgement of a socket message. */
export type Ack<Body = unknown> =
  { readonly ok: true; readonly body: Body } | { readonly ok: false; readonly problem: ProblemBody };
