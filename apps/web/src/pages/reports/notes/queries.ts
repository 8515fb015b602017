import { body } from '@diemcau/client/rest';
import type {
  ChangeNote,
  CorrectNote,
  Note,
  PublishNote,
  WriteNote,
} from '@diemcau/contracts/meetings/notes';
import type {
  AnswerFeedback,
  CloseFeedback,
  Feedback,
  FeedbackState,
  ReportProblem,
} from '@diemcau/contracts/meetings/notes-feedback';
import { rest } from '../../../api/rest';
import { type List, useList } from '../../../admin/table/use-list';

export const notesKey = ['work', 'notes'] as const;
export const feedbackKey = ['work', 'feedback'] as const;
const at = (noteId: string) => ({ params: { path: { noteId } } });
const of = (feedbackId: string) => ({ params: { path: { feedbackId } } });

export const useNotes = (): List<Note> =>
  useList({
    key: [...notesKey, 'list'],
    filters: ['unitId', 'kind', 'state'],
    fetch: (page, { unitId, kind, state }) =>
      body(
        rest.GET('/api/v1/notes', {
          params: {
            query: {
              ...page,
              ...(unitId && { unitId }),
              ...(kind && { kind: kind as Note['kind'] }),
              ...(state && { state: state as Note['state'] }),
            },
          },
        }),
      ),
  });
export const writeNote = (input: WriteNote) => body(rest.POST('/api/v1/notes', { body: input }));
export const changeNote = ({ noteId, ...input }: ChangeNote) =>
  body(rest.PATCH('/api/v1/notes/{noteId}', { ...at(noteId), body: input }));
export const publishNote = ({ noteId, version }: PublishNote) =>
  body(rest.POST('/api/v1/notes/{noteId}/publish', { ...at(noteId), body: { version } }));
export const correctNote = ({ noteId, text }: CorrectNote) =>
  body(rest.POST('/api/v1/notes/{noteId}/corrections', { ...at(noteId), body: { text } }));
export const discardNote = (noteId: string) => body(rest.DELETE('/api/v1/notes/{noteId}', at(noteId)));

export const useFeedback = (): List<Feedback> =>
  useList({
    key: [...feedbackKey, 'list'],
    filters: ['unitId', 'state'],
    fetch: (page, { unitId, state }) =>
      body(
        rest.GET('/api/v1/feedback', {
          params: {
            query: {
              ...page,
              ...(unitId && { unitId }),
              ...(state && { state: state as FeedbackState }),
            },
          },
        }),
      ),
  });
export const reportProblem = (input: ReportProblem) => body(rest.POST('/api/v1/feedback', { body: input }));
export const answerFeedback = ({ feedbackId, ...input }: AnswerFeedback) =>
  body(rest.POST('/api/v1/feedback/{feedbackId}/answer', { ...of(feedbackId), body: input }));
export const closeFeedback = ({ feedbackId, version }: CloseFeedback) =>
  body(rest.POST('/api/v1/feedback/{feedbackId}/close', { ...of(feedbackId), body: { version } }));
