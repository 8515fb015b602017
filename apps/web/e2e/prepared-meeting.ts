import { body, type Rest } from '@diemcau/client/rest';
import type { System } from '@diemcau/infra/system';
import { inDays } from './days.ts';
import { idOf } from './furnish.ts';
import { accountOf, signedInRest, type SignedInRest } from './signed-in-rest.ts';

const hourMs = 3_600_000;
/** A PDF that says nothing. */
export const emptyPdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

const prepared = new WeakMap<System, Promise<string>>();

/**
 * A scheduled meeting half-way through its preparation: a letter, points in every state, one of them late, a checklist with
 * something late and something done. Once per system.
 * @returns its id
 */
export function preparedMeeting(system: System): Promise<string> {
  const known = prepared.get(system) ?? make(system);
  prepared.set(system, known);
  return known;
}

export async function siteOf(rest: Rest, q: string): Promise<string> {
  const { items } = await body(rest.GET('/api/v1/sites', { params: { query: { q } } }));
  const [first] = items;
  if (!first) throw new Error(`there is no site ${q}`);
  return first.id;
}

/** Kept for an hour at least; what refers to it names its id. */
export async function kept(system: System, { token }: SignedInRest, name: string): Promise<string> {
  const query = new URLSearchParams({ purpose: 'document', name });
  const answer = await fetch(`${system.url}/api/v1/files?${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(emptyPdf),
  });
  if (!answer.ok) throw new Error(`${name} is refused: ${await answer.text()}`);
  return ((await answer.json()) as { id: string }).id;
}

/** The full hour after so many of them, as an instant. */
const inHours = (hours: number): string =>
  new Date(Math.ceil(Date.now() / hourMs + hours) * hourMs).toISOString();

async function make(system: System): Promise<string> {
  const officer = await signedInRest(system, accountOf(system, 'departmentAdmin'));
  const { rest } = officer;
  const [main, centre] = [await siteOf(rest, 'trực tuyến Sở'), await siteOf(rest, 'GDTX Như Xuân')];
  const unitId = (await body(rest.GET('/api/v1/me'))).provinceId;
  const rooms = await body(rest.GET('/api/v1/rooms'));
  const { unitId: centreUnit } = await body(
    rest.GET('/api/v1/sites/{siteId}', { params: { path: { siteId: centre } } }),
  );
  const person = (role: string) => idOf(rest, accountOf(system, role).userName);
  const point = (title: string, minutes: number, dueAt: string | null, ofCentre = true) => ({
    title,
    minutes,
    dueAt,
    unitId: ofCentre ? centreUnit : null,
  });
  const draft = await body(
    rest.POST('/api/v1/occurrences', {
      body: {
        unitId,
        kind: 'briefing',
        title: 'Giao ban công tác giáo dục thường xuyên',
        roomId: rooms.items[0]?.id ?? null,
        startsAt: inDays(8, 8),
        endsAt: inDays(8, 10),
        chairId: await person('chair'),
        secretaryId: await person('secretary'),
        composition: 'Lãnh đạo sở, giám đốc các trung tâm, kế toán',
        dispatch: {
          number: '958/SGDĐT-VP',
          date: '2026-11-16',
          fileId: await kept(system, officer, 'cong-van-958.pdf'),
        },
        sites: [
          { siteId: main, role: 'main', expected: 20 },
          { siteId: centre, role: 'member', expected: 25 },
        ],
        agenda: [
          point('Đánh giá công tác tháng, nhiệm vụ tháng tới', 45, inHours(120), false),
          point('Báo cáo tuyển sinh các lớp liên kết', 20, inHours(72)),
          point('Tham luận: duy trì sĩ số học viên', 15, inHours(48)),
          point('Báo cáo thu chi học kỳ I', 20, inHours(-3)),
          point('Kế hoạch ôn thi tốt nghiệp', 20, inHours(96)),
        ],
      },
    }),
  );
  const at = { params: { path: { occurrenceId: draft.id } } };
  const { version } = await body(
    rest.POST('/api/v1/occurrences/{occurrenceId}/submit', { ...at, body: { version: draft.version } }),
  );
  const leader = (await signedInRest(system, accountOf(system, 'leader'))).rest;
  await body(leader.POST('/api/v1/meeting-requests/{occurrenceId}/approve', { ...at, body: { version } }));
  await preparePoints(system, rest, draft.id);
  await prepareChecklist(rest, draft.id, await person('director'));
  return draft.id;
}

/** The unit submits three of its points; one is approved, one returned. */
async function preparePoints(system: System, rest: Rest, occurrenceId: string): Promise<void> {
  const operator = await signedInRest(system, accountOf(system, 'siteOperator'));
  const { items } = await body(
    operator.rest.GET('/api/v1/occurrences/{occurrenceId}/agenda', { params: { path: { occurrenceId } } }),
  );
  const submit = async (at: number, name: string, note: string | null) => {
    const path = { itemId: items[at]?.id ?? '' };
    const fileIds = [await kept(system, operator, name)];
    const papers = { version: 1, fileIds, note };
    await body(operator.rest.POST('/api/v1/agenda/{itemId}/submit', { params: { path }, body: papers }));
    return { params: { path } };
  };
  const approved = await submit(1, 'tuyen-sinh-lop-lien-ket.pdf', null);
  await body(rest.POST('/api/v1/agenda/{itemId}/approve', { ...approved, body: { version: 2 } }));
  const returned = await submit(2, 'tham-luan-si-so.pdf', null);
  const note = 'Bổ sung số liệu học viên bỏ học theo từng tháng';
  await body(rest.POST('/api/v1/agenda/{itemId}/return', { ...returned, body: { version: 2, note } }));
  await submit(4, 'ke-hoach-on-thi.pdf', 'Đã thống nhất với ba trung tâm cùng cụm.');
}

/** Besides what the type of the meeting brings: something late, somebody's by name. */
async function prepareChecklist(rest: Rest, occurrenceId: string, userId: string): Promise<void> {
  const path = { path: { occurrenceId } };
  const add = (title: string, owner: 'person' | 'ownerUnit', dueAt: string) =>
    body(
      rest.POST('/api/v1/occurrences/{occurrenceId}/checklist', {
        params: path,
        body: { title, owner, unitId: null, userId: owner === 'person' ? userId : null, dueAt },
      }),
    );
  await add('Đặt máy chiếu dự phòng ở hội trường', 'person', inHours(-5));
  const { items } = await add('Gửi công văn cho các điểm cầu', 'ownerUnit', inHours(24));
  const sent = items.find(({ title }) => title === 'Gửi công văn cho các điểm cầu');
  const item = { params: { path: { itemId: sent?.id ?? '' } } };
  await body(rest.PUT('/api/v1/checklist/{itemId}/done', { ...item, body: { done: true } }));
}
