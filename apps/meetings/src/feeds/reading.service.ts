import type { ServiceCaller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { AddresseesClient, type Subscriber } from '@diemcau/contracts/identity/addressees';
import { feedErrors, type FeedText } from '@diemcau/contracts/meetings/feeds';
import { hashOf } from '@diemcau/service/secrets/token';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { MeetingsConfig } from '../config.js';
import { IcalService } from '../ical/ical.service.js';
import { feedEvents } from './feed-events.js';
import { feedColumns, type FeedRow } from './feed-row.js';
import { type MeetingRow, meetingsOfFeed, type Shown, toMeeting, valuesOf } from './meetings-of-feed.js';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };

/** What programs get that subscribe: as much as the maker of the calendar may see at this moment. */
@Injectable()
export class ReadingFeedsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly addressees: AddresseesClient,
    private readonly ical: IcalService,
    private readonly config: MeetingsConfig,
    private readonly clock: Clock,
  ) {}

  /** @throws Failure `feeds.notFound` also when its maker has left or may not see the unit's meetings any more */
  async read(token: string): Promise<FeedText> {
    const [feed] = await this.database.query<FeedRow[]>(
      `SELECT ${feedColumns} FROM feeds WHERE token_hash = $1`,
      [hashOf(token)],
    );
    if (!feed) throw new Failure(feedErrors.notFound);
    const subscriber = await this.addressees.subscriber({ userId: feed.userId }, itself);
    const shown = shownTo(feed, subscriber);
    if (!shown) throw new Failure(feedErrors.notFound);
    const rows = await this.database.query<MeetingRow[]>(meetingsOfFeed, valuesOf(shown, this.clock.now()));
    // In an order of their own, so that the same meetings are the same text.
    const meetings = rows
      .map(toMeeting)
      .toSorted((a, b) => Number(a.startsAt) - Number(b.startsAt) || (a.id < b.id ? -1 : 1));
    const ics = this.ical.write({
      method: 'PUBLISH',
      name: `Điểm Cầu – ${feed.unitName ?? subscriber.name}`,
      events: feedEvents(meetings, new URL(this.config.publicUrl).origin),
    });
    await this.note(feed.id);
    return { ics, etag: createHash('sha256').update(ics).digest('base64url') };
  }

  /** To the hour: that it is read at all matters, not each time. */
  private async note(feedId: string): Promise<void> {
    await this.database.query(
      `UPDATE feeds SET last_read_at = $2
       WHERE id = $1 AND (last_read_at IS NULL OR last_read_at < $2::timestamptz - interval '1 hour')`,
      [feedId, this.clock.now()],
    );
  }
}

function shownTo(
  { userId, unitId, unitPath }: FeedRow,
  { active, operates, reads }: Subscriber,
): Shown | null {
  if (!active) return null;
  if (unitId === null || unitPath === null) return { userId, siteUnitIds: operates, ownerUnitId: null };
  const sees = reads.some(
    (scope) => scope.unitId === unitId || (scope.subtree && unitPath.includes(scope.unitId)),
  );
  return sees ? { userId: null, siteUnitIds: [unitId], ownerUnitId: unitId } : null;
}
