import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Flag, Id, Ids, Instant, Int, ListOf, OneOf, SomeOf, Text } from '../core/fields.js';
import { cursorChars, Nothing, PageQuery } from '../core/page.js';
import { type Permission, permissions } from './permissions.js';

/** A named set of permissions. */
export class RoleView {
  /** `teacher` for a built-in one, an id for one that the province defined. */
  @Text({ max: 60 }) key: string;
  @Text({ max: 120 }) nameVi: string;
  @Text({ max: 120 }) nameEn: string;
  @SomeOf(permissions) permissions: Permission[];
  /** Comes with every installation and is changed by releases only. */
  @Flag() builtIn: boolean;
  /** People who hold it now, in the caller's province. */
  @Int({ min: 0, max: 10_000_000 }) holders: number;
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
}

export class RoleList {
  @ListOf(() => RoleView, { max: 500 }) items: RoleView[];
}

export class DefineRole {
  @Text({ max: 120, example: 'Cán bộ kiểm tra đường truyền' }) nameVi: string;
  @Text({ max: 120, example: 'Line inspector' }) nameEn: string;
  /** Never more than the definer holds over the whole province (I4). */
  @SomeOf(permissions, { example: ['units.read', 'rooms.enter'] }) permissions: Permission[];
}

export class ChangeRole extends DefineRole {
  @Text({ max: 60 }) key: string;
  /** As it was read; 412 when somebody else was quicker. */
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
}

export class RoleRef {
  @Text({ max: 60 }) key: string;
}

/** A role held by somebody somewhere, with its dates. */
export class GrantRecord {
  @Id() id: string;
  @Id() userId: string;
  @Text({ max: 120 }) displayName: string;
  @Text({ max: 100 }) userName: string;
  @Text({ max: 60 }) role: string;
  @Id() unitId: string;
  @Text({ max: 200 }) unitName: string;
  /** Also everything below the unit. */
  @Flag() subtree: boolean;
  @Instant() validFrom: string;
  @Instant({ nullable: true }) validTo: string | null;
  @Id({ nullable: true }) grantedBy: string | null;
  @Instant({ nullable: true }) revokedAt: string | null;
  /** The grant that is lent while its holder is absent. */
  @Id({ nullable: true }) delegatedFrom: string | null;
}

export const grantStates = ['current', 'upcoming', 'past', 'all'] as const;

export class GrantQuery extends PageQuery {
  @Id({ optional: true }) userId?: string;
  /** Grants on this unit and below it. */
  @Id({ optional: true }) unitId?: string;
  @Text({ max: 60, optional: true }) role?: string;
  /** `current` unless told. */
  @OneOf(grantStates, { optional: true }) state?: (typeof grantStates)[number];
  /** Only what the caller has lent to others while absent. */
  @Flag({ optional: true }) lent?: boolean;
}

export class GrantPage {
  @ListOf(() => GrantRecord, { max: 200 }) items: GrantRecord[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
  @Int({ min: 0, max: 10_000_000 }) total: number;
}

export class GiveRole {
  @Id() userId: string;
  @Text({ max: 60, example: 'teacher' }) role: string;
  @Id() unitId: string;
  @Flag() subtree: boolean;
  /** Now unless told. */
  @Instant({ optional: true }) validFrom?: string;
  /** For ever unless told. */
  @Instant({ optional: true, nullable: true }) validTo?: string | null;
}

export class GrantRef {
  @Id() grantId: string;
}

/** Lends grants of one's own while one is absent. */
export class Delegate {
  @Ids({ max: 50 }) grantIds: string[];
  /** Somebody of the same province. */
  @Id() userId: string;
  @Instant() validFrom: string;
  /** At most 92 days after the beginning. */
  @Instant() validTo: string;
}

export class GrantList {
  @ListOf(() => GrantRecord, { max: 200 }) items: GrantRecord[];
}

export const Roles = contract('identity.roles', {
  /** The built-in ones and those of the caller's provinces. */
  list: takes(Nothing).gives(RoleList),
  define: takes(DefineRole).gives(RoleView),
  /** Whoever holds the role has the new permissions within 5 s (I6). */
  change: takes(ChangeRole).gives(RoleView),
  /** Refused while somebody holds it. */
  remove: takes(RoleRef),
});
export class RolesClient extends ClientOf(Roles) {}

export const Grants = contract('identity.grants', {
  /** Within the caller's `grants.read`; one's own, and what one has lent, always. */
  list: takes(GrantQuery).gives(GrantPage),
  /** I4: nobody gives beyond their own. The same grant twice is one grant. */
  give: takes(GiveRole).gives(GrantRecord),
  /** Also gives back a role of one's own, or ends what one has lent. I5: the last department admin stays. */
  revoke: takes(GrantRef),
  delegate: takes(Delegate).gives(GrantList),
});
export class GrantsClient extends ClientOf(Grants) {}

export const grantErrors = failures('grants', {
  notFound: { status: 404, vi: 'Không tìm thấy quyền đã cấp', en: 'There is no such grant' },
  roleNotFound: { status: 404, vi: 'Không tìm thấy vai trò', en: 'There is no such role' },
  beyond: {
    status: 403,
    vi: 'Không thể cấp hay thu vai trò vượt quá quyền hoặc phạm vi của chính mình',
    en: 'Nobody gives or takes a role beyond their own rights or scope',
  },
  lastAdmin: {
    status: 409,
    vi: 'Đây là quản trị sở cuối cùng; hãy cấp quyền quản trị cho người khác trước',
    en: 'This is the last department administrator; make somebody else one first',
  },
  unitClosed: {
    status: 409,
    vi: 'Đơn vị đã giải thể, không nhận thêm vai trò',
    en: 'The unit is closed and takes no more roles',
  },
  dates: {
    status: 400,
    vi: 'Khoảng thời gian không hợp lệ',
    en: 'These dates do not make a period',
  },
  notOwn: {
    status: 403,
    vi: 'Chỉ uỷ quyền được vai trò đang giữ của chính mình, không uỷ quyền tiếp',
    en: 'Only roles held in one’s own right can be delegated',
  },
  roleInUse: {
    status: 409,
    vi: 'Vai trò đã từng được cấp, lịch sử còn nhắc đến, không xoá được',
    en: 'This role has been given; the history refers to it, so it stays',
  },
  builtIn: {
    status: 409,
    vi: 'Vai trò có sẵn không sửa, xoá được',
    en: 'Built-in roles cannot be changed',
  },
  changedMeanwhile: {
    status: 412,
    vi: 'Có người vừa sửa trước; xin tải lại rồi sửa tiếp',
    en: 'Somebody else was quicker; please reload and change again',
  },
});
