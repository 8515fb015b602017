import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import {
  type Certificate,
  certificateErrors,
  type CertificateFace,
  type CertificatePage,
  type CertificateQuery,
  type CertificatesOfPart,
  type CertificatesToPrint,
} from '@diemcau/contracts/meetings/certificates';
import { scopeOf } from '@diemcau/service/auth/scope';
import { cursorAt, positionOf } from '@diemcau/service/database/paging';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { codeIn } from './certificate-code.js';
import type { TrainingRow } from './training-row.js';
import { TrainingsService } from './trainings.service.js';

interface Row extends Omit<Certificate, 'issuedAt' | 'revokedAt' | 'state'> {
  readonly issuedAt: Date;
  readonly revokedAt: Date | null;
  readonly unitPath: string[];
  readonly issuerId: string;
  readonly issuerPath: string[];
  readonly no: number;
}

const sql = `
  SELECT c.id, c.training_id AS "trainingId", c.user_id AS "userId", c.number, c.no, c.code, c.name,
         c.unit_name AS "unitName", c.person_unit_path AS "unitPath", c.title, c.issuer_name AS "issuerName",
         c.issuer_id AS "issuerId", tr.unit_path AS "issuerPath", c.first_day::text AS "firstDay",
         c.last_day::text AS "lastDay", c.sessions, c.issued_at AS "issuedAt", c.revoked_at AS "revokedAt",
         c.revoked_reason AS "revokedReason"
  FROM certificates c JOIN trainings tr ON tr.id = c.training_id`;

const perPart = 200;
/** Of one event, those whose people the caller may register; all for who runs it. */
const seen = `c.training_id = $1 AND ($2 OR c.person_unit_id = ANY ($3::uuid[]) OR c.person_unit_path && $4::uuid[])`;
function whoseOf({ id, unitPath }: TrainingRow, caller: Caller): unknown[] {
  const { exactly, below } = scopeOf(caller, 'trainings.register');
  return [id, mayOn(caller, 'trainings.manage', unitPath), exactly, below];
}

/** Certificates as they are read and checked. */
@Injectable()
export class CertificatesService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly trainings: TrainingsService,
  ) {}

  /** @throws Failure `trainings.notFound` */
  async list({ trainingId, limit = 50, cursor }: CertificateQuery, caller: Caller): Promise<CertificatePage> {
    const training = await this.trainings.visible(trainingId, caller);
    const whose = whoseOf(training, caller);
    const after = positionOf(cursor, (key) => /^\d{1,9}$/.test(key));
    const rows = await this.database.query<Row[]>(
      `${sql} WHERE ${seen} AND ($5::int IS NULL OR (c.no, c.id) > ($5, $6::uuid)) ORDER BY c.no, c.id LIMIT $7`,
      [...whose, after?.key ?? null, after?.id ?? null, limit + 1],
    );
    const [counts] = await this.database.query<[Pick<CertificatePage, 'total' | 'standing'>]>(
      `SELECT count(*)::int AS total, (count(*) FILTER (WHERE c.revoked_at IS NULL))::int AS standing
       FROM certificates c WHERE ${seen}`,
      whose,
    );
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const nextCursor = rows.length > limit && last ? cursorAt({ key: String(last.no), id: last.id }) : null;
    return { items: items.map(toCertificate), nextCursor, ...counts };
  }

  /** Those that stand, part by part. @throws Failure `trainings.notFound` */
  async toPrint({ trainingId, part }: CertificatesOfPart, caller: Caller): Promise<CertificatesToPrint> {
    const training = await this.trainings.visible(trainingId, caller);
    const rows = await this.database.query<Row[]>(
      `${sql} WHERE ${seen} AND c.revoked_at IS NULL ORDER BY c.no, c.id LIMIT $5 OFFSET $6`,
      [...whoseOf(training, caller), perPart, (part - 1) * perPart],
    );
    return { items: rows.map(toFace) };
  }

  /** One's own. @throws Failure `certificates.notFound` */
  async own(certificateId: string, caller: Caller): Promise<CertificateFace> {
    const [row] = await this.database.query<Row[]>(`${sql} WHERE c.id = $1`, [certificateId]);
    if (!row || caller.kind !== 'user' || row.userId !== caller.userId) {
      throw new Failure(certificateErrors.notFound, { certificateId });
    }
    return toFace(row);
  }

  async find(certificateId: string, caller: Caller): Promise<Certificate> {
    return toCertificate(await this.seen(this.database.manager, certificateId, caller));
  }

  /** Held until the transaction ends, for who may revoke it. @throws Failure `certificates.notFound`, `common.notAllowed` */
  async hold(manager: EntityManager, certificateId: string, caller: Caller): Promise<Row> {
    await manager.query('SELECT FROM certificates WHERE id = $1 FOR NO KEY UPDATE', [certificateId]);
    const row = await this.seen(manager, certificateId, caller);
    if (!mayOn(caller, 'trainings.manage', row.issuerPath)) throw new Failure(commonFailures.notAllowed);
    return row;
  }

  /** For anybody who holds the paper. @throws Failure `certificates.notFound` */
  async verify(typed: string): Promise<CertificateFace> {
    const [row] = await this.database.query<Row[]>(`${sql} WHERE c.code = $1`, [codeIn(typed)]);
    if (!row) throw new Failure(certificateErrors.notFound);
    return toFace(row);
  }

  private async seen(manager: EntityManager, certificateId: string, caller: Caller): Promise<Row> {
    const [row] = await manager.query<Row[]>(`${sql} WHERE c.id = $1`, [certificateId]);
    const allowed =
      row &&
      (mayOn(caller, 'trainings.manage', row.issuerPath) ||
        mayOn(caller, 'trainings.register', row.unitPath));
    if (!allowed) throw new Failure(certificateErrors.notFound, { certificateId });
    return row;
  }
}

const toFace = (row: Row): CertificateFace => ({
  number: row.number,
  code: row.code,
  name: row.name,
  unitName: row.unitName,
  title: row.title,
  issuerName: row.issuerName,
  firstDay: row.firstDay,
  lastDay: row.lastDay,
  sessions: row.sessions,
  issuedAt: row.issuedAt.toISOString(),
  state: row.revokedAt ? 'revoked' : 'valid',
  revokedAt: row.revokedAt?.toISOString() ?? null,
});

const toCertificate = (row: Row): Certificate => ({
  ...toFace(row),
  id: row.id,
  trainingId: row.trainingId,
  userId: row.userId,
  revokedReason: row.revokedReason,
});
