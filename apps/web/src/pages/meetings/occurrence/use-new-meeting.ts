import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { meetingTypesQuery } from '../types/queries';
import { emptyMeeting, type MeetingDraft, withTypeLength } from './meeting-draft';

interface NewMeeting {
  readonly draft: MeetingDraft;
  readonly setDraft: (draft: MeetingDraft) => void;
  /** Somebody has begun to write it. */
  readonly isWritten: boolean;
}

/** A meeting that is being written; it ends when its type says, until somebody says otherwise. */
export function useNewMeeting(): NewMeeting {
  const [draft, setDraft] = useState(emptyMeeting);
  const { data } = useQuery(meetingTypesQuery());
  return { draft: withTypeLength(draft, data?.items), setDraft, isWritten: draft !== emptyMeeting };
}
