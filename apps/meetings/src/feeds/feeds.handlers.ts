import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import type { Nothing } from '@diemcau/contracts/core/page';
import {
  type FeedList,
  FeedRef,
  Feeds,
  type FeedText,
  type MadeFeed,
  MakeFeed,
  ReadFeed,
} from '@diemcau/contracts/meetings/feeds';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { FeedsService } from './feeds.service.js';
import { ReadingFeedsService } from './reading.service.js';

@Controller()
export class FeedsHandlers implements Handlers<typeof Feeds> {
  constructor(
    private readonly feeds: FeedsService,
    private readonly reading: ReadingFeedsService,
  ) {}

  @Handles(Feeds.list) async list(_input: Nothing, caller: Caller): Promise<FeedList> {
    return { items: await this.feeds.list(caller) };
  }

  @Handles(Feeds.make) async make(input: MakeFeed, caller: Caller): Promise<MadeFeed> {
    return this.feeds.make(input, caller);
  }

  @Handles(Feeds.revoke) async revoke({ feedId }: FeedRef, caller: Caller): Promise<void> {
    await this.feeds.revoke(feedId, caller);
  }

  @Handles(Feeds.read) async read({ token }: ReadFeed): Promise<FeedText> {
    return this.reading.read(token);
  }
}
