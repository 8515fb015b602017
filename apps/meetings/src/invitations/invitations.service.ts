import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Meeting, nextSequence, nextStep, type Step, type Told } from './following.js';
import * as rows from './rows.js';

interface Followed extends Omit<Meeting, 'told'> {
  readonly id: string;
  readonly version: number;
  readonly seriesId: string | null;
  /** When it would have begun by its series' rule. */
  readonly nominalAt: Date | null;
  readonly chairId: string | null;
  readonly directorId: string | null;
  readonly secretaryId: string | null;
  readonly shown: readonly (string | null)[];
}

/** Makes invitations follow what becomes of a meeting; {@link TellingJob} tells people. */
@Injectable()
export class InvitationsService {
  constructor(private readonly clock: Clock) {}

  /**
   * To be called in the transaction that schedules, moves, changes, postpones or cancels a meeting, or changes its sites or
   * people. What there is to do follows from the rows alone: called again it changes nothing, and what was forgotten is
   * caught by a job. A move raises SEQUENCE and resets answers (I15); a cancellation revokes.
   */
  async follow(manager: EntityManager, occurrenceId: string): Promise<void> {
    const followed = await this.hold(manager, occurrenceId);
    if (!followed) return;
    const now: Meeting = { ...followed, told: JSON.stringify(followed.shown) };
    const before = await this.toldOf(manager, occurrenceId);
    const step = nextStep(now, before);
    if (before || step === 'first') await this.remember(manager, followed, now, before, step);
    switch (step) {
      case 'nothing':
        return;
      case 'revoke':
        return rows.revokeWithMeeting(manager, occurrenceId);
      case 'ask':
        await rows.askAnew(manager, occurrenceId);
        break;
      case 'tell':
        await rows.tellAgain(manager, occurrenceId);
        break;
      case 'first':
      case 'keep':
        break;
    }
    const people = [
      [followed.chairId, 'chair'],
      [followed.directorId, 'director'],
      [followed.secretaryId, 'secretary'],
    ] as const;
    await rows.inviteSites(manager, occurrenceId);
    await rows.invitePeople(manager, occurrenceId, people);
    await rows.revokeGone(manager, occurrenceId, people);
    await rows.revokeIdleDelegates(manager, occurrenceId);
  }

  /** Nobody else changes the meeting until the transaction ends. */
  private async hold(manager: EntityManager, occurrenceId: string): Promise<Followed | undefined> {
    const [followed] = await manager.query<Followed[]>(
      `SELECT o.id, o.state, o.starts_at AS "startsAt", o.ends_at AS "endsAt", o.sequence, o.version,
              o.series_id AS "seriesId", (o.nominal_date + s.starts_at) AT TIME ZONE s.zone AS "nominalAt",
              o.chair_id AS "chairId", o.director_id AS "directorId", o.secretary_id AS "secretaryId",
              ARRAY[o.title, o.kind, o.unit_name, r.slug, o.dispatch_number] AS shown
       FROM occurrences o LEFT JOIN series s ON s.id = o.series_id LEFT JOIN rooms r ON r.id = o.room_id
       WHERE o.id = $1 FOR NO KEY UPDATE OF o`,
      [occurrenceId],
    );
    return followed;
  }

  private async toldOf(manager: EntityManager, occurrenceId: string): Promise<Told | null> {
    const [told] = await manager.query<Told[]>(
      `SELECT starts_at AS "startsAt", ends_at AS "endsAt", sequence, told, revoked
       FROM invited_meetings WHERE occurrence_id = $1`,
      [occurrenceId],
    );
    return told ?? null;
  }

  private async remember(
    manager: EntityManager,
    { id, version, seriesId, nominalAt }: Followed,
    now: Meeting,
    before: Told | null,
    step: Step,
  ): Promise<void> {
    if (before && (step === 'nothing' || (step === 'keep' && now.sequence <= before.sequence))) {
      await manager.query('UPDATE invited_meetings SET version = $2 WHERE occurrence_id = $1', [id, version]);
      return;
    }
    await manager.query(
      `INSERT INTO invited_meetings (occurrence_id, uid, recurrence_at, sequence, starts_at, ends_at, told, version,
                                     revoked, changed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       ON CONFLICT (occurrence_id) DO UPDATE SET sequence = excluded.sequence, starts_at = excluded.starts_at,
         ends_at = excluded.ends_at, told = excluded.told, version = excluded.version, revoked = excluded.revoked,
         changed_at = excluded.changed_at`,
      [
        id,
        `${seriesId ?? id}@diemcau`,
        nominalAt,
        nextSequence(step, now, before),
        now.startsAt,
        now.endsAt,
        now.told,
        version,
        step === 'revoke',
        this.clock.now(),
      ],
    );
  }
}
