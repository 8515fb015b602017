import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import {
  certificateErrors,
  CertificateFacts,
  type CertificateIssued,
} from '@diemcau/contracts/meetings/certificates';
import type { Registration } from '@diemcau/contracts/meetings/trainings-people';
import { defaultZone } from '@diemcau/contracts/meetings/vocabulary';
import { Audit } from '@diemcau/service/audit/audit';
import { Facts } from '@diemcau/service/facts/facts';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { newCode } from './certificate-code.js';
import { registrantsOf } from './registrants.service.js';
import type { TrainingRow } from './training-row.js';
import { TrainingsService } from './trainings.service.js';

type Person = Registration & { readonly unitPath: string[] };
interface Course {
  readonly firstDay: string;
  readonly lastDay: string;
}
const days = new Intl.DateTimeFormat('sv-SE', { timeZone: defaultZone, dateStyle: 'short' });

/** Certificates are issued; numbers have no gaps and never come twice. */
@Injectable()
export class IssuingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly trainings: TrainingsService,
    private readonly facts: Facts,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Asked twice, or by two at once, everybody still gets one.
   * @throws Failure `trainings.notFound`, `certificates.notOver`, `common.notAllowed`
   */
  async issue(trainingId: string, caller: Caller): Promise<number> {
    const now = this.clock.now();
    return this.database.transaction(async (manager) => {
      const training = await this.trainings.hold(manager, 'trainings.manage', trainingId, caller);
      const sessions = await this.trainings.sessions(manager, trainingId);
      const [first, last] = [sessions[0], sessions.at(-1)];
      if (!first || !last || sessions.some(({ endsAt }) => endsAt > now)) {
        throw new Failure(certificateErrors.notOver);
      }
      const course = { firstDay: days.format(first.startsAt), lastDay: days.format(last.startsAt) };
      const people = await manager.query<Person[]>(
        `SELECT * FROM (${registrantsOf(2)} WHERE r.training_id = $1) one
         WHERE complete AND "certificateNumber" IS NULL ORDER BY key, "userId"`,
        [trainingId, now],
      );
      if (people.length > 0) await this.write(manager, training, course, people, now, caller);
      await manager.query(
        `UPDATE trainings SET state = 'done', version = version + 1 WHERE id = $1 AND state = 'open'`,
        [trainingId],
      );
      await this.audit.record(manager, caller, {
        action: 'certificates.issue',
        unitId: training.unitId,
        object: { kind: 'training', id: trainingId },
        after: { issued: people.length },
      });
      return people.length;
    });
  }

  private async write(
    manager: EntityManager,
    training: TrainingRow,
    { firstDay, lastDay }: Course,
    people: readonly Person[],
    now: Date,
    caller: Caller,
  ): Promise<void> {
    const year = Number(days.format(now).slice(0, 4));
    const [{ last }] = await manager.query<[{ last: number }]>(
      `INSERT INTO certificate_counters AS c (unit_id, year, last) VALUES ($1, $2, $3)
       ON CONFLICT (unit_id, year) DO UPDATE SET last = c.last + $3 RETURNING last`,
      [training.unitId, year, people.length],
    );
    const told: CertificateIssued[] = [];
    for (const [i, person] of people.entries()) {
      const no = last - people.length + 1 + i;
      const certificateId = randomUUID();
      const number = `${no}/${year}/CN-TH`;
      await manager.query(
        `INSERT INTO certificates (id, training_id, user_id, issuer_id, year, no, number, code, name, person_unit_id,
           person_unit_path, unit_name, title, issuer_name, first_day, last_day, sessions, issued_at, issued_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
        [
          certificateId,
          training.id,
          person.userId,
          training.unitId,
          year,
          no,
          number,
          newCode(),
          person.name,
          person.unitId,
          person.unitPath,
          person.unitName,
          training.title,
          training.unitName,
          firstDay,
          lastDay,
          person.attended.length,
          now,
          caller.kind === 'user' ? caller.userId : null,
        ],
      );
      const { userId } = person;
      const { title: course, unitName: issuerName } = training;
      told.push({ certificateId, userId, course, firstDay, lastDay, issuerName, number });
    }
    await this.facts.recordAll(manager, CertificateFacts.issued, told);
  }
}
