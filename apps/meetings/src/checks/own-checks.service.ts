import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { checkErrors } from '@diemcau/contracts/meetings/checks-errors';
import type { OwnCheck } from '@diemcau/contracts/meetings/checks-own';
import { scopeOf, withinScope } from '@diemcau/service/auth/scope';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AskedDevicesService } from '../equipment/asked-devices.service.js';
import { BoardService } from './board.service.js';
import { testJson, toTest } from './device-tests.service.js';
import { type OwnCheckRow, ownCheckSql } from './own-check-row.js';
import { expectedOf, PoliciesService } from './policies.service.js';

/** Who speaks for a site: somebody with an account, or whoever holds the link to it. */
export type Speaker = { readonly caller: Caller; readonly linked: boolean };

const mostMine = 100;

/** A site's check as its operator sees it. */
@Injectable()
export class OwnChecksService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly board: BoardService,
    private readonly policies: PoliciesService,
    private readonly devices: AskedDevicesService,
    private readonly clock: Clock,
  ) {}

  /** Of meetings to come whose checking has opened, and of the nearest after them. */
  async mine(caller: Caller): Promise<OwnCheck[]> {
    const { exactly, below } = scopeOf(caller, 'meetings.answer');
    const rows = await this.database.query<OwnCheckRow[]>(
      `${ownCheckSql(testJson)}
       WHERE o.state IN ('scheduled', 'checking') AND o.starts_at > $1 AND ${withinScope('site', 2)}
       ORDER BY o.starts_at, o.id, site.name LIMIT ${mostMine}`,
      [this.clock.now(), exactly, below],
    );
    const views: OwnCheck[] = [];
    for (const row of rows) views.push(await this.view(this.database.manager, row));
    return views;
  }

  /** @throws Failure `checks.notFound` also where the caller may not answer for the site */
  async look(occurrenceId: string, siteId: string, speaker: Speaker): Promise<OwnCheck> {
    const row = await this.row(this.database.manager, occurrenceId, siteId, speaker);
    return this.view(this.database.manager, row);
  }

  /** @throws Failure `checks.notFound` */
  async row(
    manager: EntityManager,
    occurrenceId: string,
    siteId: string,
    { caller, linked }: Speaker,
  ): Promise<OwnCheckRow> {
    const [row] = await manager.query<OwnCheckRow[]>(
      `${ownCheckSql(testJson)} WHERE os.occurrence_id = $1 AND os.site_id = $2`,
      [occurrenceId, siteId],
    );
    if (!row || !(linked || mayOn(caller, 'meetings.answer', row.sitePath))) {
      throw new Failure(checkErrors.notFound, { occurrenceId, siteId });
    }
    return row;
  }

  async view(manager: EntityManager, row: OwnCheckRow): Promise<OwnCheck> {
    const { occurrenceId: id, unitPath, startsAt } = row;
    const {
      state: campaign,
      opensAt,
      closesAt,
    } = await this.board.times(manager, { id, unitPath, startsAt });
    const policy = await this.policies.of(manager, unitPath);
    return {
      occurrenceId: id,
      siteId: row.siteId,
      title: row.title,
      unitName: row.unitName,
      siteName: row.siteName,
      startsAt: startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
      zone: row.zone,
      roomSlug: row.roomSlug,
      requiredMbps: row.requiredMbps,
      campaign,
      opensAt,
      closesAt,
      state: row.state,
      attempt: row.attempt,
      expected: [...expectedOf(policy), ...(await this.devices.at(manager, row.siteId, row.kind))],
      test: toTest(row.test),
    };
  }
}
