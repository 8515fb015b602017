import type { CertificateFace } from '@diemcau/contracts/meetings/certificates';
import { createRequire } from 'node:module';
import type { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
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
  const document = paper(`Chứng nhận ${face.number}`);
  put(document, face, address);
  document.end();
  return document;
}

/** One to a page. Others are served between pages: hundreds of them take seconds. */
export function certificatesPdf(faces: readonly CertificateFace[], address: string): Readable {
  const document = paper('Chứng nhận');
  void write(document, faces, address).catch((error: unknown) =>
    document.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return document;
}

async function write(
  document: PDFKit.PDFDocument,
  faces: readonly CertificateFace[],
  address: string,
): Promise<void> {
  for (const face of faces) {
    await nextTurn();
    // Who went away waits for no more pages.
    if (document.destroyed) return;
    put(document, face, address);
  }
  if (faces.length === 0) document.addPage();
  document.end();
}

const paper = (title: string): PDFKit.PDFDocument => {
  const document = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin: 0,
    autoFirstPage: false,
    info: { Title: title },
    lang: 'vi',
  });
  for (const [name, source] of Object.entries(fonts)) document.registerFont(name, source);
  return document;
};

function put(document: PDFKit.PDFDocument, face: CertificateFace, address: string): void {
  document.addPage();
  frame(document);
  words(document, face);
  foot(document, face, address);
  if (face.state === 'revoked') struck(document);
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

interface Line {
  readonly text: string;
  readonly size: number;
  /** Smaller rather than on more lines; `least` is the smallest that is still read. */
  readonly least?: number;
  readonly lines?: number;
  readonly name?: keyof typeof fonts;
  readonly color?: string;
  /** Space above. */
  readonly gap: number;
}
/** Between the motto and the foot. */
const body = { from: 104, to: 426 };
/** More space between lines looks lost. */
const mostApart = 10;

/** Names and titles are as long as they are: each takes its room, and all together stand in the middle. */
function words(document: PDFKit.PDFDocument, face: CertificateFace): void {
  const centred = { width: inner.width, align: 'center' as const };
  document.fillColor('#1f2937').font('bold').fontSize(11);
  document.text('CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM', inner.x, 58, centred);
  document.text('Độc lập – Tự do – Hạnh phúc', inner.x, 75, centred);
  const set = ({ text, size, least = size, lines = 1, name = 'regular' }: Line) => {
    let fitting = size;
    const heightAt = (points: number): number =>
      document.font(name).fontSize(points).heightOfString(text, centred);
    const most = lines * document.font(name).fontSize(size).currentLineHeight() + 1;
    while (fitting > least && heightAt(fitting) > most) fitting -= 1;
    return { size: fitting, height: heightAt(fitting) };
  };
  const lines = linesOf(face).map((line) => ({ line, ...set(line) }));
  const height = lines.reduce((sum, { line, height: own }) => sum + line.gap + own, 0);
  const spare = Math.max(0, body.to - body.from - height);
  const apart = Math.min(mostApart, spare / (lines.length + 1));
  let y = body.from + Math.max(0, (spare - apart * (lines.length - 1)) / 2);
  for (const { line, size, height: own } of lines) {
    y += line.gap;
    document.font(line.name ?? 'regular').fontSize(size);
    document.fillColor(line.color ?? '#1f2937').text(line.text, inner.x, y, centred);
    y += own + apart;
  }
}

function linesOf(face: CertificateFace): readonly Line[] {
  const days =
    face.firstDay === face.lastDay
      ? `ngày ${day(face.firstDay)}`
      : `từ ngày ${day(face.firstDay)} đến ngày ${day(face.lastDay)}`;
  return [
    { text: face.issuerName, size: 13, least: 11, gap: 0 },
    { text: 'GIẤY CHỨNG NHẬN', size: 30, name: 'bold', color: '#0f766e', gap: 2 },
    { text: 'Chứng nhận', size: 12, gap: 8 },
    { text: face.name, size: 26, least: 18, name: 'bold', gap: 4 },
    { text: `Đơn vị công tác: ${face.unitName}`, size: 12, least: 11, gap: 4 },
    { text: 'đã hoàn thành lớp tập huấn', size: 12, gap: 10 },
    { text: face.title, size: 18, least: 12, lines: 2, name: 'bold', gap: 4 },
    { text: `${days} · ${face.sessions} buổi`, size: 12, gap: 8 },
  ];
}

function foot(document: PDFKit.PDFDocument, face: CertificateFace, address: string): void {
  document.font('regular').fontSize(10).fillColor('#1f2937');
  document.text(`Số: ${face.number}`, 60, 440);
  document.text(`Mã tra cứu: ${face.code}`, 60, 458);
  document.text(`Tra cứu tại ${address}/certificate`, 60, 476);
  const right = { width: 320, align: 'center' as const };
  document.text(`Cấp ${writtenDay(face.issuedAt)}`, page.width - 380, 440, right);
  document.font('bold').text('THỦ TRƯỞNG ĐƠN VỊ', page.width - 380, 458, right);
  document.font('regular').text('(Ký tên, đóng dấu)', page.width - 380, 474, right);
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
