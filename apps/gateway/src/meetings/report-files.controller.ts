import type { Caller } from '@diemcau/contracts/core/caller';
import {
  type AnnualReport,
  ReportRef,
  Reports,
  ReportsClient,
  type ReportRollUp,
  ReportRollUpQuery,
} from '@diemcau/contracts/meetings/reports';
import { Controller, type StreamableFile } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';
import { xlsxType } from '../identity/imports-files.js';
import { docxFile, docxType, pdfFile, pdfType, xlsxFile } from './reports/paper-files.js';
import { paperOfReport, paperOfRollUp } from './reports/paper.js';

const reading = mayDo('reports.read');

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
