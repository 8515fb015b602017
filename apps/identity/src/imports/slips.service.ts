import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import type {
  CredentialSlip,
  SlipCountPage,
  SlipCountQuery,
  SlipGroup,
  SlipPage,
  SlipQuery,
} from '@diemcau/contracts/identity/import-slips';
import { pageOf, positionOf } from '@diemcau/service/database/paging';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { InitialSecretsService } from '../secrets/initial-secrets.service.js';
import type { ImportRecord } from './import-row.js';
import { cursorOf } from './slip-cursor.js';
import { slipCountRows, slipRows } from './slip-rows.js';
import { importSeenBy } from './visible.js';

const perPage = 450;

/** The initial secrets of the people an import has made, in the order in which they are handed out. */
@Injectable()
export class SlipsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly secrets: InitialSecretsService,
    private readonly audit: AuditService,
  ) {}

  /** By unit, class and name. Every page is audited. @throws Failure `imports.notFound`, `common.notAllowed` */
  async page(query: SlipQuery, caller: Caller): Promise<SlipPage> {
    const { importId } = query;
    const { provinceId } = await importSeenBy(this.database.manager, importId, caller);
    const rows = await slipRows(this.database.manager, query, perPage + 1);
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

  /** Units or classes of an import whose slips the caller may print. @throws Failure `imports.notFound` */
  async counts(query: SlipCountQuery, caller: Caller): Promise<SlipCountPage> {
    const { importId, limit = 50, cursor } = query;
    await importSeenBy(this.database.manager, importId, caller);
    const rows = await slipCountRows(this.database.manager, query, positionOf(cursor), limit + 1);
    const { items, nextCursor } = pageOf(rows, limit, ({ key, id }) => ({ key, id }));
    const own = items.filter(({ unitPath }) => mayOn(caller, 'users.secrets', unitPath));
    return { items: own.map(({ id, name, slips }) => ({ id, name, slips })), nextCursor };
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
}

/** Some schools write the word into the name. */
const classTitle = (name: string): string => (/^lớp\b/iu.test(name) ? name : `Lớp ${name}`);

function addTo(groups: SlipGroup[], title: string, unitName: string, slip: CredentialSlip): void {
  const last = groups.at(-1);
  if (last?.title === title && last.unitName === unitName) last.slips.push(slip);
  else groups.push({ title, unitName, slips: [slip] });
}
