import type { Caller } from '@diemcau/contracts/core/caller';
import {
  type AnswerPage,
  AnswerQuery,
  AnswerRef,
  ChangeReview,
  MakeReview,
  OpenReview,
  type Review,
  ReviewAct,
  type ReviewAnswer,
  type ReviewPage,
  ReviewQuery,
  ReviewRef,
  type ReviewReport,
  Reviews,
  ReviewsClient,
  SaveAnswer,
} from '@diemcau/contracts/meetings/reviews';
import { Controller } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

const writing = mayDo('reports.write');
const receiving = mayDo('reports.receive');

/** Yearly reviews of the rooms (HB-10.2). */
@Controller()
export class ReviewsController {
  constructor(private readonly reviews: ReviewsClient) {}

  @Route.get('reviews', Reviews.list, receiving, 'Các đợt rà soát · Reviews')
  list(input: ReviewQuery, caller: Caller): Promise<ReviewPage> {
    return this.reviews.list(input, caller);
  }

  @Route.post('reviews', Reviews.make, receiving, 'Soạn đợt rà soát · Make a review', { status: 201 })
  make(input: MakeReview, caller: Caller): Promise<Review> {
    return this.reviews.make(input, caller);
  }

  @Route.get('reviews/:reviewId', Reviews.find, receiving, 'Một đợt rà soát · One review')
  find(input: ReviewRef, caller: Caller): Promise<Review> {
    return this.reviews.find(input, caller);
  }

  @Route.patch('reviews/:reviewId', Reviews.change, receiving, 'Sửa đợt rà soát · Change a review')
  change(input: ChangeReview, caller: Caller): Promise<Review> {
    return this.reviews.change(input, caller);
  }

  @Route.post('reviews/:reviewId/open', Reviews.open, receiving, 'Gửi tới các đơn vị · Send to the units')
  open(input: OpenReview, caller: Caller): Promise<Review> {
    return this.reviews.open(input, caller);
  }

  @Route.post('reviews/:reviewId/close', Reviews.close, receiving, 'Khoá đợt rà soát · Close')
  close(input: ReviewAct, caller: Caller): Promise<Review> {
    return this.reviews.close(input, caller);
  }

  @Route.get(
    'reviews/:reviewId/collected',
    Reviews.collected,
    receiving,
    'Tổng hợp câu trả lời · Answers collected',
  )
  collected(input: ReviewRef, caller: Caller): Promise<ReviewReport> {
    return this.reviews.collected(input, caller);
  }

  @Route.get('review-answers', Reviews.answers, writing, 'Phiếu trả lời · Answer sheets')
  answers(input: AnswerQuery, caller: Caller): Promise<AnswerPage> {
    return this.reviews.answers(input, caller);
  }

  @Route.get('review-answers/:answerId', Reviews.answer, writing, 'Một phiếu trả lời · One answer sheet')
  answer(input: AnswerRef, caller: Caller): Promise<ReviewAnswer> {
    return this.reviews.answer(input, caller);
  }

  @Route.put('review-answers/:answerId', Reviews.save, writing, 'Trả lời, nộp · Answer, hand in')
  save(input: SaveAnswer, caller: Caller): Promise<ReviewAnswer> {
    return this.reviews.save(input, caller);
  }
}
