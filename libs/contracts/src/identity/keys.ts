import type { Rights } from '../core/caller.js';
import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Flag, Id, Ids, Instant, Int, ListOf, Part, Secret, SomeOf, Text, TextsOf } from '../core/fields.js';
import { facts } from '../core/messages.js';
import { cursorChars, PageQuery } from '../core/page.js';
import { type Permission, permissions } from './permissions.js';

/** How a key looks: `dck_<id>_<secret>`, sent as `Authorization: Bearer …`. */
export const apiKey = {
  pattern: /^dck_([0-9a-f]{32})_([\w-]{43})$/,
  /** Days a key lasts at most. */
  maxDays: 366,
  /** The role that a key's grant names; it exists in the key's own {@link Rights} only. */
  role: 'key',
  /** Seconds for which an edge may trust what identity said about a key. */
  trustS: 60,
} as const;

/** What there is to know about a key; its secret is not kept. */
export class ApiKey {
  @Id() id: string;
  @Text({ max: 120 }) name: string;
  /** What it opens belongs to this unit … */
  @Id() unitId: string;
  @Text({ max: 200 }) unitName: string;
  /** … or lies below it. */
  @Flag() subtree: boolean;
  /** What it was made for. */
  @SomeOf(permissions) scopes: Permission[];
  /** What of that its maker still holds, and so the key too. Empty when the maker is locked or disabled. */
  @SomeOf(permissions) effective: Permission[];
  /** Addresses and networks it is taken from; from everywhere when there are none. */
  @TextsOf({ max: 20, each: 50 }) addresses: string[];
  @Id() madeById: string;
  @Text({ max: 120 }) madeByName: string;
  @Instant() createdAt: string;
  @Instant() expiresAt: string;
  /** To the minute; null for one that was never used. */
  @Instant({ nullable: true }) lastUsedAt: string | null;
  @Instant({ nullable: true }) revokedAt: string | null;
}

export class MakeKey {
  /** For people to know it by, 1–120 characters: "SMAS nightly". */
  @Text({ max: 120, example: 'Đồng bộ SMAS' }) name: string;
  @Id() unitId: string;
  /** Also everything below the unit. */
  @Flag() subtree: boolean;
  /** Permissions, none beyond the maker's own over the same units (I4). */
  @SomeOf(permissions, { example: ['units.read', 'users.read'] }) scopes: Permission[];
  /** At most 366 days from now. */
  @Instant() expiresAt: string;
  /** `203.0.113.7`, `203.0.113.0/24`, `2001:db8::/48`; none means from everywhere. */
  @TextsOf({ max: 20, each: 50, optional: true, example: ['203.0.113.0/24'] }) addresses?: string[];
}

export class MadeKey {
  @Part(() => ApiKey) key: ApiKey;
  /** The whole key, told this once. */
  @Secret({ max: 120, example: 'dck_4f1c…' }) secret: string;
}

export class KeyQuery extends PageQuery {
  /** Of this unit and everything below. */
  @Id({ optional: true }) unitId?: string;
  /** Also those that ran out or were revoked; left out unless asked for. */
  @Flag({ optional: true }) dead?: boolean;
}

export class KeyPage {
  @ListOf(() => ApiKey, { max: 200 }) items: ApiKey[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
  @Int({ min: 0, max: 1_000_000 }) total: number;
}

export class KeyRef {
  @Id() keyId: string;
}

/** For edges: a key that was sent, its secret hashed already. */
export class PresentedKey {
  @Id() keyId: string;
  /** SHA-256 of the secret, in hexadecimal digits. */
  @Secret({ min: 64, max: 64 }) secretHash: string;
}

/** What a key opens at this moment. */
export class KeyHolder {
  @Id() keyId: string;
  @Id() madeById: string;
  @Id() unitId: string;
  @Flag() subtree: boolean;
  @SomeOf(permissions) permissions: Permission[];
  @TextsOf({ max: 20, each: 50 }) addresses: string[];
  /** When this ceases to be so by itself: the key runs out, or a role of its maker begins or ends. */
  @Instant() until: string;
}

/** The rights of the one grant that a key is. */
export const rightsOfKey = ({ unitId, subtree, permissions }: KeyHolder): Rights => ({
  grants: [{ role: apiKey.role, unitId, subtree }],
  roles: { [apiKey.role]: permissions },
});

export class KeysRevoked {
  @Ids({ max: 1000 }) keyIds: string[];
}

/** API keys of the units in which the caller has `keys.manage`. */
export const Keys = contract('identity.keys', {
  list: takes(KeyQuery).gives(KeyPage),
  find: takes(KeyRef).gives(ApiKey),
  /** By a person only: a program cannot make itself successors. */
  make: takes(MakeKey).gives(MadeKey),
  /** Refused everywhere within 5 s (I6); harmless twice. */
  revoke: takes(KeyRef).gives(ApiKey),
  /** For edges. */
  recognise: takes(PresentedKey).gives(KeyHolder),
});
export class KeysClient extends ClientOf(Keys) {}

export const KeyFacts = facts('identity.keys', { revoked: KeysRevoked });

export const keyErrors = failures('keys', {
  notFound: { status: 404, vi: 'Không tìm thấy khoá API', en: 'There is no such API key' },
  beyond: {
    status: 403,
    vi: 'Khoá API không thể có quyền mà bạn không có trên đơn vị này',
    en: 'An API key cannot hold what you do not hold over this unit',
  },
  peopleOnly: {
    status: 403,
    vi: 'Chỉ người dùng tạo được khoá API, một khoá không tạo được khoá khác',
    en: 'API keys are made by people, not by other keys',
  },
  badAddress: {
    status: 400,
    vi: 'Địa chỉ IP hoặc dải địa chỉ chưa đúng',
    en: 'This is no IP address and no network',
  },
  badExpiry: {
    status: 400,
    vi: 'Hạn dùng phải ở tương lai và không quá một năm',
    en: 'The expiry must be in the future and within a year',
  },
  /** Told to edges, never to the outside: unknown, wrong, run out and revoked are all one. */
  unknown: { status: 401, vi: 'Khoá API không dùng được', en: 'The API key is not good' },
});
