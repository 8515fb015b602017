import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { meetingTypesQuery } from '../types/queries';
import { emptyMeeting, type MeetingDraft, withTypeLength } from './meeting-draft';

/** A meeting that is being written; it ends when its type says, until somebody says otherwise. */
export function useNewMeeting(): [MeetingDraft, (draft: MeetingDraft) => void] {
  const [draft, setDraft] = useState(emptyMeeting);
  const { data } = useQuery(meetingTypesQuery());
  return [withTypeLength(draft, data?.items), setDraft];
}
