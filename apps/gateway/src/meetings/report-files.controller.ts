import type { Caller } from '@diemcau/contracts/core/caller';
import {
  type AnnualReport,
  ReportRef,
  Reports,
  ReportsClient,
  type ReportRollUp,
  ReportRollUpQuery,
} from '@diemcau/contracts/meetings/reports';
import { Controller, StreamableFile } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';
import { xlsxType } from '../identity/imports-files.js';
import { type Paper, paperOfReport, paperOfRollUp } from './reports/paper.js';
import { reportDocx } from './reports/report-docx.js';
import { reportPdf } from './reports/report-pdf.js';
import { reportXlsx } from './reports/report-xlsx.js';

const reading = mayDo('reports.read');
const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const pdfType = 'application/pdf';

/** Reports as papers, in the layout of decree 30/2020/NĐ-CP (HB-11.4). */
@Controller()
export class ReportFilesController {
  constructor(private readonly reports: ReportsClient) {}

  @Route.get<ReportRef, AnnualReport, StreamableFile>(
    'annual-reports/:reportId/report.docx',
    Reports.find,
    reading,
    'Báo cáo năm, .docx · As .docx',
    { download: [docxType] },
  )
  async docx(input: ReportRef, caller: Caller): Promise<StreamableFile> {
    return docxFile(paperOfReport(await this.reports.find(input, caller)));
  }

  @Route.get<ReportRef, AnnualReport, StreamableFile>(
    'annual-reports/:reportId/report.xlsx',
    Reports.find,
    reading,
    'Báo cáo năm, .xlsx · As .xlsx',
    { download: [xlsxType] },
  )
  async xlsx(input: ReportRef, caller: Caller): Promise<StreamableFile> {
    return xlsxFile(paperOfReport(await this.reports.find(input, caller)));
  }

  @Route.get<ReportRef, AnnualReport, StreamableFile>(
    'annual-reports/:reportId/report.pdf',
    Reports.find,
    reading,
    'Báo cáo năm, PDF · As PDF',
    { download: [pdfType] },
  )
  async pdf(input: ReportRef, caller: Caller): Promise<StreamableFile> {
    return pdfFile(paperOfReport(await this.reports.find(input, caller)));
  }

  @Route.get<ReportRollUpQuery, ReportRollUp, StreamableFile>(
    'annual-reports/roll-up.docx',
    Reports.rollUp,
    reading,
    'Tổng hợp, .docx · Roll-up as .docx',
    { download: [docxType] },
  )
  async rollUpDocx(input: ReportRollUpQuery, caller: Caller): Promise<StreamableFile> {
    return docxFile(paperOfRollUp(await this.reports.rollUp(input, caller)));
  }

  @Route.get<ReportRollUpQuery, ReportRollUp, StreamableFile>(
    'annual-reports/roll-up.xlsx',
    Reports.rollUp,
    reading,
    'Tổng hợp, .xlsx · Roll-up as .xlsx',
    { download: [xlsxType] },
  )
  async rollUpXlsx(input: ReportRollUpQuery, caller: Caller): Promise<StreamableFile> {
    return xlsxFile(paperOfRollUp(await this.reports.rollUp(input, caller)));
  }

  @Route.get<ReportRollUpQuery, ReportRollUp, StreamableFile>(
    'annual-reports/roll-up.pdf',
    Reports.rollUp,
    reading,
    'Tổng hợp, PDF · Roll-up as PDF',
    { download: [pdfType] },
  )
  async rollUpPdf(input: ReportRollUpQuery, caller: Caller): Promise<StreamableFile> {
    return pdfFile(paperOfRollUp(await this.reports.rollUp(input, caller)));
  }
}

const named = (type: string, extension: string) => ({
  type,
  disposition: `attachment; filename="bao-cao.${extension}"`,
});
const docxFile = async (paper: Paper): Promise<StreamableFile> =>
  new StreamableFile(await reportDocx(paper), named(docxType, 'docx'));
const xlsxFile = (paper: Paper): StreamableFile =>
  new StreamableFile(reportXlsx(paper), named(xlsxType, 'xlsx'));
const pdfFile = (paper: Paper): StreamableFile => new StreamableFile(reportPdf(paper), named(pdfType, 'pdf'));
