import { body } from '@diemcau/client/rest';
import type { System } from '@diemcau/infra/system';
import { inDays } from './days.ts';
import { idOf } from './furnish.ts';
import { siteOf } from './prepared-meeting.ts';
import { accountOf, signedInRest } from './signed-in-rest.ts';

const checked = new WeakMap<System, Promise<CheckedMeeting>>();

export interface CheckedMeeting {
  readonly occurrenceId: string;
  /** Opens the check of its member site, for whoever has it. */
  readonly link: string;
}

/** A meeting to come whose checks are open. Once per system. */
export function checkedMeeting(system: System): Promise<CheckedMeeting> {
  const known = checked.get(system) ?? make(system);
  checked.set(system, known);
  return known;
}

async function make(system: System): Promise<CheckedMeeting> {
  const { rest } = await signedInRest(system, accountOf(system, 'departmentAdmin'));
  const [main, siteId] = [await siteOf(rest, 'trực tuyến Sở'), await siteOf(rest, 'GDTX Như Xuân')];
  const others = [];
  for (const name of ['GDTX thành phố', 'GDTX Thọ Xuân', 'Mường Lát']) others.push(await siteOf(rest, name));
  const { id: roomId } = await body(
    rest.GET('/api/v1/rooms/{slug}', { params: { path: { slug: 'thanh-hoa' } } }),
  );
  const draft = await body(
    rest.POST('/api/v1/occurrences', {
      body: {
        unitId: (await body(rest.GET('/api/v1/me'))).provinceId,
        kind: 'briefing',
        title: 'Giao ban chuẩn bị sơ kết học kỳ',
        startsAt: inDays(14, 14),
        endsAt: inDays(14, 16),
        chairId: await idOf(rest, accountOf(system, 'chair').userName),
        composition: 'Lãnh đạo sở, giám đốc các trung tâm',
        dispatch: { number: '961/SGDĐT-VP', date: '2026-11-20', fileId: null },
        roomId,
        sites: [
          { siteId: main, role: 'main', expected: 10 },
          { siteId, role: 'member', expected: 12 },
          ...others.map((other) => ({ siteId: other, role: 'member' as const, expected: 8 })),
        ],
        agenda: [{ title: 'Công việc chuẩn bị', minutes: 30, dueAt: null, unitId: null }],
      },
    }),
  );
  const at = { params: { path: { occurrenceId: draft.id } } };
  const { version } = await body(
    rest.POST('/api/v1/occurrences/{occurrenceId}/submit', { ...at, body: { version: draft.version } }),
  );
  const leader = (await signedInRest(system, accountOf(system, 'leader'))).rest;
  await body(leader.POST('/api/v1/meeting-requests/{occurrenceId}/approve', { ...at, body: { version } }));
  await body(rest.POST('/api/v1/occurrences/{occurrenceId}/checks/open', at));
  const { token } = await body(
    rest.POST('/api/v1/occurrences/{occurrenceId}/checks/{siteId}/link', {
      params: { path: { occurrenceId: draft.id, siteId } },
    }),
  );
  return { occurrenceId: draft.id, link: `/check#${token}` };
}
