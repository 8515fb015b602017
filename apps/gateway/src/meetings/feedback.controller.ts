import type { Caller } from '@diemcau/contracts/core/caller';
import {
  AnswerFeedback,
  CloseFeedback,
  type Feedback,
  FeedbackChannel,
  FeedbackClient,
  type FeedbackPage,
  FeedbackQuery,
  FeedbackRef,
  ReportProblem,
} from '@diemcau/contracts/meetings/notes-feedback';
import { Controller } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

const reporting = mayDo('sites.read');
const receiving = mayDo('reports.receive');

/** Problems that units report, and what they are answered (HB-12). */
@Controller()
export class FeedbackController {
  constructor(private readonly feedback: FeedbackClient) {}

  @Route.get('feedback', FeedbackChannel.list, reporting, 'Phản ánh · Problems reported')
  list(input: FeedbackQuery, caller: Caller): Promise<FeedbackPage> {
    return this.feedback.list(input, caller);
  }

  @Route.post('feedback', FeedbackChannel.report, reporting, 'Gửi phản ánh · Report a problem', {
    status: 201,
  })
  report(input: ReportProblem, caller: Caller): Promise<Feedback> {
    return this.feedback.report(input, caller);
  }

  @Route.get('feedback/:feedbackId', FeedbackChannel.find, reporting, 'Một phản ánh · One report')
  find(input: FeedbackRef, caller: Caller): Promise<Feedback> {
    return this.feedback.find(input, caller);
  }

  @Route.post('feedback/:feedbackId/answer', FeedbackChannel.answer, receiving, 'Trả lời phản ánh · Answer')
  answer(input: AnswerFeedback, caller: Caller): Promise<Feedback> {
    return this.feedback.answer(input, caller);
  }

  @Route.post('feedback/:feedbackId/close', FeedbackChannel.close, reporting, 'Đóng phản ánh · Close')
  close(input: CloseFeedback, caller: Caller): Promise<Feedback> {
    return this.feedback.close(input, caller);
  }
}
