import type { SiteDevice } from '@diemcau/contracts/meetings/equipment';
import type { AnnualReport } from '@diemcau/contracts/meetings/reports';
import type { ReportFigures } from '@diemcau/contracts/meetings/reports-figures';
import { readRows } from '@diemcau/spreadsheets/read/read-rows';
import { all } from '@diemcau/spreadsheets/testing/all';
import { buffer } from 'node:stream/consumers';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { addressOf, labelsPdf } from '../src/meetings/labels-pdf.js';
import { paperOfReport, paperOfRollUp } from '../src/meetings/reports/paper.js';
import { reportDocx } from '../src/meetings/reports/report-docx.js';
import { reportPdf } from '../src/meetings/reports/report-pdf.js';
import { reportXlsx } from '../src/meetings/reports/report-xlsx.js';
import { partOf } from './zip-part.js';

const figures: ReportFigures = {
  meetingsHeld: 12,
  meetingsJoined: 34,
  meetingsCancelled: 1,
  minutesOfUse: 4321,
  expected: 1200,
  present: 1050,
  attendancePercent: 87.5,
  checks: 30,
  checksPassed: 27,
  availabilityPercent: 90,
  sites: 1,
  readinessPercent: null,
  devices: 20,
  devicesBroken: 2,
  maintenances: 5,
  maintenanceVnd: 1_500_000,
  plannedVnd: 12_000_000,
  actualVnd: 11_000_000,
};
const report: AnnualReport = {
  id: 'r',
  unitId: 'u',
  unitName: 'Trung tâm GDTX Mẫu',
  parentName: 'Sở Giáo dục và Đào tạo Mẫu',
  year: 2026,
  state: 'submitted',
  figures,
  sourceHash: '0',
  countedAt: '2026-12-30T01:00:00Z',
  returnReason: null,
  submittedAt: '2027-01-04T18:00:00Z',
  acceptedAt: null,
  publishedAt: null,
  version: 3,
  number: '07',
  symbol: 'BC-GDTX',
  place: 'Như Xuân',
  signerTitle: 'Giám đốc',
  signerName: 'Nguyễn Văn Mẫu',
  recipients: ['Sở GDĐT (để báo cáo)'],
  assessment: 'Phòng họp <ổn định> & hiệu quả.\nĐường truyền tốt.',
  opinions: '',
  proposals: 'Bổ sung 02 micro.',
};
/** What decree 30/2020/NĐ-CP wants to see, and what the year was. */
const expected = [
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'SỞ GIÁO DỤC VÀ ĐÀO TẠO MẪU',
  'TRUNG TÂM GDTX MẪU',
  'Số: 07/BC-GDTX',
  'Như Xuân, ngày 05 tháng 01 năm 2027',
  'BÁO CÁO',
  'Kết quả hoạt động phòng họp trực tuyến năm 2026',
  '4.321',
  '87,5%',
  'Phòng họp <ổn định> & hiệu quả.',
  'Bổ sung 02 micro.',
  'Nơi nhận:',
  '- Sở GDĐT (để báo cáo);',
  '- Lưu: VT.',
  'GIÁM ĐỐC',
  'Nguyễn Văn Mẫu',
];

const unescaped = (xml: string): string =>
  xml
    .replace(/<[^>]+>/g, '\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, i) =>
      (await document.getPage(i + 1)).getTextContent(),
    ),
  );
  return pages
    .flatMap(({ items }) => items.map((item) => ('str' in item ? item.str : '')))
    .join(' ')
    .replace(/\s+/g, ' ');
}

test('the .docx opens and says what the decree asks for (HB-11.4)', async () => {
  const text = unescaped(partOf(await reportDocx(paperOfReport(report)), 'word/document.xml'));
  for (const words of expected) expect(text).toContain(words);
  expect(text).toContain('II. ĐÁNH GIÁ HIỆU QUẢ');
});

test('the .xlsx opens and says the same', async () => {
  const rows = await all(readRows(await buffer(reportXlsx(paperOfReport(report)))));
  const text = rows.flatMap(({ cells }) => cells).join('\n');
  for (const words of expected) expect(text).toContain(words);
});

test('the PDF opens and says the same, in Vietnamese letters', async () => {
  const text = await textOfPdf(await buffer(reportPdf(paperOfReport(report))));
  for (const words of expected) expect(text).toContain(words);
});

test('a roll-up of a thousand units is a paper too, over many pages', async () => {
  const units = Array.from({ length: 1000 }, (_, i) => ({
    unitId: String(i),
    unitName: `Trường Mẫu ${i}`,
    reportId: null,
    state: null,
  }));
  const roll = {
    unitId: 'd',
    unitName: 'Phòng GDĐT Mẫu',
    parentName: 'Sở Mẫu',
    year: 2026,
    figures,
    counted: 3,
    units,
    missing: 997,
  };
  const text = await textOfPdf(await buffer(reportPdf(paperOfRollUp(roll))));
  expect(text).toContain('Tổng hợp từ 3 báo cáo');
  expect(text).toContain('SỞ MẪU PHÒNG GDĐT MẪU');
  expect(text).toContain('Trường Mẫu 999');
  const xml = partOf(await reportDocx(paperOfRollUp(roll)), 'word/document.xml');
  expect(xml).toContain('Trường Mẫu 999');
});

test('labels carry what a device is and the address of its page, 24 to a sheet (HB-6)', async () => {
  const device = (n: number): SiteDevice => ({
    id: String(n),
    code: `7K2M9QX4T8V${n % 10}`,
    itemId: 'i',
    itemName: 'Micro không dây',
    purpose: 'both',
    pictureId: null,
    serialNo: `SN-${n}`,
    acquiredOn: null,
    condition: 'good',
    location: null,
    notes: null,
    siteId: 's',
    siteName: 'Phòng họp Mẫu',
    unitId: 'u',
    unitName: 'Trường Mẫu',
    state: 'active',
    openTasks: 0,
    nextDueOn: null,
    retiredOn: null,
    version: 1,
  });
  const sheet = await buffer(
    labelsPdf(
      Array.from({ length: 25 }, (_, n) => device(n)),
      'https://hop.example/',
    ),
  );
  const text = await textOfPdf(sheet);
  for (const words of ['Micro không dây', 'Số: SN-24', 'Phòng họp Mẫu', '7K2M9QX4T8V3']) {
    expect(text).toContain(words);
  }
  expect(sheet.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(2);
  expect(addressOf('7K2M9QX4T8VD', 'https://hop.example/')).toBe('https://hop.example/d/7K2M9QX4T8VD');
});
