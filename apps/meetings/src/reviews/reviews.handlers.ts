import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
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
  SaveAnswer,
} from '@diemcau/contracts/meetings/reviews';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { AnsweringService } from './answering.service.js';
import { ReviewsService } from './reviews.service.js';
import { RunningService } from './running.service.js';

@Controller()
export class ReviewsHandlers implements Handlers<typeof Reviews> {
  constructor(
    private readonly reviews: ReviewsService,
    private readonly running: RunningService,
    private readonly answering: AnsweringService,
  ) {}

  @Handles(Reviews.list) async list(input: ReviewQuery, caller: Caller): Promise<ReviewPage> {
    return this.reviews.list(input, caller);
  }

  @Handles(Reviews.find) async find({ reviewId }: ReviewRef, caller: Caller): Promise<Review> {
    return this.reviews.find(reviewId, caller);
  }

  @Handles(Reviews.make) async make(input: MakeReview, caller: Caller): Promise<Review> {
    return this.reviews.find(await this.running.make(input, caller), caller);
  }

  @Handles(Reviews.change) async change(input: ChangeReview, caller: Caller): Promise<Review> {
    await this.running.change(input, caller);
    return this.reviews.find(input.reviewId, caller);
  }

  @Handles(Reviews.open) async open(input: OpenReview, caller: Caller): Promise<Review> {
    await this.running.open(input, caller);
    return this.reviews.find(input.reviewId, caller);
  }

  @Handles(Reviews.close) async close(input: ReviewAct, caller: Caller): Promise<Review> {
    await this.running.close(input, caller);
    return this.reviews.find(input.reviewId, caller);
  }

  @Handles(Reviews.collected) async collected(
    { reviewId }: ReviewRef,
    caller: Caller,
  ): Promise<ReviewReport> {
    return this.reviews.collected(reviewId, caller);
  }

  @Handles(Reviews.answers) async answers(input: AnswerQuery, caller: Caller): Promise<AnswerPage> {
    return this.answering.list(input, caller);
  }

  @Handles(Reviews.answer) async answer({ answerId }: AnswerRef, caller: Caller): Promise<ReviewAnswer> {
    return this.answering.find(answerId, caller);
  }

  @Handles(Reviews.save) async save(input: SaveAnswer, caller: Caller): Promise<ReviewAnswer> {
    return this.answering.save(input, caller);
  }
}
