import { ClientOf, contract, NodeClientOf, nodeContract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import {
  Flag,
  Foreign,
  Id,
  Instant,
  Int,
  ListOf,
  OneOf,
  Part,
  Secret,
  Text,
  TextsOf,
} from '../core/fields.js';
import { facts, pushes } from '../core/messages.js';
import { Nothing } from '../core/page.js';
import { peerRoles, type PeerRole, type RoomChange, type RoomState } from './room-state.js';
import { StreamsView } from './streams.js';

export class LocateRoom {
  @Id() roomId: string;
  /** Who asks for a client shows its ticket: nobody opens rooms by guessing ids. Services need none. */
  @Secret({ max: 4000, optional: true }) ticket?: string;
}
export class RoomPlace {
  /** The media node that holds the room's lease now. */
  @Text({ max: 100 }) node: string;
  /** Rises each time the room is taken over; who holds an older one is fenced off. */
  @Int({ min: 1, max: 2_000_000_000 }) epoch: number;
}

/** Any media node answers; takes the lease itself when nobody holds it. */
export const Placement = contract('media.placement', { locate: takes(LocateRoom).gives(RoomPlace) });
export class PlacementClient extends ClientOf(Placement) {}

export class JoinRoom {
  @Id() roomId: string;
  /** From `meetings.lobby.ticket`; each can be used once. */
  @Secret({ max: 4000 }) ticket: string;
  /** `mediaId` of the join before, to keep the transports of a lost socket (within 30 s). */
  @Text({ max: 200, optional: true }) mediaId?: string;
  /** Last version seen, and of which session: only what follows is sent, when it is still at hand. */
  @Int({ min: 0, max: 2_000_000_000, optional: true }) since?: number;
  @Id({ optional: true }) sessionId?: string;
}

/** The edge adds which socket this is. */
export class AttachPeer extends JoinRoom {
  @Id() attachmentId: string;
}

export class RoomEvent {
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
  @Instant() at: string;
  /** {@link RoomChange} */
  @Foreign() change: RoomChange;
}

export class IceServer {
  @TextsOf({ max: 10, each: 300 }) urls: string[];
  @Text({ max: 200, optional: true }) username?: string;
  @Text({ max: 200, optional: true }) credential?: string;
}

export class JoinedRoom {
  @Id() roomId: string;
  /** The live session in the room: raised versions belong to it; another id means start from the snapshot. */
  @Id() sessionId: string;
  @Id() peerId: string;
  @OneOf(peerRoles) role: PeerRole;
  /** Names the transports' home. The same as before: they are intact. Another: make new ones. */
  @Text({ max: 200 }) mediaId: string;
  /** {@link RoomState}; null when `events` brings the client up to date. */
  @Foreign({ nullable: true }) snapshot: RoomState | null;
  @ListOf(() => RoomEvent, { max: 1000 }) events: RoomEvent[];
  /** mediasoup router RTP capabilities. */
  @Foreign() routerRtpCapabilities: object;
  @ListOf(() => IceServer, { max: 10 }) iceServers: IceServer[];
  @Part(() => StreamsView) streams: StreamsView;
}

export class EventsQuery {
  @Int({ min: 0, max: 2_000_000_000 }) since: number;
}
export class RoomEvents {
  /** Set when the client is too far behind for a list of events. */
  @Foreign({ nullable: true }) snapshot: RoomState | null;
  @ListOf(() => RoomEvent, { max: 1000 }) events: RoomEvent[];
  @Part(() => StreamsView) streams: StreamsView;
}

/** Sent by clients every 10 s: keeps the seat, and tells the client whether it missed anything. */
export class Alive {
  @Int({ min: 0, max: 2_000_000_000 }) version: number;
}
export class StillHere {
  @Int({ min: 0, max: 2_000_000_000 }) version: number;
  @Int({ min: 0, max: 2_000_000_000 }) streamsVersion: number;
}

export class Say {
  @Text({ max: 2000, multiline: true }) text: string;
  /** Made by the client, so that a repeated send says it once. */
  @Id() id: string;
}
export class PeerRef {
  @Id() peerId: string;
}
export class RaiseHand {
  @Flag() raised: boolean;
}
export class SetRole {
  @Id() peerId: string;
  /** Hosts come with an account; a role given here is presenter or participant. */
  @OneOf(['presenter', 'participant']) role: 'presenter' | 'participant';
}
export class Changed {
  /** The room's version after the change (unchanged when there was nothing to change). */
  @Int({ min: 0, max: 2_000_000_000 }) version: number;
}
export class AttachmentRef {
  @Id() attachmentId: string;
}

/** A live room, answered by the node that holds its lease. All but `attach` and `detach` need a seat in it. */
export const LiveRoom = nodeContract('media.@.room', {
  attach: takes(AttachPeer).gives(JoinedRoom),
  /** The socket is gone; the seat and transports wait 30 s. */
  detach: takes(AttachmentRef),
  leave: takes(Nothing).gives(Changed),
  alive: takes(Alive).gives(StillHere),
  events: takes(EventsQuery).gives(RoomEvents),
  say: takes(Say).gives(Changed),
  raiseHand: takes(RaiseHand).gives(Changed),
  /** Hosts: lower somebody's hand. */
  lowerHand: takes(PeerRef).gives(Changed),
  /** Hosts: grant or take back Presenter; taking back closes the producers at the SFU (I33). */
  setRole: takes(SetRole).gives(Changed),
  /** Hosts: pause one microphone at the SFU. */
  mute: takes(PeerRef).gives(Changed),
  /** Hosts: every microphone but one's own. */
  muteAll: takes(Nothing).gives(Changed),
  /** Hosts: out for good; the person's tickets are refused from now on (I21). */
  remove: takes(PeerRef).gives(Changed),
});
export class LiveRoomClient extends NodeClientOf(LiveRoom) {}

export const closeReasons = ['removed', 'replaced', 'moved', 'ended', 'revoked'] as const;
/**
 * removed: by a host. replaced: the same identity joined elsewhere. moved: join again at once. ended: the session is over.
 * revoked: the sign-in with which the seat was taken was ended, or lost its rights (I6).
 */
export type CloseReason = (typeof closeReasons)[number];

export class SeatClosed {
  @OneOf(closeReasons) reason: CloseReason;
}

export const RoomPushes = pushes('media.room', {
  event: RoomEvent,
  /** To one peer or attachment: the seat is gone. `moved` asks to join again. */
  closed: SeatClosed,
});

export class NodeAlive {
  @Text({ max: 100 }) node: string;
  /** New at every start of the process. */
  @Id() bootId: string;
}
/** Core NATS, each second, from every media node; gateways notice a node that died or came back by it. */
export const nodeAliveSubject = 'media.alive';

export class PeerRemoved {
  @Id() roomId: string;
  @Id() peerId: string;
  @Id() by: string;
}
/** Somebody came in or went, as the room's log has it: `version` of `sessionId` is this one passage. */
export class PeerPassed {
  @Id() roomId: string;
  @Id() sessionId: string;
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
  @Id() peerId: string;
  @Instant() at: string;
}
export const LiveRoomFacts = facts('media.room', {
  peerRemoved: PeerRemoved,
  /** Also for somebody inside whose name or role is another now. */
  peerEntered: PeerPassed,
  /** However it came about: left, lost, dismissed, removed. */
  peerLeft: PeerPassed,
});

export const liveErrors = failures('room', {
  ticketInvalid: { status: 401, vi: 'Vé vào phòng không hợp lệ', en: 'The ticket is not valid' },
  ticketExpired: { status: 401, vi: 'Vé vào phòng đã hết hạn', en: 'The ticket has expired' },
  ticketForeign: { status: 403, vi: 'Vé này không phải của phòng này', en: 'The ticket is for another room' },
  ticketUsed: { status: 409, vi: 'Vé này đã được dùng', en: 'The ticket has been used already' },
  removed: {
    status: 403,
    vi: 'Bạn đã được mời ra khỏi phòng này',
    en: 'You have been removed from this room',
  },
  notInRoom: { status: 409, vi: 'Bạn chưa vào phòng', en: 'You are not in the room' },
  moved: {
    status: 409,
    vi: 'Phòng vừa chuyển sang máy khác, đang vào lại',
    en: 'The room has moved to another machine, joining again',
  },
  hostOnly: {
    status: 403,
    vi: 'Chỉ quản trị phòng được làm việc này',
    en: 'Only a host of the room may do this',
  },
  noSuchPeer: { status: 404, vi: 'Người này không có trong phòng', en: 'This person is not in the room' },
  roleFixed: {
    status: 409,
    vi: 'Không đổi được quyền của quản trị phòng',
    en: "A host's role cannot be changed",
  },
  full: { status: 503, vi: 'Máy chủ hình ảnh đang đầy', en: 'The media servers are full' },
});
