import { body } from '@diemcau/client/rest';
import type {
  MeetingTypeList,
  MeetingTypeRef,
  SetMeetingType,
} from '@diemcau/contracts/meetings/meeting-types';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../../api/rest';
import { invitationsKey } from '../invitations/queries';
import { meetingsKey } from '../occurrence/queries';
import { plansKey } from '../plans/queries';
import { seriesKey } from '../series/queries';

export const meetingTypesKey = ['work', 'meeting-types'] as const;

/** What changes with a type: its name stands beside every meeting of it. */
export const shownWithTypes = [meetingTypesKey, meetingsKey, seriesKey, plansKey, invitationsKey];

export const meetingTypesQuery = () =>
  queryOptions({ queryKey: meetingTypesKey, queryFn: () => body(rest.GET('/api/v1/meeting-types')) });

export const setMeetingType = ({ kind, ...type }: SetMeetingType): Promise<MeetingTypeList> =>
  body(rest.PUT('/api/v1/meeting-types/{kind}', { params: { path: { kind } }, body: type }));

export const resetMeetingType = ({ kind, provinceId }: MeetingTypeRef): Promise<MeetingTypeList> =>
  body(
    rest.DELETE('/api/v1/meeting-types/{kind}', {
      params: { path: { kind }, query: { ...(provinceId && { provinceId }) } },
    }),
  );
