import { body } from '@diemcau/client/rest';
import type { MeetingKind } from '@diemcau/contracts/meetings/vocabulary';
import type { System } from '@diemcau/infra/system';
import { checkedMeeting } from './checked-meeting.ts';
import { inDays, workdayAfter } from './days.ts';
import { equippedSite } from './equipped-site.ts';
import { preparedMeeting } from './prepared-meeting.ts';
import { accountOf, signedInRest } from './signed-in-rest.ts';

const busy = new WeakMap<System, Promise<void>>();

/** The next weeks as an officer has them before the end of a year: meetings live, scheduled, and being written. Once per system. */
export function busyWeeks(system: System): Promise<void> {
  const known = busy.get(system) ?? fill(system);
  busy.set(system, known);
  return known;
}

const drafts: readonly (readonly [kind: MeetingKind, title: string, days: number, hour: number])[] = [
  ['professionalActivity', 'Sinh hoạt chuyên môn môn Toán', 2, 14],
  ['conference', 'Hội nghị sơ kết học kỳ I', 10, 8],
  ['classObservation', 'Dự giờ trực tuyến cụm Như Thanh', 16, 9],
  ['professionalActivity', 'Sinh hoạt chuyên môn môn Ngữ văn', 16, 14],
  ['demonstrationLesson', 'Tiết dạy minh hoạ STEM lớp 8', 22, 9],
  ['briefing', 'Giao ban các phòng chức năng', 29, 8],
];

async function fill(system: System): Promise<void> {
  await equippedSite(system);
  await preparedMeeting(system);
  await checkedMeeting(system);
  const { rest } = await signedInRest(system, accountOf(system, 'departmentAdmin'));
  const unitId = (await body(rest.GET('/api/v1/me'))).provinceId;
  for (const [kind, title, days, hour] of drafts) {
    const day = workdayAfter(days);
    const [startsAt, endsAt] = [inDays(day, hour), inDays(day, hour + 2)];
    const draft = { unitId, kind, title, startsAt, endsAt, sites: [], agenda: [] };
    await body(rest.POST('/api/v1/occurrences', { body: draft }));
  }
}
