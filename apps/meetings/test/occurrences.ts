import type { UserCaller } from '@diemcau/contracts/core/caller';
import { builtInRoles, type Role } from '@diemcau/contracts/identity/roles';
import type { MakeOccurrence } from '@diemcau/contracts/meetings/occurrences-changes';
import { type Occurrence, OccurrencesClient } from '@diemcau/contracts/meetings/occurrences';
import type { TestBed } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { holding, type Maker, startMeetings } from './meetings.js';

/** A province with a department that plans, and schools with sites. */
export interface Meetings {
  readonly bed: TestBed;
  readonly make: Maker;
  readonly occurrences: OccurrencesClient;
  readonly province: string;
  readonly school: string;
  readonly sibling: string;
  readonly foreign: string;
  /** Plans and changes meetings of the whole province. */
  readonly officer: UserCaller;
  readonly leader: UserCaller;
  readonly chair: UserCaller;
}

export async function startOccurrences(): Promise<Meetings> {
  const { bed, make } = await startMeetings();
  const province = await make.unit('Sở mẫu');
  const [school, sibling] = [
    await make.unit('Trường mẫu một', province),
    await make.unit('Trường mẫu hai', province),
  ];
  const foreign = await make.unit('Sở tỉnh khác');
  const somebody = async (name: string, role: Role, unitId: string) =>
    holding(role, unitId, await make.user(name, unitId));
  return {
    bed,
    make,
    occurrences: bed.client(OccurrencesClient),
    province,
    school,
    sibling,
    foreign,
    officer: await somebody('Nguyễn Văn Mẫu', 'departmentAdmin', province),
    leader: await somebody('Trần Thị Mẫu', 'leader', province),
    chair: await somebody('Lê Văn Mẫu', 'chair', province),
  };
}

/** Somebody with several roles on one unit. */
export const holdingAll = (roles: readonly Role[], unitId: string, userId: string): UserCaller => ({
  ...holding(roles[0] ?? 'attendee', unitId, userId),
  grants: roles.map((role) => ({ role, unitId, subtree: true })),
  roles: Object.fromEntries(roles.map((role) => [role, builtInRoles[role].permissions])),
});

export async function site(
  { bed }: Pick<Meetings, 'bed'>,
  path: readonly string[],
  name = 'Điểm cầu mẫu',
): Promise<string> {
  const id = randomUUID();
  await bed.sql(
    `INSERT INTO meetings.sites (id, unit_id, unit_path, unit_name, name, search, capacity)
     VALUES ($1, $2, $3, 'Đơn vị mẫu', $4, 'x', 60)`,
    [id, path.at(-1), path, `${name} ${id.slice(0, 8)}`],
  );
  return id;
}

let day = 0;
/** A time that no other meeting of the tests has. */
export function anHour(): { startsAt: string; endsAt: string } {
  day += 1;
  const start = Date.UTC(2031, 0, 1, 1) + day * 86_400_000;
  return { startsAt: new Date(start).toISOString(), endsAt: new Date(start + 3_600_000).toISOString() };
}

/** All that a briefing needs to be scheduled (I13). */
export const complete = (
  { province, chair }: Pick<Meetings, 'province' | 'chair'>,
  mainSite: string,
  more: Partial<MakeOccurrence> = {},
): MakeOccurrence => ({
  unitId: province,
  kind: 'briefing',
  title: 'Giao ban mẫu',
  ...anHour(),
  chairId: chair.userId,
  composition: 'Lãnh đạo các đơn vị',
  sites: [{ siteId: mainSite, role: 'main', expected: 30 }],
  agenda: [{ title: 'Báo cáo công tác', unitId: null, minutes: 30, dueAt: null }],
  ...more,
});

/** Made, submitted and approved. */
export async function scheduled(
  meetings: Meetings,
  mainSite: string,
  more: Partial<MakeOccurrence> = {},
): Promise<Occurrence> {
  const { occurrences, officer, leader, bed } = meetings;
  const draft = await occurrences.make(complete(meetings, mainSite, more), officer);
  const pending = await occurrences.submit({ occurrenceId: draft.id, version: draft.version }, officer);
  const { RequestsClient } = await import('@diemcau/contracts/meetings/requests');
  return bed.client(RequestsClient).approve({ occurrenceId: draft.id, version: pending.version }, leader);
}
