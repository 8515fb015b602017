import { buffer } from 'node:stream/consumers';
import { readRows } from '@diemcau/spreadsheets/read/read-rows';
import { all } from '@diemcau/spreadsheets/testing/all';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js';
import type { Paper } from '../src/meetings/reports/paper.js';
import { reportDocx } from '../src/meetings/reports/report-docx.js';
import { reportPdf } from '../src/meetings/reports/report-pdf.js';
import { reportXlsx } from '../src/meetings/reports/report-xlsx.js';
import { partOf } from './zip-part.js';

/** As long as names become when three centres are merged into one. */
const longName =
  'Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên và Hướng nghiệp huyện Mẫu, tỉnh Mẫu (sáp nhập từ ba trung tâm)';
const states = Array.from({ length: 120 }, (_, i) => [
  String(i + 1),
  i % 9 ? `Trường Mẫu ${i + 1}` : longName,
  'Đã nộp',
]);
const paper: Paper = {
  parent: 'Sở Giáo dục và Đào tạo Mẫu',
  unit: longName,
  number: 'Số: 07/BC-GDTX',
  placeAndDay: 'Như Xuân, ngày 05 tháng 01 năm 2027',
  subject: 'Kết quả hoạt động phòng họp trực tuyến năm 2026',
  sections: [
    {
      title: 'Đánh giá',
      paragraphs: [
        'Đường truyền đáp ứng các cuộc họp giao ban, tập huấn trong cả năm, không cuộc họp nào bị gián đoạn.',
      ],
    },
    {
      title: 'Tình hình nộp báo cáo',
      paragraphs: [],
      table: { header: ['TT', 'Đơn vị', 'Báo cáo'], last: 'words', rows: states },
    },
  ],
  recipients: ['Sở GDĐT (để báo cáo)'],
  signerTitle: 'GIÁM ĐỐC',
  signerName: 'Nguyễn Văn Mẫu',
};

const millimetres = (points: number): number => (points * 25.4) / 72;
const ofTwips = (twips: string | undefined): number => millimetres(Number(twips) / 20);
const attribute = (xml: string, tag: string, name: string): string | undefined =>
  new RegExp(`<${tag}\\b[^>]*\\b${name}="([^"]*)"`).exec(xml)?.[1];
const within = (value: number, least: number, most: number): void => {
  expect(value).toBeGreaterThanOrEqual(least);
  expect(value).toBeLessThanOrEqual(most);
};

describe('the paper for Word (decree 30/2020/NĐ-CP, annex I)', () => {
  let document: string;
  let styles: string;
  let file: Buffer;
  beforeAll(async () => {
    file = await reportDocx(paper);
    [document, styles] = [partOf(file, 'word/document.xml'), partOf(file, 'word/styles.xml')];
  });

  test('is A4 with the margins of the decree', () => {
    expect(Math.round(ofTwips(attribute(document, 'w:pgSz', 'w:w')))).toBe(210);
    expect(Math.round(ofTwips(attribute(document, 'w:pgSz', 'w:h')))).toBe(297);
    const margin = (side: string): number => ofTwips(attribute(document, 'w:pgMar', `w:${side}`));
    within(margin('top'), 20, 25);
    within(margin('bottom'), 20, 25);
    within(margin('left'), 30, 35);
    within(margin('right'), 15, 20);
  });

  test('is in Times New Roman, 14 points, with words set to both margins', () => {
    expect(attribute(styles, 'w:rFonts', 'w:ascii')).toBe('Times New Roman');
    expect(attribute(styles, 'w:sz', 'w:val')).toBe('28');
    const words = /<w:p>(?:(?!<\/w:p>).)*Đường truyền đáp ứng/.exec(document)?.[0];
    expect(words).toContain('<w:jc w:val="both"/>');
    expect(words).toContain('<w:sz w:val="28"/>');
  });

  test('has no size beyond 11 to 14 points', () => {
    const sizes = [...document.matchAll(/<w:sz w:val="(\d+)"/g)].map(([, size]) => Number(size) / 2);
    within(Math.min(...sizes), 11, 14);
    within(Math.max(...sizes), 11, 14);
  });

  test('repeats the header of its table and tears no row', () => {
    const table = document.slice(document.indexOf('<w:t xml:space="preserve">TT<') - 2000);
    expect(table).toContain('<w:tblHeader/>');
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(document.match(/<w:cantSplit\/>/g)?.length).toBeGreaterThanOrEqual(states.length + 1);
  });

  test('draws its lines instead of writing underscores, and numbers every page but the first', () => {
    expect(document).not.toContain('__');
    // Below the unit’s name, the motto and the subject.
    expect(document.match(/<w:pBdr><w:top/g)).toHaveLength(3);
    expect(document).toContain('<w:titlePg/>');
    const headers = ['word/header1.xml', 'word/header2.xml'].map((part) => partOf(file, part));
    expect(headers.filter((header) => header.includes('PAGE'))).toHaveLength(1);
  });

  test('has the number and the day on one line, the day in italics', () => {
    const row = /<w:tr\b(?:(?!<\/w:tr>).)*Số: 07\/BC-GDTX(?:(?!<\/w:tr>).)*/.exec(document)?.[0] ?? '';
    expect(row).toContain('<w:i/>');
    expect(row).toContain('ngày 05 tháng 01 năm 2027');
  });
});

