import type { Caller } from '@diemcau/contracts/core/caller';
import type { Nothing } from '@diemcau/contracts/core/page';
import {
  type FeedList,
  FeedRef,
  Feeds,
  FeedsClient,
  type FeedText,
  type MadeFeed,
  MakeFeed,
  ReadFeed,
} from '@diemcau/contracts/meetings/feeds';
import { Controller } from '@nestjs/common';
import { anyone, signedIn } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';
import { calendarType, FeedAnswer, Reading } from './feed-answer.js';

/** Calendars to subscribe to. */
@Controller()
export class FeedsController {
  constructor(private readonly feeds: FeedsClient) {}

  @Route.get('feeds', Feeds.list, signedIn, 'Lịch đăng ký của tôi · My calendar subscriptions')
  list(input: Nothing, caller: Caller): Promise<FeedList> {
    return this.feeds.list(input, caller);
  }

  @Route.post('feeds', Feeds.make, signedIn, 'Tạo lịch để đăng ký · Make a calendar to subscribe to', {
    status: 201,
  })
  make(input: MakeFeed, caller: Caller): Promise<MadeFeed> {
    return this.feeds.make(input, caller);
  }

  @Route.delete('feeds/:feedId', Feeds.revoke, signedIn, 'Thu hồi lịch · Revoke a calendar')
  revoke(input: FeedRef, caller: Caller): Promise<void> {
    return this.feeds.revoke(input, caller);
  }

  @Route.get<ReadFeed, FeedText, string>(
    'feeds/:token.ics',
    Feeds.read,
    anyone,
    'Lịch theo địa chỉ bí mật, cho Outlook, Google, điện thoại · A calendar by its secret address',
    { download: [calendarType] },
  )
  async read(input: ReadFeed, caller: Caller, @Reading() answer: FeedAnswer): Promise<string> {
    return answer.with(await this.feeds.read(input, caller));
  }
}
