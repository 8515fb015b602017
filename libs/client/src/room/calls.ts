import type { Operation } from '@diemcau/contracts/core/contract';
import type { Streams } from '@diemcau/contracts/media/streams';
import type { Socket } from '../socket/socket.js';

/** The part of the socket a room needs. */
export type RoomSocket = Pick<Socket, 'request' | 'on' | 'onState' | 'state'>;

/** The operations of a contract as a client in a seat calls them. */
type Calls<C> = {
  readonly [K in keyof C]: C[K] extends Operation<infer In, infer Out> ? (input: In) => Promise<Out> : never;
};

export type StreamCalls = Calls<typeof Streams>;

/** Media calls of whoever has the seat on this socket. */
export function streamCallsOver(socket: Pick<Socket, 'request'>): StreamCalls {
  return {
    openTransport: (input) => socket.request('media.streams.openTransport', input),
    connectTransport: (input) => socket.request('media.streams.connectTransport', input),
    restartIce: (input) => socket.request('media.streams.restartIce', input),
    produce: (input) => socket.request('media.streams.produce', input),
    setPaused: (input) => socket.request('media.streams.setPaused', input),
    close: (input) => socket.request('media.streams.close', input),
    watch: (input) => socket.request('media.streams.watch', input),
    ready: (input) => socket.request('media.streams.ready', input),
    wishes: (input) => socket.request('media.streams.wishes', input),
  };
}