describe('the printed paper', () => {
  interface Printed {
    readonly pages: readonly (readonly TextItem[])[];
    readonly size: readonly number[];
  }
  let printed: Printed;
  beforeAll(async () => {
    const data = new Uint8Array(await buffer(reportPdf(paper)));
    const document = await getDocument({ data, verbosity: 0 }).promise;
    const pages: TextItem[][] = [];
    let size: readonly number[] = [];
    for (let n = 1; n <= document.numPages; n += 1) {
      const page = await document.getPage(n);
      size = page.view;
      const { items } = await page.getTextContent();
      pages.push(items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : [])));
    }
    printed = { pages, size };
  });
  const place = ({ transform, width }: TextItem) => {
    const [x, y] = [Number(transform[4]), Number(transform[5])];
    return { left: millimetres(x), right: 210 - millimetres(x + width), fromBelow: millimetres(y) };
  };

  test('is A4, and nothing but the page’s number stands in a margin', () => {
    expect(printed.size.map((side) => Math.round(millimetres(side)))).toEqual([0, 0, 210, 297]);
    for (const [i, page] of printed.pages.entries()) {
      for (const item of page.filter(({ str }) => str !== String(i + 1) || i === 0)) {
        const { left, right, fromBelow } = place(item);
        expect(left).toBeGreaterThan(29.9);
        expect(right).toBeGreaterThan(14.9);
        within(fromBelow, 20, 277);
      }
    }
  });

  test('numbers every page but the first, in the middle of the upper margin', () => {
    expect(printed.pages.length).toBeGreaterThan(3);
    const above = printed.pages.map((page) => page.filter((item) => place(item).fromBelow > 278));
    expect(above.map((items) => items.map(({ str }) => str))).toEqual(
      printed.pages.map((_, i) => (i === 0 ? [] : [String(i + 1)])),
    );
  });

  test('repeats the header of its table on every page that has a row of it', () => {
    for (const page of printed.pages) {
      const texts = page.map(({ str }) => str);
      const rows = texts.filter((text) => text === 'Đã nộp').length;
      expect(texts.filter((text) => text === 'Báo cáo')).toHaveLength(rows > 0 ? 1 : 0);
    }
    const all120 = printed.pages.flat().filter(({ str }) => str === 'Đã nộp');
    expect(all120).toHaveLength(120);
  });

  test('is set in 11 to 14 points, and keeps addressees and signature on one page', () => {
    const heights = printed.pages.flat().map(({ height }) => height);
    within(Math.min(...heights), 11, 14);
    within(Math.max(...heights), 11, 14);
    const pageOf = (text: string) => printed.pages.findIndex((page) => page.some(({ str }) => str === text));
    expect(pageOf('GIÁM ĐỐC')).toBeGreaterThan(0);
    expect([pageOf('Nơi nhận:'), pageOf('Nguyễn Văn Mẫu')]).toEqual([pageOf('GIÁM ĐỐC'), pageOf('GIÁM ĐỐC')]);
  });
});

describe('the workbook', () => {
  let file: Buffer;
  beforeAll(async () => {
    file = await buffer(reportXlsx(paper));
  });

  test('is printed on A4 as wide as the page, with the margins of the decree', () => {
    const sheet = partOf(file, 'xl/worksheets/sheet1.xml');
    expect(attribute(sheet, 'pageSetup', 'paperSize')).toBe('9');
    expect(attribute(sheet, 'pageSetup', 'fitToWidth')).toBe('1');
    expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>');
    const margin = (side: string): number => Number(attribute(sheet, 'pageMargins', side)) * 25.4;
    expect(['top', 'bottom', 'left', 'right'].map((side) => Math.round(margin(side)))).toEqual([
      20, 20, 30, 15,
    ]);
    expect(partOf(file, 'xl/styles.xml').match(/name val="(?!Times New Roman)/g)).toBeNull();
  });

  test('has a long table on a sheet of its own, whose header stays in sight and on every page', async () => {
    expect(partOf(file, 'xl/workbook.xml')).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="1">'Biểu 2'!$1:$1</definedName>`,
    );
    const sheet = partOf(file, 'xl/worksheets/sheet2.xml');
    expect(attribute(sheet, 'pane', 'state')).toBe('frozen');
    expect(sheet).toContain('Trường Mẫu 120');
    const text = (await all(readRows(file))).flatMap(({ cells }) => cells).join('\n');
    expect(text).toContain('(Kèm theo bảng tại trang tính “Biểu 2”)');
    expect(text).toContain('GIÁM ĐỐC');
  });
});
