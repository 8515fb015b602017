import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import {
  type AskForArchive,
  type AskForErasure,
  privacyErrors,
  type PrivacyRequest,
  type PrivacyRequestKind,
} from '@diemcau/contracts/identity/privacy';
import { userErrors } from '@diemcau/contracts/identity/users';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { SettingsService } from '../settings/settings.service.js';
import { StandingService } from '../users/standing.service.js';
import { type RequestRow, selectRequests, toDto } from './request-rows.js';
import { idOf } from './requests.service.js';

/** Decree 356/2025/NĐ-CP, to our knowledge: 10 days to hand out, 20 to erase. */
const dueDays: Readonly<Record<PrivacyRequestKind, number>> = { archive: 10, erasure: 20 };

interface Subject {
  readonly id: string;
  readonly userName: string;
  readonly unitId: string;
  readonly provinceId: string;
  readonly path: string[];
  readonly erased: boolean;
  readonly isWard: boolean;
  readonly isLastAdmin: boolean;
}

/** Somebody asks about themselves, a guardian about a child, a manager about people of the own units. */
@Injectable()
export class AskingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly settings: SettingsService,
    private readonly standing: StandingService,
    private readonly audit: AuditService,
  ) {}

  /** @throws Failure `users.notFound`, `privacy.erased`, `privacy.alreadyAsked` */
  async forArchive({ userId }: AskForArchive, caller: Caller): Promise<PrivacyRequest> {
    return this.database.transaction(async (manager) => {
      const subject = await this.subject(manager, userId ?? idOf(caller), caller);
      return this.insert(manager, 'archive', subject, caller, { waitDays: 0 });
    });
  }

  /** @throws Failure as {@link forArchive}, `privacy.wrongName`, `privacy.lastAdmin`, `users.beyond` */
  async forErasure({ userId, userName, reason }: AskForErasure, caller: Caller): Promise<PrivacyRequest> {
    return this.database.transaction(async (manager) => {
      const subject = await this.subject(manager, userId ?? idOf(caller), caller);
      if (subject.userName.toLowerCase() !== userName.toLowerCase())
        throw new Failure(privacyErrors.wrongName);
      if (subject.isLastAdmin) throw new Failure(privacyErrors.lastAdmin);
      if (!subject.isWard) await this.standing.refuseBeyond(manager, [subject.id], caller);
      const { erasureWaitDays } = await this.settings.of(subject.provinceId);
      return this.insert(manager, 'erasure', subject, caller, { waitDays: erasureWaitDays, reason });
    });
  }

  private async subject(manager: EntityManager, userId: string, caller: Caller): Promise<Subject> {
    const asks = idOf(caller);
    const [subject] = await manager.query<Subject[]>(
      `SELECT person.id, person.user_name AS "userName", unit.id AS "unitId", unit.province_id AS "provinceId",
              unit.path, person.erased_at IS NOT NULL AS erased,
              EXISTS (SELECT FROM guardianships
                      WHERE guardian_id = $2 AND student_id = person.id AND ended_at IS NULL) AS "isWard",
              ${lastAdmin} AS "isLastAdmin"
       FROM users person JOIN units unit ON unit.id = person.unit_id WHERE person.id = $1`,
      [userId, asks],
    );
    const mayAsk =
      subject && (userId === asks || subject.isWard || mayOn(caller, 'privacy.manage', subject.path));
    if (!mayAsk) throw new Failure(userErrors.notFound, { userId });
    if (subject.erased) throw new Failure(privacyErrors.erased);
    return subject;
  }

  private async insert(
    manager: EntityManager,
    kind: PrivacyRequestKind,
    { id, unitId }: Subject,
    caller: Caller,
    { waitDays, reason }: { waitDays: number; reason?: string | undefined },
  ): Promise<PrivacyRequest> {
    const [made] = await manager.query<{ id: string }[]>(
      `INSERT INTO privacy_requests (kind, user_id, requested_by, reason, due_at, execute_at)
       VALUES ($1, $2, $3, $4, now() + make_interval(days => $5), now() + make_interval(days => $6))
       ON CONFLICT (user_id, kind) WHERE ended_at IS NULL DO NOTHING RETURNING id`,
      [kind, id, idOf(caller), reason ?? null, dueDays[kind], waitDays],
    );
    if (!made) throw new Failure(privacyErrors.alreadyAsked);
    await this.audit.record(manager, caller, {
      action: kind === 'archive' ? 'privacy.askForArchive' : 'privacy.askForErasure',
      unitId,
      object: { kind: 'user', id },
      after: { requestId: made.id },
    });
    const [row] = await manager.query<[RequestRow]>(`${selectRequests} WHERE request.id = $1`, [made.id]);
    return toDto(row);
  }
}

/** I5, told before anything is begun; the database decides when it is executed. */
const lastAdmin = `EXISTS (
  SELECT FROM role_grants mine
  WHERE mine.user_id = person.id AND mine.role = 'departmentAdmin' AND mine.subtree AND mine.revoked_at IS NULL
    AND mine.delegated_from IS NULL AND mine.valid_from <= now() AND mine.valid_to IS NULL
    AND NOT EXISTS (
      SELECT FROM role_grants other JOIN users holder ON holder.id = other.user_id
      WHERE other.unit_id = mine.unit_id AND other.user_id <> person.id AND other.role = 'departmentAdmin'
        AND other.subtree AND other.revoked_at IS NULL AND other.delegated_from IS NULL
        AND other.valid_from <= now() AND other.valid_to IS NULL AND holder.state = 'active'))`;
