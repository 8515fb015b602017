import { type Caller, grantsOf, mayOn, type ServiceCaller } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { type Unit, unitErrors, UnitsClient } from '@diemcau/contracts/identity/units';
import type {
  PublishRules,
  RoomRules,
  RoomRulesPage,
  RoomRulesQuery,
} from '@diemcau/contracts/meetings/room-rules';
import { scopeOf, withinScope } from '@diemcau/service/auth/scope';
import { Audit } from '@diemcau/service/audit/audit';
import { pageOf, positionOf } from '@diemcau/service/database/paging';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { FilesService } from '../files/files.service.js';
import { isCurrent, rulesColumns, type RulesRow, toDto } from './rules-row.js';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };
const isInstant = (key: string): boolean => !Number.isNaN(Date.parse(key));

/** Editions of room rules, by unit (HB-6, HB-11.1). */
@Injectable()
export class RulesPublishingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly units: UnitsClient,
    private readonly files: FilesService,
    private readonly audit: Audit,
  ) {}

  /** Published by units the caller sees, and by those above them: these hold for the caller's sites. */
  async list(query: RoomRulesQuery, caller: Caller): Promise<RoomRulesPage> {
    const { limit = 50, unitId = null, history = false } = query;
    const { exactly, below } = scopeOf(caller, 'sites.read');
    const above = await this.aboveThose(grantsOf(caller, 'sites.read').map((grant) => grant.unitId));
    const after = positionOf(query.cursor, isInstant);
    const rows = await this.database.query<RulesRow[]>(
      `SELECT ${rulesColumns} FROM room_rules r
       WHERE (${withinScope('r', 1)} OR r.unit_id = ANY ($3)) AND ($4::uuid IS NULL OR r.unit_id = $4)
         AND ($5 OR ${isCurrent}) AND ($6::timestamptz IS NULL OR (r.published_at, r.id) < ($6, $7::uuid))
       ORDER BY r.published_at DESC, r.id DESC LIMIT $8`,
      [exactly, below, above, unitId, history, after?.key ?? null, after?.id ?? null, limit + 1],
    );
    const page = pageOf(rows, limit, ({ publishedAt, id }) => ({ key: publishedAt.toISOString(), id }));
    return { items: await this.whole(this.database.manager, page.items), nextCursor: page.nextCursor };
  }

  /** A new edition; the former stays, with who acknowledged it. @throws Failure `units.notFound`, `.closed`, `files.notFound` */
  async publish({ unitId, title, text, fileId = null }: PublishRules, caller: Caller): Promise<RoomRules> {
    const unit = await this.unitFor(unitId, caller);
    return this.database.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`rules of ${unitId}`]);
      const attachment = { purpose: 'document', permission: 'sites.read' } as const;
      if (fileId) await this.files.attach(manager, fileId, unit.path, caller, attachment);
      const id = randomUUID();
      const by = caller.kind === 'user' ? caller.userId : caller.kind === 'key' ? caller.keyId : id;
      await manager.query(
        `INSERT INTO room_rules (id, unit_id, unit_path, unit_name, edition, title, text, file_id, published_by)
         SELECT $1, $2, $3, $4, coalesce(max(edition), 0) + 1, $5, $6, $7, $8 FROM room_rules WHERE unit_id = $2`,
        [id, unitId, unit.path, unit.name, title, text, fileId, by],
      );
      const rows = await manager.query<RulesRow[]>(
        `SELECT ${rulesColumns} FROM room_rules r WHERE r.id = $1`,
        [id],
      );
      const [rules] = await this.whole(manager, rows);
      if (!rules) throw new Error(`rules ${id} were written and are not there`);
      await this.audit.record(manager, caller, {
        action: 'roomRules.publish',
        unitId,
        object: { kind: 'roomRules', id },
        after: { title, edition: rules.edition },
      });
      return rules;
    });
  }

  async whole(manager: EntityManager, rows: readonly RulesRow[]): Promise<RoomRules[]> {
    const files = await this.files.named(
      manager,
      rows.flatMap(({ fileId }) => fileId ?? []),
    );
    return rows.map((row) => toDto(row, files));
  }

  private async aboveThose(unitIds: readonly string[]): Promise<string[]> {
    if (unitIds.length === 0) return [];
    const { items } = await this.units.named({ unitIds: [...new Set(unitIds)] }, itself);
    return [...new Set(items.flatMap(({ path }) => path))];
  }

  private async unitFor(unitId: string, caller: Caller): Promise<Unit> {
    const [unit] = (await this.units.named({ unitIds: [unitId] }, itself)).items;
    if (!unit || !mayOn(caller, 'sites.read', unit.path)) throw new Failure(unitErrors.notFound, { unitId });
    if (!mayOn(caller, 'sites.configure', unit.path)) throw new Failure(commonFailures.notAllowed);
    if (unit.state === 'closed') throw new Failure(unitErrors.closed, { unitId });
    return unit;
  }
}
