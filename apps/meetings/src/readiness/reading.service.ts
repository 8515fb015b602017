import type { Caller } from '@diemcau/contracts/core/caller';
import type { SiteReadiness } from '@diemcau/contracts/meetings/readiness';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { FilesService } from '../files/files.service.js';
import { SitesService } from '../sites/sites.service.js';
import { SiteStandingService } from '../sites/standing.service.js';
import { type AnswerRow, answerColumns, toItem } from './answer-row.js';
import { ChecklistsService } from './checklists.service.js';

@Injectable()
export class ReadinessReadingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly sites: SitesService,
    private readonly checklists: ChecklistsService,
    private readonly files: FilesService,
    private readonly standing: SiteStandingService,
  ) {}

  /** @throws Failure `sites.notFound` */
  async of(siteId: string, caller: Caller): Promise<SiteReadiness> {
    await this.sites.allowing(caller, 'sites.read', siteId);
    return this.known(siteId);
  }

  /** For whoever just changed it. */
  async known(siteId: string): Promise<SiteReadiness> {
    const [{ provinceId, score, capacity }] = await this.database.query<
      [{ provinceId: string; score: number | null; capacity: number }]
    >('SELECT unit_path[1] AS "provinceId", score, capacity FROM sites WHERE id = $1', [siteId]);
    const { manager } = this.database;
    const { items } = await this.checklists.of(manager, provinceId);
    const answers = await manager.query<AnswerRow[]>(
      `SELECT ${answerColumns} FROM readiness_answers WHERE site_id = $1`,
      [siteId],
    );
    const photos = await this.files.named(
      manager,
      answers.flatMap(({ photoIds }) => photoIds),
    );
    const byKey = new Map(answers.map((answer) => [answer.key, answer]));
    const at = { today: this.standing.today(), capacity };
    return { siteId, score, items: items.map((item) => toItem(item, byKey.get(item.key), photos, at)) };
  }
}
