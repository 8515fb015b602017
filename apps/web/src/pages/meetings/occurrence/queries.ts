import { body } from '@diemcau/client/rest';
import type {
  CancelOccurrence,
  ChangeOccurrence,
  MakeOccurrence,
  OccurrenceStep,
  RescheduleOccurrence,
  StartOccurrence,
} from '@diemcau/contracts/meetings/occurrences-changes';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../../api/rest';

export const meetingsKey = ['work', 'meetings'] as const;

const at = (occurrenceId: string) => ({ params: { path: { occurrenceId } } });
const of = (occurrenceId: string, part: string) => [...meetingsKey, 'one', occurrenceId, part] as const;
const path = '/api/v1/occurrences/{occurrenceId}';

export const meetingQuery = (occurrenceId: string) =>
  queryOptions({
    queryKey: of(occurrenceId, 'meeting'),
    queryFn: () => body(rest.GET(path, at(occurrenceId))),
    // Its state changes by itself: checks begin, rooms open, somebody starts it.
    refetchInterval: 30_000,
  });
export const scoresQuery = (occurrenceId: string) =>
  queryOptions({
    queryKey: of(occurrenceId, 'scores'),
    queryFn: () => body(rest.GET(`${path}/scores`, at(occurrenceId))),
  });

export const makeMeeting = (wanted: MakeOccurrence) =>
  body(rest.POST('/api/v1/occurrences', { body: wanted }));
export const changeMeeting = ({ occurrenceId, ...change }: ChangeOccurrence) =>
  body(rest.PATCH(path, { ...at(occurrenceId), body: change }));

export const submitMeeting = ({ occurrenceId, ...step }: OccurrenceStep) =>
  body(rest.POST(`${path}/submit`, { ...at(occurrenceId), body: step }));
export const scheduleMeeting = ({ occurrenceId, ...step }: OccurrenceStep) =>
  body(rest.POST(`${path}/schedule`, { ...at(occurrenceId), body: step }));
export const reportMeeting = ({ occurrenceId, ...step }: OccurrenceStep) =>
  body(rest.POST(`${path}/report`, { ...at(occurrenceId), body: step }));
export const pauseMeeting = ({ occurrenceId, ...step }: OccurrenceStep) =>
  body(rest.POST(`${path}/pause`, { ...at(occurrenceId), body: step }));
export const resumeMeeting = ({ occurrenceId, ...step }: OccurrenceStep) =>
  body(rest.POST(`${path}/resume`, { ...at(occurrenceId), body: step }));
export const endMeeting = ({ occurrenceId, ...step }: OccurrenceStep) =>
  body(rest.POST(`${path}/end`, { ...at(occurrenceId), body: step }));
export const approveMeeting = ({ occurrenceId, ...step }: OccurrenceStep) =>
  body(rest.POST('/api/v1/meeting-requests/{occurrenceId}/approve', { ...at(occurrenceId), body: step }));
export const rejectMeeting = ({ occurrenceId, ...step }: CancelOccurrence) =>
  body(rest.POST('/api/v1/meeting-requests/{occurrenceId}/reject', { ...at(occurrenceId), body: step }));
export const takeBackMeeting = (occurrenceId: string) =>
  body(rest.POST('/api/v1/meeting-requests/{occurrenceId}/take-back', at(occurrenceId)));
export const postponeMeeting = ({ occurrenceId, ...step }: CancelOccurrence) =>
  body(rest.POST(`${path}/postpone`, { ...at(occurrenceId), body: step }));
export const cancelMeeting = ({ occurrenceId, ...step }: CancelOccurrence) =>
  body(rest.POST(`${path}/cancel`, { ...at(occurrenceId), body: step }));
export const abortMeeting = ({ occurrenceId, ...step }: CancelOccurrence) =>
  body(rest.POST(`${path}/abort`, { ...at(occurrenceId), body: step }));
export const rescheduleMeeting = ({ occurrenceId, ...step }: RescheduleOccurrence) =>
  body(rest.POST(`${path}/reschedule`, { ...at(occurrenceId), body: step }));
export const startMeeting = ({ occurrenceId, ...step }: StartOccurrence) =>
  body(rest.POST(`${path}/start`, { ...at(occurrenceId), body: step }));
export const correctMeeting = ({ occurrenceId, text }: { occurrenceId: string; text: string }) =>
  body(rest.POST(`${path}/corrections`, { ...at(occurrenceId), body: { text } }));
