import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Id, Instant, ListOf, OneOf, Part, Secret, Text } from '../core/fields.js';
import { Nothing } from '../core/page.js';

/** `person`: what one is invited to, oneself or for a site one runs. `unit`: what the unit holds or its sites take part in. */
export const feedKinds = ['person', 'unit'] as const;
export type FeedKind = (typeof feedKinds)[number];

/** Most that one person has at a time. */
export const mostFeeds = 20;

export class Feed {
  @Id() id: string;
  @OneOf(feedKinds) kind: FeedKind;
  @Id({ nullable: true }) unitId: string | null;
  @Text({ max: 200, nullable: true }) unitName: string | null;
  /** For its owner to know it by: «Điện thoại», «Outlook ở cơ quan». */
  @Text({ max: 120 }) name: string;
  @Instant() createdAt: string;
  /** To the hour; null when no calendar ever asked for it. */
  @Instant({ nullable: true }) lastReadAt: string | null;
}
export class FeedList {
  @ListOf(() => Feed, { max: mostFeeds }) items: Feed[];
}

export class MakeFeed {
  @Text({ max: 120, example: 'Điện thoại' }) name: string;
  /** The unit whose calendar it is; one's own invitations when left out. */
  @Id({ optional: true }) unitId?: string;
}
export class MadeFeed {
  @Part(() => Feed) feed: Feed;
  /** Shown this once: only its hash is kept. `GET feeds/<token>.ics` needs nothing else. */
  @Text({ max: 60 }) token: string;
}
export class FeedRef {
  @Id() feedId: string;
}

export class ReadFeed {
  @Secret({ max: 100 }) token: string;
}
export class FeedText {
  /** iCalendar (RFC 5545). */
  @Secret({ max: 3_000_000 }) ics: string;
  /** Differs whenever the text does. */
  @Text({ max: 80 }) etag: string;
}

/**
 * Calendars to subscribe to from Outlook, Google and phones. The address is the secret; what it shows is what its maker may
 * see at that moment. 90 days back, 400 days ahead, at most 1,000 meetings.
 */
export const Feeds = contract('meetings.feeds', {
  list: takes(Nothing).gives(FeedList),
  /** A unit's needs `meetings.read` over it. */
  make: takes(MakeFeed).gives(MadeFeed),
  /** Nobody can read it from this moment on. */
  revoke: takes(FeedRef),
  /** By whoever has the address. */
  read: takes(ReadFeed).gives(FeedText),
});
export class FeedsClient extends ClientOf(Feeds) {}

export const feedErrors = failures('feeds', {
  notFound: { status: 404, vi: 'Không có lịch ở địa chỉ này', en: 'There is no calendar at this address' },
  unitNotFound: { status: 404, vi: 'Không tìm thấy đơn vị', en: 'There is no such unit' },
  tooMany: {
    status: 409,
    vi: 'Bạn đã có 20 lịch đăng ký; xin thu hồi bớt',
    en: 'You have 20 subscriptions; please revoke some',
  },
});
