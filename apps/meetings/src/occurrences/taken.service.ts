import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { occurrenceErrors } from '@diemcau/contracts/meetings/occurrences-errors';
import { scopeOf } from '@diemcau/service/auth/scope';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { visibleMeeting } from './occurrences.service.js';

/** What a change meant to hold, to say afterwards who has it. */
export interface WantedBooking {
  /** Null for one that is made. */
  readonly occurrenceId: string | null;
  readonly siteIds: readonly string[];
  readonly roomId: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

interface Taken {
  readonly objectId: string;
  readonly name: string;
  readonly occurrenceId: string | null;
  readonly title: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

interface Fault {
  readonly code?: string;
  readonly constraint?: string;
}
const faultOf = (error: unknown): Fault =>
  (error as { driverError?: Fault } | null)?.driverError ?? (error as Fault | null) ?? {};

const deadlock = '40P01';
const tries = 4;

/** Transactions that book: what the database refuses becomes a failure that says who has it. */
@Injectable()
export class TakenService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /**
   * Runs the work in a transaction, again where PostgreSQL ended a deadlock with it.
   * @param wanted filled by the work
   * @throws Failure `occurrences.siteTaken`, `.roomTaken`, `.tooManyPeople`, `.reported`
   */
  async booking<T>(
    caller: Caller,
    work: (manager: EntityManager, wants: (wanted: WantedBooking) => void) => Promise<T>,
  ): Promise<T> {
    let wanted: WantedBooking | undefined;
    for (let left = tries; ; left -= 1) {
      try {
        return await this.database.transaction((manager) =>
          work(manager, (now) => {
            wanted = now;
          }),
        );
      } catch (error) {
        if (faultOf(error).code === deadlock && left > 1) continue;
        throw await this.translated(error, wanted, caller);
      }
    }
  }

  private async translated(
    error: unknown,
    wanted: WantedBooking | undefined,
    caller: Caller,
  ): Promise<unknown> {
    const { constraint } = faultOf(error);
    switch (constraint) {
      case 'occurrence_sites_free':
        return new Failure(occurrenceErrors.siteTaken, {
          by: wanted ? await this.sites(wanted, caller) : [],
        });
      case 'occurrences_room_free':
        return new Failure(occurrenceErrors.roomTaken, {
          by: wanted ? await this.rooms(wanted, caller) : [],
        });
      case 'occurrence_sites_headcount':
        return new Failure(occurrenceErrors.tooManyPeople);
      case 'occurrence_sites_pkey':
      case 'occurrence_sites_main':
      case 'occurrence_sites_standby':
        return new Failure(occurrenceErrors.twoSites);
      case 'occurrences_reported':
        return new Failure(occurrenceErrors.reported);
      case 'live_sessions_room':
        return new Failure(occurrenceErrors.roomBusy);
      default:
        return error;
    }
  }

  private sites(wanted: WantedBooking, caller: Caller) {
    return this.taken(
      `occurrence_sites held JOIN occurrences o ON o.id = held.occurrence_id JOIN sites object ON object.id = held.site_id
       WHERE held.site_id = ANY ($1) AND held.booked AND held.during && tstzrange($2, $3)`,
      wanted.siteIds,
      wanted,
      caller,
    );
  }

  private rooms(wanted: WantedBooking, caller: Caller) {
    return this.taken(
      `occurrences o JOIN rooms object ON object.id = o.room_id
       WHERE o.room_id = ANY ($1) AND o.booked AND o.during && tstzrange($2, $3)`,
      wanted.roomId === null ? [] : [wanted.roomId],
      wanted,
      caller,
    );
  }

  /** Which meeting, only to who may see it; when, to everybody. */
  private async taken(from: string, ids: readonly string[], wanted: WantedBooking, caller: Caller) {
    const { exactly, below } = scopeOf(caller, 'meetings.read');
    const rows = await this.database.query<Taken[]>(
      `SELECT object.id AS "objectId", object.name, CASE WHEN ${visibleMeeting(5)} THEN o.id END AS "occurrenceId",
         CASE WHEN ${visibleMeeting(5)} THEN o.title END AS title, o.starts_at AS "startsAt", o.ends_at AS "endsAt"
       FROM ${from} AND o.id IS DISTINCT FROM $4::uuid ORDER BY o.starts_at LIMIT 20`,
      [ids, wanted.startsAt, wanted.endsAt, wanted.occurrenceId, exactly, below],
    );
    return rows.map((row) => ({
      ...row,
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
    }));
  }
}
