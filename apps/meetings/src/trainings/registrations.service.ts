import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { trainingErrors } from '@diemcau/contracts/meetings/trainings-errors';
import type {
  MarkAttendance,
  RegisterPeople,
  Registration,
  RegistrationPage,
  RegistrationQuery,
  RegistrationRef,
} from '@diemcau/contracts/meetings/trainings-people';
import { scopeOf, withinScope } from '@diemcau/service/auth/scope';
import { pageOf, positionOf, wordPatterns } from '@diemcau/service/database/paging';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { registrantsOf, RegistrantsService } from './registrants.service.js';
import { SeatsService } from './seats.service.js';
import { isRegistering } from './training-row.js';
import { TrainingsService } from './trainings.service.js';

type Row = Registration & { readonly key: string; readonly unitPath: string[] };

/** Schools register their people; who runs the event marks who came (DA-1a). */
@Injectable()
export class RegistrationsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly trainings: TrainingsService,
    private readonly registrants: RegistrantsService,
    private readonly seats: SeatsService,
    private readonly clock: Clock,
  ) {}

  /** @throws Failure `trainings.notFound` */
  async list(input: RegistrationQuery, caller: Caller): Promise<RegistrationPage> {
    const { trainingId, siteId, q, limit = 50, cursor } = input;
    const training = await this.trainings.visible(trainingId, caller);
    const after = positionOf(cursor);
    const { exactly, below } = scopeOf(caller, 'trainings.register');
    const whole = mayOn(caller, 'trainings.manage', training.unitPath);
    const which = `r.training_id = $1 AND ($2 OR ${withinScope('r', 3)}) AND ($5::uuid IS NULL OR r.site_id = $5)
      AND r.search LIKE ALL ($6::text[])`;
    const values = [trainingId, whole, exactly, below, siteId ?? null, wordPatterns(q)];
    const rows = await this.database.query<Row[]>(
      `${registrantsOf(10)} WHERE ${which} AND ($7::text IS NULL OR (r.unit_name || chr(1) || r.name, r.user_id) > ($7, $8::uuid))
       ORDER BY r.unit_name || chr(1) || r.name, r.user_id LIMIT $9`,
      [...values, after?.key ?? null, after?.id ?? null, limit + 1, this.clock.now()],
    );
    const [{ total }] = await this.database.query<[{ total: number }]>(
      `SELECT count(*)::int AS total FROM registrations r WHERE ${which}`,
      values,
    );
    const page = pageOf(rows, limit, ({ key, userId: id }) => ({ key, id }));
    return {
      items: page.items.map(({ key: _key, unitPath: _path, ...row }) => row),
      nextCursor: page.nextCursor,
      total,
    };
  }

  /**
   * All of them or none; who is registered already stays where they are.
   * @throws Failure `trainings.notFound`, `.closed`, `.placesUnknown`, `.personUnknown`, `.full`
   */
  async register({ trainingId, siteId, userIds }: RegisterPeople, caller: Caller): Promise<number> {
    const people = await this.registrants.named(userIds, caller);
    return this.seats.take(siteId, people, caller, (manager) =>
      this.trainings.visible(trainingId, caller, manager),
    );
  }

  /** @throws Failure `trainings.notFound`, `.notRegistered`, `.closed`, `.certified`, `common.notAllowed` */
  async withdraw({ trainingId, userId }: RegistrationRef, caller: Caller): Promise<void> {
    await this.database.transaction(async (manager) => {
      const training = await this.trainings.visible(trainingId, caller, manager);
      const [held] = await manager.query<{ unitPath: string[] }[]>(
        `SELECT unit_path AS "unitPath" FROM registrations WHERE training_id = $1 AND user_id = $2 FOR UPDATE`,
        [trainingId, userId],
      );
      const manages = mayOn(caller, 'trainings.manage', training.unitPath);
      if (!held || !(manages || mayOn(caller, 'trainings.register', held.unitPath))) {
        throw new Failure(trainingErrors.notRegistered, { userId });
      }
      if (!manages && !isRegistering(training, this.clock.now())) throw new Failure(trainingErrors.closed);
      await this.refuseCertified(manager, trainingId, [userId]);
      await manager.query('DELETE FROM registrations WHERE training_id = $1 AND user_id = $2', [
        trainingId,
        userId,
      ]);
      await this.registrants.note(manager, caller, 'trainings.withdraw', training, { userId });
    });
  }

  /** @throws Failure `trainings.notFound`, `.notHeld`, `.notRegistered`, `.certified`, `common.notAllowed` */
  async mark({ trainingId, occurrenceId, marks }: MarkAttendance, caller: Caller): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(async (manager) => {
      const training = await this.trainings.hold(manager, 'trainings.manage', trainingId, caller);
      const sessions = await this.trainings.sessions(manager, trainingId);
      const session = sessions.find((one) => one.occurrenceId === occurrenceId);
      if (!session) throw new Failure(commonFailures.notFound, { occurrenceId });
      if (session.startsAt > now) throw new Failure(trainingErrors.notHeld, { occurrenceId });
      const userIds = marks.map(({ userId }) => userId);
      await this.refuseCertified(manager, trainingId, userIds);
      const [{ known }] = await manager.query<[{ known: number }]>(
        'SELECT count(*)::int AS known FROM registrations WHERE training_id = $1 AND user_id = ANY ($2)',
        [trainingId, userIds],
      );
      if (known !== new Set(userIds).size) throw new Failure(trainingErrors.notRegistered);
      for (const { userId, present } of marks) {
        await manager.query(
          `INSERT INTO training_marks (training_id, user_id, occurrence_id, present, by_user_id, at)
           VALUES ($1, $2, $3, $4, $5, $6)
           ON CONFLICT (training_id, user_id, occurrence_id) DO UPDATE SET present = $4, by_user_id = $5, at = $6`,
          [trainingId, userId, occurrenceId, present, caller.kind === 'user' ? caller.userId : null, now],
        );
      }
      await this.registrants.note(manager, caller, 'trainings.mark', training, {
        occurrenceId,
        present: marks.filter(({ present }) => present).length,
        absent: marks.filter(({ present }) => !present).length,
      });
    });
  }

  /** What a certificate rests on is not changed under it. */
  private async refuseCertified(manager: EntityManager, trainingId: string, userIds: readonly string[]) {
    const certified = await manager.query<unknown[]>(
      'SELECT 1 FROM certificates WHERE training_id = $1 AND user_id = ANY ($2) AND revoked_at IS NULL LIMIT 1',
      [trainingId, userIds],
    );
    if (certified.length > 0) throw new Failure(trainingErrors.certified);
  }
}
