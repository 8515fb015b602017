import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import {
  AnswerFeedback,
  CloseFeedback,
  type Feedback,
  FeedbackChannel,
  type FeedbackPage,
  FeedbackQuery,
  FeedbackRef,
  ReportProblem,
} from '@diemcau/contracts/meetings/notes-feedback';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { FeedbackService } from './feedback.service.js';

@Controller()
export class FeedbackHandlers implements Handlers<typeof FeedbackChannel> {
  constructor(private readonly feedback: FeedbackService) {}

  @Handles(FeedbackChannel.list) async list(input: FeedbackQuery, caller: Caller): Promise<FeedbackPage> {
    return this.feedback.list(input, caller);
  }

  @Handles(FeedbackChannel.find) async find({ feedbackId }: FeedbackRef, caller: Caller): Promise<Feedback> {
    return this.feedback.find(feedbackId, caller);
  }

  @Handles(FeedbackChannel.report) async report(input: ReportProblem, caller: Caller): Promise<Feedback> {
    return this.feedback.report(input, caller);
  }

  @Handles(FeedbackChannel.answer) async answer(input: AnswerFeedback, caller: Caller): Promise<Feedback> {
    return this.feedback.answer(input, caller);
  }

  @Handles(FeedbackChannel.close) async close(input: CloseFeedback, caller: Caller): Promise<Feedback> {
    return this.feedback.close(input, caller);
  }
}
