import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Day, Email, Id, Ids, Int, OneOf, Phone, Text, UserName } from '../core/fields.js';
import { facts } from '../core/messages.js';
import { cursorChars, Nothing, type PageQuery } from '../core/page.js';
import {
  Person,
  Profile,
  SecretSlips,
  UserDetails,
  type UserKind,
  userKinds,
  UserLines,
  UserNameProposal,
  UserPage,
  type UserState,
  userStates,
} from './user-views.js';

export class UserRef {
  @Id() userId: string;
}

export class UserFilter {
  /** This unit and everything below it. */
  @Id({ optional: true }) unitId?: string;
  @OneOf(userKinds, { optional: true }) kind?: UserKind;
  @OneOf(userStates, { optional: true }) state?: UserState;
  /** Key of a role held at this moment, wherever. */
  @Text({ max: 60, optional: true }) role?: string;
  @Id({ optional: true }) classId?: string;
  /** Words of name, user name or code; accents are optional. */
  @Text({ max: 100, optional: true }) q?: string;
}

export const userOrders = ['name', '-name', 'userName', '-userName', 'unit', '-unit'] as const;

export class UserQuery extends UserFilter implements PageQuery {
  /** By given name as Vietnamese lists are, unless told; `unit`: by the name of the unit; `-name`: the other way round. */
  @OneOf(userOrders, { optional: true }) sort?: (typeof userOrders)[number];
  /** How many at most, 1–200; 50 unless told. */
  @Int({ min: 1, max: 200, optional: true }) limit?: number;
  /** `nextCursor` of the page before. */
  @Text({ max: cursorChars, optional: true }) cursor?: string;
}

/** Those that operators make; parents bind themselves, services come with their keys. */
export const userKindsMade = ['staff', 'student'] as const;

export class CreateUser {
  @Text({ max: 120, example: 'Nguyễn Văn Mẫu' }) displayName: string;
  @Id() unitId: string;
  @OneOf(userKindsMade) kind: (typeof userKindsMade)[number];
  /** Made from name and unit when left out. */
  @UserName({ optional: true, example: 'nvmau.thptnx1' }) userName?: string;
  @Text({ max: 60, optional: true, nullable: true }) code?: string | null;
  @Email({ optional: true, nullable: true }) email?: string | null;
  @Phone({ optional: true, nullable: true }) phone?: string | null;
  @Day({ optional: true, nullable: true }) birthDate?: string | null;
}

/** What is left out stays; null takes a value away. */
export class ChangeUser {
  @Id() userId: string;
  /** As it was read; 412 when somebody else was quicker. */
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
  @Text({ max: 120, optional: true }) displayName?: string;
  @UserName({ optional: true }) userName?: string;
  @Text({ max: 60, optional: true, nullable: true }) code?: string | null;
  @Email({ optional: true, nullable: true }) email?: string | null;
  @Phone({ optional: true, nullable: true }) phone?: string | null;
  @Day({ optional: true, nullable: true }) birthDate?: string | null;
}

/** What becomes of the roles held at the unit that is left. */
export const grantsOnMove = ['keep', 'end'] as const;

export class MoveUser {
  @Id() userId: string;
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
  @Id() unitId: string;
  /** `end` takes away every role held on the old unit itself; `keep` unless told. */
  @OneOf(grantsOnMove, { optional: true }) grants?: (typeof grantsOnMove)[number];
}

export class ChangeUserState {
  @Id() userId: string;
  /** For the audit log, 1–500 characters: «Nghỉ hưu từ 01/09/2026». */
  @Text({ max: 500 }) reason: string;
}

/** At most one sheet's worth at a time. */
export class IssueSecrets {
  @Ids({ max: 200 }) userIds: string[];
}

export class UserNameWish {
  @Text({ max: 120, example: 'Nguyễn Văn Mẫu' }) displayName: string;
  @Id() unitId: string;
}

/** Name and code are kept by the unit's operator; an e-mail address is confirmed first: see {@link Emails}. */
export class ChangeProfile {
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
  @Phone({ optional: true, nullable: true }) phone?: string | null;
}

