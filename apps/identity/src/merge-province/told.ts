import { Failure } from '@diemcau/contracts/core/failure';
import { unitEventErrors } from '@diemcau/contracts/identity/unit-event-errors';
import { unitErrors } from '@diemcau/contracts/identity/units';
import type { DataSource } from 'typeorm';
import type { Merge } from './asked.js';
import type { Merged, Previewed } from './merging.js';
import type { KnownMerge } from './provinces.js';

const both = (vi: string, en: string): string => `${vi}\n${en}\n`;

/** Most codes shown one by one. */
const mostShown = 20;

const knownText = ({ state, effectiveOn, intoName, intoCode }: KnownMerge): string =>
  state === 'planned'
    ? both(
        `Việc này đã lên kế hoạch: sáp nhập vào ${intoName} (${intoCode}) từ ${effectiveOn}. Không làm gì thêm.`,
        `This is planned already: part of ${intoName} (${intoCode}) from ${effectiveOn}. Nothing more was done.`,
      )
    : both(
        `Việc này đã làm rồi: tỉnh đã sáp nhập vào ${intoName} (${intoCode}) từ ${effectiveOn}. Không làm gì thêm.`,
        `This is done already: part of ${intoName} (${intoCode}) since ${effectiveOn}. Nothing more was done.`,
      );

export function previewText(previewed: Previewed, { effectiveOn }: Merge): string {
  if (previewed.outcome === 'known') return knownText(previewed.known);
  const { from, into, preview } = previewed;
  const recoded = preview.units.filter(
    ({ unitId, before, after }) => unitId !== into.id && before && before.code !== after.code,
  );
  const codes = recoded.slice(0, mostShown).map(({ before, after }) => `    ${before?.code} → ${after.code}`);
  return [
    both(
      `Xem trước, chưa ghi gì: từ ${effectiveOn}, ${from.name} (${from.code}) sáp nhập vào ${into.name} (${into.code}).`,
      `Only a preview, nothing is written: from ${effectiveOn}, ${from.name} (${from.code}) is part of ${into.name} (${into.code}).`,
    ),
    `  đơn vị đổi chỗ · units that move                 ${preview.moved}`,
    `  đơn vị đóng lại · units that close               ${preview.closed}`,
    `  người của sở chuyển sang · people handed over    ${preview.people}`,
    `  vai trò ở lại đơn vị đã đóng · roles left behind ${preview.grants}`,
    `  mã phải thêm hậu tố · codes that get a suffix    ${preview.recoded}`,
    ...codes,
    ...(recoded.length > mostShown ? [`    … +${recoded.length - mostShown}`] : []),
    '',
    both('Để làm thật: chạy lại, thêm --yes.', 'To do it: run it again with --yes.'),
  ].join('\n');
}

export function mergedText(merged: Merged): string {
  if (merged.outcome === 'known') return knownText(merged.known);
  const { effectiveOn, state } = merged.event;
  return state === 'planned'
    ? both(
        `Đã lên kế hoạch: có hiệu lực từ ${effectiveOn}, tự diễn ra vào ngày đó. Huỷ được tới lúc ấy bằng --cancel.`,
        `Planned: it takes effect by itself on ${effectiveOn}. Until then --cancel takes it back.`,
      )
    : both(
        `Đã sáp nhập, có hiệu lực từ ${effectiveOn}. Vai trò ở sở cũ ở lại đó: quản trị tỉnh tiếp nhận giao vai trò mới.`,
        `Merged, with effect from ${effectiveOn}. Roles of the former department stay there: the successor's admins give new ones.`,
      );
}

export const plannedText = ({ effectiveOn, intoName, intoCode }: KnownMerge): string =>
  both(
    `Kế hoạch sáp nhập vào ${intoName} (${intoCode}) từ ${effectiveOn} sẽ bị huỷ. Để làm thật: chạy lại, thêm --yes.`,
    `The planned merge into ${intoName} (${intoCode}) on ${effectiveOn} would be taken back. To do it: run it again with --yes.`,
  );

export const cancelledText = ({ effectiveOn }: KnownMerge): string =>
  both(
    `Đã huỷ việc sáp nhập dự định ngày ${effectiveOn}.`,
    `The merge planned for ${effectiveOn} is taken back.`,
  );

/** What to do about a refusal; the others speak for themselves. */
const advice: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  [unitEventErrors.laterEvents.code]: [
    'Hãy chọn --on từ ngày đó trở đi, hoặc huỷ sự kiện về sau của đơn vị này trước.',
    'Choose --on from that day, or cancel the unit’s later event first.',
  ],
  [unitEventErrors.tooEarly.code]: [
    'Hãy chọn --on từ ngày đơn vị này được thành lập trở đi.',
    'Choose --on from the day on which this unit was founded.',
  ],
  [unitEventErrors.wrongType.code]: [
    'Hãy đính chính loại của đơn vị này, hoặc thêm loại cho tỉnh, rồi chạy lại.',
    'Correct the type of this unit, or add the type to the province, and run it again.',
  ],
  [unitEventErrors.sameUnit.code]: ['--from và --into phải khác nhau.', '--from and --into must differ.'],
  [unitErrors.changed.code]: [
    'Tỉnh vừa được sửa: hãy chạy lại.',
    'The province was just changed: run it again.',
  ],
};

/** A refusal with the units and the day it is about. */
export async function refusalText(database: DataSource, { kind, details }: Failure): Promise<string> {
  const { unitId, unitIds, on } = details;
  const ids = [unitId, ...(Array.isArray(unitIds) ? (unitIds as unknown[]) : [])].filter(
    (id) => typeof id === 'string',
  );
  const units = await database.query<{ code: string; name: string }[]>(
    'SELECT code, name FROM units WHERE id = ANY ($1) ORDER BY search LIMIT 20',
    [ids],
  );
  const about = [
    ...units.map(({ code, name }) => `${name} (${code})`),
    ...(typeof on === 'string' ? [on] : []),
  ];
  const tail = about.length > 0 ? `: ${about.join(', ')}` : '';
  const [vi = '', en = ''] = advice[kind.code] ?? [];
  return both(`${kind.vi}${tail}. ${vi}`.trim(), `${kind.en}${tail}. ${en}`.trim());
}
