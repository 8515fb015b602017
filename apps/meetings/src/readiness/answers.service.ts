import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import type { Permission } from '@diemcau/contracts/identity/permissions';
import {
  type AnswerReadiness,
  type ChecklistItem,
  readinessErrors,
  type ReadinessItemRef,
  type WaiveReadiness,
} from '@diemcau/contracts/meetings/readiness';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FilesService } from '../files/files.service.js';
import { changesBetween, SiteEventsService } from '../sites/events.service.js';
import type { SiteRow } from '../sites/site-row.js';
import { SitesService } from '../sites/sites.service.js';
import { SiteStandingService } from '../sites/standing.service.js';
import { type AnswerRow, answerColumns, lastDayOf, monthsAfter } from './answer-row.js';
import { ChecklistsService, resultAt } from './checklists.service.js';

const attachment = { purpose: 'photo', permission: 'sites.read' } as const;

type Answer = Omit<AnswerRow, 'key' | 'at' | 'byId' | 'version'>;

/** A site's answers to the checklist, each in the transaction of whoever calls; the site is judged anew at once. */
@Injectable()
export class ReadinessAnswersService {
  constructor(
    private readonly sites: SitesService,
    private readonly checklists: ChecklistsService,
    private readonly files: FilesService,
    private readonly standing: SiteStandingService,
    private readonly events: SiteEventsService,
  ) {}

  /** @throws Failure `sites.notFound`, `readiness.unknownItem`, `.changed`, `.counted`, `.photoNeeded`, `files.notFound` */
  async answer(manager: EntityManager, input: AnswerReadiness, caller: Caller): Promise<void> {
    const { site, item, before } = await this.hold(manager, input, 'sites.write', caller);
    const { result, photoIds = [] } = input;
    if (
      item.seats !== null &&
      result !== resultAt(item, undefined, site.capacity, this.standing.today()).result
    ) {
      throw new Failure(readinessErrors.counted, { key: item.key, capacity: site.capacity });
    }
    if (item.seats === null && result === 'pass' && item.photo && photoIds.length === 0) {
      throw new Failure(readinessErrors.photoNeeded, { key: item.key });
    }
    const usual =
      item.validMonths === null || item.seats !== null
        ? null
        : monthsAfter(this.standing.today(), item.validMonths);
    await this.files.replace(manager, before?.photoIds ?? [], photoIds, site.unitPath, caller, attachment);
    await this.write(manager, caller, site, item, before, {
      key: item.key,
      result,
      commitment: input.commitment ?? null,
      actual: input.actual ?? null,
      dueOn: input.dueOn ?? null,
      expiresOn: lastDayOf(input, before, usual, this.standing.today()),
      reason: null,
      photoIds,
    });
  }

  /** @throws Failure `sites.notFound`, `readiness.unknownItem`, `.changed` */
  async waive(manager: EntityManager, input: WaiveReadiness, caller: Caller): Promise<void> {
    const { site, item, before } = await this.hold(manager, input, 'sites.configure', caller);
    await this.write(manager, caller, site, item, before, {
      key: item.key,
      result: 'waived',
      commitment: before?.commitment ?? null,
      actual: before?.actual ?? null,
      dueOn: before?.dueOn ?? null,
      expiresOn: input.expiresOn ?? null,
      reason: input.reason,
      photoIds: before?.photoIds ?? [],
    });
  }

  private async hold(
    manager: EntityManager,
    { siteId, key, answerVersion }: ReadinessItemRef & { answerVersion: number },
    permission: Permission,
    caller: Caller,
  ): Promise<{ site: SiteRow; item: ChecklistItem; before: AnswerRow | undefined }> {
    const site = await this.sites.hold(manager, caller, permission, siteId);
    const { items } = await this.checklists.of(manager, site.unitPath[0] ?? site.unitId);
    const item = items.find((one) => one.key === key);
    if (!item) throw new Failure(readinessErrors.unknownItem, { key });
    const [before] = await manager.query<AnswerRow[]>(
      `SELECT ${answerColumns} FROM readiness_answers WHERE site_id = $1 AND key = $2`,
      [siteId, key],
    );
    const version = before?.version ?? 0;
    if (version !== answerVersion) throw new Failure(readinessErrors.changed, { answerVersion: version });
    return { site, item, before };
  }

  private async write(
    manager: EntityManager,
    caller: Caller,
    { id: siteId, unitId }: SiteRow,
    { nameVi: name }: ChecklistItem,
    before: AnswerRow | undefined,
    after: Answer & { key: string },
  ): Promise<void> {
    await manager.query(
      `INSERT INTO readiness_answers AS a (site_id, key, result, commitment, actual, due_on, expires_on, reason, photo_ids,
         by_id, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now())
       ON CONFLICT (site_id, key) DO UPDATE SET result = excluded.result, commitment = excluded.commitment,
         actual = excluded.actual, due_on = excluded.due_on, expires_on = excluded.expires_on, reason = excluded.reason,
         photo_ids = excluded.photo_ids, by_id = excluded.by_id, at = excluded.at, version = a.version + 1`,
      [
        siteId,
        after.key,
        after.result,
        after.commitment,
        after.actual,
        after.dueOn,
        after.expiresOn,
        after.reason,
        after.photoIds,
        caller.kind === 'user' ? caller.userId : null,
      ],
    );
    await this.standing.judge(manager, siteId);
    const audited = {
      action: after.result === 'waived' ? 'readiness.waive' : 'readiness.answer',
      unitId,
      object: { kind: 'site', id: siteId },
      ...(before && { before: toldOf(before) }),
      after: toldOf(after),
    };
    const changes = changesBetween(shownOf(before), shownOf(after));
    const note = after.reason ?? after.actual;
    await this.events.record(manager, caller, siteId, audited, { kind: 'readiness', name, note, changes });
  }
}

const shownOf = (answer?: Pick<Answer, 'result' | 'dueOn' | 'expiresOn'>) => ({
  result: answer?.result ?? 'missing',
  dueOn: answer?.dueOn ?? null,
  expiresOn: answer?.expiresOn ?? null,
});
const toldOf = ({ key, result, dueOn, expiresOn, reason, photoIds }: Answer & { key: string }) => ({
  key,
  result,
  dueOn,
  expiresOn,
  reason,
  photos: photoIds.length,
});
