import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import type { CredentialSlip, SlipGroup, SlipPage } from '@diemcau/contracts/identity/import-slips';
import type { SlipQuery } from '@diemcau/contracts/identity/imports';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { InitialSecretsService } from '../secrets/initial-secrets.service.js';
import type { ImportRecord } from './import-row.js';
import { cursorOf, type SlipPosition, slipPositionOf } from './slip-cursor.js';
import { importSeenBy } from './visible.js';

const perPage = 450;

interface SlipRow {
  readonly position: SlipPosition;
  readonly userId: string;
  readonly displayName: string;
  readonly userName: string;
  readonly code: string | null;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitPath: readonly string[];
  readonly className: string | null;
}

/** The initial secrets of the people an import has made, in the order in which they are handed out. */
@Injectable()
export class SlipsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly secrets: InitialSecretsService,
    private readonly audit: AuditService,
  ) {}

  /** By unit, class and name. Every page is audited. @throws Failure `imports.notFound`, `common.notAllowed` */
  async page({ importId, cursor }: SlipQuery, caller: Caller): Promise<SlipPage> {
    const { provinceId } = await importSeenBy(this.database.manager, importId, caller);
    const rows = await this.rowsAfter(importId, slipPositionOf(cursor));
    const shown = rows.slice(0, perPage);
    const own = shown.filter(({ unitPath }) => mayOn(caller, 'users.secrets', unitPath));
    if (own.length === 0 && shown.length > 0) throw new Failure(commonFailures.notAllowed);
    const secrets = new Map(
      (await this.secrets.of(own.map(({ userId }) => userId))).map((secret) => [secret.userId, secret]),
    );
    if (own.length > 0) {
      await this.database.transaction((manager) =>
        this.audit.record(manager, caller, {
          action: 'imports.printSlips',
          unitId: provinceId,
          object: { kind: 'import', id: importId },
          after: { userIds: own.map(({ userId }) => userId) },
        }),
      );
    }
    const groups: SlipGroup[] = [];
    for (const { userId, displayName, code, userName, unitName, className } of own) {
      const found = secrets.get(userId);
      if (!found) continue;
      const { secret, expiresAt } = found;
      addTo(groups, className === null ? unitName : classTitle(className), unitName, {
        displayName,
        code,
        userName,
        secret,
        expiresAt: expiresAt.toISOString(),
      });
    }
    const last = shown.at(-1);
    return { groups, nextCursor: rows.length > perPage && last ? cursorOf(last.position) : null };
  }

  /** How many could be printed, of imports that have written something and are at their end. */
  async countOf(
    imports: readonly ImportRecord[],
    manager: EntityManager = this.database.manager,
  ): Promise<Map<string, number>> {
    const ended = imports.filter(({ finishedAt, kind }) => finishedAt !== null && kind !== 'units');
    if (ended.length === 0) return new Map();
    const rows = await manager.query<{ id: string; slips: number }[]>(
      `SELECT import_id AS id, count(*)::int AS slips
       FROM import_rows r JOIN initial_secrets s ON s.user_id = r.subject_id
       WHERE import_id = ANY ($1) AND outcome = 'create' AND written AND s.expires_at > now() GROUP BY 1`,
      [ended.map(({ id }) => id)],
    );
    return new Map(rows.map(({ id, slips }) => [id, slips]));
  }

  private rowsAfter(importId: string, after: SlipPosition | null): Promise<SlipRow[]> {
    return this.database.query<SlipRow[]>(
      `WITH slip AS (
         SELECT u.id AS "userId", u.display_name AS "displayName", u.user_name AS "userName", u.code,
                u.unit_id AS "unitId", unit.name AS "unitName", unit.path AS "unitPath", c.name AS "className",
                ARRAY[unit.search, u.unit_id::text, coalesce(c.sort_name, ''), coalesce(c.id::text, ''), u.sort_name,
                      u.id::text] COLLATE "C" AS position
         FROM import_rows r
         JOIN users u ON u.id = r.subject_id
         JOIN initial_secrets s ON s.user_id = u.id AND s.expires_at > now()
         JOIN units unit ON unit.id = u.unit_id
         LEFT JOIN LATERAL (SELECT c.id, c.name, c.sort_name FROM class_members m JOIN classes c ON c.id = m.class_id
                            WHERE m.user_id = u.id ORDER BY c.school_year DESC, c.id LIMIT 1) c ON true
         WHERE r.import_id = $1 AND r.outcome = 'create' AND r.written)
       SELECT * FROM slip WHERE $2::text[] IS NULL OR position > $2::text[] COLLATE "C"
       ORDER BY position LIMIT $3`,
      [importId, after, perPage + 1],
    );
  }
}

/** Some schools write the word into the name. */
const classTitle = (name: string): string => (/^lớp\b/iu.test(name) ? name : `Lớp ${name}`);

function addTo(groups: SlipGroup[], title: string, unitName: string, slip: CredentialSlip): void {
  const last = groups.at(-1);
  if (last?.title === title && last.unitName === unitName) last.slips.push(slip);
  else groups.push({ title, unitName, slips: [slip] });
}
