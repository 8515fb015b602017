import type { ReviewReport } from '@diemcau/contracts/meetings/reviews';
import { readRows } from '@diemcau/spreadsheets/read/read-rows';
import { all } from '@diemcau/spreadsheets/testing/all';
import { buffer } from 'node:stream/consumers';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { reportDocx } from '../src/meetings/reports/report-docx.js';
import { reportPdf } from '../src/meetings/reports/report-pdf.js';
import { reportXlsx } from '../src/meetings/reports/report-xlsx.js';
import { paperOfReview } from '../src/meetings/reports/review-paper.js';
import { partOf } from './zip-part.js';

const report: ReviewReport = {
  review: {
    id: 'r',
    unitId: 'u',
    unitName: 'Sở Giáo dục và Đào tạo Mẫu',
    year: 2026,
    title: 'Rà soát phòng họp trực tuyến năm 2026',
    intro: '',
    questions: [],
    deadline: '2026-12-01',
    state: 'closed',
    asked: 1200,
    answered: 1198,
    begun: 1199,
    version: 3,
  },
  parentName: 'Uỷ ban nhân dân tỉnh Mẫu',
  questions: [
    {
      key: 'line',
      kind: 'scale',
      text: 'Đường truyền đáp ứng ở mức nào?',
      count: 1198,
      mean: 4.25,
      sum: null,
      tallies: [{ value: '5', count: 600 }],
      texts: [],
    },
    {
      key: 'words',
      kind: 'text',
      text: 'Đề xuất nâng cấp?',
      count: 1,
      mean: null,
      sum: null,
      tallies: [],
      texts: [{ unitName: 'Trường Mẫu', value: 'Thêm micro.\nĐổi màn hình.' }],
    },
  ],
  training: [],
  plan: [{ course: 'Vận hành thiết bị', month: 8, people: 340, units: 120 }],
  missing: ['Trường Chưa Nộp'],
};
const expected = [
  'UỶ BAN NHÂN DÂN TỈNH MẪU',
  'SỞ GIÁO DỤC VÀ ĐÀO TẠO MẪU',
  'Kết quả rà soát phòng họp trực tuyến năm 2026',
  '1.198 trên 1.200 đơn vị đã nộp phiếu.',
  '1.198 đơn vị; bình quân 4,25',
  '– Trường Mẫu: Thêm micro. Đổi màn hình.',
  'KẾ HOẠCH TẬP HUẤN CÁN BỘ VẬN HÀNH',
  'Vận hành thiết bị (tháng 8)',
  '340 người, 120 đơn vị',
  'Trường Chưa Nộp',
];
const paper = paperOfReview(report);

test('what units answered is a paper for Word, with the training plan that follows from it (HB-10.2)', async () => {
  const text = partOf(await reportDocx(paper), 'word/document.xml').replace(/<[^>]+>/g, '\n');
  for (const words of expected) expect(text).toContain(words);
});

test('the same for Excel', async () => {
  const rows = await all(readRows(await buffer(reportXlsx(paper))));
  const text = rows.flatMap(({ cells }) => cells).join('\n');
  for (const words of expected) expect(text).toContain(words);
});

test('and for printing', async () => {
  const data = new Uint8Array(await buffer(reportPdf(paper)));
  const document = await getDocument({ data, verbosity: 0 }).promise;
  const items = await Promise.all(
    Array.from(
      { length: document.numPages },
      async (_, i) => (await (await document.getPage(i + 1)).getTextContent()).items,
    ),
  );
  const text = items
    .flat()
    .map((item) => ('str' in item ? item.str : ''))
    .join(' ')
    .replace(/\s+/g, ' ');
  for (const words of expected) expect(text).toContain(words);
});
