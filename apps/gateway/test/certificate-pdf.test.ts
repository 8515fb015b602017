import type { CertificateFace } from '@diemcau/contracts/meetings/certificates';
import { buffer } from 'node:stream/consumers';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { certificatePdf, certificatesPdf } from '../src/meetings/certificate-pdf.js';

const usual: CertificateFace = {
  number: '0012/2026/CN-SGDĐT',
  code: '7K3M-9QPX-2RTA',
  name: 'Nguyễn Thị Thí Dụ',
  unitName: 'Trường Tiểu học Mẫu',
  title: 'Dạy học trực tuyến với bảng tương tác',
  firstDay: '2026-07-15',
  lastDay: '2026-08-20',
  sessions: 6,
  issuerName: 'SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH MẪU',
  issuedAt: '2026-11-20T01:00:00Z',
  state: 'valid',
  revokedAt: null,
};
const words = (text: string, length: number): string => text.repeat(length).slice(0, length).trim();
/** As long as the contracts allow. */
const longest: CertificateFace = {
  ...usual,
  name: words('Nguyễn Phương ', 120),
  unitName: words('Trung tâm Giáo dục nghề nghiệp ', 200),
  title: words('Bồi dưỡng năng lực ứng dụng công nghệ thông tin ', 200),
  issuerName: words('SỞ GIÁO DỤC VÀ ĐÀO TẠO ', 200),
};

interface Placed {
  readonly text: string;
  readonly y: number;
  readonly size: number;
  readonly from: number;
  readonly to: number;
}
async function placed(face: CertificateFace): Promise<Placed[]> {
  const data = new Uint8Array(await buffer(certificatePdf(face, 'https://hop.example')));
  const document = await getDocument({ data, useSystemFonts: false }).promise;
  const { items } = await (await document.getPage(1)).getTextContent();
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [size = 0, , , , x = 0, y = 0] = item.transform as number[];
    return [{ text: item.str, y, size, from: x, to: x + item.width }];
  });
}

test.each([
  ['usual', usual],
  ['longest', longest],
])(
  'no two lines of a certificate with %s words lie upon each other, and all stay in the frame (DA-1a)',
  async (_, face) => {
    const lines = await placed(face);
    const met = lines.flatMap((one, i) =>
      lines
        .slice(i + 1)
        .filter(
          (other) =>
            Math.abs(one.y - other.y) > 1 &&
            Math.abs(one.y - other.y) < Math.max(one.size, other.size) * 0.8 &&
            one.from < other.to &&
            other.from < one.to,
        )
        .map((other) => `${one.text} / ${other.text}`),
    );
    expect(met).toEqual([]);
    for (const { from, to, y } of lines) {
      expect([from > 36, to < 806, y > 36, y < 560]).toEqual([true, true, true, true]);
    }
    expect(lines.map(({ text }) => text).join(' ')).toContain('7K3M-9QPX-2RTA');
  },
);

test('all certificates of an event are one file with a page for each (DA-1a)', async () => {
  const faces = Array.from({ length: 200 }, (_, i) => ({ ...usual, number: `${i + 1}/2026/CN-TH` }));
  const data = new Uint8Array(await buffer(certificatesPdf(faces, 'https://hop.example')));
  const document = await getDocument({ data, useSystemFonts: false }).promise;
  expect(document.numPages).toBe(200);
  const { items } = await (await document.getPage(200)).getTextContent();
  expect(items.map((item) => ('str' in item ? item.str : '')).join(' ')).toContain('200/2026/CN-TH');
});
