import { type Caller } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import type { PageQuery } from '@diemcau/contracts/core/page';
import type { TrainingEventRef } from '@diemcau/contracts/meetings/trainings';
import { trainingErrors } from '@diemcau/contracts/meetings/trainings-errors';
import type {
  ComeToTraining,
  OpenTrainingPage,
  OpenTrainingQuery,
  OwnCertificate,
  OwnTraining,
  OwnTrainingPage,
} from '@diemcau/contracts/meetings/trainings-own';
import { pageOf, positionOf } from '@diemcau/service/database/paging';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { registrantsOf, RegistrantsService } from './registrants.service.js';
import { SeatsService } from './seats.service.js';
import { isRegistering, type TrainingRow, trainingSql } from './training-row.js';
import { TrainingsService } from './trainings.service.js';

type Row = Omit<OwnTraining, 'attended' | 'startsAt' | 'withdrawable'> &
  Pick<TrainingRow, 'startsAt' | 'registerUntil'> & {
    readonly attended: string[];
    readonly at: Date;
    readonly byUserId: string | null;
    readonly certificate: OwnCertificate | null;
  };

/** What somebody is registered for and may come to, without any right over others (DA-1a). */
@Injectable()
export class OwnTrainingsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly trainings: TrainingsService,
    private readonly registrants: RegistrantsService,
    private readonly seats: SeatsService,
    private readonly clock: Clock,
  ) {}

  async list({ limit = 50, cursor }: PageQuery, caller: Caller): Promise<OwnTrainingPage> {
    const userId = accountOf(caller);
    const after = positionOf(cursor, (key) => !Number.isNaN(Date.parse(key)));
    const now = this.clock.now();
    const rows = await this.database.query<Row[]>(
      `SELECT one."trainingId", one.attended, one.complete, reg.at, reg.by_user_id AS "byUserId", tr.title,
              tr."unitName", tr.state, tr."startsAt", tr."registerUntil", tr."sessionCount", site.name AS "siteName",
              certificate.face AS certificate
       FROM (${registrantsOf(2)} WHERE r.user_id = $1) one
       JOIN registrations reg ON reg.training_id = one."trainingId" AND reg.user_id = $1
       JOIN (${trainingSql}) tr ON tr.id = one."trainingId"
       JOIN sites site ON site.id = one."siteId"
       LEFT JOIN LATERAL (
         SELECT jsonb_build_object('id', c.id, 'number', c.number, 'code', c.code, 'issuedAt', c.issued_at,
                  'state', CASE WHEN c.revoked_at IS NULL THEN 'valid' ELSE 'revoked' END) AS face
         FROM certificates c WHERE c.training_id = one."trainingId" AND c.user_id = $1
         ORDER BY c.revoked_at IS NULL DESC, c.issued_at DESC LIMIT 1) certificate ON true
       WHERE $3::timestamptz IS NULL OR (reg.at, one."trainingId") < ($3, $4::uuid)
       ORDER BY reg.at DESC, one."trainingId" DESC LIMIT $5`,
      [userId, now, after?.key ?? null, after?.id ?? null, limit + 1],
    );
    const page = pageOf(rows, limit, ({ at, trainingId: id }) => ({ key: at.toISOString(), id }));
    return { items: page.items.map((row) => toOwn(row, userId, now)), nextCursor: page.nextCursor };
  }

  async open({ limit = 20, cursor }: OpenTrainingQuery, caller: Caller): Promise<OpenTrainingPage> {
    const userId = accountOf(caller);
    const { rows, nextCursor } = await this.trainings.openTo(userId, caller, { limit, cursor });
    const places = await this.trainings.placesOf(rows.map(({ id }) => id));
    return {
      items: rows.map((row) => ({
        ...row.line,
        description: row.description,
        registerUntil: row.registerUntil?.toISOString() ?? null,
        places: places
          .filter(({ trainingId }) => trainingId === row.id)
          .map(({ trainingId: _of, ...place }) => place),
      })),
      nextCursor,
    };
  }

  /** @throws Failure `trainings.notFound`, `.notOpen`, `.closed`, `.placesUnknown`, `.full` */
  async register({ trainingId, siteId }: ComeToTraining, caller: Caller): Promise<void> {
    const people = await this.registrants.found([accountOf(caller)]);
    await this.seats.take(siteId, people, caller, async (manager) => {
      const training = await this.trainings.visible(trainingId, caller, manager);
      if (!training.selfRegistration) throw new Failure(trainingErrors.notOpen, { trainingId });
      return training;
    });
  }

  /** What the school registered, the school takes back. @throws Failure `trainings.notFound`, `.notRegistered`, `.closed` */
  async withdraw({ trainingId }: TrainingEventRef, caller: Caller): Promise<void> {
    const userId = accountOf(caller);
    await this.database.transaction(async (manager) => {
      const training = await this.trainings.visible(trainingId, caller, manager);
      if (!isRegistering(training, this.clock.now())) throw new Failure(trainingErrors.closed);
      const [gone] = await manager.query<[unknown[], number]>(
        'DELETE FROM registrations WHERE training_id = $1 AND user_id = $2 AND by_user_id = $2 RETURNING 1',
        [trainingId, userId],
      );
      if (gone.length === 0) throw new Failure(trainingErrors.notRegistered, { userId });
      await this.registrants.note(manager, caller, 'trainings.withdraw', training, { userId });
    });
  }
}

/** A program has no trainings of its own. */
function accountOf(caller: Caller): string {
  if (caller.kind !== 'user') throw new Failure(commonFailures.notAllowed);
  return caller.userId;
}

function toOwn(row: Row, userId: string, now: Date): OwnTraining {
  const { at: _at, byUserId, registerUntil, startsAt, attended, certificate, ...rest } = row;
  return {
    ...rest,
    startsAt: startsAt?.toISOString() ?? null,
    attended: attended.length,
    certificate: certificate && { ...certificate, issuedAt: new Date(certificate.issuedAt).toISOString() },
    withdrawable:
      byUserId === userId &&
      certificate === null &&
      isRegistering({ state: row.state, registerUntil, startsAt }, now),
  };
}
