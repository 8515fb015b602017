import { folded } from '@diemcau/contracts/core/folded';
import type { UnitType } from '@diemcau/contracts/identity/units';
import type { MeetingType, TypeChecklistItem } from '@diemcau/contracts/meetings/meeting-types';
import type { PlannedDate } from '@diemcau/contracts/meetings/recurrence';
import type { SeriesTemplate } from '@diemcau/contracts/meetings/series-template';
import type { MeetingKind, SiteRole } from '@diemcau/contracts/meetings/vocabulary';
import { v7 as timeOrderedId } from 'uuid';

/** What a series gives to each of its meetings. */
export interface SeriesToMake {
  readonly id: string;
  readonly unitId: string;
  readonly unitPath: readonly string[];
  readonly unitName: string;
  readonly level: string | null;
  readonly kind: MeetingKind;
  readonly title: string;
  readonly zone: string;
  readonly template: SeriesTemplate;
}

/** A date that is held: neither skipped nor waiting. */
export interface HeldDate {
  readonly nominal: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly reason: PlannedDate['reason'];
}

export const heldOf = (dates: readonly PlannedDate[]): HeldDate[] =>
  dates.flatMap(({ nominal, startsAt, endsAt, reason }) =>
    startsAt !== null && endsAt !== null ? [{ nominal, startsAt, endsAt, reason }] : [],
  );

/** A unit that something is the matter of. */
export interface UnitOf {
  readonly id: string;
  readonly path: readonly string[];
  readonly name: string;
}

/** One that holds meetings: at the level of its type, unless another is chosen (HB-1). */
export interface OwnerOf extends UnitOf {
  readonly type: UnitType;
}

export interface SiteOf {
  readonly siteId: string;
  readonly role: SiteRole;
  readonly expected: number;
  readonly unit: UnitOf;
}

/** One that may be booked: held, not retired. */
export interface HeldSite extends SiteOf {
  /** The site's own when it was held (I20). */
  readonly limit: number;
}

export interface NewMeeting {
  readonly id: string;
  readonly startsAt: string;
}

const dayMs = 86_400_000;
const daysBefore = (startsAt: string, days: number): string =>
  new Date(Date.parse(startsAt) - days * dayMs).toISOString();

export interface AgendaRow {
  readonly id: string;
  readonly occurrence_id: string;
  readonly position: number;
  readonly title: string;
  readonly minutes: number;
  readonly unit_id: string;
  readonly unit_path: readonly string[];
  readonly unit_name: string;
  readonly due_at: string | null;
}

/** @param unitOf the owner, where the item names none or one that is gone */
export const agendaRows = (
  { id, startsAt }: NewMeeting,
  agenda: SeriesTemplate['agenda'],
  unitOf: (unitId: string | null) => UnitOf,
): AgendaRow[] =>
  agenda.map(({ title, minutes, unitId, dueDays }, index) => {
    const unit = unitOf(unitId);
    return {
      id: timeOrderedId(),
      occurrence_id: id,
      position: index + 1,
      title,
      minutes,
      unit_id: unit.id,
      unit_path: unit.path,
      unit_name: unit.name,
      due_at: dueDays === null ? null : daysBefore(startsAt, dueDays),
    };
  });

export interface ChecklistRow {
  readonly id: string;
  readonly occurrence_id: string;
  readonly title: string;
  readonly owner: string;
  readonly unit_id: string;
  readonly unit_path: readonly string[];
  readonly unit_name: string;
  readonly due_at: string;
  readonly days_before: number;
}

const roleOf: Partial<Record<TypeChecklistItem['owner'], SiteRole>> = {
  mainSite: 'main',
  standbySite: 'standby',
  memberSites: 'member',
};

/** An item of each site of the role, of its unit; of parts in the meeting and of the owner one, of the owner's unit. */
export function checklistRows(
  { id, startsAt }: NewMeeting,
  { checklist }: Pick<MeetingType, 'checklist'>,
  owner: UnitOf,
  sites: readonly SiteOf[],
): ChecklistRow[] {
  return checklist.flatMap((item) => {
    const role = roleOf[item.owner];
    const units = role ? sites.filter((site) => site.role === role).map(({ unit }) => unit) : [owner];
    return units.map((unit) => ({
      id: timeOrderedId(),
      occurrence_id: id,
      title: item.title,
      owner: role ? 'unit' : item.owner,
      unit_id: unit.id,
      unit_path: unit.path,
      unit_name: unit.name,
      due_at: daysBefore(startsAt, item.daysBefore),
      days_before: item.daysBefore,
    }));
  });
}

export const searchOf = (title: string): string => folded(title);
