import { OccurrenceFacts } from '@diemcau/contracts/meetings/occurrences';
import type { PlannedDate } from '@diemcau/contracts/meetings/recurrence';
import { Facts } from '@diemcau/service/facts/facts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as timeOrderedId } from 'uuid';
import { MeetingTypesService } from '../meeting-types/meeting-types.service.js';
import { BookingService } from './booking.service.js';
import { type HeldDate, heldOf, searchOf, type SeriesToMake, type SiteOf } from './made-rows.js';
import { missingOf } from './needs.js';
import { PartsService } from './parts.service.js';

export interface Made {
  readonly id: string;
  readonly nominal: string;
  readonly startsAt: string;
  /** A room or site of it is taken: a draft that waits for a decision. */
  readonly conflicted: boolean;
}

/** Meetings of series (HB-7.1). */
@Injectable()
export class MakingService {
  constructor(
    private readonly types: MeetingTypesService,
    private readonly parts: PartsService,
    private readonly booking: BookingService,
    private readonly facts: Facts,
  ) {}

  /**
   * Makes what is not made yet: a date of a series exists once, whatever became of it (I11), so this may be repeated and
   * raced. A date whose room or site somebody else has is made without it, as a draft that says so; the others are not
   * concerned. One that has all it needs is scheduled, else a draft (I13).
   * @param dates skipped and waiting ones make nothing
   * @returns those that were made just now
   */
  async make(manager: EntityManager, series: SeriesToMake, dates: readonly PlannedDate[]): Promise<Made[]> {
    const wanted = await this.notMade(manager, series.id, heldOf(dates));
    if (wanted.length === 0) return [];
    const type = await this.types.of(manager, series.unitPath, series.kind);
    const sites = await this.booking.hold(manager, series.template.sites);
    const complete = missingOf(prepared(series, sites), type).length === 0;
    const made = await this.insert(manager, series, wanted, complete ? 'scheduled' : 'draft', type.recording);
    const conflicted = await this.booking.bookSites(manager, made, sites);
    await this.booking.noteRooms(manager, made, series.template.roomId);
    const meetings = made.map((one) => ({ ...one, conflicted: one.roomTaken || conflicted.has(one.id) }));
    await this.draftConflicted(manager, meetings);

    const owner = { id: series.unitId, path: series.unitPath, name: series.unitName };
    await this.parts.ofTemplate(manager, meetings, series.template, owner);
    await this.parts.checklist(manager, meetings, type, owner, () => sites);
    const scheduled = complete ? meetings.filter((one) => !one.conflicted) : [];
    await this.facts.recordAll(
      manager,
      OccurrenceFacts.scheduled,
      scheduled.map(({ id }) => ({ occurrenceId: id, sequence: 0, version: 1, unitId: series.unitId })),
    );
    return meetings.map(({ id, nominal, startsAt, conflicted: waits }) => ({
      id,
      nominal,
      startsAt,
      conflicted: waits,
    }));
  }

  private async notMade(manager: EntityManager, seriesId: string, dates: HeldDate[]): Promise<HeldDate[]> {
    if (dates.length === 0) return [];
    const made = await manager.query<{ nominal: string }[]>(
      `SELECT nominal_date::text AS nominal FROM occurrences WHERE series_id = $1 AND nominal_date = ANY ($2::date[])`,
      [seriesId, dates.map(({ nominal }) => nominal)],
    );
    const there = new Set(made.map(({ nominal }) => nominal));
    return dates.filter(({ nominal }) => !there.has(nominal));
  }

  /** Ids in the order of making: what is made together lies together in every index. By date. With the room where it is free, then the others without it; what another transaction made first is left to it. */
  private async insert(
    manager: EntityManager,
    series: SeriesToMake,
    dates: readonly HeldDate[],
    state: 'scheduled' | 'draft',
    recording: boolean,
  ) {
    const rows = dates.map((date) => ({ id: timeOrderedId(), ...date }));
    const { roomId } = series.template;
    const withRoom = await insertMeetings(manager, series, rows, state, recording, roomId);
    const others = rows.filter(({ id }) => !withRoom.has(id));
    const without =
      others.length === 0 || roomId === null
        ? new Set<string>()
        : await insertMeetings(manager, series, others, state, recording, null);
    return rows
      .filter(({ id }) => withRoom.has(id) || without.has(id))
      .map((row) => ({ ...row, roomTaken: without.has(row.id) }));
  }

  private async draftConflicted(
    manager: EntityManager,
    meetings: readonly { readonly id: string; readonly conflicted: boolean }[],
  ): Promise<void> {
    const ids = meetings.filter(({ conflicted }) => conflicted).map(({ id }) => id);
    if (ids.length === 0) return;
    await manager.query(`UPDATE occurrences SET state = 'draft' WHERE id = ANY ($1)`, [ids]);
  }
}

const prepared = ({ template }: SeriesToMake, sites: readonly SiteOf[]) => ({
  chairId: template.chairId,
  composition: template.composition,
  hasDispatch: template.dispatch !== null,
  hasMainSite: sites.some(({ role }) => role === 'main'),
  hasStandbySite: sites.some(({ role }) => role === 'standby'),
  agendaItems: template.agenda.length,
  conflicts: 0,
});

async function insertMeetings(
  manager: EntityManager,
  series: SeriesToMake,
  dates: readonly (HeldDate & { readonly id: string })[],
  state: string,
  recording: boolean,
  roomId: string | null,
): Promise<ReadonlySet<string>> {
  const { template } = series;
  const rows = await manager.query<{ id: string }[]>(
    `INSERT INTO occurrences (id, series_id, nominal_date, unit_id, unit_path, unit_name, kind, title, search, state, zone,
       starts_at, ends_at, shift, room_id, room_no, chair_id, director_id, secretary_id, composition, dispatch_number,
       dispatch_date, recording, level)
     SELECT date.id, $2, date.nominal, $3, $4, $5, $6, $7, $8, $9, $10, date."startsAt", date."endsAt",
       nullif(date.reason, 'null'), $11, (SELECT no FROM rooms WHERE id = $11), $12, $13, $14, $15, $16, $17, $18, $19
     FROM jsonb_to_recordset($1::jsonb) AS date (id uuid, nominal date, "startsAt" timestamptz, "endsAt" timestamptz,
       reason jsonb)
     ORDER BY date."startsAt"
     ON CONFLICT DO NOTHING RETURNING id`,
    [
      JSON.stringify(dates),
      series.id,
      series.unitId,
      series.unitPath,
      series.unitName,
      series.kind,
      series.title,
      searchOf(series.title),
      state,
      series.zone,
      roomId,
      template.chairId,
      template.directorId,
      template.secretaryId,
      template.composition,
      template.dispatch?.number ?? null,
      template.dispatch?.date ?? null,
      recording,
      series.level,
    ],
  );
  return new Set(rows.map(({ id }) => id));
}
