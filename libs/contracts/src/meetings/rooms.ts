import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Flag, Id, Ids, Int, ListOf, OneOf, Part, Slug, Text } from '../core/fields.js';
import { facts } from '../core/messages.js';
import { cursorChars, Nothing, PageQuery } from '../core/page.js';

export const namePolicyModes = ['pickOrType', 'pickOnly', 'typeOnly'] as const;
export type NamePolicyMode = (typeof namePolicyModes)[number];

/** How a guest must name the unit or the person (TM-2b). */
export class NamePolicy {
  /** Pick the unit from the invited list, type it in full, or either. */
  @OneOf(namePolicyModes) mode: NamePolicyMode;
  /** Fewest words a typed name has, 1–12. */
  @Int({ min: 1, max: 12 }) minWords: number;
  /** JavaScript regular expression (flags `iu`) the typed name must match; null for none. At most 200 characters. */
  @Text({ max: 200, nullable: true }) pattern: string | null;
  /** Shown beside the field, says what is expected: «Trường THPT Như Xuân». */
  @Text({ max: 200 }) exampleName: string;
}

/** TM-4: whom to call, by division. Offices, never private persons. */
export class SupportContact {
  @Text({ max: 120 }) division: string;
  @Text({ max: 40 }) phone: string;
  @Text({ max: 120, nullable: true }) email: string | null;
}

/** What everybody who knows the address may see (TM-2a). */
export class Room {
  @Id() id: string;
  @Slug() slug: string;
  @Text({ max: 200 }) name: string;
  @Id() ownerUnitId: string;
  @Text({ max: 200 }) ownerUnitName: string;
  @Part(() => NamePolicy) namePolicy: NamePolicy;
  /** While locked nobody new may ask to enter. */
  @Flag() locked: boolean;
  /** Line each site needs, in Mbit/s both ways. TM-1b; default 10. */
  @Int({ min: 1, max: 1000 }) requiredMbps: number;
  @ListOf(() => SupportContact, { max: 20 }) support: SupportContact[];
  /** Raised by every change of the room's settings. */
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
}

export class RoomRef {
  @Slug() slug: string;
}
export class RoomIdRef {
  @Id() roomId: string;
}

export class MyRoom {
  @Id() id: string;
  @Slug() slug: string;
  @Text({ max: 200 }) name: string;
  /** May the caller preside here? */
  @Flag() host: boolean;
  /** Guests waiting in the lobby; 0 for those who are not host. */
  @Int({ min: 0, max: 100_000 }) waiting: number;
}
export class MyRooms {
  @ListOf(() => MyRoom, { max: 200 }) items: MyRoom[];
}

export class InvitedUnitsQuery extends PageQuery {
  @Slug() slug: string;
}
export class InvitedUnit {
  @Id() id: string;
  @Text({ max: 200 }) name: string;
}
export class InvitedUnits {
  @ListOf(() => InvitedUnit, { max: 200 }) items: InvitedUnit[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
}

export class SetRoomLock {
  @Id() roomId: string;
  @Flag() locked: boolean;
}

export class ChangeRoom {
  @Id() roomId: string;
  /** The version the change was made from; another in between gives 412. */
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
  @Text({ max: 200, optional: true }) name?: string;
  @Part(() => NamePolicy, { optional: true }) namePolicy?: NamePolicy;
  @Int({ min: 1, max: 1000, optional: true }) requiredMbps?: number;
  @ListOf(() => SupportContact, { max: 20, optional: true }) support?: SupportContact[];
  @Ids({ max: 2000, optional: true }) invitedUnitIds?: string[];
}

export const Rooms = contract('meetings.rooms', {
  /** Public: the room behind an address. */
  find: takes(RoomRef).gives(Room),
  /** The rooms the caller may enter with the account. */
  mine: takes(Nothing).gives(MyRooms),
  /** Public: invited units a guest may pick. */
  invitedUnits: takes(InvitedUnitsQuery).gives(InvitedUnits),
  lock: takes(SetRoomLock).gives(Room),
  change: takes(ChangeRoom).gives(Room),
});
export class RoomsClient extends ClientOf(Rooms) {}

export const RoomFacts = facts('meetings.rooms', { changed: Room });

export const roomErrors = failures('rooms', {
  notFound: { status: 404, vi: 'Không có phòng họp ở địa chỉ này', en: 'There is no room at this address' },
  changed: {
    status: 412,
    vi: 'Phòng vừa được người khác sửa; xin tải lại rồi sửa tiếp',
    en: 'Somebody else has just changed the room; please reload and change again',
  },
  badPattern: {
    status: 400,
    vi: 'Mẫu tên không phải là biểu thức chính quy hợp lệ hoặc quá phức tạp',
    en: 'The name pattern is not a valid regular expression or is too complex',
  },
});
