import type { UserCaller } from '../core/caller.js';
import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Flag, Id, Instant, Int, ListOf, OneOf, Secret, Slug, Text } from '../core/fields.js';
import { facts } from '../core/messages.js';
import { cursorChars, PageQuery } from '../core/page.js';
import { RoomIdRef } from './rooms.js';

export const lobbyStates = ['waiting', 'admitted', 'refused', 'withdrawn', 'removed'] as const;
/** `removed`: was admitted, then put out of the room for good (I21). */
export type LobbyState = (typeof lobbyStates)[number];

export class AskToEnter {
  @Slug() slug: string;
  /** Full name of the unit or the person (TM-2b), 2–120 characters; judged by the room's name policy. */
  @Text({ min: 2, max: 120, example: 'Trung tâm GDTX Như Xuân' }) fullName: string;
  /** Picked from the invited list. */
  @Id({ optional: true }) unitId?: string;
  /** The pre-join line test, so that hosts see the verdict. */
  @Id({ optional: true }) lineTestId?: string;
}

export class LobbyEntry {
  @Id() id: string;
  @Id() roomId: string;
  @Text({ max: 120 }) fullName: string;
  /** Null when the name was typed and is no invited unit's. */
  @Id({ nullable: true }) unitId: string | null;
  @OneOf(lobbyStates) state: LobbyState;
  /** Why it was refused, in the host's words. */
  @Text({ max: 300, nullable: true }) reason: string | null;
  /** Another entry that is waiting or inside with nearly the same name: look before admitting. */
  @Id({ nullable: true }) duplicateOf: string | null;
  @Id({ nullable: true }) lineTestId: string | null;
  @Instant() askedAt: string;
  @Instant({ nullable: true }) decidedAt: string | null;
}

export class OwnLobbyEntry extends LobbyEntry {
  /** Proves that later calls come from who asked; given once, never shown to hosts. */
  @Secret({ max: 100 }) token: string;
}

/** Speaks for the guest who asked. */
export class OwnEntryRef {
  @Id() entryId: string;
  @Secret({ max: 100 }) token: string;
}

export class EntryRef {
  @Id() entryId: string;
}
export class RefuseEntry {
  @Id() entryId: string;
  /** Shown to the guest, 2–300 characters. */
  @Text({ min: 2, max: 300 }) reason: string;
}

export class LobbyQuery extends PageQuery {
  @Id() roomId: string;
  @OneOf(lobbyStates, { optional: true }) state?: LobbyState;
}
export class LobbyPage {
  @ListOf(() => LobbyEntry, { max: 200 }) items: LobbyEntry[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
  @Int({ min: 0, max: 1_000_000 }) total: number;
}
export class AdmittedMany {
  @Int({ min: 0, max: 10_000 }) admitted: number;
}

/** A short-lived signed right to enter one room once. */
export class Ticket {
  /** JWT (HS256, audience `room`): {@link TicketClaims}. */
  @Text({ max: 4000 }) ticket: string;
  @Instant() expiresAt: string;
  @Id() roomId: string;
  @Id() peerId: string;
  @Flag() host: boolean;
}

/** What is inside a ticket. `jti` can be used once. */
export interface TicketClaims {
  readonly jti: string;
  readonly roomId: string;
  /** The lobby entry's id for a guest, the user's id for a member: rejoining joins the same identity (I18). */
  readonly peerId: string;
  readonly name: string;
  readonly unitName: string | null;
  readonly host: boolean;
  /** The sign-in of somebody who came with an account: once it is revoked, so is the seat (I6). Null for guests. */
  readonly signIn: Pick<UserCaller, 'userId' | 'sessionId' | 'rightsVersion'> | null;
}

export const Lobby = contract('meetings.lobby', {
  ask: takes(AskToEnter).gives(OwnLobbyEntry),
  /** The guest's own view of the entry. */
  look: takes(OwnEntryRef).gives(LobbyEntry),
  withdraw: takes(OwnEntryRef).gives(LobbyEntry),
  /** A fresh ticket for an admitted guest. */
  ticket: takes(OwnEntryRef).gives(Ticket),
  /** A fresh ticket for somebody with an account; hosts get host rights. */
  memberTicket: takes(RoomIdRef).gives(Ticket),
  list: takes(LobbyQuery).gives(LobbyPage),
  admit: takes(EntryRef).gives(LobbyEntry),
  refuse: takes(RefuseEntry).gives(LobbyEntry),
  /** Everybody waiting whose unit is on the invited list and who is no likely duplicate. */
  admitInvited: takes(RoomIdRef).gives(AdmittedMany),
});
export class LobbyClient extends ClientOf(Lobby) {}

/** Every change of an entry, with the entry as it is after it. */
export const LobbyFacts = facts('meetings.lobby', {
  asked: LobbyEntry,
  admitted: LobbyEntry,
  refused: LobbyEntry,
  withdrawn: LobbyEntry,
  removed: LobbyEntry,
});

export const lobbyErrors = failures('lobby', {
  notFound: { status: 404, vi: 'Không tìm thấy lượt xin vào phòng', en: 'There is no such request to enter' },
  locked: {
    status: 423,
    vi: 'Phòng đang khoá, không nhận thêm người vào',
    en: 'The room is locked and takes nobody in',
  },
  nameTooShort: {
    status: 422,
    vi: 'Xin ghi đầy đủ tên đơn vị hoặc họ tên, không viết tắt',
    en: 'Please write the full name of the unit or person, without abbreviations',
  },
  namePattern: {
    status: 422,
    vi: 'Tên chưa đúng cách ghi của phòng này; xin xem ví dụ bên cạnh ô nhập',
    en: 'The name is not in the form this room asks for; see the example beside the field',
  },
  pickUnit: {
    status: 422,
    vi: 'Xin chọn đơn vị trong danh sách được mời',
    en: 'Please pick your unit from the invited list',
  },
  typeName: {
    status: 422,
    vi: 'Xin tự ghi đầy đủ tên đơn vị hoặc họ tên',
    en: 'Please type the full name of the unit or person yourself',
  },
  notInvited: {
    status: 422,
    vi: 'Đơn vị này không có trong danh sách được mời',
    en: 'This unit is not on the invited list',
  },
  notWaiting: {
    status: 409,
    vi: 'Lượt xin vào này đã được xử lý',
    en: 'This request has been decided already',
  },
  notAdmitted: {
    status: 403,
    vi: 'Bạn chưa được duyệt vào phòng',
    en: 'You have not been admitted to the room',
  },
  removed: {
    status: 403,
    vi: 'Bạn đã được mời ra khỏi phòng này',
    en: 'You have been removed from this room',
  },
  full: {
    status: 429,
    vi: 'Phòng chờ đang đầy, xin thử lại sau ít phút',
    en: 'The lobby is full, please try again in a few minutes',
  },
});
