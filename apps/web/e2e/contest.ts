import { body, type Rest } from '@diemcau/client/rest';
import type { System } from '@diemcau/infra/system';
import { idOf } from './furnish.ts';
import { siteOf } from './prepared-meeting.ts';
import { accountOf, signedInRest } from './signed-in-rest.ts';

const minuteMs = 60_000;
const path = '/api/v1/occurrences/{occurrenceId}';
const at = (occurrenceId: string) => ({ params: { path: { occurrenceId } } });

export const jury = ['teacher', 'leader'] as const;

/** A contest that is scheduled and may be started at once. @param site words of its only one. @returns its id */
export async function scheduledContest(system: System, title: string, site: string): Promise<string> {
  const { rest } = await signedInRest(system, accountOf(system, 'departmentAdmin'));
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * minuteMs).toISOString();
  const { id, version } = await body(
    rest.POST('/api/v1/occurrences', {
      body: {
        unitId: (await body(rest.GET('/api/v1/me'))).provinceId,
        kind: 'teacherContest',
        title,
        startsAt: inMinutes(10),
        endsAt: inMinutes(250),
        chairId: await idOf(rest, accountOf(system, 'chair').userName),
        composition: 'Ban giám khảo, giáo viên dự thi, tổ trưởng chuyên môn',
        dispatch: { number: '1042/SGDĐT-GDTrH', date: '2026-11-16', fileId: null },
        sites: [{ siteId: await siteOf(rest, site), role: 'main', expected: 30 }],
        agenda: [{ title: 'Các tiết thi', minutes: 180, unitId: null, dueAt: null }],
      },
    }),
  );
  const sent = await body(rest.POST(`${path}/submit`, { ...at(id), body: { version } }));
  const leader = (await signedInRest(system, accountOf(system, 'leader'))).rest;
  await body(
    leader.POST('/api/v1/meeting-requests/{occurrenceId}/approve', {
      ...at(id),
      body: { version: sent.version },
    }),
  );
  return id;
}

/** By the chair, whatever the connection checks say. */
export async function startContest(system: System, occurrenceId: string): Promise<void> {
  const { rest } = await signedInRest(system, accountOf(system, 'chair'));
  const { version } = await body(rest.GET(path, at(occurrenceId)));
  const override = { reason: 'Đã thử đường truyền bằng điện thoại' };
  await body(rest.POST(`${path}/start`, { ...at(occurrenceId), body: { version, override } }));
}

export async function endContest(system: System, occurrenceId: string): Promise<void> {
  const { rest } = await signedInRest(system, accountOf(system, 'chair'));
  const { version } = await body(rest.GET(path, at(occurrenceId)));
  await body(rest.POST(`${path}/end`, { ...at(occurrenceId), body: { version } }));
}

/** Everybody of the list by one of the jury: for each contestant the points by criterion. */
export async function scoreAll(
  system: System,
  role: (typeof jury)[number],
  occurrenceId: string,
  points: readonly (readonly number[])[],
): Promise<void> {
  const { rest } = await signedInRest(system, accountOf(system, role));
  const { criteria, contestants } = await body(rest.GET(`${path}/scores`, at(occurrenceId)));
  for (const [index, { id }] of contestants.slice(0, points.length).entries()) {
    const given = criteria.map((criterion, n) => ({
      criterionId: criterion.id,
      points: points[index]?.[n] ?? 0,
    }));
    await body(
      rest.POST(`${path}/scores/{contestantId}`, {
        params: { path: { occurrenceId, contestantId: id } },
        body: { points: given },
      }),
    );
  }
}

/** Criteria as the type brings them, two of the jury, these contestants. */
export async function prepareSheet(
  system: System,
  occurrenceId: string,
  contestants: readonly { readonly name: string; readonly unitName: string | null }[],
): Promise<void> {
  const { rest } = await signedInRest(system, accountOf(system, 'departmentAdmin'));
  const { version, criteria } = await body(rest.GET(`${path}/scores`, at(occurrenceId)));
  const juryIds = await idsOf(system, rest);
  await body(
    rest.PUT(`${path}/scores`, {
      ...at(occurrenceId),
      body: { version, criteria, juryIds, contestants: [...contestants] },
    }),
  );
}

const idsOf = (system: System, rest: Rest): Promise<string[]> =>
  Promise.all(jury.map((role) => idOf(rest, accountOf(system, role).userName)));
