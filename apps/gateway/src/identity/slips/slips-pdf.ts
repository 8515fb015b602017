import type { CredentialSlip, SlipGroup } from '@diemcau/contracts/identity/import-slips';
import { createRequire } from 'node:module';
import type { Readable } from 'node:stream';
import { setImmediate as breathe } from 'node:timers/promises';
// oxlint-disable-next-line import/no-named-as-default -- its types know no other
import PDFDocument from 'pdfkit';
import { head, perSheet, slipBox } from './layout.js';

const { resolve } = createRequire(import.meta.url);
const font = (file: string): string => resolve(`@expo-google-fonts/be-vietnam-pro/${file}`);
const fonts = {
  regular: font('400Regular/BeVietnamPro_400Regular.ttf'),
  bold: font('600SemiBold/BeVietnamPro_600SemiBold.ttf'),
  /** ASCII alone: user names and secrets. */
  typed: 'Courier-Bold',
};
const day = new Intl.DateTimeFormat('vi-VN', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  timeZone: 'Asia/Ho_Chi_Minh',
});

const instruction =
  'Cắt theo đường kẻ, giao tận tay từng người. Mở địa chỉ trên phiếu, đăng nhập bằng mật khẩu lần đầu rồi tự đặt mật khẩu ' +
  'mới; mật khẩu lần đầu chỉ dùng được một lần. · Sign in with the first password once, then choose your own.';

/**
 * Credential slips as PDF, each group on sheets of its own, with lines to cut along.
 * @param groups a group that goes on comes again with the same titles
 * @param address where to sign in, as people type it
 */
export function slipsPdf(groups: AsyncIterable<SlipGroup>, address: string): Readable {
  const document = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    info: { Title: 'Phiếu tài khoản' },
    lang: 'vi',
  });
  for (const [name, source] of Object.entries(fonts)) document.registerFont(name, source);
  draw(document, groups, address).then(
    () => document.end(),
    (error: unknown) => document.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return document;
}

async function draw(
  document: PDFKit.PDFDocument,
  groups: AsyncIterable<SlipGroup>,
  address: string,
): Promise<void> {
  let current = '';
  let onSheet = 0;
  let drawn = 0;
  for await (const group of groups) {
    const titles = JSON.stringify([group.unitName, group.title]);
    for (const slip of group.slips) {
      if (titles !== current || onSheet === perSheet) {
        startSheet(document, group.title, group.unitName);
        onSheet = 0;
        current = titles;
      }
      drawSlip(document, slip, onSheet, address);
      onSheet += 1;
      drawn += 1;
      // Thousands of slips must not hold up everybody else's requests.
      if (drawn % 5 === 0) await breathe();
    }
  }
  if (drawn === 0) startSheet(document, 'Không còn phiếu nào: mọi người đã tự đặt mật khẩu', '');
}

function startSheet(document: PDFKit.PDFDocument, title: string, unitName: string): void {
  document.addPage();
  const { x, y, width } = head;
  document.font('bold').fontSize(13).fillColor('black');
  document.text(title, x, y, { width, height: 18, ellipsis: true, lineBreak: false });
  document.font('regular').fontSize(9);
  document.text(unitName, x, y + 18, { width, height: 12, ellipsis: true, lineBreak: false });
  document
    .fontSize(7)
    .fillColor('#444444')
    .text(instruction, x, y + 34, { width, height: 24 });
}

function drawSlip(document: PDFKit.PDFDocument, slip: CredentialSlip, n: number, address: string): void {
  const { x, y, width, height } = slipBox(n);
  document.rect(x, y, width, height).dash(2, { space: 2 }).lineWidth(0.4).stroke('#888888').undash();
  const line = (text: string, at: number, size: number, name: keyof typeof fonts, indent = 0) =>
    document
      .font(name)
      .fontSize(size)
      .fillColor(name === 'regular' ? '#444444' : 'black')
      .text(text, x + 5 + indent, y + at, {
        width: width - 10 - indent,
        height: size + 2,
        ellipsis: true,
        lineBreak: false,
      });
  line(slip.code === null ? slip.displayName : `${slip.displayName} (${slip.code})`, 3, 7.5, 'bold');
  line('Đăng nhập', 16, 5.5, 'regular');
  line(slip.userName, 14, 9, 'typed', 36);
  line('Mật khẩu', 27, 5.5, 'regular');
  line(slip.secret, 24.5, 11, 'typed', 36);
  line(`${address} · đổi mật khẩu trước ${day.format(new Date(slip.expiresAt))}`, 38, 5.5, 'regular');
}
