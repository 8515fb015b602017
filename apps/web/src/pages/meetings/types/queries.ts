import { body } from '@diemcau/client/rest';
import type {
  MeetingTypeList,
  MeetingTypeRef,
  SetMeetingType,
} from '@diemcau/contracts/meetings/meeting-types';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../../api/rest';

export const meetingTypesKey = ['work', 'meeting-types'] as const;

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
