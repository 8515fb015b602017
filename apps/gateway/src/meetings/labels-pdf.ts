import type { SiteDevice } from '@diemcau/contracts/meetings/equipment';
import { createRequire } from 'node:module';
import type { Readable } from 'node:stream';
import { setImmediate as breathe } from 'node:timers/promises';
// oxlint-disable-next-line import/no-named-as-default -- its types know no other
import PDFDocument from 'pdfkit';
import { encode } from 'uqr';

const { resolve } = createRequire(import.meta.url);
const font = (file: string): string => resolve(`@expo-google-fonts/be-vietnam-pro/${file}`);
const fonts = {
  regular: font('400Regular/BeVietnamPro_400Regular.ttf'),
  bold: font('600SemiBold/BeVietnamPro_600SemiBold.ttf'),
  /** ASCII alone: codes. */
  typed: 'Courier-Bold',
};
/** A4 in points: 3 × 8 labels of 63 × 34 mm, as sheets of stickers are sold. */
const grid = { columns: 3, rows: 8, left: 20.6, top: 36.9, width: 184.6, height: 96 };
const perSheet = grid.columns * grid.rows;
/** The code with its quiet zone: 26 mm are read from an arm's length. */
const codeSize = 74;

export const addressOf = (code: string, publicUrl: string): string =>
  `${publicUrl.replace(/\/+$/, '')}/d/${code}`;

/** Labels with a QR code that opens the device's page, 24 to a sheet; one alone has a small page of its own. */
export function labelsPdf(devices: readonly SiteDevice[], publicUrl: string): Readable {
  const single = devices.length === 1;
  const document = new PDFDocument({
    size: single ? [grid.width, grid.height] : 'A4',
    margin: 0,
    autoFirstPage: false,
    info: { Title: 'Tem thiết bị' },
    lang: 'vi',
  });
  for (const [name, source] of Object.entries(fonts)) document.registerFont(name, source);
  draw(document, devices, publicUrl, single).then(
    () => document.end(),
    (error: unknown) => document.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return document;
}

async function draw(
  document: PDFKit.PDFDocument,
  devices: readonly SiteDevice[],
  publicUrl: string,
  single: boolean,
): Promise<void> {
  if (devices.length === 0) document.addPage().font('regular').text('Chưa có thiết bị nào', 40, 40);
  for (const [i, device] of devices.entries()) {
    const n = i % perSheet;
    if (n === 0) document.addPage();
    const x = single ? 0 : grid.left + (n % grid.columns) * grid.width;
    const y = single ? 0 : grid.top + Math.floor(n / grid.columns) * grid.height;
    label(document, device, publicUrl, x, y);
    // Thousands of labels must not hold up everybody else's requests.
    if (i % 5 === 4) await breathe();
  }
}

function label(
  document: PDFKit.PDFDocument,
  device: SiteDevice,
  publicUrl: string,
  x: number,
  y: number,
): void {
  document
    .rect(x, y, grid.width, grid.height)
    .dash(2, { space: 2 })
    .lineWidth(0.3)
    .stroke('#aaaaaa')
    .undash();
  qr(document, addressOf(device.code, publicUrl), x + 6, y + (grid.height - codeSize) / 2);
  const left = x + codeSize + 12;
  const width = grid.width - codeSize - 18;
  const line = (text: string, at: number, size: number, name: keyof typeof fonts, height: number): void => {
    document
      .font(name)
      .fontSize(size)
      .fillColor(name === 'regular' ? '#333333' : 'black')
      .text(text, left, y + at, { width, height, ellipsis: true });
  };
  line(device.itemName, 10, 8.5, 'bold', 22);
  if (device.serialNo !== null) line(`Số: ${device.serialNo}`, 33, 7, 'regular', 10);
  line(device.siteName, 44, 7, 'regular', 18);
  line(device.unitName, 63, 6, 'regular', 8);
  line(device.code, 76, 8, 'typed', 10);
}

function qr(document: PDFKit.PDFDocument, text: string, x: number, y: number): void {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const step = codeSize / size;
  for (const [row, cells] of data.entries()) {
    for (const [column, dark] of cells.entries()) {
      // A hair wider than a module: no white seams between neighbours on screens.
      if (dark) document.rect(x + column * step, y + row * step, step + 0.05, step + 0.05);
    }
  }
  document.fill('black');
}
