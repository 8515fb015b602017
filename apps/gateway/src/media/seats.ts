import type { PeerCaller } from '@diemcau/contracts/core/caller';
import { Bus, type Operation } from '@diemcau/contracts/core/contract';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { everyoneIn, onlyAttachment, onlyPeer } from '@diemcau/contracts/core/messages';
import {
  type AttachPeer,
  type CloseReason,
  type JoinedRoom,
  type JoinRoom,
  liveErrors,
  LiveRoom,
  LiveRoomClient,
  PlacementClient,
  RoomPushes,
} from '@diemcau/contracts/media/room';
import { Injectable, Logger } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Audiences } from '../edge/live/audiences.js';
import type { Connection } from '../edge/live/connection.js';
import { MediaNodes } from './media-nodes.js';

/** A place in a live room, bound to one socket by a ticket. Who speaks for it is never taken from the client. */
interface Seat {
  readonly node: string;
  readonly caller: PeerCaller;
}

const audiencesOf = ({ roomId, peerId, attachmentId }: PeerCaller) => [
  everyoneIn(roomId),
  onlyPeer(peerId),
  onlyAttachment(attachmentId),
];

/** Which socket sits in which live room, and on which media node. */
@Injectable()
export class Seats {
  private readonly log = new Logger(Seats.name);
  private readonly seats = new Map<Connection, Seat>();

  constructor(
    private readonly placement: PlacementClient,
    private readonly rooms: LiveRoomClient,
    private readonly bus: Bus,
    private readonly audiences: Audiences,
    private readonly nodes: MediaNodes,
  ) {
    nodes.onGone((node) => this.loseAll(({ node: held }) => held === node, 'moved'));
    audiences.onHeard((audience, { name }) => {
      if (name !== RoomPushes.closed.name) return;
      this.giveUpAll(({ caller }) => audiencesOf(caller).includes(audience));
    });
  }

  /** Takes a seat; one that the socket had before is given up. */
  async take(input: JoinRoom, connection: Connection): Promise<JoinedRoom> {
    this.detach(connection);
    const attachment: AttachPeer = { ...input, attachmentId: randomUUID() };
    const heard = [everyoneIn(input.roomId), onlyAttachment(attachment.attachmentId)];
    return this.audiences.enter(connection, heard, async () => {
      const { node, joined } = await this.attach(attachment, connection);
      const { roomId, peerId } = joined;
      const { attachmentId } = attachment;
      // Another join of the same socket that was quicker.
      this.detach(connection);
      this.seats.set(connection, { node, caller: { kind: 'peer', peerId, roomId, attachmentId } });
      connection.join([onlyPeer(peerId)]);
      connection.onClose(this, () => this.detach(connection));
      return joined;
    });
  }

  /** Says something for the seat, to the node that has it. */
  async say(operation: Operation, input: object, connection: Connection): Promise<unknown> {
    const seat = this.seats.get(connection);
    if (!seat) throw new Failure(liveErrors.notInRoom);
    try {
      const answer = await this.bus.call(operation, input, seat.caller, seat.node);
      if (operation === LiveRoom.leave) this.giveUp(connection);
      return answer;
    } catch (error) {
      if (!isSeatGone(error)) throw error;
      this.lose(connection, seat, 'moved');
      throw new Failure(liveErrors.moved);
    }
  }

  get size(): number {
    return this.seats.size;
  }

  /** The room's node may just have died, and another taken the lease: asked for once more. */
  private async attach(
    attachment: AttachPeer,
    connection: Connection,
  ): Promise<{ node: string; joined: JoinedRoom }> {
    try {
      return await this.attachOnce(attachment, connection);
    } catch (error) {
      if (!isElsewhere(error)) throw error;
      return this.attachOnce(attachment, connection);
    }
  }

  private async attachOnce(attachment: AttachPeer, { caller }: Connection) {
    const { roomId, ticket } = attachment;
    const { node } = await this.placement.locate({ roomId, ticket }, caller);
    const joined = await this.rooms.at(node).attach(attachment, caller);
    this.nodes.met(node);
    return { node, joined };
  }

  /** The socket leaves the seat, which waits at its node for the socket that comes after. */
  private detach(connection: Connection): void {
    const seat = this.giveUp(connection);
    if (!seat) return;
    const { node, caller } = seat;
    this.rooms
      .at(node)
      .detach({ attachmentId: caller.attachmentId }, caller)
      .catch((error: unknown) => this.log.debug(`not detached: ${String(error)}`));
  }

  private giveUp(connection: Connection): Seat | undefined {
    const seat = this.seats.get(connection);
    if (!seat) return undefined;
    this.seats.delete(connection);
    connection.leave(audiencesOf(seat.caller));
    return seat;
  }

  private giveUpAll(which: (seat: Seat) => boolean): void {
    for (const [connection, seat] of this.seats) if (which(seat)) this.giveUp(connection);
  }

  private lose(connection: Connection, seat: Seat, reason: CloseReason): void {
    if (this.seats.get(connection) !== seat) return;
    this.giveUp(connection);
    connection.push(RoomPushes.closed, { reason });
  }

  private loseAll(which: (seat: Seat) => boolean, reason: CloseReason): void {
    for (const [connection, seat] of this.seats) if (which(seat)) this.lose(connection, seat, reason);
  }
}

/** The room is not at this node (any more): it has moved, or the process is gone. A bus that is away says something else. */
const isElsewhere = (error: unknown): boolean =>
  error instanceof Failure &&
  (error.is(liveErrors.moved) ||
    (error.is(commonFailures.unavailable) && error.details['why'] === 'nobody listens'));

/** Also when the node is another process than the one that gave the seat. */
const isSeatGone = (error: unknown): boolean =>
  isElsewhere(error) || (error instanceof Failure && error.is(liveErrors.notInRoom));
