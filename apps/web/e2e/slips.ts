import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PrintedSlip {
  readonly userName: string;
  readonly secret: string;
}

/** As it is printed: `k7mq-x2rt-9bnd`. */
const secret = /^[a-z0-9]{4}(-[a-z0-9]{4}){2}$/;

/** The slips on the first pages of a PDF, read as somebody reads them, by the words before name and secret. */
export async function slipsIn(pdf: Uint8Array, pages: number): Promise<PrintedSlip[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const found: PrintedSlip[] = [];
  for (let n = 1; n <= Math.min(pages, document.numPages); n += 1) {
    const { items } = await (await document.getPage(n)).getTextContent();
    const lines = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item.str.trim()] : []));
    lines.forEach((line, i) => {
      if (secret.test(line))
        found.push({ userName: lines[lines.lastIndexOf('Đăng nhập', i) + 1] ?? '', secret: line });
    });
  }
  return found;
}
