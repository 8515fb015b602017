import type { AnnualReport, ReportRollUp } from '@diemcau/contracts/meetings/reports';
import { figureLines } from './figure-lines.js';

/** Three columns: the row's number, a name, and figures or words about it. */
export interface PaperTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly last: 'figures' | 'words';
}

/** A part of a report under a roman numeral. */
export interface PaperSection {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly table?: PaperTable;
}

/** An official report as decree 30/2020/NĐ-CP lays it out, whatever it is printed as. */
export interface Paper {
  readonly parent: string | null;
  readonly unit: string;
  readonly number: string;
  readonly placeAndDay: string;
  readonly subject: string;
  readonly sections: readonly PaperSection[];
  readonly recipients: readonly string[];
  readonly signerTitle: string;
  readonly signerName: string;
}

export const nation = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const motto = 'Độc lập - Tự do - Hạnh phúc';
export const kind = 'BÁO CÁO';

const number = new Intl.NumberFormat('vi-VN');
const inVietnam = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** Days below 10 and the first two months carry a nought, lest a stroke be added (decree 30, annex I). */
export function writtenDay(instant: string | null, year: number): string {
  if (instant === null) return `ngày … tháng … năm ${year}`;
  const [y, m, d] = inVietnam.format(new Date(instant)).split('-');
  return `ngày ${d} tháng ${Number(m) > 2 ? Number(m) : m} năm ${y}`;
}

const paragraphsOf = (text: string): string[] => {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.length > 0 ? lines : ['Không có.'];
};

/** A table without rows is said in words. */
export const tableSection = (
  title: string,
  table: PaperTable,
  paragraphs: readonly string[] = [],
): PaperSection =>
  table.rows.length > 0
    ? { title, paragraphs, table }
    : { title, paragraphs: paragraphs.length > 0 ? paragraphs : ['Không có.'] };

const figureTable = (figures: AnnualReport['figures']): PaperTable => ({
  last: 'figures',
  header: ['TT', 'Nội dung', 'Số liệu'],
  rows: figureLines(figures).map(([name, value], i) => [String(i + 1), name, value]),
});

export const paperOfReport = (report: AnnualReport): Paper => ({
  parent: report.parentName,
  unit: report.unitName,
  number: `Số: ${report.number ?? '…'}/${report.symbol ?? 'BC'}`,
  placeAndDay: `${report.place ?? '…'}, ${writtenDay(report.submittedAt, report.year)}`,
  subject: `Kết quả hoạt động phòng họp trực tuyến năm ${report.year}`,
  sections: [
    { title: 'Số liệu trong năm', paragraphs: [], table: figureTable(report.figures) },
    { title: 'Đánh giá hiệu quả', paragraphs: paragraphsOf(report.assessment) },
    { title: 'Ý kiến', paragraphs: paragraphsOf(report.opinions) },
    { title: 'Đề xuất, kiến nghị', paragraphs: paragraphsOf(report.proposals) },
  ],
  recipients: report.recipients,
  signerTitle: (report.signerTitle ?? 'THỦ TRƯỞNG ĐƠN VỊ').toLocaleUpperCase('vi'),
  signerName: report.signerName ?? '',
});

const states: Readonly<Record<NonNullable<ReportRollUp['units'][number]['state']>, string>> = {
  draft: 'Đang lập',
  submitted: 'Đã nộp',
  returned: 'Bị trả lại',
  accepted: 'Đã tiếp nhận',
  published: 'Đã công bố',
};

/** What the units below reported, as one report of the unit above. */
export const paperOfRollUp = ({
  parentName,
  unitName,
  year,
  figures,
  counted,
  units,
  missing,
}: ReportRollUp): Paper => ({
  parent: parentName,
  unit: unitName,
  number: 'Số: …/BC',
  placeAndDay: `…, ${writtenDay(null, year)}`,
  subject: `Tổng hợp hoạt động phòng họp trực tuyến của các đơn vị năm ${year}`,
  sections: [
    {
      title: 'Số liệu tổng hợp',
      paragraphs: [
        `Tổng hợp từ ${number.format(counted)} báo cáo đã tiếp nhận hoặc công bố; ${number.format(missing)} đơn vị chưa nộp báo cáo.`,
      ],
      table: figureTable(figures),
    },
    tableSection('Tình hình nộp báo cáo', {
      last: 'words',
      header: ['TT', 'Đơn vị', 'Báo cáo'],
      rows: units.map((unit, i) => [
        String(i + 1),
        unit.unitName,
        unit.state === null ? 'Chưa lập' : states[unit.state],
      ]),
    }),
  ],
  recipients: [],
  signerTitle: 'THỦ TRƯỞNG ĐƠN VỊ',
  signerName: '',
});
