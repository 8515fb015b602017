import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure, type FailureKind } from '@diemcau/contracts/core/failure';
import type { Permission } from '@diemcau/contracts/identity/permissions';
import type { MeetingKind, OccurrenceState } from '@diemcau/contracts/meetings/vocabulary';
import { scopeOf } from '@diemcau/service/auth/scope';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { visibleMeeting } from '../occurrences/occurrences.service.js';

/** A meeting as checks and attendance need it. */
export interface SeenMeeting {
  readonly id: string;
  readonly unitId: string;
  readonly unitPath: string[];
  readonly unitName: string;
  readonly title: string;
  readonly kind: MeetingKind;
  readonly state: OccurrenceState;
  readonly zone: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly roomId: string | null;
}

const columns = `o.id, o.unit_id AS "unitId", o.unit_path AS "unitPath", o.unit_name AS "unitName", o.title, o.kind, o.state,
  o.zone, o.starts_at AS "startsAt", o.ends_at AS "endsAt", o.room_id AS "roomId"`;

@Injectable()
export class MeetingsSeenService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** @throws Failure `missing` where the caller sees neither the meeting's unit nor one of its sites */
  async visible(
    caller: Caller,
    occurrenceId: string,
    missing: FailureKind,
    manager: EntityManager = this.database.manager,
  ): Promise<SeenMeeting> {
    const { exactly, below } = scopeOf(caller, 'meetings.read');
    const [meeting] = await manager.query<SeenMeeting[]>(
      `SELECT ${columns} FROM occurrences o WHERE o.id = $1 AND ($4 OR ${visibleMeeting(2)})`,
      [occurrenceId, exactly, below, caller.kind === 'service'],
    );
    if (!meeting) throw new Failure(missing, { occurrenceId });
    return meeting;
  }

  /** @throws Failure `missing`, `common.notAllowed` without the permission over the meeting's own unit */
  async allowing(
    caller: Caller,
    permission: Permission,
    occurrenceId: string,
    missing: FailureKind,
    manager: EntityManager = this.database.manager,
  ): Promise<SeenMeeting> {
    const meeting = await this.visible(caller, occurrenceId, missing, manager);
    if (!mayOn(caller, permission, meeting.unitPath)) throw new Failure(commonFailures.notAllowed);
    return meeting;
  }
}
