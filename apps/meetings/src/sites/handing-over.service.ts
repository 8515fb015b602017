import { type Caller, mayOn, type ServiceCaller } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { type Unit, unitErrors, UnitsClient } from '@diemcau/contracts/identity/units';
import type { HandOverSite } from '@diemcau/contracts/meetings/sites';
import { siteErrors } from '@diemcau/contracts/meetings/sites-errors';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { MailsService } from '../mails/mails.service.js';
import { searchOf } from './changes.service.js';
import { SiteEventsService } from './events.service.js';
import type { SiteRow } from './site-row.js';
import { SitesService } from './sites.service.js';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };

/** What of a site refers to files: they go along, so that who keeps it now sees them. */
const filesOfSite = `
  SELECT unnest(photo_ids) AS id FROM readiness_answers WHERE site_id = $1
  UNION SELECT file_id FROM site_documents WHERE site_id = $1
  UNION SELECT thumbnail_id FROM camera_presets WHERE site_id = $1
  UNION SELECT e.file_id FROM maintenance_entries e JOIN devices d ON d.id = e.device_id WHERE d.site_id = $1
  UNION SELECT (seating->>'fileId')::uuid FROM sites WHERE id = $1`;

type HandedSite = Pick<SiteRow, 'id' | 'name' | 'address' | 'unitId' | 'unitName'>;

/** A site gets another unit: room, devices, papers, operators and what is to come go along; the past stays as it was (I2). */
@Injectable()
export class SiteHandingOverService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly units: UnitsClient,
    private readonly sites: SitesService,
    private readonly events: SiteEventsService,
    private readonly mails: MailsService,
  ) {}

  /** By somebody who decides over both units. @throws Failure `sites.sameUnit`, `.otherProvince`, `units.notFound`, `.closed` */
  async handOver({ siteId, version, unitId, reason }: HandOverSite, caller: Caller): Promise<void> {
    const [unit] = (await this.units.named({ unitIds: [unitId] }, itself)).items;
    const sees = unit && (mayOn(caller, 'sites.read', unit.path) || mayOn(caller, 'units.read', unit.path));
    if (!sees) throw new Failure(unitErrors.notFound, { unitId });
    if (!mayOn(caller, 'sites.configure', unit.path)) throw new Failure(commonFailures.notAllowed);
    if (unit.state === 'closed') throw new Failure(unitErrors.closed, { unitId });
    await this.database.transaction(async (manager) => {
      // Units close under this lock: a site does not come to one that is just closing.
      await manager.query(`SELECT pg_advisory_xact_lock(hashtext('meetings.units'))`);
      const site = await this.sites.hold(manager, caller, 'sites.configure', siteId, version);
      if (site.unitId === unitId) throw new Failure(siteErrors.sameUnit);
      if (site.unitPath[0] !== unit.path[0]) throw new Failure(siteErrors.otherProvince);
      await this.give(manager, caller, site, unit, reason);
    });
  }

  /** In the transaction of the decision; the site is held. */
  async give(
    manager: EntityManager,
    caller: Caller,
    site: HandedSite,
    unit: Unit,
    reason: string,
  ): Promise<void> {
    const name = await freeName(manager, site, unit.id);
    await manager.query(
      `UPDATE sites SET unit_id = $2, unit_path = $3, unit_name = $4, name = $5, search = $6, version = version + 1
       WHERE id = $1`,
      [site.id, unit.id, unit.path, unit.name, name, searchOf(unit.name, { ...site, name })],
    );
    await manager.query(
      `UPDATE files SET unit_id = $2, unit_path = $3 WHERE unit_id IS NOT NULL AND id IN (${filesOfSite})`,
      [site.id, unit.id, unit.path],
    );
    // Meetings that are over were the former unit's.
    await manager.query(
      `UPDATE occurrence_sites os SET unit_id = $2 FROM occurrences o WHERE os.site_id = $1 AND o.id = os.occurrence_id
         AND o.state NOT IN ('ended', 'reported', 'aborted', 'cancelled', 'rejected')`,
      [site.id, unit.id],
    );
    const renamed = name === site.name ? [] : [{ field: 'name', from: site.name, to: name }];
    const eventId = await this.events.record(
      manager,
      caller,
      site.id,
      {
        action: 'sites.handOver',
        unitId: unit.id,
        object: { kind: 'site', id: site.id },
        before: { unitId: site.unitId, name: site.name },
        after: { unitId: unit.id, name, reason },
      },
      {
        kind: 'handedOver',
        note: reason,
        changes: [{ field: 'unit', from: site.unitName, to: unit.name }, ...renamed],
      },
    );
    await this.tell(manager, eventId, { ...site, name }, unit);
  }

  /** Operators stay; their rights are where they were, until somebody of the new unit grants others (I4). */
  private async tell(manager: EntityManager, eventId: string, site: HandedSite, unit: Unit): Promise<void> {
    const operators = await manager.query<{ userId: string }[]>(
      `SELECT user_id AS "userId" FROM site_operators WHERE site_id = $1 AND user_id IS NOT NULL`,
      [site.id],
    );
    for (const { userId } of operators) {
      await this.mails.queue(manager, {
        key: `site-handed-over:${eventId}:${userId}`,
        userId,
        subject: `Điểm cầu ${site.name} chuyển sang ${unit.name}`.slice(0, 200),
        text: textOf(site, unit.name),
      });
    }
  }
}

/** The unit may have a site of this name already. */
async function freeName(manager: EntityManager, site: HandedSite, unitId: string): Promise<string> {
  const wanted = [site.name, `${site.name} (${site.unitName})`, `${site.name} (${site.id.slice(0, 8)})`];
  const taken = await manager.query<{ name: string }[]>(
    `SELECT lower(name) AS name FROM sites WHERE unit_id = $1 AND state <> 'retired' AND id <> $2`,
    [unitId, site.id],
  );
  const names = new Set(taken.map(({ name }) => name));
  return wanted.find((name) => name.length <= 200 && !names.has(name.toLowerCase())) ?? site.id;
}

const textOf = ({ name, unitName }: HandedSite, to: string): string =>
  `Điểm cầu «${name}» của ${unitName} từ nay thuộc ${to}. Bạn vẫn là cán bộ vận hành của điểm cầu; ` +
  `quyền trên hệ thống tại đơn vị mới do quản trị của ${to} cấp.\n\n` +
  `The site “${name}” of ${unitName} now belongs to ${to}. You are still its operator; ` +
  `rights in the system at the new unit are granted by its administrators.`;
