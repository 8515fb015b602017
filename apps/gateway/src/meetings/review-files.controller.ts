import type { Caller } from '@diemcau/contracts/core/caller';
import { ReviewRef, type ReviewReport, Reviews, ReviewsClient } from '@diemcau/contracts/meetings/reviews';
import { Controller, type StreamableFile } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';
import { xlsxType } from '../identity/imports-files.js';
import { docxFile, docxType, pdfFile, pdfType, xlsxFile } from './reports/paper-files.js';
import { paperOfReview } from './reports/review-paper.js';

const receiving = mayDo('reports.receive');

/** What units answered, as a paper (HB-10.2). */
@Controller()
export class ReviewFilesController {
  constructor(private readonly reviews: ReviewsClient) {}

  @Route.get<ReviewRef, ReviewReport, StreamableFile>(
    'reviews/:reviewId/collected.docx',
    Reviews.collected,
    receiving,
    'Kết quả rà soát, .docx · Results as .docx',
    { download: [docxType] },
  )
  async docx(input: ReviewRef, caller: Caller): Promise<StreamableFile> {
    return docxFile(paperOfReview(await this.reviews.collected(input, caller)));
  }

  @Route.get<ReviewRef, ReviewReport, StreamableFile>(
    'reviews/:reviewId/collected.xlsx',
    Reviews.collected,
    receiving,
    'Kết quả rà soát, .xlsx · Results as .xlsx',
    { download: [xlsxType] },
  )
  async xlsx(input: ReviewRef, caller: Caller): Promise<StreamableFile> {
    return xlsxFile(paperOfReview(await this.reviews.collected(input, caller)));
  }

  @Route.get<ReviewRef, ReviewReport, StreamableFile>(
    'reviews/:reviewId/collected.pdf',
    Reviews.collected,
    receiving,
    'Kết quả rà soát, PDF · Results as PDF',
    { download: [pdfType] },
  )
  async pdf(input: ReviewRef, caller: Caller): Promise<StreamableFile> {
    return pdfFile(paperOfReview(await this.reviews.collected(input, caller)));
  }
}
