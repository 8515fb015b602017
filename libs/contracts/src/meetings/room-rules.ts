import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Flag, Id, Instant, Int, ListOf, Part, Text } from '../core/fields.js';
import { cursorChars, PageQuery } from '../core/page.js';
import { StoredFile } from './files.js';
import { SiteRef } from './sites.js';

/** Rules of the room as a unit published them (HB-6); a change is a new edition. The nearest unit's hold at a site. */
export class RoomRules {
  @Id() id: string;
  @Id() unitId: string;
  @Text({ max: 200 }) unitName: string;
  /** From 1, by unit. */
  @Int({ min: 1, max: 100_000 }) edition: number;
  @Text({ max: 200 }) title: string;
  @Text({ max: 20_000, multiline: true }) text: string;
  @Part(() => StoredFile, { nullable: true }) file: StoredFile | null;
  @Instant() publishedAt: string;
  /** No later edition took its place. */
  @Flag() current: boolean;
}
export class RoomRulesQuery extends PageQuery {
  /** Published by this unit; by every unit the caller sees without it. */
  @Id({ optional: true }) unitId?: string;
  /** Also former editions. */
  @Flag({ optional: true }) history?: boolean;
}
export class RoomRulesPage {
  /** The latest first. */
  @ListOf(() => RoomRules, { max: 200 }) items: RoomRules[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
}
export class PublishRules {
  @Id() unitId: string;
  @Text({ max: 200, example: 'Nội quy phòng họp trực tuyến' }) title: string;
  @Text({
    max: 20_000,
    multiline: true,
    example: '1. Không di chuyển thiết bị.\n2. Tắt nguồn theo quy trình.',
  })
  text: string;
  /** Sent with purpose `document`. */
  @Id({ optional: true, nullable: true }) fileId?: string | null;
}

/** Who at a site has read the rules, and when. */
export class RulesAcknowledgement {
  @Id() userId: string;
  @Text({ max: 120 }) name: string;
  @Instant() at: string;
}
/** The rules that hold at a site; null where nobody published any. */
export class SiteRules {
  @Part(() => RoomRules, { nullable: true }) rules: RoomRules | null;
  @ListOf(() => RulesAcknowledgement, { max: 200 }) acknowledged: RulesAcknowledgement[];
  /** The caller has. */
  @Flag() mine: boolean;
}
export class AcknowledgeRules extends SiteRef {
  /** The edition that was read: another in between has to be read first. */
  @Id() rulesId: string;
}
export class RulesBoardQuery extends PageQuery {
  @Id() rulesId: string;
  /** Only sites where nobody has acknowledged. */
  @Flag({ optional: true }) missing?: boolean;
}
export class RulesBoardLine {
  @Id() siteId: string;
  @Text({ max: 200 }) siteName: string;
  @Text({ max: 200 }) unitName: string;
  @ListOf(() => RulesAcknowledgement, { max: 200 }) acknowledged: RulesAcknowledgement[];
}
export class RulesBoard {
  /** Sites at which these rules hold, by unit and name. */
  @ListOf(() => RulesBoardLine, { max: 200 }) items: RulesBoardLine[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
  @Int({ min: 0, max: 1_000_000 }) sites: number;
  @Int({ min: 0, max: 1_000_000 }) acknowledged: number;
}

/** Published with `sites.configure` over the unit, seen with `sites.read`, acknowledged with `sites.write` over the site. */
export const Rules = contract('meetings.roomRules', {
  list: takes(RoomRulesQuery).gives(RoomRulesPage),
  publish: takes(PublishRules).gives(RoomRules),
  board: takes(RulesBoardQuery).gives(RulesBoard),
  at: takes(SiteRef).gives(SiteRules),
  acknowledge: takes(AcknowledgeRules).gives(SiteRules),
});
export class RulesClient extends ClientOf(Rules) {}

export const rulesErrors = failures('roomRules', {
  notFound: { status: 404, vi: 'Không tìm thấy nội quy', en: 'There are no such rules' },
  outdated: {
    status: 409,
    vi: 'Nội quy vừa có bản mới; xin đọc bản mới rồi xác nhận',
    en: 'There is a newer edition of the rules; please read it and acknowledge that one',
  },
  personNeeded: {
    status: 403,
    vi: 'Chỉ người đăng nhập bằng tài khoản mới xác nhận được nội quy',
    en: 'Only somebody signed in with an account can acknowledge rules',
  },
});
