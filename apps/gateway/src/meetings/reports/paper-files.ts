import { StreamableFile } from '@nestjs/common';
import { xlsxType } from '../../identity/imports-files.js';
import type { Paper } from './paper.js';
import { reportXlsx } from './report-xlsx.js';

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const pdfType = 'application/pdf';

const named = (type: string, extension: string) => ({
  type,
  disposition: `attachment; filename="bao-cao.${extension}"`,
});
export const docxFile = async (paper: Paper): Promise<StreamableFile> => {
  const { reportDocx } = await import('./report-docx.js');
  return new StreamableFile(await reportDocx(paper), named(docxType, 'docx'));
};
export const xlsxFile = (paper: Paper): StreamableFile =>
  new StreamableFile(reportXlsx(paper), named(xlsxType, 'xlsx'));
export const pdfFile = async (paper: Paper): Promise<StreamableFile> => {
  const { reportPdf } = await import('./report-pdf.js');
  return new StreamableFile(reportPdf(paper), named(pdfType, 'pdf'));
};
