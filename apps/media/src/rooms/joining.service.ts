import { type AttachPeer, type JoinedRoom, type RoomEvents } from '@diemcau/contracts/media/room';
import type { TicketClaims } from '@diemcau/contracts/meetings/lobby';
import { Injectable, Logger } from '@nestjs/common';
import { SfuService } from '../sfu/sfu.service.js';
import { TicketsService } from '../tickets/tickets.service.js';
import type { LiveRoom } from './live-room.js';
import { RoomsService } from './rooms.service.js';

/** Through the door: ticket checked, seat given, and everything a client needs to begin or to go on. */
@Injectable()
export class JoiningService {
  private readonly log = new Logger(JoiningService.name);

  constructor(
    private readonly rooms: RoomsService,
    private readonly tickets: TicketsService,
    private readonly sfu: SfuService,
  ) {}

  async attach(input: AttachPeer): Promise<JoinedRoom> {
    const ticket = this.tickets.verify(input.ticket, input.roomId);
    const room = this.rooms.room(input.roomId);
    room.refuseRemoved(ticket.peerId);
    if (!room.seatOf(ticket.peerId)) this.rooms.refuseWhenFull();
    await this.tickets.use(ticket);
    await room.attach(ticket, input.attachmentId, input.mediaId);
    this.log.log({ roomId: room.roomId, peerId: ticket.peerId, host: ticket.host }, 'joined');
    return this.joined(room, ticket, input);
  }

  /** What a client at a version lacks; everything when it is of another session or too far behind. */
  missed(room: LiveRoom, since: number | undefined): RoomEvents {
    const events = since === undefined ? null : room.record.eventsSince(since);
    return { snapshot: events ? null : room.record.state, events: events ?? [], streams: room.streams() };
  }

  private async joined(room: LiveRoom, { peerId }: TicketClaims, input: AttachPeer): Promise<JoinedRoom> {
    const since = input.sessionId === room.session.id ? input.since : undefined;
    return {
      roomId: room.roomId,
      sessionId: room.session.id,
      peerId,
      role: room.roleOf(peerId) ?? 'participant',
      mediaId: room.media.id,
      ...this.missed(room, since),
      routerRtpCapabilities: await room.media.rtpCapabilities(),
      iceServers: this.sfu.iceServers(peerId),
    };
  }
}
