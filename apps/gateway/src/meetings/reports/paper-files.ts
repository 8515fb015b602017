import { StreamableFile } from '@nestjs/common';
import { xlsxType } from '../../identity/imports-files.js';
import type { Paper } from './paper.js';
import { reportDocx } from './report-docx.js';
import { reportPdf } from './report-pdf.js';
import { reportXlsx } from './report-xlsx.js';

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const pdfType = 'application/pdf';

const named = (type: string, extension: string) => ({
  type,
  disposition: `attachment; filename="bao-cao.${extension}"`,
});
export const docxFile = async (paper: Paper): Promise<StreamableFile> =>
  new StreamableFile(await reportDocx(paper), named(docxType, 'docx'));
export const xlsxFile = (paper: Paper): StreamableFile =>
  new StreamableFile(reportXlsx(paper), named(xlsxType, 'xlsx'));
export const pdfFile = (paper: Paper): StreamableFile =>
  new StreamableFile(reportPdf(paper), named(pdfType, 'pdf'));
