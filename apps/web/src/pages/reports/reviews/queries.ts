import { body } from '@diemcau/client/rest';
import type {
  AnswerLine,
  AnswerState,
  ChangeReview,
  MakeReview,
  Review,
  ReviewAct,
  SaveAnswer,
} from '@diemcau/contracts/meetings/reviews';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../../api/rest';
import { type List, useList } from '../../../admin/table/use-list';

export const reviewsKey = ['work', 'reviews'] as const;
const at = (reviewId: string) => ({ params: { path: { reviewId } } });

export const useReviews = (): List<Review> =>
  useList({
    key: [...reviewsKey, 'list'],
    inAddress: false,
    fetch: (page) => body(rest.GET('/api/v1/reviews', { params: { query: page } })),
  });
export const useAnswers = (): List<AnswerLine> =>
  useList({
    key: [...reviewsKey, 'answers'],
    filters: ['state'],
    fetch: (page, { state }) =>
      body(
        rest.GET('/api/v1/review-answers', {
          params: { query: { ...page, ...(state && { state: state as AnswerState }) } },
        }),
      ),
  });
export const collectedQuery = (reviewId: string) =>
  queryOptions({
    queryKey: [...reviewsKey, 'collected', reviewId],
    queryFn: () => body(rest.GET('/api/v1/reviews/{reviewId}/collected', at(reviewId))),
  });
export const answerQuery = (answerId: string) =>
  queryOptions({
    queryKey: [...reviewsKey, 'answer', answerId],
    queryFn: () => body(rest.GET('/api/v1/review-answers/{answerId}', { params: { path: { answerId } } })),
  });
export const makeReview = (input: MakeReview) => body(rest.POST('/api/v1/reviews', { body: input }));
export const changeReview = ({ reviewId, ...change }: ChangeReview) =>
  body(rest.PATCH('/api/v1/reviews/{reviewId}', { ...at(reviewId), body: change }));
export const openReview = ({ reviewId, version }: ReviewAct) =>
  body(rest.POST('/api/v1/reviews/{reviewId}/open', { ...at(reviewId), body: { version } }));
export const closeReview = ({ reviewId, version }: ReviewAct) =>
  body(rest.POST('/api/v1/reviews/{reviewId}/close', { ...at(reviewId), body: { version } }));
export const saveAnswer = ({ answerId, ...input }: SaveAnswer) =>
  body(rest.PUT('/api/v1/review-answers/{answerId}', { params: { path: { answerId } }, body: input }));