/**
 * People's accounts, read with `users.read` over their unit; somebody outside of it is as good as not there. One's own
 * profile is always one's own.
 */
export const Users = contract('identity.users', {
  /** For services and for `users.read` within scope. */
  find: takes(UserRef).gives(Person),
  list: takes(UserQuery).gives(UserPage),
  /** As {@link list}, with what a list does not show; audited. */
  export: takes(UserQuery).gives(UserLines),
  details: takes(UserRef).gives(UserDetails),
  profile: takes(Nothing).gives(Profile),
});
export class UsersClient extends ClientOf(Users) {}

/**
 * Changing accounts needs `users.write`, secrets `users.secrets`, each over the person's unit. Nobody changes somebody who
 * holds more than themselves.
 */
export const UserChanges = contract('identity.userChanges', {
  create: takes(CreateUser).gives(UserDetails),
  proposeUserName: takes(UserNameWish).gives(UserNameProposal),
  change: takes(ChangeUser).gives(UserDetails),
  changeProfile: takes(ChangeProfile).gives(Profile),
  /** Needs `users.write` over both units. A student leaves the classes of the running school year. */
  move: takes(MoveUser).gives(UserDetails),
  /** Ends every session (I6). */
  lock: takes(ChangeUserState).gives(UserDetails),
  unlock: takes(ChangeUserState).gives(UserDetails),
  /** For who has left: ends every session and the password. I5: the last department admin stays. */
  disable: takes(ChangeUserState).gives(UserDetails),
  /** Takes a disabled person in again, as somebody invited. */
  reinstate: takes(ChangeUserState).gives(UserDetails),
  /** New initial secrets; passwords and sessions of these people end. All or none. */
  issueSecrets: takes(IssueSecrets).gives(SecretSlips),
});
export class UserChangesClient extends ClientOf(UserChanges) {}

export class UsersChanged {
  @Ids({ max: 1000 }) userIds: string[];
}

export const UserFacts = facts('identity.users', {
  /** Made, changed, moved, locked, unlocked, reinstated. */
  changed: UsersChanged,
  disabled: UsersChanged,
});

export const userErrors = failures('users', {
  notFound: { status: 404, vi: 'Không tìm thấy người dùng', en: 'There is no such user' },
  changedMeanwhile: {
    status: 412,
    vi: 'Có người vừa sửa trước; xin tải lại rồi sửa tiếp',
    en: 'Somebody else was quicker; please reload and change again',
  },
  codeTaken: {
    status: 409,
    vi: 'Mã này đã thuộc về người khác trong tỉnh',
    en: 'Somebody else in the province has this code',
  },
  userNameTaken: {
    status: 409,
    vi: 'Tên đăng nhập này đã có người dùng',
    en: 'This user name is taken',
  },
  unitClosed: {
    status: 409,
    vi: 'Đơn vị đã giải thể, không nhận thêm người',
    en: 'The unit is closed and takes no more people',
  },
  beyond: {
    status: 403,
    vi: 'Không thể thay đổi tài khoản của người có quyền cao hơn mình',
    en: 'Nobody changes the account of somebody with more rights than their own',
  },
  lastAdmin: {
    status: 409,
    vi: 'Đây là quản trị sở cuối cùng; hãy cấp quyền quản trị cho người khác trước',
    en: 'This is the last department administrator; make somebody else one first',
  },
  wrongState: {
    status: 409,
    vi: 'Tài khoản không ở trạng thái cho phép việc này; xin tải lại trang',
    en: 'The account is not in a state that allows this; please reload',
  },
  yourself: {
    status: 409,
    vi: 'Không thể tự khoá hay đặt lại tài khoản của chính mình ở đây',
    en: 'Nobody locks or resets their own account here',
  },
  otherProvince: {
    status: 409,
    vi: 'Không chuyển người sang tỉnh khác; hãy tạo tài khoản ở tỉnh đó',
    en: 'Nobody is moved to another province; make an account there',
  },
});
