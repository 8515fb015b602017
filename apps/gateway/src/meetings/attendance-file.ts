import type { Attendance, Interval } from '@diemcau/contracts/meetings/attendance';
import type { SiteRole } from '@diemcau/contracts/meetings/vocabulary';
import { type Cell, xlsxOf } from '@diemcau/spreadsheets/write/xlsx';
import type { Readable } from 'node:stream';

const roles: Readonly<Record<SiteRole, string>> = {
  main: 'Điểm cầu chính',
  standby: 'Điểm cầu dự phòng',
  member: 'Điểm cầu thành viên',
};
const header = (texts: readonly string[]): Cell[] => texts.map((text) => ({ text, look: 'header' }));

/** Two sheets: the sites with what they declared, and everybody whom the room saw. */
export function attendanceXlsx({ title, zone, sites, people, liveFrom, liveUntil }: Attendance): Readable {
  const moment = new Intl.DateTimeFormat('vi-VN', {
    dateStyle: 'short',
    timeStyle: 'medium',
    timeZone: zone,
  });
  const at = (instant: string | null): string => (instant === null ? '' : moment.format(new Date(instant)));
  const spans = (intervals: readonly Interval[]): string =>
    intervals.map(({ from, until }) => `${at(from)} – ${until === null ? '…' : at(until)}`).join('\n');
  const minutes = (seconds: number): string => String(Math.round(seconds / 60));
  const head: Cell[][] = [
    [{ text: title, look: 'header' }],
    [{ text: `Thời gian họp: ${at(liveFrom)} – ${at(liveUntil)}`, look: 'note' }],
  ];
  const bySite = sites.map((site) => [
    site.siteName,
    site.unitName,
    roles[site.role],
    String(site.expected),
    site.headcount === null ? '' : String(site.headcount),
    site.headcounts
      .flatMap(({ reason, headcount }) => (reason === null ? [] : [`${headcount}: ${reason}`]))
      .join('\n'),
    minutes(site.presentS),
    spans(site.intervals),
  ]);
  const byPerson = people.map((person) => [
    person.name ?? '',
    person.unitName ?? '',
    person.guest ? 'Khách' : 'Tài khoản',
    minutes(person.presentS),
    spans(person.intervals),
  ]);
  return xlsxOf([
    {
      name: 'Điểm cầu',
      widths: [32, 32, 20, 10, 10, 30, 12, 40],
      frozenRows: 3,
      rows: [
        ...head,
        header([
          'Điểm cầu',
          'Đơn vị',
          'Vai trò',
          'Dự kiến',
          'Có mặt',
          'Lý do sửa',
          'Số phút',
          'Khoảng thời gian',
        ]),
        ...bySite,
      ],
    },
    {
      name: 'Người vào phòng',
      widths: [32, 32, 12, 12, 40],
      frozenRows: 3,
      rows: [...head, header(['Họ tên', 'Đơn vị', 'Loại', 'Số phút', 'Khoảng thời gian']), ...byPerson],
    },
  ]);
}
