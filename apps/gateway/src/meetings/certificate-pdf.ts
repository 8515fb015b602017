import type { CertificateFace } from '@diemcau/contracts/meetings/certificates';
import { createRequire } from 'node:module';
import type { Readable } from 'node:stream';
// oxlint-disable-next-line import/no-named-as-default -- its types know no other
import PDFDocument from 'pdfkit';

const { resolve } = createRequire(import.meta.url);
const font = (file: string): string => resolve(`@expo-google-fonts/be-vietnam-pro/${file}`);
const fonts = {
  regular: font('400Regular/BeVietnamPro_400Regular.ttf'),
  bold: font('600SemiBold/BeVietnamPro_600SemiBold.ttf'),
};
/** A4 landscape in points. */
const page = { width: 841.89, height: 595.28 };
const inner = { x: 90, width: page.width - 180 };

const day = (date: string): string => date.split('-').reverse().join('/');
const writtenDay = (instant: string): string => {
  const [d, m, y] = new Intl.DateTimeFormat('vi-VN', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'Asia/Ho_Chi_Minh',
  })
    .format(new Date(instant))
    .split('/');
  return `ngày ${d} tháng ${m} năm ${y}`;
};

/**
 * A certificate to print and sign. It proves nothing by itself: who doubts it looks the code up.
 * @param address of this installation, as people type it
 */
export function certificatePdf(face: CertificateFace, address: string): Readable {
  const document = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin: 0,
    info: { Title: `Chứng nhận ${face.number}` },
    lang: 'vi',
  });
  for (const [name, source] of Object.entries(fonts)) document.registerFont(name, source);
  frame(document);
  words(document, face);
  foot(document, face, address);
  if (face.state === 'revoked') struck(document);
  document.end();
  return document;
}

function frame(document: PDFKit.PDFDocument): void {
  document
    .lineWidth(2)
    .rect(28, 28, page.width - 56, page.height - 56)
    .stroke('#0f766e');
  document
    .lineWidth(0.7)
    .rect(36, 36, page.width - 72, page.height - 72)
    .stroke('#0f766e');
}

function words(document: PDFKit.PDFDocument, face: CertificateFace): void {
  const line = (text: string, y: number, size: number, name: keyof typeof fonts, color = '#1f2937'): void => {
    document
      .font(name)
      .fontSize(size)
      .fillColor(color)
      .text(text, inner.x, y, { width: inner.width, align: 'center' });
  };
  line('CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM', 58, 11, 'bold');
  line('Độc lập – Tự do – Hạnh phúc', 75, 11, 'bold');
  line(face.issuerName, 112, 13, 'regular');
  line('GIẤY CHỨNG NHẬN', 140, 30, 'bold', '#0f766e');
  line('Chứng nhận', 200, 12, 'regular');
  line(face.name, 222, 26, 'bold');
  line(`Đơn vị công tác: ${face.unitName}`, 264, 12, 'regular');
  line('đã hoàn thành lớp tập huấn', 292, 12, 'regular');
  line(face.title, 314, 18, 'bold');
  const days =
    face.firstDay === face.lastDay
      ? `ngày ${day(face.firstDay)}`
      : `từ ngày ${day(face.firstDay)} đến ngày ${day(face.lastDay)}`;
  line(`${days} · ${face.sessions} buổi`, 372, 12, 'regular');
}

function foot(document: PDFKit.PDFDocument, face: CertificateFace, address: string): void {
  document.font('regular').fontSize(10).fillColor('#1f2937');
  document.text(`Số: ${face.number}`, 60, 440);
  document.text(`Mã tra cứu: ${face.code}`, 60, 458);
  document.text(`Tra cứu tại ${address}/certificate`, 60, 476);
  const right = { width: 320, align: 'center' as const };
  document.text(`Cấp ${writtenDay(face.issuedAt)}`, page.width - 380, 440, right);
  document.font('bold').text('THỦ TRƯỞNG ĐƠN VỊ', page.width - 380, 458, right);
}

/** A file that was saved before stays as it was; a new one says that it is worth nothing. */
function struck(document: PDFKit.PDFDocument): void {
  document.save();
  document.rotate(-24, { origin: [page.width / 2, page.height / 2] });
  document
    .font('bold')
    .fontSize(70)
    .fillOpacity(0.35)
    .fillColor('#b91c1c')
    .text('ĐÃ THU HỒI', 0, page.height / 2 - 45, { width: page.width, align: 'center' });
  document.restore();
}
